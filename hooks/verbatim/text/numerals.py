"""Numbers as the two languages write them: numerals of the source, and quantities with operator and unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ..model import Lang

SCALE = {"": 1, "萬": 10**4, "億": 10**8, "thousand": 10**3, "million": 10**6, "billion": 10**9}
ZH = r"\d+(?:\.\d+)?[萬億]?"
EN = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_IN_ENGLISH = re.compile(rf"(?<![\d.,])(?P<number>{EN})(?P<percent>%)?(?:\s+(?P<scale>thousand|million|billion)\b)?", re.I)
_HAN_DIGITS = {character: number for number, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "兩": 2, "雙": 2}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
NUMERAL = re.compile(rf"{ZH}%?|[〇零一二三四五六七八九十百千萬億兩雙半]+")


@dataclass(frozen=True)
class Numeral:
    """A numeral of a Chinese text: its span and, for Arabic digits, its value (8.5% is 8.5)."""

    start: int
    end: int
    text: str
    value: Decimal | None


def numerals(text: str) -> list[Numeral]:
    """Every numeral of a Chinese text, Arabic and Chinese, in order."""
    return [
        Numeral(found.start(), found.end(), found[0], value_zh(found[0]) if found[0][0].isdecimal() else None)
        for found in NUMERAL.finditer(text)
    ]


@dataclass(frozen=True, order=True)
class Value:
    """A number that can be compared across languages: 8.5% is 8.5 per cent, not 8.5."""

    number: Decimal
    percent: bool = False

    def __str__(self) -> str:
        return f"{without_exponent(self.number)}{'%' * self.percent}"


def values(text: str, lang: Lang) -> list[Value]:
    """The numbers that a text writes in digits, with 萬 and million counted in."""
    if lang == "zh":
        return [Value(one.value, one.text.endswith("%")) for one in numerals(text) if one.value is not None]
    return [
        Value(value_en(found["number"]) * SCALE[(found["scale"] or "").lower()], found["percent"] is not None)
        for found in _IN_ENGLISH.finditer(text)
    ]


def han_value(text: str) -> Decimal:
    """The value of a Chinese numeral up to the thousands: 二十 is 20, 十二 is 12; 萬, 億 and 半 count nothing here."""
    total = digit = 0
    for character in text:
        if character in _HAN_UNITS:
            total, digit = total + (digit or 1) * _HAN_UNITS[character], 0
        else:
            digit = _HAN_DIGITS.get(character, 0)
    return Decimal(total + digit)


def without_exponent(number: Decimal) -> str:
    """A number without zeros that say nothing: of 1.5萬, 15000 and not 15000.0."""
    return f"{number.normalize():f}"


def value_zh(text: str) -> Decimal:
    """The value of Arabic digits with 萬 or 億."""
    digits = text.rstrip("%").rstrip("萬億")
    return Decimal(digits) * SCALE[text.rstrip("%")[len(digits) :]]


def value_en(text: str) -> Decimal:
    """The value of digits with thousands separators."""
    return Decimal(text.replace(",", ""))
