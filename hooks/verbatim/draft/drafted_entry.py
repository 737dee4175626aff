"""A register entry as a draft proposes it, and a sentence that may promise: what entries with and without a number share."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from ..analysis.announcements import promising
from ..analysis.clause_reading import is_repeated
from ..model import EntryKind, Segment, Vocabulary
from ..read.corpus import Corpus, Transcript
from ..text.clauses import clauses
from ..text.open_points import MARK
from ..text.promises import begins_change, is_extent
from ..text.signal_words import scopes, strengths

NO_WORD = "no word of promise comes before it"
"""Why a number is no promise, where no other reason is known."""


@dataclass(frozen=True)
class Drafted:
    """A register entry of the draft, its English open; ``amount`` is its value in YAML, of ``units`` a person has to choose one."""

    id: str
    at: str
    zh: str
    kind: EntryKind
    why: str = ""
    amount: str = ""
    unit: str = ""
    units: tuple[str, ...] = ()
    year: int = 0
    period: str = ""
    words: str = ""
    time_at: str = ""
    strength: str = ""
    scope: tuple[str, ...] = ()
    doubt: str = ""


@dataclass(frozen=True)
class PromisingSentence:
    """A sentence of somebody who can promise, with the day of the event, and what gives its words of promise (``promising``)."""

    text: str
    day: datetime.date | None
    promised: Callable[[int, int], str]

    def promise(self, zh: str) -> tuple[str, str]:
        """The word that makes a promise of the number of a quotation, or empty, and the reason in words."""
        end = self.text.find(zh) + len(zh)
        if begins_change(zh):
            return "", "it is where a change begins"
        if is_extent(zh):
            return "", "it says how far something holds"
        if is_repeated(self.text, zh):
            return "", "it is in words of somebody else"
        word = self.promised(end, next(last for _, last in clauses(self.text) if last >= end))
        return word, f"“{word}” comes before it" if word else NO_WORD


def promising_sentence(corpus: Corpus, transcript: Transcript, segment: Segment) -> PromisingSentence | None:
    """A sentence as one that may promise; None where those who speak cannot."""
    if not segment.can_promise(corpus.people):
        return None
    return PromisingSentence(segment.zh.text, transcript.event.date, promising(transcript, segment))


def strength_of(vocabulary: Vocabulary, quote: str) -> str:
    """The firmest strength whose words are in the quotation; else the one that needs no words, or an open point."""
    said = {one.key for one in strengths(vocabulary, quote)}
    return next((key for key, signal in vocabulary.strengths.items() if key in said or not (said or signal.words.zh)), MARK)


def scopes_of(vocabulary: Vocabulary, quote: str) -> tuple[str, ...]:
    """The scopes whose words are in the quotation."""
    said = {one.key for one in scopes(vocabulary, quote)}
    return tuple(key for key in vocabulary.scopes if key in said)
