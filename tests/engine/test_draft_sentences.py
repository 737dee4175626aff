"""Sentences of a draft, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbatim.received.sentences import english_sentences, sentences

from .test_draft_source import TEXTS


@given(TEXTS)
def test_sentences_joined_are_the_paragraph_and_the_spaces_between_them_begin_none(text: str) -> None:
    found = sentences(text)

    assert "".join(found) == text
    assert all(found)
    assert not any(one[0].isspace() for one in found[1:])
    assert not any(one[-1].isspace() for one in found[:-1])


@given(st.text(st.sampled_from('Aa1. ?!“”’()"Dr'), max_size=40))
def test_english_sentences_hold_every_word(text: str) -> None:
    assert " ".join(english_sentences(text)).split() == text.split()


@pytest.mark.parametrize(
    ("paragraph", "split"),
    [
        ("甲。乙！丙？", ["甲。", "乙！", "丙？"]),
        ("“甲。乙。”丙。", ["“甲。乙。”", "丙。"]),
        ("“甲？”的乙。", ["“甲？”的乙。"]),
        ("「甲？」乙。", ["「甲？」", "乙。"]),
        ("（甲。）乙。", ["（甲。）", "乙。"]),
        ("“甲。乙。", ["“甲。", "乙。"]),
        ("甲……乙。", ["甲……乙。"]),
        ("甲？……乙。", ["甲？……", "乙。"]),
        ("甲;乙；丙", ["甲;乙；丙"]),
        ("甲?乙!", ["甲?", "乙!"]),
        ("見a.tw/?b和c?甲", ["見a.tw/?b和c?甲"]),
        ("甲。 乙。", ["甲。 乙。"]),
        ("甲（“乙）丙”。丁", ["甲（“乙）丙”。", "丁"]),
        ("", []),
    ],
)
def test_a_paragraph_is_split_as_the_pages_are(paragraph: str, split: list[str]) -> None:
    assert sentences(paragraph) == split


@pytest.mark.parametrize(
    ("paragraph", "split"),
    [
        ("One. Two? “Three!” Four", ["One.", "Two?", "“Three!”", "Four"]),
        ("Mr. Tian of the U.S. Embassy spoke. He left.", ["Mr. Tian of the U.S. Embassy spoke.", "He left."]),
        ("No. See slide 3. In No. 4 of Vol. 2 it is.", ["No.", "See slide 3.", "In No. 4 of Vol. 2 it is."]),
        ("It grew by 3.5 percent. J. K. Tian said so.", ["It grew by 3.5 percent.", "J. K. Tian said so."]),
    ],
)
def test_an_english_paragraph_is_split(paragraph: str, split: list[str]) -> None:
    assert english_sentences(paragraph) == split
