"""Make ``hooks/verbatim/text/tables/sounds.txt``: common characters that sound alike, a line for each sound.

    pip install pypinyin==0.55.0 && python tools/sounds.py

A line is a syllable without its tone and the characters that are read so, the Simplified ones of GB 2312, level 1 first (the 3,755
most common, which readers write for one another) and, after a space, those of level 2.  Readings are pypinyin's (MIT).
Sounds that input methods and speakers of many regions do not keep apart are one line: zh and z, ch and c, sh and s, ing and in,
eng and en, ang and an.
"""

import re
from pathlib import Path

from pypinyin import lazy_pinyin

TABLE = Path(__file__).parents[1] / "hooks" / "verbatim" / "text" / "tables" / "sounds.txt"
LEVELS = (range(0xB0, 0xD8), range(0xD8, 0xF8))
"""First bytes of level 1 and level 2 in GB 2312."""


def characters(rows: range) -> str:
    """The characters of some rows of GB 2312; a row has 94 cells, and not all are used."""
    return "".join(bytes([row, cell]).decode("gb2312", "ignore") for row in rows for cell in range(0xA1, 0xFF))


def alike(syllable: str) -> str:
    """One spelling for the sounds that are not kept apart."""
    return re.sub(r"(?<=[aei]n)g$", "", re.sub(r"^([zcs])h", r"\1", syllable))


def main() -> None:
    """Write the table."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for level, rows in enumerate(LEVELS):
        for one in characters(rows):
            found.setdefault(alike(lazy_pinyin(one, v_to_u=False)[0]), ([], []))[level].append(one)
    TABLE.write_text("".join(f"{key} {''.join(common)} {''.join(rare)}\n" for key, (common, rare) in sorted(found.items())), "utf-8")


if __name__ == "__main__":
    main()
