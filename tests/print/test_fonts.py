"""The fonts in the repository: ours by name, theirs by licence, wide enough, and cut by the script."""

from __future__ import annotations

from fontTools.ttLib import TTFont

from conftest import ROOT
from verbatim.print.typeset import FONTS
from verbatim.text.readings import table

RESERVED = ("Source", "Noto")


def test_families_are_renamed_and_licences_lie_beside() -> None:
    assert {path.name for path in (ROOT / "fonts").glob("*.?tf")} == set(FONTS)
    for name in FONTS:
        names = TTFont(ROOT / "fonts" / name)["name"].names
        told = [str(one) for one in names if one.nameID in {1, 3, 4, 6, 16}]
        assert told
        assert not [text for text in told if any(word in text for word in RESERVED)]
    for name in ("OFL-Chinese.txt", "OFL-Latin.txt"):
        assert "SIL OPEN FONT LICENSE" in (ROOT / "fonts" / name).read_text("utf-8").upper()


def test_the_chinese_font_holds_the_common_characters_and_those_asked_for() -> None:
    held = TTFont(ROOT / "fonts/VerbatimSerifTC-Regular.otf").getBestCmap()
    common = [code.to_bytes(2, "big").decode("big5", "ignore") for code in range(0xA440, 0xC67F)]
    more = (ROOT / "fonts/more.txt").read_text("utf-8").strip()
    assert [one for one in (*common, *more) if len(one) == 1 and ord(one) > 0x2000 and ord(one) not in held] == []


def test_the_simplified_font_holds_the_simplified_form_of_every_character_of_the_traditional_one() -> None:
    traditional, simplified = (TTFont(ROOT / f"fonts/VerbatimSerif{script}-Regular.otf").getBestCmap() for script in ("TC", "SC"))
    assert [chr(one) for one in traditional if ord(chr(one).translate(table())) not in simplified] == []
    common = [bytes((high, low)).decode("gb2312", "ignore") for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF)]
    assert [one for one in common if one and ord(one) not in simplified] == []
