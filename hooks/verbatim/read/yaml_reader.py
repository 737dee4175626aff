"""YAML text to checked records; what is wrong is reported, with its line.

Libraries that validate by type (pydantic, msgspec) report no line or only the first fault, so this module reads PyYAML's composed nodes
itself.  Scalars are taken as written (``no`` is not false); tags, aliases and merge keys are refused, so nothing is ever constructed or
expanded.
"""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from collections.abc import Mapping
from decimal import InvalidOperation
from functools import cache
from itertools import pairwise
from typing import Any, Literal, Union

import yaml

from ..model import Record, Where
from ..model.faults import Faults
from ..text.characters import odd
from ..text.scripts import CHINESE, HAN_CHARACTER
from .yaml_nodes import compose
from .yaml_scalars import CONVERT, NAMES

_PLAIN_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map")}
_PLAIN = {"${": "write plain text; a space parts the $ of a currency from its number: `NT$ {n}`"}
"""What to write instead of some markup that may have been meant as text."""
_MARKUP = re.compile(r"<[A-Za-z/!?]|\{\{|\{%|\$\{|&#?\w+;|(?i:\bjavascript:|\bon[a-z]+\s*=\s*[\"'\w])")
_SIGN = re.compile("[<{&=:]")
"""What every form of markup or script holds and most values do not; looked for first, since this is far quicker."""
_LATIN = re.compile("[A-Za-z]")
_BESIDE = re.compile(CHINESE)


_BAD: Any = object()
"""What is read where nothing could be."""
FORMULA = re.compile(r"[=@\t]|[+-](?!(?:\d+(?:[./]\d+)?)?\Z)")
"""What a spreadsheet would compute at the head of a cell, so that no value begins with it; a number with a sign is none."""
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line in YAML."""
_REMARK = re.compile(r"\s+#")


def read(text: str, path: str, kind: Any, faults: Faults) -> Any:
    """What a YAML text holds as ``kind``, a record, ``tuple[…, ...]`` or ``Mapping[str, …]``, without what is wrong; None where all is."""
    node = compose(text, path, faults)
    found = _BAD if node is None else _Reader(path, text, faults).read(node, kind)
    return None if found is _BAD else found


@cache
def keys_of(kind: type) -> Mapping[str, tuple[str, Any, bool]]:
    """Key in YAML to field name, type, and whether it is required."""
    hints = typing.get_type_hints(kind)
    return {
        field.name.rstrip("_"): (field.name, hints[field.name], field.default is field.default_factory is dataclasses.MISSING)
        for field in dataclasses.fields(kind)
        if field.name != "where" and not (field.name == "id" and field.default == "")
    }


@cache
def _shape_of(kind: Any) -> tuple[type, Any]:
    """How values of a type are written, and of which type they or their items are; an optional one is written as what it may be."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (Union, types.UnionType):
        return _shape_of(next(one for one in inner if one is not type(None)))
    if origin is tuple:
        return tuple, inner[0]
    if origin is not None and origin is not Literal:
        return dict, inner[1]
    return (Record if isinstance(kind, type) and issubclass(kind, Record) else str), kind


@cache
def _choices(kind: Any) -> tuple[str, ...]:
    """The values of a closed choice; none of other types."""
    return typing.get_args(kind) if typing.get_origin(kind) is Literal else ()


