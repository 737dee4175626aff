"""What several events have in common: people who speak in more than one, and the register entries of each field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..model import Person
from ..read.corpus import Corpus, Transcript
from .register import ShownEntry, entries_of_kind
from .turns import Spoken, spoken


@dataclass(frozen=True)
class Appearance:
    """What a person says in one event, alone or jointly: the turns, in order."""

    transcript: Transcript
    turns: tuple[Spoken, ...]


@lru_cache(maxsize=8)
def recurring(corpus: Corpus) -> Mapping[str, tuple[Appearance, ...]]:
    """The people who speak in several events (by id), each with what he or she says in each, the newest first."""
    found: dict[str, list[Appearance]] = {}
    for transcript in corpus.newest_first:
        for name, one in speakers(corpus, transcript).items():
            found.setdefault(name, []).append(one)
    return {name: tuple(appearances) for name, appearances in found.items() if len(appearances) > 1}


def speakers(corpus: Corpus, transcript: Transcript) -> Mapping[str, Appearance]:
    """The people who speak in an event (by id), each with what he or she says in it."""
    found: dict[str, list[Spoken]] = {}
    for one in spoken(corpus, transcript):
        for name in dict.fromkeys(person.id for person in one.speakers):
            found.setdefault(name, []).append(one)
    return {name: Appearance(transcript, tuple(turns)) for name, turns in found.items()}


def appearances(corpus: Corpus, person: Person) -> tuple[Appearance, ...]:
    """What a person says in each event; none of somebody who speaks in one only."""
    return recurring(corpus).get(person.id, ())


@lru_cache(maxsize=8)
def by_field(corpus: Corpus) -> Mapping[str, list[tuple[Transcript, list[ShownEntry]]]]:
    """The register entries of several events by field, in the order of the vocabulary; of each field by event, the newest first."""
    found: dict[str, list[tuple[Transcript, list[ShownEntry]]]] = {field: [] for field in corpus.vocabulary.fields}
    for transcript in corpus.newest_first if len(corpus.transcripts) > 1 else ():
        for field, shown in fields_of(corpus, transcript).items():
            found[field].append((transcript, shown))
    return {field: events for field, events in found.items() if events}


def fields_of(corpus: Corpus, transcript: Transcript) -> Mapping[str, list[ShownEntry]]:
    """The register entries of an event by field, in the order of the vocabulary."""
    found: dict[str, list[ShownEntry]] = {field: [] for field in corpus.vocabulary.fields}
    for kind in corpus.vocabulary.kinds:
        for shown in entries_of_kind(corpus, transcript, kind):
            found[shown.entry.field].append(shown)
    return {field: entries for field, entries in found.items() if entries}
