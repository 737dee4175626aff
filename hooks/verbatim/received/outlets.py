"""Names of outlets in English: of those in ``tables/outlets.txt``, which are proposals; of all others a name that holds their place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from string import ascii_uppercase

from ..text.folding import fold

PLACEHOLDER = re.compile(r"Outlet [A-Z]+ reporter(?P<who>[^:]*):")
"""The label that stands for that of an outlet whose name nobody has written, with the name of the reporter if the Chinese has one."""


def outlet_name(name: str) -> str:
    """The English name of an outlet by its Chinese one, in either script; empty where it is not known."""
    return _known().get(fold(name), "")


def is_of_outlet(text: str) -> bool:
    """Whether a text begins with the name of an outlet whose English name is known (中央社王小明)."""
    return fold(text).startswith(tuple(_known()))


def placeholder(number: int) -> str:
    """What an outlet is called until somebody writes its name: the first, 0, is Outlet A.  Letters, since a number would have to be in
    the Chinese, too.
    """
    rounds, letter = divmod(number, len(ascii_uppercase))
    return f"Outlet {ascii_uppercase[letter] * (rounds + 1)}"


@cache
def _known() -> Mapping[str, str]:
    """The English names by the Chinese ones, folded."""
    lines = (files(__package__) / "tables" / "outlets.txt").read_text("utf-8").splitlines()
    pairs = (line.partition(": ") for line in lines if not line.startswith("#"))
    return {fold(zh): en for zh, _, en in pairs}
