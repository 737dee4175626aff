"""Open points of a draft: places marked ``TODO``, where something is for a person to decide.

What follows the mark in a value or a line is a proposal; what follows it in a comment says what to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MARK = "TODO"
"""The mark of an open point: at the head of a value in YAML, of a line or title in Markdown, or in a comment."""
_IN_DATA = re.compile(rf"(?<![\w“-]){MARK}(?!\w)")
_TITLE = re.compile(rf"(?:(?:title|description): *[\"']?|#+ ){MARK}(?!\w)")
_LINE = re.compile(rf"(?:\*\*[^*]*\*\* ?)?{MARK}(?!\w)")


def is_open(text: str) -> bool:
    """Whether a value or a line is an open point."""
    return re.match(rf"{MARK}(?!\w)", text) is not None


def open_lines(text: str, path: str) -> Iterator[tuple[int, str, bool]]:
    """The lines of a file with open points: number from 1, text, and whether it is a title or a heading.

    In a page the mark is at the head of a line, after a label, or at the head of a title, because the words of a page are not ours.
    """
    page = path.endswith(".md")
    for number, line in enumerate(text.split("\n"), 1):
        title = page and _TITLE.match(line) is not None
        if title or (_LINE.match(line) if page else _IN_DATA.search(line)):
            yield number, line, title
