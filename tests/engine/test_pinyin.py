from __future__ import annotations

import pytest

from verbatim.text.pinyin import plain, reads, share_a_reading


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
    assert plain("Lǚ Guózhōng") == "Lü Guozhong"


def test_characters_that_are_read_alike() -> None:
    assert share_a_reading("著", "着")
    assert not share_a_reading("著", "無")
