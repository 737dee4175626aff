"""Slips of conversion in a Traditional source, proposed as errata: characters that a naive program left as Simplified writes them.

The source is made Simplified by the table of characters and Traditional again by OpenCC, which knows phrases and Taiwan's forms.  Where
that gives another character, and the one in the source is a Simplified form too (制 for 製) that Traditional texts do not use as well, it
may not have been converted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import opencc
from pypinyin.constants import PHRASES_DICT

from ..text.folding import is_han
from ..text.matching import occurrences
from ..text.readings import table
from .words import words

Span = tuple[int, int]
_LONGEST = 16
"""Characters of the longest number that a slip is proposed with."""
_NUMBER_BEFORE, _NUMBER_AFTER = re.compile(r"\d(?:[\d.,]*\d)?\Z"), re.compile(r"\d(?:[\d.,]*\d)?")
_IN_USE, _RIGHT, _WRONG = frozenset(words("in-use")), words("in-use-words"), words("slip-words")


@dataclass(frozen=True)
class Slip:
    """A string of the source with a character that may not have been converted: how it should read, and how often it appears."""

    find: str
    read: str
    count: int
    was: str
    wanted: str


def slips(text: str, taken: Sequence[str] = ()) -> list[Slip]:
    """The slips of a text in its order, none within the strings that other errata have ``taken``.

    Each is the character with a neighbour, or two, or a number beside it, such that every place with this string has the slip.
    """
    wanted = dict(_places(text))
    covered = [span for one in taken for span in occurrences(one, text)]
    found: list[Slip] = []
    for place, character in wanted.items():
        if not any(start <= place < end for start, end in covered):
            find = next((one for one in _around(text, place) if _fits(one, text, wanted, covered)), "")
            if find:
                spans = list(occurrences(find, text))
                covered += spans
                start, end = spans[0]
                read = "".join(wanted.get(at, text[at]) for at in range(start, end))
                found.append(Slip(find, read, len(spans), text[place], character))
    return found


def _places(text: str) -> Iterator[tuple[int, str]]:
    """Each place of a character that may be a slip, with the one that belongs there."""
    simplified = text.translate(table())
    converted = _converter().convert(simplified)
    right, wrong = (
        {place for word in listed for start, end in occurrences(word, text) for place in range(start, end)} for listed in (_RIGHT, _WRONG)
    )
    aligned = len(converted) == len(text)  # as every phrase of this conversion is; otherwise nothing is proposed
    for place, (was, wanted) in enumerate(zip(text, converted, strict=False)):
        is_right = was == wanted or (was in _IN_USE and place not in wrong) or place in right or ord(was) in table()
        if aligned and not is_right and wanted.translate(table()) == was:
            yield place, wanted


@cache
def _converter() -> opencc.OpenCC:
    """Simplified to Traditional as Taiwan writes it, character and phrase."""
    return opencc.OpenCC("s2tw")


def _around(text: str, place: int) -> list[str]:
    """The strings of two and three Han characters around a place: words before others, then those that appear most often; after them the
    character with the number beside it.
    """
    ends = ((place - 1, place + 1), (place, place + 2), (place - 1, place + 2), (place - 2, place + 1), (place, place + 3))
    found = [text[start:end] for start, end in ends if start >= 0 and end <= len(text)]
    before, after = _NUMBER_BEFORE.search(text, max(0, place - _LONGEST), place), _NUMBER_AFTER.match(text, place + 1)
    counted = [text[before.start() : place + 1]] if before else [text[place : after.end()]] if after else []
    return [
        *sorted(
            (one for one in found if all(map(is_han, one))),
            key=lambda one: (one.translate(table()) not in PHRASES_DICT, len(one), -text.count(one)),
        ),
        *counted,
    ]


def _fits(find: str, text: str, wanted: dict[int, str], covered: Sequence[Span]) -> bool:
    """Whether every place of a string has the same slips, and touches no other erratum."""
    spans = list(occurrences(find, text))
    reads = {"".join(wanted.get(at, text[at]) for at in range(start, end)) for start, end in spans}
    return len(reads) == 1 and not any(start < last and first < end for start, end in spans for first, last in covered)
