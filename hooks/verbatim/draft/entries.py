"""Register entries drafted from the words of a transcript: numbers with a unit, and words of promise."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ..analysis.announcements import heads_next, promising
from ..analysis.clause_reading import TimeWords, fits, is_repeated, reading
from ..model import PROMISES, EntryKind, Segment, Vocabulary
from ..read.corpus import Corpus, Transcript
from ..read.yaml_reader import is_plain
from ..received.words import any_of
from ..rules.register_words import beside_numbers
from ..text import periods, years
from ..text.clauses import clauses
from ..text.counts_nothing import Spans, spans_of
from ..text.han_numbers import CHARACTERS
from ..text.item_numbers import length_of_mark
from ..text.multiples import is_in_multiple
from ..text.numerals import Numeral, numerals, plain, without_exponent
from ..text.open_points import MARK, is_open, open_value
from ..text.promises import VERBS, begins_change, is_coming, is_extent, is_ordinary, is_time, names_thing, opens, pledges, says_when, verb
from ..text.quantities import Quantity, quantities
from ..text.scripts import HAN
from ..text.signal_words import scopes, strengths
from .accounts import counts_parts, is_base
from .clock_times import time_at
from .measures import Units, limited_length
from .number_quotations import quoted_numbers, with_deadline
from .outlook import asks_year, intends

_LARGEST_PART = 1_000
"""The largest denominator of a fraction that is not said in hundredths or thousandths."""
_FRACTION = re.compile("(?<![百千萬万])分之")
_WHICH_YEAR = "which year? The sentence names another one before it"
_RESTATED = "does the speaker only say again what somebody else promised? Then keep the entry of that one"
_SAID_BEFORE = re.compile(
    plain(
        "(?:剛才|剛剛|前面|此前|先前|方才)(?![^，。；]{0,4}我)[^，。；]{1,12}?(?:提到|說到|講到|談到|說|講|介紹|表示|宣布)[過了]*[，,：:]"
    )
)
"""A clause by which a speaker begins to say again what somebody else has said (剛才處長提到，)."""
_CUT_SHORT = "is a word cut off at the end of this quotation, or at the beginning of the next one?"
_NO_WORD = "no word of promise comes before it"
_SINGLE = frozenset("一十百千萬万億亿")
"""Numerals that say “one” or “many” rather than how many."""
_ONE = "一"
_BEFORE_A_VERB, _BEFORE_A_NUMBER = (any_of(name) for name in ("least-and-most", "limits"))
_LIMIT = re.compile(rf"(?:{_BEFORE_A_VERB})(?:(?![{CHARACTERS}])[{HAN}]){{0,4}}\Z|(?:{_BEFORE_A_NUMBER})\Z")
"""What before 一 says that it is a limit."""
_IN_WORDS = re.compile(any_of("words-with-one"))
_NOTHING = re.compile(r"[位项条](?=[，,。：:；;！!？?]|\Z)|\w制(?![定造作成度])")
"""What follows a numeral in characters that counts those who listen or what was said before, or names a system (三班制)."""
_OF_US = re.compile(rf"(?:{any_of('those-present')})这?\Z")
"""What stands before a numeral that counts those who speak or listen, or what was said before (我們兩個部門)."""
_RATIO = re.compile(r"每[\d一二三四五六七八九十百千万两]+[^，,。；;\d]{1,8}?有[一\d][^，,。；;]?")
"""What says a share in two numbers (每五個縣民就有一個)."""
_NAME = re.compile(
    rf"[“「《](?:(?!(?:{VERBS}))[^\W\d]{{0,4}}\d[\d.]*(?!\d)(?:(?!{VERBS})[^\W\d]){{3,10}}|[{CHARACTERS}]{{1,3}}(?:(?!{VERBS})[^\W\d]){{2,6}})[”」》]"
)
"""A name in quotation marks that holds a number, or begins with a numeral (“雙通道”), with more behind its unit, and no verb of work."""
_LISTS = re.compile(r"(?:以下|下列|如下|下面)[^,，;；。:：]{0,8}[:：。]?\Z")
"""The end of a sentence that only says that something follows (做好以下幾項工作：), which promises what follows and nothing else."""
_TOWARDS = re.compile(r"将(?:面向|针对|围绕|根据|依据|按照|依托|结合|立足)[^,，]*\Z")
"""A clause that says for whom or by what something will be done (將面向老人，), and not what."""
_YEAR_BEFORE = re.compile(r"(?:民国)?(?<!\d)\d{3,4}年\Z")
"""The year at the end of what comes before words of time (115年／3月)."""


@dataclass(frozen=True)
class Drafted:
    """A register entry of the draft, its English open; ``amount`` is its value in YAML, of ``units`` a person has to choose one."""

    id: str
    at: str
    zh: str
    kind: EntryKind
    why: str = ""
    amount: str = ""
    unit: str = ""
    units: tuple[str, ...] = ()
    year: int = 0
    period: str = ""
    words: str = ""
    time_at: str = ""
    strength: str = ""
    scope: tuple[str, ...] = ()
    doubt: str = ""


@dataclass(frozen=True)
class _PromisingSentence:
    """A sentence of somebody who can promise, with the day of the event, and what gives its words of promise (``promising``)."""

    text: str
    day: datetime.date | None
    promised: Callable[[int, int], str]

    def promise(self, zh: str) -> tuple[str, str]:
        """The word that makes a promise of the number of a quotation, or empty, and the reason in words."""
        end = self.text.find(zh) + len(zh)
        if begins_change(zh):
            return "", "it is where a change begins"
        if is_extent(zh):
            return "", "it says how far something holds"
        if is_repeated(self.text, zh):
            return "", "it is in words of somebody else"
        word = self.promised(end, next(last for _, last in clauses(self.text) if last >= end))
        return word, f"“{word}” comes before it" if word else _NO_WORD


def drafted(corpus: Corpus, transcript: Transcript, units: Units) -> list[Drafted]:
    """The entries of a transcript, in its order; numbers in the words of those who ask or moderate are figures."""
    found: list[Drafted] = []
    idle = spans_of(transcript.counts_nothing)
    for segment in (one for one in transcript.segments.values() if one.kind != "panel"):
        said = _promising(corpus, transcript, segment)
        numbers = list(_numbers(corpus, segment, idle(segment.zh), units, said))
        may = said and not heads_next(transcript, segment)
        others = _commitments(corpus.vocabulary, segment, {one.zh for one in numbers}, said) if said and may else ()
        cells = _dated_cells(corpus.vocabulary, segment, said) if said and segment.zh.in_table else ()
        rows = sorted((*numbers, *others, *cells), key=lambda row: segment.zh.text.find(row.zh))
        quotes = [row.zh for row in rows]
        read = [_read(corpus, transcript, segment, row, quotes) for row in rows]
        found += [replace(one, doubt=one.doubt or _RESTATED) if _is_restated(segment.zh.text, one) else one for one in read]
    counts: dict[str, int] = {}
    return [_named(one, counts) for one in found]


def _is_restated(text: str, row: Drafted) -> bool:
    """Whether a promise is in the clause behind the words by which the speaker says again what somebody else said."""
    before = plain(text[: text.find(row.zh)])
    found = _SAID_BEFORE.search(before)
    return row.kind in PROMISES and found is not None and not re.search("[，,；;]", before[found.end() :])


def _promising(corpus: Corpus, transcript: Transcript, segment: Segment) -> _PromisingSentence | None:
    """A sentence as one that may promise; None where those who speak cannot."""
    if not segment.can_promise(corpus.people):
        return None
    return _PromisingSentence(segment.zh.text, transcript.event.date, promising(transcript, segment))


def _named(row: Drafted, counts: dict[str, int]) -> Drafted:
    """The entry with an id of its own: address, and a letter where a sentence has several."""
    number = counts[row.at] = counts.get(row.at, 0) + 1
    return replace(row, id=f"{row.at}-{chr(96 + number)}" if number <= 26 else f"{row.at}-z{number}")


def _numbers(corpus: Corpus, segment: Segment, idle: Spans, units: Units, said: _PromisingSentence | None) -> Iterator[Drafted]:
    """An entry for each number with a unit, unless it is in words in which a number counts nothing."""
    text = segment.zh.text
    known = [one for numeral in numerals(text) if _counts(numeral, text, idle) and (one := units.measured(numeral, text))]
    lengths = [one for numeral in numerals(text) if (one := limited_length(numeral, text))]
    for start, end in (one for one in clauses(text) if not is_coming(text[slice(*one)])):
        limits = [] if says_when(text[start:end]) else lengths
        measured = [one for one in known if start <= one.numeral.start < end] or limits
        forms = dict.fromkeys(one.form for one in measured if start <= one.numeral.start < end)
        for form in forms:
            units.add(form)
        found = sorted(
            (
                (quantity, form)
                for form in forms
                for quantity in _stated(corpus, text[start:end], form, units)
                if not _is_left_out(text, start + quantity.start, start + quantity.end)
                and any(one.form == form and quantity.start <= one.numeral.start - start < quantity.end for one in measured)
            ),
            key=lambda one: one[0].start,
        )
        stated = [(_by_itself(one, [other for other, _ in found[:place]]), form) for place, (one, form) in enumerate(found)]
        for quoted, (quantity, form) in zip(quoted_numbers(text, (start, end), stated), stated, strict=True):
            if quoted.text:
                counted = quoted.text if units.read_as(form).is_ratio else _with_counted(corpus, text, quoted.text, form)
                zh = with_deadline(text, end, counted) if said else counted
                row = _number(corpus.vocabulary, segment, zh, quantity, units.of(form, quoted.text), said)
                scope = tuple(one for one in row.scope if fits(corpus.vocabulary, one, units.read_as(form)))
                yield replace(row, scope=scope, doubt=_CUT_SHORT if quoted.is_cut else "")


def _counts(numeral: Numeral, text: str, idle: Spans) -> bool:
    """Whether a numeral counts something: it is not idle, or says “one” where that is a limit (至少設一個) and no part of a longer word."""
    folded = plain(text)
    if is_in_multiple(folded, numeral.start):
        return True
    if numeral.text == _ONE and _LIMIT.search(folded, 0, numeral.start):
        return not _IN_WORDS.match(folded, numeral.start)
    return not (_is_idle(numeral, text) or any(start <= numeral.start and numeral.end <= end for start, end, _ in idle))


def _with_counted(corpus: Corpus, text: str, quote: str, form: str) -> str:
    """A quotation with the words before it, up to the head of this clause or of one before, where it says nothing of what is counted."""
    start = text.find(quote)
    starts = [first for first, _ in reversed(clauses(text)) if first < start]
    wider = [quote, *(text[first : start + len(quote)] for first in starts)]
    return next((one for one in wider if is_plain(one) and beside_numbers(corpus, one, (form,))), quote)


def _is_idle(numeral: Numeral, text: str) -> bool:
    """Whether a numeral says “one” or “many”, or is left out besides."""
    return numeral.text in _SINGLE or _is_left_out(text, numeral.start, numeral.end)


def _is_left_out(text: str, start: int, end: int) -> bool:
    """Whether the number at a place counts what is said (以下三個方面), is part of a word (三班制) or of a name in quotation marks
    (“15分鐘生活圈”), of a time of the day (晚上9點) or of a ratio: one in two words (每五人有一人), or its base (每千人).
    """
    folded = plain(text)
    spans = (found.span() for pattern in (_RATIO, _NAME) for found in pattern.finditer(folded))
    counted = (one for one in numerals(text) if start <= one.start < end)
    return (
        any(first <= start and end <= last for first, last in spans)
        or any(counts_parts(one, folded) or (not one.arabic and _counts_people(folded, one)) for one in counted)
        or is_base(folded, start)
        or time_at(text, start, start + 1) is not None
    )


def _counts_people(folded: str, numeral: Numeral) -> bool:
    """Whether a numeral in characters counts those who speak or listen, or what was said before."""
    return _NOTHING.match(folded, numeral.end) is not None or _OF_US.search(folded, 0, numeral.start) is not None


def _stated(corpus: Corpus, clause: str, form: str, units: Units) -> list[Quantity]:
    """The quantities of a clause with a unit, of a change only the whole."""
    found = quantities(clause, "zh", units.read_as(form), corpus.vocabulary.operators, corpus.vocabulary.fall)
    return [one for place, one in enumerate(found) if all(one.start != other.start for other in found[:place])]


def _by_itself(quantity: Quantity, before: Sequence[Quantity]) -> Quantity:
    """A number of a list without the operator before the list where an earlier number is the same: a quotation would claim both."""
    same = quantity.listed and any(one.low == quantity.low for one in before)
    return replace(quantity, operators=frozenset({"exactly"}), listed=False) if same else quantity


def _number(
    vocabulary: Vocabulary,
    segment: Segment,
    zh: str,
    quantity: Quantity,
    units: tuple[list[str], bool],
    said: _PromisingSentence | None,
) -> Drafted:
    word, why = said.promise(zh) if said else ("", _NO_WORD)
    row = Drafted(
        "",
        segment.address,
        zh,
        "target" if word else "figure",
        why=why,
        amount=_amount(quantity, zh),
        unit=units[0][0] if units[1] else MARK,
        units=() if units[1] else tuple(units[0]),
        scope=_scopes(vocabulary, zh),
    )
    return replace(row, strength=_strength(vocabulary, zh)) if word else row


def _amount(quantity: Quantity, zh: str) -> str:
    """The amount as a value in YAML, as a fraction if the quotation has one; the operator is open where several words are beside it."""
    written = _fraction if _FRACTION.search(zh) else without_exponent
    if quantity.high is not None:
        return f"{{operator: between, low: {written(quantity.low)}, high: {written(quantity.high)}}}"
    operator = next(iter(quantity.operators)) if len(quantity.operators) == 1 else MARK
    return f"{{operator: {operator}, value: {written(quantity.low)}}}"


def _fraction(number: Decimal) -> str:
    """A number as numerator and denominator."""
    return str(Fraction(number).limit_denominator(_LARGEST_PART))


def _strength(vocabulary: Vocabulary, quote: str) -> str:
    """The firmest strength whose words are in the quotation; else the one that needs no words, or an open point."""
    said = {one.key for one in strengths(vocabulary, quote)}
    return next((key for key, signal in vocabulary.strengths.items() if key in said or not (said or signal.words.zh)), MARK)


def _scopes(vocabulary: Vocabulary, quote: str) -> tuple[str, ...]:
    """The scopes whose words are in the quotation."""
    said = {one.key for one in scopes(vocabulary, quote)}
    return tuple(key for key in vocabulary.scopes if key in said)


def _read(corpus: Corpus, transcript: Transcript, segment: Segment, row: Drafted, quotes: Sequence[str]) -> Drafted:
    """The entry with the strength, the scopes and the time that its clause gives; ``quotes`` are those of the sentence."""
    read = reading(corpus, transcript, segment, row.zh, quotes)
    scope = tuple(map(open_value, row.scope)) if read is None or is_open(segment.en.text) else tuple(sorted(read.scopes))
    if read is None or row.kind not in PROMISES:
        return replace(row, scope=scope)
    strength = next(iter(sorted(read.strengths)), MARK)
    dated = _dated(corpus, transcript, segment, row, read.times[0]) if read.times else {}
    return replace(row, scope=scope, strength=row.strength if row.strength in read.strengths else strength, **dated)


def _dated(corpus: Corpus, transcript: Transcript, segment: Segment, row: Drafted, time: TimeWords) -> dict[str, Any]:
    """The time of an entry: year, period, Chinese words and the sentence that they are from; nothing where no year is known."""
    at = transcript.segments[time.at] if time.at else segment
    folded, date = plain(at.zh.text), transcript.event.date
    before = -1 if time.at else folded.rfind(time.words, 0, folded.find(plain(row.zh)) + len(row.zh))
    start = folded.index(time.words) if before < 0 else before  # what is said twice dates the clause after it
    dated = _YEAR_BEFORE.search(folded, 0, start)
    words = _span(at.zh.text, start) or at.zh.text[dated.start() if dated else start : periods.end_of(folded, start + len(time.words))]
    relative = periods.relative(corpus.vocabulary, words, "zh", date)
    stated = periods.stated(words, "zh") or [(kind, number) for _, kind, number in relative]
    meant = years.meant(corpus.vocabulary.years, words, date.year) or {year for year, _, _ in relative} if date else set()
    found = sorted(years.stated(words, "zh") or meant or ({date.year} if date and stated else set()))
    period = "".join(f", {kind}: {number}" for kind, number in stated[-1:])
    if len(stated) > 1 and found:
        period += f", since: {{year: {found[0]}, {stated[0][0]}: {stated[0][1]}}}"
    doubt = _WHICH_YEAR if asks_year(words, at.zh.text) else row.doubt
    year = found[-1 if len(stated) > 1 else 0] if found else 0
    return {"year": year, "period": period, "words": words, "time_at": time.at or "", "doubt": doubt} if found else {}


def _span(text: str, start: int) -> str:
    """The span of months that holds a place of a Chinese text; empty where none does, or where its end is in a year that nobody names."""
    place = periods.span_at(plain(text), start)
    words = text[slice(*place)] if place else ""
    months = [number for _, number in periods.stated(words, "zh")]
    return words if len(set(years.stated(words, "zh"))) > 1 or months == sorted(set(months)) else ""


def _time_before(text: str, start: int) -> str:
    """The clause that ends before a place where it says nothing but a time; else empty."""
    before = [text[slice(*span)] for span in clauses(text[:start])][-1:]
    return before[0] if before and says_when(before[0]) else ""


def _dated_cells(vocabulary: Vocabulary, segment: Segment, said: _PromisingSentence) -> Iterator[Drafted]:
    """An entry for the only cell of a row that says when, if that is still to come: what is to be then, the row and the head of its column
    say.
    """
    text = segment.zh.text
    times = [span for span in clauses(text) if is_time(text[slice(*span)])]
    for start, end in times if len(times) == 1 else ():
        cell = text[start:end]
        word = said.promised(end, end)
        if word and cell.startswith(word):
            yield Drafted("", segment.address, cell, "commitment", why=f"“{cell}”", strength=_strength(vocabulary, cell))


def _whole(text: str) -> list[tuple[int, int]]:
    """The clauses of a sentence, one that only says for whom or by what something will be done joined to the next."""
    found: list[tuple[int, int]] = []
    for start, end in clauses(text):
        joined = found and _TOWARDS.search(plain(text[slice(*found[-1])])) and start - found[-1][1] == 1
        found = [*found[:-1], (found[-1][0], end)] if joined else [*found, (start, end)]
    return found


def _commitments(vocabulary: Vocabulary, segment: Segment, quoted: set[str], said: _PromisingSentence) -> Iterator[Drafted]:
    """An entry for each clause that promises something without a number: by a word of strength, by a word that promises all that the
    clause says, or by a verb and a thing with a name.
    """
    text = segment.zh.text
    said_in = [(start + length_of_mark(text[start:end]), end) for start, end in _whole(text)]
    spans = [span for span in said_in if not says_when(text[slice(*span)]) or opens(text[slice(*span)])]
    for (start, end), (first, last) in zip(spans, [(0, 0), *spans], strict=False):
        clause, pledge = text[start:end], pledges(text[start:end], text[first:last])
        found = None if pledge else next(iter(strengths(vocabulary, clause)), None)
        if found and is_ordinary(found.word) and not names_thing(clause):
            continue
        if opens(clause) or _LISTS.search(plain(text[start:])):
            continue
        place = found.start if found else 0 if pledge else verb(clause)
        if place is None and intends(clause, said.day, text[first:last], _time_before(text, start)):
            place = 0
        if (
            place is None
            or not is_plain(clause[place:])
            or any(counts_parts(numeral, plain(clause), last=True) for numeral in numerals(clause))
            or any(quote in clause or clause in quote for quote in quoted)
            or not said.promised(end, end)
            or is_repeated(text, clause[place:])
        ):
            continue
        strength = found.key if found else _strength(vocabulary, clause)
        why = found.word if found else pledge or said.promised(end, end)
        yield Drafted("", segment.address, clause[place:], "commitment", why=f"“{why}”", strength=strength)
