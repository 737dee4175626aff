"""Numbers that the two lines of a pair say in different ways."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verbatim.analysis.agreement import numbers

from .example import transcript
from .test_register_sentences import AT


@pytest.mark.parametrize(
    ("zh", "en", "missing"),
    [
        ("1至8月開行電車。", "Trams ran from January to August.", []),
        ("1月—8月開行電車。", "Trams ran in January–August.", []),
        ("1至8月開行電車。", "Trams ran from February to August.", [("1", "en")]),
        ("1至8列電車。", "Trams ran from January to August.", [("1", "en"), ("8", "en")]),
    ],
)
def test_the_ends_of_a_range_of_months_are_numbers_in_chinese_and_names_in_english(
    zh: str, en: str, missing: list[tuple[str, str]]
) -> None:
    segment = transcript().segments[AT]
    pair = replace(segment, zh=replace(segment.zh, text=zh), en=replace(segment.en, text=en))

    assert [(one.what, one.lang) for one in numbers([pair]).missing] == missing
