"""The day of an event, where the words before the first speaker state one."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..text import periods, years
from ..text.numerals import numerals, plain

_DATE = re.compile(r"(?:民国\s?)?[^\s,，。:：;；年]{2,4}\s?年\s?[^\s,，。:：;；月]{1,3}\s?月\s?[^\s,，。:：;；日]{1,3}\s?日")


@dataclass(frozen=True)
class StatedDay:
    """A day, and the line that states it."""

    day: datetime.date
    line: str


def stated_day(lines: Iterable[str]) -> StatedDay | None:
    """The one day that some lines state with its year; None where they state none, or several."""
    found = [StatedDay(day, line) for line in lines for words in _DATE.findall(plain(line)) if (day := _day(words))]
    return found[0] if len({one.day for one in found}) == 1 else None


def _day(words: str) -> datetime.date | None:
    """The day that a date in folded Chinese states."""
    numbers = numerals(words)
    year, period = years.stated(words, "zh"), periods.stated(words, "zh")
    if len(year) != 1 or len(period) != 1 or not numbers or numbers[-1].value is None:
        return None
    try:
        return datetime.date(year[0], period[0][1], int(numbers[-1].value))
    except ValueError:  # no such day
        return None
