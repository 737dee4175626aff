"""Words of readers: what they say for the words of the texts, in small files of which a query fetches those that it needs, and the words
of questions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..model import LANGS
from ..read.corpus import Corpus
from ..text.folding import is_han
from .postings import digit
from .tokens import tokens

WEIGHTS, ROLES = ("nothing", "little"), ("asks", "answers", "who", "speaker", "amount")
"""What words of questions count for, and what they say of what is asked: about speakers, or for a number."""
PLACES, FILES = 4096, 256
"""Numbers that the beginnings of words get, and the files that hold the words: a number leads to the file of its remainder.

With fewer files a query fetches more than it needs; with more numbers the list of those that are in use grows (measured with the judged
queries: some 0.9 kB gz for one, where the whole table is 10.7).
"""


def beginning(text: str) -> str:
    """What some words of readers are looked for by: the first two Han characters, folded, or the stem of the first word."""
    first, *others = tokens(text)
    return (first + others[0])[:2] if is_han(first) and others else first


def place(key: str) -> int:
    """The number of a beginning; several may share one.  ``units.js`` counts in the same way."""
    number = 0
    for character in key:
        number = (number * 31 + ord(character)) % PLACES
    return number


def in_use(numbers: list[int]) -> str:
    """Numbers in order, each as a letter or digit: how much it is more than the one before, in base 36; ``z`` goes on by 35 without being
    a number itself.
    """
    steps = (number - before for before, number in zip([0, *numbers], numbers, strict=False))
    return "".join("z" * (step // 35) + digit(step % 35) for step in steps)


def readers_words(corpus: Corpus) -> Iterator[str]:
    """All words of readers, and the words of the texts that they lead to."""
    for synonym in corpus.synonyms:
        yield from (synonym.text, *synonym.say)
    for weak in corpus.weak_words:
        yield from weak.words


def _said(corpus: Corpus, own: Mapping[int, str]) -> Iterator[tuple[int, str, str]]:
    """Number, word of the readers and word of the texts."""
    for synonym in corpus.synonyms:
        for say in synonym.say:
            yield place(beginning(say).translate(own)), say, synonym.text


def _lines(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Pairs as `word|said|said`, one line for each word of the texts."""
    found: dict[str, list[str]] = {}
    for say, text in pairs:
        found.setdefault(text, []).append(say)
    return ["|".join((text, *said)) for text, said in found.items()]


def sayings(corpus: Corpus, own: Mapping[int, str]) -> Mapping[str, list[str]]:
    """The files ``say-…`` by name: what readers say for the words of the texts (`word|said|said`); ``own``: see ``Characters``."""
    found: dict[int, list[tuple[str, str]]] = {}
    for number, say, text in _said(corpus, own):
        found.setdefault(number % FILES, []).append((say, text))
    return {f"say-{number}": _lines(pairs) for number, pairs in sorted(found.items())}


def question_words(corpus: Corpus, own: Mapping[int, str]) -> Mapping[str, Mapping[str, Any]]:
    """A file for each language: the words of questions by what they count for (``WeakWords``), of English ones the stems, of those that
    say what is asked the words; and ``said``, the numbers in use among the beginnings of words that readers say, as ``in_use`` writes them.
    """
    found: dict[str, dict[str, Any]] = {lang: {part: [] for part in (*WEIGHTS, *ROLES)} for lang in LANGS}
    for weak in corpus.weak_words:
        words = weak.words if weak.lang == "zh" or weak.weight in ROLES else [stem for word in weak.words for stem in tokens(word)]
        found[weak.lang][weak.weight] += words
    said = {lang: sorted({number for number, say, _ in _said(corpus, own) if is_han(say) == (lang == "zh")}) for lang in found}
    return {
        f"words-{lang}": {**{part: list(dict.fromkeys(words)) for part, words in content.items()}, "said": in_use(said[lang])}
        for lang, content in found.items()
    }
