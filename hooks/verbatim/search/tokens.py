"""What a text is searched by: Han characters, whole numbers and stems of English words.

``tokens`` and ``stem`` do what the functions of the same names do in ``overrides/assets/search/engine/words.js``; a test
compares the two on every sentence.
"""

from __future__ import annotations

import re
from functools import cache

from ..text.folding import fold
from ..text.scripts import HAN

_TOKEN = re.compile(rf"(?P<han>[{HAN}])|(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)|(?P<word>[a-z]+)|%", re.ASCII)
_HYPHENS = frozenset("-‐‑")
_VOWEL = re.compile(r"[aeiouy]")


@cache
def stem(word: str) -> str:
    """An English word without the endings of its ordinary forms, so that the forms meet; not always itself a word."""
    if word == "percent":
        return "%"
    word = _singular(word) if len(word) > 3 else word
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and _VOWEL.search(rest) and not word.endswith("eed"):
            word = rest if len(rest) > 2 else f"{rest}e" if rest[0] in "aeiou" else word
            break
    word = word.removesuffix("e") if len(word) > 3 else word
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou" else word


def _singular(word: str) -> str:
    """A word without the ending of the plural or of the third person."""
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return f"{word[:-3]}y" if word.endswith("ies") and len(word) > 4 else word[:-1]


def tokens(text: str) -> list[str]:
    """The Han characters, whole numbers and stems of words in a text, in order; a hyphenated word also as one."""
    text, found = fold(text), []
    last = None
    for match in _TOKEN.finditer(text):
        if match["word"] and last and last["word"] and text[last.end() : match.start()] in _HYPHENS:
            found.append(stem(last[0] + match[0]))
        found.append(stem(match[0]) if match["word"] else match[0].replace(",", ""))
        last = match
    return found
