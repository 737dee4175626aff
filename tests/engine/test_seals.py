from __future__ import annotations

import dataclasses

import pytest

from verbatim.analysis.deciding import differing
from verbatim.analysis.seals import bearing, difference, entry_difference, renewed, reviewed, seal, sealed, seals_of
from verbatim.model import Lang, Line

from .example import corpus, example, transcript

SEGMENT = transcript().segments["lead-1"]
FARES = transcript().segments["q1-a2-1"]


def test_the_example_is_sealed() -> None:
    assert sealed(transcript().segments.values(), transcript().entries) == example()["data/tram-2031/seals.txt"].decode("utf-8")


def test_a_seal_is_short() -> None:
    assert len(seal(SEGMENT)) == 16


@pytest.mark.parametrize(
    "change",
    [
        {"zh": Line(11, "", SEGMENT.zh.text.replace("今天", "今日"))},
        {"en": Line(11, "", SEGMENT.en.text.replace("This", "The"), SEGMENT.en.emphasis)},
        {"en": Line(11, "", SEGMENT.en.text)},
    ],
    ids=["Chinese", "English", "emphasis"],
)
def test_a_seal_breaks_when_either_line_is_changed(change: dict[str, Line]) -> None:
    assert seal(dataclasses.replace(SEGMENT, **change)) != seal(SEGMENT)  # type: ignore[arg-type]


def test_a_seal_holds_when_a_sentence_only_moves() -> None:
    moved = dataclasses.replace(SEGMENT, address="q9-9", zh=dataclasses.replace(SEGMENT.zh, number=99))

    assert seal(moved) == seal(SEGMENT)


def test_only_what_was_agreed_on_is_sealed_anew_and_nothing_is_lost_meanwhile() -> None:
    text = f"{SEGMENT.address} old\n{FARES.address} older\ngone-1 x\n"

    new = renewed(text, seals_of([SEGMENT, FARES, transcript().segments["q2-1"]], ()), {FARES.address}, "2031-03-05 Me")

    assert new == f"{SEGMENT.address} old\n{FARES.address} {seal(FARES)} 2031-03-05 Me\ngone-1 x\n"
    assert renewed(new, {FARES.address: seal(FARES)}, (), "2031-03-06 Me") == f"{FARES.address} {seal(FARES)} 2031-03-05 Me\n"


def test_who_reviewed_a_pair_stays_beside_its_seal_while_the_words_are_the_same() -> None:
    new = seals_of([SEGMENT, FARES], ())
    assert reviewed("gone-1 x\n", new, {FARES.address}, "2031-03-04 You").endswith(" You\ngone-1 x\n")
    text = reviewed(f"{SEGMENT.address} old\n", new, {FARES.address}, "2031-03-04 You")

    assert text == f"{SEGMENT.address} old\n{FARES.address} reviewed:{seal(FARES)} 2031-03-04 You\n"
    assert renewed(text, new, set(), "2031-03-05 Me") == text
    assert renewed(text, new, {FARES.address}, "2031-03-05 Me").splitlines()[1] == (
        f"{FARES.address} {seal(FARES)} 2031-03-05 Me, reviewed 2031-03-04 You"
    )
    assert renewed(text, {FARES.address: "new"}, {FARES.address}, "2031-03-05 Me") == f"{FARES.address} new 2031-03-05 Me\n"


def test_a_change_is_shown_in_words_and_says_what_it_bears_on() -> None:
    after = dataclasses.replace(FARES, en=Line(29, "", "Second, we will not explore 20 tram fare discounts.", ((0, 6),)))

    assert list(difference(FARES, after)) == ["en: nothing → not", "en: nothing → 20", "en: the italics"]
    assert bearing(FARES, after, corpus()) == ["not (en)", "the numbers (en)"]


@pytest.mark.parametrize(
    ("lang", "before", "after", "found"),
    [
        ("en", "we will build it", "we won’t build it", ["will", "won’t"]),
        ("en", "we will build it", "we won't build it", ["will", "won't"]),
        ("en", "we will build it", "we will refuse to build it", ["refuse"]),
        ("en", "we will build it", "we will hardly build it", ["hardly"]),
        ("en", "we will build it", "we intend to build it", ["will", "intend to"]),
        ("en", "at least 20 trams", "about 20 trams", ["at least", "about"]),
        ("en", "over 20 trams", "under 20 trams", ["over", "under"]),
        ("en", "by 2025", "after 2025", ["by", "after"]),
        ("en", "promote trams", "delay trams", ["delay"]),
        ("en", "all trams and some buses", "some trams and all buses", ["all", "some"]),
        ("en", "Tram lines are useful.", "The tram lines are useful!", []),
        ("zh", "20輛以上", "20輛以下", ["以上", "以下"]),
        ("zh", "2025年前完成", "2025年後完成", ["前", "后"]),
        ("zh", "电車很好", "電車很好", []),
    ],
)
def test_words_that_decide_a_promise_are_told_from_others(lang: Lang, before: str, after: str, found: list[str]) -> None:
    told = set(differing(corpus(), before, after, lang))
    assert set(found) <= told
    assert bool(found) == bool(told)


def test_numbers_in_another_order_bear_meaning() -> None:
    before, after = (
        dataclasses.replace(FARES, en=Line(29, "", f"From {years} we explore fares.", ())) for years in ("2031–2033", "2033–2031")
    )
    assert bearing(before, after, corpus()) == ["the numbers (en)"]


def test_of_a_new_pair_both_lines_are_shown() -> None:
    assert list(difference(None, FARES)) == [f"zh: {FARES.zh.text}", f"en: {FARES.en.text}"]
    assert bearing(None, FARES, corpus()) == ["the pair is new, or was committed without a seal"]


def test_a_change_of_an_entry_is_shown_key_by_key_and_of_a_new_one_all_keys() -> None:
    before = next(one for one in transcript().entries if one.strength)
    after = dataclasses.replace(before, strength=None, scope=("new",))

    assert list(entry_difference(before, after)) == [f"strength: {before.strength} → nothing", "scope: new"]
    assert len(list(entry_difference(None, after))) > 5