class _Reader:
    """Reads the nodes of one file as the types of the schema; what cannot be read is reported and becomes ``_BAD``."""

    def __init__(self, path: str, text: str, faults: Faults) -> None:
        self.path, self.lines, self.faults = path, _LINE_END.split(text), faults
        self.seen: set[int] = set()

    def read(self, node: yaml.Node, kind: Any) -> Any:
        """The node as ``kind``: a record, a tuple, a mapping, a closed choice or a scalar."""
        if not self._plain(node):
            return _BAD
        shape, inner = _shape_of(kind)
        if shape is tuple:
            return self._sequence(node, inner)
        if shape is dict:
            return self._mapping(node, inner)
        return self._record(node, inner) if shape is Record else self._scalar(node, inner)

    def _report(self, node: yaml.Node, code: str, what: str, fix: str) -> Any:
        self.faults.add(self.path, node.start_mark.line + 1, code, what, fix)
        return _BAD

    def _plain(self, node: yaml.Node) -> bool:
        if id(node) in self.seen:
            self._report(node, "Y9", "an alias (*name) repeats another value", "write the value out")
            return False
        self.seen.add(id(node))
        if node.tag not in _PLAIN_TAGS:
            self._report(node, "Y9", f"the tag {node.tag} is not allowed", "remove the tag")
            return False
        return True

    def _sequence(self, node: yaml.Node, kind: Any) -> Any:
        if not isinstance(node, yaml.SequenceNode):
            return self._report(node, "Y5", f"a list is wanted, {_is(node)} was found", "write a list: `- …` or `[…]`")
        read = [self.read(item, kind) for item in node.value]
        for place, item in enumerate(read):
            if isinstance(item, str) and item in read[:place]:
                self._report(node.value[place], "Y8", f"{item!r} is in the list already", "keep one of the two")
        return tuple(item for item in read if item is not _BAD)

    def _pairs(self, node: yaml.MappingNode) -> Mapping[str, tuple[yaml.Node, yaml.Node]]:
        """Key to key node and value node; a key written twice is reported, and its first value kept."""
        pairs: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else "?"
            if name in pairs:
                first = pairs[name][0].start_mark.line + 1
                self._report(key, "Y2", f"the key {name!r} is written twice (first in line {first})", "keep one of the two")
            else:
                pairs[name] = key, value
        return pairs

    def _mapping(self, node: yaml.Node, kind: Any) -> Any:
        if not isinstance(node, yaml.MappingNode):
            return self._report(node, "Y5", f"a mapping is wanted, {_is(node)} was found", "write `key: value`")
        read = {name: self.read(value, kind) for name, (_, value) in self._pairs(node).items()}
        return {name: value for name, value in read.items() if value is not _BAD}

    def _record(self, node: yaml.Node, kind: Any) -> Any:
        wanted = keys_of(kind)
        if not isinstance(node, yaml.MappingNode):
            keys = ", ".join(wanted)
            return self._report(node, "Y5", f"a record is wanted, {_is(node)} was found", f"write the keys {keys}")
        pairs = self._pairs(node)
        for name in pairs.keys() - wanted.keys():
            self._report(pairs[name][0], "Y3", f"unknown key {name!r}", f"use one of: {', '.join(wanted)}")
        missing = [name for name, (_, _, must) in wanted.items() if must and name not in pairs]
        for name in missing:
            self._report(node, "Y4", f"the key {name!r} is missing", f"add `{name}: …`")
        read = {wanted[name][0]: self.read(pairs[name][1], wanted[name][1]) for name in wanted if name in pairs}
        if missing or _BAD in read.values():
            return _BAD
        lines = {name: key.start_mark.line + 1 for name, (key, _) in pairs.items()}
        return kind(where=Where(self.path, node.start_mark.line + 1, lines), **read)

    def _scalar(self, node: yaml.Node, kind: Any) -> Any:
        if not isinstance(node, yaml.ScalarNode):
            return self._report(node, "Y5", f"one value is wanted, {_is(node)} was found", "write a single value")
        text = node.value
        if not node.style and _REMARK.match(self.lines[node.end_mark.line], node.end_mark.column):
            fix = "put the value into quotation marks; a remark has a line of its own"
            return self._report(node, "Y9", f"what follows {text[-40:]!r} in its line is a remark to YAML, and lost", fix)
        if kind is str and self._spaced(node):
            fix = "write it in one line, or in double quotation marks with \\ at the end of each line"
            return self._report(node, "Y9", f"a line end in {text[:40]!r} becomes a space beside a Chinese character", fix)
        choices = _choices(kind)
        if choices:
            if text in choices:
                return text
            return self._report(node, "Y6", f"{text!r} is not one of the allowed values", f"use one of: {', '.join(choices)}")
        if not text.strip() or (node.style not in {"'", '"', "|", ">"} and text in {"~", "null"}):
            return self._report(node, "Y5", "a value is wanted, nothing was found", "write the value, or remove the key")
        found = _SIGN.search(text) and _MARKUP.search(text)
        if found:
            return self._report(
                node, "Y7", f"{found[0]!r} in {text[:60]!r} looks like markup or script", _PLAIN.get(found[0], "write plain text")
            )
        wrong = _wrong(text, node.style == '"') if kind is str else ""
        if wrong:
            return self._report(node, "Y7", f"{text[:60]!r} {wrong}", "write plain text in one line")
        try:
            return CONVERT[kind](text)
        except (ValueError, InvalidOperation):
            return self._report(node, "Y5", f"{text!r} is not {NAMES[kind]}", f"write {NAMES[kind]}")

    def _spaced(self, node: yaml.ScalarNode) -> bool:
        """Whether YAML puts a space where a line of a Chinese text ends."""
        first, last = node.start_mark.line, node.end_mark.line
        if first == last or node.style == "|" or len(HAN_CHARACTER.findall(node.value)) <= len(_LATIN.findall(node.value)):
            return False
        lines = [line.strip() for line in self.lines[first : last + 1]]
        inner = pairwise(lines[1:] if node.style == ">" else lines)
        return any(before and after and not before.endswith("\\") and _BESIDE.search(before[-1] + after[0]) for before, after in inner)


def _wrong(text: str, escaped: bool) -> str:
    """What makes a text unfit for some output, or nothing; odd characters that are not written as escapes are for ``rules``."""
    if FORMULA.match(text):
        return "begins as a formula of a spreadsheet does"
    unseen = next(odd(text), None) if escaped else None
    return f"holds {unseen[1]}" if unseen else ""


def is_plain(text: str) -> bool:
    """Whether a text can be a value as it is: no markup, no formula of a spreadsheet, no tab."""
    return not (_MARKUP.search(text) or FORMULA.match(text) or "\t" in text)


def _is(node: yaml.Node) -> str:
    """A node, described for a message."""
    if isinstance(node, yaml.ScalarNode):
        return f"the value {node.value[:40]!r}"
    return "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"
