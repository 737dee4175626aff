"""Imports point one way: a room of the engine imports only those that come before it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from rooms import LAYERS

from .example import ROOT

ENGINE = ROOT / "hooks" / "verbatim"
ORDER = {room: layer for layer, rooms in enumerate(LAYERS) for room in rooms}
PATHS = sorted(path.relative_to(ENGINE) for path in ENGINE.rglob("*.py") if path.parent != ENGINE or path.stem != "__init__")


def room_of(path: Path) -> str:
    return path.parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    """The rooms that a module imports from, its own among them."""
    found = set()
    for node in ast.walk(ast.parse((ENGINE / path).read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            package = path.parent.parts[: len(path.parent.parts) - node.level + 1]
            names = [*package, *(node.module or "").split(".")] if node.module else [*package, *(alias.name for alias in node.names)]
            found.add(names[0])
    return found


@pytest.mark.parametrize("path", PATHS, ids=str)
def test_a_module_imports_only_from_its_own_room_and_rooms_before_it(path: Path) -> None:
    own = room_of(path)

    back = {room for room in imported_rooms(path) if room != own and ORDER[room] >= ORDER[own]}

    assert back == set()
