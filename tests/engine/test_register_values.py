"""Every plain sentence has values that the rules of the register accept: its operator, strength and scope, each said in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from verbatim.model import Lang
from verbatim.text.quantities import quantities

from .example import corpus
from .test_register_sentences import faults_of

ANSWERS = {
    "or_more": "at_least",
    "about": "about",
    "more_than": "more_than",
    "at_least": "at_least",
    "over": "more_than",
    "no_less_than": "at_least",
    "or_less": "at_most",
}
"""The operators that words of the comparison of the languages say."""
ELSEWHERE = {
    *("more than half", "over half", "odd", "minimum", "maximum", "beyond", "past", "top", "tops"),
    *("or worse", "following", "as follows", "subzero", "sub-zero", "between {n}"),
}
"""Answers that are not directly beside a number, or mean something else there (in the past 6 years)."""
LOOSER = {
    *("below", "under", "less than", "fewer than", "lower than", "younger than", "smaller than", "shorter than"),
    *(f"{word} {{millions}}" for word in ("more than", "over", "exceed", "exceeds", "exceeded", "exceeding")),
}
"""Answers that leave out the number itself, as English does in speech (under 12 for 12歲以下, over 5 million for 500萬以上); the register
asks for exact words."""
UNMEASURED = {"exactly", "between", "multiple_of"}
OPERATORS = [name for name in corpus().vocabulary.operators if name not in UNMEASURED]


def around(operator: str, lang: Lang) -> Iterator[str]:
    """Each word of an operator beside a number."""
    one = corpus().vocabulary.operators[operator]
    yield from (f"電車{form}60列" if lang == "zh" else f"{form} 60 trams" for form in one.before[lang])
    yield from (f"電車60列{form}" if lang == "zh" else f"60 trams {form}" for form in one.after[lang])


@pytest.mark.parametrize(("operator", "lang"), [(name, lang) for name in OPERATORS for lang in ("zh", "en")])
def test_each_word_of_an_operator_says_it_and_no_other(operator: str, lang: Lang) -> None:
    of = corpus()

    said = {text: quantities(text, lang, of.units["tram"], of.vocabulary.operators, of.vocabulary.fall) for text in around(operator, lang)}

    assert {text for text, found in said.items() if {operator} not in [one.operators for one in found]} <= {"電車60列多", "電車60列余"}


@pytest.mark.parametrize(("echo", "operator"), ANSWERS.items())
def test_a_word_that_answers_a_chinese_operator_says_that_operator(echo: str, operator: str) -> None:
    vocabulary = corpus().vocabulary

    forms = {*vocabulary.operators[operator].before.en, *vocabulary.operators[operator].after.en}

    apart = {form for form in vocabulary.echoes[echo].en if form.startswith("{not} ")}  # the words between, the register asks to be none

    assert set(vocabulary.echoes[echo].en) - ELSEWHERE - LOOSER - apart <= forms


def sentences() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """A sentence in both languages for each strength, scope and operator, with the entry that records what it says."""
    of = corpus().vocabulary
    for (strength, how), (scope, what), operator in product(
        of.strengths.items(), (("", None), *of.scopes.items()), ("exactly", "at_least", "about")
    ):
        unit, noun, count = ("percent", "票價", "%") if what and what.numbers == "ratios" else ("tram", "電車", "列")
        number = {"exactly": ("6", "6"), "at_least": ("至少6", "at least 6"), "about": ("約6", "about 6")}[operator]
        words = (what.words.zh[0], what.words.en[0]) if what else ("", "")
        counted = "%" if unit == "percent" else " trams"
        zh = f"{how.words.zh[0] if how.words.zh else ''}投用{noun}{words[0]}{number[0]}{count}"
        en = f"We {how.words.en[0]} {words[1]} {number[1]}{counted}"
        entry: dict[str, Any] = {
            **{"quote": {"zh": zh, "en": en}, "what": {"zh": f"投用的{noun}{what.what[0] if what else ''}", "en": "what is in service"}},
            **{"kind": "target", "amount": {"operator": operator, "value": 6}, "unit": unit, "strength": strength},
            **({"scope": [scope]} if scope else {}),
        }
        yield f"我們將{zh}。", f"{en}.", entry


def test_a_plain_sentence_has_an_entry_without_fault() -> None:
    found = {zh: faults.report() for zh, en, entry in sentences() if (faults := faults_of(zh, en, [entry]))}

    assert not found
