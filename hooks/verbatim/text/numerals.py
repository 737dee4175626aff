"""Numbers as the two languages write them, found in running text and compared by value.

Chinese: Arabic digits with an optional scale (``1.5萬``, ``3萬億``, ``8.5%``), and Chinese numerals (``二十``).
English: digits with thousands separators, then a percent sign or a scale in words (``360,000``, ``1.5 million``).
In a range the scale or percent sign is often written once, at the end (``3—5萬``, ``2–3 million``): it counts for both ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..model import Lang

_MYRIADS = {"萬": 10**4, "億": 10**8, "萬億": 10**12}
_SCALES = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, **_MYRIADS}
_SCALES |= {f"{few}{name}": 10**power * scale for power, few in enumerate("十百千", 1) for name, scale in _MYRIADS.items()}
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_ZH = rf"{_DIGITS}(?:[十百千]?(?:萬億|萬|億))?%?"
NUMBER: dict[Lang, str] = {"zh": _ZH, "en": rf"(?<![\d.,]){_DIGITS}(?!\d)(?:%|\s+(?:thousand|million|billion|trillion)\b)?"}
"""A number in digits with its scale or percent sign, as a pattern without groups; to be matched in English with ``re.I``."""
DASH: dict[Lang, str] = {"zh": "[—–~～-]", "en": "–"}
"""What joins the two ends of a range.  In English an en dash alone (Chicago Manual of Style, 6.78): a hyphen is part of a name."""
_NUMERAL = re.compile(rf"{_ZH}|[〇零一二三四五六七八九十百千萬億兩雙半]+")
_IN_ENGLISH = re.compile(NUMBER["en"], re.I)
_DASHES = {lang: re.compile(dash) for lang, dash in DASH.items()}
_PARTS = re.compile(r"(?P<digits>[\d.,]+)\s*(?P<scale>\w*)(?P<percent>%?)")
_HAN_DIGITS = {character: number for number, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "兩": 2, "雙": 2}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}


@dataclass(frozen=True, order=True)
class Value:
    """A number that can be compared across languages: 8.5% is 8.5 per cent, not 8.5."""

    number: Decimal
    percent: bool = False

    def __str__(self) -> str:
        return f"{without_exponent(self.number)}{'%' * self.percent}"


@dataclass(frozen=True)
class Numeral:
    """A numeral of a Chinese text: its span, its characters and, if it is in Arabic digits, its value."""

    start: int
    end: int
    text: str
    worth: Value | None

    @property
    def value(self) -> Decimal | None:
        """The number without its percent sign: of 8.5%, 8.5."""
        return None if self.worth is None else self.worth.number


def numerals(text: str) -> list[Numeral]:
    """Every numeral of a Chinese text, Arabic and Chinese, in order; the low end of a range has the scale of its high end."""
    found = list(_NUMERAL.finditer(text))
    arabic = [match for match in found if match[0][0].isdecimal()]
    worth = dict(zip((match.start() for match in arabic), _worth(arabic, text, "zh"), strict=True))
    return [Numeral(match.start(), match.end(), match[0], worth.get(match.start())) for match in found]


def values(text: str, lang: Lang) -> list[Value]:
    """The numbers that a text writes in digits, in order, with scales (萬, million) counted in."""
    if lang == "zh":
        return [numeral.worth for numeral in numerals(text) if numeral.worth is not None]
    return list(_worth(list(_IN_ENGLISH.finditer(text)), text, "en"))


def _worth(found: list[re.Match[str]], text: str, lang: Lang) -> Iterator[Value]:
    """The value of each number found in a text, in order."""
    for match, following in zip(found, [*found[1:], None], strict=False):
        joined = following is not None and _DASHES[lang].fullmatch(text, match.end(), following.start())
        yield low_end(match[0], following[0]) if following and joined else value(match[0])


def value(number: str) -> Value:
    """The value of a number as ``NUMBER`` matches it."""
    digits, scale, percent = _split(number)
    return Value(digits * _SCALES[scale], percent)


def low_end(low: str, high: str) -> Value:
    """The value of the low end of a range with nothing but a dash between the ends; both as ``NUMBER`` matches them.

    Without a scale of its own it takes the high end's, unless it would then be the higher one (500—1萬), and its percent sign.
    """
    digits, scale, percent = _split(low)
    top = value(high)
    shared = _SCALES[_split(high)[1]]
    scaled = not scale and not percent and digits * shared < top.number
    return Value(digits * (shared if scaled else _SCALES[scale]), percent or (top.percent and not scale))


def _split(number: str) -> tuple[Decimal, str, bool]:
    """The digits of a number, its scale and whether it is a percentage."""
    parts = _PARTS.fullmatch(number)
    assert parts is not None  # a number has digits
    return Decimal(parts["digits"].replace(",", "")), parts["scale"].lower(), bool(parts["percent"])


def han_value(text: str) -> Decimal:
    """The value of a Chinese numeral: 二十 is 20, 三千二百 3200, 一億二千萬 120,000,000; 二〇三一 is read digit by digit.

    Other characters, 半 (half) among them, count nothing.
    """
    total = myriads = section = digit = 0
    for character in text:
        if character in _HAN_UNITS:
            section, digit = section + (digit or 1) * _HAN_UNITS[character], 0
        elif character == "萬":
            myriads, section, digit = (section + digit or 1) * 10**4, 0, 0
        elif character == "億":
            total, myriads, section, digit = (myriads + section + digit or 1) * 10**8, 0, 0, 0
        elif character in _HAN_DIGITS:
            digit = digit * 10 + _HAN_DIGITS[character]
    return Decimal(total + myriads + section + digit)


def without_exponent(number: Decimal) -> str:
    """A number in plain digits without idle zeros: of 1.5萬, 15000 and neither 15000.0 nor 1.5E+4."""
    return f"{number.normalize():f}"
