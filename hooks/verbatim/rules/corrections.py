"""Corrections: each names a place that exists, changes something, and the words as they are now appear in its sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ..analysis.corrections import segment_at
from ..model import Correction, event_of
from ..model.faults import Fault, Faults
from ..read.corpus import EVENTS, Corpus
from ..text.cache import Listed, cached
from ..text.matching import contains_word


def check(corpus: Corpus, events: Mapping[str, Listed[Corpus]], faults: Faults) -> None:
    """The rules of corrections, by the event in which they are."""
    by_event = defaultdict[str, list[Correction]](list)
    for correction in corpus.corrections:
        by_event[event_of(correction.at)].append(correction)
    for event, own in by_event.items():
        faults += _in(Listed(tuple(own)), events[event]) if event in events else _found(own, corpus)


@cached(EVENTS)
def _in(corrections: Listed[tuple[Correction, ...]], own: Listed[Corpus]) -> tuple[Fault, ...]:
    """What is wrong with the corrections of an event."""
    return tuple(_found(corrections.value, own.value))


def _found(corrections: Iterable[Correction], corpus: Corpus) -> Faults:
    """A1 unknown place, C1 nothing changed, T1 words that are not in the sentence; a later correction may have changed them again."""
    faults = Faults()
    newest: dict[tuple[str, str], Correction] = {}
    for correction in corrections:
        if not segment_at(corpus, correction.at) and (correction.lang, correction.at) not in corpus.pages:
            what = f"at: there is no sentence and no page {correction.at!r}"
            faults.at(correction.where, "at", "A1", what, "write `event/address` of a sentence, or the name of a page")
        if correction.before == correction.after:
            faults.at(correction.where, "after", "C1", "`before` and `after` are the same", "write what was changed, or remove it")
        place = correction.at, correction.lang
        if place not in newest or newest[place].date <= correction.date:
            newest[place] = correction
    for correction in newest.values():
        segment = segment_at(corpus, correction.at)
        if segment and not contains_word(correction.after, segment[correction.lang].text, correction.lang, exactly=True):
            what = f"after: {correction.after!r} does not appear in {correction.at}: {segment[correction.lang].text!r}"
            faults.at(correction.where, "after", "T1", what, "quote the words as the sentence has them now")
    return faults
