"""Where the words of a source are proposed to go: pages, sections and their headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import LineForm
from ..text.open_points import MARK
from .parts import name_of
from .sentences import sentences
from .shapes import Shape, shapes
from .turns import Proposed

_ONE_PAGE = 80
"""Spoken sentences that fit on one page; a longer event has a page for each question, as its readers come for one answer."""
_ORDINALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class Row:
    """A line of a section: a Chinese label, a sentence, or both; ``begins`` where a paragraph, an item or a row begins, ``first`` where a
    list or a table does; ``cells`` are those of a row.
    """

    label: str
    text: str
    begins: bool
    form: LineForm = ""
    first: bool = False
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class Block:
    """A section of a page: its id, its heading in Chinese and English, and its lines; ``doubt`` is what a person has to decide of one that
    is a turn of its own, if anything.
    """

    id: str
    heading: tuple[str, str]
    rows: tuple[Row, ...]
    doubt: str = ""


@dataclass(frozen=True)
class Sheet:
    """A page of the transcript."""

    name: str
    title: tuple[str, str]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Placed:
    """A turn with the page and the sections of its words."""

    turn: Proposed
    page: str
    sections: tuple[str, ...]


def rows(paragraphs: Sequence[str], label: str = "", labels: tuple[str, ...] = ()) -> list[Row]:
    """The lines of paragraphs: a sentence a line; a label before the first sentence, or alone where nothing follows it on its line.

    What begins with one of ``labels`` inside a paragraph stays in the line before it: who speaks there is for a person to decide.
    """
    found: list[Row] = []
    shaped = [*([Shape("")] if label else []), *shapes(paragraphs[bool(label) :])]  # what follows a label is no item
    for number, (paragraph, shape) in enumerate(zip(paragraphs, shaped, strict=True)):
        head = label if number == 0 else ""
        pieces = [paragraph] if shape.cells or not paragraph else _pieces(paragraph, labels)
        if paragraph or head:  # a line that parts two lists or tables is none of its own
            found += [
                Row(head if at == 0 else "", piece, at == 0, shape.form, shape.first and at == 0, shape.cells)
                for at, piece in enumerate(pieces)
            ]
    return found


def _pieces(paragraph: str, labels: tuple[str, ...]) -> list[str]:
    """The sentences of a paragraph, those that begin with a label after the first one joined to the one before."""
    found: list[str] = []
    for one in sentences(paragraph):
        if found and one.startswith(labels):
            found[-1] += one
        else:
            found.append(one)
    return found


def placed(turns: Sequence[Proposed], labels: tuple[str, ...] = ()) -> tuple[list[Sheet], list[Placed]]:
    """The pages of the turns that somebody speaks, and where each turn is; ``labels`` are those of everyone.

    Words before the first question are one section, then each question or follow-up begins one, and its answers another; words of a
    moderator belong to the question after them, and the last words are a section of their own.
    """
    long = sum(len(sentences(one)) for turn in turns for speech in turn.speeches for one in speech.paragraphs) > _ONE_PAGE
    words: dict[_Section, list[Row]] = {}
    places = []
    for number, turn in enumerate(turns):
        section = _section(turns, number)
        found = [row for speech in turn.speeches for row in rows(speech.paragraphs, speech.head.label if speech.head else "", labels)]
        words.setdefault(section, []).extend(found)
        places.append(Placed(turn, _page(section, long)[0], (section.id,)))
    sheets = [
        Sheet(name, title, tuple(Block(one.id, _heading(one), tuple(found)) for one, found in words.items() if _page(one, long)[0] == name))
        for name, title in dict(_page(one, long) for one in words).items()
    ]
    return sheets, places


@dataclass(frozen=True)
class _Section:
    """A section: its id, and the number of the question and of the follow-up whose words or, of ``answers``, whose answers it holds;
    ``part`` is the heading of the source that it holds alone.
    """

    id: str
    question: int = 0
    again: int = 0
    answers: bool = False
    part: str = ""


def _section(turns: Sequence[Proposed], number: int) -> _Section:
    """The section that a turn is in."""
    turn = turns[number]
    if turn.kind == "closing":
        return _Section("closing")
    if turn.kind == "notice":
        below = _section(turns, number + 1)  # somebody speaks below each heading
        return replace(below, id=turn.id, part=turn.speeches[0].paragraphs[0])
    following = next((one for one in turns[number:] if one.kind != "moderator"), None)
    begun = any(one.asks for one in turns[:number])
    if turn.kind == "moderator" and following is not None and following.asks and (begun or number):
        return _asking(following)
    if not begun and not turn.asks:
        return _Section("opening")
    if turn.asks:
        return _asking(turn)
    if turn.kind == "statement":  # by who gives the words of others, which are before it
        return _section(turns, max(at for at in range(number) if turns[at].kind != "notice"))
    if turn.kind == "moderator":  # between two answers, or at the end without words that end the event
        return _answers_of([one for one in turns[:number] if one.asks][-1])
    return _answers_of(next(one for one in turns if one.id == turn.answers[-1]))


def _asking(question: Proposed) -> _Section:
    return _Section(question.id, question.question, question.again)


def _answers_of(question: Proposed) -> _Section:
    return _Section(f"{question.id}-answers", question.question, question.again, answers=True)


def _page(section: _Section, long: bool) -> tuple[str, tuple[str, str]]:
    """The name and the title of the page that a section is on."""
    if not long:
        return "briefing", ("說明與問答", "Statements and questions")
    if section.question:
        return f"q{section.question}", _numbered(section.question)
    return ("closing", ("結束", "Closing words")) if section.id == "closing" else ("opening", ("說明", "Statements"))


def _numbered(question: int) -> tuple[str, str]:
    return f"問題{_counted(question)}", f"Question {question}"


def _counted(number: int) -> str:
    """A number in Chinese, up to 99; above that in digits."""
    if number > 99:
        return str(number)
    ten, one = divmod(number, 10)
    return f"{_ORDINALS[ten - 1] if ten > 1 else ''}{'十' if ten else ''}{_ORDINALS[one - 1] if one else ''}"


def _heading(section: _Section) -> tuple[str, str]:
    if section.part:
        return name_of(section.part), MARK
    if not section.question:
        return ("說明", "Opening statements") if section.id == "opening" else ("結束", "Closing words")
    zh, en = _numbered(section.question)
    if section.again:
        zh, en = f"{zh}：追問", f"{en}: follow-up"
    if section.again > 1:
        zh, en = f"{zh}{_counted(section.again)}", f"{en} {section.again}"
    return (f"{zh}：答覆", f"{en}: answers") if section.answers else (zh, en)
