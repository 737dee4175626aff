"""Transcript sections as pages and books show them: paragraphs of sentences, each with all that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model import Lang, Line, Note, Part, RegisterEntry, Segment, Turn
from ..read.corpus import Corpus, Transcript
from ..text.inline import InlineSpan, inline_spans
from ..text.typography import to_full_width
from .annotations import annotations_by_address
from .marks import Piece, marks, note_numbers, pieces


@dataclass(frozen=True)
class Sentence:
    """A sentence ready to be displayed, with its label, the spans of its text, and its annotations.

    ``pieces`` are the same spans, split where marks are between the words.
    """

    segment: Segment
    label: str
    spans: list[InlineSpan]
    pieces: list[Piece]
    aliases: list[str]
    targets: list[RegisterEntry]
    notes: list[Note]


@dataclass(frozen=True)
class Speech:
    """A transcript section: paragraphs of sentences; a paragraph may be a label alone.

    ``notes`` are in the order of their letters, the first of which is that of the number ``first_note``.
    ``gaps`` are the places where turns were left out: after a paragraph, by its index, or before the first one (-1).
    """

    paragraphs: list[list[Sentence | str]]
    notes: list[Note]
    first_note: int
    gaps: Mapping[int, list[Turn]]


def speech(corpus: Corpus, transcript: Transcript, part: Part, lang: Lang) -> Speech:
    """One section with terms linked at their first occurrence."""
    section = corpus.pages[lang, f"{transcript.event.id}/{part.page}"].sections[part.section]
    segments = iter(segment for segment in transcript.segments.values() if segment.section == part.section)
    linked: set[str] = set()
    paragraphs = [
        [_sentence(corpus, transcript, next(segments), lang, linked) if line.text else _label(line, lang) for line in lines]
        for lines in section.paragraphs
    ]
    sentences = [item for lines in paragraphs for item in lines if isinstance(item, Sentence)]
    numbers = note_numbers(transcript)
    notes = sorted((note for sentence in sentences for note in sentence.notes), key=lambda note: numbers[note.id])
    return Speech(paragraphs, notes, numbers[notes[0].id] if notes else 1, _gaps(transcript, paragraphs))


def _gaps(transcript: Transcript, paragraphs: list[list[Sentence | str]]) -> Mapping[int, list[Turn]]:
    """The gaps of an event that are shown among some paragraphs of it: each after the last sentence of the turn before it."""
    last = {segment.turn: segment.address for segment in transcript.segments.values()}
    place = {item.segment.address: index for index, lines in enumerate(paragraphs) for item in lines if isinstance(item, Sentence)}
    if next(iter(transcript.segments)) in place:
        place[""] = -1
    found: dict[int, list[Turn]] = {}
    before = ""
    for turn in transcript.event.turns:
        if turn.kind != "gap":
            before = last.get(turn.id, before)
        elif before in place:
            found.setdefault(place[before], []).append(turn)
    return found


def without_links(segment: Segment, lang: Lang) -> list[InlineSpan]:
    """A whole sentence without links to terms."""
    return inline_spans(segment[lang], lang, [])


def with_marks(transcript: Transcript, segment: Segment, lang: Lang) -> list[Piece]:
    """A whole sentence without links to terms, with its marks."""
    return pieces(without_links(segment, lang), marks(transcript, segment, lang), lang)


def _sentence(corpus: Corpus, transcript: Transcript, segment: Segment, lang: Lang, linked: set[str]) -> Sentence:
    """A sentence; terms linked in it are added to ``linked`` and not linked again."""
    first = []
    for occurrence in corpus.finder.of(segment, lang):
        if occurrence.term not in linked:
            linked.add(occurrence.term)
            first.append(occurrence)
    belonging, line, address = annotations_by_address(transcript), segment[lang], segment.address
    spans = inline_spans(line, lang, first)
    return Sentence(
        segment,
        _label(line, lang),
        spans,
        pieces(spans, marks(transcript, segment, lang), lang),
        belonging.aliases.get(address, []),
        belonging.targets.get(address, []),
        belonging.notes.get(address, []),
    )


def _label(line: Line, lang: Lang) -> str:
    """A label as it is displayed."""
    return to_full_width(line.label) if lang == "zh" else line.label
