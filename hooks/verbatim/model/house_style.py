"""The house style: words that our own prose does not use, and words that no list of English words has."""

from __future__ import annotations

from dataclasses import dataclass

from .base import Lang, Pair, Record


@dataclass(frozen=True)
class AvoidedWord(Record):
    """Forms of a word that our own prose does not use."""

    lang: Lang
    "The language of the prose."
    words: tuple[str, ...]
    "Forms of the word; in Chinese any string, in English whole words in small or capital letters."
    write: str
    "What to write instead."
    reason: str
    "Why, for authors."
    unless: tuple[str, ...] = ()
    "Longer strings that may hold the word, such as the name of a ministry."
    spelling: bool = False
    "Whether it is only another spelling, which texts about an event may have where its transcript has it."


@dataclass(frozen=True)
class KnownWords(Record):
    """English words that no list of English words has, and what they are."""

    words: tuple[str, ...]
    "The words, in small or capital letters."
    reason: Pair
    "What they are."
