"""Where the open points of the drafts are: in values and comments of YAML, in lines and titles of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import OpenPoint
from ..model.faults import Faults
from ..text.open_points import MARK, is_open, open_lines, open_remarks
from .files import Files

_LINE_END = re.compile(r"\r\n?|\n")
"""Those of YAML."""
_OF_EVENT = re.compile(r"data/([^/]+)/[^/]+\.yml|docs/(?:zh|en)/([^/]+)/[^/]+\.md")


def open_points(files: Files) -> Iterator[OpenPoint]:
    """Every open point of every event, in the order of the files; a file that cannot be read has none."""
    for path, content in files.items():
        found = _OF_EVENT.fullmatch(path)
        if found and MARK.encode() in content:
            text = content.decode("utf-8", "replace")
            for point in open_lines(text) if path.endswith(".md") else _in_data(text, path):
                yield OpenPoint(found[1] or found[2], path, *point)


def _in_data(text: str, path: str) -> Iterator[tuple[int, str, bool]]:
    """The lines of a YAML text with open points, as ``open_lines`` gives those of a page."""
    from .yaml_nodes import compose, scalars  # here, because most checks are of events without open points

    node, lines = compose(text, path, Faults()), _LINE_END.split(text)
    values = (one.start_mark.line + 1 for one in scalars(node) if is_open(one.value)) if node else ()
    yield from ((number, lines[number - 1], False) for number in sorted({*values, *open_remarks(text)}))
