from __future__ import annotations

import datetime

import pytest

from verbatim.text.filling import fill, names, written_names

DAY = datetime.date(2031, 3, 5)


@pytest.mark.parametrize(
    ("string", "filled"),
    [
        ("{count} of {count:,}", "1200 of 1,200"),
        ("{day:%B} {day.day}, {day.year}", "March 5, 2031"),
        ("{day.month}月", "3月"),
        (
            "{count|entry|entries}: {count}, {one|entry|entries}, {none|entry|# entries}, {one|the #st|}",
            "entries: 1200, entry, 0 entries, the 1st",
        ),
        ("{count:>99} {count.real} {count[0]} {count!r} {", "{count:>99} {count.real} {count[0]} {count!r} {"),
    ],
)
def test_only_the_closed_set_of_placeholders_is_filled(string: str, filled: str) -> None:
    assert fill(string, {"count": 1200, "day": DAY, "one": 1, "none": 0}) == filled


def test_a_placeholder_inside_a_value_stays() -> None:
    assert fill("{name}", {"name": "{count}"}) == "{count}"


def test_a_placeholder_that_a_script_fills_stays_with_its_forms() -> None:
    assert (
        fill("{shown} of {total} {total|entry|entries}", {"shown": "{shown}", "total": "{total}"})
        == "{shown} of {total} {total|entry|entries}"
    )


def test_a_placeholder_that_only_chooses_a_form_says_no_value() -> None:
    assert written_names("{a} {b|one|many} {c|one|# of them}") == {"a", "c"}


def test_a_brace_of_no_placeholder_has_an_empty_name() -> None:
    assert names("{a} {b:,} {c:>9} } {d|one|many} {e|one}") == ("a", "b", "d", *("",) * 5)
