"""Strings in a text: whole words in English, any substring in Chinese, which has no spaces.

Plain string search instead of a pattern for each word: compiling hundreds of patterns took longer than all the matching.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from ..model import Lang
from .folding import fold
from .numerals import plain
from .scripts import HAN

_HAN_RUN = re.compile(f"[{HAN}]+")


def starts(word: str, text: str) -> Iterator[int]:
    """The start of each occurrence of a string in a text, also of those that overlap."""
    start = text.find(word)
    while start >= 0:
        yield start
        start = text.find(word, start + 1)


def whole(word: str, text: str) -> Iterator[int]:
    """The start of each occurrence of a word in a text with no letter, digit or underscore next to it."""
    for start in starts(word, text):
        end = start + len(word)
        if not (_inside(text[start - 1 : start], word[:1]) or _inside(word[-1:], text[end : end + 1])):
            yield start


def place_of(quote: str, text: str, lang: Lang) -> int:
    """Where a text first holds a quotation, in English as whole words: 5 percent is not in 15 percent; -1 where it does not."""
    return text.find(quote) if lang == "zh" else next(whole(quote, text), -1)


def _inside(left: str, right: str) -> bool:
    """Whether the boundary between two characters lies inside a word."""
    return _letter(left) and _letter(right)


def _letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def small(text: str) -> str:
    """The text in small letters, of the same length: of İ, the one letter whose small form has two characters, i."""
    return text.replace("İ", "i").lower()


def contains_word(word: str, text: str, lang: Lang, *, exactly: bool = False) -> bool:
    """Whether a text contains a word or phrase: in English as whole words; in any case or script, unless ``exactly``."""
    if lang == "zh":
        return word in text if exactly else folded(word) in folded(text)
    return any(True for _ in (whole(word, text) if exactly else whole(_small(word), _small(text))))


folded, _small = lru_cache(maxsize=4096)(fold), lru_cache(maxsize=4096)(small)
"""Kept, since many words are looked for in one text, and one word in many texts."""


def han_pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring Han characters of a text, in one script."""
    return frozenset(one + other for run in _HAN_RUN.findall(fold(text)) for one, other in pairwise(run))


def longest(words: Iterable[str], text: str) -> Iterator[tuple[int, str]]:
    """The start and word of each whole-word match, from left to right; of overlapping ones the first, at one place the longest."""
    found = sorted((start, -len(word), word) for word in set(words) for start in whole(word, text))
    end = 0
    for start, _, word in found:
        if start >= end:
            yield start, word
            end = start + len(word)


def occurrences(find: str, text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each occurrence of a string in a text, from left to right and without overlap."""
    return (found.span() for found in re.finditer(re.escape(find), text))


def either(words: Iterable[str]) -> str:
    """A pattern that matches any of some words in a text that was folded by ``numerals.plain``, the longest first."""
    return alternation(map(plain, words))


def alternation(forms: Iterable[str]) -> str:
    """A pattern that matches any of some forms, the longest first; of none, a pattern that never matches."""
    return "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form)))) or "(?!)"
