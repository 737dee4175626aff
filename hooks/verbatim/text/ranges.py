"""Ranges whose ends a translation exchanged: 2025–2023 for 2023—2025年, “from 50 to 30” for 由30增至50."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..model import Lang
from .cache import cached
from .numerals import Value, placed, plain

REMEMBERED = 16_384
"""Pairs of texts whose ranges are remembered."""
_JOINED: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"[^，。、；：！？,;:!?\n]{0,8}?(?:(?<!—)—|[–~‐‑-]|至|到)\s?"),
    "en": re.compile(r"[^,.;:!?\n]{0,24}?(?:[–‑‐-]|\b(?:to|through|until|and)\b)\s*"),
}
"""What is between the two ends of a range: units, then a dash or word.  It may join what is no range; only what both languages join is
compared.
"""


@cached(REMEMBERED)
def exchanged(zh: str, en: str) -> tuple[str, ...]:
    """The ranges of a Chinese text whose ends the English gives in the other order; those that a text gives in both orders are left out."""
    chinese = {*_ranges(zh, "zh")}
    if not chinese:  # few texts have any, and the numbers of English take long
        return ()
    english = {*_ranges(en, "en")}
    both = {(low, high) for low, high in chinese if (high, low) in english}
    return tuple(f"{low}–{high}" for low, high in sorted(both) if (high, low) not in chinese and (low, high) not in english)


def _ranges(text: str, lang: Lang) -> Iterator[tuple[Value, Value]]:
    """Both ends of what may be a range."""
    folded = plain(text)
    for (_, end, low), (start, _, high) in pairwise(placed(text, lang)):
        if _JOINED[lang].fullmatch(folded, end, start):
            yield low, high
