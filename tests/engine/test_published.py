from __future__ import annotations

import pytest

from verbatim.analysis.published import SHARED, listed, lists, path_of

from .example import EVENT, corpus, example


@pytest.mark.parametrize("path", [SHARED, path_of(EVENT)])
def test_the_lists_of_the_example_are_complete(path: str) -> None:
    assert lists(corpus(), example())[path] == example()[path].decode("utf-8")


def test_the_list_of_an_event_that_has_none_yet_is_a_file_that_is_published() -> None:
    bare = {path: content for path, content in example().items() if not path.endswith("published.txt")}

    assert f"file {path_of(EVENT)}\n" in lists(corpus(), bare)[SHARED]


def test_what_is_listed_stays_and_what_is_new_comes_to_it() -> None:
    assert listed({("term", "b"): "", ("alias", "a"): "c"}, "alias a d\nterm a\n\n") == "alias a d\nterm a\nterm b\n"
