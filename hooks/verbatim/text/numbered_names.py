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


def numbers_repeated(en: str) -> Counter[Value]:
    """The numbers of the names in an English text that it says again, as often as it does: Chinese leaves out who does the next thing."""
    again = Counter((found[0], found[1]) for found in _NUMBERED.finditer(en))
    return Counter({value(number, "en"): times - 1 for (_, number), times in again.items() if times > 1})


def numbers_in_names(zh: str, en: str) -> Counter[Value]:
    """The numbers of the names in an English text that the Chinese one names without them, as often as they are there."""
    folded, found = plain(zh), Counter[Value]()
    for name, numbers, words in _NAMES:
        if any(word in folded for word in words):
            found.update([*numbers] * len(name.findall(en)))
    return found
