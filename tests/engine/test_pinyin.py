from __future__ import annotations

import pytest

from verbatim.text.pinyin import reads, share_a_reading, spelled, without_tones


@pytest.mark.parametrize(
    ("text", "pinyin", "right"),
    [
        ("長", "zhǎng", True),
        ("長", "cháng", True),
        ("長", "chang", False),
        ("綠色", "Lǜsè", True),
        ("綠色", "Lǜsé", False),
        ("綠色", "Lǜ", False),
        ("A級企業", "A jí qǐyè", True),
        ("“2+6”網", "èr jiā liù wǎng", True),
        ("1+30+N", "1+30+N", True),
        ("㐀", "qiū", False),
    ],
)
def test_a_pinyin_is_a_reading_of_each_character_in_turn(text: str, pinyin: str, right: bool) -> None:
    assert reads(text, pinyin) is right


def test_tone_marks_go_and_the_dots_of_the_letter_stay() -> None:
    assert without_tones("Lǚ Guózhōng") == "Lü Guozhong"


@pytest.mark.parametrize(
    ("text", "like", "pinyin"),
    [
        ("重慶", "Chongqing", "chongqing"),
        ("重慶", "Zhongqing", "zhongqing"),
        ("黃河", "Yellow River", "huanghe"),
        ("A山", "Hill A", "Ashan"),
    ],
)
def test_a_name_is_spelled_by_the_reading_that_its_english_has(text: str, like: str, pinyin: str) -> None:
    assert spelled(text, like) == pinyin


def test_a_long_name_whose_characters_have_several_readings_is_spelled_at_once() -> None:
    assert len(spelled("樂行重" * 30, "")) > 180


def test_characters_that_are_read_alike() -> None:
    assert share_a_reading("著", "着")
    assert not share_a_reading("著", "無")
