"""Offices read from running text: what the moderator, or the words before the first turn, say before a name (處長秦若川)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..read.yaml_reader import is_plain
from ..text.folding import fold
from .words import any_of, words

_END = re.compile(r"[，,。;；：:！!？?“”（）()\n]")
_POLITE = tuple(map(fold, words("polite")))
_OFFICES = tuple(map(fold, (*words("titles"), *words("offices"))))
_INTRODUCING = re.compile(rf"^(?:{any_of('introducing', form=fold)})+")
_SHORTEST, _LONGEST = 3, 60


@dataclass(frozen=True)
class StatedOffice:
    """An office and the words from which it was read."""

    office: str
    words: str


def office_of(name: str, texts: Iterable[str], names: Sequence[str]) -> StatedOffice | None:
    """The office of a person by the first text that says one directly before the name; ``names`` are those of everyone."""
    spaced = r"[ \u3000]?".join(map(re.escape, fold(name)))
    for text in texts:
        for found in re.finditer(spaced, fold(text)):
            start = max((one.end() for one in _END.finditer(text, 0, found.start())), default=0)
            office = _office(text[start : found.start()], names)
            if office and is_plain(office):
                return StatedOffice(office, text[start : found.end()].strip())
    return None


def _office(before: str, names: Sequence[str]) -> str:
    """The office at the end of the words before a name, with others of the same person before 、; empty where there is none."""
    parts = before.split("、")
    first = next((at + 1 for at in reversed(range(len(parts) - 1)) if _ends_with_person(parts[at], names)), 0)
    joined = "、".join(parts[first:]).strip()
    office = joined[len(found[0]) :] if (found := _INTRODUCING.match(fold(joined))) else joined
    return office if fold(office).endswith(_OFFICES) and _SHORTEST <= len(office) <= _LONGEST else ""


def _ends_with_person(part: str, names: Sequence[str]) -> bool:
    """Whether a part of a list is another person, with or without a polite word (秦若川先生)."""
    folded = fold(part.strip())
    return folded.endswith(_POLITE) or any(folded.endswith(fold(one)) for one in names)
