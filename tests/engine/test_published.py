from __future__ import annotations

import pytest

from verbatim.analysis.published import SHARED, listed, lists, path_of

from .example import EVENT, corpus, example, report


@pytest.mark.parametrize("path", [SHARED, path_of(EVENT)])
def test_the_lists_of_the_example_are_complete(path: str) -> None:
    assert lists(corpus(), example())[path] == example()[path].decode("utf-8")


def test_the_list_of_an_event_that_has_none_yet_is_a_file_that_is_published() -> None:
    bare = {path: content for path, content in example().items() if not path.endswith("published.txt")}

    assert f"file {path_of(EVENT)}\n" in lists(corpus(), bare)[SHARED]


def test_what_is_listed_stays_and_what_is_new_comes_to_it() -> None:
    assert listed({("term", "b"): "", ("alias", "a"): "c"}, "alias a d\nterm a\n\n") == "alias a d\nterm a\nterm b\n"


def test_a_reworded_text_gets_another_mark_and_one_of_another_record_does_not() -> None:
    then = "text term/a 1\ntext term/b 2\ntext term/c 3\ntext term/d 4\ntext term/e 4\n"
    now = {("text", f"term/{name}"): mark for name, mark in (("a", "2"), ("b", "1"), ("c", "5"), ("d", "4"), ("e", "4"))}

    assert listed(now, then) == then.replace("term/c 3", "term/c 5")


def test_a_mark_that_is_missing_is_added_and_asked_for() -> None:
    bare = example()[SHARED].decode("utf-8")
    unmarked = "".join(
        line if not line.startswith("value fields.industry") else "value fields.industry\n" for line in bare.splitlines(True)
    )

    assert lists(corpus(), {**example(), SHARED: unmarked.encode("utf-8")})[SHARED].count("value fields.industry ") == 1
    assert "data/published.txt has no mark, now" in report({**example(), SHARED: unmarked.encode("utf-8")})


def test_what_a_source_was_made_from_stays_once_it_was_published() -> None:
    received = f"data/{EVENT}/received.txt"
    there = {**example(), received: b"as it came\n"}
    there |= {path: text.encode("utf-8") for path, text in lists(corpus(), there).items()}

    assert report(there) == ""
    gone = {path: content for path, content in there.items() if path != received}
    assert f"{received}:1: A6 the file {received} was published" in report(gone)
