"""Words in a text: as whole words in English, as they stand in Chinese.

Plain string search and not a pattern for each word: compiling hundreds of patterns cost more than all the matching.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model import Lang


def whole(word: str, text: str) -> Iterator[int]:
    """Where a word stands in a text without a letter, digit or underscore touching it."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (_inside(text[start - 1 : start], word[:1]) or _inside(word[-1:], text[end : end + 1])):
            yield start
        start = text.find(word, start + 1)


def _inside(left: str, right: str) -> bool:
    """Whether a boundary between two characters lies inside a word."""
    return _letter(left) and _letter(right)


def _letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def contains_word(word: str, text: str, lang: Lang, *, exactly: bool = False) -> bool:
    """Whether a word or phrase stands in a text; in English as whole words, whatever their case unless ``exactly``."""
    if lang == "zh":
        return word in text
    return any(True for _ in (whole(word, text) if exactly else whole(word.lower(), text.lower())))


def longest(words: Iterable[str], text: str) -> Iterator[tuple[int, str]]:
    """The words that stand in a text as whole words, from left to right, the longest winning, none inside another."""
    found = sorted((start, -len(word), word) for word in set(words) for start in whole(word, text))
    end = 0
    for start, _, word in found:
        if start >= end:
            yield start, word
            end = start + len(word)


def alternation(forms: Iterable[str]) -> str:
    """A pattern that matches any of some forms, the longest first; of none, a pattern that never matches."""
    return "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form)))) or "(?!)"
