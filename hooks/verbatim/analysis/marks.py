"""Marks: signs in a sentence, each directly after the words that a register entry, a note or a slip in the source is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import ascii_lowercase

from ..model import Erratum, Lang, Note, RegisterEntry, Segment
from ..model.once import once
from ..read.corpus import Transcript
from ..text.inline import InlineSpan, split_spans
from ..text.matching import place_of
from .annotations import annotations_by_address


@dataclass(frozen=True)
class Mark:
    """A sign for a record; ``end`` is how many characters of the sentence are before it, ``kind`` that of the entry, `note` or `slip`.

    A note has a ``letter``.
    """

    end: int
    kind: str
    record: RegisterEntry | Note | Erratum
    letter: str = ""


@dataclass(frozen=True)
class Piece:
    """A span of a sentence with the marks that follow it."""

    span: InlineSpan
    marks: tuple[Mark, ...]


def marks(transcript: Transcript, segment: Segment, lang: Lang) -> list[Mark]:
    """The marks of a sentence in their order: by place, and at one place entries, notes, slips; slips are of the Chinese words alone."""
    belonging, numbers, text = annotations_by_address(transcript), note_numbers(transcript), segment[lang].text
    entries = [Mark(_end(text, entry.quote[lang], lang), entry.kind, entry) for entry in belonging.entries.get(segment.address, ())]
    notes = [
        Mark(_end(text, note.quote[lang], lang), "note", note, letters(numbers[note.id]))
        for note in belonging.notes.get(segment.address, ())
    ]
    slips = _slips(transcript, text) if lang == "zh" else ()
    return sorted([*entries, *notes, *slips], key=lambda mark: mark.end)


def pieces(spans: Iterable[InlineSpan], marked: Iterable[Mark], lang: Lang) -> list[Piece]:
    """The spans of a sentence with its marks; a mark inside the link to a term comes after the link."""
    waiting = list(marked)
    found = []
    for span, end in split_spans(spans, {mark.end for mark in waiting}, lang):
        here = tuple(mark for mark in waiting if mark.end <= end)
        waiting = waiting[len(here) :]
        found.append(Piece(span, here))
    return found


@once
def note_numbers(transcript: Transcript) -> Mapping[str, int]:
    """The numbers of the notes by id: from 1 on each page, in the order of the Chinese words, so that both languages have the same."""
    order = {address: place for place, address in enumerate(transcript.segments)}
    placed = sorted(transcript.notes, key=lambda note: (order[note.at], _end(transcript.segments[note.at].zh.text, note.quote.zh, "zh")))
    last: Counter[str] = Counter()
    found = {}
    for note in placed:
        page = transcript.segments[note.at].page
        last[page] += 1
        found[note.id] = last[page]
    return found


def letters(number: int) -> str:
    """A number from 1 in letters, as lists count: a to z, then aa, ab."""
    before, place = divmod(number - 1, len(ascii_lowercase))
    return (letters(before) if before else "") + ascii_lowercase[place]


def _end(text: str, quote: str, lang: Lang) -> int:
    """Where a quotation ends in its sentence; the check holds that it is there."""
    return place_of(quote, text, lang) + len(quote)


def _slips(transcript: Transcript, text: str) -> Iterator[Mark]:
    """A mark for each slip in a Chinese sentence, where it first occurs: the same one again needs no second mark."""
    for erratum in transcript.errata:
        if erratum.kind == "slip" and erratum.find in text:
            yield Mark(text.index(erratum.find) + len(erratum.find), "slip", erratum)
