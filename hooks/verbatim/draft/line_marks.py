"""How the pages of a draft mark their lines: labels, items of lists, and rows of tables."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import LineForm
from ..text.escapes import escaped
from ..text.open_points import MARK, is_open, open_value


def marked(text: str, form: LineForm, begins: bool, cells: Sequence[str] = ()) -> str:
    """A Chinese line as a page has it; ``cells`` are those of a row."""
    if cells:
        return _row([escaped(cell, at_head=False) for cell in cells])
    return f"{_mark(form, begins)}{escaped(text, at_head=not form or not begins)}"


def answered(english: str, form: LineForm, begins: bool, cells: Sequence[str] = ()) -> str:
    """The English line for a Chinese one, with the marks that it has; ``cells`` are those of a Chinese row.

    Where it has not as many, all of it is a proposal in the first cell with words, and the others are open.
    """
    if not cells:
        return f"{_mark(form, begins)}{english}"
    found, wanted = english.split("\t"), [bool(cell.strip()) for cell in cells]
    if [*map(bool, found)] != wanted:
        proposal = english.replace("\t", " ")
        found = [MARK if filled else "" for filled in wanted]
        found[wanted.index(True)] = proposal if is_open(proposal) else open_value(proposal)
    return _row(found)


def label_mark(label: str) -> str:
    """A label as a page has it, before its line; empty where there is none."""
    return f"**{escaped(label)}**" if label else ""


def below_head(cells: Sequence[str]) -> str:
    """The line below the row of cells that is the head of a table."""
    return f"|{'---|' * len(cells)}"


def _row(cells: Sequence[str]) -> str:
    return f"|{'|'.join(cells)}{'' if cells[-1].strip() else '|'}"


def _mark(form: LineForm, begins: bool) -> str:
    return "" if form != "item" else "- " if begins else "  "
