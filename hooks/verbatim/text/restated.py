"""Numbers that English rightly states otherwise than the Chinese: 18時 as 6 pm, 斤 in tons, “3, 4 and 5 percent” for 3%、4%、5%."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from .numerals import Value, placed, plain

_AFTERNOON = re.compile(r"(?<![\d.:])(?:1[3-9]|2[0-3])(?=\s?(?:时(?!间|代|速)|点|[:：]\d\d))")
_PM = re.compile(
    r"(?<![\d.:])(?P<hour>\d{1,2})(?:[:.]\d\d)?(?=(?:\s?(?:[-–]|to|and|until)\s?\d{1,2}(?:[:.]\d\d)?)?\s?p\.?m\b)",
    re.I,
)
_NOON = 12
_JOINED = re.compile(r"(?:,\s+(?:and\s+|or\s+)?|\s+(?:to|and|or)\s+)(?:by\s+)?(?:[A-Z]{2,3}\s?|[A-Z]{0,2}[$€£¥])?")
"""What stands between numbers of which the last alone has the scale or the percent sign."""
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MEASURES = (
    (re.compile(r"[多余]?(?<![公台])斤"), re.compile(r"\btons?\b|\btonnes?\b", re.I), Decimal(1) / 2000),
    (re.compile(r"[多余]?(?<![公台])斤"), re.compile(r"\bkg\b|\bkilograms?\b|\bkilos?\b", re.I), Decimal("0.5")),
    (re.compile("[多余]?亩"), re.compile(r"\bhectares?\b|\bha\b", re.I), Decimal(1) / 15),
)
"""Measures of the mainland, what English converts them into, and how many of these one is."""
_NEAR = Decimal("0.005")
"""How far a converted number may be rounded."""


def restated(zh: str, en: str, only_zh: Counter[Value], only_en: Counter[Value]) -> Iterator[tuple[Value, Value]]:
    """Pairs of a number that only the Chinese has and one that only the English has, which state the same."""
    yield from _hours(plain(zh), plain(en))
    yield from _shared(plain(en))
    yield from _converted(plain(zh), plain(en), only_zh, only_en)


def _hours(zh: str, en: str) -> Iterator[tuple[Value, Value]]:
    """The hours of the afternoon by a clock of 24 hours and by one of 12."""
    said = {Decimal(found[0]) for found in _AFTERNOON.finditer(zh)}
    for found in _PM.finditer(en):
        hour = Decimal(found["hour"])
        if hour + _NOON in said:
            yield Value(hour + _NOON), Value(hour)


def _shared(en: str) -> Iterator[tuple[Value, Value]]:
    """Numbers of a list or a change as they are with the scale or the percent sign of the last of them, and as they stand."""
    following: tuple[int, Value, Decimal] | None = None
    for start, end, value in reversed(placed(en, "en")):
        scale = _scale(en[start:end], value)
        if value.percent or scale != 1:
            following = start, value, scale
        elif following and _JOINED.fullmatch(en, end, following[0]):
            yield Value(value.number * following[2], following[1].percent), value
            following = start, *following[1:]
        else:
            following = None


def _scale(number: str, value: Value) -> Decimal:
    """What the digits of a number are multiplied by; 1 for a number in words."""
    digits = _DIGITS.match(number)
    own = Decimal(digits[0].replace(",", "")) if digits else value.number
    return value.number / own if own else Decimal(1)


def _converted(zh: str, en: str, only_zh: Counter[Value], only_en: Counter[Value]) -> Iterator[tuple[Value, Value]]:
    """Numbers of a measure of the mainland and the metric numbers that they are."""
    for measure, unit, worth in _MEASURES:
        if unit.search(en):
            for _, end, value in placed(zh, "zh"):
                if only_zh[value] and measure.match(zh, end):
                    metric = value.number * worth
                    yield from ((value, one) for one in only_en if not one.percent and abs(one.number - metric) <= _NEAR * metric)
