"""Lists and tables among the lines of a source: which lines are items or rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ..model import LineForm
from ..model.event import is_furniture
from ..text.item_numbers import ItemNumber, item_number

_BULLET = re.compile(r"[•・●▪◦■◆○*＊+–—-](?![\d*+–—-])")
_SPACES = re.compile("[ \t\u00a0\u3000]+")


def is_item(line: str) -> bool:
    """Whether a line begins as an item of a list does."""
    return _head(line) is not None


@dataclass(frozen=True)
class Shape:
    """What a line is part of, whether that begins with it, and the cells of a row, each with what is between it and the next one."""

    form: LineForm
    first: bool = False
    cells: tuple[str, ...] = ()


def shapes(lines: Sequence[str]) -> list[Shape]:
    """What each line is part of: at least two items that are counted on or have one sign are a list, rows with as many cells a table."""
    found = [Shape("")] * len(lines)
    for start, rows in tables(lines):
        found[start : start + len(rows)] = [Shape("row", cells=cells) for cells in rows]
        found[start] = Shape("head" if _is_head(lines[start : start + len(rows)]) else "row", first=True, cells=rows[0])
    for first, (above, below) in enumerate(pairwise(map(_head, lines))):
        if above and below and above.style == below.style and below.number == above.number + (above.number >= 0):
            begun = found[first].form == "item"
            found[first : first + 2] = [found[first] if begun else Shape("item", first=True), Shape("item")]
    return found


def tables(lines: Sequence[str]) -> Iterator[tuple[int, list[tuple[str, ...]]]]:
    """Where tables begin, each with the cells of its rows, which follow each other with as many, two or more, and a digit behind a first
    cell: a roster has cells as well, and no digits.

    Each tab is between two cells where all rows then have as many, so that a cell may be empty; otherwise several tabs, or spaces, part
    two cells as one does.
    """
    aligned = [_aligned(line) for line in lines]
    for is_row, block in groupby(range(len(lines)), lambda at: len(aligned[at]) > 1 and not _is_timed(aligned[at])):
        places = [*block] if is_row else []
        tabbed = {at: _tabbed(lines[at]) for at in places}
        groups = (
            [places] if len({*map(len, tabbed.values())}) == 1 else [[*group] for _, group in groupby(places, lambda at: len(aligned[at]))]
        )
        for group in groups:
            rows = [tabbed[at] for at in group]
            rows = rows if len({*map(len, rows)}) == 1 else [aligned[at] for at in group]
            if len(group) > 1 and any(re.search(r"\d", cell) for cells in rows for cell in cells[1:]):
                yield group[0], rows


def _is_timed(cells: Sequence[str]) -> bool:
    """Whether a line is a time and what was said then, as on a live page."""
    return len(cells) == 2 and is_furniture(cells[0].strip(), "time")


def is_row(line: str) -> bool:
    """Whether a line has several cells, so that it may be a row of a table."""
    return len(_aligned(line)) > 1


def _tabbed(row: str) -> tuple[str, ...]:
    """The cells of a row that tabs divide; of one without, those that spaces divide."""
    return tuple(re.findall(r"[^\t]*\t|[^\t]+\Z|(?<=\t)\Z", row)) if "\t" in row else _aligned(row)


def _aligned(row: str) -> tuple[str, ...]:
    """The cells of a row that tabs or spaces align, each with what is between it and the next one; spaces at its ends are of no cell."""
    row = row.strip(" \u00a0\u3000")
    places = [0, *(found.end() for found in _SPACES.finditer(row) if _parts(found[0])), len(row)]
    return tuple(row[start:end] for start, end in pairwise(places))


def _parts(spaces: str) -> bool:
    """Whether spaces are between cells; one that is as wide as a letter is between words."""
    return len(spaces) > 1 or spaces in "\t\u3000"


def _head(line: str) -> ItemNumber | None:
    """The head of an item of a list, a number or a sign, which has the number -1; None where a line has none."""
    bullet = _BULLET.match(line)
    return ItemNumber((bullet[0],), -1) if bullet else item_number(line)


def _is_head(rows: Sequence[str]) -> bool:
    """Whether the first row of a table is its head: it holds no digit, and each other row does."""
    first, *others = (re.search(r"\d", row) is not None for row in rows)
    return not first and all(others)
