"""The columns of the register, written once: the open data, the tables and filters of the page, and the books follow them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..analysis.turns import Spoken, filtered_by_turn, names_of, people_of, spoken
from ..model import ENTRY_KINDS, LANGS, PROMISES, EntryKind, Pair
from ..read.corpus import Corpus, Transcript

EntryRecord = Mapping[str, Any]
"""An entry as ``targets.json`` holds it."""


@dataclass(frozen=True)
class Field:
    """A value of an entry: its column in ``targets.csv``, and its place in the record of ``targets.json``, keys joined by dots.

    ``fact``: a reader can sort or filter by it.
    """

    name: str
    place: str
    fact: bool = False

    def text(self, record: EntryRecord) -> str:
        """The value as a cell of the table: a list joined with spaces, nothing as an empty text."""
        value: Any = record
        for key in self.place.split("."):
            value = None if value is None else value.get(key)
        if isinstance(value, list):
            return " ".join(value)
        return "" if value is None else str(value)


@dataclass(frozen=True)
class Column:
    """A column of the tables on the page and in the books; ``kinds`` have it, ``sorts``: a reader can sort by it."""

    name: str
    kinds: tuple[EntryKind, ...] = ENTRY_KINDS
    sorts: bool = True


@dataclass(frozen=True)
class Option:
    """A value that the register can be filtered by, and what it is called."""

    value: str
    name: Pair


PERIOD = Field("time_period", "by.period", fact=True)
"""Only in tables of which an entry states more than a year, so that those of others stay as they were published."""

FIELDS = (
    Field("id", "id"),
    Field("event", "event"),
    Field("at", "at"),
    Field("speaker", "speakers", fact=True),
    Field("turn", "turn", fact=True),
    Field("kind", "kind"),
    Field("what_zh", "what.zh"),
    Field("what_en", "what.en"),
    Field("quote_zh", "quote.zh"),
    Field("quote_en", "quote.en"),
    Field("operator", "amount.operator", fact=True),
    Field("value", "amount.value", fact=True),
    Field("low", "amount.low", fact=True),
    Field("high", "amount.high"),
    Field("unit", "amount.unit", fact=True),
    Field("each_operator", "each.operator"),
    Field("each_value", "each.value"),
    Field("each_unit", "each.unit"),
    Field("year", "by.year", fact=True),
    PERIOD,
    Field("time_words_zh", "by.words.zh"),
    Field("time_words_en", "by.words.en"),
    Field("time_at", "by.at"),
    Field("time_basis", "by.basis", fact=True),
    Field("strength", "strength", fact=True),
    Field("scope", "scope"),
    Field("field", "field", fact=True),
    Field("note_zh", "note.zh"),
    Field("note_en", "note.en"),
    Field("url_zh", "url.zh"),
    Field("url_en", "url.en"),
)
"""The columns of the flat table, in their order."""

COLUMNS = (
    Column("what"),
    Column("amount", ("target", "figure")),
    Column("time", PROMISES),
    Column("strength", PROMISES),
    Column("quote", sorts=False),
    Column("speaker"),
)
"""The columns that readers see, in their order."""

FACETS = ("speaker", "turn", "field", "kind", "operator", "strength", "time")
"""What the register can be filtered by, in the order of the form; by turn only where a speaker has entries in several."""

NOBODY = "none"
"""The value of a facet for entries that have none: no named speaker, no deadline."""


def columns_of(kind: str) -> tuple[Column, ...]:
    """The columns of the table of one kind."""
    return tuple(column for column in COLUMNS if kind in column.kinds)


def fields_with(periods: bool) -> tuple[Field, ...]:
    """The columns of the flat table of entries of which one states more than a year, or none does."""
    return tuple(field for field in FIELDS if field != PERIOD or periods)


def cells(record: EntryRecord, fields: Iterable[Field]) -> list[str]:
    """An entry as a line of the flat table."""
    return [field.text(record) for field in fields]


def facts(record: EntryRecord) -> Mapping[str, str]:
    """What an entry can be sorted and filtered by, without what it lacks."""
    return {field.name: text for field in FIELDS if field.fact and (text := field.text(record))}


def facets(corpus: Corpus, transcript: Transcript) -> Mapping[str, list[Option]]:
    """The options of each facet that occur in an event, in the order of the vocabulary or of the text; by ``FACETS``."""
    entries, names, strings = transcript.entries, corpus.vocabulary, corpus.strings
    segments = [transcript.segments[entry.at] for entry in entries]
    speakers = dict.fromkeys(segment.by for segment in segments)
    turns = dict.fromkeys(segment.turn for segment in segments if segment.by) if filtered_by_turn(transcript) else {}
    options = {
        "speaker": [_speaker(corpus, by) for by in speakers],
        "turn": [_turn(corpus, said) for said in spoken(corpus, transcript) if said.turn.id in turns],
        "field": _occurring(names.fields, {entry.field for entry in entries}),
        "kind": _occurring(names.kinds, {entry.kind for entry in entries}),
        "operator": _occurring(
            {name: operator.name for name, operator in names.operators.items()},
            {entry.amount.operator for entry in entries if entry.amount},
        ),
        "strength": _occurring(
            {name: signal.name for name, signal in names.strengths.items()}, {entry.strength for entry in entries if entry.strength}
        ),
        "time": [Option(value, strings[key]) for value, key in TIMES.items()],
    }
    return {name: options[name] for name in FACETS if name != "turn" or turns}


def repeated(records: Iterable[Mapping[str, str]]) -> frozenset[str]:
    """The facets that part the entries exactly as an earlier one does, as fields do where each speaker has one of his or her own.

    ``records`` are what the entries can be filtered by (``facts``).
    """
    entries, seen, found = list(records), set(), set()
    for name in FACETS:
        values = [entry.get(name, "") for entry in entries]
        parts = tuple(values.index(value) for value in values)  # for each entry the first one that it is alike
        if len({*parts}) > 1 and parts in seen:
            found.add(name)
        seen.add(parts)
    return frozenset(found)


def _speaker(corpus: Corpus, by: tuple[str, ...]) -> Option:
    """A speaker, or several who speak jointly, as one option: an entry is found under exactly those who made it."""
    return Option(" ".join(by), names_of(corpus, people_of(corpus, by))) if by else Option(NOBODY, corpus.strings["notice"])


def _turn(corpus: Corpus, said: Spoken) -> Option:
    """A turn as an option: who speaks, and its first sentence."""
    names, first = names_of(corpus, said.speakers), said.segments[0].address
    return Option(said.turn.id, Pair(names.where, *(f"{names[lang]}{corpus.strings['comma'][lang]}{first}" for lang in LANGS)))


TIMES = {"stated": "time_stated", "inferred": "time_inferred", NOBODY: "no_time"}
"""The options of the facet of time, each with the key of the string that names it."""

STRINGS = dict.fromkeys(("notice", *TIMES.values()), frozenset[str]())
"""The interface strings that name options; none has placeholders."""


def _occurring(names: Mapping[str, Pair], values: Iterable[str]) -> list[Option]:
    """The options for those of the names that are among the values, in the order of the names."""
    there = set(values)
    return [Option(value, name) for value, name in names.items() if value in there]
