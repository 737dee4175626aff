"""Register entries drafted from the numbers of a sentence that count something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from ..analysis.clause_reading import fits
from ..model import Segment, Vocabulary
from ..read.corpus import Corpus
from ..read.yaml_reader import is_plain
from ..received.words import any_of
from ..rules.register_words import beside_numbers
from ..text.clauses import clauses
from ..text.counts_nothing import Spans
from ..text.han_numbers import CHARACTERS
from ..text.multiples import is_in_multiple
from ..text.numerals import Numeral, numerals, plain, without_exponent
from ..text.open_points import MARK
from ..text.promises import VERBS, is_coming, says_when
from ..text.quantities import Quantity, quantities
from ..text.scripts import HAN
from .accounts import counts_parts, is_base
from .clock_times import time_at
from .drafted_entry import NO_WORD, Drafted, PromisingSentence, scopes_of, strength_of
from .measures import Units, limited_length
from .number_quotations import quoted_numbers, with_deadline

_LARGEST_PART = 1_000
"""The largest denominator of a fraction that is not said in hundredths or thousandths."""
_FRACTION = re.compile("(?<![百千萬万])分之")
_CUT_SHORT = "is a word cut off at the end of this quotation, or at the beginning of the next one?"
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


def number_entries(corpus: Corpus, segment: Segment, idle: Spans, units: Units, said: PromisingSentence | None) -> Iterator[Drafted]:
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
    said: PromisingSentence | None,
) -> Drafted:
    word, why = said.promise(zh) if said else ("", NO_WORD)
    row = Drafted(
        "",
        segment.address,
        zh,
        "target" if word else "figure",
        why=why,
        amount=_amount(quantity, zh),
        unit=units[0][0] if units[1] else MARK,
        units=() if units[1] else tuple(units[0]),
        scope=scopes_of(vocabulary, zh),
    )
    return replace(row, strength=strength_of(vocabulary, zh)) if word else row


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
