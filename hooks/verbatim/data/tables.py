"""The open data: the corpus as JSON and CSV, in a stable order, for other programs and for the print edition.

``data/README.md`` documents every field.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from ..analysis.annotations import annotations_by_address
from ..analysis.glossary import occurring, places_in
from ..analysis.readings import edited, in_simplified
from ..model import LANGS, Amount, Deadline, Person, Place, RegisterEntry, Segment, Source, Term, Turn, as_dict
from ..model.addresses import Published
from ..model.locale import locale_of
from ..model.once import once
from ..read.corpus import EVENTS, Corpus, Transcript
from ..read.summaries import Summaries, Summary, summary
from ..text.cache import Listed, cached
from ..text.data_scripts import data_scripts
from .columns import cells, fields_with
from .write import csv_lines, csv_text, json_items, json_list, json_text


def exports(corpus: Corpus, published: Published, events: Summaries | None = None) -> Mapping[str, str]:
    """File name to content of all the open data; addresses are whole or, where the site's is not known, relative to these files.

    ``events`` makes or finds the parts of the events.
    """
    found = events or Summaries(corpus)
    parts = [found.made(part(published, found), event) for event in corpus.transcripts]
    known = occurring(corpus, found)
    said = Counter[str]()
    for event in corpus.transcripts:
        said.update(found.made(_said, event))
    fields = [field.name for field in fields_with(_states_periods(found))]
    return {
        "segments.json": json_list(one["segments"] for one in parts),
        "targets.json": json_list(one["targets"] for one in parts),
        "targets.csv": csv_text(fields, ()) + "".join(one["table"] for one in parts),
        "terms.json": found.made_of("terms", known.digests, lambda: _terms(corpus, known.occurs())),
        "turns.json": json_list(one["turns"] for one in parts),
        "people.json": json_text([_person(corpus, person, said[person.id]) for person in corpus.people.values()]),
    }


def summaries(published: Published, events: Summaries) -> Sequence[Summary[Any]]:
    """What ``exports`` needs of each event."""
    return part(published, events), places_in, _said


@summary("said")
def _said(own: Corpus) -> Mapping[str, int]:
    """How many sentences of the only event each person speaks, alone or jointly."""
    return Counter(name for segment in own.segments() for name in dict.fromkeys(segment.by))


def part(published: Published, events: Summaries) -> Summary[Mapping[str, str]]:
    """What the open data hold of each event, as they are written; a table has a column of periods as soon as any event states one."""
    periods = _states_periods(events)
    return Summary("data", lambda own: parts_of(own, published, periods), published.facts(periods))


@once
def _states_periods(events: Summaries) -> bool:
    """Whether an entry of any event states more than a year."""
    return any(with_periods(events.own(event)) for event in events.all_events.transcripts)


@cached(EVENTS)
def with_periods(own: Listed[Corpus]) -> bool:
    """Whether an entry of an event does so."""
    return any(map(_has_period, own.value.transcripts.values()))


def _has_period(transcript: Transcript) -> bool:
    """Whether an entry states more than a year."""
    return any(entry.by is not None and entry.by.has_period for entry in transcript.entries)


def parts_of(own: Corpus, published: Published, periods: bool) -> Mapping[str, str]:
    """What the open data hold of the only event of a corpus; ``periods``: whether its table has a column of these."""
    [transcript] = own.transcripts.values()
    targets, fields = entry_records(transcript, published), fields_with(periods)
    return {
        "segments": json_items([_segment(own, segment, published) for segment in own.segments()]),
        "targets": json_items(targets),
        "table": csv_lines(cells(record, fields) for record in targets),
        "turns": json_items([_turn(transcript, turn) for turn in transcript.event.turns]),
    }


def _terms(corpus: Corpus, occurs: Mapping[str, Sequence[Place]]) -> str:
    return json_text([_term(term, occurs.get(term.id, ())) for term in corpus.terms.values()])


def _addresses(published: Published, segment: Segment) -> dict[str, str]:
    """A sentence's address in each language."""
    return {lang: published.link("data/", published.urls.sentence(locale_of(lang), segment)) for lang in LANGS}


def _sources(sources: tuple[Source, ...]) -> list[dict[str, str | None]]:
    return [{"title": source.title, "title_zh": source.title_zh, "address": source.address} for source in sources]


def _segment(corpus: Corpus, segment: Segment, published: Published) -> dict[str, Any]:
    transcript = corpus.transcripts[segment.event]
    belonging = annotations_by_address(transcript)
    return {
        "address": segment.address,
        "event": segment.event,
        "page": segment.page,
        "section": segment.section,
        "number": segment.number,
        "kind": segment.kind,
        **_speaker(segment),
        "zh": segment.zh.text,
        "zh_edited": edited(corpus, transcript, segment.zh.text),
        "zh_simplified": in_simplified(corpus, transcript, segment.zh.text),
        "en": segment.en.text,
        "url": _addresses(published, segment),
        "targets": [entry.id for entry in belonging.entries.get(segment.address, ())],
        "terms": list(dict.fromkeys(hit.term for hit in corpus.finder.of(segment, "zh"))),
        "notes": [{"quote": as_dict(note.quote), "note": as_dict(note.note)} for note in belonging.notes.get(segment.address, ())],
    }


