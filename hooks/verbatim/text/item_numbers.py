"""Numbers at the head of an item of a list: 1. 1、 （一） ① ⑴ ⒈."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .han_numbers import han_value

_NUMBER = re.compile(
    r"(?P<open>[（(]?)(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?P<close>[）)、]|[.．](?!\d))\s*|(?P<circled>[①-⑳⑴-⒇⒈-⒛])"
)
_MARK = re.compile(
    r"[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]\s*|第?[一二三四五六七八九十]{1,3}(?:、|是(?!否))"
    r"|\d{1,2}[.．]\s+|[①-⑳⑴-⒇⒈-⒛]\s*"
)
"""What only counts the item that it heads, by which no amount may begin (3、5號碼頭)."""
_FIRST = "①⑴⒈"
"""The signs for one; twenty of each follow one another."""


@dataclass(frozen=True)
class ItemNumber:
    """The number of an item, and how it is written: items of one list have one style."""

    style: tuple[str, ...]
    number: int


def item_number(text: str) -> ItemNumber | None:
    """The number at the head of a text; None where it has none."""
    found = _NUMBER.match(text)
    if found is None:
        return None
    if found["circled"]:
        first = max(one for one in _FIRST if one <= found["circled"])
        return ItemNumber((first,), ord(found["circled"]) - ord(first) + 1)
    digits = found["number"].isdecimal()
    number = int(found["number"]) if digits else int(han_value(found["number"]) or 0)
    return ItemNumber((found["open"], found["close"], str(digits)), number)


def length_of_mark(text: str) -> int:
    """How many characters at the head of a text only count it as an item (（一）, 二是)."""
    found = _MARK.match(text)
    return found.end() if found else 0
