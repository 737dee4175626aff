"""The years that words of time state: of the common era (2025年, by 2025) and of the Republic of China (民國114年, 114年)."""

from __future__ import annotations

import re

from ..model import Lang, YearWords
from .matching import folded, occurrences
from .numerals import Numeral, numerals, plain

FIRST = 1911
"""What is added to a year of the Republic of China, whose first is 1912, to give that of the common era."""
YEAR_IN_DIGITS = re.compile(r"(?:19|20)\d\d")
"""A number that is taken for a year wherever it counts nothing."""
NUMBER = r"(?:1[89]|2[01])\d\d"
"""The number of a year, as a pattern."""
_YEAR = re.compile(r"\s?\)?学?年(?!内|间|来|后|以|期|多|余)")
_DEADLINE = re.compile(r"\s?年以前")
"""Before which a number is a year if it has three digits or four: 三年以前 is no year."""
OF_NO_COUNT = r"(?<![\d零〇一二两三四五六七八九十百几数])"
"""What stands not before 年内 and the like where they mean a year (四年内 is a count)."""
_REPUBLIC = re.compile(r"民国\s?\Z")
_LENGTH = re.compile(r"(?:未来|接下来|[今往]后|过去|近|连续|[每第这头前后])的?\s?\Z")
"""What stands before a length of years, or before the number of a year of a plan (未來三年, 第三年), which is no year of the Republic."""
_IN_ENGLISH = re.compile(rf"(?<![\d,.]){NUMBER}(?![\d,%]|\.\d)")
_SHORT_END = re.compile(r"[–‐‑-](\d\d)(?![\d%]|\.\d)")
_SPAN = re.compile(r"\s?[—–‐‑~-]\s?|[至到]")
_WORDS = {-2: "the year before last", -1: "last year", 0: "this year", 1: "next year"}
"""How English says the years that Chinese words mean, by how far they are from that of an event."""
_ALONE = re.compile(rf"(?<![\d,.\[–‐‑-]){NUMBER}(?![\d,%\]–‐‑-]|\.\d)|(?<![\d.]){NUMBER}(?=,\s)")
"""A year in English that is no end of a span, and that nobody added in brackets."""


def of_the_republic(text: str) -> list[int]:
    """The years in a Chinese text that are, or without 民國 may be, years of the Republic, in order, as they are counted there."""
    return [number for number, _ in _years(text) if number < 1000]


def stated(text: str, lang: Lang) -> list[int]:
    """The years that a text states, in order, in the common era; a short one without 民國 is taken as a year of the Republic."""
    if lang == "en":
        return [int(year) for found in _IN_ENGLISH.finditer(text) for year in _both(found)]
    return [number + FIRST if republic or number < 1000 else number for number, republic in _years(text)]


def meant(words: YearWords, text: str, year: int) -> set[int]:
    """The years that words such as “this year” in a Chinese text, of either script, mean in an event of ``year``.

    What directly follows another year is of that one: the end of next year is none of this year.
    """
    named = ((-2, words.before_last), (-1, words.last), (0, words.this), (1, words.next))
    found = {distance: [span for form in forms for span in occurrences(folded(form), folded(text))] for distance, forms in named}
    ends = {end for distance, spans in found.items() if distance for _, end in spans}
    found[0] = [(start, end) for start, end in found[0] if not ends & {start, start + 1}]
    return {year + distance for distance, spans in found.items() if spans}


def as_meant(words: YearWords, chinese: str, english: str, year: int) -> str:
    """An English text with years as words where only words of the Chinese mean them: “this year” of an event is later “in 2031”."""
    if not _ALONE.search(english):  # most texts name none
        return english
    said = {*stated(chinese, "zh"), *(numeral.value for numeral in numerals(chinese))}
    told = {one: _WORDS[one - year] for one in meant(words, chinese, year) - said}
    return _ALONE.sub(lambda found: told.get(int(found[0]), found[0]), english) if told else english


def _years(text: str) -> list[tuple[int, bool]]:
    """The numbers before 年 in a Chinese text, with the first year of a span, and whether 民國 comes before."""
    folded, found = plain(text), []
    years = numerals(text)
    for at, numeral in enumerate(years):
        if at and _is_short_end(years[at - 1], numeral, folded):
            found.append((int(f"{years[at - 1].text[:2]}{numeral.text}"), False))
            continue
        following = years[at + 1] if at + 1 < len(years) else None
        span = following and _SPAN.fullmatch(folded, numeral.end, following.start) and _YEAR.match(folded, following.end)
        whole = numeral.value is not None and numeral.value > 0 and numeral.value == numeral.value.to_integral_value()
        if numeral.value is not None and numeral.value < 100 and _LENGTH.search(folded, 0, numeral.start):
            continue
        if (
            whole
            and numeral.value is not None
            and (span or _YEAR.match(folded, numeral.end) or (numeral.value >= 100 and _DEADLINE.match(folded, numeral.end)))
        ):
            found.append((int(numeral.value), _REPUBLIC.search(folded, 0, numeral.start) is not None))
    return found


def _is_short_end(first: Numeral, last: Numeral, text: str) -> bool:
    """Whether a number is the end of a span of years with two digits only (2033-34年度)."""
    written = first.arabic and last.arabic and (len(first.text), len(last.text)) == (4, 2)
    return written and _SPAN.fullmatch(text, first.end, last.start) is not None and _YEAR.match(text, last.end) is not None


def _both(found: re.Match[str]) -> tuple[str, ...]:
    """A year in English, and the end of a span with two digits only behind it (2033–34)."""
    end = _SHORT_END.match(found.string, found.end())
    return (found[0], f"{found[0][:2]}{end[1]}") if end else (found[0],)
