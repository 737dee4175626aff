"""The register as pages and books show it: its entries, and amounts in words."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ..model import Amount, Deadline, Lang, Person, RegisterEntry, Segment, Time
from ..read.corpus import Corpus, Transcript
from ..text.filling import fill
from .turns import people_of

_ENDLESS = 28
"""How many digits a fraction without end is read to: the precision of Python's decimals."""
_LARGEST_PART, _NOTHING = 1_000, Fraction(1, 10**20)
"""The largest denominator of a number that is shown as the fraction as which it was written, and how far it may be from that."""
_WITHOUT_WORDS = {"exactly", "between", "multiple_of"}
"""Operators that the number itself shows."""

_SCALES: Mapping[Lang, tuple[tuple[int, str, int], ...]] = {
    "zh": ((10**12, "萬億", 2), (10**8, "億", 2), (10**4, "萬", 1)),
    "en": ((10**12, " trillion", 2), (10**9, " billion", 2), (10**6, " million", 2)),
}
"""The words of scale that running text uses, the largest first, each with how many digits its number may have behind the point."""


@dataclass(frozen=True)
class ShownEntry:
    """An entry of the register with what follows from its address.

    ``speakers`` speak the sentence, nobody that of a notice; ``time_from`` is the sentence that states its time, if another.
    """

    entry: RegisterEntry
    segment: Segment
    speakers: tuple[Person, ...]
    time_from: Segment | None


def entries_of_kind(corpus: Corpus, transcript: Transcript, kind: str) -> list[ShownEntry]:
    """The entries of one kind (``target``, ``commitment``, ``figure``) in the order of the register."""
    return [
        ShownEntry(
            entry,
            segment := transcript.segments[entry.at],
            people_of(corpus, segment.by),
            transcript.segments[entry.by.at] if entry.by and entry.by.at else None,
        )
        for entry in transcript.entries
        if entry.kind == kind
    ]


def specimen(transcript: Transcript) -> Segment:
    """The sentence that shows best how sentences are marked: the shortest of those with the fewest targets; at least one must exist."""
    made = Counter(entry.at for entry in transcript.entries if entry.kind == "target")
    return min((transcript.segments[at] for at in made), key=lambda segment: (made[segment.address], len(segment.zh.text)))


_RANGE: Mapping[Lang, str] = {"zh": "—", "en": "–"}
"""What stands between the ends of a range: in Chinese what the transcript and our notes write."""


def amount_text(corpus: Corpus, amount: Amount, unit: str, lang: Lang) -> str:
    """An amount in words: operator, number and unit; a number that is simply stated, a range and a multiple have no operator in words."""
    counted = counted_text(corpus, _RANGE[lang].join(number_text(number, lang) for number in amount.numbers), unit, lang)
    operator = corpus.vocabulary.operators[amount.operator].name[lang]
    return counted if amount.operator in _WITHOUT_WORDS else f"{operator} {counted}"


TIME_STRINGS: Mapping[str, frozenset[str]] = {
    "time_month": frozenset({"day"}),
    "time_quarter": frozenset({"year", "quarter"}),
    "time_half": frozenset({"year", "half"}),
    **{f"quarter.{number}": frozenset() for number in range(1, 5)},
    "half.1": frozenset(),
    "half.2": frozenset(),
    "time_span": frozenset({"since", "until"}),
}
"""The interface strings that a time is written with, each with its placeholders."""


def time_text(corpus: Corpus, by: Deadline, lang: Lang) -> str:
    """The time of a register entry in words; a span with both its ends."""
    until = _moment(corpus, by, lang)
    return fill(corpus.strings["time_span"][lang], {"since": _moment(corpus, by.since, lang), "until": until}) if by.since else until


def _moment(corpus: Corpus, time: Time, lang: Lang) -> str:
    """A year, or a month, quarter or half of one."""
    if time.period is None:
        return str(time.year)
    kind, number = time.period
    strings = corpus.strings
    if kind == "month":
        return fill(strings["time_month"][lang], {"day": datetime.date(time.year, number, 1)})
    return fill(strings[f"time_{kind}"][lang], {"year": time.year, kind: strings[f"{kind}.{number}"][lang]})


def counted_text(corpus: Corpus, numbers: str, unit: str, lang: Lang) -> str:
    """Numbers with what they count; no space follows a Chinese word of scale (1萬個, 500萬元)."""
    name = corpus.units[unit].name[lang]
    counted = name.replace("{n}", numbers) if "{n}" in name else f"{numbers} {name}"
    return re.sub("(?<=[萬億]) ", "", counted)


def number_text(value: Decimal, lang: Lang) -> str:
    """A number as running text writes it: with a word of scale where that leaves few digits behind the point (1萬, 4.5億, 1.2 billion),
    what has no end as a fraction (1/3), others with thousands separators.
    """
    for scale, word, decimals in _SCALES[lang]:
        scaled = value / scale
        if abs(scaled) >= 1 and scaled == round(scaled, decimals):
            return f"{scaled.normalize():,f}{word}".replace("-", "−")
    if len(value.as_tuple().digits) < _ENDLESS:
        return f"{value:,}".replace("-", "−")
    fraction = Fraction(value).limit_denominator(_LARGEST_PART)
    is_written = abs(fraction - Fraction(value)) < _NOTHING
    return str(fraction if is_written else round(value, 4)).replace("-", "−")
