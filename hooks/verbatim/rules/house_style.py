"""House style: our own prose holds no word of ``data/house-style.yml``.

Our own prose is every text in both languages except those that give the words of the transcript, the lines of pages outside the
transcript, and the Chinese titles of sources, since the English ones give names as they are.  In it, quotations and titles are left
out, and in Chinese the terms of the glossary and the offices and names of people too: they are the transcript's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..analysis.bilingual import OF_THE_TRANSCRIPT, REMEMBERED, Texts, pairs, shared_texts
from ..model import LANGS, AvoidedWord, Lang, Source
from ..model.faults import Faults
from ..read.corpus import EVENTS, Corpus
from ..text.cache import Listed, cached
from ..text.matching import alternation, small, whole
from .pages import Pages
from .repeats import repeats

_QUOTED = "「[^」]*」|『[^』]*』|《[^》]*》|“[^”]*”"
_CODE = r"`[^`]*`|\]\([^)]*\)|\{[^}]*\}|<!--.*?-->"  # code, the target of a link, a placeholder or an id, a directive

_Style = tuple[tuple[tuple[Lang, tuple[tuple[str, str], ...], tuple[str, ...]], ...], tuple[str, ...]]
"""For each line of the list its language, its words, each also in small letters, and longer strings that may hold them; and the words of
transcripts that our prose may use.
"""


def check(corpus: Corpus, events: Iterable[Listed[Corpus]], faults: Faults) -> None:
    """U1 a word that our own prose does not use, U2 a word listed twice."""
    if not corpus.house_style:
        return
    _listed_once(corpus.house_style, faults)
    zh, en = (_style(corpus, lang) for lang in LANGS)
    shared = _found(zh, en, corpus.shared_pages, corpus.sources(), shared_texts(corpus))
    for path, line, place, word in (*shared, *(one for own in events for one in _in(zh, en, own))):
        avoided = corpus.house_style[place]
        if avoided.spelling and word in _said_at(corpus, path):
            continue
        faults.add(
            path,
            line,
            "U1",
            f"our own prose does not use {word!r}: {avoided.reason}",
            f"write {avoided.write}; words of the transcript belong in quotation marks, and other names that hold it "
            f"in `unless` of {avoided.where.path}:{avoided.where.line}",
        )


def avoided_in(corpus: Corpus, lang: Lang, text: str) -> list[tuple[AvoidedWord, str]]:
    """The words of a text of our own that the house style avoids, each with its line of the list."""
    return [(corpus.house_style[place], word) for place, word in _held(_style(corpus, lang), lang, text)]


def _style(corpus: Corpus, lang: Lang) -> Listed[_Style]:
    named = tuple((one.lang, tuple((word, small(word)) for word in one.words), one.unless) for one in corpus.house_style)
    return Listed((named, tuple(_transcript_words(corpus, lang))))


_Found = tuple[str, int, int, str]
"""Path and line of an avoided word, the place of its line in the list, and the word."""


@cached(EVENTS)
def _in(zh: Listed[_Style], en: Listed[_Style], own: Listed[Corpus]) -> tuple[_Found, ...]:
    """The avoided words that are our own in what belongs to an event."""
    (transcript,) = own.value.transcripts.values()
    return tuple(_found(zh, en, own.value.pages, transcript.sources, pairs(transcript)))


def _found(zh: Listed[_Style], en: Listed[_Style], pages: Pages, sources: Iterable[Source], texts: Texts) -> Iterator[_Found]:
    """The avoided words that are our own in some pages, sources and texts of the data."""
    style = {"zh": zh, "en": en}
    for path, line, lang, text in _own_prose(pages, sources, texts):
        yield from ((path, line, place, word) for place, word in _held(style[lang], lang, text))


def _said_at(corpus: Corpus, path: str) -> str:
    """The Chinese of the transcript that a file is about; empty of shared files."""
    own = [transcript for event, transcript in corpus.transcripts.items() if event in path.split("/")]
    return "\n".join(segment.zh.text for transcript in own for segment in transcript.segments.values())


@cached(REMEMBERED)
def _held(style: Listed[_Style], lang: Lang, text: str) -> tuple[tuple[int, str], ...]:
    """The avoided words that are our own in a text, each with the place of its line in the list."""
    named, transcript = style.value
    folded, others = small(text), None
    found = []
    for place, (of, words, unless) in enumerate(named):
        for word, low in words if of == lang else ():
            if low in folded:  # in most texts is none, and to look closer takes longer
                others = others or _others(transcript)
                if _holds(word, _blanked(others, text), lang) and _holds(word, _without(unless, text, others), lang):
                    found.append((place, word))
    return tuple(found)


@lru_cache(maxsize=2)
def _others(transcript: tuple[str, ...]) -> re.Pattern[str]:
    """What is not our own in a prose: quotations, titles, code, and words of the transcript."""
    return re.compile(f"{_QUOTED}|{_CODE}|{alternation(transcript)}")


def _listed_once(words: Iterable[AvoidedWord], faults: Faults) -> None:
    """Report a word that is listed twice (U2)."""
    listed = ((avoided, word) for avoided in words for word in avoided.words)
    for avoided, word in repeats(listed, lambda one: (one[0].lang, small(one[1]))):
        faults.at(avoided.where, "words", "U2", f"{word!r} is listed already", "remove it")


def _transcript_words(corpus: Corpus, lang: Lang) -> Iterator[str]:
    """The words of the transcript that our Chinese prose may use without quotation marks; English has translations only."""
    if lang == "en":
        return
    for term in corpus.terms.values():
        yield from term.forms(lang)
    for person in corpus.people.values():
        yield person.name.zh
        if person.office:
            yield person.office.zh


def _own_prose(pages: Pages, sources: Iterable[Source], texts: Texts) -> Iterator[tuple[str, int, Lang, str]]:
    """Path, line, language and text of every line of a page and every text in the data that is ours."""
    for page in pages.values():
        for line, text in page.prose:
            yield page.path, line, page.lang, text
    for source in sources:
        if source.title_zh:
            yield source.where.path, source.where.of("title_zh"), "zh", source.title_zh
    for name, pair in texts:
        for lang in LANGS if name not in OF_THE_TRANSCRIPT else ():
            yield pair.where.path, pair.where.of(lang), lang, pair[lang]


def _without(longer: Iterable[str], text: str, others: re.Pattern[str]) -> str:
    """Our own words of a text, longer strings that may hold an avoided word taken out first."""
    return _blanked(others, _blanked(re.compile(alternation(longer), re.I), text))


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    """The text with a space for each match."""
    return pattern.sub(" ", text)


def _holds(word: str, text: str, lang: Lang) -> bool:
    """Whether a text holds a word: in Chinese any string, in English a whole word in small or capital letters."""
    return word in text if lang == "zh" else next(whole(small(word), small(text)), None) is not None
