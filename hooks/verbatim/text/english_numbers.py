"""Numbers that English writes in words: whole numbers, fractions, “two and a half”, “twice”.

Ordinals are not among them, but ``ordinal`` knows the first ten, for quarters, halves and rounds.
"""

from __future__ import annotations

import re
from decimal import Decimal

_SMALL = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
_TENS = {name: 10 * number for number, name in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)}
_VALUES = {name: number for number, name in enumerate(_SMALL)} | _TENS | {"a": 1, "an": 1}
SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
"""The words of scale and what they multiply by."""
_MANY = {"dozen": 12, "hundred": 100}
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_ONCE = r"(?:(?<=at\sleast\s)once|(?<=at\smost\s)once|(?<=more\sthan\s)once|once(?=\s+(?:an?|every|each|per)\b))"
"""Where “once” counts; elsewhere it says when."""
_THIRD_ON = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_PARTS = {name: number for number, name in enumerate(_THIRD_ON, 3)} | {"half": 2, "halves": 2, "quarter": 4}
_ORDINALS = {name: number for number, name in enumerate(("first", "second", *_THIRD_ON), 1)}
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""The names of the months, from January."""

_ONE = "|".join(sorted(_SMALL, key=len, reverse=True))
_BELOW_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-]+(?:{'|'.join(_SMALL[1:10])})(?![a-z]))?|{_ONE})"
BELOW_1000 = rf"(?:(?:{_BELOW_100}|an?)\s+hundred(?:\s+(?:and\s+)?{_BELOW_100})?|(?:{_ONE}|an?)\s+dozen\b|{_BELOW_100})"
"""A number in words below a thousand, as a pattern without groups."""
_SCALED = rf"(?:{BELOW_1000}|an?)\s+(?:thousand|million|billion|trillion)"
_LARGE = rf"{_SCALED}(?:,?\s+(?:and\s+)?{_SCALED})*(?:,?\s+(?:and\s+)?{BELOW_1000})?"
_PART = rf"(?:(?<!\bonce\s)(?<!\btwice\s)(?<!\btimes\s)(?:{_ONE}|an?)[\s-]+(?:{'|'.join(sorted(_PARTS, key=len, reverse=True))})s?|half)"
_DECIMALS = rf"(?:\s+point(?:\s+(?:{'|'.join(_SMALL[:10])})\b)+|\s+and\s+a\s+half)?"
WORDS = rf"\b(?:{_PART}|(?:{_LARGE}|{BELOW_1000}){_DECIMALS}|{_ONCE}|twice|thrice)\b"
"""A number in words, as a pattern without groups; to be matched with ``re.I``."""
_WORD = re.compile(r"[a-z]+")
NAMES = frozenset({"dozen", *_SMALL, *_TENS, *SCALES, *_TIMES, *_PARTS, *(f"{part}s" for part in _PARTS)})
"""One of these is in every number in words: no such number is “a” or “an” alone."""
_ORDINAL = re.compile(rf"\b(?:{'|'.join(_ORDINALS)})\b", re.I)
_BY_SHORT = {month[:3]: number for number, month in enumerate(MONTHS, 1)}
_SHORT = "|".join(sorted({*_BY_SHORT, "Sept"} - {"May"}, reverse=True))
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b|\b(?:{_SHORT})\b(?=\.?\s\d)|(?<=\d\s)(?:{_SHORT})\b")


def may_spell(text: str) -> bool:
    """Whether a text has a word that numbers are written with: without one it has no number as ``WORDS`` matches it, which takes longer."""
    return not NAMES.isdisjoint(_WORD.findall(text.lower()))


def word_value(text: str) -> Decimal:
    """The value of a number as ``WORDS`` matches it."""
    words = _WORD.findall(text.lower())
    if words[0] in _TIMES:
        return Decimal(_TIMES[words[0]])
    part = _PARTS.get(words[-1]) or _PARTS.get(words[-1].removesuffix("s"))
    if part and "and" not in words:
        return Decimal(_VALUES[words[0]] if len(words) > 1 else 1) / part
    half = words[-3:] == ["and", "a", "half"]
    whole, decimals = (words[:-3], []) if half else _divided(words)
    return Decimal(f"{_whole(whole)}.{'5' if half else ''.join(str(_VALUES[word]) for word in decimals)}")


def ordinals(text: str) -> list[Decimal]:
    """The values of the ordinals in words (first to tenth) in a text, in order."""
    return [Decimal(_ORDINALS[found.lower()]) for found in _ORDINAL.findall(text)]


def months(text: str) -> list[int]:
    """The months that a text names, in order, from 1; short beside a number alone (Feb 23, 23 Feb)."""
    return [_BY_SHORT[found[:3]] for found in _MONTH.findall(text)]


def _divided(words: list[str]) -> tuple[list[str], list[str]]:
    """The words before and after “point”."""
    at = words.index("point") if "point" in words else len(words)
    return words[:at], words[at + 1 :]


def _whole(words: list[str]) -> int:
    """The value of a whole number in words."""
    total = section = 0
    for word in words:
        if word in _MANY:
            section *= _MANY[word]
        elif word in SCALES:
            total, section = total + section * SCALES[word], 0
        elif word != "and":
            section += _VALUES[word]
    return total + section
