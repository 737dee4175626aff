"""Quantities: numbers of a quote with their operator (at least, about), direction and unit, compared with the amounts of the register."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from ..model import Amount, Lang, Operator, Unit
from .cache import Listed, cached
from .english_numbers import may_spell
from .han_numbers import CHARACTERS
from .matching import alternation, contains_word
from .multiples import multiples
from .numerals import DASH, DIGITS, NUMBER, certain, plain, without_exponent
from .scripts import HAN
from .years import YEAR_IN_DIGITS

_PERCENT_IN_WORDS = rf"(?=百分之|千分之|万分之|(?:\d\.)?[^\s]成|[\d.]+‰){NUMBER['zh']}"
_CHANGE: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile(rf"[从從由](?:[{HAN}]{{1,6}}的)?\Z"),
    "en": re.compile(r"\bfrom\s+(?:(?:its|their|our|the|a|an)\s+(?:[^\W\d][\w’'-]*\s+){1,3})?\Z", re.I),
}
"""What is written before the first of two numbers of a change: from (its present) 6 to 8, which may also be a range."""
_FILLER = rf"(?:(?![{CHARACTERS}A-Za-z])[^\W\d_])"  # a range of Han characters takes a hundred times as long to compile
_IS = (
    rf"(?:[会要须需]?有|为|是|达|要|需|需要|(?<=至少|最少|起码|最多|至多){_FILLER}{{1,8}}|(?<=大约|大概){_FILLER}{{1,4}}?"
    rf"|(?<=最高|最多|至多)可以?{_FILLER}{{1,10}}?|{_FILLER}{{1,10}}的(?=\s?[\d.]+\s?[%‰成倍]|[百千]分之|[{CHARACTERS}]+[成倍]))?"
    r"(?:新[台臺]币|人民币|港币|美金)?"
)
"""What may stand between the word of an operator and its number in Chinese (至少有3名, 至少巡迴兩次, 至少安排病床500張, 最高可以打七折,
約人民幣9元), also what a share or a multiple is of (不少於總額的20%)."""
_OF_A_YEAR = re.compile(rf"\b(?:in|of|by|since|during)\s{YEAR_IN_DIGITS.pattern}\Z", re.I)
"""The year of what a change begins with, which is no end of a range (from 79.6 years in 2025 to 80.1)."""
_OBJECT = r"(?:\s+[^\W\d][\w’'-]*){0,6}?"
"""What may stand between an English verb and its “by”: what goes down (reduce the noise of trams by 6%)."""
_LISTED: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile(rf"(?P<word>至少|最少|起码|最多|至多){_FILLER}+[\d{CHARACTERS}][^,，;；。]{{0,40}}?(?:、|[和与及]){_FILLER}{{0,8}}\Z"),
    "en": re.compile(r"\b(?P<word>at (?:least|most))\s[^;.:]{1,60}?(?:,|\band)\s(?:[^\W\d][\w’'-]*\s){0,3}\Z", re.I),
}
"""What is before a later number of a list where one word of an operator may hold for all numbers (至少安排病床500張、護理員／200名)."""
_LONGER = "倍[增数]"
"""Words that begin as a word behind a number does, without its meaning."""
_BEGUN = {
    **{"人": "次|力(?!争)|口(?![头服])|民币", "家": "庭(?!院)", "个": "月|小时|钟头|百分点|工作日"},
    **{"位": "数", "天": "然", "年": "级|代", "元": "月|件"},
}
"""What makes of a unit behind a number the beginning of a longer word, which counts something else (3萬人次, 60%家庭)."""
_ODD = frozenset("多余")
"""What stands inside a number that is more (6000多萬)."""
_SYMBOLS = "$¥€£"
"""What the forms of a unit end in that Chinese writes before the number."""


Forms = tuple[str, ...]
_Around = tuple[str, Forms, Forms, Forms]
"""The name of an operator, and in one language its words before and after a number, and longer words that hold others."""


@dataclass(frozen=True)
class Quantity:
    """A number or range as a text states it; what a text says went down is negative.

    ``operators`` are the ids of the vocabulary whose words are beside it, or ``exactly`` or ``between`` if there are none;
    ``high`` is None unless it is a range; ``start`` and ``end`` are its span.  ``listed``: the word is before an earlier number of a list.
    """

    operators: frozenset[str]
    low: Decimal
    high: Decimal | None
    start: int
    end: int
    listed: bool = False

    def states(self, amount: Amount) -> bool:
        """Whether this equals an amount of the register: operator and numbers."""
        if self.high is not None:
            return amount.operator == "between" and (self.low, self.high) == (amount.low, amount.high)
        return self.operators == {amount.operator} and self.low == amount.value

    def __str__(self) -> str:
        number = without_exponent(self.low) if self.high is None else f"{without_exponent(self.low)} to {without_exponent(self.high)}"
        return f"{' and '.join(sorted(self.operators))} {number}"


@dataclass(frozen=True)
class Words:
    """The words around a number in one language, folded: those of each operator and of a fall, before it and after it."""

    before: Mapping[str, frozenset[str]]
    after: Mapping[str, frozenset[str]]
    falls_before: frozenset[str]
    falls_after: frozenset[str]
    inside: frozenset[str]

    @property
    def forms(self) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
        """What the pattern looks for: words before and after, those of a fall before and after; words that hold others are before."""
        return self.inside.union(*self.before.values()), frozenset().union(*self.after.values()), self.falls_before, self.falls_after


def quantities(text: str, lang: Lang, unit: Unit, operators: Mapping[str, Operator], fall: Operator | None = None) -> list[Quantity]:
    """The numbers and ranges of a quote that count ``unit``, in order; ``fall`` holds the words that say that something went down.

    In Chinese the unit follows the number (``10 <unit>``), except a sign of a currency; in English it may be anywhere in the quote,
    and without it there are none.  A unit without forms belongs to numbers that are written alone.  A unit that is the word of an operator
    (times) has multiples in words too (doubled).
    """
    folded = plain(text)
    forms = tuple(map(plain, unit.zh if lang == "zh" else unit.en))
    around = tuple((name, one.before[lang], _after(one, lang, unit), one.inside) for name, one in operators.items())
    around += (("", (), (), fall.inside),) if fall else ()
    listed = _listed(around, fall.before[lang] if fall else (), fall.after[lang] if fall else ())
    is_said = lang == "zh" or not forms or any(contains_word(form, folded, "en") for form in forms)
    in_words = [*_multiples(folded, lang, forms, listed.value)]
    found = [*_found(folded, lang, forms, listed)] if is_said else []
    own = [one for one in found if not any(other.start < one.end and one.start < other.end for other in in_words)]
    of_unit = {name for name, after in listed.value.after.items() if not after.isdisjoint(forms)}
    return sorted((_limited(one, of_unit) for one in (*own, *in_words)), key=lambda quantity: quantity.start)


def _limited(quantity: Quantity, of_unit: set[str]) -> Quantity:
    """A quantity without the operators whose word is its unit where another one is beside it: 不超過3倍 is at most 3 times."""
    others = quantity.operators - of_unit
    return replace(quantity, operators=others) if others else quantity


def _multiples(folded: str, lang: Lang, forms: Forms, words: Words) -> Iterator[Quantity]:
    """The multiples in words of a unit with these forms, each with all operators whose words are beside it."""
    named = {name for name, after in words.after.items() if not after.isdisjoint(forms)}
    for start, end, value in multiples(folded, lang) if named else ():
        before, behind = folded[:start].rstrip().lower(), folded[end:].lstrip().lower()
        beside = {name for name, said in words.before.items() if before.endswith((*said,))}
        beside |= {name for name, said in words.after.items() if behind.startswith((*said,))}
        yield Quantity(frozenset(named | beside), Decimal(value), None, start, end)


def _after(operator: Operator, lang: Lang, unit: Unit) -> Forms:
    """The words of an operator behind a number; one that the unit has too (times, of 次) is of the unit, unless both have it in Chinese."""
    forms = operator.after[lang]
    if lang == "zh" or not set(forms).intersection(unit.en) or set(operator.after.zh).intersection(unit.zh):
        return forms
    return tuple(form for form in forms if form not in unit.en)


@lru_cache(maxsize=8)
def _listed(around: tuple[_Around, ...], falls_before: Forms, falls_after: Forms) -> Listed[Words]:
    """Words as an argument: those of each operator and of a fall; a text of sets is not the same in each run, so that they are sorted."""
    before, after = ({name: _folded(forms[place]) for name, *forms in around} for place in (0, 1))
    inside = _folded(form for *_, forms in around for form in forms)
    words = Words(before, after, _folded(falls_before), _folded(falls_after), inside)
    sets = (*words.before.items(), *words.after.items(), ("", words.falls_before), ("", words.falls_after), ("", words.inside))
    return Listed(words, repr([(name, sorted(forms)) for name, forms in sets]))


@cached(8_192)
def _found(folded: str, lang: Lang, forms: tuple[str, ...], listed: Listed[Words]) -> tuple[Quantity, ...]:
    """The numbers and ranges of a folded quote that count a unit with these forms, in order."""
    words = listed.value
    number = DIGITS[lang] if lang == "en" and not may_spell(folded) else NUMBER[lang]  # without words it is compiled ten times faster
    found = [_quantities(match, folded, lang, words) for match in _pattern(lang, forms, *words.forms, number).finditer(folded)]
    if lang == "zh" and "%" in forms:
        found += [_quantities(match, folded, lang, words) for match in _pattern(lang, (), *words.forms, _PERCENT_IN_WORDS).finditer(folded)]
    return tuple(sorted((quantity for some in found for quantity in some), key=lambda quantity: quantity.start))


def _folded(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(map(plain, forms))


def _whole(units: Forms) -> str:
    """A pattern that matches any of some Chinese forms of a unit, the longest first, where none begins a longer word."""
    longest_first = sorted(units, key=lambda form: (-len(form), form))
    return "|".join(re.escape(form) + (f"(?!{_BEGUN[form]})" if form in _BEGUN else "") for form in longest_first)


@lru_cache(maxsize=512)
def _pattern(
    lang: Lang,
    units: tuple[str, ...],
    before: frozenset[str],
    after: frozenset[str],
    falls_before: frozenset[str],
    falls_after: frozenset[str],
    number: str,
) -> re.Pattern[str]:
    """The pattern of a quantity: words around a number or a range; ``join`` is a dash, with the unit if both ends have it."""
    pre, post, falls, fallen = map(alternation, (before, after, falls_before, falls_after))
    unit = f"(?:{alternation(units)})" if units else ""
    if lang == "zh":
        unit = unit and f"(?:{_whole(units)})"
        symbols = alternation(form for form in units if form[-1:] in _SYMBOLS)
        both = rf"(?:\s?{unit})?" if units else ""
        return re.compile(
            rf"(?:(?P<early>{pre})\s?)?(?:(?P<fall>{falls})\s?)?(?:(?P<pre>{pre}){_IS}\s?)?(?P<symbol>(?:{symbols})\s?)?(?<![\d.])"
            rf"(?P<low>{number})(?:(?P<join>{both}{DASH[lang]})(?P<high>{number}))?"
            rf"(?:\s?(?P<mid>{post}))?\s?(?P<unit>(?(symbol)|{unit}))(?:\s?(?!{_LONGER})(?P<post>{post}))?(?P<fallen>{fallen})?"
        )
    falls = falls.replace(r"\ by", rf"{_OBJECT}\ by")
    first = rf"(?:(?<!\w){unit}\s*)?" if units else ""
    both = rf"(?:\s+{unit})?" if units else ""
    return re.compile(
        rf"(?:\b(?P<early>{pre})\s+)?(?:\b(?P<fall>{falls})\s+)?(?:\b(?P<pre>{pre})\s+)?(?:\b(?P<between>between)\s+)?"
        rf"(?P<unit>{first})(?P<low>{number})"
        rf"(?:(?P<join>{both}(?(between)\s+and\s+|{DASH[lang]}){first})(?P<high>{number}))?"
        rf"(?P<mid>)(?:{both}\s+(?P<post>{post})\b)?(?:{both}\s+(?P<fallen>{fallen})\b)?",
        re.I,
    )


def _quantities(found: re.Match[str], text: str, lang: Lang, words: Words) -> Iterator[Quantity]:
    """The quantity of a match of ``_pattern`` in a folded text, if its numbers are certain; of a change, its two ends as well, and
    of a later number of a list first what it is with the word before the list.
    """
    said = {(found["early"] or "").lower(), (found["pre"] or "").lower()}
    after = {found["mid"], (found["post"] or "").lower(), found["unit"], *_ODD.intersection(found["high"] or found["low"])}
    early = {name for name in words.before if said & words.before[name]}
    named = early | {name for name in words.before if after & words.after[name]}
    low, high = found["low"], found["high"]
    start = found.start("low")
    shared = high and re.fullmatch(DASH[lang], found["join"], re.I) is not None
    bottom = certain(low, text[:start], lang, high if shared else "")
    top = certain(high, text[: found.start("high")], lang) if high else None
    if bottom is None or (high and top is None):
        return
    sign = -1 if found["fall"] or found["fallen"] else 1
    if lang == "en" and top and _OF_A_YEAR.search(text[: found.end("low")]) and not YEAR_IN_DIGITS.fullmatch(high):
        yield Quantity(frozenset(named) or frozenset({"exactly"}), sign * top.number, None, found.start("high"), found.end())
        return
    names = frozenset(named) or frozenset({"between" if top else "exactly"})
    numbers = [sign * end.number for end in (bottom, top) if end][::sign]  # of a fall, the lower end is the larger number
    quantity = Quantity(names, numbers[0], numbers[1] if top else None, found.start(), found.end())
    listed = _LISTED[lang].search(text[: quantity.start]) if not named and not top else None
    if listed:
        yield replace(
            quantity, operators=frozenset(name for name in words.before if listed["word"].lower() in words.before[name]), listed=True
        )
    yield quantity
    if top and _CHANGE[lang].search(text[: found.start()]):
        for end, beside in ((bottom, early), (top, named)):  # words behind the second are of that one alone
            yield Quantity(frozenset(beside) or frozenset({"exactly"}), sign * end.number, None, found.start(), found.end())
