"""Reads built pages: elements with their attributes, languages and text."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    """An element as it was opened, and the text inside it."""

    tag: str
    attributes: dict[str, str]
    lang: str
    parents: tuple[str, ...]
    page: list[str]
    """The runs of text of the whole page."""
    start: int
    end: int | None = None
    """Which of them are inside the element."""

    @property
    def text(self) -> str:
        """The text inside the element."""
        return "".join(self.page[self.start : self.end])


@dataclass
class Document(HTMLParser):
    """All elements of a page and its runs of text with their languages, in order."""

    path: Path
    elements: list[Element] = field(default_factory=list)
    runs: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Read the file."""
        super().__init__(convert_charrefs=True)
        self._open: list[Element] = []
        self._page: list[str] = []
        self.feed(self.path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        outer = self._open[-1].lang if self._open else ""
        classes = tuple(name for one in self._open for name in one.attributes.get("class", "").split())
        element = Element(tag, given, given.get("lang", outer), classes, self._page, len(self._page))
        self.elements.append(element)
        if tag in VOID:
            element.end = element.start
        else:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            element = self._open.pop()
            element.end = len(self._page)
            if element.tag == tag:
                break

    def handle_data(self, data: str) -> None:
        if not self._open or self._open[-1].tag != "script":  # data for machines, in no language of the page
            self.runs.append((self._open[-1].lang if self._open else "", data))
        self._page.append(data)

    def all(self, tag: str = "", **attributes: str) -> list[Element]:
        """The elements of a tag that have these attributes; a class matches as one of several."""
        return [one for one in self.elements if (not tag or one.tag == tag) and all(_has(one, *wanted) for wanted in attributes.items())]

    def ids(self) -> list[str]:
        return [one.attributes["id"] for one in self.elements if "id" in one.attributes]


def _has(element: Element, name: str, value: str) -> bool:
    name = name.rstrip("_")
    found = element.attributes.get(name)
    return found is not None and (value in found.split() if name == "class" else found == value)


@cache
def document(path: Path) -> Document:
    """A page, read once."""
    return Document(path)
