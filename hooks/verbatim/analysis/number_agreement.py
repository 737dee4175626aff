"""Numbers that both lines of a pair state, whatever each writes them as: digits, words, dates, measures, discounts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from ..model import Segment
from ..text import ratios, years
from ..text.clock_hours import as_hours, clock_hours, hours_in_words
from ..text.decades import centenaries, in_decades
from ..text.discounts import told
from ..text.durations import miscounted
from ..text.english_numbers import months, ordinals
from ..text.local_measures import converted, unconverted
from ..text.multiples import multiples
from ..text.numbered_names import numbers_in_names, numbers_repeated
from ..text.numerals import DASH, Value, numerals, plain, spelled, value, values
from ..text.ranges import exchanged
from ..text.shared_signs import as_shared, shared_signs
from .agreement import Agreement, Missing, as_it_is, parts

_ADDED = re.compile(r"\[[^\]]*\]")  # what the translator added is in square brackets
_ON_THE_HOUR = re.compile(r"(?<=\d)[:：]00(?!\d)")  # 10:00 is 10時
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{2})(?=\s?[ap]\.?m\b)", re.I)  # 3.15pm is 3時15分, and no 3.15
_PLANS = re.compile("十[一二三四五六七八九](?=五)")  # 十四五 is the 14th Five-Year Plan
_TO_ONE, _EACH = re.compile(r"\d[:：]1(?![\d.])"), re.compile(r"\b(?:per|each|every)\b", re.I)
"""A ratio to one, and the English words for “one” in it (2.4 vehicles per charging point)."""
_MONTH = re.compile(rf"(?:{DASH['zh']}\d{{1,2}})?\s?月")  # both ends of 1至8月 are months

_Both = tuple[Counter[Value], Counter[Value]]
"""Numbers of the Chinese and of the English."""


def numbers(segments: Iterable[Segment], read: Callable[[str, str], str] = as_it_is) -> Agreement:
    """Each number in digits is in both lines with the same value, in a row of a table in the same cell.

    A number in digits may be a word in the other ("4 areas" for 四個方面, "five" or "fifth" for 5), a month its name, a year of the
    Republic (民國112年, 112年) one of the common era (2023), and a ratio two numbers (萬分之二, "2 in 10,000"); some are said otherwise
    (18時, 6 pm; 斤 in tons).  Years added in brackets do not count.  The ends of a range are in one order, and a number counts the same
    unit of time.
    """
    compared, missing = 0, list[Missing]()
    for part in parts(segments, read):
        zh = _ON_THE_HOUR.sub("時", _ADDED.sub("", part.zh))
        en = as_hours(zh, _ON_THE_HOUR.sub("", _ADDED.sub("", _DOTTED.sub(r"\1:\2", part.en))))
        chinese, english = Counter(values(zh, "zh")), Counter(values(en, "en"))
        if chinese != english:
            zh = in_decades(zh, en)
            chinese = Counter(values(zh, "zh"))
            en = ratios.as_stated(en, {*(chinese + Counter(spelled(zh, "zh")) - english)})  # what is said already is no ratio
            english = Counter(values(en, "en"))
        compared += (chinese | english).total()
        only_zh, only_en = _unanswered(zh, en, (chinese - english, english - chinese))
        missing += [Missing(part.segment, str(one), "en", cell=part.cell) for one in only_zh.elements()]
        missing += [Missing(part.segment, str(one), "zh", cell=part.cell) for one in only_en.elements()]
        apart = (*exchanged(zh, as_shared(en)), *miscounted(zh, en), *unconverted(zh, en))
        missing += [Missing(part.segment, one, "en", cell=part.cell) for one in apart]
    return Agreement(compared, tuple(missing))


def _unanswered(zh: str, en: str, only: _Both) -> _Both:
    """Of the numbers that one of two texts ``only`` has in digits, those that the other does not say in another way."""
    only_zh, only_en = _without_restated(zh, en, only)
    discounts = [*told(zh, en)] if only_zh or only_en else []
    if only_zh:
        said = [
            *spelled(en, "en"),
            *map(Value, ordinals(en)),
            *(number for number, _ in discounts),
            *hours_in_words(zh, en),
            *centenaries(zh, en),
        ]
        only_zh -= Counter(said) + _months_in_both(zh, en) + _ones_of_ratios(zh, en)
    if only_en:
        said = [*spelled(zh, "zh"), *_multiples(zh), *_plans(zh), *(percentage for _, percentage in discounts)]
        only_en -= Counter(said) + numbers_in_names(zh, en) + numbers_repeated(zh, en)
    return only_zh, only_en


def _without_restated(zh: str, en: str, only: _Both) -> _Both:
    """The numbers without pairs of them that state the same, one in each language."""
    only_zh, only_en = only
    if only_zh and only_en:
        for given, written in (*clock_hours(zh, en), *shared_signs(en), *converted(zh, en, only_zh, only_en), *_years(zh)):
            if only_zh[given] > 0 and only_en[written] > 0:
                only_zh, only_en = only_zh - Counter([given]), only_en - Counter([written])
    return only_zh, only_en


def _years(zh: str) -> Iterator[tuple[Value, Value]]:
    """The years of the Republic that a Chinese text names, each with the one of the common era that it is."""
    return ((Value(Decimal(year)), Value(Decimal(year + years.FIRST))) for year in years.of_the_republic(zh))


def _months_in_both(zh: str, en: str) -> Counter[Value]:
    """The months that the Chinese gives by number (6月) and the English by name (June)."""
    folded = plain(zh)
    given = Counter(numeral.worth for numeral in numerals(zh) if numeral.worth and numeral.arabic and _MONTH.match(folded, numeral.end))
    return given & Counter(Value(Decimal(month)) for month in months(en))


def _ones_of_ratios(zh: str, en: str) -> Counter[Value]:
    """The ones of ratios that English tells with a word (per)."""
    return Counter({Value(Decimal(1)): min(len(_TO_ONE.findall(zh)), len(_EACH.findall(en)))})


def _multiples(zh: str) -> Iterator[Value]:
    """What English may multiply by where the Chinese has a multiple in words: of 翻兩番, 4."""
    return (Value(Decimal(times)) for _, _, times in multiples(plain(zh), "zh"))


def _plans(zh: str) -> Iterator[Value]:
    """The numbers of the five-year plans that the Chinese may name."""
    return (value(found, "zh") for found in _PLANS.findall(plain(zh)))
