"""Runs every rule over a loaded corpus; a rule appends faults and changes nothing else.

``hooks/README.md`` lists the codes; ``tests/cases`` holds a valid and an invalid case for each.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..model.faults import Faults
from ..read.corpus import Corpus
from ..read.files import Files
from . import (
    agreement,
    alignment,
    bilingual,
    characters,
    charts,
    corrections,
    glossary,
    house_style,
    numerals,
    open_points,
    pages,
    publication,
    published,
    references,
    register,
    register_words,
    source,
    strings,
    synonyms,
    turns,
    witnesses,
)
from . import (
    files as files_,
)


def check(
    corpus: Corpus,
    files: Files,
    odd: Collection[str],
    required: Mapping[str, Collection[str]],
    directives: Mapping[str, bool],
    faults: Faults,
) -> None:
    """Apply every rule, in any order but one: the source is compared only with pages that ``alignment`` found complete.

    ``files`` are those that the corpus was read from, ``odd`` the paths of what is no plain file; ``required`` the interface strings that
    templates and code use, each with the ``{names}`` that it may hold; ``directives`` the known ones, each with whether a page that belongs
    to no event may hold it.
    """
    open_points.check(corpus, faults)
    files_.check(corpus, files, odd, faults)
    published.check(corpus, files, faults)
    characters.check(corpus, files, faults)
    pages.check(corpus, directives, faults)
    strings.check(corpus, required, faults)
    references.check(corpus, faults)
    glossary.check(corpus, corpus.finder, faults)
    synonyms.check(corpus, faults)
    witnesses.check(corpus, faults)
    house_style.check(corpus, faults)
    corrections.check(corpus, faults)
    bilingual.check(corpus, faults)
    publication.check(corpus, faults)
    for transcript in corpus.transcripts.values():
        complete = alignment.check(corpus, transcript, faults)
        turns.check(corpus, transcript, faults)
        source.check(corpus, transcript, complete, faults)
        register.check(corpus, transcript, faults)
        register_words.check(corpus, transcript, faults)
        numerals.check(transcript, faults)
        agreement.check(corpus, transcript, faults)
        charts.check(transcript, faults)
