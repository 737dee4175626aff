"""Multiples said in words that state no number of times: 翻兩番, doubled, tenfold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Lang
from .english_numbers import BELOW_1000, word_value

_DOUBLINGS = {"": 1, "一": 1, "二": 2, "两": 2, "三": 3}
"""How often something doubles; without a number once."""
_CHINESE = re.compile(
    rf"翻了?(?P<doublings>[{''.join(_DOUBLINGS)}]?)番|翻倍|(?:翻|增加|增长|增|成长|提高|提升|扩大)了?[一1]倍(?!半|多|以|左|有)"
)
_STEMS = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5, "octupl": 8}
_ENGLISH = re.compile(
    rf"\b(?:(?P<stem>{'|'.join(_STEMS)})(?:e[sd]?|ing)(?P<again>\s+twice)?|twice|(?P<fold>{BELOW_1000}|\d+)[-\s]?fold)\b", re.I
)


def multiples(folded: str, lang: Lang) -> Iterator[tuple[int, int, int]]:
    """Start, end and value of each of them in a folded text (``numerals.plain``): what something is multiplied by.

    增加一倍 is twice as much; what 增加兩倍 is, writers do not agree on, so that it is none of them.
    """
    value = _chinese if lang == "zh" else _english
    for found in (_CHINESE if lang == "zh" else _ENGLISH).finditer(folded):
        yield found.start(), found.end(), value(found)


def is_in_multiple(folded: str, place: int) -> bool:
    """Whether a place of a folded Chinese text is in one of them."""
    return any(start <= place < end for start, end, _ in multiples(folded, "zh"))


def _chinese(found: re.Match[str]) -> int:
    return 1 << _DOUBLINGS[found["doublings"] or ""]


def _english(found: re.Match[str]) -> int:
    if found["fold"]:
        return int(found["fold"]) if found["fold"].isdecimal() else int(word_value(found["fold"]))
    once = _STEMS[found["stem"].lower()] if found["stem"] else 2
    return once * once if found["again"] else once
