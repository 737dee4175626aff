"""The three readings of the Chinese: as received, edited Traditional, Simplified.

All have the length of what was received wherever a slip changes character for character, so marks and links keep their places.
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
    """Traditional to Simplified, character by character, for ``str.translate``; made by ``tools/simplified.py``."""
    return {ord(line[0]): line[1] for line in _TABLE.read_text("utf-8").splitlines()}


def edited(text: str, errata: Iterable[Erratum]) -> str:
    """A text as received with its conversion slips mended; accepted variants stay."""
    return _replaced(text, {erratum.find: erratum.read for erratum in errata if erratum.kind == "slip"})


def simplified(text: str, errata: Iterable[Erratum], words: Iterable[SimplifiedOverride]) -> str:
    """A text as received in Simplified characters: slips mended, then words that the table does not know, then the table.

    Quotation marks that stand within Taiwan's are made inner ones first, because the words may say that the outer ones become the same.
    """
    known = {word.find: word.read for word in words}
    either = alternation(known)
    marked = _QUOTED.sub(lambda found: nested(found[0]), edited(text, errata))
    pieces = re.split(f"({either})", marked)
    return "".join(known.get(piece) or piece.translate(table()) for piece in pieces)


def _replaced(text: str, changes: Mapping[str, str]) -> str:
    """All changes in one pass, the longest text first, so that none meets another's result."""
    return re.sub(alternation(changes), lambda found: changes[found[0]], text)
