"""Make hooks/verbatim/text/tables/english.txt.gz: English words, by which misspelled ones are found.

Run by hand, rarely:  pip install pyspellchecker==0.9.1 && python tools/english.py

The list is that of pyspellchecker (MIT, its licence beside the table): words of films and books that several dictionaries have.  Words
of fewer than four letters are left out, because nearly any three letters are one.  The same list gives the same bytes.
"""

from __future__ import annotations

import gzip
import importlib.metadata
import json
from pathlib import Path

PACKAGE = "pyspellchecker"
TABLES = Path(__file__).resolve().parents[1] / "hooks" / "verbatim" / "text" / "tables"
SHORTEST = 4


def main() -> None:
    """Write the table and the licence."""
    listed = {path.name: path for path in importlib.metadata.files(PACKAGE) or []}
    counted = json.loads(gzip.decompress(listed["en.json.gz"].read_binary()))
    words = sorted(word for word in map(str.lower, counted) if len(word) >= SHORTEST and word.isascii() and word.isalpha())
    (TABLES / "english.txt.gz").write_bytes(gzip.compress("\n".join(words).encode(), 9, mtime=0))
    (TABLES / f"{PACKAGE}-LICENSE").write_text(listed["LICENSE"].read_text("utf-8"), "utf-8")


if __name__ == "__main__":
    main()
