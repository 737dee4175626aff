"""Words in which a numeral counts nothing (一樣, 第三), found in Chinese text by the list that all events share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from ..model import CountsNothing, Line
from .matching import alternation
from .numerals import NUMBER, plain

Spans = list[tuple[int, int, CountsNothing]]
_HEAD = r"(?:^|(?<=[^\w%]))"
_MARKS = {"{n}": NUMBER["zh"], "{year}": r"(?<!\d)(?:1[89]|2[01])\d\d"}
_MARK = re.compile(r"\{(?:n|year)\}")


def spans_of(words: Iterable[CountsNothing]) -> Callable[[Line], Spans]:
    """What finds the words in a sentence, Traditional or Simplified: the span of each occurrence and its line of the list."""
    patterns = [(_pattern(one), one) for one in words]

    def spans(line: Line) -> Spans:
        folded = plain(line.text)
        usual = [(pattern, one) for pattern, one in patterns if not one.item or line.form == "item"]
        return [(found.start(), found.end(), one) for pattern, one in usual for found in pattern.finditer(folded) if found["word"]]

    return spans


def _pattern(words: CountsNothing) -> re.Pattern[str]:
    """The pattern of one line of the list; ``word`` is empty in the longer strings whose numeral counts."""
    head = "^" if words.item else _HEAD if words.head else ""
    finds = "|".join(_marked(plain(find)) for find in sorted(words.find, key=len, reverse=True))
    return re.compile(rf"(?:{alternation(map(plain, words.unless))})|{head}(?P<word>{finds})")


def _marked(find: str) -> str:
    """The pattern of one string, with what its marks (``{n}``) stand for."""
    texts, marks = _MARK.split(find), _MARK.findall(find)
    return "".join(re.escape(text) + _MARKS.get(mark, "") for text, mark in zip(texts, [*marks, ""], strict=True))
