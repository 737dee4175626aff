"""The glossary as pages and books show it: entries by group, each with the sentences in which it occurs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from ..model import Segment, Term
from ..read.corpus import Corpus
from ..text.folding import toneless
from ..text.readings import table
from ..text.term_finder import places


@dataclass(frozen=True)
class GlossaryEntry:
    """A term, the sentence in which the transcript explains it, if any, and the sentences in which it occurs."""

    term: Term
    defined_at: Segment | None
    occurs: list[Segment] = field(default_factory=list)


@lru_cache(maxsize=8)
def occurrences(corpus: Corpus) -> Mapping[str, list[Segment]]:
    """For each term the sentences in which it occurs, each once, in reading order."""
    return places(corpus.finder, corpus.segments())


@lru_cache(maxsize=8)
def glossary(corpus: Corpus) -> Mapping[str, list[GlossaryEntry]]:
    """The entries by group, groups in the order of the vocabulary, entries in the order of the file; no empty groups."""
    by_place = {segment.place: segment for segment in corpus.segments()}
    groups: dict[str, list[GlossaryEntry]] = {name: [] for name in corpus.vocabulary.groups}
    for term in corpus.terms.values():
        defined = by_place[term.defined_at] if term.defined_at else None
        groups[term.group].append(GlossaryEntry(term, defined, list(occurrences(corpus).get(term.id, []))))
    return {name: entries for name, entries in groups.items() if entries}


def simplified_pairs(texts: Iterable[str]) -> str:
    """Pairs of characters, each with the Simplified one, that may be typed for a character of the texts; one text."""
    needed = {one for text in texts for one in text.translate(table())}
    return "".join(chr(traditional) + one for traditional, one in table().items() if one in needed)


def is_pinyin(corpus: Corpus, text: str) -> bool:
    """Whether a text is the pinyin of a term, tones left out."""
    return without_spaces(text) in _pinyin(corpus)


@lru_cache(maxsize=8)
def _pinyin(corpus: Corpus) -> frozenset[str]:
    return frozenset(without_spaces(term.pinyin) for term in corpus.terms.values())


def without_spaces(pinyin: str) -> str:
    """Pinyin as one word, without tone marks and spaces."""
    return toneless(pinyin).replace(" ", "")
