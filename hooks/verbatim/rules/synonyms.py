"""Synonyms: each leads to a word of the texts, and none is listed twice."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import LANGS
from ..model.faults import Faults
from ..read.corpus import EVENTS, Corpus
from ..text.cache import Listed, cached
from ..text.folding import fold, is_han


def check(corpus: Corpus, events: Iterable[Listed[Corpus]], faults: Faults) -> None:
    """H1 the word appears in no sentence and is no name of a person, H2 the synonym is listed twice or is in another language."""
    if not corpus.synonyms:
        return
    words = Listed(tuple(fold(synonym.text) for synonym in corpus.synonyms))
    names = fold("\n".join(person.name[lang] for person in corpus.people.values() for lang in LANGS))
    said = {word for own in events for word in _said(words, own)}
    listed: set[str] = set()
    for synonym in corpus.synonyms:
        if fold(synonym.text) not in said and fold(synonym.text) not in names:
            faults.at(
                synonym.where,
                "text",
                "H1",
                f"{synonym.text!r} appears in no sentence and in no name",
                "name a word that the transcript contains or a name of people.yml, or remove the synonym",
            )
        for word in synonym.say:
            if fold(word) in listed or fold(word) == fold(synonym.text):
                faults.at(synonym.where, "say", "H2", f"{word!r} already leads to a word", "remove it")
            elif is_han(word) != is_han(synonym.text):
                what = f"{word!r} is in another language"
                faults.at(synonym.where, "say", "H2", what, "remove it; twins need no synonyms")
            listed.add(fold(word))


@cached(EVENTS)
def _said(words: Listed[tuple[str, ...]], own: Listed[Corpus]) -> frozenset[str]:
    """Those of some folded words that a sentence of an event holds."""
    texts = fold("\n".join(line.text for segment in own.value.segments() for line in (segment.zh, segment.en)))
    return frozenset(word for word in words.value if word in texts)
