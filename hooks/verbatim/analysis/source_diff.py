"""The proof against the source: the Chinese pages joined are the transcript as received, declared departures apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..model import Erratum, Line, Section


@dataclass(frozen=True)
class Joined:
    """The words of the pages as one text; ``places`` holds, for each line of a page, its start in that text."""

    text: str
    places: tuple[tuple[int, str, int], ...]

    def place(self, position: int) -> tuple[str, int]:
        """File and line of the page that a position of the text comes from."""
        _, path, number = [place for place in self.places if place[0] <= position][-1]
        return path, number


@dataclass(frozen=True)
class Difference:
    """Where pages and source differ: ``position`` in the joined text, what the source has and what the pages have."""

    position: int
    source: str
    pages: str


def as_written(line: Line) -> str:
    """A Chinese line as the source has it: label and sentence run together, a row of a table with what is between its cells."""
    return line.label + (line.written or line.text)


def join(sections: Iterable[tuple[str, Section]]) -> Joined:
    """Sections, each with the path of its page, joined as in the source: lines run on, paragraphs end a line."""
    text, places = "", []
    for path, section in sections:
        for paragraph in section.paragraphs:
            text += "\n" if text else ""
            for line in paragraph:
                places.append((len(text), path, line.number))
                text += as_written(line)
    return Joined(text, tuple(places))


def expected(source: str, errata: Iterable[Erratum]) -> str:
    """The source with the layout errata carried out: what the pages must say."""
    for erratum in errata:
        if erratum.kind == "layout":
            source = source.replace(erratum.find, erratum.read)
    return source


def differences(wanted: str, joined: str) -> list[Difference]:
    """Every place where the joined pages are not what is wanted; none where they are equal."""
    if wanted == joined:
        return []
    opcodes = SequenceMatcher(None, wanted, joined, autojunk=False).get_opcodes()
    return [Difference(j1, wanted[i1:i2], joined[j1:j2]) for tag, i1, i2, j1, j2 in opcodes if tag != "equal"]
