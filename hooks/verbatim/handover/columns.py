"""The columns of a list of records as a spreadsheet shows it: one for each value, named by its keys (``amount.operator``)."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import yaml

from ..model import Person, Record, RegisterEntry, Term
from ..read.yaml_nodes import node_at
from ..read.yaml_reader import keys_of
from .pairs import NoHandover

KINDS: Mapping[str, Any] = {"targets.yml": RegisterEntry, "terms.yml": Term, "people.yml": Person}
"""The files that are handed over as spreadsheets, by name, with the record of each."""
JOIN = " | "
"""What separates the texts of a list in one cell."""


@dataclass(frozen=True)
class Column:
    """One column: the keys that lead to its value; ``listed`` if that is a list of texts, ``text`` if it is no number and no flag."""

    keys: tuple[str, ...]
    listed: bool = False
    text: bool = True

    @property
    def name(self) -> str:
        """As it stands in the first row."""
        return ".".join(self.keys)


def columns(kind: Any, before: tuple[str, ...] = ()) -> Iterator[Column]:
    """The columns of a record in the order of its keys; lists of records have none and stay as they are in the file."""
    for key, (_, declared, _) in keys_of(kind).items():
        found = _bare(declared)
        if typing.get_origin(found) is tuple:
            if not _is_record(_bare(typing.get_args(found)[0])):
                yield Column((*before, key), listed=True)
        elif _is_record(found):
            yield from columns(found, (*before, key))
        else:
            yield Column((*before, key), text=found not in {bool, int, Decimal})


def _bare(declared: Any) -> Any:
    """A type without ``None``."""
    if typing.get_origin(declared) in (typing.Union, types.UnionType):
        return next(one for one in typing.get_args(declared) if one is not type(None))
    return declared


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


def entered(text: str, column: Column) -> str:
    """A cell as a person or a program wrote it, in the form of ``cell``: ``TRUE`` is a flag too, and | separates without spaces too."""
    if column.listed:
        return JOIN.join(filter(None, map(str.strip, text.split(JOIN.strip()))))
    return text if column.text else text.lower()


def cell(node: yaml.Node, column: Column) -> str:
    """The text of the cell of a record; empty where the key is not written.  Raises ``NoHandover`` where a list cannot be one cell."""
    found = node_at(node, column.keys)
    if found is None:
        return ""
    if not column.listed:
        return str(found.value)
    texts = [str(one.value) for one in found.value]
    if any("|" in text for text in texts):
        raise NoHandover(f"line {found.start_mark.line + 1}: a text with | cannot be one of several in a cell; hand this list over as YAML")
    return JOIN.join(texts)
