"""Terms of the glossary that occur in a draft, and strings of its text that may be terms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..read.corpus import Corpus
from ..text.folding import fold
from ..text.han_numbers import CHARACTERS
from ..text.scripts import HAN
from .words import words

_LENGTHS = range(2, 9)
_OFTEN = 3
"""How often a string must occur to be proposed."""
_MOST = 40
_IDLE = frozenset(map(fold, words("idle-characters")))
"""Characters of a string that is no term: they join words, or are words of their own."""


def known(corpus: Corpus, texts: Sequence[str]) -> list[str]:
    """The terms of the glossary that occur in Chinese texts, the most frequent first."""
    found = Counter(occurrence.term for text in texts for occurrence in corpus.finder.zh(text))
    return [corpus.terms[term].zh for term, _ in found.most_common()]


def candidates(corpus: Corpus, texts: Sequence[str]) -> list[tuple[str, int]]:
    """Strings that occur at least three times, are no known term and no part of a longer string that occurs as often, with their counts."""
    counts: Counter[str] = Counter()
    for text in texts:
        folded = fold(text)
        for occurrence in corpus.finder.zh(text):
            folded = f"{folded[: occurrence.start]}{' ' * (occurrence.end - occurrence.start)}{folded[occurrence.end :]}"
        for run in re.findall(rf"[{HAN}]{{2,}}", "".join(" " if one in _IDLE or one in CHARACTERS else one for one in folded)):
            counts.update(run[start : start + size] for size in _LENGTHS for start in range(len(run) - size + 1))
    often = {text: count for text, count in counts.items() if count >= _OFTEN}
    whole = [
        (text, count) for text, count in often.items() if not any(text != one and text in one and often[one] >= count for one in often)
    ]
    written = {
        fold(text[at : at + size]): text[at : at + size] for text in texts for size in _LENGTHS for at in range(len(text) - size + 1)
    }
    return [(written[text], count) for text, count in sorted(whole, key=lambda one: (-one[1], -len(one[0]), one[0]))][:_MOST]
