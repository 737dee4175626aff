"""Lengths of time that the two languages count in other units: 18個月 and a year and a half, 7天 and a week, 10年 and a decade."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from ..model import Lang
from .numerals import placed, plain
from .years import YEAR_IN_DIGITS

_Unit = tuple[str, str, int]
"""The English name of a unit, what it is counted in, and how many of these it is: days and months are no multiples of one another."""
_CLOCK = {"minute": 1, "hour": 60, "day": 24 * 60, "week": 7 * 24 * 60, "fortnight": 14 * 24 * 60}
_CALENDAR = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_EN_UNITS: Mapping[str, _Unit] = {
    **{name: (name, "minutes", length) for name, length in _CLOCK.items()},
    **{name: (name, "months", length) for name, length in _CALENDAR.items()},
}
_ZH_NAMES = {
    **{"分钟": "minute", "小时": "hour", "钟头": "hour", "天": "day", "日": "day", "周": "week", "星期": "week", "礼拜": "week"},
    **{"月": "month", "年": "year", "世纪": "century"},
}
_ZH_COUNTED = re.compile(
    r"\s?(?:(?P<half>个半)|个)?(?P<unit>分钟|小时|钟头|天|日(?=[以之]?内)|周(?![年岁边])|星期|礼拜|(?<=[个半])月|年(?![级代])|世纪)(?P<more>半(?!年))?"
)
_HALF_IN_WORDS = "半"
_OF_NO_LENGTH = re.compile(r"(?:第|民国)\s?\Z")
_OF_NO_HALF = ("上", "下", "前", "后", "首", "大")
"""What is before a number that says which one it is (第3年, 上半年) and not how many."""
_NAMES = "|".join(name for name in _EN_UNITS if name != "century")
_PLURAL = rf"(?:(?P<unit>{_NAMES})s?|(?P<centuries>centur(?:y|ies)))(?![\w-])"
_EN_COUNTED = re.compile(rf"(?:\s+of)?(?:\s+an?)?[\s-]+{_PLURAL}(?P<more>\s+and\s+a\s+half\b)?", re.I)
_EN_ONE = re.compile(
    rf"\b(?:an?\s+(?P<unit>{_NAMES}|century)|(?:past|last|next|coming|following|previous)\s+(?P<next>{_NAMES}|century)"
    r"|(?P<alone>decade|century|fortnight))(?![\w-])(?P<more>\s+and\s+a\s+half\b)?",
    re.I,
)
"""One of a unit (a year and a half, the past week); “this year” and “the week” are calendar years and weeks."""
_HALF = Decimal("0.5")
_Written = Literal["digits", "words", "article"]
"""How a text writes a number: “a week” and “the past week” have one of them without saying so."""


@dataclass(frozen=True)
class Duration:
    """A length of time: its span, what it is counted in and how long it is, its number as digits or empty, its unit in English.

    ``half``: a half is said behind the unit, or is all that there is.
    """

    start: int
    end: int
    measure: tuple[str, Decimal]
    number: str
    unit: str
    half: bool
    written: _Written

    @property
    def whole(self) -> str:
        """The number without what is behind its point."""
        return self.number.partition(".")[0]

    def __str__(self) -> str:
        if not self.number:
            return f"half a {self.unit}"
        return f"{self.number} {self.unit}s{' and a half' * self.half}"


def as_stated(chinese: str, english: str) -> str:
    """An English text in which lengths of time are counted as the Chinese counts them, where they are as long."""
    stated = list(_durations(chinese, "zh"))
    return _compared(stated, english)[0] if stated else english


def miscounted(chinese: str, english: str) -> list[str]:
    """The lengths of time of a Chinese text of which the English has the number alone: for 3天, 3 weeks; for 四年半, four years."""
    stated = list(_durations(chinese, "zh"))
    if not stated:
        return []
    _, stated, said = _compared(stated, english)
    numbers = {one.whole for one in said if one.number and one.written != "article"}
    return [str(one) for one in stated if one.number and one.whole in numbers]


def _compared(stated: list[Duration], english: str) -> tuple[str, list[Duration], list[Duration]]:
    """An English text as stated, with the lengths of time that the Chinese alone has, and those that the English alone has."""
    said = list(_durations(english, "en"))
    for one in [*said]:  # what both count in one way answers itself
        same = next((other for other in stated if (other.measure, other.unit, other.half) == (one.measure, one.unit, one.half)), None)
        if same and (one.written != "article" or (same.written != "digits" and not one.half)):
            stated.remove(same)
            said.remove(one)
    for one in [*reversed(said)]:
        alike = next((those for those in _lengths(stated) if _together(those) == one.measure), ())
        if alike:
            said.remove(one)
            for same in alike:
                stated.remove(same)
            english = f"{english[: one.start]}{' '.join(map(str, alike))}{english[one.end :]}"
    return english, stated, said


def _lengths(stated: list[Duration]) -> Iterator[tuple[Duration, ...]]:
    """Each length of time of a Chinese text, the last one first, then what two at a time are together (1年6個月)."""
    yield from ((one,) for one in reversed(stated))
    for first, then in pairwise(stated):
        if first.end == then.start and first.measure[0] == then.measure[0]:
            yield first, then


def _together(those: tuple[Duration, ...]) -> tuple[str, Decimal]:
    """What some lengths of time are counted in, and how long they are together."""
    return those[0].measure[0], sum((one.measure[1] for one in those), Decimal(0))


def _durations(text: str, lang: Lang) -> Iterator[Duration]:
    """The lengths of time in a text; each place is part of one."""
    folded = plain(text)
    if not _may_count(folded, lang):
        return  # to find the numbers takes far longer
    end = 0
    found = sorted([*_counted(folded, lang), *(_uncounted(folded) if lang == "en" else ())], key=lambda one: (one.start, -one.end))
    for one in found:
        if one.start >= end:
            yield one
            end = one.end


def _may_count(folded: str, lang: Lang) -> bool:
    """Whether a text names a unit at all."""
    names = _ZH_NAMES if lang == "zh" else (*_EN_UNITS, "centuries")
    lower = folded.lower()
    return any(name in lower for name in names)


def _counted(folded: str, lang: Lang) -> Iterator[Duration]:
    """The numbers of a folded text that count a unit."""
    for start, end, value in placed(folded, lang):
        unit = (_ZH_COUNTED if lang == "zh" else _EN_COUNTED).match(folded, end)
        if unit and not value.percent and value.number > 0 and _is_length(folded, start, end, lang):
            name = _ZH_NAMES[unit["unit"]] if lang == "zh" else (unit["unit"] or "century").lower()
            half = bool(unit["more"] or (lang == "zh" and unit["half"]))
            number = value.number
            if folded[start:end] == _HALF_IN_WORDS:
                half, number = True, Decimal(0)
            written: _Written = "digits" if any(map(str.isdecimal, folded[start:end])) else "words"
            yield _duration(start, unit.end(), number, name, half, written)


def _is_length(folded: str, start: int, end: int, lang: Lang) -> bool:
    """Whether a number says how many, and not which year or which of several."""
    before, number = folded[:start], folded[start:end]
    which = lang == "zh" and (_OF_NO_LENGTH.search(before) or (number == _HALF_IN_WORDS and before.endswith(_OF_NO_HALF)))
    return not which and not YEAR_IN_DIGITS.fullmatch(number)


def _uncounted(folded: str) -> Iterator[Duration]:
    """What a folded English text has one of (a year and a half, the past decade)."""
    for one in _EN_ONE.finditer(folded):
        place = next(name for name in ("unit", "next", "alone") if one[name])
        start = one.start() if place == "unit" else one.start(place)
        yield _duration(start, one.end(), Decimal(1), one[place].lower(), bool(one["more"]), "article")


def _duration(start: int, end: int, number: Decimal, name: str, half: bool, written: _Written) -> Duration:
    unit, counted_in, length = _EN_UNITS[name]
    measure = counted_in, (number + _HALF * half) * length
    return Duration(start, end, measure, f"{number.normalize():f}" if number else "", unit, half, written)
