"""The fonts in the repository: ours by name, theirs by licence, wide enough, and cut by the script."""

from __future__ import annotations

from fontTools.ttLib import TTFont

from conftest import ROOT
from verbatim.book import FONTS

RESERVED = ("Source", "Noto")


def test_families_are_renamed_and_licences_lie_beside() -> None:
    assert {path.name for path in (ROOT / "fonts").glob("*.ttf")} == set(FONTS)
    for name in FONTS:
        names = TTFont(ROOT / "fonts" / name)["name"].names
        told = [str(one) for one in names if one.nameID in {1, 3, 4, 6, 16}]
        assert told
        assert not [text for text in told if any(word in text for word in RESERVED)]
    for name in ("OFL-Chinese.txt", "OFL-Latin.txt"):
        assert "SIL OPEN FONT LICENSE" in (ROOT / "fonts" / name).read_text("utf-8").upper()


def test_the_chinese_font_holds_the_common_characters_and_those_asked_for() -> None:
    held = TTFont(ROOT / "fonts/VerbatimSerifTC-Regular.ttf").getBestCmap()
    common = [code.to_bytes(2, "big").decode("big5", "ignore") for code in range(0xA440, 0xC67F)]
    more = (ROOT / "fonts/more.txt").read_text("utf-8").strip()
    assert [one for one in (*common, *more) if len(one) == 1 and ord(one) > 0x2000 and ord(one) not in held] == []
