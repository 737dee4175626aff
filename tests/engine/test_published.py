from __future__ import annotations

from verbatim.analysis.published import PATH, listed, published

from .example import corpus, example


def test_the_list_of_the_example_is_complete() -> None:
    text = example()[PATH].decode("utf-8")

    assert listed(published(corpus(), example()), text) == text


def test_what_is_listed_stays_and_what_is_new_comes_to_it() -> None:
    assert listed({("term", "b"): "", ("alias", "e/a"): "c"}, "alias e/a d\nterm a\n\n") == "alias e/a d\nterm a\nterm b\n"
