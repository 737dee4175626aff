"""Interface strings filled in: a closed set of placeholders, so that no code of a format from the data is ever carried out.

``{count}`` as it is, ``{count:,}`` with thousands separators, ``{day.year}``, ``{day.month}`` and ``{day.day}`` of a date, ``{day:%B}`` the
English name of its month.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_PLACEHOLDER = re.compile(r"\{(\w+)(:,|\.(?:year|month|day)|:%B)?\}")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def fill(string: str, values: Mapping[str, object]) -> str:
    """The string with its placeholders filled; raises ``KeyError`` for a name that is not given."""
    return _PLACEHOLDER.sub(lambda found: _written(values[found[1]], found[2] or ""), string)


@lru_cache(maxsize=4096)
def names(string: str) -> tuple[str, ...]:
    """The names of the placeholders of a string, and an empty name for each brace that belongs to none."""
    found = _PLACEHOLDER.findall(string)
    rest = _PLACEHOLDER.sub("", string)
    return *(name for name, _ in found), *("" for _ in re.findall(r"[{}]", rest))


def _written(value: object, how: str) -> str:
    """A value as its placeholder wants it."""
    if how == ":,":
        return f"{value:,}"
    if how == ":%B":
        return _MONTHS[getattr(value, "month") - 1]  # noqa: B009 (the value is a date; its type is not known here)
    return str(getattr(value, how[1:]) if how else value)
