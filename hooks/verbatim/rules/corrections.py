"""Corrections: each names a place that exists, changes something, and the words as they are now appear in its sentence."""

from __future__ import annotations

from ..analysis.corrections import segment_at
from ..model import Correction
from ..model.faults import Faults
from ..read.corpus import Corpus
from ..text.matching import contains_word


def check(corpus: Corpus, faults: Faults) -> None:
    """A1 unknown place, C1 nothing changed, T1 words that are not in the sentence; a later correction may have changed them again."""
    newest: dict[tuple[str, str], Correction] = {}
    for one in corpus.corrections:
        where = one.where
        if not segment_at(corpus, one.at) and (one.lang, one.at) not in corpus.pages:
            what = f"at: there is no sentence and no page {one.at!r}"
            faults.add(where.path, where.of("at"), "A1", what, "write `event/address` of a sentence, or the name of a page")
        if one.before == one.after:
            faults.add(where.path, where.of("after"), "C1", "`before` and `after` are the same", "write what was changed, or remove it")
        place = one.at, one.lang
        if place not in newest or newest[place].date <= one.date:
            newest[place] = one
    for one in newest.values():
        segment = segment_at(corpus, one.at)
        if segment and not contains_word(one.after, segment[one.lang].text, one.lang, exactly=True):
            what = f"after: {one.after!r} does not appear in {one.at}: {segment[one.lang].text!r}"
            faults.add(one.where.path, one.where.of("after"), "T1", what, "quote the words as the sentence has them now")
