"""What a clause without a word of promise says will be made or be ready, and words of time whose year is not said."""

from __future__ import annotations

import re

from ..text.clauses import names_thing
from ..text.matching import alternation
from ..text.numerals import plain
from .words import words

_WILL = re.compile("将(?!近|来)")
_READY = re.compile(
    rf"(?:{alternation(map(plain, words('expecting')))})[^,，;；]{{0,4}}?(?:\d{{1,4}}年|\d{{1,2}}月|[明后今]年|年[底内末])[^,，;；]*?"
    rf"(?:{alternation(map(plain, words('completions')))})"
)
_BARE_YEAR_END = re.compile("年[底内末]")
_OTHER_YEAR = re.compile(rf"{alternation(map(plain, words('other-years')))}|\d{{3,4}}年")


def asks_year(words: str, text: str) -> bool:
    """Whether words of time are the end of a year that is not said, where the text before them names another year."""
    folded, time = plain(text), plain(words)
    bare = _BARE_YEAR_END.match(time)
    return bare is not None and _OTHER_YEAR.search(folded[: folded.find(time)]) is not None


def intends(clause: str) -> bool:
    """Whether a clause says that something with a name will be made (將建立機制), or when it will be ready (預計3月完工)."""
    folded = plain(clause)
    will = _WILL.search(folded)
    return (will is not None and names_thing(clause[will.start() :])) or _READY.search(folded) is not None
