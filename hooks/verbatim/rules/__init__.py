"""Runs every rule over a loaded corpus; a rule appends faults and changes nothing else.

``hooks/README.md`` lists the codes; ``tests/cases`` holds a valid and an invalid case for each.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..model.faults import Fault, Faults
from ..read.corpus import Corpus, Transcript, bases
from ..read.files import Files
from ..text.cache import Listed, cached
from . import (
    agreement,
    alignment,
    bilingual,
    characters,
    charts,
    consequences,
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
    register_clause,
    register_words,
    source,
    spelling,
    status,
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
    found = Faults(faults)  # some rules leave to others what was found before them
    files_.check(corpus, files, odd, found)
    published.check(corpus, files, found)
    characters.check(corpus, files, found)
    pages.check(corpus, directives, found)
    strings.check(corpus, required, found)
    references.check(corpus, found)
    glossary.check(corpus, corpus.finder, found)
    synonyms.check(corpus, found)
    witnesses.check(corpus, found)
    house_style.check(corpus, found)
    spelling.check(corpus, found)
    corrections.check(corpus, found)
    bilingual.check(corpus, found)
    publication.check(corpus, found)
    basis = bases(files)
    for event in corpus.transcripts:
        own = [fault for fault in found if event in fault.path.split("/") or fault.path in references.SHARED_LISTS]
        found += _of_event(Listed((corpus.of_event(event), own), f"{basis[event]}{own}"))
    faults[:] = consequences.left_out(found, corpus)
    open_points.check(corpus, faults)


@cached(4_096)
def _of_event(listed: Listed[tuple[Corpus, list[Fault]]]) -> tuple[Fault, ...]:
    """What the rules of one event find in what they read, after the faults of its files that were found before.

    Kept, since an edit leaves most events as they are.
    """
    corpus, before = listed.value
    faults = Faults(before)
    _apply(corpus, next(iter(corpus.transcripts.values())), faults)
    return tuple(faults[len(before) :])


def _apply(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """Apply the rules of one event."""
    complete = alignment.check(corpus, transcript, faults)
    turns.check(corpus, transcript, faults)
    source.check(corpus, transcript, complete, faults)
    status.check(transcript, faults)
    register.check(corpus, transcript, faults)
    register_words.check(corpus, transcript, faults)
    register_clause.check(corpus, transcript, faults)
    numerals.check(transcript, faults)
    agreement.check(corpus, transcript, faults)
    charts.check(transcript, faults)
