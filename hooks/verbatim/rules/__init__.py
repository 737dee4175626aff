"""Runs every rule over a loaded corpus; a rule appends faults and changes nothing else.

``hooks/README.md`` lists the codes; ``tests/cases`` holds a valid and an invalid case for each.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..analysis.bilingual import pairs, shared_texts
from ..analysis.published import SHARED
from ..model.faults import Fault, Faults
from ..read.corpus import EVENTS, Corpus
from ..read.event_files import Wanted, by_event, own_corpora
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
    heads,
    house_style,
    numerals,
    open_points,
    pages,
    people,
    publication,
    published,
    references,
    register,
    register_clause,
    register_words,
    roster,
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
from .named import named

_SHARED_LISTS = {*references.SHARED_LISTS, SHARED}
"""The files whose faults count for those of every event."""


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
    events, folders = own_corpora(corpus, files), by_event(files)
    _of_all(corpus, events, files, odd, required, directives, found)
    before = tuple(found)
    for event, own in events.items():
        told = [fault for fault in before if event in fault.path.split("/") or fault.path in _SHARED_LISTS]
        found += _asked(own, folders[event], directives, told)
    faults[:] = consequences.left_out(found, corpus)
    open_points.check(corpus, faults)


def _of_all(
    corpus: Corpus,
    events: Mapping[str, Listed[Corpus]],
    files: Files,
    odd: Collection[str],
    required: Mapping[str, Collection[str]],
    directives: Mapping[str, bool],
    found: Faults,
) -> None:
    """Apply the rules that compare events with one another and with what they share."""
    folders = by_event(files)
    names, of_none = named(events.values()), [name for name in folders if name not in events]
    files_.check(corpus, files, odd, found)
    published.check(corpus, names, files, found)
    for folder in of_none:
        characters.check(corpus, folders[folder], found)
    pages.check(corpus.shared_pages, corpus, directives, found)
    pages.across(corpus, events, found)
    strings.check(corpus, required, found)
    references.check(corpus, found)
    glossary.check(corpus, events.values(), found)
    synonyms.check(corpus, events.values(), found)
    witnesses.check(corpus, events.values(), names, found)
    people.check(corpus, found)
    house_style.check(corpus, events.values(), found)
    spelling.check(corpus, events.values(), found)
    corrections.check(corpus, events, found)
    bilingual.check(shared_texts(corpus), corpus.sources(), corpus.shared_pages, found)
    publication.check(corpus, found)
    charts.of_all(corpus, found)


def look_ahead(corpus: Corpus, files: Files, events: Collection[str], directives: Mapping[str, bool], wanted: Wanted) -> None:
    """Find what rules find in some events where nothing else is wrong, so that ``check`` knows it; ``files`` hold these at least.

    What is ``wanted`` of events beside that is asked of those without faults.
    """
    found, folders = own_corpora(corpus, files), by_event(files)
    _of_all(corpus, found, files, (), {}, directives, Faults())
    for event in found.keys() & events:
        sound = not _asked(found[event], folders[event], directives, [])
        for find in wanted if sound else ():
            find(found[event])


def _asked(own: Listed[Corpus], files: Files, directives: Mapping[str, bool], told: list[Fault]) -> tuple[Fault, ...]:
    """What is found in an event with these files, of which some faults are told."""
    return _of_event(own, Listed((files, directives, told), f"{directives!r}{told}"))


@cached(EVENTS)
def _of_event(own: Listed[Corpus], read: Listed[tuple[Files, Mapping[str, bool], list[Fault]]]) -> tuple[Fault, ...]:
    """What the rules of one event find in what they read, by its files, the directives, and the faults that were found before.

    Kept, since an edit leaves most events as they are.
    """
    corpus, (files, directives, before) = own.value, read.value
    (transcript,) = corpus.transcripts.values()
    faults = Faults(before)
    published.of_event(corpus, transcript, files, faults)
    characters.check(corpus, files, faults)
    pages.check(corpus.pages, corpus, directives, faults)
    references.of_event(corpus, transcript, faults)
    roster.check(corpus, transcript, faults)
    witnesses.of_event(transcript, faults)
    people.of_event(corpus, transcript, faults)
    bilingual.check(pairs(transcript), transcript.sources, corpus.pages, faults)
    complete = alignment.check(corpus, transcript, faults)
    turns.check(corpus, transcript, faults)
    heads.check(corpus, transcript, faults)
    source.check(corpus, transcript, complete, faults)
    status.check(transcript, faults)
    register.check(corpus, transcript, faults)
    register_words.check(corpus, transcript, faults)
    register_clause.check(corpus, transcript, faults)
    numerals.check(transcript, faults)
    agreement.check(corpus, transcript, faults)
    charts.check(transcript, faults)
    return tuple(faults[len(before) :])
