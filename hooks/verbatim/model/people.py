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
    title_zh: str | None = None
    """The same in Chinese; without it Chinese pages and books give the English. A source whose title says “(in Chinese)” needs it."""

    def titled(self, lang: Lang) -> tuple[str, Lang]:
        """The title for a page in a language, and the language that it is in."""
        return (self.title_zh, "zh") if lang == "zh" and self.title_zh else (self.title, "en")


@dataclass(frozen=True)
class OtherLabel(Record):
    """Another label of a person: another spelling of the name, or one with a role in it."""

    zh: str
    """As the source has it, colon included."""
    en: str
    """In English, colon included."""
    reason: Pair
    """Why it is this person's."""

    def __getitem__(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


PersonKind = Literal["official", "moderator", "outlet", "other"]
PROMISING: frozenset[PersonKind] = frozenset({"official", "other"})
"""The kinds of people whose words can be promises."""
_WORD = 2
"""Characters of a Chinese name, at most, that may be a word as well."""


def may_be_word(name: str) -> bool:
    """Whether a Chinese name is so short that it may be a word as well (高峰)."""
    return len(name) <= _WORD


@dataclass(frozen=True)
class Person(Record):
    """Someone who speaks or is presented; a reporter is known by outlet only."""

    id: str
    """Slug; permanent."""
    kind: PersonKind
    """An official, a moderator, an outlet (a reporter known only by medium), or another speaker."""
    name: Pair
    """The name, family name first in both languages."""
    label: Pair
    """Exactly what precedes this person's words in the pages, colon included."""
    labels: tuple[OtherLabel, ...] = ()
    """Other labels that the source has for this person."""
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

    @property
    def all_labels(self) -> tuple[Pair | OtherLabel, ...]:
        """Every label of this person, the usual one first."""
        return (self.label, *self.labels)

    def sort_name(self, lang: Lang) -> str:
        """The name as a list of references files it: family name, comma, the rest; whole where no family name is known."""
        if not self.family:
            return self.name[lang]
        name, family = self.name[lang], self.family[lang]
        rest = name.removeprefix(family) if name.startswith(family) else name.removesuffix(family)
        return f"{family}, {rest.strip()}"
