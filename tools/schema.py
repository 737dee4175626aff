"""Write what is generated from the engine: a JSON Schema for each YAML file, and the tables of the two manuals.

An editor with a YAML language server (Visual Studio Code with the YAML extension, for one) finds the schema of a file by its first line;
it completes keys and the ids of this project, shows what a key means in both languages, and marks what the build would refuse.
A schema knows the shape of a file and no more: quotations, addresses and numbers are for ``./run check``.
"""

from __future__ import annotations

import datetime
import json
import posixpath
import sys
import types
import typing
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, Union

import manuals
from fields import YAML_FILES, chinese, first_paragraph, keys

from verbatim.model import HexColour, Record
from verbatim.model.faults import Faults
from verbatim.model.keys import KeyOf
from verbatim.read.corpus import Corpus
from verbatim.read.data_files import DataFile
from verbatim.read.files import read_tree
from verbatim.read.load import load
from verbatim.text.open_points import MARK

ROOT = Path(__file__).resolve().parents[1]
FOLDER = "data/schema"
MODELINE = "# yaml-language-server: $schema="

_TEXT = {"type": ["string", "number"]}  # the engine takes every value as written, so 2030 without quotation marks is a text too
_OPEN = {"type": "string", "pattern": rf"^{MARK}(?!\w)"}
_SCALARS: Mapping[Any, Mapping[str, Any]] = {
    HexColour: {"type": "string", "pattern": "^#[0-9a-f]{6}$", "format": "color-hex"},
    str: _TEXT,
    bool: {"type": "boolean"},  # before int, of which it is a kind
    int: {"type": "integer", "minimum": 0},
    Decimal: {"anyOf": [{"type": "number"}, {"type": "string", "pattern": "^-?[0-9]+/[1-9][0-9]*$"}]},
    datetime.date: {"type": "string", "format": "date"},
}


def choices(corpus: Corpus, collection: str) -> list[str]:
    """The ids or keys that a project has in a collection, in the order of its files, each once."""
    for holder in (corpus, corpus.vocabulary):
        if hasattr(holder, collection):
            return list(getattr(holder, collection))
    records = (record for transcript in corpus.transcripts.values() for record in getattr(transcript, collection))
    return list(dict.fromkeys(record.id for record in records))


def schema_of(kind: Any, corpus: Corpus) -> dict[str, Any]:
    """The JSON Schema of a type of the model; the ids of the corpus, and what is open, with or without a proposal behind the mark, are the
    values that a key of another record may have.
    """
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is Annotated:
        found = [name for mark in arguments[1:] if isinstance(mark, KeyOf) for name in choices(corpus, mark.collection)]
        return {"anyOf": [{"enum": found}, _OPEN]} if found else schema_of(arguments[0], corpus)
    if origin in (Union, types.UnionType):
        return schema_of(next(one for one in arguments if one is not types.NoneType), corpus)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": schema_of(arguments[0], corpus)}
    if origin is not None:
        return {"type": "object", "additionalProperties": schema_of(arguments[1], corpus)}
    if issubclass(kind, Record):
        return _record(kind, corpus)
    return dict(next(schema for scalar, schema in _SCALARS.items() if issubclass(kind, scalar)))


def _record(record: type[Record], corpus: Corpus) -> dict[str, Any]:
    """An object with the keys of a record and no others."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [key.name for key in keys(record) if key.required],
        "properties": {key.name: {"description": f"{key.text}\n\n{key.zh}", **schema_of(key.type, corpus)} for key in keys(record)},
    }


def file_schema(file: DataFile, corpus: Corpus) -> dict[str, Any]:
    """The JSON Schema of a whole file."""
    wrapped = {"one": file.record, "map": Mapping[str, file.record], "list": tuple[file.record, ...]}  # type: ignore[name-defined]
    text = first_paragraph(file.record)
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "description": f"{text}\n\n{chinese(text)}"}
    return {**head, **schema_of(wrapped[file.form], corpus)}


def schemas(corpus: Corpus) -> Mapping[str, str]:
    """Path of each schema from the root of a project to its text."""
    return {
        f"{FOLDER}/{Path(name).stem}.json": json.dumps(file_schema(file, corpus), ensure_ascii=False, indent=1) + "\n"
        for name, file in YAML_FILES.items()
    }


def modeline(path: str) -> str:
    """The first line of a YAML file, by which an editor finds its schema; ``path`` from the root of the project."""
    return f"{MODELINE}{posixpath.relpath(f'{FOLDER}/{Path(path).stem}.json', posixpath.dirname(path))}\n"


def with_modeline(path: str, text: str) -> str:
    """The text of a YAML file with its modeline first; an old one is replaced."""
    rest = text.partition("\n")[2] if text.startswith(MODELINE) else text
    return modeline(path) + rest


def material(root: Path) -> Corpus:
    """The corpus of a project whose quotations and numbers may still be wrong; ends with the faults where it cannot be read."""
    faults = Faults()
    corpus = load(read_tree(root), faults)
    return corpus or sys.exit(faults.report())


def generated(root: Path) -> Mapping[str, str]:
    """Every generated text by its path from the root of the project."""
    data = {path: content.decode("utf-8") for path, content in read_tree(root).items() if Path(path).name in YAML_FILES}
    return {
        **schemas(material(root)),
        **{path: with_modeline(path, text) for path, text in data.items()},
        **manuals.filled(root),
    }


def main() -> None:
    """Write what has changed, and print its paths."""
    (ROOT / FOLDER).mkdir(exist_ok=True)
    for path, text in generated(ROOT).items():
        target = ROOT / path
        if not target.exists() or target.read_text("utf-8") != text:
            target.write_text(text, "utf-8")
            print(path)


if __name__ == "__main__":
    main()
