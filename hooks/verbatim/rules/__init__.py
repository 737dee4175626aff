"""Runs every rule over a loaded corpus; a rule appends faults and changes nothing else.

``hooks/README.md`` lists the codes; ``tests/cases`` holds a valid and an invalid case for each.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..model.faults import Faults
from ..read.corpus import Corpus
from . import (
    agreement,
    alignment,
    charts,
    corrections,
    glossary,
    house_style,
    numerals,
    open_points,
    pages,
    publication,
    references,
    register,
    source,
    strings,
    synonyms,
    turns,
)


def check(corpus: Corpus, required: Mapping[str, Collection[str]], directives: Mapping[str, bool], faults: Faults) -> None:
    """Apply every rule, in any order but one: the source is compared only with pages that ``alignment`` found complete.

    ``required`` are the interface strings that templates and code use, each with the ``{names}`` that it may hold; ``directives`` the
    known ones, each with whether a page that belongs to no event may hold it.
    """
    open_points.check(corpus, faults)
    pages.check(corpus, directives, faults)
    strings.check(corpus, required, faults)
    references.check(corpus, faults)
    glossary.check(corpus, corpus.finder, faults)
    synonyms.check(corpus, faults)
    house_style.check(corpus, faults)
    corrections.check(corpus, faults)
    publication.check(corpus, faults)
    for transcript in corpus.transcripts.values():
        complete = alignment.check(corpus, transcript, faults)
        turns.check(corpus, transcript, faults)
        source.check(corpus, transcript, complete, faults)
        register.check(corpus, transcript, faults)
        numerals.check(transcript, faults)
        agreement.check(corpus, transcript, faults)
        charts.check(transcript, faults)
