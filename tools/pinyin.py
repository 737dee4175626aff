"""Make hooks/verbatim/text/tables/pinyin.txt: the readings of every character of the table of Simplified forms, and of all common ones.

Run by hand, rarely:  pip install pypinyin==0.55.0 && python tools/pinyin.py

A line is a reading with its tone mark and the characters that have it, in the order of the readings.  pypinyin (MIT, its licence beside
the table) takes them from the Unihan database and corrects them; a character may have several.  Common are the characters of Big5's
first level and GB 2312.
"""

from __future__ import annotations

import importlib.metadata
from collections import defaultdict
from pathlib import Path

from pypinyin.pinyin_dict import pinyin_dict

BESIDES = {"wu": "務", "ge": "個", "jì": "績跡", "gān": "桿", "jìng": "凈", "jiǎn": "堿", "shi": "識", "de": "的", "le": "了", "zi": "子"}
"""Neutral tones, and readings of the mainland that the tables give to other forms of the character only."""

TABLES = Path(__file__).resolve().parents[1] / "hooks" / "verbatim" / "text" / "tables"


def common() -> set[str]:
    """The characters of Big5's first level (A440 to C67E), of GB 2312 (B0A1 to F7FE), and all that have a Simplified form."""
    big5 = {bytes((high, low)).decode("big5", "ignore") for high in range(0xA4, 0xC7) for low in range(0x40, 0xFF)}
    gb = {bytes((high, low)).decode("gb2312", "ignore") for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)}
    traditional = {line[0] for line in (TABLES / "simplified.txt").read_text("utf-8").splitlines()}
    return {one for one in big5 | gb | traditional if len(one) == 1 and "\u3400" <= one <= "\u9fff"}


def main() -> None:
    """Write the table and the licence."""
    by_reading: dict[str, list[str]] = defaultdict(list)
    for one in sorted(common()):
        for reading in pinyin_dict.get(ord(one), "").split(","):
            by_reading[reading].append(one)
    for reading, found in BESIDES.items():
        by_reading[reading] += [one for one in found if one not in by_reading[reading]]
    lines = (f"{reading} {''.join(found)}\n" for reading, found in sorted(by_reading.items()) if reading)
    (TABLES / "pinyin.txt").write_text("".join(lines), "utf-8")
    licence = next(path for path in importlib.metadata.files("pypinyin") or [] if path.name == "LICENSE.txt")
    (TABLES / "pypinyin-LICENSE").write_text(licence.read_text("utf-8"), "utf-8")


if __name__ == "__main__":
    main()
