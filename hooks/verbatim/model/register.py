"""The register: promises and figures, their amounts and deadlines, and the charts drawn of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, get_args

from .base import Pair, Record
from .keys import EntryId, FieldKey, OperatorKey, ScopeKey, StrengthKey, TermId, UnitId


@dataclass(frozen=True)
class Amount(Record):
    """A number with its operator: ``value``, or ``low`` and ``high`` of a range; ``unit`` only in a threshold."""

    operator: OperatorKey
    """How the number is to be understood; `between` needs `low` and `high`."""
    value: Decimal | None = None
    """The number; with the operator `between`, `low` and `high` instead. Of 翻兩番 (quadruple) 4, with `multiple_of` and times."""
    low: Decimal | None = None
    """The lower end of a range."""
    high: Decimal | None = None
    """The upper end of a range."""
    unit: UnitId | None = None
    """What a threshold (`each`) counts; the unit of `amount` is a key of the register entry itself."""

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The numbers that are written in the quote."""
        return tuple(n for n in (self.value, self.low, self.high) if n is not None)


PeriodKind = Literal["month", "quarter", "half"]
PERIODS: tuple[PeriodKind, ...] = get_args(PeriodKind)
"""The kinds of periods that a year is divided into."""
_MONTHS = {"month": 1, "quarter": 3, "half": 6}


@dataclass(frozen=True)
class Time(Record):
    """A year, or a month, quarter or half of it."""

    year: int
    """The year."""
    month: int | None = None
    """The month, from 1, where the words state it."""
    quarter: int | None = None
    """The quarter, from 1, where the words state it."""
    half: int | None = None
    """The half, 1 or 2, where the words state it."""

    @property
    def period(self) -> tuple[PeriodKind, int] | None:
        """The kind of period and which of the year it is; None of a whole year."""
        return next(((kind, number) for kind in PERIODS if (number := getattr(self, kind)) is not None), None)

    @property
    def ends(self) -> tuple[int, int]:
        """The year and the month with which it ends."""
        kind, number = self.period or ("month", 12)
        return self.year, _MONTHS[kind] * number

    @property
    def code(self) -> str:
        """The time as ISO 8601 writes a year or a month (2033-06); quarters and halves are 2033-Q3 and 2033-H1."""
        if self.period is None:
            return str(self.year)
        kind, number = self.period
        return f"{self.year}-{number:02}" if kind == "month" else f"{self.year}-{kind[0].upper()}{number}"


@dataclass(frozen=True)
class Deadline(Time):
    """The time by which, and the words that state it; ``since`` where they state a span, ``at`` if they are in another sentence."""

    words: Pair = field(kw_only=True)
    """The words that state the time, verbatim."""
    since: Time | None = field(default=None, kw_only=True)
    """When the span begins, where the words state one; `year` and the keys beside it are its end."""
    at: str | None = field(default=None, kw_only=True)
    """The address of the sentence where they appear, if it is another one; the time is then marked as inferred."""

    @property
    def times(self) -> tuple[Time, ...]:
        """The time itself, after that with which a span begins."""
        return (self.since, self) if self.since else (self,)

    @property
    def has_period(self) -> bool:
        """Whether more is stated than a year: a part of one, or a span."""
        return self.since is not None or self.period is not None


EntryKind = Literal["target", "commitment", "figure"]
ENTRY_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)
"""The kinds of entries, in the order of their tables."""
PROMISES: tuple[EntryKind, ...] = ("target", "commitment")
"""The kinds that are promises."""


ReadKey = Literal["kind", "field", "strength", "scope", "by"]


@dataclass(frozen=True)
class EntryException(Record):
    """A value of a register entry that the words of its clause do not give, and why it is recorded all the same."""

    key: ReadKey
    """The key of the value."""
    reason: Pair
    """Why the words are read otherwise."""


@dataclass(frozen=True)
class RegisterEntry(Record):
    """An entry of the register: a promise with or without a number, or a stated figure."""

    id: str
    """Slug, also the anchor in the table; permanent."""
    at: str
    """Address of the sentence."""
    quote: Pair
    """The few words it rests on, verbatim; in English without the emphasis marks."""
    what: Pair
    """What is promised or stated, in a few words and without the number."""
    kind: EntryKind
    """`target` (a promise with a number), `commitment` (a checkable promise without one) or `figure` (a stated fact, or the scope of
    a promise)."""
    field: FieldKey
    """The policy field."""
    amount: Amount | None = None
    """The number; targets and figures need it, commitments have none."""
    unit: UnitId | None = None
    """What the amount counts; required with `amount`."""
    each: Amount | None = None
    """A threshold inside the quote that is not the amount."""
    by: Deadline | None = None
    """The time; figures have none."""
    strength: StrengthKey | None = None
    """How firm the promise is; targets and commitments need it, figures have none."""
    scope: tuple[ScopeKey, ...] = ()
    """What it is limited to: only what the sentence says."""
    terms: tuple[TermId, ...] = ()
    """The glossary terms it concerns."""
    note: Pair | None = None
    """A note to the reader."""
    exceptions: tuple[EntryException, ...] = ()
    """Values that the words of the clause do not give, each with its reason."""


@dataclass(frozen=True)
class Chart(Record):
    """Register entries to be drawn side by side; with ``multiple``, one entry and the base that it is a multiple of."""

    id: str
    """Slug, also the anchor (`#picture-<id>`); permanent."""
    title: Pair
    """The title of the chart."""
    rows: tuple[EntryId, ...]
    """Register entries, each with one `value` and all with the same `unit`, in the order in which they are drawn."""
    multiple: EntryId | None = None
    """With one entry in `rows`: the register entry that says how many times the base that one is. The base is computed, rounded to as
    many digits as the multiple has (one more where it would else lie outside its bounds), and marked as computed."""
    base: Pair | None = None
    """With `multiple`: what the quotation of the multiple calls the base, in its own words."""
    note: Pair | None = None
    """A note below the chart."""
