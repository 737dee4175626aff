"""Interface strings filled in: a closed set of placeholders, so that no code of a format from the data is ever carried out.

``{count}`` as it is, ``{count:,}`` with thousands separators, ``{day.year}``, ``{day.month}`` and ``{day.day}`` of a date, ``{day:%B}`` the
English name of its month.  ``{count|entry|entries}`` is a word in the singular where the count is 1, otherwise (0 included) in the plural;
``#`` in it is the count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from .english_numbers import MONTHS

_PLACEHOLDER = re.compile(r"\{(\w+)(:,|\.(?:year|month|day)|:%B|\|[^{}|]*\|[^{}|]*)?\}")


def fill(string: str, values: Mapping[str, object]) -> str:
    """The string with its placeholders filled; raises ``KeyError`` for a name that is not given.

    One whose value is itself, ``{total}``, is kept with its forms, for a script to fill.
    """

    def filled(found: re.Match[str]) -> str:
        name, how, value = found[1], found[2] or "", values[found[1]]
        return found[0] if value == f"{{{name}}}" else _written(value, how)

    return _PLACEHOLDER.sub(filled, string)


@lru_cache(maxsize=4096)
def names(string: str) -> tuple[str, ...]:
    """The names of the placeholders of a string, and an empty name for each brace that belongs to none."""
    found = _PLACEHOLDER.findall(string)
    rest = _PLACEHOLDER.sub("", string)
    return *(name for name, _ in found), *("" for _ in re.findall(r"[{}]", rest))


@lru_cache(maxsize=4096)
def written_names(string: str) -> frozenset[str]:
    """The names of the placeholders whose values a string says, not counting those that only choose between singular and plural."""
    return frozenset(name for name, how in _PLACEHOLDER.findall(string) if not how.startswith("|") or "#" in how)


@lru_cache(maxsize=4096)
def dates(string: str) -> frozenset[str]:
    """The names of the placeholders of a string that are parts of a date."""
    return frozenset(name for name, how in _PLACEHOLDER.findall(string) if how.startswith(".") or how == ":%B")


@lru_cache(maxsize=4096)
def counts(string: str) -> frozenset[str]:
    """The names of the placeholders of a string that are counts: with separators, or choosing between two different forms."""
    return frozenset(name for name, how in _PLACEHOLDER.findall(string) if how == ":," or how.startswith("|"))


def _written(value: object, how: str) -> str:
    """A value as its placeholder wants it."""
    if how == ":,":
        return f"{value:,}"
    if how.startswith("|"):
        one, many = how[1:].split("|")
        return (one if value == 1 else many).replace("#", str(value))
    if how == ":%B":
        return MONTHS[getattr(value, "month") - 1]  # noqa: B009 (the value is a date; its type is not known here)
    return str(getattr(value, how[1:]) if how else value)
