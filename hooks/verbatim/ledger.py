"""The ledger: who claims which numeral of the source, a row of the register or a line of the accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .corpus import Transcript
from .model import Account, Segment, Target
from .numerals import Numeral, numerals

_AROUND = 6  # characters of context: enough to know the word a numeral belongs to


@dataclass(frozen=True)
class Entry:
    """One numeral and all that claim it; the checks see to it that there is exactly one."""

    segment: Segment
    numeral: Numeral
    claims: tuple[Target | Account, ...]

    @property
    def class_(self) -> str:
        """What the numeral is: ``target`` or ``figure`` for a row of the register, or the class of its account."""
        claim = self.claims[0]
        return claim.kind if isinstance(claim, Target) else claim.class_

    @property
    def before(self) -> str:
        """The characters of the sentence just before the numeral."""
        return self.segment.zh.text[max(0, self.numeral.start - _AROUND) : self.numeral.start]

    @property
    def after(self) -> str:
        """The characters of the sentence just after the numeral."""
        return self.segment.zh.text[self.numeral.end : self.numeral.end + _AROUND]


def entries(transcript: Transcript) -> list[Entry]:
    """Every numeral of the transcript in order, with its claims."""
    rows: dict[str, list[Target]] = {}
    for row in transcript.targets:
        rows.setdefault(row.at, []).append(row)
    return [
        Entry(segment, numeral, tuple(_claims(numeral, segment, rows.get(segment.address, []), accounted)))
        for segment in transcript.segments.values()
        for accounted in [list(account_spans(segment.zh.text, transcript.accounts))]
        for numeral in numerals(segment.zh.text)
    ]


def _claims(
    numeral: Numeral, segment: Segment, rows: list[Target], accounted: list[tuple[int, int, Account]]
) -> Iterator[Target | Account]:
    """The rows and accounts that claim one numeral."""
    for row in rows:
        start = segment.zh.text.find(row.quote.zh)
        inside = 0 <= start <= numeral.start and numeral.end <= start + len(row.quote.zh)
        amounts = [amount for amount in (row.amount, row.each) if amount]
        if inside and any(numeral.value in amount.numbers for amount in amounts):
            yield row
    yield from (account for start, end, account in accounted if start <= numeral.start and numeral.end <= end)


def account_spans(text: str, accounts: tuple[Account, ...]) -> Iterator[tuple[int, int, Account]]:
    """Where the accounts' texts stand; of texts that hold one another the longest counts."""
    by_find = {account.find: account for account in accounts}
    longest_first = sorted(by_find, key=len, reverse=True)
    if longest_first:
        for found in re.finditer("|".join(map(re.escape, longest_first)), text):
            yield found.start(), found.end(), by_find[found[0]]
