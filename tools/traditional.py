"""Make hooks/verbatim/text/tables/traditional.txt: Simplified characters and words with their Traditional form in Taiwan, from OpenCC.

Run by hand, rarely:  npm install --prefix FOLDER opencc-js@1.4.2 && .venv/bin/python tools/traditional.py FOLDER
A character or word and its form a line, shorter ones first.  A word is listed only where the characters and shorter words before it
do not give its form; all forms have the length of what they replace.  OpenCC is under the Apache License 2.0, kept beside the table.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

TABLE = Path(__file__).parents[1] / "hooks/verbatim/text/tables/traditional.txt"
DICTIONARIES = "node_modules/opencc-js/dist/esm-lib/dict"
LONGEST = 6
REFUSED = {"总台"}
"""Words that mean something else in the texts of the site: the desk of a hotel, where they have a broadcaster."""


def dictionary(folder: Path, name: str) -> Mapping[str, str]:
    """A dictionary of OpenCC: each key with its first value."""
    found = re.search(r'"(.*)"', (folder / DICTIONARIES / f"{name}.js").read_text("utf-8"), re.S)
    assert found
    pairs = (entry.partition(" ") for entry in found[1].split("|"))
    return {key: values.split(" ")[0] for key, _, values in pairs}


def converted(text: str, known: Mapping[str, str]) -> str:
    """A text by the longest known words and characters, from left to right."""
    result = ""
    while text:
        length = next((length for length in range(min(LONGEST, len(text)), 1, -1) if text[:length] in known), 1)
        result += known.get(text[:length], text[:length])
        text = text[length:]
    return result


def table(folder: Path) -> Mapping[str, str]:
    """Every character and word that is needed, with its form."""
    variants = {key: value for key, value in dictionary(folder, "TWVariants").items() if len(key) == len(value) == 1}
    taiwan = str.maketrans({**variants, "佈": "布"})  # official texts write 公布 and 發布
    known = {key: value.translate(taiwan) for key, value in dictionary(folder, "STCharacters").items() if len(key) == len(value) == 1}
    known = {**variants, **known}
    known = {key: value for key, value in known.items() if key != value and ord(max(key + value)) < 0x10000}
    phrases = {key: value.translate(taiwan) for key, value in dictionary(folder, "STPhrases").items()}
    for word in sorted(phrases, key=lambda word: (len(word), word)):
        form = phrases[word]
        if (
            word not in REFUSED
            and 1 < len(word) == len(form) <= LONGEST
            and ord(max(word + form)) < 0x10000
            and converted(word, known) != form
        ):
            known[word] = form
    return known


if __name__ == "__main__":
    TABLE.write_text("".join(f"{word} {form}\n" for word, form in table(Path(sys.argv[1])).items()), "utf-8")
