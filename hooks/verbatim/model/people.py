"""Who speaks or is presented, and outside pages that were seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .base import Lang, Pair, Record


@dataclass(frozen=True)
class Source(Record):
    """An outside page that was seen."""

    title: str
    address: str | None = None


@dataclass(frozen=True)
class Person(Record):
    """Someone who speaks or is presented; a reporter is known by outlet only."""

    id: str
    kind: Literal["official", "outlet"]
    name: Pair
    label: Pair
    family: Pair | None = None
    pinyin: str | None = None
    office: Pair | None = None
    note: Pair | None = None
    sources: tuple[Source, ...] = ()

    def sort_name(self, lang: Lang) -> str:
        """The name as a list of references files it: family name, comma, the rest; whole where no family name is known."""
        if not self.family:
            return self.name[lang]
        name, family = self.name[lang], self.family[lang]
        rest = name.removeprefix(family) if name.startswith(family) else name.removesuffix(family)
        return f"{family}, {rest.strip()}"
