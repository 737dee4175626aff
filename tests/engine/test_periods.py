"""Months, quarters and halves in words of time."""

from __future__ import annotations

import datetime

import pytest

from verbatim.analysis.register import time_text
from verbatim.data.tables import exports
from verbatim.model import Deadline, Lang, Pair, PeriodKind, Time, Where
from verbatim.model.addresses import Published
from verbatim.text.numerals import plain
from verbatim.text.periods import relative, span_at, stated
from verbatim.text.years import as_meant
from verbatim.text.years import stated as stated_years

from .example import corpus, several

HERE = Where("a.yml", 1)
WORDS = Pair(HERE, "詞", "words")


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("今年6月底前", "zh", [("month", 6)]),
        ("十二月", "zh", [("month", 12)]),
        ("13月", "zh", []),
        ("3個月內", "zh", []),
        ("第三季度", "zh", [("quarter", 3)]),
        ("2季", "zh", [("quarter", 2)]),
        ("一年四季", "zh", []),
        ("三月來", "zh", []),
        ("兩個季度", "zh", []),
        ("上半年和下半年", "zh", [("half", 1), ("half", 2)]),
        ("3月至6月", "zh", [("month", 3), ("month", 6)]),
        ("3—6月", "zh", [("month", 3), ("month", 6)]),
        ("3到6個月", "zh", []),
        ("by the end of June", "en", [("month", 6)]),
        ("in the 3rd quarter", "en", [("quarter", 3)]),
        ("the first and second quarters", "en", [("quarter", 1), ("quarter", 2)]),
        ("in Q4", "en", [("quarter", 4)]),
        ("the second half", "en", [("half", 2)]),
        ("a quarter of them", "en", []),
    ],
)
def test_periods_are_found_in_both_languages(text: str, lang: Lang, found: list[tuple[PeriodKind, int]]) -> None:
    assert stated(text, lang) == found


def test_next_month_is_that_of_the_event() -> None:
    words, day = corpus().vocabulary, datetime.date(2033, 12, 5)

    assert relative(words, "下个月", "zh", day) == [(2034, "month", 1)]
    assert relative(words, "this quarter", "en", day) == [(2033, "quarter", 4)]
    assert relative(words, "下季", "zh", day) == [(2034, "quarter", 1)]
    assert relative(words, "下個月", "zh", None) == []


@pytest.mark.parametrize(
    ("by", "zh", "en", "ends", "code"),
    [
        (Deadline(HERE, 2033, words=WORDS), "2033", "2033", (2033, 12), "2033"),
        (Deadline(HERE, 2033, 6, words=WORDS), "2033年6月", "June 2033", (2033, 6), "2033-06"),
        (Deadline(HERE, 2033, quarter=3, words=WORDS), "2033年第三季", "third quarter of 2033", (2033, 9), "2033-Q3"),
        (Deadline(HERE, 2033, half=1, words=WORDS), "2033年上半年", "first half of 2033", (2033, 6), "2033-H1"),
        (Deadline(HERE, 2035, words=WORDS, since=Time(HERE, 2033)), "2033至2035", "2033 to 2035", (2035, 12), "2035"),
    ],
)
def test_a_time_is_shown_as_precisely_as_it_is_stated(by: Deadline, zh: str, en: str, ends: tuple[int, int], code: str) -> None:
    assert (time_text(corpus(), by, "zh"), time_text(corpus(), by, "en"), by.ends, by.code) == (zh, en, ends, code)


def test_tables_have_a_column_for_periods_only_where_there_are_any() -> None:
    assert ",time_period," in exports(several(), Published())["targets.csv"].split("\n")[0]
    assert '"period": "2036-Q3"' in exports(several(), Published())["targets.json"]


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("2033-34年度", "zh", [2033, 2034]),
        ("2033—2034年", "zh", [2033, 2034]),
        ("2033-34人,34年", "zh", [1945]),
        ("民國113至114年", "zh", [2024, 2025]),
        ("in 2033–34", "en", [2033, 2034]),
        ("in 2033-34%", "en", [2033]),
    ],
)
def test_the_end_of_a_span_of_years_may_have_two_digits(text: str, lang: Lang, found: list[int]) -> None:
    assert stated_years(text, lang) == found


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("從9月20日到11月底前完成", "9月20日到11月底前"),
        ("2033年3月1日起至2034年6月30日止發給", "2033年3月1日起至2034年6月30日止"),
        ("今年6—8月", "今年6—8月"),
        ("在6至8月", "6至8月"),
        ("8:30至9月1日", ""),
        ("9月到港", ""),
    ],
)
def test_a_span_of_months_is_found_by_a_place_in_it(text: str, span: str) -> None:
    found = span_at(plain(text), text.index("月") - 1)

    assert (text[slice(*found)] if found else "") == span


@pytest.mark.parametrize(
    ("zh", "en", "read"),
    [
        ("今年修好兩座橋。", "Two bridges are mended in 2031.", "Two bridges are mended in this year."),
        ("去年開了三條線。", "In 2030, three lines opened.", "In last year, three lines opened."),
        ("全年載客一百萬人次。", "It carried a million passengers in 2031.", "It carried a million passengers in this year."),
        ("今年修好兩座橋。", "Two bridges are mended in 2032.", "Two bridges are mended in 2032."),
        ("今年有2031人報名。", "This year 2031 people enrolled.", "This year 2031 people enrolled."),
        ("今年，也就是2031年。", "This year, that is, 2031.", "This year, that is, 2031."),
        ("今年修好兩座橋。", "Two bridges are mended this year [2031].", "Two bridges are mended this year [2031]."),
        ("今年的年度預算。", "The budget of 2031–32.", "The budget of 2031–32."),
        ("修好兩座橋。", "Two bridges are mended in 2031.", "Two bridges are mended in 2031."),
    ],
)
def test_a_year_in_english_is_read_as_the_words_that_mean_it(zh: str, en: str, read: str) -> None:
    assert as_meant(corpus().vocabulary.years, zh, en, 2031) == read
