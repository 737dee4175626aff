from __future__ import annotations

import pytest

from verbatim.text.signal_words import Signal, scopes, strengths, without

from .example import corpus


def test_words_of_strength_are_found_where_they_are_but_in_names() -> None:
    assert strengths(corpus().vocabulary, "《確保守約》確保通車,力争完工") == [Signal("ensure", "確保", 6), Signal("aim", "力爭", 11)]


def test_a_word_inside_a_longer_one_is_not_found() -> None:
    assert [one.key for one in scopes(corpus().vocabulary, "省級以上碼頭")] == ["provincial_or_above"]


@pytest.mark.parametrize(("quotations", "left"), [(("建三座",), "|橋"), (("建", "建三座"), "|橋"), ((), "建三座橋")])
def test_quotations_are_left_out_the_longest_first(quotations: tuple[str, ...], left: str) -> None:
    assert without("建三座橋", quotations) == left
