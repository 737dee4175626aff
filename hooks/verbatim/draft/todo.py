"""What is open in a draft: each point with file, line and what to decide, and the terms that the glossary may want."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..model import OpenPoint
from ..model.open_point import KINDS
from ..read.corpus import Corpus
from ..rules.open_points import by_event, summary
from ..text.escapes import LABEL
from ..text.open_points import MARK
from .terms import by_form, candidates, known

_ASKED: Mapping[str, str] = {
    "title": "the title",
    "short": "a short title for the navigation",
    "zh": "how the text came and where it is from, in Chinese",
    "en": "the same in English",
    "basis": "who says that this is the day",
    "name": "the name in English",
    "pinyin": "the name in pinyin with tone marks",
    "office": "the office",
    "reason": "the reason, for readers",
    "quote": "the English words that the entry rests on, verbatim from the line",
    "what": "what is promised or stated, in a few words and without the number",
    "amount": "how the number is to be understood",
    "unit": "what the number counts",
    "by": "the English words that state the time",
    "strength": "how firm the promise is",
    "field": "the policy field",
    "scope": "whether the promise is of this scope; without one, remove the line",
    "kind": "whether this is a speaker",
    "find": "what the numeral is, and the class",
    "id": "the forms in English",
}
"""What an open point is about, by the key of its line."""
_KEY = re.compile(r"\s*(?:- )?\{?(\w+): ")
_COMMENT = re.compile(rf"#\s*{MARK}\s*(.+)")
_VALUE = re.compile(rf"^(?:{LABEL})?{MARK} ?")


def todo(corpus: Corpus, event: str) -> Iterator[str]:
    """The lines of the list of one event, by kind, then file and line; totals, and terms, at the end."""
    points = by_event(corpus.open_points).get(event, [])
    for kind in KINDS:
        some = sorted(point for point in points if point.kind == kind)
        if some:
            yield f"{kind} ({len(some)})"
            yield from (f"  {point.path}:{point.line}: {_decision(point, corpus)}" for point in some)
            yield ""
    yield from _terms(corpus, event)
    yield f"{event}: {summary(points)}"


def _decision(point: OpenPoint, corpus: Corpus) -> str:
    """What to decide at an open point."""
    if point.kind == "translation":
        return _translation(point, corpus)
    if point.kind == "titles":
        return f"write the title, heading or description: {point.text.strip()}"
    comment, key = _COMMENT.search(point.text), _KEY.match(point.text)
    if comment:
        return comment[1]
    return f"{_ASKED.get(key[1] if key else '', 'what is open here')}: {point.text.strip()}"


def _translation(point: OpenPoint, corpus: Corpus) -> str:
    """The Chinese of an English line that is open, and what is proposed for it."""
    segments = corpus.transcripts[point.event].segments.values()
    found = next((one for one in segments if (one.path("en"), one.en.number) == (point.path, point.line)), None)
    zh, proposal = found.zh.text if found else "", _VALUE.sub("", point.text)
    if found and set(found.en.cells or (found.en.text,)) == {MARK}:  # an item or a row, each cell of which is open
        proposal = ""
    return f"{'compare' if proposal else 'translate'}: {zh}{' = ' + proposal if proposal else ''}"


def _terms(corpus: Corpus, event: str) -> Iterator[str]:
    """Terms of the glossary in the event, and strings that may be terms: by their form, then those that occur often."""
    texts = [segment.zh.text for segment in corpus.transcripts[event].segments.values()]
    found, formed = known(corpus, texts), by_form(corpus, texts)
    often = [(text, count) for text, count in candidates(corpus, texts) if text not in dict(formed)]
    if found:
        yield f"terms of the glossary that occur: {', '.join(found)}"
    if formed:
        yield f"strings that may be terms by their form: {', '.join(f'{text} {count}' for text, count in formed)}"
    if often:
        yield f"strings that occur often and may be terms: {', '.join(f'{text} {count}' for text, count in often)}"
    if found or formed or often:
        yield ""
