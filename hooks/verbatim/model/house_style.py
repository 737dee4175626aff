"""The house style: words that our own prose does not use."""

from __future__ import annotations

from dataclasses import dataclass

from .base import Lang, Record


@dataclass(frozen=True)
class AvoidedWord(Record):
    """Forms of a word that our own prose does not use, what to write instead and why; ``unless`` are longer strings that may hold it."""

    lang: Lang
    words: tuple[str, ...]
    write: str
    reason: str
    unless: tuple[str, ...] = ()
