"""Consequences of open points: faults that only say that something is still open, which O1 reports already.

Rules judge a draft as they judge all else.  What they find is left out where it rests on an open value: at the line of the open point;
in the record that holds it, where the rule compares values of a record; and where what is compared with it is elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from ..analysis.bilingual import pairs
from ..model import Page, Record, RegisterEntry, Segment, Where
from ..model.faults import Fault, Faults
from ..read.corpus import Corpus, Transcript
from .open_points import decided, undecided

Place = tuple[str, int, str]
"""Path, line and code of faults that are left out."""

_OF_A_VALUE = frozenset(
    "A1 A2 B1 B2 B3 D1 D2 D3 D4 D5 G1 G2 G3 G4 G5 G6 I1 I2 I3 K1 K2 K3 K4 K5 K6 N4 P7 R1 R2 R3 T1 T2 T3 T4 T5 T6 T7 U1 V1 V3 V4".split()
)
"""Codes of what a value says.  Labels, sections, ids, characters and the form of a file are judged in an open line too."""
_OF_A_RECORD = frozenset("D3 G3 G4 I1 I2 I3 K2 K3 K4 R1 R2 R3 T1 T2 T3 T4 T5 T6 T7 V3".split())
"""Codes of what compares the values of a record with one another, or with the sentence that it is about."""
_OF_A_PAIR = frozenset({"B1", "B2", "B3", "U1"})
_OF_A_SENTENCE = frozenset({"D1", "D2", "D4", "D5"})


def left_out(found: Faults, corpus: Corpus) -> Iterable[Fault]:
    """The faults that rest on no open point: all of them where no event is a draft."""
    if not corpus.open_points:
        return found
    places = frozenset(_places(corpus))
    return [fault for fault in found if (fault.path, fault.line, fault.code) not in places]


def _places(corpus: Corpus) -> Iterator[Place]:
    """Path, line and code of everything that may follow from an open point."""
    for point in corpus.open_points:
        yield from ((point.path, point.line, code) for code in _OF_A_VALUE)
    for page in corpus.pages.values():
        yield from _titles(corpus, page)
    units = {unit.id for unit in corpus.units.values() if undecided(unit)}
    everywhere = {segment.place for segment in corpus.segments()} - {segment.place for segment in decided(corpus.segments())}
    for transcript in corpus.transcripts.values():
        sentences = {place.partition("/")[2] for place in everywhere if place.startswith(f"{transcript.event.id}/")}
        yield from _records(transcript, _resting(transcript, sentences, units))
        yield from _sentences(transcript, sentences)
        yield from _roster(corpus, transcript)
    yield from _shared(corpus, everywhere)


def _lines(value: Any) -> Iterator[int]:
    """Every line that a record, or one inside it, names."""
    if isinstance(value, Record):
        yield from (value.where.line, *value.where.keys.values())
        for field in fields(value):
            yield from _lines(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _lines(one)


def _at(where: Where, lines: Iterable[int], codes: Iterable[str]) -> Iterator[Place]:
    lines = set(lines)
    return ((where.path, line, code) for code in codes for line in lines)


def _resting(transcript: Transcript, sentences: Collection[str], units: Collection[str]) -> list[Record]:
    """The records of an event that hold an open value, or rest on an open sentence, unit or register entry."""

    def rests(entry: RegisterEntry) -> bool:
        at = {entry.at, entry.by.at if entry.by else None}
        counted = {entry.unit, entry.each.unit if entry.each else None}
        return undecided(entry) or not at.isdisjoint(sentences) or not counted.isdisjoint(units)

    entries = [entry for entry in transcript.targets if rests(entry)]
    names = {entry.id for entry in entries}
    event = transcript.event
    about = (*transcript.notes, *transcript.agreement_exceptions)
    charts = [chart for chart in transcript.charts if undecided(chart) or not names.isdisjoint({*chart.rows, chart.multiple})]
    others = (*event.turns, *transcript.accounts, *transcript.aliases, *transcript.errata, *([event.day] if event.day else []))
    return [*entries, *charts, *(one for one in about if undecided(one) or one.at in sentences), *filter(undecided, others)]


def _records(transcript: Transcript, records: Iterable[Record]) -> Iterator[Place]:
    """What may follow in records that are not decided, and in pairs of which one language is not."""
    for record in records:
        yield from _at(record.where, _lines(record), _OF_A_RECORD)
    yield from _pairs(transcript)


def _pairs(holder: object) -> Iterator[Place]:
    """What may follow in a text of which one language is open."""
    for _, pair in pairs(holder):
        if undecided(pair):
            yield from _at(pair.where, _lines(pair), _OF_A_PAIR)


def _sentences(transcript: Transcript, sentences: Collection[str]) -> Iterator[Place]:
    """What may follow in both lines of a sentence whose English is open."""
    for address in sentences:
        segment = transcript.segments[address]
        for lang, line in (("zh", segment.zh), ("en", segment.en)):
            yield from _at(Where(f"docs/{lang}/{segment.event}/{segment.page}.md", line.number), [line.number], _OF_A_SENTENCE)


def _titles(corpus: Corpus, page: Page) -> Iterator[Place]:
    """What may follow in the titles and headings of a page of which one is open, or one of its twin."""
    twins = [one for lang in ("zh", "en") if (one := corpus.pages.get((lang, page.name)))]
    opened = {(point.path, point.line) for point in corpus.open_points if point.title}
    numbers = [1, *(number for number, _ in page.prose), *(section.number for section in page.sections.values())]
    if any((twin.path, number) in opened for twin in twins for number, _ in twin.prose):
        yield from _at(Where(page.path, 1), numbers, {"B2"})
    if any((page.path, number) in opened for number in numbers):
        yield from _at(Where(page.path, 1), numbers, {"P7"})


def _roster(corpus: Corpus, transcript: Transcript) -> Iterator[Place]:
    """What may follow in the lines of the roster that name somebody whose record is open."""
    names = [corpus.people[one].name.zh for one in transcript.event.panel if one in corpus.people and undecided(corpus.people[one])]
    for segment in transcript.segments.values():
        if segment.kind == "panel" and any(name in segment.zh.text.replace(" ", "") for name in names):
            yield f"docs/en/{segment.event}/{segment.page}.md", segment.en.number, "K3"


def _shared(corpus: Corpus, sentences: Collection[str]) -> Iterator[Place]:
    """What may follow in people, terms, units and corrections."""
    for record in (*corpus.people.values(), *corpus.terms.values(), *corpus.units.values()):
        if undecided(record):
            yield from _at(record.where, _lines(record), _OF_A_RECORD)
        yield from _pairs(record)
    unnamed = {transcript.event.id for transcript in corpus.transcripts.values() if any(undecided(row.unit) for row in transcript.targets)}
    for unit in corpus.units.values():
        if unit.where.path.split("/")[1] in unnamed:
            yield from _at(unit.where, _lines(unit), {"K6"})
    for correction in corpus.corrections:
        if correction.at in sentences:
            yield from _at(correction.where, _lines(correction), {"T1"})
    for term in corpus.terms.values():
        for exception in term.exceptions:
            if exception.at in sentences:
                yield from _at(exception.where, _lines(exception), {"G4"})
        if any(form in segment.zh.text for segment in corpus.segments() if segment.place in sentences for form in term.forms("zh")):
            yield from _at(term.where, [term.where.of("forms_en")], {"K4"})
