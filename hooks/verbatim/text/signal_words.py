"""Words of strengths and scopes in Chinese text, found in one way for what is drafted and for what is checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ..model import SignalWords, Vocabulary
from .matching import alternation
from .numerals import plain

_NAME = re.compile(r"《[^》]*》|“[^”]*”|「[^」]*」")
_APART = "|"
"""What parts words where some are left out."""


@dataclass(frozen=True)
class Signal:
    """A word that says a strength or a scope: the key of that, the word as the vocabulary has it, and where it is."""

    key: str
    word: str
    start: int


def strengths(vocabulary: Vocabulary, text: str) -> list[Signal]:
    """The words of strength of a Chinese text, but those in names, from left to right; inside a longer one there is none."""
    return _found(vocabulary.strengths, _NAME.sub(lambda name: _APART * len(name[0]), text))


def scopes(vocabulary: Vocabulary, text: str) -> list[Signal]:
    """The words of scopes of a Chinese text, from left to right; inside a longer one there is none."""
    return _found(vocabulary.scopes, text)


def without(text: str, quotations: Iterable[str]) -> str:
    """A text without some quotations, whose words are those of other entries; of two that overlap the longer one goes first."""
    for quotation in sorted(quotations, key=len, reverse=True):
        text = text.replace(quotation, _APART)
    return text


def _found(signals: Mapping[str, SignalWords], text: str) -> list[Signal]:
    forms = {plain(word): (key, word) for key, signal in signals.items() for word in signal.words.zh}
    longer = tuple(plain(word) for signal in signals.values() for word in signal.inside)
    folded = _any(longer).sub(lambda found: _APART * len(found[0]), plain(text)) if longer else plain(text)
    return [Signal(*forms[found[0]], found.start()) for found in _any(tuple(forms)).finditer(folded)]


@cache
def _any(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(alternation(forms))
