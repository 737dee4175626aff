"""Glossary terms in running text: the longest match wins, and in English only whole words match."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ..model import Lang, Segment, Term
from .folding import fold
from .matching import alternation, longest, small


@dataclass(frozen=True)
class Occurrence:
    """A term (its id) at a span of a text."""

    start: int
    end: int
    term: str


class Finder:
    """Finds the terms of a glossary in sentences; the result for a sentence is computed once."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self._terms = terms
        self._by_form = {fold(form): term.id for term in terms.values() for form in term.forms("zh")}
        longer = (fold(text) for term in terms.values() for text in term.inside)
        self._zh = re.compile(alternation([*self._by_form, *longer]))
        self._found: dict[tuple[str, str], tuple[list[Occurrence], list[Occurrence]]] = {}

    def both(self, segment: Segment) -> tuple[list[Occurrence], list[Occurrence]]:
        """The occurrences in the Chinese sentence, and those of the same terms in its English twin."""
        key = segment.event, segment.address
        if key not in self._found:
            zh = self.zh(segment.zh.text)
            self._found[key] = zh, self.en(segment.en.text, {found.term for found in zh})
        return self._found[key]

    def of(self, segment: Segment, lang: Lang) -> list[Occurrence]:
        """The occurrences in the sentence of one language."""
        return self.both(segment)[0 if lang == "zh" else 1]

    def zh(self, text: str) -> list[Occurrence]:
        """The terms of a Chinese text, Traditional or Simplified, from left to right; at each place the longest form."""
        found = ((one.start(), one.end(), self._by_form.get(one[0])) for one in self._zh.finditer(fold(text)))
        return [Occurrence(start, end, term) for start, end, term in found if term]

    def en(self, text: str, wanted: Collection[str]) -> list[Occurrence]:
        """The English forms of the wanted terms (ids) in an English text, as whole words in any case, from left to right.

        Of a term that has none there, its usual renderings, where no other form is.
        """
        found = _forms_in(text, {term: self._terms[term].forms("en") for term in wanted})
        lacking = {term: self._terms[term].usual_en for term in set(wanted) - {one.term for one in found}}
        usual = _forms_in(text, lacking)
        free = (one for one in usual if all(one.end <= other.start or other.end <= one.start for other in found))
        return sorted([*found, *free], key=lambda one: one.start)


def _forms_in(text: str, forms: Mapping[str, Iterable[str]]) -> list[Occurrence]:
    """The forms of some terms (ids) in an English text, from left to right."""
    by_form = {small(form): term for term in sorted(forms) for form in forms[term]}
    return [Occurrence(start, start + len(form), by_form[form]) for start, form in longest(by_form, small(text))]


def places(finder: Finder, segments: Iterable[Segment]) -> Mapping[str, list[Segment]]:
    """Term id to the sentences whose Chinese contains it, each sentence once, in the order given; terms that never occur are absent."""
    found: dict[str, list[Segment]] = {}
    for segment in segments:
        for term in dict.fromkeys(occurrence.term for occurrence in finder.of(segment, "zh")):
            found.setdefault(term, []).append(segment)
    return found
