"""What is read from any bytes: records and pages, or faults, and never an exception."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

import yaml
from hypothesis import given
from hypothesis import strategies as st

from verbatim.model import LANGS, Lang, Pair, Record
from verbatim.model.faults import Faults
from verbatim.read.file_text import text_of
from verbatim.read.markdown_page import read_page
from verbatim.read.yaml_records import Form, read_one, read_records


@dataclass(frozen=True)
class Sample(Record):
    """A record with a field of every type that records have."""

    id: str
    name: Pair
    kind: Literal["a", "b"] = "a"
    number: int = 0
    amount: Decimal | None = None
    day: date | None = None
    many: tuple[str, ...] = ()
    inner: tuple[Pair, ...] = ()


SYNTAX = "- :{}[],&*!|>'\"%@`#?~\n\tabid0123.\u0085\u2028\ufeff\x00電"
KEYS = st.sampled_from(["id", "name", "zh", "en", "kind", "number", "amount", "day", "many", "inner", "?", "電"])
ODD = st.sampled_from(["a", "²", "٣", "2023-W07", "20230215"])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text(max_size=8) | ODD
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5), max_leaves=12)
TEXTS = (
    st.text(st.sampled_from(SYNTAX), max_size=40)
    | st.text(max_size=20)
    | VALUES.map(lambda value: str(yaml.safe_dump(value, allow_unicode=True)))
    | st.lists(st.tuples(KEYS, st.text(max_size=6)), max_size=6).map(lambda pairs: "".join(f"{key}: {value}\n" for key, value in pairs))
    | st.integers(1, 400).map(lambda depth: "[" * depth)
)


@given(TEXTS)
def test_any_yaml_is_read_or_reported(text: str) -> None:
    for form in get_args(Form):
        faults = Faults()

        found = read_records(text, "a.yml", Sample, form, faults)

        assert found or faults or text.strip() in {"[]", "{}"}
        lines = len(text.splitlines()) + 1
        assert all(1 <= fault.line <= lines for fault in faults)


MARKUP = [
    *("# ", "## ", "{#a}", "{#s}", "**", "*", "`", "```", "[", "](", "\n", "\n\n", "---\n", "title: T\n"),
    *("<", ">", "<!-- insert: a -->", "<b>", "javascript:", "電。", "text", " ", "\t", "\r", "\x0b"),
]
PAGES = st.lists(st.sampled_from(MARKUP), max_size=20).map("".join) | st.text(max_size=30)


@given(st.text("0123456789٣²-W.e", max_size=10))
def test_numbers_and_dates_are_plain_or_reported(text: str) -> None:
    written = {
        "number": re.fullmatch("[0-9]+", text),
        "amount": re.fullmatch(r"[0-9]+(\.[0-9]+)?", text),
        "day": re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text),
    }
    for key, plain in written.items():
        faults = Faults()

        read_one(f"id: a\nname: {{zh: 名, en: name}}\n{key}: '{text}'\n", "a.yml", Sample, faults)

        assert faults or plain


@given(PAGES, st.booleans(), st.sampled_from(LANGS))
def test_any_page_is_read_or_reported(text: str, headed: bool, lang: Lang) -> None:
    faults = Faults()

    page = read_page(f"---\ntitle: T\n---\n{text}" if headed else text, "a.md", lang, "a", {"s"}, faults)

    assert page or faults
    for section in page.sections.values() if page else ():
        for line in section.lines:
            assert all(0 <= start < end <= len(line.text) for start, end in line.emphasis)


@given(st.binary(max_size=20))
def test_any_bytes_are_text_or_reported(content: bytes) -> None:
    faults = Faults()

    text = text_of(content, "a.yml", faults)

    assert (text is None) == bool(faults)
    assert text is None or text.encode() == content
