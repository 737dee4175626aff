"""Characters that readers type for those of the texts, in small files of which a query fetches those that it needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..text.folding import variants

FILES = 32
"""The files of characters that no text holds: a character is in that of the remainder of its code point."""


@dataclass(frozen=True)
class Characters:
    """The form that stands for each class of variants in the search of a site: the one that its texts have, so that a query in the script
    of the texts fetches nothing.
    """

    own: Mapping[int, str]
    """By the code point that stands for a class in ``text.folding`` the form that does so here, for ``str.translate``."""
    beside: list[str]
    """Forms that the texts have beside another of their class: two strings, place by place what stands for them and they themselves."""
    others: Mapping[str, list[str]]
    """The forms that no text has, likewise, by the name of their file."""


def characters(texts: Iterable[str]) -> Characters:
    """The variants of what stands in some texts; where a text has several forms, the first one stands for the others."""
    known = variants()
    own: dict[str, str] = {}
    beside = ["", ""]
    here = [character for character in dict.fromkeys("".join(texts)) if character in known]
    for character in here:
        if own.setdefault(known[character][0], character) != character:
            _add(beside, own[known[character][0]], character)
    others = {f"characters-{number}": ["", ""] for number in range(FILES)}
    for head, form in own.items():
        for character in known[head]:
            if character not in here:
                _add(others[f"characters-{ord(character) % FILES}"], form, character)
    return Characters({ord(head): form for head, form in own.items()}, beside, others)


def _add(pairs: list[str], form: str, character: str) -> None:
    pairs[0] += form
    pairs[1] += character
