"""Spelling: the English of sentences, pages and data holds only words that a list of English words or ``data/words.yml`` has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..analysis.bilingual import Texts, pairs, shared_texts
from ..model import Term
from ..model.faults import Faults
from ..read.corpus import EVENTS, Corpus
from ..text.cache import Listed, cached
from ..text.english_words import near, unlisted
from .pages import Pages
from .repeats import repeats


def check(corpus: Corpus, events: Iterable[Listed[Corpus]], faults: Faults) -> None:
    """U3 a word that no list has, U4 a word of `data/words.yml` that is listed twice or nothing uses."""
    names = {word.lower() for person in corpus.people.values() for word in re.findall(r"[^\W\d_]+", person.name.en)}
    known = {word.lower() for words in corpus.known_words for word in words.words}
    used: set[str] = set()
    shared = _unlisted((*_on_pages(corpus.shared_pages), *_in_data(shared_texts(corpus)), *_in_terms(corpus.terms.values())))
    for path, line, word in (*shared, *(one for own in events for one in _in(own))):
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


_Written = tuple[str, int, str]
"""Path, line and text of what is written in English."""


@cached(EVENTS)
def _in(own: Listed[Corpus]) -> tuple[_Written, ...]:
    """The words in what belongs to an event that no list of English words has."""
    (transcript,) = own.value.transcripts.values()
    said = ((one.path("en"), one.en.number, one.en.text) for one in own.value.segments())
    return tuple(_unlisted((*_on_pages(own.value.pages), *said, *_in_data(pairs(transcript)))))


def _unlisted(written: Iterable[_Written]) -> Iterator[_Written]:
    """Each word that no list has."""
    return ((path, line, word) for path, line, text in written for word in unlisted(text))


def _on_pages(pages: Pages) -> Iterator[_Written]:
    """The lines of English pages outside the transcript."""
    for (lang, _), page in pages.items():
        if lang == "en":
            yield from ((page.path, number, text) for number, text in page.prose)


def _in_data(texts: Texts) -> Iterator[_Written]:
    return ((pair.where.path, pair.where.of("en"), pair.en) for _, pair in texts)


def _in_terms(terms: Iterable[Term]) -> Iterator[_Written]:
    """The English forms of terms."""
    for term in terms:
        yield term.where.path, term.where.of("en"), term.en
        yield term.where.path, term.where.of("forms_en"), " ".join(term.forms_en)
        yield term.where.path, term.where.of("usual_en"), " ".join(term.usual_en)
