"""Folding for search: one form for characters that readers type for one another (variants, widths, cases), pinyin without tones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_LAST = "\uffff"  # what lies beyond is two units long in a browser, which folds unit by unit
_TABLE = files(__package__) / "tables" / "folding.txt"
_SYLLABLES = files(__package__) / "tables" / "syllables.txt"


@cache
def variants() -> Mapping[str, str]:
    """Each character that has variants to all of its class as one string, the representative first; written by ``tools/folding.py``."""
    return {character: line for line in _TABLE.read_text("utf-8").splitlines() for character in line}


@cache
def syllables() -> tuple[tuple[str, str], ...]:
    """Each syllable without its tone, and the first character that is read so in the pinyin order of browsers, in that order; written by
    ``tools/sounds.py``.
    """
    lines = (line.split(" ") for line in _SYLLABLES.read_text("utf-8").splitlines())
    return tuple((syllable, first) for syllable, first in lines)


def fold(text: str) -> str:
    """The text with half-width characters, small letters and one form for all variants; of the same length, so that spans stay valid."""
    return text.translate(_FOLDED)


class _Folded(dict[int, str]):
    """The folded form of each character by its code point, found when it is first looked up, so that ``str.translate`` can fold a text."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        normal = unicodedata.normalize("NFKC", character).lower()
        normal = normal if len(normal) == 1 and max(character, normal) <= _LAST else character
        self[code] = variants().get(normal, normal)[0]
        return self[code]


_FOLDED = _Folded()


def is_han(text: str) -> bool:
    """Whether the first character of a text is Han; False for an empty text."""
    return "\u3400" <= text[:1] <= "\u9fff" or "\uf900" <= text[:1] <= "\ufaff"


def toneless(pinyin: str) -> str:
    """Pinyin as it is typed: small letters a to z without tones (u for ü), and the spaces."""
    bare = "".join(character for character in unicodedata.normalize("NFD", pinyin.lower()) if not unicodedata.combining(character))
    return re.sub(r"[^a-z ]", "", bare)
