"""The glossary as pages and books show it: terms by group, each with the sentences in which it occurs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..model import Lang, Pair, Place, Segment, Term
from ..model.once import once
from ..read.corpus import Corpus
from ..read.summaries import Summaries, summary
from ..text.folding import toneless
from ..text.readings import table
from ..text.term_finder import places

TERM_KINDS = ("coded", "defined")
"""Kinds of terms beside their groups: names that do not say what they mean, terms that the transcript itself explains."""


@dataclass(frozen=True)
class ShownTerm:
    """A term, the sentence in which the transcript explains it, if any, and the sentences in which it occurs."""

    term: Term
    defined_at: Place | None
    occurs: Sequence[Place] = ()

    @property
    def events(self) -> list[str]:
        """The ids of the events in which the term occurs, each once."""
        return list(dict.fromkeys(segment.event for segment in self.occurs))

    @property
    def kinds(self) -> list[str]:
        """The kinds of the term, then its group; what a reader can narrow the glossary to."""
        is_kind = {"coded": self.term.coded, "defined": self.defined_at is not None}
        return [*(kind for kind in TERM_KINDS if is_kind[kind]), self.term.group]


Places = tuple[Mapping[str, Place], Mapping[str, Sequence[Place]]]
"""Where events explain terms, by the id of the term, and where these occur."""


@dataclass(frozen=True, eq=False)
class Occurring:
    """What the glossary displays of the events: ``titles`` what they are called, by id, the newest first; ``places`` where they explain
    terms and these occur; ``digests`` stand for that by event, so that it need not be known where it was seen before.
    """

    titles: Mapping[str, Pair]
    digests: Sequence[tuple[str, str]]
    places: Callable[[], Places]

    @property
    def facts(self) -> Sequence[Any]:
        """What stands for all of it, as values of JSON."""
        return [[[event, title.zh, title.en] for event, title in self.titles.items()], self.digests]

    def occurs(self) -> Mapping[str, Sequence[Place]]:
        """Where each term occurs, by its id."""
        return self.places()[1]

    def terms(self, shared: Corpus, lang: Lang) -> Mapping[str, list[ShownTerm]]:
        """As of ``by_letter``; ``shared`` holds the terms."""
        defined, occurs = self.places()
        return _lettered((ShownTerm(one, defined.get(one.id), occurs.get(one.id, ())) for one in _in_order(shared)), lang)


def occurring(corpus: Corpus, events: Summaries) -> Occurring:
    """What the glossary displays of the events of a corpus."""

    @cache
    def places() -> Places:
        defined: dict[str, Place] = {}
        occurs: dict[str, list[Place]] = {}
        for event in corpus.transcripts:
            own = events.made(places_in, event)
            defined |= {term: Place(event, page, address) for term, (page, address) in own["defined"].items()}
            for term, found in own["occurs"].items():
                occurs.setdefault(term, []).extend(Place(event, page, address) for page, address in found)
        return defined, occurs

    titles = {one.event.id: one.event.short for one in corpus.newest_first}
    return Occurring(titles, [(event, events.digest(places_in, event)) for event in corpus.transcripts], places)


@summary("places")
def places_in(own: Corpus) -> Mapping[str, Mapping[str, Any]]:
    """Of the only event for each term the page and the address of the sentence that explains it, and of those in which it occurs."""
    [transcript] = own.transcripts.values()
    explaining = ((term.id, *term.defined_at.partition("/")) for term in own.terms.values() if term.defined_at)
    return {
        "defined": {
            term: (transcript.segments[address].page, address) for term, event, _, address in explaining if event == transcript.event.id
        },
        "occurs": {term: [(one.page, one.address) for one in found] for term, found in places(own.finder, own.segments()).items()},
    }


def _place(segment: Segment) -> Place:
    return Place(segment.event, segment.page, segment.address)


@once
def occurrences(corpus: Corpus) -> Mapping[str, list[Segment]]:
    """For each term the sentences in which it occurs, each once, in reading order."""
    return places(corpus.finder, corpus.segments())


@once
def glossary(corpus: Corpus) -> Mapping[str, list[ShownTerm]]:
    """The terms by group, groups in the order of the vocabulary, terms in the order of the file; no empty groups."""
    by_place = {segment.place: _place(segment) for segment in corpus.segments()}
    groups: dict[str, list[ShownTerm]] = {}
    for term in _in_order(corpus):
        defined = by_place[term.defined_at] if term.defined_at else None
        groups.setdefault(term.group, []).append(ShownTerm(term, defined, [*map(_place, occurrences(corpus).get(term.id, ()))]))
    return groups


def _in_order(corpus: Corpus) -> list[Term]:
    """The terms group by group."""
    groups = list(corpus.vocabulary.groups)
    return sorted(corpus.terms.values(), key=lambda term: groups.index(term.group))


_TONES = re.compile("[\u0300-\u036f]")
"""Tone marks and dots of pinyin, taken apart from their letters."""

DIGITS = "0–9"
"""The heading of terms that begin with a digit."""


@once
def by_letter(corpus: Corpus, lang: Lang) -> Mapping[str, list[ShownTerm]]:
    """The terms by the first letter of the English or of the pinyin, and in that order; digits come first."""
    return _lettered((shown for group in glossary(corpus).values() for shown in group), lang)


def letters(corpus: Corpus, lang: Lang) -> list[str]:
    """The letters that terms are filed under, in their order."""
    return [*_lettered((ShownTerm(term, None) for term in corpus.terms.values()), lang)]


def _lettered(terms: Iterable[ShownTerm], lang: Lang) -> Mapping[str, list[ShownTerm]]:
    letters: dict[str, list[ShownTerm]] = {}
    for shown in sorted(terms, key=lambda shown: _filed(shown.term, lang)):
        first = _filed(shown.term, lang)[:1].upper()
        letters.setdefault(first if first.isalpha() else DIGITS, []).append(shown)
    return letters


def letter_id(letter: str) -> str:
    """The id of the heading of a letter; published ones have the hyphen."""
    return f"letter-{letter.lower().replace('–', '-')}"


def _filed(term: Term, lang: Lang) -> str:
    """What a term is filed under, in small letters: of its English letters and digits word by word, of its pinyin without tones and spaces.

    Spaces of pinyin are between words, not syllables, so that they would part terms that begin with the same character.
    """
    bare = unicodedata.normalize("NFD", (term.pinyin if lang == "zh" else term.en).lower())
    return (" " if lang == "en" else "").join(re.findall(r"[^\W_]+", _TONES.sub("", bare)))


def simplified_pairs(texts: Iterable[str]) -> str:
    """Pairs of characters, each with the Simplified one, that may be typed for a character of the texts; one text."""
    needed = {character for text in texts for character in text.translate(table())}
    return "".join(chr(traditional) + simplified for traditional, simplified in table().items() if simplified in needed)


def is_pinyin(corpus: Corpus, text: str) -> bool:
    """Whether a text is the pinyin of a term, tones left out."""
    return without_spaces(text) in _pinyin(corpus)


@once
def _pinyin(corpus: Corpus) -> frozenset[str]:
    return frozenset(without_spaces(term.pinyin) for term in corpus.terms.values())


def without_spaces(pinyin: str) -> str:
    """Pinyin as one word, without tone marks and spaces."""
    return toneless(pinyin).replace(" ", "")
