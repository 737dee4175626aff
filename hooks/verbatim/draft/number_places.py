"""The numerals of a transcript by their places, so that what a text meets wherever it appears is found at once."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from functools import cache

from ..analysis.ledger import ClaimedNumeral, for_accounts
from ..text.matching import starts

_BORDER = "\0"
"""What is between two sentences, so that no text appears across them."""
_SHORT = 64
"""Characters of a text up to which its places are looked for by their start."""


class Numbers:
    """The numerals of all sentences, these joined to one text, and the places of the texts that have an account."""

    def __init__(self, found: Sequence[ClaimedNumeral]) -> None:
        self._starts: dict[str, int] = {}
        place = 0
        for text in dict.fromkeys(one.segment.zh.text for one in found):
            self._starts[text] = place
            place += len(text) + len(_BORDER)
        self._joined = for_accounts(_BORDER.join(self._starts))
        self._found = sorted(found, key=self._start)
        self._ends = [self._start(one) + one.numeral.end - one.numeral.start for one in self._found]
        self.unclaimed = [one for one in found if not one.claims]
        self._short: list[tuple[int, int]] = []
        self._long: list[tuple[int, int]] = []
        self.is_free = cache(self._is_free)

    def account(self, find: str) -> None:
        """Give a text an account: wherever it appears."""
        for start in starts(find, self._joined):
            if len(find) > _SHORT:
                self._long.append((start, start + len(find)))
            else:
                insort(self._short, (start, start + len(find)))

    def is_accounted(self, claimed: ClaimedNumeral) -> bool:
        """Whether a text that has an account holds the numeral."""
        first, last = self._span(claimed)
        return any(start <= first and last <= end for start, end in self._accounted(first, last))

    def cuts(self, first: int, last: int, text: str) -> bool:
        """Whether a span of a sentence has a part of a text that has an account, but not all of it: only one of the two would be found."""
        first, last = first + self._starts[text], last + self._starts[text]
        return any(not first <= start < end <= last for start, end in self._accounted(first, last))

    def met(self, find: str) -> Iterator[ClaimedNumeral]:
        """The numerals that a text has, wherever it appears, and should not: claimed ones, and those of which it has only a part."""
        for start in starts(find, self._joined):
            end = start + len(find)
            for at in range(bisect_left(self._ends, start + 1), len(self._found)):
                one = self._found[at]
                first, last = self._span(one)
                if first >= end:
                    break
                if one.claims or not start <= first < last <= end:
                    yield one

    def _is_free(self, find: str) -> bool:
        return next(self.met(find), None) is None

    def _start(self, claimed: ClaimedNumeral) -> int:
        return self._starts[claimed.segment.zh.text] + claimed.numeral.start

    def _span(self, claimed: ClaimedNumeral) -> tuple[int, int]:
        start = self._start(claimed)
        return start, start + claimed.numeral.end - claimed.numeral.start

    def _accounted(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The places of texts with an account that have something of a span of the joined text."""
        near = self._short[bisect_left(self._short, (first - _SHORT, 0)) : bisect_left(self._short, (last, 0))]
        return ((start, end) for start, end in (*near, *self._long) if start < last and first < end)
