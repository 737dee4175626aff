"""Characters that cannot be seen, or that look like others: no reader and no search can tell them, so that words and data hold none.

Allowed are ASCII, precomposed Latin letters, Han characters, marks and symbols that have a shape of their own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

_ALLOWED = frozenset(" \n")
_EMOJI = range(0x1F000, 0x20000)
_UNSEEN = {"Cc": "a control character", "Cf": "an invisible character", "Co": "a private-use character", "Cn": "an unassigned character"}
_SPACES = ("Zs", "Zl", "Zp")


def odd(text: str) -> Iterator[tuple[int, str]]:
    """The place of each such character, and what it is, by code point: ``U+200B ZERO WIDTH SPACE, an invisible character``."""
    if any(map(_kind, set(text))):  # few texts hold any, and fewer characters are in a text than it has places
        for place, character in enumerate(text):
            kind = _kind(character)
            if kind:
                yield place, f"U+{ord(character):04X} {unicodedata.name(character, 'CONTROL')}, {kind}"


@cache
def _kind(character: str) -> str:
    """What is odd about a character, or nothing."""
    category = unicodedata.category(character)
    if character in _ALLOWED or (character.isascii() and character.isprintable()):
        return ""
    if category in _UNSEEN:
        return _UNSEEN[category]
    if category in _SPACES:
        return "a space that is not U+0020"
    if category.startswith("M"):
        return "a mark apart from its letter"
    if unicodedata.normalize("NFC", character) != character:
        return f"a compatibility form of {unicodedata.normalize('NFC', character)}"
    if category[0] in "LN" and category != "No":
        return _letter(character, unicodedata.normalize("NFKC", character))
    if "RADICAL" in unicodedata.name(character, ""):
        return "a radical, which looks like a Han character"
    return "a picture or stand-in that the fonts of the books lack" if ord(character) in _EMOJI or character in "\ufffc\ufffd" else ""


def _letter(character: str, plain: str) -> str:
    """What is odd about a letter or a digit, or nothing: another form of a plain one, or of a script that the texts do not use."""
    if plain != character:
        return f"another form of {plain}"
    name = unicodedata.name(character, "")
    return "" if name.startswith(("LATIN", "CJK", "IDEOGRAPHIC NUMBER ZERO")) else "a letter of another script"
