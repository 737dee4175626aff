from __future__ import annotations

import dataclasses

import pytest

from verbatim.analysis import proof_summary as proof
from verbatim.read.corpus import Corpus

from .example import changed, corpus, transcript


def proved(of: Corpus) -> dict[str, tuple[int, int]]:
    """What holds, of how much, by name."""
    return {line.name: (line.holds, line.of) for line in proof.lines(of, transcript(of))}


def test_every_proof_of_the_example_holds_apart_from_stated_exceptions() -> None:
    found = proved(corpus())

    assert {name for name, (holds, of) in found.items() if holds != of} == {"counterparts", "numbers", "terms"}
    assert found["twins"] == (18, 18)
    assert found["numerals"] == (26, 26)
    assert found["quotes"] == (20, 20)
    assert found["terms"] == (16, 17)


@pytest.mark.parametrize(
    ("facts", "name", "lost"),
    [
        ({"source": transcript().source.replace("謝謝你", "感謝你")}, "characters", 1),
        ({"seal_lines": (*transcript().seal_lines, "lead-1 0")}, "seals", 1),
        ({"accounts": tuple(one for one in transcript().accounts if one.find != "三年行動")}, "numerals", 1),
        ({"errata": (dataclasses.replace(transcript().errata[0], count=2),)}, "errata", 1),
        ({"entries": (dataclasses.replace(transcript().entries[0], at="lead-1"),), "notes": ()}, "quotes", 2),
    ],
    ids=["source", "seal", "account", "erratum", "quotation"],
)
def test_a_failed_proof_is_missing_from_its_count(facts: dict[str, object], name: str, lost: int) -> None:
    holds, of = proved(changed(corpus(), **facts))[name]

    assert of - holds == lost


def test_characters_of_numbers_terms_and_listed_words_count_as_compared() -> None:
    one = changed(corpus(), segments={"q1-a2-1": transcript().segments["q1-a2-1"]})

    assert transcript().segments["q1-a2-1"].zh.text == "二是探索電車票價優惠。"
    assert proof.compared_characters(one, transcript(one)) == (6, 10)
