"""What the quotation of a register entry says otherwise than the entry records it: strength, scope, year.

The clause around it is compared in ``clause_reading``; both leave a value that the entry excepts.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import LANGS, Deadline, RegisterEntry, Segment, YearWords
from ..read.corpus import Corpus, Transcript
from ..text.matching import contains_word
from ..text.signal_words import scopes, strengths, without
from ..text.years import meant, stated
from .clause_reading import Misread, can_have


def otherwise(corpus: Corpus, transcript: Transcript, entry: RegisterEntry) -> list[Misread]:
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


def _strength(corpus: Corpus, entry: RegisterEntry) -> Iterator[Misread]:
    """A strength that none of the words of the quotation gives; of a figure the clause decides whether it promises."""
    said = {one.word: one.key for one in strengths(corpus.vocabulary, entry.quote.zh)}
    if said and entry.strength and entry.strength not in said.values():
        words = " or ".join(f"{word!r} ({name})" for word, name in said.items())
        yield Misread("strength", f"the quotation says {words}, recorded is strength {entry.strength}", "record what the words say")


def _scopes_left_out(corpus: Corpus, entry: RegisterEntry) -> Iterator[Misread]:
    """Scopes that the quotation says in both languages and the entry does not record."""
    said = {one.key for one in scopes(corpus.vocabulary, entry.quote.zh)}
    for name, scope in corpus.vocabulary.scopes.items():
        if name not in said or name in entry.scope or entry.kind == "commitment" or not can_have(corpus, entry, name):
            continue
        english = next((word for word in scope.words.en if contains_word(word, entry.quote.en, "en")), None)
        if english:
            yield Misread("scope", f"the quotation says {english!r}, but the scope {name} is not recorded", "add it")


def _scopes_of_others(corpus: Corpus, transcript: Transcript, entry: RegisterEntry, segment: Segment) -> Iterator[Misread]:
    """Scopes that only the quotations of other entries of the sentence say."""
    others = [other for other in transcript.entries_at[entry.at] if other is not entry]
    for name in entry.scope:
        signal = corpus.vocabulary.scopes.get(name)
        for lang in LANGS if signal else ():
            own = f"{entry.quote[lang]}|{without(segment[lang].text, (other.quote[lang] for other in others))}"
            words = [word for word in signal.words[lang] if contains_word(word, segment[lang].text, lang)] if signal else []
            if words and not any(contains_word(word, own, lang) for word in words):
                says = f"{lang}: {words[0]!r} ({name}) is in the quotation of another entry and not in that of this one"
                fix = "leave the scope out; if the word is said of both, quote it in both or in neither"
                yield Misread("scope", says, fix)


def _year(words: YearWords, transcript: Transcript, entry: RegisterEntry) -> Iterator[Misread]:
    """A year that the words of time do not mean."""
    by, day = entry.by, transcript.event.day
    at = transcript.segments.get(by.at or entry.at) if by else None
    if by is None or day is None or at is None or stated(by.words.zh, "zh"):
        return
    years = _meant(words, by, at.zh.text, day.date.year)
    if years and by.year not in years:
        says = f"the year is {by.year}, but {by.words.zh!r} means {', '.join(map(str, sorted(years)))}"
        yield Misread("by", says, "correct the year")


def _meant(words: YearWords, by: Deadline, sentence: str, year: int) -> set[int]:
    """The years that words of time may mean: the end of the year is also that of a year which the sentence names before."""
    years = meant(words, by.words.zh, year)
    if years and not any(word.startswith("今") and word in by.words.zh for word in words.this):
        before = sentence.partition(by.words.zh)[0]
        years |= meant(words, before, year) | set(stated(before, "zh")) if years == {year} else set()
    return years
