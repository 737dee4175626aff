from __future__ import annotations

from dataclasses import replace

import pytest

from verbatim.analysis.glossary import DIGITS, by_letter, glossary, is_pinyin, without_spaces
from verbatim.model import Place

from .example import EVENT, corpus, transcript


def test_the_glossary_comes_by_group_without_empty_ones() -> None:
    groups = glossary(corpus())

    assert {name: [entered.term.id for entered in entries] for name, entries in groups.items()} == {
        "framework": ["two-plus-six"],
        "science": ["late-opening", "book-tram"],
        "industry": ["tram", "seaside-line"],
        "environment": ["slow-mobility"],
    }
    assert list(groups) == ["framework", "science", "industry", "environment"]


def test_a_term_knows_where_it_occurs_and_where_the_transcript_explains_it() -> None:
    late, book = glossary(corpus())["science"]

    assert ([segment.address for segment in late.occurs], late.defined_at) == (["lead-1", "q2-1", "q2-a1-1"], None)
    assert book.defined_at == Place(EVENT, transcript().segments["q2-a1-2"].page, "q2-a1-2")
    assert (late.kinds, book.kinds) == ([late.term.group], ["coded", "defined", book.term.group])


@pytest.mark.parametrize(("text", "known"), [("diànchē", True), ("Dianche", True), ("dian che", True), ("tram", False)])
def test_the_pinyin_of_a_term_is_known_with_tones_and_without(text: str, known: bool) -> None:
    assert is_pinyin(corpus(), text) is known


def test_tone_marks_and_spaces_are_removed() -> None:
    assert without_spaces("Hǎibīn diànchē") == "haibindianche"


def test_entries_are_filed_by_their_english_or_their_pinyin_and_digits_first() -> None:
    for lang, texts in (("en", ["Zebra", "“apple”", "2+6 network", "apple pie"]), ("zh", ["zī", "ā p", "2 wǎng", "ā pi"])):
        term = replace(next(iter(corpus().terms.values())), defined_at=None)
        filed = [replace(term, en=text) if lang == "en" else replace(term, pinyin=text) for text in texts]
        terms = {f"t{at}": replace(one, id=f"t{at}") for at, one in enumerate(filed)}

        found = by_letter(replace(corpus(), terms=terms), "en" if lang == "en" else "zh")

        ids = {letter: [one.term.id for one in entries] for letter, entries in found.items()}
        assert ids == {DIGITS: ["t2"], "A": ["t1", "t3"], "Z": ["t0"]}
