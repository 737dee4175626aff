"""What a number's own words show beside a word of promise: a day that is still to come, what has happened, what merely is so."""

from __future__ import annotations

import datetime
import re

from ..text.clauses import names_thing
from ..text.matching import alternation
from ..text.numerals import plain
from .words import words

_DAY = re.compile(r"(?:(?P<year>\d{4})年)?(?<!\d)(?P<month>1[0-2]|[1-9])月(?P<day>3[01]|[12]\d|[1-9])[日号]")
_DONE = re.compile(r"[已曾]|[^为除]了(?!解)")
_HAPPENED = re.compile(r"[^为除]了(?!解)")
_STANDING = re.compile(alternation(map(plain, words("standing"))))
_PERIODS = frozenset(map(plain, words("present-periods")))
_WILL = re.compile("将(?!近|来)")
_READY = re.compile(
    rf"(?:{alternation(map(plain, words('expecting')))})[^,，;；]{{0,4}}?(?:\d{{1,4}}年|\d{{1,2}}月|[明后今]年|年[底内末])[^,，;；]*?"
    rf"(?:{alternation(map(plain, words('completions')))})"
)
_BARE_YEAR_END = re.compile("年[底内末]")
_OTHER_YEAR = re.compile(rf"{alternation(map(plain, words('other-years')))}|\d{{3,4}}年")


def coming_day(before: str, day: datetime.date | None) -> str:
    """The last day that the words up to a number name, if it comes after that of the event and nothing is said to be done since; else
    empty.
    """
    folded = plain(before)
    found = list(_DAY.finditer(folded)) if day else []
    if not found or day is None or _DONE.search(folded, found[-1].end()):
        return ""
    year, month, number = (int(found[-1][part] or day.year) for part in ("year", "month", "day"))
    return before[slice(*found[-1].span())] if (year, month, number) > (day.year, day.month, day.day) else ""


def stands(clause: str) -> str:
    """The word by which a clause says how something is (只要50分鐘); empty where it has none."""
    found = _STANDING.search(plain(clause))
    return clause[found.start() : found.end()] if found else ""


def happened(word: str, text: str, end: int) -> bool:
    """Whether a sentence says, from the end of a word of promise on, that something happened, and the word is a time that has begun."""
    return plain(word) in _PERIODS and _HAPPENED.search(plain(text), end) is not None


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
