"""The synonyms: each leads to a word that stands in the texts, and none hides such a word."""

from __future__ import annotations

from ..model.faults import Faults
from ..read.corpus import Corpus
from ..text.folding import fold, is_han


def check(corpus: Corpus, faults: Faults) -> None:
    """H1 the word stands nowhere, H2 what readers say stands in the texts itself or is said twice."""
    if not corpus.synonyms:
        return
    texts = fold("\n".join(line.text for one in corpus.segments() for line in (one.zh, one.en)))
    said: set[str] = set()
    for one in corpus.synonyms:
        if fold(one.text) not in texts:
            faults.add(
                one.where.path, one.where.of("text"), "H1", f"{one.text!r} stands in no sentence", "write a word of the texts, or remove it"
            )
        for word in one.say:
            if fold(word) in said or fold(word) == fold(one.text):
                faults.add(one.where.path, one.where.of("say"), "H2", f"{word!r} already leads to a word", "remove it")
            elif is_han(word) != is_han(one.text):
                faults.add(
                    one.where.path, one.where.of("say"), "H2", f"{word!r} is of another language", "remove it; twins need no synonyms"
                )
            said.add(fold(word))
