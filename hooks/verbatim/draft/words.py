"""Words by which a draft finds names, promises and measures, from ``tables/words.txt``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_TABLE = files(__package__) / "tables" / "words.txt"


def words(name: str) -> tuple[str, ...]:
    """The words of one list, in its order."""
    return _lists()[name]


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _TABLE.read_text("utf-8").splitlines():
        name, colon, listed = line.partition(": ")
        if colon and not line.startswith("#"):
            found[name] = (*found.get(name, ()), *listed.split())
    return found
