"""The rules: is what was read true?  Each adds its faults; none stops another.

``hooks/README.md`` lists the codes; ``tests/cases`` holds a valid and an invalid case for each.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..model.faults import Faults
from ..read.corpus import Corpus
from . import agreement, alignment, charts, glossary, numerals, pages, references, register, synonyms


def check(corpus: Corpus, strings: Mapping[str, Collection[str]], directives: Mapping[str, bool], faults: Faults) -> None:
    """Apply every rule; ``strings`` are the interface words that the templates ask for, each with the
    ``{names}`` it may hold.

    ``directives`` are the known ones, each with whether it may stand on a page of no event.
    """
    pages.check(corpus, strings, directives, faults)
    references.check(corpus, faults)
    glossary.check(corpus, corpus.finder, faults)
    synonyms.check(corpus, faults)
    for transcript in corpus.transcripts.values():
        alignment.check(corpus, transcript, faults)
        register.check(corpus, transcript, faults)
        numerals.check(transcript, faults)
        agreement.check(corpus, transcript, faults)
        charts.check(transcript, faults)
