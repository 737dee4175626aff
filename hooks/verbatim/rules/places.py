"""Places of faults that only follow from another one, which is reported already."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from ..model import Record

Place = tuple[str, int, re.Pattern[str]]
"""Path and line of faults that may follow from another one, and a pattern of their codes."""


def in_record(record: Record, codes: re.Pattern[str]) -> Iterator[Place]:
    """Every line that a record, or one inside it, names."""
    return ((record.where.path, line, codes) for line in set(lines_of(record)))


def lines_of(value: Any) -> Iterator[int]:
    """The lines that a record, or a tuple of records, names."""
    if isinstance(value, Record):
        yield from (value.where.line, *value.where.keys.values())
        for field in fields(value):
            yield from lines_of(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from lines_of(one)
