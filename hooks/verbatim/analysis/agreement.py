"""Do the two languages say the same?  Numbers, and the words that carry a promise, counted in both lines of a pair."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ..model import LANGS, Lang, RequiredCounterpart, Segment
from ..text.matching import alternation
from ..text.numerals import Value, han_value, numerals, values

_ADDED = re.compile(r"\[[^\]]*\]")  # what the translator added is in square brackets


@dataclass(frozen=True)
class Missing:
    """Something that one line of a pair contains and the other does not; ``what`` names it, ``lang`` is where it is missing."""

    segment: Segment
    what: str
    lang: Lang


@dataclass(frozen=True)
class Agreement:
    """How much was compared, and what does not agree."""

    compared: int
    missing: tuple[Missing, ...]


def numbers(segments: Iterable[Segment]) -> Agreement:
    """Each number in digits is in both lines with the same value.

    In English a number in digits may also render a Chinese numeral ("4 areas"), and years added in brackets do not count.
    """
    compared, missing = 0, []
    for segment in segments:
        chinese, english = (Counter(values(_ADDED.sub("", segment[lang].text), lang)) for lang in LANGS)
        spelled = Counter(Value(han_value(one.text)) for one in numerals(segment.zh.text) if one.value is None)
        compared += chinese.total()
        missing += [Missing(segment, str(value), "en") for value in (chinese - english).elements()]
        missing += [Missing(segment, str(value), "zh") for value in (english - chinese - spelled).elements()]
    return Agreement(compared, tuple(missing))


def words(segments: Iterable[Segment], echoes: Mapping[str, RequiredCounterpart]) -> Agreement:
    """Each Chinese word of a closed list has a counterpart of its list in the twin, as often as it appears."""
    compared, missing = 0, []
    for segment in segments:
        for echo in echoes.values():
            there = len(_words(echo.zh, "").findall(segment.zh.text))
            compared += there
            if there and there > len(_words(echo.en, r"\b").findall(segment.en.text)):
                missing.append(Missing(segment, echo.zh[0], "en"))
    return Agreement(compared, tuple(missing))


@cache
def _words(forms: tuple[str, ...], bound: str) -> re.Pattern[str]:
    """A pattern of any of the forms, none counted inside another."""
    return re.compile(rf"{bound}(?:{alternation(forms)}){bound}", re.I)
