"""Lists of words by which a received text is read and a draft is made, from ``tables/words.txt``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

from ..text.matching import alternation
from ..text.numerals import plain
from ..text.word_lists import word_lists


def words(name: str) -> tuple[str, ...]:
    """The words of one list, in its order."""
    return _lists()[name]


@cache
def any_of(*names: str, form: Callable[[str], str] = plain) -> str:
    """A pattern that matches any word of some lists in a text that was folded by ``form``, the longest first."""
    return alternation(form(word) for name in names for word in words(name))


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    return word_lists(files(__package__) / "tables" / "words.txt")
