"""The words of a register entry: strength, scope and time that its own quotation states are the ones that are recorded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise

from ..analysis.counterparts import Counted, counter, spans
from ..analysis.quotation_reading import otherwise
from ..model import LANGS, Amount, RegisterEntry, Segment, Unit
from ..model.faults import Faults
from ..read.corpus import Corpus, Transcript
from ..text.folding import fold, is_han
from ..text.matching import alternation, han_pairs
from ..text.numerals import numerals
from ..text.quantities import quantities

_FEW = 4
"""So many Han characters of a quotation, beside its number, may say nothing that `what` has to say."""


def check(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """R1 strength, scope or time that the quotation states otherwise, R2 `what` or quotation, R3 order of the entries."""
    counted = counter(corpus.counterparts)
    for entry in transcript.entries:
        segment = transcript.segments.get(entry.at)
        if segment:
            excepted = {exception.key for exception in entry.exceptions}
            stated = [one for one in otherwise(corpus, transcript, entry) if one.key not in excepted]
            for one in stated:
                where, key = (entry.by.where, "year") if one.key == "by" and entry.by else (entry.where, one.key)
                faults.at(where, key, "R1", f"{entry.id}: {one.says}", one.fix)
            _time(transcript, entry, segment, faults)
            _what(corpus, entry, faults)
            _what_year(corpus, entry, counted, faults)
            _what_scope(corpus, entry, any(one.key == "scope" for one in stated), faults)
            _quotation(corpus, transcript, entry, counted, faults)
            _threshold(corpus, entry, faults)
    _order(transcript, faults)


def _report(entry: RegisterEntry, key: str, code: str, what: str, fix: str, faults: Faults) -> None:
    faults.at(entry.where, key, code, f"{entry.id}: {what}", fix)


def _time(transcript: Transcript, entry: RegisterEntry, segment: Segment, faults: Faults) -> None:
    """Words of time of another sentence come from one of the same speaker before it."""
    by, order = entry.by, list(transcript.segments)
    at = transcript.segments.get(by.at or "") if by else None
    if by and at and (not set(at.by) & set(segment.by) or order.index(at.address) > order.index(segment.address)):
        what = f"{entry.id}: the time comes from {at.address}, which is not before {segment.address} in the words of the same speaker"
        faults.at(by.where, "at", "R1", what, "name the sentence before it that states the time")


def _what(corpus: Corpus, entry: RegisterEntry, faults: Faults) -> None:
    """`what` speaks of the quotation, and leaves the number to the amount."""
    unit = corpus.units.get(entry.unit or "")
    words = beside_numbers(corpus, entry.quote.zh, unit.zh if unit else ())
    if sum(map(is_han, words)) > _FEW and han_pairs(entry.what.zh).isdisjoint(han_pairs(entry.quote.zh)):
        _report(
            entry,
            "what",
            "R2",
            f"what {entry.what.zh!r} has no words of the quotation {entry.quote.zh!r}",
            "say with words of the quotation what it is about, or quote more of the sentence",
            faults,
        )
    numbers = {str(number) for number in entry.amount.numbers} if entry.amount else set()
    for lang in LANGS:
        held = numbers & set(re.findall(r"\d+(?:\.\d+)?", entry.what[lang].replace(",", "")))
        if held:
            _report(entry, "what", "R2", f"what.{lang} holds the number {min(held)}", "leave the number to `amount`", faults)


def _what_year(corpus: Corpus, entry: RegisterEntry, counted: Callable[[str, str], Counted], faults: Faults) -> None:
    """`what` means the same year in both languages (去年, last year)."""
    years = corpus.vocabulary.years
    words = {*years.before_last, *years.last, *years.this, *years.next}
    for place, chinese, english in counted(entry.what.zh, entry.what.en):
        one = corpus.counterparts[place]
        if not words.isdisjoint(one.zh) and bool(chinese) != bool(english) and one.asks != ("en" if chinese else "zh"):
            said, lang = (one.zh[0], "en") if chinese else (one.en[0], "zh")
            _report(entry, "what", "R2", f"what.{lang} does not say {said!r}", "say the same time in both languages, or in neither", faults)


def _what_scope(corpus: Corpus, entry: RegisterEntry, wrong: bool, faults: Faults) -> None:
    """`what` says in Chinese the scopes that are recorded and no other, where the vocabulary lists words for them.

    Nothing is reported where the scopes are ``wrong``, or these or `what` were found wrong before.  A word of the quotation may be in
    `what` too, and one that says what kind of number a percentage is.
    """
    lines = {entry.where.keys[key] for key in ("scope", "what") if key in entry.where.keys}
    if wrong or any(fault.path == entry.where.path and fault.line in lines for fault in faults):
        return
    scopes, quote = corpus.vocabulary.scopes, fold(entry.quote.zh)
    forms = {word: name for name, scope in scopes.items() for word in scope.what}
    said = {forms[word]: word for word in re.findall(alternation(forms), entry.what.zh)}
    for name in sorted(said.keys() - set(entry.scope)):
        if fold(said[name]) not in quote and scopes[name].numbers != "ratios":
            what = f"what {entry.what.zh!r} says the scope {name}, which is not recorded"
            fix = f"say what the sentence says, without {said[name]}"
            _report(entry, "what", "R2", what, fix, faults)
    for name in sorted(set(entry.scope).intersection(forms.values()) - said.keys()):
        words = ", ".join(scopes[name].what)
        _report(entry, "what", "R2", f"what {entry.what.zh!r} does not say the scope {name}", f"use one of {words}", faults)


def _quotation(
    corpus: Corpus, transcript: Transcript, entry: RegisterEntry, counted: Callable[[str, str], Counted], faults: Faults
) -> None:
    """The quotation says what is counted, and the two languages quote the same words of their sentences."""
    unit = corpus.units.get(entry.unit or "")
    at = transcript.segments.get(entry.at)
    is_cell = at is not None and at.zh.in_table and entry.quote.zh in at.zh.cells  # whose row and column say what is counted
    if unit and not unit.is_ratio and not is_cell and not beside_numbers(corpus, entry.quote.zh, unit.zh):
        _report(entry, "quote", "R2", f"the quotation {entry.quote.zh!r} does not say what is counted", "quote the words around it", faults)
    excepted = {exception.what for exception in transcript.agreement_exceptions if exception.at == entry.at}
    for place, chinese, english in counted(entry.quote.zh, entry.quote.en):
        one = corpus.counterparts[place]
        asked = one.asks != "en" and not one.apart and one.zh[0] not in excepted
        if asked and chinese and not english:
            start, end = next(iter(spans(one, "zh", entry.quote.zh)))
            what = f"quote.zh says {entry.quote.zh[start:end]!r}, quote.en does not"
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


def beside_numbers(corpus: Corpus, text: str, counting: Iterable[str]) -> str:
    """A Chinese text without its numbers, their operators and the words that are ``counting`` (項): empty of a number alone."""
    for one in reversed(numerals(text)):
        text = f"{text[: one.start]} {text[one.end :]}"
    operators = (form for one in corpus.vocabulary.operators.values() for place in (one.before, one.after) for form in place.zh)
    return _beside((*operators, *counting)).sub("", fold(text))


@cache
def _beside(words: tuple[str, ...]) -> re.Pattern[str]:
    """What may be beside a number that is alone: some words, in folded text, and marks."""
    return re.compile(rf"{alternation(map(fold, words))}|\W")


def _order(transcript: Transcript, faults: Faults) -> None:
    """The entries are in the order of the text: of their sentences, and in a sentence of their quotations."""
    order = {address: place for place, address in enumerate(transcript.segments)}
    for before, entry in pairwise(entry for entry in transcript.entries if entry.at in order):
        if (order[entry.at], _end(transcript, entry)) < (order[before.at], _end(transcript, before)):
            _report(entry, "id", "R3", f"the entry is before {before.id} in the text", "put the entries in the order of the text", faults)


def _end(transcript: Transcript, entry: RegisterEntry) -> int:
    """Where the quotation ends in its sentence: of two that begin together the shorter is first."""
    text = transcript.segments[entry.at].zh.text
    return text.find(entry.quote.zh) + len(entry.quote.zh)
