"""Do the two languages say the same?  Numbers, and the words that carry a promise, counted in both lines of a pair."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..model import Lang, RequiredCounterpart, Segment
from ..text import durations, ratios, years
from ..text.cache import Listed, cached
from ..text.discounts import told
from ..text.english_numbers import months, ordinals
from ..text.multiples import multiples
from ..text.numbered_names import numbers_in_names, numbers_repeated
from ..text.numerals import DASH, Value, numerals, plain, spelled, value, values
from ..text.ranges import exchanged
from ..text.restated import restated
from ..text.scripts import HAN_CHARACTER
from ..text.weight import occurrences

REMEMBERED = 8_192
"""Pairs of texts whose words are kept: those of some fifty events, since an edit leaves most as they are."""
_ADDED = re.compile(r"\[[^\]]*\]")  # what the translator added is in square brackets
_ON_THE_HOUR = re.compile(r"(?<=\d)[:：]00(?!\d)")  # 10:00 is 10時
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{2})(?=\s?[ap]\.?m\b)", re.I)  # 3.15pm is 3時15分, and no 3.15
_PLANS = re.compile("十[一二三四五六七八九](?=五)")  # 十四五 is the 14th Five-Year Plan
_TO_ONE, _EACH = re.compile(r"\d[:：]1(?![\d.])"), re.compile(r"\b(?:per|each|every)\b", re.I)
"""A ratio to one, and the English words for “one” in it (2.4 vehicles per charging point)."""
_MONTH = re.compile(rf"(?:{DASH['zh']}\d{{1,2}})?\s?月")  # both ends of 1至8月 are months


@dataclass(frozen=True)
class Missing:
    """Something that one line of a pair contains and the other does not; ``what`` names it, ``lang`` is where it is missing.

    ``places`` are start and end of each time that the Chinese says it, where that is known; ``said`` is the word as the other line has it,
    where it may be another form than ``what``, and ``answers`` are the forms of which one would answer it.  ``cell`` is that of a ``Part``.
    """

    segment: Segment
    what: str
    lang: Lang
    places: tuple[tuple[int, int], ...] = ()
    said: str = ""
    answers: tuple[str, ...] = ()
    cell: int = 0


@dataclass(frozen=True)
class Part:
    """What is compared of a pair: both lines or, of a row of a table, the cells in one place, of which ``cell`` is the number from 1.

    ``start`` is where the part begins in the Chinese line.  The English counts lengths of time as the Chinese does, where they are as long.
    """

    segment: Segment
    zh: str
    en: str
    cell: int = 0
    start: int = 0


@dataclass(frozen=True)
class Agreement:
    """How much was compared, and what does not agree."""

    compared: int
    missing: tuple[Missing, ...]


def given_twice(segment: Segment) -> bool:
    """Whether both lines have one text without Chinese, such as the English of an interpreter or a number: nothing was translated."""
    return segment.zh.text == segment.en.text and not HAN_CHARACTER.search(segment.zh.text)


def as_it_is(_chinese: str, english: str) -> str:
    """An English text as it is."""
    return english


def parts(segments: Iterable[Segment], read: Callable[[str, str], str] = as_it_is) -> Iterator[Part]:
    """The parts of pairs in order; a row whose cells are not as many in both languages is one, and is reported as such (W2).

    ``read`` gives the English beside a Chinese text as it is compared with it.
    """
    for segment in segments:
        zh, en = segment.zh, segment.en
        cells = [*zip(zh.cells, en.cells, strict=False)] if zh.in_table and len(zh.cells) == len(en.cells) else []
        start = 0
        for cell, (chinese, english) in enumerate(cells, 1):
            yield Part(segment, chinese, read(chinese, _counted_alike(chinese, english)), cell, start)
            start += len(chinese) + 1
        if not cells:
            yield Part(segment, zh.text, read(zh.text, _counted_alike(zh.text, en.text)))


@cached(REMEMBERED)
def _counted_alike(chinese: str, english: str) -> str:
    """The English with its lengths of time in the units of the Chinese."""
    return durations.as_stated(chinese, english)


def numbers(segments: Iterable[Segment], read: Callable[[str, str], str] = as_it_is) -> Agreement:
    """Each number in digits is in both lines with the same value, in a row of a table in the same cell.

    A number in digits may be a word in the other ("4 areas" for 四個方面, "five" or "fifth" for 5), a month its name, and a year of the
    Republic (民國112年, 112年) one of the common era (2023), and a ratio two numbers (萬分之二, "2 in 10,000"); others are said otherwise
    (``restated``).  Years added in brackets do not count.  The ends of a range are in one order.
    """
    compared, missing = 0, []
    for part in parts(segments, read):
        zh, en = (_ON_THE_HOUR.sub("", _ADDED.sub("", text)) for text in (part.zh, _DOTTED.sub(r"\1:\2", part.en)))
        chinese, english = Counter(values(zh, "zh")), Counter(values(en, "en"))
        if chinese != english:
            en = ratios.as_stated(en, {*(chinese + Counter(spelled(zh, "zh")) - english)})  # what is said already is no ratio
            english = Counter(values(en, "en"))
        compared += (chinese | english).total()
        only_zh, only_en = chinese - english, english - chinese
        discounts = [*told(zh, en)] if only_en else []
        if only_zh and only_en:
            for given, written in (*restated(zh, en, only_zh, only_en), *_years(zh)):
                if only_zh[given] > 0 and only_en[written] > 0:
                    only_zh[given], only_en[written] = only_zh[given] - 1, only_en[written] - 1
        if only_zh:
            only_zh -= Counter(spelled(en, "en")) + Counter(map(Value, ordinals(en))) + _months_in_both(zh, en)
            only_zh -= Counter(number for number, _ in discounts) + _ones_of_ratios(zh, en)
        if only_en:
            only_en -= (
                Counter(spelled(zh, "zh"))
                + _multiples(zh)
                + _plans(zh)
                + numbers_in_names(zh, en)
                + numbers_repeated(zh, en)
                + Counter(percentage for _, percentage in discounts)
            )
        missing += [Missing(part.segment, str(value), "en", cell=part.cell) for value in only_zh.elements()]
        missing += [Missing(part.segment, str(value), "zh", cell=part.cell) for value in only_en.elements()]
        missing += [Missing(part.segment, one, "en", cell=part.cell) for one in exchanged(zh, en)]
    return Agreement(compared, tuple(missing))


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


def _multiples(zh: str) -> Counter[Value]:
    """What English may multiply by where the Chinese has a multiple in words: of 翻兩番, 4."""
    return Counter(Value(Decimal(value)) for _, _, value in multiples(plain(zh), "zh"))


def _plans(zh: str) -> Counter[Value]:
    """The numbers of the five-year plans that the Chinese may name."""
    return Counter(value(found, "zh") for found in _PLANS.findall(plain(zh)))


def words(segments: Iterable[Segment], echoes: Mapping[str, RequiredCounterpart]) -> Agreement:
    """Each Chinese word of a closed list has a counterpart of its list in the twin, as often as it appears, in a row in the same cell."""
    compared, missing = 0, []
    listed = Listed(tuple(echoes.values()), repr([(one.zh, one.en, one.place, one.inside) for one in echoes.values()]))
    for part in parts(segments):
        for word, there, answered in _answered(listed, part.zh, part.en):
            compared += there
            missing += [Missing(part.segment, word, "en", cell=part.cell)] * (there - answered)
    return Agreement(compared, tuple(missing))


@cached(REMEMBERED)
def _answered(echoes: Listed[tuple[RequiredCounterpart, ...]], chinese: str, english: str) -> tuple[tuple[str, int, int], ...]:
    """The first form of each word of a closed list that a Chinese text says, how often it does, and how often the English answers it."""
    found = ((echo, occurrences(echo, chinese, "zh")) for echo in echoes.value)
    return tuple((echo.zh[0], there, occurrences(echo, english, "en")) for echo, there in found if there)
