"""The rules: is what was read true?  Each adds its faults; none stops another.

``hooks/README.md`` lists the codes; ``tests/cases`` holds a valid and an invalid case for each.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..corpus import Corpus
from ..fault import Faults
from . import agreement, facts, ledger, pages, pictures, register, synonyms, terms, words


def check(corpus: Corpus, strings: Mapping[str, Collection[str]], directives: Mapping[str, bool], faults: Faults) -> None:
    """Apply every rule; ``strings`` are the interface words that the templates ask for, each with the
    ``{names}`` it may hold.

    ``directives`` are the known ones, each with whether it may stand on a page of no event.
    """
    pages.check(corpus, strings, directives, faults)
    facts.check(corpus, faults)
    terms.check(corpus, corpus.finder, faults)
    synonyms.check(corpus, faults)
    for transcript in corpus.transcripts.values():
        words.check(corpus, transcript, faults)
        register.check(corpus, transcript, faults)
        ledger.check(transcript, faults)
        agreement.check(corpus, transcript, faults)
        pictures.check(transcript, faults)
