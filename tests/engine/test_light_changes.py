from __future__ import annotations

import dataclasses

import pytest

from verbatim.analysis.light_changes import is_light, is_light_entry
from verbatim.model import Lang, Line, Pair, Segment

from .example import corpus, transcript

FARES = transcript().segments["q1-a2-1"]
DISCOUNTS = next(one for one in transcript().entries if one.id == "fare-discounts")


def pair(lang: Lang, text: str) -> Segment:
    """The pair about fares with another text in one language."""
    line = Line(29, "", text)
    return dataclasses.replace(FARES, zh=line) if lang == "zh" else dataclasses.replace(FARES, en=line)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("First, the “port” has 40 berths.", 'first: The "port" has 40 berths!'),
        ("the residents’ harbour", "the residents' harbor"),
        ("they explore, step by step, fares", "they explore step by step fares"),
    ],
    ids=["marks", "spelling", "commas"],
)
def test_marks_capitals_and_spelling_leave_the_words(before: str, after: str) -> None:
    assert is_light(pair("en", before), pair("en", after), corpus())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("trams run daily", "trams run weekly"),
        ("the line is seldom closed", "the line is rarely closed"),
        ("the line was closed", "the line was allegedly closed"),
        ("the line is 400 long", "the line is 400m long"),
        ("it received 400 boats", "it received 400 tons of boats"),
        ("the line is closed", "the line is half-closed"),
        ("they build the depot", "they demolish the depot"),
        ("they build the depot.", "they build the depot?"),
        ("the port will open", "will the port open"),
        ("a tenth, or 10%", "a tenth, or 10"),
        ("3–5 trams", "35 trams"),
        ("residents told US", "residents told us"),
        ("a few residents", "few residents"),
        ("the depot on the hill", "the depot and the stop on the hill"),
        ("trams on the hill", "trams on the pier"),
    ],
)
def test_any_other_change_of_words_is_asked_for(before: str, after: str) -> None:
    assert not is_light(pair("en", before), pair("en", after), corpus())


@pytest.mark.parametrize(
    ("text", "light"), [("二是探索電車票價優惠 。", False), ("二是探索電車票價優惠？", False), ("二是探索电车票价优惠。", True)]
)
def test_each_sign_of_the_chinese_counts_in_either_script(text: str, light: bool) -> None:
    assert is_light(FARES, pair("zh", text), corpus()) == light


def test_renderings_that_the_glossary_has_of_a_term_are_one_word() -> None:
    term = dataclasses.replace(corpus().terms["seaside-line"], forms_en=("Beach Line",))
    known = dataclasses.replace(corpus(), terms={term.id: term})
    before, after = (
        dataclasses.replace(pair("en", f"We like {form}."), zh=Line(29, "", f"我們喜歡{term.zh}。")) for form in term.forms("en")
    )

    assert is_light(before, after, known)
    assert not is_light(pair("en", before.en.text), pair("en", after.en.text), known), "the Chinese has another word"


def test_what_nobody_compared_is_not_light() -> None:
    assert not is_light(None, FARES, corpus())
    assert not is_light_entry(None, DISCOUNTS, corpus())


def test_an_entry_is_light_only_where_its_own_words_stay() -> None:
    def saying(en: str) -> Pair:
        return dataclasses.replace(DISCOUNTS.what, en=en)

    assert is_light_entry(DISCOUNTS, dataclasses.replace(DISCOUNTS, what=saying("Tram fare discounts")), corpus())
    assert not is_light_entry(DISCOUNTS, dataclasses.replace(DISCOUNTS, what=saying("no tram fare discounts")), corpus())
    assert not is_light_entry(DISCOUNTS, dataclasses.replace(DISCOUNTS, strength="ensure"), corpus())
