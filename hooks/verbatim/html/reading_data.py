"""The data with which the browser displays the Chinese in its other readings, as a script."""

from __future__ import annotations

from ..analysis.readings import own_words
from ..read.corpus import Corpus
from ..read.files import Files
from ..text.data_scripts import data_script
from ..text.readings import edited, table, words_in

NAME = "assets/data/readings"
DISPLAYED = (".md", ".yml")
"""Files whose words pages display; a source as it was received may be in any encoding."""


def reading_data(corpus: Corpus, files: Files) -> str:
    """A data script: slips, overrides, and the table for the characters that ``files`` use.

    Where an event was received in Simplified characters, also the words of it that have a Traditional form.
    """
    displayed = (content.decode("utf-8") for path, content in files.items() if path.endswith(DISPLAYED))
    used = sorted(set("".join(displayed)))
    slips = {
        name: {erratum.find: erratum.read for erratum in transcript.errata if erratum.kind == "slip"}
        for name, transcript in corpus.transcripts.items()
    }
    only = next(iter(slips.values())) if len(slips) == 1 else {}
    simplified = [one for one in corpus.transcripts.values() if one.event.is_simplified]
    received = "\n".join(edited(segment.zh.label + segment.zh.text, one.errata) for one in simplified for segment in one.segments.values())
    changes = {
        "slips": only,
        **({"slips_of": slips} if len(slips) > 1 else {}),  # a slip of one transcript may be right in another
        "words": {word.find: word.read for word in corpus.simplified_overrides},
        "characters": "".join(character + table()[ord(character)] for character in used if ord(character) in table()),
        **({"traditional": words_in(received, own_words(corpus))} if received else {}),
    }
    return data_script(NAME, changes)
