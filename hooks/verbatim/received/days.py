"""The day of an event, where the words before the first speaker state one."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..text import periods, years
from ..text.numerals import numerals, plain

_DATE = re.compile(
    r"(?:民国\s?[\d〇零一二三四五六七八九十百]{1,6}|(?<!\d)\d{4}|[〇零一二三四五六七八九]{4})\s?年"
    r"\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日"
)
_EVENT = re.compile("(?:时间|日期)[:：]|举行|召开|举办|记者会|发布会|吹风会|说明会|座谈会|论坛")
"""What a line says whose date is that of the event, unless it is the date alone."""
_ALONE = re.compile(rf"{_DATE.pattern}[^。]{{0,12}}")


@dataclass(frozen=True)
class StatedDay:
    """A day, and the line that states it."""

    day: datetime.date
    line: str


def stated_day(lines: Iterable[str]) -> StatedDay | None:
    """The one day with its year that the lines about the event state; None where they state none, or several."""
    dated = [(line, plain(line)) for line in lines]
    own = [(line, text) for line, text in dated if _EVENT.search(text) or _ALONE.fullmatch(text.strip())]
    found = [StatedDay(day, line) for line, text in own for words in _DATE.findall(text) if (day := _day(words))]
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
