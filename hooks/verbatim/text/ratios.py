"""Ratios as English writes them (3‰, 3 per thousand, 2 in 10,000), read as what the Chinese states (千分之三, 萬分之二)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal

from .english_numbers import SCALES
from .numerals import DASH, Value, placed, plain

_OF = r"\s+(?:per|in|out\s+of)\s+(?:every\s+)?"
_SIGN = re.compile(r"\s?‰|\s+per\s?mil(?:le?)?\b", re.I)
_SCALE = re.compile(rf"{_OF}(?P<scale>{'|'.join(SCALES)})\b", re.I)
_NUMBER = re.compile(_OF, re.I)
_DASH = re.compile(DASH["en"], re.I)
_THOUSAND = Decimal(1000)

Ratio = tuple[int, int, Decimal, Decimal, bool]
"""Start and end of a ratio, its number, what it is out of, and whether that is certain: 2 in 10,000 may also be two numbers."""


def as_stated(english: str, stated: Collection[Value]) -> str:
    """An English text with its ratios written as the percentages or fractions that the Chinese states, those with a sign (‰) always."""
    folded = plain(english)
    if not _SIGN.search(folded) and not any(one.percent or one.number < 1 for one in stated):
        return english  # to find the numbers takes far longer
    for start, end, number, whole, certain in _from_the_last(folded):
        percentage, fraction = Value(number * 100 / whole, percent=True), Value(number / whole)
        said = next((one for one in (percentage, fraction) if one in stated), percentage if certain else None)
        english = english if said is None else f"{english[:start]}{said}{english[end:]}"
    return english


def _from_the_last(text: str) -> Iterator[Ratio]:
    """The ratios of a folded text, the last one first; both ends of a range are out of the same (3–5‰)."""
    behind: tuple[int, int, Value] | None = None
    ratio: Ratio | None = None
    for start, end, value in reversed(placed(text, "en")):
        if behind and ratio and _DASH.fullmatch(text, end, behind[0]):
            ratio = start, end, value.number, *ratio[3:]
        else:
            ratio = _ratio(text, start, end, value, behind)
        if ratio:
            yield ratio
        behind = start, end, value


def _ratio(text: str, start: int, end: int, value: Value, behind: tuple[int, int, Value] | None) -> Ratio | None:
    """The ratio of a number to a sign, a word of scale or the number behind it."""
    if value.percent:
        return None
    if sign := _SIGN.match(text, end):
        return start, sign.end(), value.number, _THOUSAND, True
    if word := _SCALE.match(text, end):
        return start, word.end(), value.number, Decimal(SCALES[word["scale"].lower()]), False
    if behind and behind[2].number > 1 and _NUMBER.fullmatch(text, end, behind[0]):
        return start, behind[1], value.number, behind[2].number, False
    return None
