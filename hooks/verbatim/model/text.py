"""The words: lines, sections and pages, and a sentence in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .base import Lang, OnDemand
from .event import ASKING, Turn
from .people import PROMISING, Person

LineForm = Literal["", "item", "head", "row"]
"""What a line is part of: a paragraph, an item of a list, the head of a table, or another row of one."""


@dataclass(frozen=True)
class Line:
    """One line of a transcript section: a sentence, a label, or a label and a sentence.

    ``text`` is plain; ``emphasis`` holds the spans (start, end) of it that the author marked with asterisks.
    In a row of a table tabs separate its cells.  ``written`` is what the source has after the label where that is more than ``text``: a row
    with what is between its cells, a sentence with the spaces before it.  ``first`` is true of what begins a list or a table.
    """

    number: int
    label: str
    text: str
    emphasis: tuple[tuple[int, int], ...] = ()
    form: LineForm = ""
    written: str = ""
    first: bool = False

    @property
    def in_table(self) -> bool:
        """Whether it is a row of a table."""
        return self.form in {"head", "row"}

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a row."""
        return tuple(self.text.split("\t"))


@dataclass(frozen=True)
class Section:
    """A heading with its id and, in a transcript section, its paragraphs of lines; an item of a list and a row of a table are one each."""

    id: str
    title: str
    level: int
    number: int
    paragraphs: tuple[tuple[Line, ...], ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines of the section, one after the other."""
        return tuple(line for paragraph in self.paragraphs for line in paragraph)


def event_of(name: str) -> str:
    """The event to which a page belongs by its name; empty for a page that all events share."""
    return name.partition("/")[0] if "/" in name else ""


def page_path(lang: Lang, name: str) -> str:
    """The file of a page by its name, from the project's root."""
    return f"docs/{lang}/{name}.md"


@dataclass(frozen=True)
class Page(OnDemand):
    """One Markdown page; ``name`` is its path below the language's folder without ``.md``.

    ``directives`` are the names of what the hooks are asked to insert, each with its line; ``prose`` are the lines of our own
    words, each with its number: title, description, headings and all that is not in a section of the transcript.
    """

    path: str
    lang: Lang
    name: str
    title: str
    description: str
    sections: Mapping[str, Section]
    directives: tuple[tuple[str, int], ...] = field(default_factory=tuple)
    prose: tuple[tuple[int, str], ...] = field(default_factory=tuple)

    def inserts(self, directive: str) -> bool:
        """Whether the page asks the hooks to insert something."""
        return directive in dict(self.directives)


@dataclass(frozen=True)
class Passage:
    """The lines of a turn in one section, each with its twin; it begins at a label or at the head of the section.

    ``turn`` is None where the event lists no turn for the label; ``by`` are the ids of who speaks as the label says, none where nobody
    speaks or the label is not understood.
    """

    page: str
    section: str
    turn: Turn | None
    by: tuple[str, ...]
    lines: tuple[tuple[Line, Line], ...]

    @property
    def label(self) -> str:
        """The Chinese label at its head, empty where it has none."""
        return self.lines[0][0].label


@dataclass(frozen=True)
class Place:
    """Where a sentence is: its event, its page below that, its address."""

    event: str
    page: str
    address: str


@dataclass(frozen=True)
class Segment:
    """One sentence in both languages, at its address; ``turn`` and ``kind`` are those of its turn, ``by`` the ids of who speaks."""

    address: str
    event: str
    page: str
    section: str
    number: int
    turn: str
    kind: str
    by: tuple[str, ...]
    zh: Line
    en: Line

    @property
    def place(self) -> str:
        """The address with its event, unique among all events."""
        return f"{self.event}/{self.address}"

    def can_promise(self, people: Mapping[str, Person]) -> bool:
        """Whether one of those who speak here, of people by their ids, can promise something: nobody who asks, and a moderator only in a
        statement or an answer."""
        kinds = PROMISING | ({"moderator"} if self.kind in {"statement", "answer"} else set())
        return self.kind not in ASKING and any(people[one].kind in kinds for one in self.by)

    def path(self, lang: Lang) -> str:
        """The file of its line, from the project's root."""
        return page_path(lang, f"{self.event}/{self.page}")

    def __getitem__(self, lang: Lang) -> Line:
        return self.zh if lang == "zh" else self.en
