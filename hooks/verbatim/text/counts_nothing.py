"""Words in which a numeral counts nothing (一樣, 第三), found in Chinese text by the list that all events share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from ..model import CountsNothing, Line
from . import years
from .cache import Listed, cached
from .matching import either
from .numerals import NUMBER, plain

Spans = list[tuple[int, int, CountsNothing]]
_Line = tuple[tuple[str, ...], tuple[str, ...], bool, bool]
"""The forms of a line of the list, the longer strings whose numeral counts, and whether a form begins a clause, or an item of a list."""
_HEAD = r"(?:^|(?<=[^\w%]))"
_MARKS = {"{n}": rf"(?<!\d){NUMBER['zh']}", "{year}": rf"(?<!\d){years.NUMBER}"}
_MARK = re.compile(r"\{(?:n|year)\}")


def spans_of(words: Iterable[CountsNothing]) -> Callable[[Line], Spans]:
    """What finds the words in a sentence, Traditional or Simplified: the span of each occurrence and its line of the list."""
    lines = tuple(words)
    listed = Listed(tuple((line.find, line.unless, line.head, line.item) for line in lines))

    def spans(line: Line) -> Spans:
        return [(start, end, lines[place]) for start, end, place in _found(listed, line.text, line.form == "item")]

    return spans


@cached(8_192)
def _found(listed: Listed[tuple[_Line, ...]], text: str, item: bool) -> tuple[tuple[int, int, int], ...]:
    """The span of each occurrence in a text and the place of its line in the list."""
    folded = plain(text)
    return tuple(
        (found.start(), found.end(), place)
        for place, line in enumerate(listed.value)
        if (item or not line[3]) and any(literal in folded for literal in _literals(line[0]))
        for found in _pattern(*line).finditer(folded)
        if found["word"]
    )


@lru_cache(maxsize=512)
def _literals(find: tuple[str, ...]) -> tuple[str, ...]:
    """What a text holds of each string where it occurs, beside its marks; looked for first, since a pattern takes ten times as long."""
    return tuple(max(_MARK.split(plain(one)), key=len) for one in find)


@lru_cache(maxsize=512)
def _pattern(find: tuple[str, ...], unless: tuple[str, ...], head: bool, item: bool) -> re.Pattern[str]:
    """The pattern of one line of the list; ``word`` is empty in the longer strings whose numeral counts."""
    start = "^" if item else _HEAD if head else ""
    finds = "|".join(_marked(plain(one)) for one in sorted(find, key=len, reverse=True))
    return re.compile(rf"(?:{either(unless)})|{start}(?P<word>{finds})")


def _marked(find: str) -> str:
    """The pattern of one string, with what its marks (``{n}``) stand for."""
    texts, marks = _MARK.split(find), _MARK.findall(find)
    return "".join(re.escape(text) + _MARKS.get(mark, "") for text, mark in zip(texts, [*marks, ""], strict=True))
