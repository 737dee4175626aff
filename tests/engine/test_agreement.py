"""Numbers that the two lines of a pair say in different ways."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specimens import specimens
from verbatim.analysis.counterparts import compared, count, counter, finder, spans
from verbatim.analysis.line_shape import compared as shapes
from verbatim.analysis.number_agreement import numbers
from verbatim.model import Line, Segment
from verbatim.text.weight import occurrences

from .example import corpus, transcript
from .test_register_sentences import AT
from .test_tables import Row, table


@pytest.mark.parametrize(
    ("zh", "en", "missing"),
    [
        ("1至8月開行電車。", "Trams ran from January to August.", []),
        ("1月—8月開行電車。", "Trams ran in January–August.", []),
        ("1至8月開行電車。", "Trams ran from February to August.", [("1", "en")]),
        ("1至8列電車。", "Trams ran from January to August.", [("1", "en"), ("8", "en")]),
        ("海鷗四號渡輪下水並試航。", "The ferry Gull-4 was launched, and Gull-4 went on a trial run.", []),
        ("海鷗四號渡輪下水並試航。", "The ferry Gull-4 was launched, and Gull-5 went on a trial run.", [("5", "zh")]),
        ("海鷗四號渡輪與海鷗五號會合。", "The ferry Gull-4 met Gull-4.", [("4", "zh")]),
        ("海鷗號渡輪下水並試航。", "The ferry Gull-4 was launched, and Gull-4 went on a trial run.", [("4", "zh")]),
    ],
)
def test_numbers_of_months_and_of_names_are_said_as_each_language_does(zh: str, en: str, missing: list[tuple[str, str]]) -> None:
    segment = transcript().segments[AT]
    pair = replace(segment, zh=replace(segment.zh, text=zh), en=replace(segment.en, text=en))

    assert [(one.what, one.lang) for one in numbers([pair]).missing] == missing


@pytest.mark.parametrize(
    ("echo", "en", "answered"),
    [
        ("no_more_than", "The fee cannot exceed RMB 3.", True),
        ("no_more_than", "No household pays more than RMB 3.", True),
        ("no_more_than", "It won’t last longer than 3 days.", True),
        ("no_more_than", "It may exceed RMB 3.", False),
        ("no_more_than", "The fee is no less than RMB 3.", False),
        ("no_more_than", "It not only goes above 3 but beyond 4.", False),
        ("no_more_than", "It did not fall and is more than 3.", False),
        ("or_less", "The rate is kept below 3.", True),
        ("or_less", "The rate is no less than 3.", False),
        ("or_less", "The rate is not below 3.", False),
        ("over", "It is more than 3.", True),
        ("over", "It is no more than 3.", False),
        ("over", "It is not over 3.", False),
        ("no_less_than", "It is not below 3.", True),
        ("no_more_than", "We will not rest until it is above 3.", False),
        ("no_more_than", "It shall rise without delay above 3.", False),
        ("no_less_than", "There can’t be fewer than 3.", True),
        ("no_less_than", "There are fewer than 3.", False),
        ("no_later_than", "It must not be handed in later than June.", True),
        ("no_later_than", "It is finished by mid-June.", True),
        ("no_later_than", "It is finished by the city after June.", False),
    ],
)
def test_a_limit_is_answered_by_a_negation_some_words_before_its_measure(echo: str, en: str, answered: bool) -> None:
    assert bool(occurrences(corpus().vocabulary.echoes[echo], en, "en")) == answered


@pytest.mark.parametrize(
    ("zh", "en", "missing"),
    [
        ("有關停車的規定已經修改。", "The rules on parking have been changed.", []),
        ("機關閉門開會。", "The office met behind closed doors.", []),
        ("颱風來臨時請留在室內。", "Please stay indoors when the typhoon comes.", []),
        ("全市長者免費。", "Older people of the city go free.", []),
        ("全省長江沿線。", "Along the river in the province.", []),
        ("交通常態化管制。", "Permanent controls of traffic.", []),
        ("他是否認識她？", "Does he know her?", []),
        ("不可否認,問題仍在。", "Admittedly, problems remain.", []),
        ("用電量創歷史新高。", "Electricity use hit an all-time high.", []),
        ("用電量創歷史新高。", "Electricity use hit a record low.", ["歷史新高"]),
        ("出口同比增長。", "Exports grew on last year.", []),
        ("出口同比增長。", "Exports grew again.", ["同比"]),
        ("通常收費。", "A fee is rarely charged.", ["通常"]),
        ("淡季票價低。", "Fares are low in the peak season.", ["淡季"]),
        ("申請最遲6月提交。", "Applications must not be submitted after June.", []),
    ],
)
def test_words_of_the_lists_ask_for_their_meaning_and_not_inside_other_words(zh: str, en: str, missing: list[str]) -> None:
    segment = transcript().segments[AT]
    pair = replace(segment, zh=replace(segment.zh, text=zh), en=replace(segment.en, text=en))

    assert [one.what for one in compared([pair], corpus().counterparts).missing] == missing


@pytest.mark.parametrize(
    ("zh", "en", "missing"),
    [
        ("他說:「我們會再檢討,儘快公布。」", "He said, “We will look into it again and publish it soon.”", False),
        ("他說:「我們會再檢討,儘快公布。」", "He said, ‘We will look into it again and publish it soon.’", False),
        ("他說:「我們會再檢討,儘快公布。」", "He said we’ll look into it again and publish it soon.", True),
        ("我們推動「海濱電車與社區閱讀推廣計畫」。", "We promote the Seaside Tram and Community Reading Program.", False),
        ("我們要「走在前,開新局」。", "We will take the lead and open up new prospects.", False),
        ("書車」已經開行,不收費。", "The book tram has started and is free.", False),
    ],
)
def test_clauses_that_the_chinese_quotes_are_quoted_in_english(zh: str, en: str, missing: bool) -> None:
    segment = transcript().segments[AT]
    pair = replace(segment, zh=replace(segment.zh, text=zh), en=replace(segment.en, text=en))

    found = [one.what for one in shapes([pair], None, corpus().vocabulary.years).missing]

    assert ("quoted words" in found) == missing


@pytest.mark.parametrize("row", table("pairs"))
def test_numbers_that_one_line_of_a_pair_lacks_are_found(row: Row) -> None:
    segment = transcript().segments[AT]
    pair = replace(segment, zh=replace(segment.zh, text=row["zh"]), en=replace(segment.en, text=row["en"]))

    assert [[one.what, one.lang] for one in numbers([pair]).missing] == row["missing"]


@given(
    st.integers(1, 99),
    st.sampled_from([("千", "1,000"), ("千", "thousand"), ("萬", "10,000"), ("萬", "ten thousand"), ("百萬", "million")]),
    st.sampled_from(["per", "in", "out of", "in every"]),
    st.integers(0, 1),
)
def test_a_ratio_agrees_with_the_same_one_in_english_and_with_no_other(number: int, out_of: tuple[str, str], join: str, more: int) -> None:
    segment = transcript().segments[AT]
    zh, en = f"故障率為{out_of[0]}分之{number}。", f"The failure rate is {number + more} {join} {out_of[1]}."
    pair = replace(segment, zh=replace(segment.zh, text=zh), en=replace(segment.en, text=en))

    assert bool(numbers([pair]).missing) == bool(more)


def row_of(zh: Sequence[str], en: Sequence[str]) -> Segment:
    """A row of a table in both languages."""
    chinese, english = (Line(1, "", "\t".join(cells), form="row") for cells in (zh, en))
    return replace(transcript().segments[AT], zh=chinese, en=english)


@given(
    st.lists(st.integers(0, 999), min_size=1, max_size=5, unique=True).flatmap(lambda one: st.tuples(st.just(one), st.permutations(one)))
)
def test_a_number_of_a_row_is_missing_in_each_cell_that_has_another(rows: tuple[list[int], list[int]]) -> None:
    zh, en = rows
    found = numbers([row_of([f"{one}列" for one in zh], [f"{one} trams" for one in en])])

    assert [(one.lang, one.cell, one.what) for one in found.missing] == [
        (lang, cell, str(what))
        for cell, pair in enumerate(zip(zh, en, strict=True), 1)
        if len({*pair}) > 1
        for lang, what in zip(("en", "zh"), pair, strict=True)
    ]
    assert found.compared == len(zh) + sum(one != other for one, other in zip(zh, en, strict=True))


def test_a_row_with_more_cells_in_one_language_is_compared_as_a_line() -> None:
    assert numbers([row_of(["3列", "5列"], ["5 trams and 3 trams"])]).missing == ()


def test_a_word_of_a_cell_is_missing_where_the_row_has_it() -> None:
    row = row_of(["穩定", "3列", "穩定開行"], ["Stable", "3 trams", "In service"])

    [missing] = [one for one in compared([row], corpus().counterparts).missing if one.lang == "en"]

    assert (missing.what, missing.cell, missing.places) == ("穩定", 3, ((6, 8),))


@pytest.mark.parametrize(
    ("zh", "en", "missing"),
    [
        ("行人優先。", "Pedestrians come first.", []),
        ("品質優先。", "Quality first.", []),
        ("品質重要。", "Quality first.", ["first"]),
        ("碼頭一律重建。", "Piers must be rebuilt.", []),
        ("碼頭重建。", "Piers must be rebuilt.", ["must"]),
        ("5號線一期", "Line 5, first phase", []),
        ("逾期的責任由我們承擔。", "We bear the responsibility for a delay.", []),
        ("充電樁不足。", "There are too few charging points.", []),
        ("我先介紹這些。", "That is all from me for now.", []),
        ("碼頭在漲潮時開放。", "All piers are open at high tide.", ["all"]),
        ("何時在全國推開？", "When will it be extended to the whole country?", []),
        ("何時推開？", "When will it be extended to the whole country?", ["whole country"]),
        ("請問衛生健康委。", "A question for the National Health Commission.", []),
        ("請問委員會。", "A question for the national commission.", ["national"]),
        ("截至今年2月底，有三座。", "By the end of February this year, there were three.", []),
    ],
)
def test_an_english_word_is_answered_by_what_says_the_same_in_chinese(zh: str, en: str, missing: list[str]) -> None:
    segment = transcript().segments[AT]
    pair = replace(segment, zh=replace(segment.zh, text=zh), en=replace(segment.en, text=en))

    found = compared([pair], corpus().counterparts).missing

    compared_here = {"first", "must", "all", "whole country", "national", "this year", "delay*", "points"}
    assert [one.what for one in found if one.lang == "zh" and one.what in compared_here] == missing


@pytest.mark.parametrize(
    ("zh", "asked"), [("違規的三年內不得營運。", 0), ("兩年之內不再新建。", 0), ("三年內建成。", 1), ("在3天內不斷改善。", 1)]
)
def test_a_ban_for_a_time_is_no_limit_that_english_has_to_answer(zh: str, asked: int) -> None:
    assert occurrences(specimens().corpus.vocabulary.echoes["within"], zh, "zh") == asked


@pytest.mark.parametrize("en", ["the whole of next year", "the whole of last year", "all year"])
def test_a_whole_year_has_several_usual_renderings(en: str) -> None:
    term = specimens().corpus.terms["whole-year"]

    assert any(form in en for form in term.usual_en)


@pytest.mark.parametrize("people", [(), ("阿不都拉", "Abdullah Ahmad")])
def test_what_is_part_of_a_name_is_no_word(people: tuple[str, ...]) -> None:
    segment = next(iter(transcript(corpus()).segments.values()))
    pair = replace(segment, zh=replace(segment.zh, text="請阿不都拉發言。"), en=replace(segment.en, text="Abdullah Ahmad, please speak."))
    person = next(one for one in corpus().people.values() if one.pinyin)
    named = [replace(person, name=replace(person.name, zh=people[0], en=people[1]))] if people else []

    assert ("不" in {one.what for one in compared([pair], corpus().counterparts, named).missing}) is not bool(people)


@pytest.mark.parametrize(
    ("zh", "en", "office", "missing"),
    [
        ("秦處長說過。", "Deputy Director Qin has said so.", "漁港處副處長", []),
        ("秦副處長說過。", "Deputy Director Qin has said so.", "漁港處副處長", []),
        ("秦副處長說過。", "Director Qin has said so.", "漁港處副處長", ["副"]),
        ("秦處長說過。", "Deputy Director Qin has said so.", "漁港處處長", ["deputy"]),
        ("處長說過。", "The deputy director has said so.", "漁港處副處長", ["deputy"]),
    ],
)
def test_a_deputy_who_is_called_without_it_in_chinese_is_one_in_english(zh: str, en: str, office: str, missing: list[str]) -> None:
    segment = next(iter(transcript(corpus()).segments.values()))
    pair = replace(segment, zh=replace(segment.zh, text=zh), en=replace(segment.en, text=en))
    person = next(one for one in corpus().people.values() if one.pinyin and one.family and one.office)
    assert person.family
    assert person.office
    named = replace(person, family=replace(person.family, zh="秦", en="Qin"), office=replace(person.office, zh=office))

    assert [one.what for one in compared([pair], corpus().counterparts, [named]).missing if one.what in {"副", "deputy"}] == missing


WORDS = [form.rstrip("*") for one in corpus().counterparts for form in (*one.zh, *one.en, *one.zh_unless, *one.en_unless)]
BEGUN = st.sampled_from([word[:4] for word in WORDS])
TEXTS = st.lists(st.sampled_from(WORDS) | BEGUN | st.sampled_from(["", " ", "-", "s", "İ", "，", "May ", "not "])).map("".join)


@given(TEXTS, TEXTS)
def test_all_words_of_the_lists_are_found_at_once_as_each_is_alone(zh: str, en: str) -> None:
    listed = corpus().counterparts
    alone = ((place, count(one, "zh", zh), count(one, "en", en)) for place, one in enumerate(listed))

    assert counter(listed)(zh, en) == tuple(one for one in alone if any(one[1:]))
    assert sorted(finder(listed)(zh)) == sorted(span for one in listed if one.asks != "en" for span in spans(one, "zh", zh))


@given(TEXTS)
def test_an_english_word_is_found_wherever_it_is_whole(en: str) -> None:
    for one in corpus().counterparts:
        if not one.en_unless:
            forms = "|".join(sorted((re.escape(form).replace(r"\*", r"\w*") for form in one.en), key=len, reverse=True))
            assert [*spans(one, "en", en)] == [found.span() for found in re.finditer(rf"(?<![\w-])(?:{forms or '(?!)'})(?!\w)", en, re.I)]
