from __future__ import annotations

import dataclasses

import pytest

from verbatim.analysis.seals import seal, sealed
from verbatim.model import Line

from .example import example, transcript

SEGMENT = transcript().segments["lead-1"]


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
