"""Numbers as the two languages write them: numerals of the source, and quantities with operator and unit."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ..model import Amount, Lang, Operator, Unit
from .matching import stands

_SCALE = {"": 1, "萬": 10**4, "億": 10**8, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_ZH = r"\d+(?:\.\d+)?[萬億]?"
_EN = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_IN_ENGLISH = re.compile(rf"(?<![\d.,])(?P<number>{_EN})(?P<percent>%)?(?:\s+(?P<scale>thousand|million|billion)\b)?", re.I)
_HAN_DIGITS = {character: number for number, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "兩": 2, "雙": 2}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
NUMERAL = re.compile(rf"{_ZH}%?|[〇零一二三四五六七八九十百千萬億兩雙半]+")


@dataclass(frozen=True)
class Numeral:
    """A numeral of a Chinese text: its span and, for Arabic digits, its value (8.5% is 8.5)."""

    start: int
    end: int
    text: str
    value: Decimal | None


@dataclass(frozen=True)
class Quantity:
    """A number as a text states it; ``operators`` are the ids that its words name, ``high`` only for a range."""

    operators: frozenset[str]
    low: Decimal
    high: Decimal | None
    start: int
    end: int

    def states(self, amount: Amount) -> bool:
        """Whether this says the same as a recorded amount."""
        if self.high is not None:
            return amount.operator == "between" and (self.low, self.high) == (amount.low, amount.high)
        return self.operators == {amount.operator} and self.low == amount.value

    def __str__(self) -> str:
        number = _plain(self.low) if self.high is None else f"{_plain(self.low)} to {_plain(self.high)}"
        return f"{' and '.join(sorted(self.operators))} {number}"


def numerals(text: str) -> list[Numeral]:
    """Every numeral of a Chinese text, Arabic and Chinese, in order."""
    return [
        Numeral(found.start(), found.end(), found[0], _value_zh(found[0]) if found[0][0].isdecimal() else None)
        for found in NUMERAL.finditer(text)
    ]


@dataclass(frozen=True, order=True)
class Value:
    """A number that can be compared across languages: 8.5% is 8.5 per cent, not 8.5."""

    number: Decimal
    percent: bool = False

    def __str__(self) -> str:
        return f"{_plain(self.number)}{'%' * self.percent}"


def values(text: str, lang: Lang) -> list[Value]:
    """The numbers that a text writes in digits, with 萬 and million counted in."""
    if lang == "zh":
        return [Value(one.value, one.text.endswith("%")) for one in numerals(text) if one.value is not None]
    return [
        Value(_value_en(found["number"]) * _SCALE[(found["scale"] or "").lower()], found["percent"] is not None)
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


def quantities(text: str, lang: Lang, unit: Unit, operators: Mapping[str, Operator]) -> list[Quantity]:
    """The numbers of a quote that count ``unit``, each with the operators its words name.

    In Chinese the unit follows the number (``10家以上``); in English it stands anywhere in the quote.
    """
    pattern = _pattern(lang, unit.zh if lang == "zh" else unit.en, _words(operators, lang, "before"), _words(operators, lang, "after"))
    if lang == "en" and not any(stands(form, text, "en") for form in unit.en):
        return []
    return [_quantity(found, lang, operators) for found in pattern.finditer(text)]


def _words(operators: Mapping[str, Operator], lang: Lang, side: str) -> tuple[str, ...]:
    return tuple(word for operator in operators.values() for word in getattr(operator, side)[lang])


@lru_cache(maxsize=512)
def _pattern(lang: Lang, units: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of a quantity: operator words around a number or a range."""
    pre, post, unit = _any(before), _any(after), _any(units)
    if lang == "zh":
        return re.compile(
            rf"(?P<pre>{pre})?(?<![\d.])(?P<low>{_ZH})(?:[—–~～-](?P<high>{_ZH}))?(?P<mid>{post})?(?P<unit>{unit})(?P<post>{post})?"
        )
    return re.compile(
        rf"(?:\b(?P<pre>{pre})\s+)?(?P<unit>RMB\s*)?(?<![\d.,])(?P<low>{_EN})(?![\d])(?:–(?P<high>{_EN}))?"
        rf"(?:\s+(?P<scale>thousand|million|billion))?%?(?P<mid>)(?:\s+(?:(?:{unit})\s+)?(?P<post>{post})\b)?",
        re.I,
    )


def _any(forms: Collection[str]) -> str:
    """An alternation of forms, the longest first; of none, what never matches."""
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or "(?!)"


def _quantity(found: re.Match[str], lang: Lang, operators: Mapping[str, Operator]) -> Quantity:
    """The quantity that a match of ``_pattern`` stands for."""
    said = {
        name
        for name, operator in operators.items()
        if (found["pre"] or "").lower() in operator.before[lang]
        or {found["mid"], (found["post"] or "").lower(), found["unit"]} & set(operator.after[lang])
    }
    low, high = found["low"], found["high"]
    if lang == "zh" and high and low.isdecimal():
        low += high.lstrip("0123456789.")  # of 3—5萬 both are 萬
    scale = "" if lang == "zh" else (found["scale"] or "").lower()
    value = _value_zh if lang == "zh" else _value_en
    names = frozenset(said) or frozenset({"between" if high else "exactly"})
    return Quantity(names, value(low) * _SCALE[scale], value(high) * _SCALE[scale] if high else None, found.start(), found.end())


def _plain(number: Decimal) -> str:
    """A number without zeros that say nothing: of 1.5萬, 15000 and not 15000.0."""
    return f"{number.normalize():f}"


def _value_zh(text: str) -> Decimal:
    """The value of Arabic digits with 萬 or 億."""
    digits = text.rstrip("%").rstrip("萬億")
    return Decimal(digits) * _SCALE[text.rstrip("%")[len(digits) :]]


def _value_en(text: str) -> Decimal:
    """The value of digits with thousands separators."""
    return Decimal(text.replace(",", ""))
