"""The words of a register entry: strength, scope and time that its own quotation states are the ones that are recorded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise

from ..analysis.counterparts import Counted, counter
from ..model import LANGS, Amount, Lang, RegisterEntry, Segment, Unit
from ..model.faults import Faults
from ..read.corpus import Corpus, Transcript
from ..text.folding import fold, is_han
from ..text.matching import alternation, contains_word, han_pairs
from ..text.numerals import numerals
from ..text.quantities import quantities
from ..text.years import meant, stated

_RATIOS = {"%", "倍"}
"""Forms of units that count nothing."""


def check(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """R1 strength, scope or time that the quotation states otherwise, R2 `what` or quotation, R3 order of the entries."""
    counted = counter(corpus.counterparts)
    for entry in transcript.targets:
        segment = transcript.segments.get(entry.at)
        if segment:
            _signals(corpus, entry, faults)
            _scopes(corpus, transcript, entry, segment, faults)
            _time(corpus, transcript, entry, segment, faults)
            _what(entry, faults)
            _what_scope(corpus, entry, faults)
            _quotation(corpus, transcript, entry, counted, faults)
            _threshold(corpus, entry, faults)
    _order(transcript, faults)


def _report(entry: RegisterEntry, key: str, code: str, what: str, fix: str, faults: Faults) -> None:
    faults.add(entry.where.path, entry.where.of(key), code, f"{entry.id}: {what}", fix)


def _signals(corpus: Corpus, entry: RegisterEntry, faults: Faults) -> None:
    """No word of another strength is in the quotation, and every scope whose words are there is recorded."""
    for name, strength in corpus.vocabulary.strengths.items():
        word = next((word for word in strength.words.zh if contains_word(word, entry.quote.zh, "zh")), None)
        if word and name != entry.strength:
            recorded = f"strength {entry.strength}" if entry.strength else f"kind {entry.kind}"
            _report(
                entry,
                "strength",
                "R1",
                f"the quotation says {word!r} ({name}), recorded is {recorded}",
                "record what the words say",
                faults,
            )
    own = [corpus.vocabulary.scopes[scope].words for scope in entry.scope if scope in corpus.vocabulary.scopes]
    for name, scope in corpus.vocabulary.scopes.items():
        if name in entry.scope or entry.kind == "commitment":
            continue
        chinese, english = (
            next((word for word in scope.words[lang] if _alone(word, [one for each in own for one in each[lang]], entry, lang)), None)
            for lang in LANGS
        )
        said = next((word for word in scope.words.en if contains_word(word, entry.quote.en, "en")), None)
        if (chinese and said) or (name == "new" and english):
            _report(entry, "scope", "R1", f"the quotation says {said!r}, but the scope {name} is not recorded", "add it", faults)


def _alone(word: str, own: Iterable[str], entry: RegisterEntry, lang: Lang) -> bool:
    """Whether the quotation says a word, and not only inside a longer one of the scopes that are recorded."""
    text = entry.quote[lang]
    return contains_word(word, text, lang) and not any(
        word != longer and word in longer and contains_word(longer, text, lang) for longer in own
    )


def _scopes(corpus: Corpus, transcript: Transcript, entry: RegisterEntry, segment: Segment, faults: Faults) -> None:
    """No scope is said by the quotations of other entries alone."""
    others = [other for other in transcript.entries_at[entry.at] if other is not entry]
    for name in entry.scope:
        signal = corpus.vocabulary.scopes.get(name)
        for lang in LANGS if signal else ():
            own = segment[lang].text
            for other in sorted((other.quote[lang] for other in others), key=len, reverse=True):
                own = own.replace(other, "|")
            words = [word for word in signal.words[lang] if contains_word(word, segment[lang].text, lang)] if signal else []
            if words and not any(contains_word(word, f"{entry.quote[lang]}|{own}", lang) for word in words):
                what = f"{lang}: {words[0]!r} ({name}) is in the quotation of another entry and not in that of this one"
                _report(
                    entry, "scope", "R1", what, "leave the scope out; if the word is said of both, quote it in both or in neither", faults
                )


def _time(corpus: Corpus, transcript: Transcript, entry: RegisterEntry, segment: Segment, faults: Faults) -> None:
    """The year is the one that the words mean, and words of another sentence come from one of the same speaker before it."""
    by, day, words = entry.by, transcript.event.day, corpus.vocabulary.years
    if by is None:
        return
    years = meant(words, by.words.zh, day.date.year) if day and not stated(by.words.zh, "zh") else set()
    if years and by.year not in years:
        what = f"the year is {by.year}, but {by.words.zh!r} means {', '.join(map(str, sorted(years)))}"
        faults.add(entry.where.path, by.where.of("year"), "R1", f"{entry.id}: {what}", "correct the year")
    order = list(transcript.segments)
    at = transcript.segments.get(by.at or "")
    if at and (not set(at.by) & set(segment.by) or order.index(at.address) > order.index(segment.address)):
        what = f"{entry.id}: the time comes from {at.address}, which is not before {segment.address} in the words of the same speaker"
        faults.add(entry.where.path, by.where.of("at"), "R1", what, "name the sentence before it that states the time")


def _what(entry: RegisterEntry, faults: Faults) -> None:
    """`what` speaks of the quotation, and leaves the number to the amount."""
    if sum(map(is_han, entry.quote.zh)) > 4 and han_pairs(entry.what.zh).isdisjoint(han_pairs(entry.quote.zh)):
        _report(
            entry,
            "what",
            "R2",
            f"what {entry.what.zh!r} has no words of the quotation {entry.quote.zh!r}",
            "say what is promised there",
            faults,
        )
    numbers = {str(number) for number in entry.amount.numbers} if entry.amount else set()
    for lang in LANGS:
        held = numbers & set(re.findall(r"\d+(?:\.\d+)?", entry.what[lang].replace(",", "")))
        if held:
            _report(entry, "what", "R2", f"what.{lang} holds the number {min(held)}", "leave the number to `amount`", faults)


def _what_scope(corpus: Corpus, entry: RegisterEntry, faults: Faults) -> None:
    """`what` says in Chinese the scopes that are recorded and no other, where the vocabulary lists words for them.

    Nothing is reported where the scopes, or `what`, were found wrong before.
    """
    lines = {entry.where.of(key) for key in ("scope", "what")}
    if any(fault.path == entry.where.path and fault.line in lines for fault in faults):
        return
    forms = {word: name for name, scope in corpus.vocabulary.scopes.items() for word in scope.what}
    said = {forms[word] for word in re.findall(alternation(forms), entry.what.zh)}
    for name in sorted(said.difference(entry.scope)):
        _report(
            entry,
            "what",
            "R2",
            f"what {entry.what.zh!r} says the scope {name}, which is not recorded",
            "say what the sentence says",
            faults,
        )
    for name in sorted(set(entry.scope).intersection(forms.values()) - said):
        words = ", ".join(corpus.vocabulary.scopes[name].what)
        _report(entry, "what", "R2", f"what {entry.what.zh!r} does not say the scope {name}", f"use one of {words}", faults)


def _quotation(
    corpus: Corpus, transcript: Transcript, entry: RegisterEntry, counted: Callable[[str, str], Counted], faults: Faults
) -> None:
    """The quotation says what is counted, and the two languages quote the same words of their sentences."""
    unit = corpus.units.get(entry.unit or "")
    if unit and not _RATIOS & {*unit.zh} and _bare(corpus, entry.quote.zh, unit.zh):
        _report(entry, "quote", "R2", f"the quotation {entry.quote.zh!r} does not say what is counted", "quote the words around it", faults)
    excepted = {exception.what for exception in transcript.agreement_exceptions if exception.at == entry.at}
    for place, chinese, english in counted(entry.quote.zh, entry.quote.en):
        one = corpus.counterparts[place]
        asked = one.asks != "en" and not one.apart and one.zh[0] not in excepted
        if asked and chinese and not english:
            what = f"quote.zh says {one.zh[0]!r}, quote.en does not"
            _report(entry, "quote", "R2", what, "quote the same words in both languages", faults)


def _threshold(corpus: Corpus, entry: RegisterEntry, faults: Faults) -> None:
    """The English says “each” of the threshold, so that it comes after the amount."""
    units = [corpus.units.get(name or "") for name in (entry.unit, entry.each.unit if entry.each else None)]
    if entry.amount and entry.each and units[0] and units[1] and entry.quote.en.endswith(" each"):
        amount = _places(corpus, entry.quote.en, entry.amount, units[0])
        threshold = _places(corpus, entry.quote.en, entry.each, units[1])
        if amount and threshold and min(amount) > max(threshold):
            what = f"quote.en {entry.quote.en!r} says “each” of the amount"
            _report(entry, "each", "R2", what, "record as `each` what every single one has, and as `amount` how many there are", faults)


def _places(corpus: Corpus, text: str, amount: Amount, unit: Unit) -> list[int]:
    """Where an English text states an amount."""
    found = quantities(text, "en", unit, corpus.vocabulary.operators, corpus.vocabulary.fall)
    return [one.start for one in found if one.states(amount)]


def _bare(corpus: Corpus, text: str, counting: Iterable[str]) -> bool:
    """Whether a Chinese text is a number alone, with its operator and the words that count (項)."""
    for one in reversed(numerals(text)):
        text = f"{text[: one.start]} {text[one.end :]}"
    operators = (form for one in corpus.vocabulary.operators.values() for place in (one.before, one.after) for form in place.zh)
    return not _beside((*operators, *counting)).sub("", fold(text))


@cache
def _beside(words: tuple[str, ...]) -> re.Pattern[str]:
    """What may be beside a number that is alone: some words, in folded text, and marks."""
    return re.compile(rf"{alternation(map(fold, words))}|\W")


def _order(transcript: Transcript, faults: Faults) -> None:
    """The entries are in the order of the text: of their sentences, and in a sentence of their quotations."""
    order = {address: place for place, address in enumerate(transcript.segments)}
    for before, entry in pairwise(entry for entry in transcript.targets if entry.at in order):
        if (order[entry.at], _end(transcript, entry)) < (order[before.at], _end(transcript, before)):
            _report(entry, "id", "R3", f"the entry is before {before.id} in the text", "put the entries in the order of the text", faults)


def _end(transcript: Transcript, entry: RegisterEntry) -> int:
    """Where the quotation ends in its sentence: of two that begin together the shorter is first."""
    text = transcript.segments[entry.at].zh.text
    return text.find(entry.quote.zh) + len(entry.quote.zh)
