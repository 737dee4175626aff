"""What several events have in common: people who speak in more than one, and the register entries of each field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model.once import once
from ..read.corpus import EVENTS, Corpus, Transcript
from ..read.summaries import Summaries
from ..text.cache import Listed, cached
from .register import ShownEntry, entries_of_kind
from .turns import Spoken, spoken


@dataclass(frozen=True)
class Appearance:
    """What a person says in one event, alone or jointly: the turns, in order."""

    transcript: Transcript
    turns: tuple[Spoken, ...]


@once
def recurring(events: Summaries) -> Mapping[str, Sequence[str]]:
    """The people who speak in several events (by id), each with the ids of these, the newest first."""
    found: dict[str, list[str]] = {}
    for event in _newest_first(events):
        for name in named(events.own(event))["people"]:
            found.setdefault(name, []).append(event)
    return {name: those for name, those in found.items() if len(those) > 1}


@once
def fields(events: Summaries) -> Sequence[str]:
    """The fields of the register entries of several events, in the order of the vocabulary."""
    those = _newest_first(events)
    found = {field for event in those for field in named(events.own(event))["fields"]} if len(those) > 1 else ()
    return [field for field in events.all_events.vocabulary.fields if field in found]


def has_fields(corpus: Corpus) -> bool:
    """Whether there are several events, with register entries; the newest one mostly has some, so that no other is looked at."""
    return len(corpus.transcripts) > 1 and any(transcript.entries for transcript in corpus.newest_first)


def _newest_first(events: Summaries) -> list[str]:
    return [transcript.event.id for transcript in events.all_events.newest_first]


@cached(EVENTS)
def named(own: Listed[Corpus]) -> Mapping[str, Sequence[str]]:
    """Who speaks in an event, and the fields of its register entries, by id."""
    [transcript] = own.value.transcripts.values()
    return {"people": [*speakers(own.value, transcript)], "fields": [*dict.fromkeys(entry.field for entry in transcript.entries)]}


def speakers(corpus: Corpus, transcript: Transcript) -> Mapping[str, Appearance]:
    """The people who speak in an event (by id), each with what he or she says in it."""
    found: dict[str, list[Spoken]] = {}
    for one in spoken(corpus, transcript):
        for name in dict.fromkeys(person.id for person in one.speakers):
            found.setdefault(name, []).append(one)
    return {name: Appearance(transcript, tuple(turns)) for name, turns in found.items()}


def appearances(corpus: Corpus, name: str) -> Sequence[Appearance]:
    """What a person (by id) says in each event, the newest first."""
    found = (speakers(corpus, transcript).get(name) for transcript in corpus.newest_first)
    return [one for one in found if one]


def by_field(corpus: Corpus) -> Mapping[str, list[tuple[Transcript, list[ShownEntry]]]]:
    """The register entries of all events by field, in the order of the vocabulary; of each field by event, the newest first."""
    found: dict[str, list[tuple[Transcript, list[ShownEntry]]]] = {field: [] for field in corpus.vocabulary.fields}
    for transcript in corpus.newest_first:
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
