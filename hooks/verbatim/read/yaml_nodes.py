"""YAML text to PyYAML's nodes, which know their lines: nothing is constructed, and nesting that could exhaust the stack is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import yaml

from ..model.faults import Faults

_BASE: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # ten times faster, if PyYAML was built with libyaml
_TAGS = {yaml.ScalarNode: "str", yaml.SequenceNode: "seq", yaml.MappingNode: "map"}


class _Loader(_BASE):  # type: ignore[misc]
    """Keeps every scalar as a string and skips PyYAML's path resolvers: none is defined, and they took half the parsing time."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """The plain tag of a kind of node, whatever its value."""
        return f"tag:yaml.org,2002:{_TAGS[kind]}"

    def descend_resolver(self, node: object, index: object) -> None:
        """Skip the path resolvers."""

    def ascend_resolver(self) -> None:
        """Skip the path resolvers."""


Edit = tuple[int, int, str]
"""A replacement: where it starts and ends in a text, and the new text."""

_BRACKETS = re.compile(r"[\[\]{}]")
_INDENTED = re.compile(r"^ {16}|^\s*(?:[-?] ){4}", re.M)
_DEEPEST = 20


def compose(text: str, path: str, faults: Faults) -> yaml.Node | None:
    """The node tree of a YAML text, or None and a fault Y1."""
    try:
        deep = _too_deep(text)
        if deep:
            faults.add(path, deep, "Y1", f"values are nested more than {_DEEPEST} deep", "write it flat")
            return None
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        faults.add(path, line, "Y1", f"this is not YAML: {error.problem}", "correct the syntax; quote values that hold `: ` or ` #`")
        return None
    except yaml.YAMLError as error:
        faults.add(path, 1, "Y1", f"this is not YAML: {str(error).splitlines()[0]}", "remove the character")
        return None
    if node is None:
        faults.add(path, 1, "Y1", "the file is empty", "write at least one record, or delete the file")
    return node


def scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Every value below a node that is no list and no mapping, in the order of the text; keys are none."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    else:
        for one in node.value:
            yield from scalars(one[1] if isinstance(node, yaml.MappingNode) else one)


def node_at(node: Any, keys: Sequence[str]) -> Any:
    """The value below some keys of a mapping, None where one of them is not written."""
    for key in keys:
        node = next((value for name, value in node.value if name.value == key), None)
        if node is None:
            return None
    return node


def records_by_id(text: str, path: str) -> Mapping[str, Any]:
    """The nodes of a list of records by their ids; the text is one that was read without a fault."""
    node = compose(text, path, Faults())
    assert node is not None
    return {node_at(record, ("id",)).value: record for record in node.value}


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits, which must not overlap; of several at one place, the first one comes first."""
    pieces, place = [], 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        pieces += [text[place:start], new]
        place = end
    return "".join([*pieces, text[place:]])


def end_of(node: Any, text: str) -> int:
    """Where a value ends, without the line ends and comments that the parser counts to it."""
    if isinstance(node, yaml.ScalarNode):
        start = node.start_mark.index
        return start + len(text[start : node.end_mark.index].rstrip())
    if node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return end_of(last[1] if isinstance(last, tuple) else last, text)


def _too_deep(text: str) -> int:
    """The first line where values are nested deeper than ``_DEEPEST``, which could exhaust the stack, or 0."""
    if not _maybe_deep(text):
        return 0
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            assert event.start_mark is not None  # events of a text have one
            return event.start_mark.line + 1
    return 0


def _maybe_deep(text: str) -> bool:
    """Whether brackets or indents suggest deep nesting; a cheap test, since checking every file would mean parsing it twice."""
    depth = deepest = 0
    for mark in _BRACKETS.findall(text):
        depth = depth + 1 if mark in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest > _DEEPEST // 2 or _INDENTED.search(text) is not None
