"""The English words that state the time of a register entry, found in the translation of the sentence that states it."""

from __future__ import annotations

import calendar
import datetime
import re

from ..model import Deadline, Vocabulary
from ..text import periods, years
from .proposals import Proposal

_MONTHS = "|".join(calendar.month_name[1:])
_YEAR = r"(?:1[89]|2[01])\d\d"
_BEFORE = r"(?:(?:by|before|in|from|until|till|within|during|over|starting|as of|no later than|around)\s+)?"
_PART = (
    r"(?:(?:the\s+)?(?:(?:very\s+)?(?:end|close|start|beginning|middle)|(?:first|second)\s+half"
    r"|(?:first|second|third|fourth)\s+quarter)\s+of\s+)*"
)
_NAMED = r"(?:this|next|the\s+(?:current|coming|following|same))\s+(?:year|month|quarter)"
_WHOLE = rf"(?:{_NAMED}|(?:the\s+)?(?:end\s+of\s+the\s+year|year[-\s]end|year)|{_YEAR})"
_MONTH = rf"(?:{_MONTHS})(?:\s+\d{{1,2}}(?!\d))?(?:,?\s+(?:of\s+)?{_WHOLE})?"
_TIME = re.compile(rf"\b{_BEFORE}{_PART}(?:{_MONTH}|{_WHOLE})\b", re.I)
_THIS = re.compile(r"\b(?:(?:this|the\s+current|within\s+the)\s+year|year[-\s]end|end\s+of\s+the\s+year)\b", re.I)
_NEXT = re.compile(r"\b(?:next|the\s+(?:coming|following))\s+year\b", re.I)


def time_words(vocabulary: Vocabulary, time: Deadline, text: str, day: datetime.date | None) -> Proposal | None:
    """The words of an English sentence that state the year and the period of an entry; None where none do, or where it is a span."""
    if time.since:
        return None
    found = [one[0] for one in _TIME.finditer(text) if _states(vocabulary, time, one[0], day)]
    return Proposal(found[0], len(found) == 1) if found else None


def _states(vocabulary: Vocabulary, time: Deadline, words: str, day: datetime.date | None) -> bool:
    """Whether words state the time: its year by number or by the day of the event, and just its period."""
    later = periods.relative(vocabulary, words, "en", day)
    stated = {*periods.stated(words, "en"), *((kind, number) for _, kind, number in later)}
    if stated != ({time.period} if time.period else set()):
        return False
    named = set(years.stated(words, "en")) | {year for year, _, _ in later} | _meant(words, day)
    return named == {time.year} if named else bool(stated)


def _meant(words: str, day: datetime.date | None) -> set[int]:
    """The years that “this year” and “next year” mean by the day of the event."""
    if day is None:
        return set()
    return {day.year + distance for distance, pattern in enumerate((_THIS, _NEXT)) if pattern.search(words)}
