"""English words and their spelling, by a list of words from pyspellchecker (``tools/english.py``)."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from .cache import cached
from .pinyin import syllables

_OTHERS = re.compile(r"`[^`]*`|\]\([^)]*\)|\{[^}]*\}|<!--.*?-->|\S+@\S+|\S*[./_]\w\S*|\S*\d\S*")
"""What is no words: code, targets of links, placeholders, directives, addresses, names of files, what holds digits."""
_WORD = re.compile(r"[^\W\d_]+(?:’[^\W\d_]+)?")
SHORTEST = 4
_LONGEST = 6
"""Letters of a syllable of pinyin."""
_ENDINGS = ("s", "es", "ing", "ly", "less", "like", "ness", "wide")
_BEGINNINGS = (
    *("re", "non", "multi", "inter", "bio", "un", "pre", "over", "under", "sub", "super", "anti", "mis", "micro", "mini", "semi", "ultra"),
    *("counter", "cross", "trans", "tele", "eco", "photo", "electro", "hydro", "geo", "auto", "cyber", "nano", "neuro", "agro", "post"),
)
"""Of 11,094 slips of one letter in words of the list, 15 are made of a word and one of these."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
REMEMBERED = 16_384


@cache
def listed() -> frozenset[str]:
    """All words of the list, in small letters; none has fewer than four."""
    table = (files(__package__) / "tables" / "english.txt.gz").read_bytes()
    return frozenset(gzip.decompress(table).decode().split("\n"))


@cached(REMEMBERED)
def unlisted(text: str) -> tuple[str, ...]:
    """The words of an English text that the list lacks, without ’s, each once.

    Short words, abbreviations (SRDI, SMEs), pinyin and words with letters of other alphabets or accents are not looked for.
    """
    if not any(_is_unlisted(word) for word in _words(text)):  # most texts, and the pattern of what is no words takes longer
        return ()
    return tuple(dict.fromkeys(word for word in _words(_OTHERS.sub(" ", text)) if _is_unlisted(word)))


def _is_unlisted(word: str) -> bool:
    """Whether the list has neither a word nor what it is made of by a common ending or beginning."""
    small = word.lower()
    known = listed()
    return (
        small not in known
        and not any(small.endswith(end) and small.removesuffix(end) in known for end in _ENDINGS)
        and not any(small.startswith(head) and small.removeprefix(head) in known for head in _BEGINNINGS)
        and not _is_pinyin(small)
    )


def _is_pinyin(word: str) -> bool:
    """Whether a word is made of two or more syllables of pinyin without tones, none of a single letter."""
    ends = {0}
    for start in range(len(word)):
        for end in range(start + 2, min(start + _LONGEST, len(word)) + 1) if start in ends else ():
            if word[start:end] in syllables() and end - start < len(word):
                ends.add(end)
    return len(word) in ends


def _words(text: str) -> Iterator[str]:
    for found in _WORD.finditer(text):
        word = found[0].partition("’")[0]
        if len(word) >= SHORTEST and word.isascii() and not word.rstrip("s").isupper():
            yield word


def near(word: str) -> str:
    """A word of the list that differs from a misspelled one by two letters that changed places (metres, meters), by one that is too many
    (harbour), or else by a letter; empty where there is none."""
    return next((one for one in _changed(word.lower()) if one in listed()), "")


@cached(REMEMBERED)
def alike(word: str) -> tuple[str, ...]:
    """All words of the list that differ so from a word in small letters, themselves or with a silent e."""
    changed = set(_changed(word))  # looked up at once: they are hundreds, of which the list has a few
    return tuple((changed & listed() | {f"{one}e" for one in changed & _before_e()}) - {word})


@cache
def _before_e() -> frozenset[str]:
    """The words of the list that end with e, without it."""
    return frozenset(word.removesuffix("e") for word in listed() if word.endswith("e"))


def _changed(word: str) -> list[str]:
    """A word with two letters that changed places, then with one left out, then with one put in or exchanged."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    swapped = [start + end[1:2] + end[:1] + end[2:] for start, end in cuts]
    shorter = [start + end[1:] for start, end in cuts]
    return [*swapped, *shorter, *(start + x + rest for start, end in cuts for x in _LETTERS for rest in (end, end[1:]))]
