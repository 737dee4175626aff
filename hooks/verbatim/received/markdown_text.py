"""The text of a Markdown page with the lines as a reader sees them: rows of tables with tabs between cells, items of lists with a sign.

A library would lose words here: in HTML an item keeps no number but of its place in a list, and lines are joined to paragraphs.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ..model.base import Lang
from .labels import is_spoken
from .web_page import PageText

_LEFT: tuple[tuple[dict[Lang, str], re.Pattern[str]], ...] = (
    ({"zh": "檔案開頭的欄位", "en": "front matter"}, re.compile(r"\A---\n.*?\n---(?:\n|\Z)", re.S)),
    ({"zh": "網頁註解", "en": "comments"}, re.compile(r"<!--.*?-->", re.S)),
)
"""What no reader sees, in words of both languages."""
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_HEADING = re.compile(r"\A {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*\Z")
_ID = re.compile(r"[ \t]*(?<!\\)\{#[^}]*\}[ \t]*\Z")
_RULE, _UNDERLINE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}"), re.compile(r" {0,3}=+[ \t]*")
"""A line between parts or below a heading, and one that is below a heading only."""
_ITEM = re.compile(r"[ \t]*[-*+][ \t]+(?=\S)")
_BELOW_HEAD = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*")
"""The line below the first row of a table."""
_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")
_EDGES = re.compile(r"\A[ \t]*\|?|(?<!\\)\|[ \t]*\Z")
_NO_WORD = r"(?<![A-Za-z0-9_])", r"(?![A-Za-z0-9_])"
_MARKS = re.compile(
    r"\\(?P<sign>[!-/:-@\[-`{-~])|(?P<reference>&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z]\w*);)|`(?P<code>[^`]+)`"
    r"|!?\[(?P<link>(?:\\.|[^\]\\])*)\]\((?:\\.|[^)\\])*\)|<(?P<address>[a-z]+:[^<>\s]+)>"
    r"|(?P<strong>\*\*|~~)(?=\S)(?P<in_strong>(?:\\.|[^\\])+?)(?P=strong)(?!\*)|\*(?![\s*])(?P<in_stress>(?:\\.|[^*\\])+)(?<!\s)\*"
    rf"|{_NO_WORD[0]}(?P<lines>__?)(?=[^\s_])(?P<in_lines>(?:\\.|[^\\])+?)(?P=lines){_NO_WORD[1]}"
)
"""Marks within a line: what is as it is, and what may hold others."""


def markdown_text(text: str) -> PageText:
    """The text of a page in Markdown, and what it holds that no reader sees."""
    left = []
    for what, mark in _LEFT:
        text, count = mark.subn("", text)
        left += [what] if count else []
    lines = [line[found.end() :] if (found := _QUOTE.match(line)) else line for line in text.split("\n")]
    headings = (found[1] for line in lines if (found := _HEADING.match(_ID.sub("", line))))
    return PageText("\n".join(_lines(lines)), tuple(left), frozenset(map(str.strip, map(_unmarked, headings))))


def _lines(lines: Sequence[str]) -> Iterator[str]:
    """The lines as a reader sees them, without those that only mark a heading, a table or a part."""
    signed, at = _signed(lines), 0
    while at < len(lines):
        end = _end_of_table(lines, at)
        if end:
            yield from _rows([lines[at], *lines[at + 2 : end]])
        elif not _RULE.fullmatch(lines[at]) and not (at and lines[at - 1].strip() and _UNDERLINE.fullmatch(lines[at])):
            item = _ITEM.match(lines[at])
            line = _HEADING.sub(r"\1", _ID.sub("", lines[at][item.end() :] if item else lines[at]))
            yield f"{'• ' if at in signed else ''}{_unmarked(line)}"
        at = max(end, at + 1)


def _signed(lines: Sequence[str]) -> set[int]:
    """The numbers of the lines that are items of lists, unless its items are what people say (甲：…)."""
    items = {at: line[found.end() :] for at, line in enumerate(lines) if (found := _ITEM.match(line)) and not _RULE.fullmatch(line)}
    lists = [[*group] for _, group in groupby(range(len(lines)), lambda at: at in items or not lines[at].strip())]
    spoken = {at for one in lists if any(at in items and is_spoken(_unmarked(items[at])) for at in one) for at in one}
    return items.keys() - spoken


def _end_of_table(lines: Sequence[str], start: int) -> int:
    """The number of the line after the table that begins with a line; 0 where none does."""
    head, below = lines[start], lines[start + 1] if start + 1 < len(lines) else ""
    if "|" not in head or not _BELOW_HEAD.fullmatch(below) or len(_cells(head)) != len(_cells(below)):
        return 0
    return next((at for at in range(start + 2, len(lines)) if "|" not in lines[at]), len(lines))


def _rows(rows: Sequence[str]) -> Iterator[str]:
    """Rows of a table with a tab between cells, as many as its first one has at least."""
    width = len(_cells(rows[0]))
    for row in rows:
        cells = [_unmarked(cell.strip()) for cell in _cells(row)]
        yield "\t".join([*cells, *[""] * (width - len(cells))])


def _cells(row: str) -> list[str]:
    return _BETWEEN_CELLS.split(_EDGES.sub("", row))


def _unmarked(text: str) -> str:
    """A line without the marks in it."""
    return _MARKS.sub(_shown, text)


def _shown(mark: re.Match[str]) -> str:
    if mark["reference"]:
        return html.unescape(mark["reference"])
    inner = mark["link"] or mark["in_strong"] or mark["in_stress"] or mark["in_lines"] or ""
    return mark["sign"] or mark["code"] or mark["address"] or _unmarked(inner)
