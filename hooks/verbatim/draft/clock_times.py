"""Times of the day, days of the week and quarters in Chinese: 上午10:00, 晚上9點, 週三, 前三季度."""

from __future__ import annotations

import re
from functools import lru_cache

from ..received.words import any_of
from ..text.numerals import plain

_HOUR = r"(?:[01]?\d|2[0-4]|二?十[一二三四]?|[一二两三四五六七八九])"
_PART = any_of("day-parts")
_MINUTES = r"(?:[:：][0-5]\d|[点时](?:半|整|钟|[0-5]?\d分?|[一二三四五]?十[一二三四五六七八九]?分)?)"
_SPAN = re.compile(
    rf"(?:{_PART})\s?{_HOUR}{_MINUTES}"
    rf"|(?<![\d:：]){_HOUR}(?:[:：][0-5]\d(?![\d:：])|点(?:半|整|钟|[0-5]?\d分))"
    rf"|(?<=[到至从自在—–~-]){_HOUR}点(?=[，,。；;、）)]|\Z)"
    r"|(?:星期|礼拜|周)[一二三四五六]"
    r"|[前第][一二三四1-4]季度?|[一二三四1-4]季度"
)


@lru_cache(maxsize=1024)
def time_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where a Chinese text names a time of the day, a day of the week or a quarter: start and end of each."""
    return tuple(found.span() for found in _SPAN.finditer(plain(text)))


def time_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the time that holds a place of a text; None where none does."""
    return next((span for span in time_spans(text) if span[0] <= start and end <= span[1]), None)
