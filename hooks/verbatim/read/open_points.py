"""Where the open points of the drafts are: in values and comments of YAML, in lines and titles of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from ..model import OpenPoint
from ..model.faults import Faults
from ..text.open_points import MARK, is_open, open_lines, open_remarks
from .files import Files
from .yaml_nodes import compose

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
    node, lines = compose(text, path, Faults()), text.split("\n")
    marked = {*(_values(node) if node else ()), *open_remarks(text)}
    yield from ((number, lines[number - 1], False) for number in sorted(marked))


def _values(node: yaml.Node) -> Iterator[int]:
    """The numbers of the lines where a value begins with the mark, from 1."""
    if isinstance(node, yaml.ScalarNode):
        if is_open(node.value):
            yield node.start_mark.line + 1
    else:
        for one in node.value:
            yield from _values(one[1] if isinstance(node, yaml.MappingNode) else one)
