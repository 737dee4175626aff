"""Register entries drafted from the words of a transcript, with the time, the strength and the scopes of their clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..analysis.announcements import heads_next
from ..analysis.clause_reading import TimeWords, reading
from ..model import PROMISES, Segment
from ..read.corpus import Corpus, Transcript
from ..text import periods, years
from ..text.counts_nothing import spans_of
from ..text.numerals import plain
from ..text.open_points import MARK, is_open, open_value
from .commitments import commitments, dated_cells
from .drafted_entry import Drafted, promising_sentence
from .measures import Units
from .number_entries import number_entries
from .outlook import asks_year

_WHICH_YEAR = "which year? The sentence names another one before it"
_RESTATED = "does the speaker only say again what somebody else promised? Then keep the entry of that one"
_SAID_BEFORE = re.compile(
    plain(
        "(?:剛才|剛剛|前面|此前|先前|方才)(?![^，。；]{0,4}我)[^，。；]{1,12}?(?:提到|說到|講到|談到|說|講|介紹|表示|宣布)[過了]*[，,：:]"
    )
)
"""A clause by which a speaker begins to say again what somebody else has said (剛才處長提到，)."""
_YEAR_BEFORE = re.compile(r"(?:民国)?(?<!\d)\d{3,4}年\Z")
"""The year at the end of what comes before words of time (115年／3月)."""


def drafted(corpus: Corpus, transcript: Transcript, units: Units) -> list[Drafted]:
    """The entries of a transcript, in its order; numbers in the words of those who ask or moderate are figures."""
    found: list[Drafted] = []
    idle = spans_of(transcript.counts_nothing)
    for segment in (one for one in transcript.segments.values() if one.kind != "panel"):
        said = promising_sentence(corpus, transcript, segment)
        numbers = list(number_entries(corpus, segment, idle(segment.zh), units, said))
        may = said and not heads_next(transcript, segment)
        others = commitments(corpus.vocabulary, segment, {one.zh for one in numbers}, said) if said and may else ()
        cells = dated_cells(corpus.vocabulary, segment, said) if said and segment.zh.in_table else ()
        rows = sorted((*numbers, *others, *cells), key=lambda row: segment.zh.text.find(row.zh))
        quotes = [row.zh for row in rows]
        read = [_read(corpus, transcript, segment, row, quotes) for row in rows]
        found += [replace(one, doubt=one.doubt or _RESTATED) if _is_restated(segment.zh.text, one) else one for one in read]
    counts: dict[str, int] = {}
    return [_named(one, counts) for one in found]


def _is_restated(text: str, row: Drafted) -> bool:
    """Whether a promise is in the clause behind the words by which the speaker says again what somebody else said."""
    before = plain(text[: text.find(row.zh)])
    found = _SAID_BEFORE.search(before)
    return row.kind in PROMISES and found is not None and not re.search("[，,；;]", before[found.end() :])


def _named(row: Drafted, counts: dict[str, int]) -> Drafted:
    """The entry with an id of its own: address, and a letter where a sentence has several."""
    number = counts[row.at] = counts.get(row.at, 0) + 1
    return replace(row, id=f"{row.at}-{chr(96 + number)}" if number <= 26 else f"{row.at}-z{number}")


def _read(corpus: Corpus, transcript: Transcript, segment: Segment, row: Drafted, quotes: Sequence[str]) -> Drafted:
    """The entry with the strength, the scopes and the time that its clause gives; ``quotes`` are those of the sentence."""
    read = reading(corpus, transcript, segment, row.zh, quotes)
    scope = tuple(map(open_value, row.scope)) if read is None or is_open(segment.en.text) else tuple(sorted(read.scopes))
    if read is None or row.kind not in PROMISES:
        return replace(row, scope=scope)
    strength = next(iter(sorted(read.strengths)), MARK)
    dated = _dated(corpus, transcript, segment, row, read.times[0]) if read.times else {}
    return replace(row, scope=scope, strength=row.strength if row.strength in read.strengths else strength, **dated)


def _dated(corpus: Corpus, transcript: Transcript, segment: Segment, row: Drafted, time: TimeWords) -> dict[str, Any]:
    """The time of an entry: year, period, Chinese words and the sentence that they are from; nothing where no year is known."""
    at = transcript.segments[time.at] if time.at else segment
    folded, date = plain(at.zh.text), transcript.event.date
    before = -1 if time.at else folded.rfind(time.words, 0, folded.find(plain(row.zh)) + len(row.zh))
    start = folded.index(time.words) if before < 0 else before  # what is said twice dates the clause after it
    dated = _YEAR_BEFORE.search(folded, 0, start)
    words = _span(at.zh.text, start) or at.zh.text[dated.start() if dated else start : periods.end_of(folded, start + len(time.words))]
    relative = periods.relative(corpus.vocabulary, words, "zh", date)
    stated = periods.stated(words, "zh") or [(kind, number) for _, kind, number in relative]
    meant = years.meant(corpus.vocabulary.years, words, date.year) or {year for year, _, _ in relative} if date else set()
    found = sorted(years.stated(words, "zh") or meant or ({date.year} if date and stated else set()))
    period = "".join(f", {kind}: {number}" for kind, number in stated[-1:])
    if len(stated) > 1 and found:
        period += f", since: {{year: {found[0]}, {stated[0][0]}: {stated[0][1]}}}"
    doubt = _WHICH_YEAR if asks_year(words, at.zh.text) else row.doubt
    year = found[-1 if len(stated) > 1 else 0] if found else 0
    return {"year": year, "period": period, "words": words, "time_at": time.at or "", "doubt": doubt} if found else {}


def _span(text: str, start: int) -> str:
    """The span of months that holds a place of a Chinese text; empty where none does, or where its end is in a year that nobody names."""
    place = periods.span_at(plain(text), start)
    words = text[slice(*place)] if place else ""
    months = [number for _, number in periods.stated(words, "zh")]
    return words if len(set(years.stated(words, "zh"))) > 1 or months == sorted(set(months)) else ""
