"""Every term in context, as a script that the glossary page loads when a reader opens a term: twin lines with their marks.

Each sentence appears in it once, however many terms it holds.  Readers without scripts have a page with a link to each place instead
(``term_data``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..analysis.glossary import occurring
from ..model import LANGS, Lang, Segment
from ..read.corpus import Corpus
from ..read.summaries import Summaries, summary
from ..text.data_scripts import data_script
from ..text.scripts import script_runs
from ..text.term_finder import Finder, places
from ..text.typography import to_full_width

IN_FULL = 12
"""How many sentences of a term are shown in both languages; further ones are links alone, so that the file grows with the terms."""

NAME = "assets/data/concordance"
Span = tuple[int, int]


def script(corpus: Corpus, events: Summaries) -> str:
    """The script ``NAME``: sentences by place, as text and foreign spans in both languages, and for each term its places with its spans."""
    known = occurring(corpus, events)

    def first() -> Mapping[str, Sequence[tuple[str, str]]]:
        return {term: [(one.event, one.address) for one in found[:IN_FULL]] for term, found in known.occurs().items()}

    shown = events.made_of(NAME, known.digests, first)
    named = dict.fromkeys(event for some in shown.values() for event, _ in some)
    own = {event: events.made(_contexts, event) for event in named}
    content = {
        "sentences": {f"{event}/{address}": own[event]["sentences"][address] for some in shown.values() for event, address in some},
        **_tags(corpus),
        "terms": {
            term: {f"{event}/{address}": own[event]["terms"][term][address] for event, address in some} for term, some in shown.items()
        },
    }
    return data_script(NAME, content)


@summary("contexts")
def _contexts(own: Corpus) -> Mapping[str, Any]:
    """Of the only event as many sentences of each term as may be shown: their lines by address, and by term their spans."""
    found = {term: some[:IN_FULL] for term, some in places(own.finder, own.segments()).items()}
    shown = {segment.address: segment for some in found.values() for segment in some}
    return {
        "sentences": {address: [_line(segment, lang) for lang in LANGS] for address, segment in shown.items()},
        "terms": {
            term: {segment.address: [_places(own.finder, term, segment, lang) for lang in LANGS] for segment in some}
            for term, some in found.items()
        },
    }


def _tags(corpus: Corpus) -> Mapping[str, Mapping[str, str]]:
    """Under ``tags`` the language of the Chinese words of each event that has them in another script than the page; else nothing."""
    tags = {name: transcript.event.other_tag for name, transcript in corpus.transcripts.items() if transcript.event.other_tag}
    return {"tags": tags} if tags else {}


def _line(segment: Segment, lang: Lang) -> tuple[str, list[Span]]:
    """A sentence as it is displayed, and the spans of it in the other language's script."""
    text = to_full_width(segment.zh.text) if lang == "zh" else segment.en.text
    return text, list(_foreign(text, lang))


def _foreign(text: str, lang: Lang) -> Iterator[Span]:
    start = 0
    for run in script_runs(text, lang):
        if run.foreign:
            yield start, start + len(run.text)
        start += len(run.text)


def _places(finder: Finder, term: str, segment: Segment, lang: Lang) -> list[Span]:
    """The spans of a term in a sentence."""
    return [(found.start, found.end) for found in finder.of(segment, lang) if found.term == term]
