"""House style: our own prose holds no word of ``data/house-style.yml``.

Our own prose is every text in both languages except those that give the words of the transcript, and the lines of pages outside
the transcript.  In it, quotations and titles are left out, and in Chinese the terms of the glossary and the offices and names of
people too: they are the transcript's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..analysis.bilingual import OF_THE_TRANSCRIPT, REMEMBERED, own_texts
from ..model import LANGS, AvoidedWord, Lang
from ..model.faults import Faults
from ..read.corpus import Corpus
from ..text.matching import alternation, small, whole
from ..text.memory import Listed, kept
from .repeats import repeats

_QUOTED = "「[^」]*」|『[^』]*』|《[^》]*》|“[^”]*”"
_CODE = r"`[^`]*`|\]\([^)]*\)|\{[^}]*\}|<!--.*?-->"  # code, the target of a link, a placeholder or an id, a directive


def check(corpus: Corpus, faults: Faults) -> None:
    """U1 a word that our own prose does not use, U2 a word listed twice."""
    if not corpus.house_style:
        return
    _listed_once(corpus.house_style, faults)
    others = {lang: re.compile(f"{_QUOTED}|{_CODE}|{alternation(_transcript_words(corpus, lang))}") for lang in LANGS}
    any_word = {lang: Listed(tuple(small(word) for one in corpus.house_style if one.lang == lang for word in one.words)) for lang in LANGS}
    for path, line, lang, text in _own_prose(corpus):
        if not _may_hold(any_word[lang], text):
            continue
        own = _blanked(others[lang], text)
        for avoided in corpus.house_style:
            for word in avoided.words:
                if avoided.lang == lang and _holds(word, own, lang) and _holds(word, _without(avoided.unless, text, others[lang]), lang):
                    faults.add(
                        path,
                        line,
                        "U1",
                        f"our own prose does not use {word!r}: {avoided.reason}",
                        f"write {avoided.write}; words of the transcript belong in quotation marks, and other names that hold it "
                        f"in `unless` of {avoided.where.path}:{avoided.where.line}",
                    )


@kept(REMEMBERED)
def _may_hold(words: Listed[tuple[str, ...]], text: str) -> bool:
    """Whether any of some words in small letters is in a text: in most there is none, and to look closer takes longer."""
    folded = small(text)
    return any(word in folded for word in words.value)


def _listed_once(words: Iterable[AvoidedWord], faults: Faults) -> None:
    """Report a word that is listed twice (U2)."""
    listed = ((avoided, word) for avoided in words for word in avoided.words)
    for avoided, word in repeats(listed, lambda one: (one[0].lang, small(one[1]))):
        faults.add(avoided.where.path, avoided.where.of("words"), "U2", f"{word!r} is listed already", "remove it")


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


def _own_prose(corpus: Corpus) -> Iterator[tuple[str, int, Lang, str]]:
    """Path, line, language and text of every line of a page and every text in the data that is ours."""
    for page in corpus.pages.values():
        for line, text in page.prose:
            yield page.path, line, page.lang, text
    for name, pair in own_texts(corpus):
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
