"""The English words that state the time of a register entry, found in the translation of the sentence that states it."""

from __future__ import annotations

import datetime
import re

from ..model import Deadline, Vocabulary
from ..text import periods, years
from ..text.english_numbers import MONTHS
from .proposals import Proposal

_MONTHS = "|".join(MONTHS)
_BEFORE = (
    r"(?:(?:(?:in|on|at)\s+or\s+)?"
    r"(?:by|before|in|from|until|till|within|during|over|starting|as of|no later than|around|(?<!compared )to)\s+)"
)
_PART = (
    r"(?:(?:the\s+)?(?:(?:very\s+)?(?:end|close|start|beginning|middle)|(?:first|second)\s+half"
    r"|(?:first|second|third|fourth)\s+quarter)\s+of\s+)"
)
_NAMED = r"(?:this|next|last|the\s+(?:current|coming|following|same|previous))\s+(?:year|month|quarter)"
_DATED = rf"(?:the\s+year\s+)?{years.NUMBER}"
_WHOLE = rf"(?:{_NAMED}|{_DATED}|(?:the\s+)?(?:end\s+of\s+the\s+year|year[-\s]end|year))"
_MONTH = rf"(?:{_MONTHS})(?:\s+\d{{1,2}}(?!\d))?(?:,?\s+(?:of\s+)?{_WHOLE})?"
_TIME = re.compile(rf"\b{_BEFORE}?{_PART}*(?:{_MONTH}|{_WHOLE})\b", re.I)
_SPAN = re.compile(rf"\b(?:{_BEFORE}|between\s+)?{_MONTH}\s*(?:\b(?:to|through|until|till|and)\b|[–—-])\s*{_MONTH}\b", re.I)
"""Words of a span of months (from May 3 to June 2033)."""
_BARE = re.compile(rf"{years.NUMBER}|(?:{_MONTHS})|(?:the\s+)?year", re.I)
"""Words that are a time only after a preposition: 2033 may be a number, May a name."""
_OTHERWISE_BEFORE = re.compile(r"(?:\b(?:not|after|since|than)\s+|[-‐–—]\s*)\Z", re.I)
_NOT_BEFORE = re.compile(r"(?:\b(?:not|never)|n[’']t)\b[^,;.]*\Z", re.I)
_OTHERWISE_AFTER = re.compile(r"\s*[-‐–—]\s*\w|,?\s+(?:after|before)\b", re.I)
"""What makes another time, or none, of the words beside it."""
_THIS = re.compile(r"\b(?:(?:this|the\s+current|within\s+the)\s+year|year[-\s]end|end\s+of\s+the\s+year)\b(?!\s+\d)", re.I)
_NEXT = re.compile(r"\b(?:next|the\s+(?:coming|following))\s+year\b", re.I)
_LAST = re.compile(r"\b(?:last|the\s+previous)\s+year\b", re.I)
_YEARS = ((0, _THIS), (1, _NEXT), (-1, _LAST))


def time_words(vocabulary: Vocabulary, time: Deadline, text: str, day: datetime.date | None) -> Proposal | None:
    """The words of an English sentence that state the year and the period of an entry; None where none do."""
    words = _SPAN if time.since else _TIME
    found = [one[0] for one in words.finditer(text) if _is_time(one) and _states(vocabulary, time, one[0], day)]
    return Proposal(found[0], len(found) == 1) if found else None


def _is_time(found: re.Match[str]) -> bool:
    """Whether words are a time as they stand in their sentence."""
    text = found.string
    denied = re.match("before|until|till", found[0], re.I) and _NOT_BEFORE.search(text, 0, found.start())
    changed = denied or _OTHERWISE_BEFORE.search(text, 0, found.start()) or _OTHERWISE_AFTER.match(text, found.end())
    return not changed and not _BARE.fullmatch(found[0]) and not re.search(r"\bmay\b", found[0])


def _states(vocabulary: Vocabulary, time: Deadline, words: str, day: datetime.date | None) -> bool:
    """Whether words state the time: its year by number or by the day of the event, and just its period."""
    later = periods.relative(vocabulary, words, "en", day)
    stated = {*periods.stated(words, "en"), *((kind, number) for _, kind, number in later)}
    if stated != {one.period for one in time.times if one.period}:
        return False
    named = set(years.stated(words, "en")) | {year for year, _, _ in later} | _meant(words, day)
    return named == {one.year for one in time.times} if named else bool(stated)


def _meant(words: str, day: datetime.date | None) -> set[int]:
    """The years that “this year”, “next year” and “last year” mean by the day of the event."""
    return {day.year + distance for distance, pattern in _YEARS if pattern.search(words)} if day else set()
