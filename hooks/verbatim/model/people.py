"""Who speaks or is presented, and outside pages that were seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .base import Lang, Pair, Record


@dataclass(frozen=True)
class Source(Record):
    """An outside page that was seen."""

    title: str
    """Who published it, what it is, and its date."""
    address: str | None = None
    """Its web address, beginning with `https://` or `http://`."""


@dataclass(frozen=True)
class Person(Record):
    """Someone who speaks or is presented; a reporter is known by outlet only."""

    id: str
    """Slug; permanent."""
    kind: Literal["official", "outlet"]
    """An official, or an outlet: a reporter known only by medium."""
    name: Pair
    """The name, family name first in both languages."""
    label: Pair
    """Exactly what precedes this person's words in the pages, colon included."""
    family: Pair | None = None
    """The part of the name that is the family name; citations sort the person by it, and keep a name without it whole."""
    pinyin: str | None = None
    """The name in pinyin with tone marks; officials need it."""
    office: Pair | None = None
    """The office as given in the transcript; officials need it."""
    note: Pair | None = None
    """What else a reader should know."""
    sources: tuple[Source, ...] = ()
    """Outside pages that support the facts."""

    def sort_name(self, lang: Lang) -> str:
        """The name as a list of references files it: family name, comma, the rest; whole where no family name is known."""
        if not self.family:
            return self.name[lang]
        name, family = self.name[lang], self.family[lang]
        rest = name.removeprefix(family) if name.startswith(family) else name.removesuffix(family)
        return f"{family}, {rest.strip()}"
