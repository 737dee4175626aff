"""What an event says besides the transcript, each text with its twin and its place: its own titles; titles, descriptions, headings and
prose of its pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..model import Page, Pair
from ..model.faults import Faults
from ..read.corpus import Corpus
from ..read.files import Files
from ..read.markdown_page import HEADING, ITEM
from ..read.yaml_nodes import compose, node_at
from ..text.open_points import is_open
from ..text.scripts import HAN_CHARACTER

Part = Literal["sentence", "title", "description", "heading", "prose"]
"""What a text is to its page."""
_NO_PROSE = "<!--"


@dataclass(frozen=True)
class PageText:
    """A text of ours in both languages.

    ``number`` is its line in the English page, ``head`` and ``tail`` what is beside it in that line; ``again`` the line of the first
    heading where that repeats the title, or 0.
    """

    address: str
    part: Part
    zh: str
    en: str
    path: str
    number: int
    head: str
    tail: str = ""
    again: int = 0


def page_texts(corpus: Corpus, event: str, files: Files) -> Iterator[PageText]:
    """The texts of all pages of an event, and its titles; what has no twin, which a rule reports, or is open in Chinese is left out."""
    for (lang, name), page in corpus.pages.items():
        twin = corpus.pages.get(("zh", name))
        if lang == "en" and name.startswith(f"{event}/") and twin:
            yield from _front(twin, page, files[page.path].decode("utf-8").split("\n"))
            yield from _body(twin, page)
    yield from _titles(corpus, event, files)


def _titles(corpus: Corpus, event: str, files: Files) -> Iterator[PageText]:
    """The title of the event and the one for the navigation; one whose English is in several lines is left out."""
    path = f"data/{event}/event.yml"
    text = files[path].decode("utf-8")
    root = compose(text, path, Faults())
    both: tuple[tuple[str, Pair], ...] = (
        ("title", corpus.transcripts[event].event.title),
        ("short", corpus.transcripts[event].event.short),
    )
    for key, titles in both:
        value = node_at(root, (key, "en"))
        start, end = value.start_mark, value.end_mark
        if start.line == end.line and not is_open(titles.zh):
            line = text.split("\n")[start.line]
            yield PageText(
                f"event.yml:{key}", "title", titles.zh, titles.en, path, start.line + 1, line[: start.column], line[end.column :]
            )


def _front(zh: Page, en: Page, lines: list[str]) -> Iterator[PageText]:
    """Title and description; one that is not on the line of its key is left out."""
    keys: tuple[Part, ...] = ("title", "description")
    for key, (_, chinese), (number, english) in zip(keys, zh.prose, en.prose, strict=False):
        head = f"{key}: "
        if chinese and english and lines[number - 1].removeprefix(head).strip("\"' ") == english:
            again = next((line for line, text in en.prose[2:] if text == f"# {english}"), 0) if key == "title" else 0
            yield PageText(f"{_name(en)}:{key}", key, chinese, english, en.path, number, head, again=again)


def _body(zh: Page, en: Page) -> Iterator[PageText]:
    """Headings and prose below them, line by line; where twins have not as many lines, their headings alone."""
    chinese, english = _sections(zh), _sections(en)
    if len(chinese) != len(english):
        return
    for (zh_heading, zh_lines), (heading, lines) in zip(chinese, english, strict=True):
        found = HEADING.fullmatch(heading[1])
        there = HEADING.fullmatch(zh_heading[1])
        assert found is not None  # both were read as headings
        assert there is not None
        name = f"{_name(en)}.{found[3] or 'heading'}"
        if found[2] != en.title and not is_open(there[2]):
            head, tail = heading[1][: found.start(2)], heading[1][found.end(2) :]
            yield PageText(name, "heading", there[2], found[2], en.path, heading[0], head, tail)
        twins = zip(zh_lines, lines, strict=True) if len(zh_lines) == len(lines) else ()
        for place, ((_, zh_text), (number, text)) in enumerate(twins, start=1):
            if HAN_CHARACTER.search(zh_text) and not is_open(zh_text):
                head = _item(text)
                yield PageText(f"{name}.{place}", "prose", zh_text[len(_item(zh_text)) :], text[len(head) :], en.path, number, head)


Numbered = tuple[int, str]


def _sections(page: Page) -> list[tuple[Numbered, list[Numbered]]]:
    """Each heading with the lines of prose below it; empty lines and directives are left out."""
    sections: list[tuple[Numbered, list[Numbered]]] = []
    for number, text in page.prose[2:]:
        if text.startswith("#"):
            sections.append(((number, text), []))
        elif sections and text.strip() and not text.startswith(_NO_PROSE):
            sections[-1][1].append((number, text))
    return sections


def _item(text: str) -> str:
    """The indent and the mark of an item at the head of a line."""
    start = len(text) - len(text.lstrip(" "))
    found = ITEM.match(text, start)
    return text[: found.end()] if found else text[:start]


def _name(page: Page) -> str:
    """The name of a page in its event."""
    return page.name.partition("/")[2]
