from __future__ import annotations

import datetime

import pytest

from verbatim.text.filling import fill, names

DAY = datetime.date(2031, 3, 5)


@pytest.mark.parametrize(
    ("string", "filled"),
    [
        ("{count} of {count:,}", "1200 of 1,200"),
        ("{day:%B} {day.day}, {day.year}", "March 5, 2031"),
        ("{day.month}月", "3月"),
        ("{count:>99} {count.real} {count[0]} {count!r} {", "{count:>99} {count.real} {count[0]} {count!r} {"),
    ],
)
def test_only_the_closed_set_of_placeholders_is_filled(string: str, filled: str) -> None:
    assert fill(string, {"count": 1200, "day": DAY}) == filled


def test_a_placeholder_inside_a_value_stays() -> None:
    assert fill("{name}", {"name": "{count}"}) == "{count}"


def test_a_brace_of_no_placeholder_has_an_empty_name() -> None:
    assert names("{a} {b:,} {c:>9} }") == ("a", "b", "", "", "")
