"""Markdown pages to sections and lines, by the small grammar that authors write.

A page has front matter, a first-level heading, and sections with explicit ids.  In a section of the transcript one line is
one sentence, a blank line separates paragraphs, ``**label:**`` names the speaker and ``*…*`` is emphasis.
``- `` begins an item of a list, two spaces another sentence of it; ``|`` is before each cell of a row, and below the first row ``|---|``
makes it the head of its table.  All else in such a line, numbers and spaces included, is of the text.
Everything else (prose, directives) is left to Markdown.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from ..model import Lang, Page, Record, Section
from ..model.faults import Faults
from ..text.escapes import masked
from .transcript_lines import Numbered, paragraphs
from .yaml_records import read_one

HEADING = re.compile(r"(#{1,6}) +(.*?)(?: +\{ *#([^ }]+) *\})? *")
DIRECTIVE = re.compile(r"<!-- insert: ([a-z][a-z-]*) -->")
ASIDE = re.compile(r"<!-- (?:(only|of): ([a-z][a-z0-9-]*)|end) -->")
"""A line before or after what a shared page says of one event (``html/shared_pages``)."""
EVENT_LINK = re.compile(r"\[([^\]]+)\]\(event:([a-z][a-z0-9-]*)((?:#[a-z0-9-]+)?)\)")
"""A link of a shared page to a page of the only event."""
ID = re.compile(r"[a-z][a-z0-9-]*")
_FRONT = re.compile(r"---\n(.*?\n)---\n", re.S)
_CODE = re.compile(r"(?<!\\)(`+)(.+?)(?<!`)\1(?!`)")
_FENCE = re.compile(r"(`{3,})[a-z]*")
_TARGET = r"(?:https?://[^\s()<>\"'&\\]+|mailto:[\w.@-]+|(?:event:|(?:\.\./)*)[a-z0-9./_-]*(?:#[a-z0-9-]+)?)"
"""Where a link may lead: a web page, a page of ours, or a page of the only event (``html/shared_pages``)."""
_PAGE_LINK = re.compile(r"\]\(([a-z0-9./_-]+)\.md(?:#[a-z0-9-]+)?\)")
_MARKUP = re.compile(
    r"<(?!https?://[^\s<>\"]+>|mailto:[^\s<>\"]+>)[A-Za-z/!?]"  # a tag or a comment
    r"|\{"  # attributes, or a template
    r"|&#?\w+;"  # a character reference
    r"|^ *(?:```|~~~)"  # a fence that is not one
    r"|!\["  # a picture: none is declared
    r"|^(?:[ >]|[-*+] |\d+\. )*\[[^\]]+\]:(?! \d[^/#]*$)"  # a definition, which could be in two lines, also in a quotation or an item
    rf"|\]\((?!{_TARGET}\))",  # a link of any other form, or one in two lines
    re.I,
)
ITEM = re.compile(r"(?:[-*+]|\d+\.) ")
"""The head of an item of a list that is in no other."""
_INDENTED = re.compile(r" {4}|\t")
_NO_CODE = "write sentences: pages are prose, and code within a line stands between single backticks"
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+) *")
_FRONT_END = re.compile(r"^(?:\.{3}|-{3})[ \t]*$", re.M)
_UNSAFE = re.compile(r"[\"<>&]")


@dataclass(frozen=True)
class Meta(Record):
    """The front matter of a page: what MkDocs and the theme read of it."""

    title: str
    description: str | None = None
    hide: tuple[Literal["toc"], ...] = ()


def linked_pages(text: str, name: str) -> list[str]:
    """The names of the pages that a page of this name links to, whether they are there or not."""
    return [posixpath.normpath(posixpath.join(posixpath.dirname(name), found[1])) for found in _PAGE_LINK.finditer(text)]


@lru_cache(maxsize=4_096)
def heading_ids(text: str) -> tuple[str, ...]:
    """The ids that the headings of a page state."""
    lines = (HEADING.fullmatch(line) for line, code in with_code(body_of(text)[0]) if not code)
    return tuple(found[3] for found in lines if found and found[3])


def body_of(text: str) -> tuple[str, int]:
    """The page without its front matter, and the number of lines of the front matter."""
    front = _FRONT.match(text)
    return (text[front.end() :], front[0].count("\n")) if front else (text, 0)


def read_page(text: str, path: str, lang: Lang, name: str, transcript: Collection[str], faults: Faults) -> Page | None:
    """The page at ``path``; ``transcript`` are the ids of its sections that belong to the transcript.

    None, with faults, where the front matter cannot be read; every other fault leaves a page to go on with.
    """
    front = _FRONT.match(text)
    if not front:
        faults.add(path, 1, "P1", "the page has no front matter", "begin with `---`, `title: …`, `---`")
        return None
    meta = read_one("\n" + front[1], path, Meta, faults)
    if meta is None:
        return None
    _check_front(front[1], meta, path, faults)
    body, before = body_of(text)
    sections: dict[str, Section] = {}
    directives: list[tuple[str, int]] = []
    prose = [(meta.where.of("title"), meta.title), (meta.where.of("description"), meta.description or "")]
    for heading, lines in _split(body, before, path, faults):
        _check_underlined(lines, path, faults)
        spoken = heading is not None and _id(heading) in transcript
        for number, line in lines:
            _check_markup(masked(line) if spoken else line, path, number, faults)
            directives += [(found[1], number) for found in [DIRECTIVE.fullmatch(line)] if found]
        section = _section(heading, lines, transcript, path, faults) if heading else None
        if section and section.id in sections:
            what = f"the id {section.id!r} is taken by line {sections[section.id].number}"
            faults.add(path, section.number, "P2", what, "choose another id")
        elif section and section.id:
            sections[section.id] = section
        if not (section and section.id in transcript):
            _check_indented(lines, path, faults)
        prose += [*([heading] if heading else []), *(() if section and section.id in transcript else lines)]
    return Page(path, lang, name, meta.title, meta.description or "", sections, tuple(directives), tuple(prose))


def _check_front(text: str, meta: Meta, path: str, faults: Faults) -> None:
    """Report front matter that ends twice, and titles and descriptions that would end an attribute of the page."""
    inner = _FRONT_END.search(text)
    if inner:
        number = text.count("\n", 0, inner.start()) + 2
        faults.add(path, number, "P1", "the front matter ends here for some programs", "close it once, with `---`")
    for key in ("title", "description"):
        unsafe = _UNSAFE.search(getattr(meta, key) or "")
        if unsafe:
            faults.add(
                path, meta.where.of(key), "P1", f"{key} holds {unsafe[0]!r}", "write “ ” for quotation marks and a word for signs of code"
            )


Code = Literal["", "open", "inside", "close"]
"""What a line is to fenced code: no part of it, its first line, a line of it, its last line."""


def with_code(text: str) -> Iterator[tuple[str, Code]]:
    """The lines of a Markdown text, each with what it is to fenced code; a longer fence may hold a shorter one."""
    fence = ""
    for line in text.split("\n"):
        opening = None if fence else _FENCE.fullmatch(line)
        closing = bool(fence) and line.rstrip(" ") == fence
        yield line, "open" if opening else "close" if closing else "inside" if fence else ""
        fence = opening[1] if opening else "" if closing else fence


def _split(body: str, before: int, path: str, faults: Faults) -> Iterator[tuple[Numbered | None, list[Numbered]]]:
    """Each heading with the numbered lines below it, fenced code left out; None for the lines before the first heading."""
    heading: Numbered | None = None
    lines: list[Numbered] = []
    opened, code = (0, ""), ""
    for number, (line, code) in enumerate(with_code(body), before + 1):
        if code == "open":
            opened = number, line
        if code == "close":
            faults.add(path, opened[0], "P4", "a block of code", _NO_CODE)
        if code in {"inside", "close"}:
            continue
        if not code and re.match(r"#{1,6} ", line):
            yield heading, lines
            heading, lines = (number, line), []
        else:
            lines.append((number, line))
    if code in {"open", "inside"}:
        fence = opened[1].rstrip("abcdefghijklmnopqrstuvwxyz")
        faults.add(path, opened[0], "P4", f"the code fence {fence!r} is never closed", "close it with the same mark alone on its line")
    yield heading, lines


def _check_markup(line: str, path: str, number: int, faults: Faults) -> None:
    """Report raw HTML, scripts and malformed directives (P3, P4)."""
    if DIRECTIVE.fullmatch(line) or ASIDE.fullmatch(line) or _FENCE.fullmatch(line):
        return
    bare = _CODE.sub("", line)
    if re.search(r"<!--.*insert:", bare):
        faults.add(path, number, "P3", f"this is not a directive: {line.strip()!r}", "write `<!-- insert: name -->` alone on its line")
    elif _MARKUP.search(bare):
        faults.add(
            path, number, "P4", f"markup that is not Markdown: {line.strip()[:60]!r}", "write Markdown; tables and marks come from the data"
        )


def _check_underlined(lines: list[Numbered], path: str, faults: Faults) -> None:
    """Report a line of signs that makes a heading of the one above."""
    for (_, above), (number, line) in pairwise(lines):
        if above.strip() and _UNDERLINE.fullmatch(line):
            faults.add(path, number, "P4", "the line makes a heading of the one above", "begin headings with #, and give them an id")


def _check_indented(lines: list[Numbered], path: str, faults: Faults) -> None:
    """Report a paragraph that is indented so far that it becomes code; below an item of a list it belongs to that."""
    item, before = False, ""
    for number, line in lines:
        if line.strip():
            if not line.startswith(" "):
                item = bool(ITEM.match(line))
            if _INDENTED.match(line) and not before.strip() and not item and "<!--" not in line:
                faults.add(path, number, "P4", "an indented line is a block of code", _NO_CODE)
        before = line


def _id(heading: Numbered) -> str:
    """The id of a heading; empty where it has none."""
    found = HEADING.fullmatch(heading[1])
    return (found[3] if found else "") or ""


def _section(heading: Numbered, lines: list[Numbered], transcript: Collection[str], path: str, faults: Faults) -> Section:
    """The section under a heading; with its paragraphs if it belongs to the transcript."""
    number, line = heading
    _check_markup(re.sub(r"\{ *#[^ }]+ *\}", "", line), path, number, faults)
    match = HEADING.fullmatch(line)
    assert match is not None  # _split found it by the same marks
    level, title, name = len(match[1]), match[2], match[3] or ""
    if level > 1 and not ID.fullmatch(name):
        faults.add(path, number, "P2", f"the heading {title!r} has no usable id", "end it with `{#id}`: small letters, digits, hyphens")
    return Section(name, title, level, number, paragraphs(lines, path, faults) if name in transcript else ())
