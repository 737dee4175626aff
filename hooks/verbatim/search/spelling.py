"""English words that the texts lack and that a letter makes one of theirs: whoever types such a word has not mistyped theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..text.english_words import alike
from .other_words import place
from .tokens import stem

SHORTEST = 5
"""Letters from which the search takes a word that a reader types for another: ``near.js``."""
FILES = 64
"""The files that hold such words, each by the remainder of its number (``place``)."""


def spelling(texts: Iterable[str]) -> Mapping[str, str]:
    """The files ``spelling-…`` by name: the stems of such words, with spaces between."""
    words = {word for text in texts for word in re.findall("[a-z]+", text.lower())}
    own = {stem(word) for word in words}
    found: dict[str, list[str]] = {f"spelling-{number}": [] for number in range(FILES)}
    for one in sorted({stem(one) for word in words | own for one in alike(word) if len(one) >= SHORTEST} - own):
        found[f"spelling-{place(one) % FILES}"].append(one)
    return {name: " ".join(stems) for name, stems in found.items()}
