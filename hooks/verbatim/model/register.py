"""The register: promises and figures, their amounts and deadlines, and the charts drawn of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from .base import Pair, Record


@dataclass(frozen=True)
class Amount(Record):
    """A number with its operator: ``value``, or ``low`` and ``high`` of a range; ``unit`` only in a threshold."""

    operator: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The numbers that are written in the quote."""
        return tuple(n for n in (self.value, self.low, self.high) if n is not None)


@dataclass(frozen=True)
class Deadline(Record):
    """The time by which, and the words that say so; ``at`` where they stand in another sentence."""

    year: int
    words: Pair
    at: str | None = None


EntryKind = Literal["target", "commitment", "figure"]
ENTRY_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)
"""The kinds of entries, in the order of their tables."""


@dataclass(frozen=True)
class Target(Record):
    """A row of the register: a promise with or without a number, or a stated figure."""

    id: str
    at: str
    quote: Pair
    what: Pair
    kind: EntryKind
    field: str
    amount: Amount | None = None
    unit: str | None = None
    each: Amount | None = None
    by: Deadline | None = None
    strength: str | None = None
    scope: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    note: Pair | None = None


@dataclass(frozen=True)
class Chart(Record):
    """Rows to be drawn side by side; with ``multiple``, one row and the base that it is a multiple of."""

    id: str
    title: Pair
    rows: tuple[str, ...]
    multiple: str | None = None
    base: Pair | None = None
    note: Pair | None = None
