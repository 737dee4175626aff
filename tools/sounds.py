"""Make ``hooks/verbatim/text/tables/syllables.txt``: where each syllable begins when Han characters are ordered by their pinyin.

    pip install pypinyin==0.55.0 mini-racer && python tools/sounds.py

A line is a syllable without its tone and the first character that is read so, in the order of ``Intl.Collator("zh-u-co-pinyin")`` (the
pinyin order of CLDR, which every browser has).  So a browser finds the sound of any character, Traditional or Simplified, by comparing it
with these.  Readings are pypinyin's (MIT), the order is V8's.  A few characters among others of another reading do not make a syllable.
"""

import json
from pathlib import Path

from py_mini_racer import MiniRacer
from pypinyin import lazy_pinyin

TABLE = Path(__file__).parents[1] / "hooks" / "verbatim" / "text" / "tables" / "syllables.txt"
AHEAD = 4
"""How many characters are looked at, of which more than half must be read so where a syllable begins."""


def main() -> None:
    """Write the table."""
    characters = "".join(map(chr, range(0x4E00, 0x9FA6)))
    script = f"JSON.stringify([...{json.dumps(characters)}].sort(new Intl.Collator('zh-u-co-pinyin').compare))"
    order = json.loads(str(MiniRacer().eval(script)))
    read = [lazy_pinyin(one, v_to_u=False)[0] for one in order]
    begun = {}
    for at, syllable in enumerate(read):
        ahead = read[at : at + min(AHEAD, read.count(syllable))]
        if syllable not in begun and ahead.count(syllable) * 2 > len(ahead):
            begun[syllable] = order[at]
    TABLE.write_text("".join(f"{syllable} {first}\n" for syllable, first in begun.items()), "utf-8")


if __name__ == "__main__":
    main()
