"""The three readings of a Chinese text: as received, edited Traditional, Simplified.

The first is the text itself.  The others have its length wherever a correction has the length of its slip, so that spans of
marks and links stay valid.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from ..model import Erratum, SimplifiedOverride
from .matching import alternation
from .typography import nested

_TABLE = files(__package__) / "tables" / "simplified.txt"
_QUOTED = re.compile("「[^「」]*」")


@cache
def table() -> Mapping[int, str]:
    """Traditional to Simplified, character by character, for ``str.translate``; from OpenCC, written by ``tools/simplified.py``."""
    return {ord(line[0]): line[1] for line in _TABLE.read_text("utf-8").splitlines()}


def edited(text: str, errata: Iterable[Erratum]) -> str:
    """A text as received with its conversion slips corrected; accepted variants stay."""
    return _replaced(text, {erratum.find: erratum.read for erratum in errata if erratum.kind == "slip"})


def simplified(text: str, errata: Iterable[Erratum], words: Iterable[SimplifiedOverride]) -> str:
    """A text as received in Simplified characters: slips corrected, overrides applied, every other character by the table.

    “Double” marks inside 「 」 become single ones first, because an override may turn 「 」 into double marks.
    """
    known = {word.find: word.read for word in words}
    either = alternation(known)
    marked = _QUOTED.sub(lambda found: nested(found[0]), edited(text, errata))
    pieces = re.split(f"({either})", marked)
    return "".join(known.get(piece) or piece.translate(table()) for piece in pieces)


def _replaced(text: str, changes: Mapping[str, str]) -> str:
    """The text with all changes made in one pass, the longest first, so that no change applies to the result of another."""
    return re.sub(alternation(changes), lambda found: changes[found[0]], text)
