"""The lists of words by which texts are read: each has a use, and no word twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbatim.text.word_lists import word_lists

from .example import ROOT

ENGINE = ROOT / "hooks/verbatim"
TABLES = [*(ENGINE / f"text/tables/{name}.txt" for name in ("bases", "promises", "roles")), ENGINE / "received/tables/words.txt"]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_no_list_has_a_word_twice(table: Path) -> None:
    twice = {name: [word for word in {*words} if words.count(word) > 1] for name, words in word_lists(table).items()}
    assert not {name: words for name, words in twice.items() if words}


def test_each_list_is_asked_for_by_its_name() -> None:
    code = "\n".join(path.read_text("utf-8") for path in ENGINE.rglob("*.py"))
    asked = {name for table in TABLES for name in word_lists(table) if f'"{name}"' in code or f"'{name}'" in code}
    assert asked == {name for table in TABLES for name in word_lists(table)}
