"""Make hooks/verbatim/text/tables/simplified.txt: the Simplified form of every Traditional character, from OpenCC.

Run by hand, rarely:  .venv/bin/pip install opencc==1.4.2 && .venv/bin/python tools/simplified.py
One pair of characters a line, by code point.  Only one-to-one: words that need more stand in data/simplified.yml.
OpenCC is under the Apache License 2.0, kept beside the table.
"""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

import opencc

TABLES = Path(__file__).parents[1] / "hooks/verbatim/text/tables"
HAN = (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))


def pairs() -> list[tuple[str, str]]:
    """Each character that OpenCC changes, with what it becomes, where that is one character of the basic plane."""
    convert = opencc.OpenCC("t2s").convert
    changed = ((chr(code), convert(chr(code))) for code in HAN)
    return [(old, new) for old, new in changed if old != new and len(new) == 1 and ord(new) < 0x10000]


def licence() -> str:
    """The licence text that comes with the package."""
    files = importlib.metadata.files("opencc") or []
    return next(file for file in files if file.name == "LICENSE").read_text()


if __name__ == "__main__":
    (TABLES / "simplified.txt").write_text("".join(f"{old}{new}\n" for old, new in pairs()), "utf-8")
    (TABLES / "OpenCC-LICENSE").write_text(licence(), "utf-8")
