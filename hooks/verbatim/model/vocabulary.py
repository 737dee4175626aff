"""The closed lists that the register and the glossary choose from, and the units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .base import BilingualForms, Pair, Record


@dataclass(frozen=True)
class Operator(Record):
    """How the two languages say "at least", "about" …: the words before and after a number."""

    name: Pair
    before: BilingualForms
    after: BilingualForms


@dataclass(frozen=True)
class SignalWords(Record):
    """A strength or a scope and the words of which one must stand in the sentence."""

    name: Pair
    words: BilingualForms


@dataclass(frozen=True)
class RequiredCounterpart(Record):
    """A Chinese word that carries weight, and the English words of which one must answer it in the twin."""

    zh: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary(Record):
    """The closed lists of ``vocabulary.yml``."""

    operators: Mapping[str, Operator]
    strengths: Mapping[str, SignalWords]
    scopes: Mapping[str, SignalWords]
    echoes: Mapping[str, RequiredCounterpart]
    kinds: Mapping[str, Pair]
    fields: Mapping[str, Pair]
    groups: Mapping[str, Pair]
    classes: Mapping[str, Pair]
    levels: Mapping[str, Pair]
    fits: Mapping[str, Pair]
    confidences: Mapping[str, Pair]
    bases: Mapping[str, Pair]


@dataclass(frozen=True)
class Unit(Record):
    """What a number counts."""

    id: str
    name: Pair
    zh: tuple[str, ...]
    en: tuple[str, ...]
