from __future__ import annotations

import dataclasses

import pytest

from verbatim.analysis.seals import bearing, difference, renewed, seal, sealed
from verbatim.model import Line

from .example import corpus, example, transcript

SEGMENT = transcript().segments["lead-1"]
FARES = transcript().segments["q1-a2-1"]


def test_the_example_is_sealed() -> None:
    assert sealed(transcript().segments.values()) == example()["data/tram-2031/seals.txt"].decode("utf-8")


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


def test_only_what_was_agreed_on_is_sealed_anew() -> None:
    text = f"{SEGMENT.address} old\n{FARES.address} older\ngone-1 x\n"

    new = renewed(text, [SEGMENT, FARES, transcript().segments["q2-1"]], {FARES.address}, "2031-03-05 Me")

    assert new == f"{SEGMENT.address} old\n{FARES.address} {seal(FARES)} 2031-03-05 Me\n"


def test_a_change_is_shown_in_words_and_says_what_it_bears_on() -> None:
    after = dataclasses.replace(FARES, en=Line(29, "", "Second, we will not explore 20 tram fare discounts.", ((0, 6),)))

    assert list(difference(FARES, after)) == ["en: nothing → not", "en: nothing → 20", "en: the italics"]
    assert bearing(FARES, after, corpus().counterparts) == ["not (en)", "the numbers (en)"]


def test_of_a_new_pair_both_lines_are_shown() -> None:
    assert list(difference(None, FARES)) == [f"zh: {FARES.zh.text}", f"en: {FARES.en.text}"]
    assert bearing(None, FARES, ()) == ["the pair is new"]
