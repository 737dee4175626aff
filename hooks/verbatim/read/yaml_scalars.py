"""The values of YAML scalars, read more strictly than Python reads them: one way to write each."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from ..model import HexColour


def _decimal(text: str) -> Decimal:
    """A plain decimal number, with a minus sign if it is negative, or a fraction (``1/3``, ``-1/3``), to 28 digits.

    Raises ``ValueError`` for ``1e3``, ``NaN``, a leading zero, thousands separators and digits other than 0 to 9.
    """
    if re.fullmatch(r"-?[0-9]+/[1-9][0-9]*", text):
        over, under = text.split("/")
        return Decimal(over) / Decimal(under)
    if not re.fullmatch(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?", text):
        raise ValueError
    return Decimal(text)


def _flag(text: str) -> bool:
    """``true`` or ``false``; raises ``ValueError`` for all else."""
    if text not in {"true", "false"}:
        raise ValueError
    return text == "true"


def _whole(text: str) -> int:
    """A whole number; raises ``ValueError`` for all but digits 0 to 9."""
    if not re.fullmatch(r"[0-9]+", text):
        raise ValueError
    return int(text)


def _date(text: str) -> datetime.date:
    """A day as ``2023-02-15``; raises ``ValueError`` for other forms of ISO 8601, which Python would read as well."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError
    return datetime.date.fromisoformat(text)


def _colour(text: str) -> HexColour:
    """A colour in six hexadecimal digits; raises ``ValueError`` for other forms."""
    if not re.fullmatch(r"#[0-9a-f]{6}", text):
        raise ValueError
    return HexColour(text)


CONVERT: Mapping[Any, Callable[[str], Any]] = {
    str: str,
    int: _whole,
    bool: _flag,
    Decimal: _decimal,
    HexColour: _colour,
    datetime.date: _date,
}
"""What reads a scalar as a type; raises ``ValueError`` for any other form."""

NAMES = {
    int: "a whole number",
    bool: "true or false",
    Decimal: "a number such as 8.5, -6.1 or 1/3",
    HexColour: "a colour such as #8f2a14, in quotation marks",
    datetime.date: "a date such as 2023-02-15",
}
"""What a scalar of a type is, in words for the author."""
