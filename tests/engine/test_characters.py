from __future__ import annotations

import pytest

from verbatim.text.characters import odd


@pytest.mark.parametrize("text", ["plain", "字，「句」", "〇", "né Ü ǚ", "1 × 2 ÷ 3 – “a” … ·", "𠮷", "◆⏎", "²"])
def test_characters_that_have_a_shape_of_their_own_are_plain(text: str) -> None:
    assert list(odd(text)) == []


@pytest.mark.parametrize(
    ("character", "what"),
    [
        ("\u3000", "U+3000 IDEOGRAPHIC SPACE, a space that is not U+0020"),
        ("\u200b", "U+200B ZERO WIDTH SPACE, an invisible character"),
        ("\u00ad", "U+00AD SOFT HYPHEN, an invisible character"),
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE, an invisible character"),
        ("\t", "U+0009 CONTROL, a control character"),
        ("\ue000", "U+E000 CONTROL, a private-use character"),
        ("\u0378", "U+0378 CONTROL, an unassigned character"),
        ("\u00a0", "U+00A0 NO-BREAK SPACE, a space that is not U+0020"),
        ("\u0301", "U+0301 COMBINING ACUTE ACCENT, a mark apart from its letter"),
        ("\ufe0f", "U+FE0F VARIATION SELECTOR-16, a mark apart from its letter"),
        ("\uf93d", "U+F93D CJK COMPATIBILITY IDEOGRAPH-F93D, a compatibility form of 綠"),
        ("\u2f00", "U+2F00 KANGXI RADICAL ONE, a radical, which looks like a Han character"),
        ("１", "U+FF11 FULLWIDTH DIGIT ONE, another form of 1"),
        ("ａ", "U+FF41 FULLWIDTH LATIN SMALL LETTER A, another form of a"),
        ("\u0430", "U+0430 CYRILLIC SMALL LETTER A, a letter of another script"),
        ("😀", "U+1F600 GRINNING FACE, a picture or stand-in that the fonts of the books lack"),
    ],
)
def test_a_character_that_looks_like_another_or_like_nothing_is_named(character: str, what: str) -> None:
    assert list(odd(f"字{character}b")) == [(1, what)]
