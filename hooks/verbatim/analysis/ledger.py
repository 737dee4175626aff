"""The ledger: what claims each numeral of the source, a register entry, an account of the event, or words that count nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..model import Account, CountsNothing, Lang, RegisterEntry, Segment
from ..read.corpus import Transcript
from ..text.counts_nothing import Spans, spans_of
from ..text.matching import alternation
from ..text.numerals import Numeral, numerals
from ..text.typography import to_full_width
from .annotations import annotations_by_address

Claim = RegisterEntry | Account | CountsNothing
"""What explains a numeral: a register entry, an account of the event, or words of the shared list."""
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


@lru_cache(maxsize=512)
def claimed_numerals(transcript: Transcript) -> tuple[ClaimedNumeral, ...]:
    """Every numeral of the transcript in order, with its claims."""
    entries = annotations_by_address(transcript).targets
    own, shared = account_spans(transcript.accounts), spans_of(transcript.counts_nothing)
    return tuple(
        ClaimedNumeral(segment, numeral, claims or _first(numeral, words))
        for segment in transcript.segments.values()
        for accounted, words in [(list(own(segment.zh.text)), shared(segment.zh))]
        for numeral in numerals(segment.zh.text)
        for claims in [tuple(_claims(numeral, segment, entries.get(segment.address, []), accounted))]
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


def _claims(
    numeral: Numeral, segment: Segment, entries: list[RegisterEntry], accounted: list[tuple[int, int, Account]]
) -> Iterator[RegisterEntry | Account]:
    """The register entries and accounts that claim one numeral."""
    for entry in entries:
        start = segment.zh.text.find(entry.quote.zh)
        inside = 0 <= start <= numeral.start and numeral.end <= start + len(entry.quote.zh)
        amounts = [amount for amount in (entry.amount, entry.each) if amount]
        if inside and numeral.value is not None and any(abs(numeral.value) in map(abs, amount.numbers) for amount in amounts):
            yield entry
    yield from (account for start, end, account in accounted if start <= numeral.start and numeral.end <= end)


def _first(numeral: Numeral, words: Spans) -> tuple[CountsNothing, ...]:
    """The first words of the shared list that hold a numeral; none is needed where a register entry or an account claims it."""
    return tuple(line for start, end, line in words if start <= numeral.start and numeral.end <= end)[:1]


AccountSpans = Iterator[tuple[int, int, Account]]


def account_spans(accounts: tuple[Account, ...]) -> Callable[[str], AccountSpans]:
    """What finds the accounts' texts in a sentence; of texts that hold one another the longest counts."""
    by_find = {account.find: account for account in accounts}
    pattern = re.compile(alternation(by_find))

    def spans(text: str) -> AccountSpans:
        for found in pattern.finditer(text):
            yield found.start(), found.end(), by_find[found[0]]

    return spans
