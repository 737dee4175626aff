"""What the YAML files of a project hold, read from the engine itself: the record of each file and the meaning of each key.

``read/data_files`` says which file holds which record; the records say the keys, their types and, in the text below each field, their
meaning.  The same in Chinese is in ``meanings.yml``, by the English, so that a text that was reworded has none until somebody wrote it
again.
"""

from __future__ import annotations

import ast
import inspect
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from verbatim import model
from verbatim.read.data_files import DATA_FILES
from verbatim.read.yaml_reader import keys_of

MEANINGS = "meanings.yml"
YAML_FILES = {name: file for name, file in DATA_FILES.items() if file.record}
"""The files that hold records, by name."""


@dataclass(frozen=True)
class Key:
    """A key of a record as written in YAML; ``type`` keeps its annotations, ``text`` and ``zh`` are the meaning in one line."""

    name: str
    type: Any
    required: bool
    text: str
    zh: str


@cache
def meanings() -> Mapping[str, str]:
    """The Chinese of each text by its English."""
    found = yaml.safe_load((Path(__file__).parent / MEANINGS).read_text("utf-8"))
    return {one["en"]: one["zh"] for one in found}


def chinese(text: str) -> str:
    """The Chinese of a text; raises ``ValueError`` where it has none."""
    if text not in meanings():
        raise ValueError(f"tools/{MEANINGS} has no Chinese of {text!r}; add it below those of the same record")
    return meanings()[text]


def keys(record: Any) -> tuple[Key, ...]:
    """The keys of a record in the order of its fields; raises ``ValueError`` where a field has no text below it, or that has no Chinese."""
    texts = _texts(record)
    hints = typing.get_type_hints(record, include_extras=True)
    found = []
    for name, (field, _, required) in keys_of(record).items():
        if field not in texts:
            raise ValueError(f"{record.__module__}: {record.__name__}.{field} has no text; write what it means as a string below it")
        found.append(Key(name, hints[field], required, texts[field], chinese(texts[field])))
    return tuple(found)


@cache
def _texts(record: Any) -> Mapping[str, str]:
    """The string below each field of a record that has one, in one line; also of those that it has from another record."""
    definition = ast.parse(inspect.getsource(record)).body[0]
    assert isinstance(definition, ast.ClassDef)
    inherited = _texts(record.__base__) if issubclass(record.__base__, model.Record) and record.__base__ is not model.Record else {}
    return dict(inherited) | {
        field.target.id: " ".join(ast.literal_eval(below.value).split())
        for field, below in zip(definition.body, definition.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr)
    }


def first_paragraph(thing: Any) -> str:
    """The first paragraph of a docstring in one line, its code in Markdown's marks."""
    return " ".join((thing.__doc__ or "").partition("\n\n")[0].split()).replace("``", "`")
