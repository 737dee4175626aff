"""The tables of the manuals that the engine itself can fill: keys of the YAML files, rooms and modules.

A manual marks the place of a table with ``<!-- table: NAME -->`` and ``<!-- end of table -->``.
"""

from __future__ import annotations

import ast
import datetime
import re
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, Union

from fields import YAML_FILES, keys
from rooms import LAYERS

from verbatim.model import BilingualForms, HexColour, Pair, Record
from verbatim.model.keys import KeyOf

ROOT = Path(__file__).resolve().parents[1]
ENGINE = ROOT / "hooks" / "verbatim"
MANUALS = ("data/README.md", "hooks/README.md")
PLACE = re.compile(r"(<!-- table: (\S+) -->\n).*?(<!-- end of table -->)", re.S)

_SCALARS = {HexColour: "colour", str: "text", bool: "true or false", int: "whole number", Decimal: "number", datetime.date: "date"}
_WHOLE = {Pair: "`{zh, en}`", BilingualForms: "`{zh: […], en: […]}`"}


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table, line end included."""
    head = tuple(head)
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, ["---"] * len(head), *rows))


def value(kind: Any) -> str:
    """What is written as the value of a key, in a few words."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is Annotated:
        collection = next(mark.collection for mark in arguments[1:] if isinstance(mark, KeyOf))
        file = next((name for name, file in YAML_FILES.items() if file.field == collection), None)
        return f"id in `{file}`" if file else f"key of `{collection}`"
    if origin in (Union, types.UnionType):
        return f"{value(next(one for one in arguments if one is not types.NoneType))}, optional"
    if origin is Literal:
        return " or ".join(f"`{choice}`" for choice in arguments)
    if origin is tuple:
        return f"list: {value(arguments[0])}"
    if origin is not None:
        return f"by key: {value(arguments[1])}"
    if issubclass(kind, Record):
        return _WHOLE.get(kind, "record")
    return next(word for scalar, word in _SCALARS.items() if issubclass(kind, scalar))


def held(kind: Any) -> type[Record] | None:
    """The record inside an optional type, a list or a mapping, if its keys need rows of their own."""
    if isinstance(kind, type):
        return kind if issubclass(kind, Record) and kind not in _WHOLE else None
    return next(filter(None, map(held, typing.get_args(kind))), None)


def key_rows(record: type[Record], prefix: str = "") -> Iterator[tuple[str, str, str, str]]:
    """A row for each key of a record, and below it the keys of the record that it holds: ``amount``, ``amount.operator`` …"""
    for key in keys(record):
        words = value(key.type)
        optional = "" if key.required or words.endswith("optional") else ", optional"
        yield f"`{prefix}{key.name}`", words + optional, key.text, key.zh
        inner = held(key.type)
        if inner:
            yield from key_rows(inner, f"{prefix}{key.name}.{'*.' if words.startswith('by key') else ''}")


def paragraph(path: Path) -> str:
    """The first paragraph of a module's docstring, in one line of Markdown."""
    text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return " ".join(text.partition("\n\n")[0].split()).replace("``", "`").replace("|", "\\|")


def _rooms() -> Iterator[str]:
    """The rooms in the order in which they may import, those of one layer by name."""
    for layer in LAYERS:
        yield from sorted(room for room in layer if (ENGINE / room).is_dir() or (ENGINE / f"{room}.py").exists())


def order() -> str:
    """The rooms as one line, from what imports nothing to what imports all."""
    there = set(_rooms())
    layers = [" | ".join(f"`{room}`" for room in sorted(layer & there)) for layer in LAYERS if layer & there]
    return " → ".join([*layers, "`mkdocs_hooks`"]) + "\n"


def rooms() -> str:
    """A line for each room."""
    paths = {room: ENGINE / room / "__init__.py" if (ENGINE / room).is_dir() else ENGINE / f"{room}.py" for room in _rooms()}
    rows = [(f"`{room}`", paragraph(path)) for room, path in paths.items()]
    return table(("room", "what it holds"), [*rows, ("`mkdocs_hooks`", paragraph(ENGINE.parent / "mkdocs_hooks.py"))])


def modules() -> str:
    """A line for each module of each room that is a folder."""
    paths = (path for room in _rooms() for path in sorted((ENGINE / room).glob("*.py")) if path.stem != "__init__")
    return table(("module", "what it does"), ((f"`{path.parent.name}/{path.stem}`", paragraph(path)) for path in paths))


def _blocks() -> Mapping[str, Callable[[], str]]:
    """Every table by its name; a table of keys has the name of its file."""
    files = {
        name: (lambda record=file.record: table(("key", "value", "meaning", "意義"), key_rows(record))) for name, file in YAML_FILES.items()
    }
    return {**files, "order": order, "rooms": rooms, "modules": modules}


def filled(root: Path) -> Mapping[str, str]:
    """The manuals with their tables as the engine has them now, by path from the root."""
    blocks = _blocks()
    texts = {path: (root / path).read_text("utf-8") for path in MANUALS}
    return {path: PLACE.sub(lambda place: f"{place[1]}\n{blocks[place[2]]()}\n{place[3]}", text) for path, text in texts.items()}
