"""Consequences: faults that only say that something is still open, which O1 reports already, or a line without its twin (W2).

Rules judge a draft as they judge all else.  What they find is left out where it rests on an open value: in the line of the open point;
in the record that holds it, where the rule compares values of a record; and in the places that are compared with it.  What follows from a
line without its twin is left out as ``without_twin`` says.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from ..analysis.bilingual import pairs
from ..model import LANGS, AgreementException, Note, Page, Record, RegisterEntry
from ..model.faults import Fault, Faults
from ..read.corpus import Corpus, Transcript
from ..text.folding import fold
from . import without_twin
from .open_points import decided, undecided
from .places import Place, in_record

_OF_A_VALUE = re.compile(r"[BDGIKRTU]\d|A[12]|N4|P7|V[134]")
"""Codes of what a value says.  Labels, sections, ids, characters and the form of a file are judged in an open line too."""
_OF_A_RECORD = re.compile(r"[IRT]\d|A4|D3|G[34]|K[1234]|V3")
"""Codes of what compares the values of a record with one another, or with the sentence that it is about."""
_OF_A_PAIR = re.compile(r"B\d|U1")
_OF_A_SENTENCE = re.compile(r"D[12456]")


def left_out(found: Faults, corpus: Corpus) -> Iterable[Fault]:
    """The faults that follow neither from an open point nor from a line without its twin."""
    following: dict[tuple[str, int], list[re.Pattern[str]]] = {}
    for path, line, codes in chain(_places(corpus) if corpus.open_points else (), without_twin.places(corpus, found)):
        following.setdefault((path, line), []).append(codes)
    return [fault for fault in found if not any(codes.match(fault.code) for codes in following.get((fault.path, fault.line), ()))]


def _places(corpus: Corpus) -> Iterator[Place]:
    """Every place of what may follow from an open point."""
    yield from ((point.path, point.line, _OF_A_VALUE) for point in corpus.open_points)
    for page in corpus.pages.values():
        yield from _titles(corpus, page)
    units = {unit.id for unit in corpus.units.values() if undecided(unit)}
    sentences = {one.place for one in corpus.segments()} - {one.place for one in decided(corpus.segments())}
    for event, transcript in corpus.transcripts.items():
        own = {place.partition("/")[2] for place in sentences if place.startswith(f"{event}/")}
        for record in _resting(transcript, own, units):
            yield from in_record(record, _OF_A_RECORD)
        yield from _texts(transcript)
        yield from _numbers(transcript)
        yield from _lines_of_sentences(transcript, own)
        yield from _roster(corpus, transcript)
    yield from _shared(corpus)
    yield from _about(corpus, sentences)


def _resting(transcript: Transcript, sentences: Collection[str], units: Collection[str]) -> Iterator[Record]:
    """The records of an event that hold an open value, or rest on an open sentence, unit or register entry."""

    def rests(entry: RegisterEntry) -> bool:
        at = {entry.at, entry.by.at if entry.by else None}
        counted = {entry.unit, entry.each.unit if entry.each else None}
        return undecided(entry) or not at.isdisjoint(sentences) or not counted.isdisjoint(units)

    entries = {entry.id: entry for entry in transcript.entries if rests(entry)}
    about: tuple[Note | AgreementException, ...] = (*transcript.notes, *transcript.agreement_exceptions)
    yield from entries.values()
    yield from (chart for chart in transcript.charts if undecided(chart) or not entries.keys().isdisjoint({*chart.rows, chart.multiple}))
    yield from (one for one in about if undecided(one) or one.at in sentences)
    yield from filter(undecided, [transcript.event.day] if transcript.event.day else [])


def _texts(holder: object) -> Iterator[Place]:
    """Both languages of a text of which one is open."""
    for _, pair in pairs(holder):
        if undecided(pair):
            yield from in_record(pair, _OF_A_PAIR)


def _numbers(transcript: Transcript) -> Iterator[Place]:
    """The Chinese lines whose numbers an entry may claim whose quotation is open, and the line of a unit that is named beside another."""
    for entry in transcript.entries:
        segment = transcript.segments.get(entry.at)
        if segment and undecided(entry.quote.zh):
            yield segment.path("zh"), segment.zh.number, re.compile("N1")
        if entry.each and undecided(entry.each.unit):
            yield entry.where.path, entry.where.of("unit"), re.compile("V1")


def _lines_of_sentences(transcript: Transcript, sentences: Iterable[str]) -> Iterator[Place]:
    """Both lines of each sentence whose English is open."""
    for segment in (transcript.segments[address] for address in sentences):
        yield from ((segment.path(lang), segment[lang].number, _OF_A_SENTENCE) for lang in LANGS)


def _titles(corpus: Corpus, page: Page) -> Iterator[Place]:
    """The lines of a page outside the transcript where its own titles and headings, or those of its twin, are compared and one is open."""
    marked = {(point.path, point.line) for point in corpus.open_points if point.title}
    twins = [twin for lang in LANGS if (twin := corpus.pages.get((lang, page.name)))]
    lines = {1, *(number for number, _ in page.prose), *(section.number for section in page.sections.values())}
    if any((twin.path, number) in marked for twin in twins for number, _ in twin.prose):
        yield from ((page.path, line, re.compile("B2")) for line in lines)
    if any((page.path, line) in marked for line in lines):
        yield from ((page.path, line, re.compile("P7")) for line in lines)


def _roster(corpus: Corpus, transcript: Transcript) -> Iterator[Place]:
    """The lines of the roster that name somebody whose record is open."""
    panel = [corpus.people[one] for one in transcript.event.panel if one in corpus.people]
    names = [fold(person.name.zh) for person in panel if undecided(person)]  # the data write Traditional characters, the source perhaps not
    for segment in transcript.segments.values():
        if segment.kind == "panel" and any(name in fold(segment.zh.text).replace(" ", "") for name in names):
            yield segment.path("en"), segment.en.number, re.compile("K3")


def _shared(corpus: Corpus) -> Iterator[Place]:
    """What is open in people, terms and units; and the units of which an entry may name one whose own unit is open."""
    for record in (*corpus.people.values(), *corpus.terms.values(), *corpus.units.values()):
        if undecided(record):
            yield from in_record(record, _OF_A_RECORD)
            yield from _texts(record)
    rows = (row for transcript in corpus.transcripts.values() for row in transcript.entries)
    if any(undecided((row.unit, row.each.unit if row.each else None)) for row in rows):
        for unit in corpus.units.values():
            yield from in_record(unit, re.compile("K6"))


def _about(corpus: Corpus, sentences: Collection[str]) -> Iterator[Place]:
    """Corrections and exceptions of terms that are compared with sentences whose English is open; and English forms of terms that drafts
    say, which may be written before the sentences that will hold them.
    """
    for correction in corpus.corrections:
        if correction.at in sentences:
            yield from in_record(correction, re.compile("T1"))
    drafts = {point.event for point in corpus.open_points}
    said = fold("\n".join(segment.zh.text for segment in corpus.segments() if segment.event in drafts))
    for term in corpus.terms.values():
        for exception in term.exceptions:
            if exception.at in sentences:
                yield from in_record(exception, re.compile("G4"))
        if any(fold(form) in said for form in term.forms("zh")):
            yield term.where.path, term.where.of("forms_en"), re.compile("K4")