def _speaker(segment: Segment) -> dict[str, Any]:
    """Who speaks a sentence, in which turn; ``speaker`` is None where nobody does, or several do jointly."""
    return {"speaker": segment.by[0] if len(segment.by) == 1 else None, "speakers": list(segment.by), "turn": segment.turn}


def _amount(amount: Amount | None, unit: str | None) -> dict[str, Any] | None:
    if amount is None:
        return None
    numbers = {name: value for name in ("value", "low", "high") if (value := getattr(amount, name)) is not None}
    return {"operator": amount.operator, **{name: json_number(value) for name, value in numbers.items()}, "unit": unit}


def json_number(value: Any) -> int | float:
    """A decimal as JSON writes it: whole where it is whole."""
    return int(value) if value == int(value) else float(value)


def _time(by: Deadline, at: str) -> dict[str, Any]:
    """A deadline; ``period`` only where the words state more than a year, as ISO 8601 writes it: 2033-06, 2033-Q3, 2033/2035."""
    period = {"period": "/".join(one.code for one in by.times)} if by.has_period else {}
    return {"year": by.year, **period, "words": as_dict(by.words), "at": by.at or at, "basis": "inferred" if by.at else "stated"}


def _entry(transcript: Transcript, entry: RegisterEntry, published: Published) -> dict[str, Any]:
    segment = transcript.segments[entry.at]
    time = _time(entry.by, entry.at) if entry.by else None
    return {
        "id": entry.id,
        "event": transcript.event.id,
        "at": entry.at,
        **_speaker(segment),
        "kind": entry.kind,
        "what": as_dict(entry.what),
        "quote": as_dict(entry.quote),
        "amount": _amount(entry.amount, entry.unit),
        "each": _amount(entry.each, entry.each.unit if entry.each else None),
        "by": time,
        "strength": entry.strength,
        "scope": list(entry.scope),
        "field": entry.field,
        "terms": list(entry.terms),
        "note": as_dict(entry.note),
        "url": _addresses(published, segment),
    }


def entry_records(transcript: Transcript, published: Published) -> list[dict[str, Any]]:
    """The register of an event as ``targets.json`` holds it."""
    return [_entry(transcript, entry, published) for entry in transcript.entries]


def rows(corpus: Corpus, published: Published) -> Mapping[str, str]:
    """A data script an event, by path: the lines of its flat table, for a page that offers those it displays as a download."""
    return data_scripts({f"rows-{name}": _rows(transcript, published) for name, transcript in corpus.transcripts.items()})


def _rows(transcript: Transcript, published: Published) -> Mapping[str, Any]:
    fields = fields_with(_has_period(transcript))
    lines = {record["id"]: cells(record, fields) for record in entry_records(transcript, published)}
    return {"columns": [field.name for field in fields], "lines": lines}


def _term(term: Term, occurs: Sequence[Place]) -> dict[str, Any]:
    return {
        "id": term.id,
        "group": term.group,
        "zh": term.zh,
        "forms_zh": list(term.forms_zh),
        "pinyin": term.pinyin,
        "en": term.en,
        "forms_en": list(term.forms_en),
        "usual_en": list(term.usual_en),
        "definition": as_dict(term.definition),
        "basis": term.basis,
        "defined_at": term.defined_at,
        "defined_in_part": term.defined_in_part,
        "coded": term.coded,
        "level": term.level,
        "fit": term.fit,
        "confidence": term.confidence,
        "note": as_dict(term.note),
        "also": [{"en": other.en, "used_by": other.used_by} for other in term.also],
        "sources": _sources(term.sources),
        "exceptions": [{"at": exception.at, "reason": as_dict(exception.reason)} for exception in term.exceptions],
        "occurs": [f"{place.event}/{place.address}" for place in occurs],
    }


def _turn(transcript: Transcript, turn: Turn) -> dict[str, Any]:
    """A turn with its links and its sentences; a gap has only a note."""
    segments = [segment for segment in transcript.segments.values() if segment.turn == turn.id]
    return {
        "id": turn.id,
        "event": transcript.event.id,
        "kind": turn.kind,
        "page": turn.page or None,
        "speakers": list(segments[0].by) if segments else [],
        "answers": list(turn.answers),
        "follows": turn.follows,
        "sentences": [segment.address for segment in segments],
        "note": as_dict(turn.note),
    }


def _person(corpus: Corpus, person: Person, sentences: int) -> dict[str, Any]:
    events = corpus.transcripts.values()
    return {
        "id": person.id,
        "kind": person.kind,
        "name": as_dict(person.name),
        "family": as_dict(person.family),
        "pinyin": person.pinyin,
        "office": as_dict(person.office),
        "note": as_dict(person.note),
        "sources": _sources(person.sources),
        "panels": [transcript.event.id for transcript in events if person.id in transcript.event.panel],
        "sentences": sentences,
    }
