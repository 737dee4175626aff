"""Citations of any title, speaker and day are read back by the programs that they are made for."""

from __future__ import annotations

import datetime
import re
from typing import Any

import rispy
from hypothesis import example, given
from hypothesis import strategies as st
from pybtex.database import parse_string
from test_pure import CHINESE, FACTS, cite

LETTERS = st.characters(exclude_categories=["C", "Zl", "Zp", "Zs"]) | st.sampled_from(" \\~^{}%&$#_“”，。")
WORDS = st.text(LETTERS, min_size=1, max_size=30).map(str.strip).filter(bool)
NAMES = st.text(st.characters(categories=["L"]), min_size=1, max_size=8)
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)).map(str) | st.none()
CITED = st.sampled_from([FACTS, CHINESE])
WRITTEN = {
    **{
        r"\textbackslash{}": "\\",
        r"\textbraceleft{}": "{",
        r"\textbraceright{}": "}",
        r"\textasciitilde{}": "~",
        r"\textasciicircum{}": "^",
    },
    **{rf"\{sign}": sign for sign in "%&$#_"},
}


def read(latex: str) -> str:
    """The text that LaTeX prints for one of our fields."""
    return re.sub("|".join(map(re.escape, WRITTEN)), lambda found: WRITTEN[found[0]], latex)


def facts(base: dict[str, Any], title: str, family: str, given_name: str, day: str | None) -> dict[str, Any]:
    return {**base, "quote": title, "speaker": f"{family} {given_name}", "filed": f"{family}, {given_name}", "day": day}


@given(CITED, WORDS, NAMES, NAMES, DAYS)
def test_any_ris_record_is_read_back(base: dict[str, Any], title: str, family: str, given_name: str, day: str | None) -> None:
    [record] = rispy.loads(cite("ris", facts(base, title, family, given_name, day)))

    assert record["title"] == title
    assert record["authors"] == [f"{family}, {given_name}"]
    assert (record.get("date"), record.get("year")) == ((day.replace("-", "/"), day[:4]) if day else (None, None))


@given(CITED, WORDS, NAMES, NAMES, DAYS)
@example(FACTS, "an open { brace", "Lin", "Shuya", None)
def test_any_bibtex_entry_is_read_back(base: dict[str, Any], title: str, family: str, given_name: str, day: str | None) -> None:
    [entry] = parse_string(cite("bibtex", facts(base, title, family, given_name, day)), "bibtex").entries.values()

    assert " ".join(read(entry.fields["title"][1:-1]).split()) == " ".join(title.removesuffix("。").split())
    [person] = entry.persons["author"]
    assert ([*person.last_names], [*person.first_names]) == (
        ([family], [given_name]) if base is FACTS else ([f"{{{family} {given_name}}}"], [])
    )
    assert entry.fields.get("date") == day
