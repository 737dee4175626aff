"""Words by which a draft finds names and measures, from ``tables/words.txt``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from ..text.word_lists import word_lists


def words(name: str) -> tuple[str, ...]:
    """The words of one list, in its order."""
    return _lists()[name]


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    return word_lists(files(__package__) / "tables" / "words.txt")
