"""Characters that readers type for one another, as one: variants, widths, cases, and pinyin without its tones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_LAST = "\uffff"  # what lies beyond is two units long in a browser, which folds unit by unit
_TABLE = files(__package__) / "tables" / "folding.txt"


@cache
def variants() -> Mapping[str, str]:
    """Each character that has others typed for it, with all of them; the first stands for all."""
    return {one: line for line in _TABLE.read_text("utf-8").splitlines() for one in line}


def fold(text: str) -> str:
    """The text with one character for each: full-width as half-width, small letters, one form for all variants."""
    return "".join(_fold(one) for one in text)


@cache
def _fold(one: str) -> str:
    normal = unicodedata.normalize("NFKC", one).lower()
    normal = normal if len(normal) == 1 and max(one, normal) <= _LAST else one
    return variants().get(normal, normal)[0]


def is_han(text: str) -> bool:
    """Whether a text begins with a Han character."""
    return "\u3400" <= text[:1] <= "\u9fff" or "\uf900" <= text[:1] <= "\ufaff"


def toneless(pinyin: str) -> str:
    """Pinyin as it is typed: no tones, no ü, small letters; the spaces stay."""
    bare = "".join(one for one in unicodedata.normalize("NFD", pinyin.lower()) if not unicodedata.combining(one))
    return re.sub(r"[^a-z ]", "", bare)
