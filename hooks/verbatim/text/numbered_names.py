"""Numbers of English names that the Chinese does without (COVID-19 for 新冠), or says once where English repeats the name."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

from .numerals import Value, plain, value, values
from .word_lists import word_lists

_NAMES = tuple(
    (re.compile(rf"\b{re.escape(name)}\b", re.I), values(name, "en"), words)
    for name, words in word_lists(files(__package__) / "tables" / "names-with-numbers.txt").items()
)
"""Each English name with the numbers in it and the Chinese words for it."""


_NUMBERED = re.compile(r"(?<![\w-])[A-Z][A-Za-z]+-(\d{1,3})(?![\w.,%]*\d|-)")
"""A name that ends with a number (Heron-4)."""
_NUMBER_OF_A_NAME = re.compile(r"([一二三四五六七八九十]+|\d+)号")


def numbers_repeated(zh: str, en: str) -> Counter[Value]:
    """The numbers of names that an English text says again, as often as it does: Chinese leaves out who does the next thing.

    There are none where the Chinese has a name with a number (海鷗五號) that the English has not.
    """
    again = Counter((found[0], value(found[1], "en")) for found in _NUMBERED.finditer(en))
    named = {value(found[1], "zh") for found in _NUMBER_OF_A_NAME.finditer(plain(zh))}
    if named - {number for _, number in again}:
        return Counter()
    return Counter({number: times - 1 for (_, number), times in again.items() if times > 1})


def numbers_in_names(zh: str, en: str) -> Counter[Value]:
    """The numbers of the names in an English text that the Chinese one names without them, as often as they are there."""
    folded, found = plain(zh), Counter[Value]()
    for name, numbers, words in _NAMES:
        if any(word in folded for word in words):
            found.update([*numbers] * len(name.findall(en)))
    return found
