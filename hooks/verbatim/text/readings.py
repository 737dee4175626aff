"""The three readings of a Chinese text: as received, edited Traditional, Simplified.

The first is the text itself.  The others have its length wherever a correction has the length of its slip, so that spans of
marks and links stay valid.  A text that was received in Simplified characters is changed by words in its Traditional reading.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from ..model import Erratum, SimplifiedOverride
from .matching import alternation
from .typography import nested

_TABLE = files(__package__) / "tables" / "simplified.txt"
_WORDS = files(__package__) / "tables" / "traditional.txt"
_LONGEST = 6
"""Characters of the longest word of the table."""
_QUOTED = re.compile("「[^「」]*」")


@cache
def table() -> Mapping[int, str]:
    """Traditional to Simplified, character by character, for ``str.translate``; from OpenCC, written by ``tools/simplified.py``."""
    return {ord(line[0]): line[1] for line in _TABLE.read_text("utf-8").splitlines()}


@cache
def traditional_words() -> Mapping[str, str]:
    """Simplified characters and words to their Traditional forms in Taiwan, of equal length; from OpenCC, by ``tools/traditional.py``."""
    return dict(line.split(" ") for line in _WORDS.read_text("utf-8").splitlines())


@cache
def simplified_only() -> frozenset[str]:
    """The characters that only Simplified has: its forms in the table that Big5, the Traditional set of characters, lacks."""
    forms = {form for form in table().values() if not form.encode("big5", "ignore")}
    return frozenset(forms.difference(map(chr, table())))


@cache
def traditional_only() -> frozenset[str]:
    """The characters that only Traditional has: those that the table changes, without such as are the Simplified form of another."""
    return frozenset(map(chr, table())).difference(table().values())


def is_simplified(text: str) -> bool | None:
    """Whether a text has more characters that only Simplified has than such as only Traditional has; None where both are as many."""
    one, other = (sum(character in those for character in text) for those in (simplified_only(), traditional_only()))
    return None if one == other else one > other


def traditional(text: str, own: Mapping[str, str]) -> str:
    """A text in Simplified characters in Traditional ones: at each place the longest word of ``own`` or of the table, then characters."""
    found, at = [], 0
    while at < len(text):
        piece = next(piece for piece in _pieces(text, at, own) if piece in own or piece in traditional_words() or len(piece) == 1)
        found.append(own.get(piece) or traditional_words().get(piece, piece))
        at += len(piece)
    return "".join(found)


def _pieces(text: str, at: int, own: Mapping[str, str]) -> Iterator[str]:
    """The strings that begin at a place, as long as a word may be, the longest first."""
    longest = max(_LONGEST, *map(len, own), 0)
    yield from (text[at : at + length] for length in range(min(longest, len(text) - at), 0, -1))


def words_in(text: str, own: Mapping[str, str]) -> Mapping[str, str]:
    """The words and characters of the table and of ``own`` that a text holds: all that its Traditional reading needs."""
    places = range(len(text))
    held = {piece for at in places for piece in _pieces(text, at, own) if piece in own or piece in traditional_words()}
    return {piece: own.get(piece) or traditional_words()[piece] for piece in sorted(held)}


def edited(text: str, errata: Iterable[Erratum]) -> str:
    """A text as received with its conversion slips corrected; accepted variants stay."""
    return _replaced(text, {erratum.find: erratum.read for erratum in errata if erratum.kind == "slip"})


def simplified(text: str, errata: Iterable[Erratum], words: Iterable[SimplifiedOverride], kept: Collection[str] = ()) -> str:
    """A text as received in Simplified characters: slips corrected, overrides applied, every other character but ``kept`` by the table.

    “Double” marks inside 「 」 become single ones first, because an override may turn 「 」 into double marks.
    """
    known = {word.find: word.read for word in words}
    either = alternation(known)
    marked = _QUOTED.sub(lambda found: nested(found[0]), edited(text, errata))
    pieces = re.split(f"({either})", marked)
    characters = {code: form for code, form in table().items() if chr(code) not in kept} if kept else table()
    return "".join(known.get(piece) or piece.translate(characters) for piece in pieces)


def _replaced(text: str, changes: Mapping[str, str]) -> str:
    """The text with all changes made in one pass, the longest first, so that no change applies to the result of another."""
    return re.sub(alternation(changes), lambda found: changes[found[0]], text)
