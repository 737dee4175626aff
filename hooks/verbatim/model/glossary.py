"""Entries of the glossary, synonyms for the search, and exceptions of the Simplified reading."""

from __future__ import annotations

from dataclasses import dataclass

from .base import Lang, Pair, Record
from .people import Source


@dataclass(frozen=True)
class Rendering(Record):
    """An English rendering seen elsewhere and who uses it."""

    en: str
    used_by: str


@dataclass(frozen=True)
class RenderingException(Record):
    """A line whose twin need not hold a rendering of the term."""

    at: str
    reason: Pair


@dataclass(frozen=True)
class Term(Record):
    """An entry of the glossary."""

    id: str
    group: str
    zh: str
    pinyin: str
    en: str
    definition: Pair
    basis: str
    level: str
    fit: str
    confidence: str
    forms_zh: tuple[str, ...] = ()
    forms_en: tuple[str, ...] = ()
    defined_at: str | None = None
    note: Pair | None = None
    also: tuple[Rendering, ...] = ()
    sources: tuple[Source, ...] = ()
    exceptions: tuple[RenderingException, ...] = ()

    def forms(self, lang: Lang) -> tuple[str, ...]:
        """The term and its other forms in one language."""
        return (self.zh, *self.forms_zh) if lang == "zh" else (self.en, *self.forms_en)


@dataclass(frozen=True)
class Synonym(Record):
    """Words that readers elsewhere type for a word of the texts."""

    text: str
    say: tuple[str, ...]


@dataclass(frozen=True)
class SimplifiedOverride(Record):
    """A word whose Simplified form the table of characters does not give."""

    find: str
    read: str
    reason: Pair
