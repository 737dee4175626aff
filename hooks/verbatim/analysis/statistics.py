"""What the charts of the register show, computed from the corpus and never typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..model import PROMISES, Chart, Person, RegisterEntry
from ..read.corpus import Corpus, Transcript
from .turns import people_of

SHARES, FIRMNESS = "shares", "firmness"
"""The ids of the charts of promises, which every event with promises has."""
_PLACES = 26
"""Decimal places after the first digit to which bounds are given at most: Python's decimals have 28 digits."""


@dataclass(frozen=True)
class Share:
    """How many promises one speaker, or several jointly, make in one field; no speaker where nobody is named."""

    speakers: tuple[Person, ...]
    field: str
    targets: int
    commitments: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.targets + self.commitments


@dataclass(frozen=True)
class Firmness:
    """How many promises have each strength with each operator; the operator of a promise without a number is None."""

    strengths: tuple[str, ...]
    operators: tuple[str | None, ...]
    counts: Mapping[tuple[str, str | None], int]


@dataclass(frozen=True)
class Base:
    """The base that a figure is a multiple of, computed: rounded as the multiple is, with the bounds that its rounding allows."""

    value: Decimal
    low: Decimal
    high: Decimal


@dataclass(frozen=True)
class Series:
    """A chart of ``charts.yml`` with its register entries; with ``multiple`` also the base that is computed from it."""

    chart: Chart
    entries: tuple[RegisterEntry, ...]
    multiple: RegisterEntry | None = None
    base: Base | None = None


def shares(corpus: Corpus, transcript: Transcript) -> list[Share]:
    """Promises by speaker and field, in the order of the text."""
    counts: dict[tuple[tuple[str, ...], str], Counter[str]] = {}
    for entry in transcript.entries:
        if entry.kind in PROMISES:
            counts.setdefault((transcript.segments[entry.at].by, entry.field), Counter())[entry.kind] += 1
    return [Share(people_of(corpus, by), field, kinds["target"], kinds["commitment"]) for (by, field), kinds in counts.items()]


def firmness(corpus: Corpus, transcript: Transcript) -> Firmness:
    """Promises by strength and operator, both in the order of the vocabulary and without those that never occur."""
    counts = Counter((entry.strength, entry.amount.operator if entry.amount else None) for entry in transcript.entries if entry.strength)
    strengths = tuple(name for name in corpus.vocabulary.strengths if any(strength == name for strength, _ in counts))
    operators = tuple(name for name in (*corpus.vocabulary.operators, None) if any(operator == name for _, operator in counts))
    return Firmness(strengths, operators, {(str(strength), operator): count for (strength, operator), count in counts.items()})


def series(transcript: Transcript) -> list[Series]:
    """The charts that the event's own file lists."""
    entries = {entry.id: entry for entry in transcript.entries}
    found = []
    for chart in transcript.charts:
        shown = tuple(entries[name] for name in chart.rows)
        multiple = entries[chart.multiple] if chart.multiple else None
        found.append(Series(chart, shown, multiple, base(value(shown[0]), value(multiple)) if multiple else None))
    return found


def value(entry: RegisterEntry) -> Decimal:
    """The one number of a register entry; the rules let no other entry into a chart."""
    assert entry.amount
    assert entry.amount.value is not None
    return entry.amount.value


def base(whole: Decimal, multiple: Decimal) -> Base:
    """What was multiplied: ``whole`` over ``multiple``, which must not be 0, to as many digits as the multiple has.

    More digits would claim what was not stated, but one more is given where the number would else lie outside its own bounds: these are
    what a multiple gives that is half a unit of its last digit larger or smaller.  Bounds of a whole number are whole.
    """
    half = Decimal(5).scaleb(int(multiple.as_tuple().exponent) - 1)
    exact, low, high = whole / multiple, whole / (multiple + half), whole / (multiple - half)
    last = exact.adjusted() - len(multiple.as_tuple().digits) + 1
    if not low <= _to_place(exact, last) <= high:
        last -= 1
    fine = 0 if last >= 0 else max(last - 1, exact.adjusted() - _PLACES)
    return Base(_positional(_to_place(exact, last)), _to_place(low, fine), _to_place(high, fine))


def _to_place(number: Decimal, place: int) -> Decimal:
    """A number rounded at a decimal place: 2 for hundreds, -2 for hundredths."""
    return number.quantize(Decimal(1).scaleb(place))


def _positional(number: Decimal) -> Decimal:
    """The same number without an exponent, its zeros kept: 6500 for 6.5E+3, 2.50 for 2.50."""
    return number.quantize(Decimal(1)) if int(number.as_tuple().exponent) > 0 else number
