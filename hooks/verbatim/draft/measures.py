"""What numbers count: the unit that follows a number, known by the data or new."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Unit, Vocabulary, Where
from ..model.base import Pair
from ..text.matching import alternation
from ..text.numerals import Numeral, plain
from ..text.open_points import MARK
from .names import free_id, romanized, slug
from .words import words

_HERE = Where("", 0)
_MEASURES = sorted(map(plain, words("measures")), key=len, reverse=True)
"""Measure words, folded; what else follows a number is a name or a date more often than a unit."""


@dataclass(frozen=True)
class Measured:
    """A numeral of a sentence with the form of its unit as the sentence writes it."""

    numeral: Numeral
    form: str


class Units:
    """The units of the project, by their Chinese forms, and those that a draft adds."""

    def __init__(self, units: Iterable[Unit], vocabulary: Vocabulary) -> None:
        self._by_form: dict[str, list[Unit]] = {}
        self._taken = set()
        for unit in units:
            self._taken.add(unit.id)
            for form in unit.zh:
                self._by_form.setdefault(plain(form), []).append(unit)
        self.new: dict[str, str] = {}
        """Id to form of the units that are added."""
        after = alternation({plain(form) for one in vocabulary.operators.values() for form in one.after.zh} - set(self._by_form))
        self._forms = re.compile(rf"(?:{after})?\s?(?P<form>{alternation([*self._by_form, *_MEASURES])})")

    def measured(self, numeral: Numeral, text: str) -> Measured | None:
        """A numeral with its unit; None where no unit follows it."""
        if numeral.text[-1] in "%％" or numeral.text.startswith(("百分之", "千分之")):
            return Measured(numeral, "%")
        found = self._forms.match(plain(text), numeral.end)
        return Measured(numeral, text[found.start("form") : found.end("form")]) if found else None

    def of(self, form: str, quote: str) -> tuple[list[str], bool]:
        """The ids of the units that a form can be in a quotation, and whether it is certain which.

        Those whose noun the quotation holds come first (家企業: 企業), of these the one with the longest; else a unit without a noun.
        """
        nouns = {unit.id: plain(unit.name.zh).replace("{n}", "").replace(plain(form), "").strip() for unit in self._by_form[plain(form)]}
        held = {name: noun for name, noun in nouns.items() if noun in plain(quote)}
        longest = [name for name, noun in held.items() if len(noun) == max(map(len, held.values()))]
        return longest or [*nouns], len(longest) == 1

    def add(self, form: str) -> None:
        """Make a unit of a form, unless there is one."""
        folded = plain(form)
        if folded not in self._by_form:
            name = free_id("percent" if folded == "%" else slug(romanized(form)) or "unit", self._taken)
            self._taken.add(name)
            self.new[name] = form
            self._by_form[folded] = [Unit(_HERE, name, Pair(_HERE, form, MARK), (form,), (MARK,))]

    def read_as(self, form: str) -> Unit:
        """A unit to read quantities of a form with."""
        return self._by_form[plain(form)][0]
