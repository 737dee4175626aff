"""Months, quarters and halves of a year that words of time state: 6月, 第三季度, 下個月; June, the third quarter, next month."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ..model import Lang, PeriodKind, PeriodWords, Vocabulary
from .english_numbers import months, ordinals
from .matching import contains_word
from .numerals import numerals, plain

Stated = tuple[PeriodKind, int]
"""A kind of period, and which of the year it is."""

_AFTER: Mapping[PeriodKind, re.Pattern[str]] = {"month": re.compile(r"\s?月(?!来)"), "quarter": re.compile(r"\s?季度?")}
_BEFORE_LAST = re.compile(r"\s?[—–~至到-]\s?(?=\d{1,2}\s?月)")
"""What makes a number the first month of a span whose last one has the word (6—8月)."""
_YEAR = r"(?:(?:民国)?\d{3,4}年|[今明后]年)?"
_MONTH = rf"{_YEAR}\d{{1,2}}月(?:\d{{1,2}}[日号]|[上中下]旬|[底初末])?"
SPAN = rf"(?:{_MONTH}起?|{_YEAR}(?<![\d.:：])(?:1[0-2]|0?[1-9]))\s?[—–~至到-]\s?{_MONTH}(?:止|[之以]?前)?"
"""A pattern of a span of months or days, in folded Chinese text (9月20日到11月底)."""
_SPANS = re.compile(SPAN)
_COUNT: Mapping[PeriodKind, int] = {"month": 12, "quarter": 4, "half": 2}
_HALVES = re.compile("(上|下)半年?")
_UNTIL = re.compile("(?:[0-9]{1,2}日|[上中下]旬)?(?:年?底(?:之?前|以前)?|末|或?[之以]?前)?")
"""What makes words of time an end."""
_QUARTER = re.compile(
    r"\b(?:(first|second|third|fourth)|([1-4])(?:st|nd|rd|th))(?=(?:[\s-]+\w+){0,2}?[\s-]+quarters?\b)|\bQ([1-4])\b", re.I
)
_HALF = re.compile(r"\b(first|second)[\s-]+half\b|\bH([12])\b", re.I)


def stated(text: str, lang: Lang) -> list[Stated]:
    """The periods that words of time state, in order of their kinds, then of the text."""
    return _in_english(text) if lang == "en" else _in_chinese(plain(text))


def relative(vocabulary: Vocabulary, text: str, lang: Lang, day: datetime.date | None) -> list[tuple[int, PeriodKind, int]]:
    """The years and periods that words such as “next month” mean by the day of the event; none where that is not known."""
    found: list[tuple[int, PeriodKind, int]] = []
    lists: tuple[tuple[PeriodKind, PeriodWords], ...] = (("month", vocabulary.months), ("quarter", vocabulary.quarters))
    for kind, words in lists if day else ():
        assert day is not None  # else there are no lists
        length = 12 // _COUNT[kind]
        for later, forms in enumerate((words.this, words.next)):
            if any(contains_word(form, text, lang) for form in forms[lang]):
                years, number = divmod((day.month - 1) // length + later, _COUNT[kind])
                found.append((day.year + years, kind, number + 1))
    return found


@lru_cache(maxsize=4096)
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where a Chinese text states periods: start and end of each, 第 and 度 included."""
    return tuple(sorted((start, end) for _, _, start, end in _found(plain(text))))


def end_of(text: str, end: int) -> int:
    """Where words of time of a folded Chinese text that are known up to a place end: after a period that follows them, and after the day
    and what makes them an end (明年 3月底前).
    """
    end = next((last for first, last in spans(text) if first == end), end)
    until = _UNTIL.match(text, end)
    return until.end() if until else end


def span_at(text: str, start: int) -> tuple[int, int] | None:
    """The start and the end of the span of months or days in a folded Chinese text that holds a place; None where none does."""
    return next((found.span() for found in _SPANS.finditer(text) if found.start() <= start < found.end()), None)


def _in_chinese(text: str) -> list[Stated]:
    return [(kind, number) for kind, number, _, _ in _found(text)]


def _found(text: str) -> Iterator[tuple[PeriodKind, int, int, int]]:
    """The periods in a folded Chinese text with their places; 三個月 and 兩個季度 are lengths of time and state none."""
    for kind, pattern in _AFTER.items():
        for numeral in numerals(text):
            behind = pattern.match(text, numeral.end) or (kind == "month" and _BEFORE_LAST.match(text, numeral.end))
            if numeral.value is not None and behind and 1 <= numeral.value <= _COUNT[kind]:
                ordinal = text.endswith("第", 0, numeral.start)
                if kind == "month" or ordinal or behind[0].endswith("度") or numeral.text.isdecimal():  # 四季 are the seasons
                    yield kind, int(numeral.value), numeral.start - ordinal, behind.end()
    for half in _HALVES.finditer(text):
        yield "half", "上下".index(half[1]) + 1, half.start(), half.end()


def _in_english(text: str) -> list[Stated]:
    quarters = [_number(found) for found in _QUARTER.finditer(text)]
    halves = [_number(found) for found in _HALF.finditer(text)]
    named: list[Stated] = [("month", month) for month in months(text)]
    return [*named, *(("quarter", one) for one in quarters), *(("half", one) for one in halves)]


def _number(found: re.Match[str]) -> int:
    """The number that an ordinal or a digit states."""
    word = next(filter(None, found.groups()))
    return int(word) if word.isdecimal() else int(ordinals(word)[0])
