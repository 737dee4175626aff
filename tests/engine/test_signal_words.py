from __future__ import annotations

import pytest

from specimens import specimens
from verbatim.text.signal_words import Signal, scopes, strengths, without

from .example import corpus


def test_words_of_strength_are_found_where_they_are_but_in_names() -> None:
    assert strengths(corpus().vocabulary, "《確保守約》確保通車,力争完工") == [Signal("ensure", "確保", 6), Signal("aim", "力爭", 11)]


def test_a_word_inside_a_longer_one_is_not_found() -> None:
    assert [one.key for one in scopes(corpus().vocabulary, "省級以上碼頭")] == ["provincial_or_above"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("我們將推出20條支持措施", []),
        ("我們將支持漁民", ["support"]),
        ("司機的基本工資上調6%", []),
        ("碼頭基本完工", ["largely"]),
        ("保證金退還,保證退款", ["ensure"]),
    ],
)
def test_a_word_of_strength_inside_the_name_of_something_promises_nothing(text: str, said: list[str]) -> None:
    assert [one.key for one in strengths(specimens().corpus.vocabulary, text)] == said


def test_a_word_of_a_scope_inside_another_word_says_none() -> None:
    assert [one.key for one in scopes(specimens().corpus.vocabulary, "資金下達到位,總額達到3億元")] == ["total"]


@pytest.mark.parametrize(("quotations", "left"), [(("建三座",), "|橋"), (("建", "建三座"), "|橋"), ((), "建三座橋")])
def test_quotations_are_left_out_the_longest_first(quotations: tuple[str, ...], left: str) -> None:
    assert without("建三座橋", quotations) == left
