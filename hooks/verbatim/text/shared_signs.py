"""Numbers of which the last alone has the scale or the percent sign: 3%、4%、5% is “3, 4 and 5 percent”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from .numerals import Value, placed, plain

_JOINED = re.compile(r"(?:,\s+(?:and\s+|or\s+)?|\s+(?:to|and|or)\s+)(?:by\s+)?(?:[A-Z]{2,3}\s?|[A-Z]{0,2}[$€£¥])?")
"""What stands between numbers of which the last alone has the scale or the percent sign."""
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


def shared_signs(en: str) -> Iterator[tuple[Value, Value]]:
    """Numbers of a list or a change as they are with the scale or the percent sign of the last of them, and as they stand."""
    yield from ((meant, value) for _, _, meant, value in _sharing(plain(en)))


def as_shared(en: str) -> str:
    """An English text in which each number of a list or a change has the percent sign of the last of them."""
    if "%" not in en and "percent" not in en.lower():
        return en
    for end in [end for _, end, meant, _ in _sharing(plain(en)) if meant.percent]:
        en = f"{en[:end]}%{en[end:]}"
    return en


def _sharing(en: str) -> Iterator[tuple[int, int, Value, Value]]:
    """Start and end of each such number, from the last on, as it is meant and as it stands."""
    following: tuple[int, Value, Decimal] | None = None
    for start, end, value in reversed(placed(en, "en")):
        scale = _scale(en[start:end], value)
        if value.percent or scale != 1:
            following = start, value, scale
        elif following and _JOINED.fullmatch(en, end, following[0]):
            yield start, end, Value(value.number * following[2], following[1].percent), value
            following = start, *following[1:]
        else:
            following = None


def _scale(number: str, value: Value) -> Decimal:
    """What the digits of a number are multiplied by; 1 for a number in words."""
    digits = _DIGITS.match(number)
    own = Decimal(digits[0].replace(",", "")) if digits else value.number
    return value.number / own if own else Decimal(1)
