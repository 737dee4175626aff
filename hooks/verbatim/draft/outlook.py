"""What a clause without a word of promise says will be made or be ready, and words of time whose year is not said."""

from __future__ import annotations

import datetime
import re

from ..received.words import any_of
from ..text.numerals import plain
from ..text.promises import begins, is_done, lays_down, names_thing

_WILL = re.compile("将(?!近|来)")
_COMPLETED = any_of("completions")
_READY = re.compile(
    rf"(?:{any_of('expecting')})[^,，;；]{{0,4}}?(?:\d{{1,4}}年|\d{{1,2}}月|[明后今]年|年[底内末])[^,，;；]*?"
    rf"(?:{_COMPLETED})"
)
_PUBLISHED = any_of("publishing")
_DUE = re.compile(rf"前(?:{_COMPLETED})|(?:\d年|[明后]年|月[底末]?)[^,，;；]{{0,6}}?前[^,，;；]{{0,6}}?(?:{_COMPLETED}|{_PUBLISHED})")
"""What is to be ready, or to be published, before a time."""
_WHOLLY = re.compile(rf"[年月日底末][之以]?前[^,，;；]*?(?:{any_of('wholly')})")
"""What holds for all before a time."""
_ALL_MUST = re.compile(r"[\d年月日底末前内][^,，;；]{2,}?[都均]要(?![是求])")
"""What all must do by a time."""
_CONDITION = re.compile(any_of("conditions"))
"""What begins a clause that says on what something depends."""
_NEXT_YEAR = re.compile("[明后]年(?:起|开始)[^,，;；]{2}")
_BARE = re.compile(r"年[底内末]|\d{1,2}月")
_OTHER_YEAR = re.compile(rf"{any_of('other-years')}|\d{{3,4}}年")


def asks_year(words: str, text: str) -> bool:
    """Whether words of time are a month or the end of a year that is not said, where the text before them names another year."""
    folded, time = plain(text), plain(words)
    bare = _BARE.match(time)
    return bare is not None and _OTHER_YEAR.search(folded[: folded.find(time)]) is not None


def intends(clause: str, day: datetime.date | None, before: str, time: str) -> bool:
    """Whether a clause says that something with a name will be made (將建立機制), when it will be ready (預計3月完工) or begins
    (3月1日起受理), or what must be or will be done; a condition does not.  ``before`` is the clause before it, ``time`` one between the two
    that says only when (2035年6月前，碼頭全部更新).
    """
    folded = plain(clause)
    if _CONDITION.match(folded):
        return False
    will = _WILL.search(folded)
    named = will is not None and names_thing(clause[will.start() :])
    times = (_READY, _DUE, _NEXT_YEAR) if is_done(before) else (_READY, _DUE, _NEXT_YEAR, _WHOLLY, _ALL_MUST)
    return named or any(one.search(plain(time) + folded) for one in times) or lays_down(clause, before) or begins(clause, day)
