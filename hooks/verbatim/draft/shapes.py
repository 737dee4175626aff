"""Lists and tables among the lines of a source: which lines are items or rows, and how a page marks them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ..model import LineForm
from ..text.han_numbers import han_value

_NUMBERED = re.compile(r"(?P<open>[（(]?)(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?P<close>[）)、.．])\s*(?!\d)|(?P<circled>[①-⑳])")
_BULLET = re.compile(r"[•・●▪◦■◆○*＊–—-](?![\d–—-])")
_BETWEEN = re.compile(r"[ \u00a0\u3000]*\t[ \t\u00a0\u3000]*|\u3000+| {2,}")
"""What parts the cells of a row: tabs, or spaces that align columns."""


@dataclass(frozen=True)
class _Head:
    """The head of an item: its style, and its number, -1 of a sign without one."""

    style: tuple[str, ...]
    number: int


def is_item(line: str) -> bool:
    """Whether a line begins as an item of a list does."""
    return _head(line) is not None


def forms(lines: Sequence[str]) -> list[LineForm]:
    """What each line is part of: at least two items that are counted on or have one sign are a list, rows with as many cells a table."""
    found: list[LineForm] = [""] * len(lines)
    for start, end in tables(lines):
        found[start] = "head" if _is_head(lines[start:end]) else "row"
        found[start + 1 : end] = ["row"] * (end - start - 1)
    for first, (above, below) in enumerate(pairwise(map(_head, lines))):
        if above and below and above.style == below.style and below.number == above.number + (above.number >= 0):
            found[first : first + 2] = ["item", "item"]
    return found


def tables(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where tables are: rows that follow each other, with as many cells, two or more, and a digit behind a first cell.

    A roster has cells as well, and no digits.
    """
    counted = [(at, len(parted(line))) for at, line in enumerate(lines)]
    for count, found in groupby(counted, lambda one: one[1]):
        places = [at for at, _ in found]
        if count > 1 and len(places) > 1 and any(re.search(r"\d", cell) for at in places for cell in parted(lines[at])[1:]):
            yield places[0], places[-1] + 1


def parted(row: str) -> list[str]:
    """The cells of a row, each with what is between it and the next one; spaces at its ends are of no cell."""
    row = row.strip(" \u00a0\u3000")
    places = [0, *(found.end() for found in _BETWEEN.finditer(row)), len(row)]
    return [row[start:end] for start, end in pairwise(places)]


def _head(line: str) -> _Head | None:
    """The head of an item of a list; None where a line has none."""
    found = _NUMBERED.match(line)
    if found and found["circled"]:
        return _Head(("①",), ord(found["circled"]) - ord("①") + 1)
    if found:
        number = int(found["number"]) if found["number"].isdecimal() else int(han_value(found["number"]) or 0)
        return _Head((found["open"], found["close"], str(found["number"].isdecimal())), number)
    bullet = _BULLET.match(line)
    return _Head((bullet[0],), -1) if bullet else None


def _is_head(rows: Sequence[str]) -> bool:
    """Whether the first row of a table is its head: it holds no digit, and each other row does."""
    first, *others = (re.search(r"\d", row) is not None for row in rows)
    return not first and all(others)


def marked(text: str, form: LineForm, begins: bool) -> str:
    """A Chinese line as a page has it."""
    if form in {"head", "row"}:
        cells = parted(text)
        return f"|{'|'.join(cells)}{'' if cells[-1] else '|'}"
    return f"{_mark(form, begins)}{text}"


def answered(english: str, text: str, form: LineForm, begins: bool) -> str:
    """The English line for a Chinese one, with the marks that it has; a row that has not as many cells begins with all of it."""
    if form not in {"head", "row"}:
        return f"{_mark(form, begins)}{english}"
    cells, count = english.split("\t"), len(parted(text))
    cells = cells if len(cells) == count else [english.replace("\t", " "), *[""] * (count - 1)]
    return f"|{'|'.join(cells)}{'' if cells[-1] else '|'}"


def _mark(form: LineForm, begins: bool) -> str:
    return "" if form != "item" else "- " if begins else "  "
