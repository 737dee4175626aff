"""Open points of a draft: places marked ``TODO``, where something is for a person to decide.

What follows the mark in a value or a line is a proposal; what follows it in a comment says what to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .escapes import LABEL

MARK = "TODO"
"""The mark of an open point: at the head of a value or a comment in YAML, of a line, a title or a heading in Markdown."""
_TITLE = re.compile(rf"(?:(?:title|description): *[\"']?|#+ ){MARK}(?!\w)")
_LINE = re.compile(rf"(?:- |  |\|[ |]*)?(?:{LABEL})?{MARK}(?!\w)")
_REMARK = re.compile(rf"^\s*#+\s*{MARK}(?!\w)")


def is_open(text: str) -> bool:
    """Whether a value or a line is an open point; a mark elsewhere in it is none, since the words may not be ours.

    In a row of a table, whose cells are separated by tabs, it is in the first cell with words.
    """
    return re.match(rf"\t*{MARK}(?!\w)", text) is not None


def open_value(text: str) -> str:
    """A proposal as the value of an open point."""
    return f"{MARK} {text}" if text else MARK


def open_lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """The lines of a page with open points: number from 1, text, and whether it is a title or a heading.

    The mark is at the head of the line, after its label or the mark of a list or table, or at the head of the title.
    """
    for number, line in enumerate(text.split("\n"), 1):
        title = _TITLE.match(line) is not None
        if title or _LINE.match(line):
            yield number, line, title


def open_remarks(text: str) -> Iterator[int]:
    """The numbers of the lines of a YAML text that are comments with the mark, from 1."""
    return (number for number, line in enumerate(text.split("\n"), 1) if _REMARK.match(line))
