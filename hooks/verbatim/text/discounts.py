"""Discounts, which the two languages tell from opposite ends: 八折 is 80% of the price, and 20% off it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from .han_numbers import han_value
from .numerals import Value, placed, plain

_DISCOUNT = re.compile(
    r"(?:(?P<digits>\d(?:\.\d)?|\d\d)|(?P<tens>[一二三四五六七八九])(?P<ones>[一二三四五六七八九]?))"
    r"(?:(?=(?:[至到–~-])(?:\d(?:\.\d)?|\d\d|[一二三四五六七八九]{1,2})折)|折(?![旧算叠合返断射磨线]))"
)
"""A price at so many tenths or hundredths of what it was (八折, 8.5折, 七五折)."""
_OFF = re.compile(
    r"(?:\s?(?:to|and|or|–|-)\s?[\d.]+\s?%)?[\s-]+(?:off|discount|reduction|cheaper|less|lower|cut|saving|rebate|markdown)", re.I
)
_BY = re.compile(
    r"(?:\bby|\bdiscounts?(?: of| from)|\breduction of|\bcut of|\bsav(?:e|es|ed|ing)|\bminus)\s+"
    r"(?:up to\s+|as much as\s+|[\d.]+\s?%\s?(?:to|and|or|–|-)\s?)?\Z",
    re.I,
)
"""What is behind a percentage that is taken off, or behind the other end of a range, and what is before one."""
_RAISED = re.compile(r"\b(?:rais|increas|ris|rose|up|higher|grow|grew|climb|jump|surg|add)\w*[^,.;]*\bby\s+\Z", re.I)
"""What is before one that is added."""
_HALF_PRICE = re.compile("半价|对折")
_HALF_OF = Decimal(50)
_HALF = re.compile(r"\bhalf\b", re.I)


def told(zh: str, en: str) -> Iterator[tuple[Value, Value]]:
    """Each discount of a Chinese text as the number it has there, with the percentage by which the English tells it; each is told once."""
    folded = plain(en)
    said = list(_percentages(folded))
    halves = len(_HALF.findall(folded))
    for found in _DISCOUNT.finditer(plain(zh)):
        digits = found["digits"] or "".join(str(han_value(one)) for one in (found["tens"], found["ones"]) if one)
        paid = Decimal(digits) * (1 if len(digits) == 2 else 10)
        answer = next((one for one in said if one[0].number == (100 - paid if one[1] else paid)), None)
        if answer:
            said.remove(answer)
            yield Value(Decimal(digits)), answer[0]
        elif paid == _HALF_OF and halves:
            halves -= 1
            yield Value(Decimal(digits)), Value(paid, True)
    if _HALF_PRICE.search(plain(zh)):
        yield from ((Value(_HALF_OF), one) for one, _ in said if one.number == _HALF_OF)


def _percentages(english: str) -> Iterator[tuple[Value, bool]]:
    """The percentages of a folded English text, each with whether it is taken off."""
    for start, end, value in placed(english, "en"):
        if value.percent:
            yield value, bool(_OFF.match(english, end) or (_BY.search(english, 0, start) and not _RAISED.search(english, 0, start)))
