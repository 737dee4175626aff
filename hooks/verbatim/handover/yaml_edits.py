"""Edits of single values in a YAML text, all else byte for byte as it was: comments, order, quotation marks, line ends."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import yaml

from ..draft.written import quoted
from ..read.yaml_nodes import Edit, end_of, node_at
from .columns import JOIN, Column
from .pairs import NoHandover

_COMMENT = re.compile(r"^\s*#", re.M)
_PLAIN = re.compile(r"-?\d+(?:[./]\d+)?|true|false")
Cells = Mapping[Column, str]


def edits_of(record: yaml.MappingNode, before: Cells, after: Cells, order: Sequence[str], text: str) -> list[Edit]:
    """The edits that give a record the new cells; ``order`` is that of all of its keys, ``text`` the file.

    Raises ``NoHandover`` where a comment would be lost with a value.
    """
    edits: list[Edit] = []
    for key in dict.fromkeys(column.keys[0] for column in after):
        changed = [column for column in after if column.keys[0] == key and before[column] != after[column]]
        nodes = [node_at(record, column.keys) for column in changed]
        if all(node is not None and after[column] for column, node in zip(changed, nodes, strict=True)):
            edits += [(*_span(node, text), _value(column, after)) for column, node in zip(changed, nodes, strict=True) if node]
        else:
            edits.append(_whole(record, key, after, order, text))
    return edits


def _span(node: yaml.Node, text: str) -> tuple[int, int]:
    """Where a value starts and ends; raises ``NoHandover`` where comments are in it."""
    start, end = int(node.start_mark.index), end_of(node, text)
    if not isinstance(node, yaml.ScalarNode) and _COMMENT.search(text[start:end]):
        raise NoHandover(f"line {node.start_mark.line + 1}: there are comments within this value; edit it in the file")
    return start, end


def _whole(record: yaml.MappingNode, key: str, after: Cells, order: Sequence[str], text: str) -> Edit:
    """The edit that writes a key of a record with its value, new or for the old one, or removes it where all of its cells are empty."""
    new = keyed(key, after)
    names = [name.value for name, _ in record.value]
    place = names.index(key) if key in names else _place(names, order, key)
    previous = end_of(record.value[place - 1][1], text)
    if key not in names:
        return previous, previous, _before_key(record) + new
    start, end = _span(record.value[place][1], text)
    name = record.value[place][0].start_mark.index
    if new:
        return name, end, new
    if _COMMENT.search(text[previous:start]):
        return text.rindex("\n", 0, name), end, ""
    return previous, end, ""


def _place(names: Sequence[str], order: Sequence[str], key: str) -> int:
    """Where a new key belongs among the keys of a record: after the last of those that come before it in the order of the data."""
    earlier = set(order[: order.index(key)])
    return 1 + max(place for place, name in enumerate(names) if name in earlier)


def _before_key(record: yaml.MappingNode) -> str:
    """What comes before a key of a record that is added behind another one."""
    return ", " if record.flow_style else "\n" + " " * record.value[0][0].start_mark.column


def keyed(key: str, cells: Cells) -> str:
    """A key with its value from the cells below it; empty where all of them are."""
    filled = [column for column in cells if column.keys[0] == key and cells[column]]
    if not filled:
        return ""
    return f"{key}: {_nested(filled, cells, 1)}"


def _nested(filled: Sequence[Column], cells: Cells, depth: int) -> str:
    """The value of columns that share their first keys, as YAML in one line."""
    if len(filled[0].keys) == depth:
        return _value(filled[0], cells)
    groups: dict[str, list[Column]] = {}
    for column in filled:
        groups.setdefault(column.keys[depth], []).append(column)
    return f"{{{', '.join(f'{key}: {_nested(group, cells, depth + 1)}' for key, group in groups.items())}}}"


def _value(column: Column, cells: Cells) -> str:
    """A cell as a value in YAML."""
    if column.listed:
        return f"[{', '.join(map(quoted, cells[column].split(JOIN)))}]"
    return cells[column] if not column.text and _PLAIN.fullmatch(cells[column]) else quoted(cells[column])


def record_text(cells: Cells) -> str:
    """A new record of a list, a key a line, with the line end before it."""
    keys = [written for key in dict.fromkeys(column.keys[0] for column in cells) if (written := keyed(key, cells))]
    return "\n- " + "\n  ".join(keys)
