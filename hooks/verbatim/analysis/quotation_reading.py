"""What the quotation of a register entry says otherwise than the entry records it: strength, scope, year.

The clause around it is compared in ``clause_reading``; both leave a value that the entry excepts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import LANGS, Deadline, Lang, RegisterEntry, Segment, YearWords
from ..model.register import ReadKey
from ..read.corpus import Corpus, Transcript
from ..text.matching import contains_word
from ..text.years import meant, stated
from .clause_reading import can_have, strengths_in


@dataclass(frozen=True)
class Otherwise:
    """A value that the quotation states otherwise: its key, the line, what the words say, and what to do."""

    key: ReadKey
    line: int
    says: str
    fix: str


def otherwise(corpus: Corpus, transcript: Transcript, entry: RegisterEntry) -> list[Otherwise]:
    """The values of an entry that its own quotation states otherwise, whether or not it excepts them."""
    segment = transcript.segments.get(entry.at)
    if segment is None:
        return []
    return [
        *_strength(corpus, entry),
        *_scopes_left_out(corpus, entry),
        *_scopes_of_others(corpus, transcript, entry, segment),
        *_year(corpus.vocabulary.years, transcript, entry),
    ]


def _strength(corpus: Corpus, entry: RegisterEntry) -> Iterator[Otherwise]:
    """A strength that none of the words of the quotation gives; of a figure the clause decides whether it promises."""
    said = strengths_in(corpus.vocabulary, entry.quote.zh)
    if said and entry.strength and entry.strength not in said.values():
        words = " or ".join(f"{word!r} ({name})" for word, name in said.items())
        says = f"the quotation says {words}, recorded is strength {entry.strength}"
        yield Otherwise("strength", entry.where.of("strength"), says, "record what the words say")


def _scopes_left_out(corpus: Corpus, entry: RegisterEntry) -> Iterator[Otherwise]:
    """Scopes that the quotation says in both languages and the entry does not record."""
    own = [corpus.vocabulary.scopes[scope].words for scope in entry.scope if scope in corpus.vocabulary.scopes]
    for name, scope in corpus.vocabulary.scopes.items():
        if name in entry.scope or entry.kind == "commitment" or not can_have(corpus, entry, name):
            continue
        longer = [word for one in own for word in one.zh]
        chinese = any(_alone(word, longer, entry, "zh") for word in scope.words.zh)
        said = next((word for word in scope.words.en if contains_word(word, entry.quote.en, "en")), None)
        if chinese and said:
            says = f"the quotation says {said!r}, but the scope {name} is not recorded"
            yield Otherwise("scope", entry.where.of("scope"), says, "add it")


def _alone(word: str, own: Iterable[str], entry: RegisterEntry, lang: Lang) -> bool:
    """Whether the quotation says a word, and not only inside a longer one of the scopes that are recorded."""
    text = entry.quote[lang]
    return contains_word(word, text, lang) and not any(
        word != longer and word in longer and contains_word(longer, text, lang) for longer in own
    )


def _scopes_of_others(corpus: Corpus, transcript: Transcript, entry: RegisterEntry, segment: Segment) -> Iterator[Otherwise]:
    """Scopes that only the quotations of other entries of the sentence say."""
    others = [other for other in transcript.entries_at[entry.at] if other is not entry]
    for name in entry.scope:
        signal = corpus.vocabulary.scopes.get(name)
        for lang in LANGS if signal else ():
            own = segment[lang].text
            for other in sorted((other.quote[lang] for other in others), key=len, reverse=True):
                own = own.replace(other, "|")
            words = [word for word in signal.words[lang] if contains_word(word, segment[lang].text, lang)] if signal else []
            if words and not any(contains_word(word, f"{entry.quote[lang]}|{own}", lang) for word in words):
                says = f"{lang}: {words[0]!r} ({name}) is in the quotation of another entry and not in that of this one"
                fix = "leave the scope out; if the word is said of both, quote it in both or in neither"
                yield Otherwise("scope", entry.where.of("scope"), says, fix)


def _year(words: YearWords, transcript: Transcript, entry: RegisterEntry) -> Iterator[Otherwise]:
    """A year that the words of time do not mean."""
    by, day = entry.by, transcript.event.day
    at = transcript.segments.get(by.at or entry.at) if by else None
    if by is None or day is None or at is None or stated(by.words.zh, "zh"):
        return
    years = _meant(words, by, at.zh.text, day.date.year)
    if years and by.year not in years:
        says = f"the year is {by.year}, but {by.words.zh!r} means {', '.join(map(str, sorted(years)))}"
        yield Otherwise("by", by.where.of("year"), says, "correct the year")


def _meant(words: YearWords, by: Deadline, sentence: str, year: int) -> set[int]:
    """The years that words of time may mean: the end of the year is also that of a year which the sentence names before."""
    years = meant(words, by.words.zh, year)
    if years and not any(word.startswith("今") and word in by.words.zh for word in words.this):
        before = sentence.partition(by.words.zh)[0]
        years |= meant(words, before, year) | set(stated(before, "zh")) if years == {year} else set()
    return years
