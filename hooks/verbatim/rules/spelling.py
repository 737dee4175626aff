"""Spelling: the English of sentences, pages and data holds only words that a list of English words or ``data/words.yml`` has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..analysis.bilingual import own_texts
from ..model.faults import Faults
from ..read.corpus import Corpus
from ..text.english_words import near, unlisted
from .repeats import repeats


def check(corpus: Corpus, faults: Faults) -> None:
    """U3 a word that no list has, U4 a word of `data/words.yml` that is listed twice or nothing uses."""
    names = {word.lower() for person in corpus.people.values() for word in re.findall(r"[^\W\d_]+", person.name.en)}
    known = {word.lower() for words in corpus.known_words for word in words.words}
    used: set[str] = set()
    for path, line, text in _english(corpus):
        for word in unlisted(text):
            small = word.lower()
            used.add(small)
            if small not in known and small not in names:
                like = near(word)
                fix = f"{f'write {like!r}, or whatever is meant' if like else 'correct it'}; if it is right, add it to data/words.yml"
                faults.add(path, line, "U3", f"no list of English words has {word!r}", fix)
    entries = [(words, word) for words in corpus.known_words for word in words.words]
    for words, word in repeats(entries, lambda one: one[1].lower()):
        faults.at(words.where, "words", "U4", f"{word!r} is listed already", "remove it")
    for words, word in entries:
        if word.lower() not in used:
            what = f"{word!r} occurs nowhere, or every list of English words has it"
            faults.at(words.where, "words", "U4", what, "remove it")


def _english(corpus: Corpus) -> Iterator[tuple[str, int, str]]:
    """Path, line and text of everything that is written in English."""
    for (lang, _), page in corpus.pages.items():
        if lang == "en":
            yield from ((page.path, number, text) for number, text in page.prose)
    for segment in corpus.segments():
        yield f"docs/en/{segment.event}/{segment.page}.md", segment.en.number, segment.en.text
    for _, pair in own_texts(corpus):
        yield pair.where.path, pair.where.of("en"), pair.en
    for term in corpus.terms.values():
        yield term.where.path, term.where.of("en"), term.en
        yield term.where.path, term.where.of("forms_en"), " ".join(term.forms_en)
        yield term.where.path, term.where.of("usual_en"), " ".join(term.usual_en)
