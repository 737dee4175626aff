"""Light changes, which leave every word and may be sealed in bulk: marks between words, capitals, a corrected spelling.

Everything else is asked for one by one: no list of words holds all that can turn a promise, but what cannot turn one is a short list.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ..model import LANGS, Lang, RegisterEntry, Segment
from ..read.corpus import Corpus
from ..text.english_words import alike, unlisted
from ..text.folding import fold
from ..text.term_finder import Finder
from .seals import bearing, facts

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_PIECES = re.compile(r"\w(?:['.,:/–-]*\w)*|[^\w\s.,;:!…—]")
"""Words and numbers with the marks inside them (won't, 3–5, 10:00), and every mark that can turn a sentence (?, %, $)."""


def is_light(before: Segment | None, after: Segment, corpus: Corpus) -> bool:
    """Whether the words of a pair are those that were compared, or other renderings that the glossary has of its terms."""
    if before is None or bearing(before, after, corpus):
        return False
    terms = {one.term for one in corpus.finder.zh(after.zh.text)}
    return all(_same(before[lang].text, after[lang].text, lang, corpus.finder, terms) for lang in LANGS)


def is_light_entry(before: RegisterEntry | None, after: RegisterEntry, corpus: Corpus) -> bool:
    """Whether a register entry says what it said: number, operator, quotation and all else are equal, and ``what`` has the same words."""
    if before is None or _decisive(before) != _decisive(after):
        return False
    return all(_same(before.what[lang], after.what[lang], lang, corpus.finder, ()) for lang in LANGS)


def _decisive(entry: RegisterEntry) -> dict[str, str]:
    """All that an entry says of its sentence, without its own words for it."""
    return {key: value for key, value in facts(entry) if key != "what"}


def _same(before: str, after: str, lang: Lang, finder: Finder, terms: Collection[str]) -> bool:
    """Whether two texts of a language have the same words in the same order; Chinese is as received, so that each of its signs counts."""
    if lang == "zh":
        return fold(before).split() == fold(after).split()
    old, new = (list(_pieces(text, finder, terms)) for text in (before, after))
    return len(old) == len(new) and all(map(_same_piece, old, new))


def _pieces(text: str, finder: Finder, terms: Collection[str]) -> Iterator[str]:
    """The words of an English text and the marks that count; in the place of a rendering of a term its id."""
    end = 0
    for one in finder.en(text, terms):
        yield from _PIECES.findall(text[end : one.start].translate(_STRAIGHT))
        yield f"term {one.term}"
        end = one.end
    yield from _PIECES.findall(text[end:].translate(_STRAIGHT))


def _same_piece(before: str, after: str) -> bool:
    """Whether two pieces are one word, whatever their capitals (but US is not us), or the first is misspelled and the second is not."""
    old, new = (one if one.isupper() and len(one) > 1 else one.lower() for one in (before, after))
    return old == new or (bool(unlisted(old)) and new in alike(old))
