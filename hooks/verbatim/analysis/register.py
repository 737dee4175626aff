"""The register as pages and books show it: its entries, and amounts in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from ..model import Amount, Lang, Person, Segment, Target
from ..read.corpus import Corpus, Transcript


@dataclass(frozen=True)
class RegisterEntry:
    """An entry of the register with what follows from its address; ``time_from`` is the sentence that states its time, if another."""

    target: Target
    segment: Segment
    speaker: Person | None
    time_from: Segment | None


def entries_of_kind(corpus: Corpus, transcript: Transcript, kind: str) -> list[RegisterEntry]:
    """The entries of one kind in the order of the register."""
    return [
        RegisterEntry(
            target,
            segment := transcript.segments[target.at],
            corpus.people.get(segment.by or ""),
            transcript.segments[target.by.at] if target.by and target.by.at else None,
        )
        for target in transcript.targets
        if target.kind == kind
    ]


def specimen(transcript: Transcript) -> Segment:
    """The sentence that shows best how sentences are marked: the shortest of those with the fewest targets; at least one must exist."""
    made = Counter(target.at for target in transcript.targets if target.kind == "target")
    return min((transcript.segments[at] for at in made), key=lambda segment: (made[segment.address], len(segment.zh.text)))


def amount_text(corpus: Corpus, amount: Amount, unit: str, lang: Lang) -> str:
    """An amount in words: operator, number and unit."""
    counted = counted_text(corpus, "–".join(map(number_text, amount.numbers)), unit, lang)
    operator = corpus.vocabulary.operators[amount.operator].name[lang]
    return counted if amount.operator in {"between", "multiple_of"} else f"{operator} {counted}"


def counted_text(corpus: Corpus, numbers: str, unit: str, lang: Lang) -> str:
    """Numbers with what they count."""
    name = corpus.units[unit].name[lang]
    return name.replace("{n}", numbers) if "{n}" in name else f"{numbers} {name}"


def number_text(value: Decimal) -> str:
    """A number with thousands separators, as both languages of the site write it."""
    return f"{value:,}"
