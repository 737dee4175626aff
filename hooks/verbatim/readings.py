"""The three readings of the Chinese: as received, edited Traditional, Simplified.

All have the length of what was received wherever a slip changes character for character, so marks and links keep their places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from .files import read_text
from .model import Erratum, Word

_TABLE = Path(__file__).parent / "tables" / "simplified.txt"


@cache
def table() -> Mapping[int, str]:
    """Traditional to Simplified, character by character, for ``str.translate``; made by ``tools/simplified.py``."""
    return {ord(line[0]): line[1] for line in read_text(_TABLE).splitlines()}


def edited(text: str, errata: Iterable[Erratum]) -> str:
    """A text as received with its conversion slips mended; accepted variants stay."""
    return _replaced(text, {erratum.find: erratum.read for erratum in errata if erratum.kind == "slip"})


def simplified(text: str, errata: Iterable[Erratum], words: Iterable[Word]) -> str:
    """A text as received in Simplified characters: slips mended, then words that the table does not know, then the table."""
    return _replaced(edited(text, errata), {word.find: word.read for word in words}).translate(table())


def _replaced(text: str, changes: Mapping[str, str]) -> str:
    """All changes in one pass, the longest text first, so that none meets another's result."""
    if not changes:
        return text
    either = "|".join(map(re.escape, sorted(changes, key=len, reverse=True)))
    return re.sub(either, lambda found: changes[found[0]], text)
