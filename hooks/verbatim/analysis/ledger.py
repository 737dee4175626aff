"""The ledger: what claims each numeral of the source, a register entry, an account of the event, or words that count nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from ..model import Account, CountsNothing, Lang, RegisterEntry, Segment
from ..model.once import once
from ..read.corpus import Transcript
from ..text.counts_nothing import spans_of
from ..text.matching import alternation
from ..text.multiples import multiples
from ..text.numerals import Numeral, numerals, plain
from ..text.typography import to_full_width

Claim = RegisterEntry | Account | CountsNothing
"""What explains a numeral: a register entry, an account of the event, or words of the shared list."""
C = TypeVar("C")
AROUND = 6  # characters of context: enough to know the word a numeral belongs to


@dataclass(frozen=True)
class ClaimedNumeral:
    """One numeral and all that claim it; the rules (N1, N2) leave exactly one claim."""

    segment: Segment
    numeral: Numeral
    claims: tuple[Claim, ...]

    @property
    def class_(self) -> str:
        """What the numeral is: ``target`` or ``figure`` for a register entry, or the class of its account or word."""
        claim = self.claims[0]
        return claim.kind if isinstance(claim, RegisterEntry) else claim.class_

    @property
    def before(self) -> str:
        """The characters of the sentence just before the numeral, as they are shown."""
        return to_full_width(self.segment.zh.text)[max(0, self.numeral.start - AROUND) : self.numeral.start]

    @property
    def after(self) -> str:
        """The characters of the sentence just after the numeral, as they are shown."""
        return to_full_width(self.segment.zh.text)[self.numeral.end : self.numeral.end + AROUND]


@once
def claimed_numerals(transcript: Transcript) -> tuple[ClaimedNumeral, ...]:
    """Every numeral of the transcript in order, with its claims."""
    own, shared = account_spans(transcript.accounts), spans_of(transcript.counts_nothing)
    return tuple(
        one
        for segment in transcript.segments.values()
        for one in _claimed(
            segment,
            _Spans(_quoted(segment, transcript.entries_at.get(segment.address, ()))),
            _Spans(own(segment.zh.text)),
            _Spans(shared(segment.zh)),
        )
    )


def explained(transcript: Transcript) -> list[ClaimedNumeral]:
    """The numerals that something claims: all of them, except in a draft whose register entries are still open."""
    return [claimed for claimed in claimed_numerals(transcript) if claimed.claims]


@dataclass(frozen=True)
class ClassCount:
    """How many numerals of a class there are: in digits, in Han characters, together."""

    class_: str
    arabic: int
    han: int

    @property
    def sum(self) -> int:
        """All numerals of the class."""
        return self.arabic + self.han


def counts(classes: Iterable[str], transcript: Transcript) -> list[ClassCount]:
    """How many numerals of each class there are, in the order of the classes; those without any are left out."""
    found = Counter((claimed.class_, claimed.numeral.arabic) for claimed in explained(transcript))
    return [ClassCount(name, found[name, True], found[name, False]) for name in classes if found[name, True] or found[name, False]]


def reason(claimed: ClaimedNumeral, lang: Lang) -> str:
    """What a numeral is, in words for the reader: what its register entry states, or the reason of its account."""
    claim = claimed.claims[0]
    return claim.what[lang] if isinstance(claim, RegisterEntry) else claim.reason[lang]


class _Spans(Generic[C]):
    """Spans of a sentence, each with what it claims, found by their places: a sentence may have thousands."""

    def __init__(self, spans: Iterable[tuple[int, int, C]]) -> None:
        self._spans: list[tuple[Any, ...]] = sorted((start, order, end, claim) for order, (start, end, claim) in enumerate(spans))
        self._longest = max((end - start for start, _, end, _ in self._spans), default=0)

    def holding(self, numeral: Numeral) -> list[C]:
        """What the spans claim that hold a numeral, in the order in which they were given."""
        first, last = bisect_left(self._spans, (numeral.end - self._longest,)), bisect_left(self._spans, (numeral.start + 1,))
        held = ((order, claim) for _, order, end, claim in self._spans[first:last] if numeral.end <= end)
        return [claim for _, claim in sorted(held, key=lambda one: one[0])]


def _claimed(
    segment: Segment, quoted: _Spans[RegisterEntry], accounted: _Spans[Account], words: _Spans[CountsNothing]
) -> Iterator[ClaimedNumeral]:
    """The numerals of a sentence; words of the shared list claim one that no register entry and no account does."""
    text = segment.zh.text
    in_words = [*multiples(plain(text), "zh")]
    for numeral in numerals(text):
        value = next((Decimal(times) for start, end, times in in_words if start <= numeral.start < end), numeral.value)
        claims: tuple[Claim, ...] = (*_registered(numeral, value, quoted), *accounted.holding(numeral))
        yield ClaimedNumeral(segment, numeral, claims or tuple(words.holding(numeral)[:1]))


def _quoted(segment: Segment, entries: Iterable[RegisterEntry]) -> Iterator[tuple[int, int, RegisterEntry]]:
    """Where the quotations of register entries are in their sentence."""
    for entry in entries:
        start = segment.zh.text.find(entry.quote.zh)
        if start >= 0:
            yield start, start + len(entry.quote.zh), entry


def _registered(numeral: Numeral, value: Decimal | None, quoted: _Spans[RegisterEntry]) -> Iterator[RegisterEntry]:
    """The register entries that claim one numeral: it is in their quotation, and its value, or that of 翻兩番 (4), a number of theirs."""
    for entry in quoted.holding(numeral):
        amounts = [amount for amount in (entry.amount, entry.each) if amount]
        if value is not None and any(abs(value) in map(abs, amount.numbers) for amount in amounts):
            yield entry


AccountSpans = Iterator[tuple[int, int, Account]]


def for_accounts(text: str) -> str:
    """A sentence as accounts name it, place by place: with a space between two cells of a table, where no value of the data has a tab."""
    return text.replace("\t", " ")


def account_spans(accounts: tuple[Account, ...]) -> Callable[[str], AccountSpans]:
    """What finds the accounts' texts in a sentence; of texts that hold one another the longest counts."""
    by_find = {account.find: account for account in accounts}
    pattern = re.compile(alternation(by_find))

    def spans(text: str) -> AccountSpans:
        for found in pattern.finditer(for_accounts(text)):
            yield found.start(), found.end(), by_find[found[0]]

    return spans
