"""Numbers that English rightly states otherwise than the Chinese: 18時 as 6 pm, 斤 in tons, “3, 4 and 5 percent” for 3%、4%、5%."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from .han_numbers import han_value
from .numerals import Value, placed, plain

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
    (Decimal(100), re.compile(r"(?<![\d.:])100(?=周年)"), re.compile(r"\bcenten(?:ary|nial)\b", re.I)),
)
"""Numbers of what English has a word for, with what each counts in Chinese, and the word."""
_DECADE = re.compile(r"(?:(?P<century>\d\d|[十二]+)|上个?)世纪(?P<decade>[1-9]0|[一二三四五六七八九]十)年代")
"""A decade of a century by its number, or of the last one."""
_LAST_CENTURY = 20
_ALWAYS, _DAYS = re.compile(r"(?<![\d/])24/7(?![\d/])"), re.compile(r"7\s?[×xX*天]|[×xX*]\s?7")
_JOINED = re.compile(r"(?:,\s+(?:and\s+|or\s+)?|\s+(?:to|and|or)\s+)(?:by\s+)?(?:[A-Z]{2,3}\s?|[A-Z]{0,2}[$€£¥])?")
"""What stands between numbers of which the last alone has the scale or the percent sign."""
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MEASURES = (
    (re.compile(r"[多余]?斤"), re.compile(r"\btons?\b|\btonnes?\b", re.I), Decimal(1) / 2000),
    (re.compile(r"[多余]?斤"), re.compile(r"\bkg\b|\bkilograms?\b|\bkilos?\b", re.I), Decimal("0.5")),
    (re.compile("[多余]?臺斤"), re.compile(r"\bkg\b|\bkilograms?\b|\bkilos?\b", re.I), Decimal("0.6")),
    (re.compile("[多余]?坪"), re.compile(r"\bsquare met(?:er|re)s?\b|\bsq\.? ?m\b", re.I), Decimal(400) / 121),
    (re.compile("[多余]?亩"), re.compile(r"\bhectares?\b|\bha\b", re.I), Decimal(1) / 15),
)
"""Measures of the mainland and Taiwan, what English converts them into, and how many of these one is."""
_NEAR = Decimal("0.005")
"""How far a converted number may be rounded."""


def restated(zh: str, en: str, only_zh: Counter[Value], only_en: Counter[Value]) -> Iterator[tuple[Value, Value]]:
    """Pairs of a number that only the Chinese has and one that only the English has, which state the same."""
    yield from _hours(plain(zh), plain(en))
    yield from _shared(plain(en))
    yield from _converted(plain(zh), plain(en), only_zh, only_en)


def named_otherwise(zh: str, en: str) -> Iterator[Value]:
    """The numbers of a Chinese text for which the English has another word: noon, midnight, around the clock, a centenary."""
    folded = plain(zh)
    for number, counted, word in _NAMED:
        if counted.search(folded):
            yield from (Value(number) for _ in word.findall(en))


def in_decades(zh: str, en: str) -> str:
    """A Chinese text in which 20世紀80年代 is 1980年代 where the English has the decade so (the 1980s)."""
    folded = plain(zh)
    for found in reversed([*_DECADE.finditer(folded)]):
        century = found["century"]
        years = ((han_value(century) if century and not century.isdecimal() else int(century or _LAST_CENTURY)) or 0) - 1
        decade = found["decade"] if found["decade"].isdecimal() else han_value(found["decade"])
        first = f"{years}{decade}"
        if re.search(rf"\b{first}[’']?s\b", en):
            zh = f"{zh[: found.start()]}{first}年代{zh[found.end() :]}"
    return zh


def as_shared(en: str) -> str:
    """An English text in which each number of a list or a change has the percent sign of the last of them."""
    if "%" not in en and "percent" not in en.lower():
        return en
    for end in [end for _, end, meant, _ in _sharing(plain(en)) if meant.percent]:
        en = f"{en[:end]}%{en[end:]}"
    return en


def unconverted(zh: str, en: str) -> list[str]:
    """The numbers of a measure of the mainland that English gives as they are, with a metric unit: 1200斤 as 1,200 kg."""
    chinese, english = plain(zh), plain(en)
    wrong = []
    for measure, unit, _ in _MEASURES:
        if unit.search(english) and measure.search(chinese):
            counted = placed(zh, "zh")
            times = Counter(value for _, _, value in counted)
            metric = {value for _, end, value in placed(en, "en") if english[end : end + 1] in " -" and unit.match(english, end + 1)}
            for start, end, value in counted:
                found = measure.match(chinese, end)
                if found and value in metric and times[value] == 1:
                    wrong.append(zh[start : found.end()])
    return wrong


def as_hours(zh: str, en: str) -> str:
    """An English text in which 24/7 has the numbers that the Chinese has."""
    return _ALWAYS.sub("24 hours, 7 days" if _DAYS.search(zh) else "24 hours", en)


def _hours(zh: str, en: str) -> Iterator[tuple[Value, Value]]:
    """The hours of the afternoon by a clock of 24 hours and by one of 12."""
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


def _shared(en: str) -> Iterator[tuple[Value, Value]]:
    """Numbers of a list or a change as they are with the scale or the percent sign of the last of them, and as they stand."""
    yield from ((meant, value) for _, _, meant, value in _sharing(en))


def _sharing(en: str) -> Iterator[tuple[int, int, Value, Value]]:
    """Start and end of each such number, from the last on, as it is meant and as it stands."""
    following: tuple[int, Value, Decimal] | None = None
    for start, end, value in reversed(placed(en, "en")):
        scale = _scale(en[start:end], value)
        if value.percent or scale != 1:
            following = start, value, scale
        elif following and _JOINED.fullmatch(en, end, following[0]):
            yield start, end, Value(value.number * following[2], following[1].percent), value
            following = start, *following[1:]
        else:
            following = None


def _scale(number: str, value: Value) -> Decimal:
    """What the digits of a number are multiplied by; 1 for a number in words."""
    digits = _DIGITS.match(number)
    own = Decimal(digits[0].replace(",", "")) if digits else value.number
    return value.number / own if own else Decimal(1)


def _converted(zh: str, en: str, only_zh: Counter[Value], only_en: Counter[Value]) -> Iterator[tuple[Value, Value]]:
    """Numbers of a measure of the mainland and the metric numbers that they are."""
    for measure, unit, worth in _MEASURES:
        if unit.search(en):
            for _, end, value in placed(zh, "zh"):
                if only_zh[value] and measure.match(zh, end):
                    metric = value.number * worth
                    yield from ((value, one) for one in only_en if not one.percent and abs(one.number - metric) <= _NEAR * metric)
