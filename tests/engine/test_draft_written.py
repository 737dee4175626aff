"""Values as a draft writes them."""

from __future__ import annotations

import pytest

from verbatim.draft.written import quoted
from verbatim.model.faults import Faults
from verbatim.read.yaml_records import read_one
from verbatim.received.repairs import repaired

from .test_properties_read import Sample


def test_no_value_begins_as_a_formula_does() -> None:
    assert [quoted(text) for text in ("=1", "-5度", "-5")] == ['"TODO =1"', "TODO -5度", '"-5"']
    assert [one.find for one in repaired(f"甲,={'丙' * 11}\n個。")[1]] == [f"{'丙' * 11}\n個。"]


@pytest.mark.parametrize(
    "text", ["甲", "甲: 乙", "no", "12", "甲, 乙", "# 甲", "A’s", "it's", "“甲”", "甲 # 乙", "TODO 甲", "甲\n乙", "", " 甲", "{甲}"]
)
def test_a_value_reads_back_as_it_was(text: str) -> None:
    faults = Faults()

    found = read_one(f"id: a\nname: {{zh: {quoted(text or 'x')}, en: {quoted(text or 'x')}}}\n", "a.yml", Sample, faults)

    assert found is not None
    assert found.name.zh == found.name.en == (text or "x")
