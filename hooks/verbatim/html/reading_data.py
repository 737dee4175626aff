"""The data with which the browser displays the Chinese in its other readings, as a script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..analysis.readings import own_words
from ..read.corpus import Corpus
from ..read.event_files import folder_of
from ..read.files import Files
from ..read.summaries import Summaries, Summary, summary
from ..text.data_scripts import data_script
from ..text.readings import edited, table, words_in

NAME = "assets/data/readings"
DISPLAYED = (".md", ".yml")
"""Files whose words pages display; a source as it was received may be in any encoding."""


def reading_data(corpus: Corpus, files: Files, events: Summaries) -> str:
    """A data script: slips, overrides, and the table for the characters that ``files`` use; ``events`` makes or finds those of an event.

    Where an event was received in Simplified characters, also the words of it that have a Traditional form.
    """
    of_event, others = _displayed(corpus, files)
    used = sorted({*_characters(others)}.union(*(events.made(_used(of_event), event) for event in of_event)))
    slips = {event: events.made(_slips, event) for event in corpus.transcripts}
    only = next(iter(slips.values())) if len(slips) == 1 else {}
    simplified = [one for one in corpus.transcripts.values() if one.event.is_simplified]
    received = "\n".join(edited(segment.zh.label + segment.zh.text, one.errata) for one in simplified for segment in one.segments.values())
    changes = {
        "slips": only,
        **({"slips_of": slips} if len(slips) > 1 else {}),  # a slip of one transcript may be right in another
        "words": {word.find: word.read for word in corpus.simplified_overrides},
        "characters": "".join(character + table()[ord(character)] for character in used),
        **({"traditional": words_in(received, own_words(corpus))} if received else {}),
    }
    return data_script(NAME, changes)


def summaries(corpus: Corpus, files: Files) -> Sequence[Summary[Any]]:
    """What ``reading_data`` needs of each event."""
    return _used(_displayed(corpus, files)[0]), _slips


@summary("slips")
def _slips(own: Corpus) -> Mapping[str, str]:
    """The slips of the only event, each with what is read for it."""
    [transcript] = own.transcripts.values()
    return {erratum.find: erratum.read for erratum in transcript.errata if erratum.kind == "slip"}


def _used(of_event: Mapping[str, Sequence[bytes]]) -> Summary[str]:
    """The characters that the files of each event use."""
    return Summary("characters", lambda own: "".join(_characters(of_event[event]) for event in own.transcripts))


def _displayed(corpus: Corpus, files: Files) -> tuple[Mapping[str, Sequence[bytes]], Sequence[bytes]]:
    """The files whose words pages display: those of each event, and all others."""
    found = defaultdict[str, list[bytes]](list)
    for path, content in files.items():
        if path.endswith(DISPLAYED):
            event = folder_of(path)
            found[event if event in corpus.transcripts else ""].append(content)
    others = found.pop("", [])
    return found, others


def _characters(contents: Iterable[bytes]) -> str:
    """The characters of files that have another form in the table."""
    return "".join(sorted(character for character in {*b"".join(contents).decode("utf-8")} if ord(character) in table()))
