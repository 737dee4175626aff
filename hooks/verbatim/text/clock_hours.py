"""Hours of the day by a clock of 24 hours, by one of 12, and in words: 18時 is 6 pm, 12時 noon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from .numerals import Value, plain

_AFTERNOON = re.compile(r"(?<![\d.:])(?:1[3-9]|2[0-3])(?=\s?(?:时(?!间|代|速)|点|[:：]\d\d))")
_PM = re.compile(
    r"(?<![\d.:])(?P<hour>\d{1,2})(?:[:.]\d\d)?(?=(?:\s?(?:[-–]|to|and|until)\s?\d{1,2}(?:[:.]\d\d)?)?"
    r"(?:\s?p\.?m\b|(?:\s?o[’']clock)?\s(?:in\sthe\s(?:afternoon|evening)|at\snight)\b))",
    re.I,
)
_LATE = re.compile(
    r"(?:下午|傍晚|晚上|晚间|夜间|今晚|当晚|晚)(?P<hour>\d{1,2})[时点:：](?:\d\d分?)?"
    r"(?:[至到—–~-](?P<end>\d{1,2})(?=[时点:：]))?"
)
"""Hours of the afternoon and evening by a clock of 12 hours."""
_BY_24 = re.compile(r"(?<![\d.:])(?P<hour>1[3-9]|2[0-3])(?![\d.,%]*\d|\s?%)")
_NOON = 12
_NAMED = (
    (Decimal(12), re.compile(r"(?<![\d.:])12(?=[时点]|:00)|中午12"), re.compile(r"\bnoon\b|\bmidday\b", re.I)),
    (Decimal(0), re.compile(r"(?<![\d.:])0(?=[时点]|:00)"), re.compile(r"\bmidnight\b", re.I)),
    (Decimal(24), re.compile(r"(?<![\d.:])24(?=[时点]|:00)"), re.compile(r"\bmidnight\b", re.I)),
    (Decimal(24), re.compile(r"(?<![\d.:])24(?=\s?小时)"), re.compile(r"\b(?:a?round|round-)[\s-]the[\s-]clock\b", re.I)),
)
"""Hours for which English has a word, with what says them in Chinese, and the word."""
_ALWAYS, _DAYS = re.compile(r"(?<![\d/])24/7(?![\d/])"), re.compile(r"7\s?[×xX*天]|[×xX*]\s?7")


def clock_hours(zh: str, en: str) -> Iterator[tuple[Value, Value]]:
    """Pairs of a Chinese and an English hour of the afternoon, one by a clock of 24 hours and one of 12."""
    zh, en = plain(zh), plain(en)
    said = {Decimal(found[0]) for found in _AFTERNOON.finditer(zh)}
    for found in _PM.finditer(en):
        hour = Decimal(found["hour"])
        if hour + _NOON in said:
            yield Value(hour + _NOON), Value(hour)
    late = {Decimal(hour) for found in _LATE.finditer(zh) for hour in found.groups() if hour}
    for found in _BY_24.finditer(en):
        hour = Decimal(found["hour"])
        if hour - _NOON in late:
            yield Value(hour - _NOON), Value(hour)


def hours_in_words(zh: str, en: str) -> Iterator[Value]:
    """The hours of a Chinese text for which the English has a word: noon, midnight, around the clock."""
    folded = plain(zh)
    for number, counted, word in _NAMED:
        if counted.search(folded):
            yield from (Value(number) for _ in word.findall(en))


def as_hours(zh: str, en: str) -> str:
    """An English text in which 24/7 has the numbers that the Chinese has."""
    return _ALWAYS.sub("24 hours, 7 days" if _DAYS.search(zh) else "24 hours", en)
