"""Transcript sections as pages and books show them: paragraphs of sentences, each with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ..model import Lang, Line, LineForm, Note, Part, RegisterEntry, Segment, Turn
from ..read.corpus import Corpus, Transcript
from ..text.inline import InlineSpan, inline_spans, split_spans
from ..text.item_numbers import item_number
from ..text.typography import to_full_width
from .annotations import annotations_by_address
from .marks import Piece, marks, note_numbers, pieces


@dataclass(frozen=True)
class Sentence:
    """A sentence ready to be displayed, with its label, the spans of its text, and its annotations.

    ``pieces`` are the same spans, split where marks are between the words; ``cells`` are those of each cell in a row of a table.
    """

    segment: Segment
    label: str
    spans: list[InlineSpan]
    pieces: list[Piece]
    aliases: list[str]
    entries: Sequence[RegisterEntry]
    notes: list[Note]
    cells: list[list[Piece]]


Paragraph = list[Sentence | str]
BlockForm = Literal["text", "numbered", "list", "table"]


@dataclass(frozen=True)
class Block:
    """Paragraphs that are shown together: one of text, the items of a list (``numbered`` where the text numbers them), the rows of a table.

    ``last`` is the index of its last paragraph in the section.
    """

    form: BlockForm
    paragraphs: list[Paragraph]
    last: int


@dataclass(frozen=True)
class Speech:
    """A transcript section: paragraphs of sentences; a paragraph may be a label alone.

    ``notes`` are in the order of their letters, the first of which is that of the number ``first_note``.
    ``gaps`` are the places where turns were left out: after a paragraph, by its index, or before the first one (-1).
    """

    paragraphs: list[Paragraph]
    notes: list[Note]
    first_note: int
    gaps: Mapping[int, list[Turn]]

    @property
    def blocks(self) -> Iterator[Block]:
        """The paragraphs as they are shown together, in their order; a gap parts them."""
        found: list[list[Paragraph]] = []
        for place, paragraph in enumerate(self.paragraphs):
            if found and _goes_on(paragraph) and place - 1 not in self.gaps:
                found[-1].append(paragraph)
            else:
                found.append([paragraph])
        last = -1
        for paragraphs in found:
            last += len(paragraphs)
            yield Block(_shown(paragraphs), paragraphs, last)


def _goes_on(paragraph: Paragraph) -> bool:
    """Whether a paragraph is of a list or a table that began before it."""
    first = paragraph[0]
    return isinstance(first, Sentence) and first.segment.zh.form != "" and not first.segment.zh.first


def _shown(paragraphs: list[Paragraph]) -> BlockForm:
    """As what paragraphs are shown together."""
    form = _form(paragraphs[0])
    return "text" if not form else "table" if form != "item" else "numbered" if _is_numbered(paragraphs) else "list"


def _form(paragraph: Paragraph) -> LineForm:
    """What the lines of a paragraph are part of."""
    first = paragraph[0]
    return "" if isinstance(first, str) else first.segment.zh.form


def _is_numbered(items: Iterable[Paragraph]) -> bool:
    """Whether each item of a list begins with a number."""
    return all(isinstance(item[0], Sentence) and item_number(item[0].segment.zh.text) for item in items)


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


def cells_without_links(segment: Segment, lang: Lang) -> list[list[InlineSpan]]:
    """A whole sentence without links to terms; of a row of a table each cell for itself."""
    line = segment[lang]
    if not line.in_table:
        return [without_links(segment, lang)]
    return [[piece.span for piece in cell] for cell in _cells(pieces(_cut(line, without_links(segment, lang), lang), (), lang))]


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
    found = pieces(_cut(line, spans, lang), marks(transcript, segment, lang), lang)
    return Sentence(
        segment,
        _label(line, lang),
        spans,
        found,
        belonging.aliases.get(address, []),
        belonging.entries.get(address, ()),
        belonging.notes.get(address, []),
        _cells(found) if line.in_table else [],
    )


def _cut(line: Line, spans: list[InlineSpan], lang: Lang) -> list[InlineSpan]:
    """The spans of a line, those of a row of a table cut before and after each tab between its cells."""
    tabs = [place for place, character in enumerate(line.text) if character == "\t"] if line.in_table else []
    return [span for span, _ in split_spans(spans, {place + side for place in tabs for side in (0, 1)}, lang)] if tabs else spans


def _cells(found: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces of each cell of a row, those between them left out."""
    cells: list[list[Piece]] = [[]]
    for piece in found:
        if piece.span.plain == "\t":
            cells.append([])
        else:
            cells[-1].append(piece)
    return cells


def _label(line: Line, lang: Lang) -> str:
    """A label as it is displayed."""
    return to_full_width(line.label) if lang == "zh" else line.label
