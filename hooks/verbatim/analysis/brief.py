"""The brief of an event: what fits one sheet of paper, with where to read on."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import PROMISES, Person
from ..read.corpus import Corpus, Transcript
from .register import ShownEntry, entries_of_kind
from .turns import Exchange, exchanges, silent

_SHOWN = 10
"""How many promises a sheet has room for, beside who spoke and what is not said."""


@dataclass(frozen=True)
class Brief:
    """``firmest`` are the firmest of all ``promises``, of which ``without_time`` state no time; ``silent`` have no words."""

    exchanges: list[Exchange]
    firmest: list[ShownEntry]
    promises: int
    without_time: int
    silent: list[Person]


def brief(corpus: Corpus, transcript: Transcript) -> Brief:
    """What the brief of an event says.

    The firmest promises are those whose strength comes first in the vocabulary; of equal ones those with a number come first, then those
    that state a time, then those said earlier.
    """
    strengths = [*corpus.vocabulary.strengths]

    def firmness(promise: ShownEntry) -> tuple[int, bool, bool]:
        entry = promise.entry
        return strengths.index(str(entry.strength)), entry.amount is None, entry.by is None

    promises = [promise for kind in PROMISES for promise in entries_of_kind(corpus, transcript, kind)]
    without_time = sum(promise.entry.by is None for promise in promises)
    shown = sorted(promises, key=firmness)[:_SHOWN]
    return Brief(exchanges(corpus, transcript), shown, len(promises), without_time, silent(corpus, transcript.event))
