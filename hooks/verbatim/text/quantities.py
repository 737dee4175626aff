"""Quantities: numbers of a quote with their operator (at least, about) and unit, compared with the amounts of the register."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ..model import Amount, Lang, Operator, Unit
from .matching import alternation, contains_word
from .numerals import DASH, NUMBER, low_end, value, without_exponent


@dataclass(frozen=True)
class Quantity:
    """A number or range as a text states it.

    ``operators`` are the ids of the vocabulary whose words are beside it, or ``exactly`` or ``between`` if there are none;
    ``high`` is None unless it is a range; ``start`` and ``end`` are its span.
    """

    operators: frozenset[str]
    low: Decimal
    high: Decimal | None
    start: int
    end: int

    def states(self, amount: Amount) -> bool:
        """Whether this equals an amount of the register: operator and numbers."""
        if self.high is not None:
            return amount.operator == "between" and (self.low, self.high) == (amount.low, amount.high)
        return self.operators == {amount.operator} and self.low == amount.value

    def __str__(self) -> str:
        number = without_exponent(self.low) if self.high is None else f"{without_exponent(self.low)} to {without_exponent(self.high)}"
        return f"{' and '.join(sorted(self.operators))} {number}"


def quantities(text: str, lang: Lang, unit: Unit, operators: Mapping[str, Operator]) -> list[Quantity]:
    """The numbers and ranges of a quote that count ``unit``, in order.

    In Chinese the unit follows the number (``10 <unit>``); in English it may be anywhere in the quote, and without it there are none.
    """
    pattern = _pattern(lang, unit.zh if lang == "zh" else unit.en, _words(operators, lang, "before"), _words(operators, lang, "after"))
    if lang == "en" and not any(contains_word(form, text, "en") for form in unit.en):
        return []
    return [_quantity(found, lang, operators) for found in pattern.finditer(text)]


def _words(operators: Mapping[str, Operator], lang: Lang, side: str) -> tuple[str, ...]:
    return tuple(word for operator in operators.values() for word in getattr(operator, side)[lang])


@lru_cache(maxsize=512)
def _pattern(lang: Lang, units: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of a quantity: operator words around a number or a range; ``join`` is a dash, with the unit if both ends have it."""
    pre, post, unit, number = alternation(before), alternation(after), alternation(units), NUMBER[lang]
    if lang == "zh":
        return re.compile(
            rf"(?P<pre>{pre})?(?<![\d.])(?P<low>{number})(?:(?P<join>(?:{unit})?{DASH[lang]})(?P<high>{number}))?"
            rf"(?P<mid>{post})?(?P<unit>{unit})(?P<post>{post})?"
        )
    first = rf"(?:(?<!\w)(?:{unit})\s*)?"
    return re.compile(
        rf"(?:\b(?P<pre>{pre})\s+)?(?P<unit>{first})(?P<low>{number})"
        rf"(?:(?P<join>(?:\s+(?:{unit}))?{DASH[lang]}{first})(?P<high>{number}))?"
        rf"(?P<mid>)(?:\s+(?:(?:{unit})\s+)?(?P<post>{post})\b)?",
        re.I,
    )


def _quantity(found: re.Match[str], lang: Lang, operators: Mapping[str, Operator]) -> Quantity:
    """The quantity of a match of ``_pattern``."""
    named = {
        name
        for name, operator in operators.items()
        if (found["pre"] or "").lower() in operator.before[lang]
        or {found["mid"], (found["post"] or "").lower(), found["unit"]} & set(operator.after[lang])
    }
    low, high = found["low"], found["high"]
    shared = high and len(found["join"]) == 1
    names = frozenset(named) or frozenset({"between" if high else "exactly"})
    bottom = low_end(low, high) if shared else value(low)
    return Quantity(names, bottom.number, value(high).number if high else None, found.start(), found.end())
