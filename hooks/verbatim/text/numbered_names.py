"""Numbers that are part of an English name and that the Chinese for the same does without (COVID-19 for 新冠)."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

from .numerals import Value, plain, values
from .word_lists import word_lists

_NAMES = tuple(
    (re.compile(rf"\b{re.escape(name)}\b", re.I), values(name, "en"), words)
    for name, words in word_lists(files(__package__) / "tables" / "names-with-numbers.txt").items()
)
"""Each English name with the numbers in it and the Chinese words for it."""


def numbers_in_names(zh: str, en: str) -> Counter[Value]:
    """The numbers of the names in an English text that the Chinese one names without them, as often as they are there."""
    folded, found = plain(zh), Counter[Value]()
    for name, numbers, words in _NAMES:
        if any(word in folded for word in words):
            found.update([*numbers] * len(name.findall(en)))
    return found
