"""Measures of the mainland and Taiwan that English converts (斤 in tons, 坪 in square meters), and those that it gives as they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from .numerals import Value, placed, plain

_MEASURES = (
    (re.compile(r"[多余]?斤"), re.compile(r"\btons?\b|\btonnes?\b", re.I), Decimal(1) / 2000),
    (re.compile(r"[多余]?斤"), re.compile(r"\bkg\b|\bkilograms?\b|\bkilos?\b", re.I), Decimal("0.5")),
    (re.compile("[多余]?臺斤"), re.compile(r"\bkg\b|\bkilograms?\b|\bkilos?\b", re.I), Decimal("0.6")),
    (re.compile("[多余]?坪"), re.compile(r"\bsquare met(?:er|re)s?\b|\bsq\.? ?m\b", re.I), Decimal(400) / 121),
    (re.compile("[多余]?亩"), re.compile(r"\bhectares?\b|\bha\b", re.I), Decimal(1) / 15),
)
"""Measures of the mainland and Taiwan, what English converts them into, and how many of these one is."""
_NEAR = Decimal("0.005")
"""How far a converted number may be rounded."""


def converted(zh: str, en: str, only_zh: Counter[Value], only_en: Counter[Value]) -> Iterator[tuple[Value, Value]]:
    """Pairs of a number of such a measure that only the Chinese has and the metric number that it is, which only the English has."""
    zh, en = plain(zh), plain(en)
    for measure, unit, worth in _MEASURES:
        if unit.search(en):
            for _, end, value in placed(zh, "zh"):
                if only_zh[value] and measure.match(zh, end):
                    metric = value.number * worth
                    yield from ((value, one) for one in only_en if not one.percent and abs(one.number - metric) <= _NEAR * metric)


def unconverted(zh: str, en: str) -> list[str]:
    """The numbers of such a measure that English gives as they are, with a metric unit: 1200斤 as 1,200 kg."""
    chinese, english = plain(zh), plain(en)
    wrong = []
    for measure, unit, _ in _MEASURES:
        if unit.search(english) and measure.search(chinese):
            counted = placed(zh, "zh")
            times = Counter(value for _, _, value in counted)
            metric = {value for _, end, value in placed(en, "en") if english[end : end + 1] in " -" and unit.match(english, end + 1)}
            for start, end, value in counted:
                found = measure.match(chinese, end)
                if found and value in metric and times[value] == 1:
                    wrong.append(zh[start : found.end()])
    return wrong
