from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from verbatim.analysis.register import amount_text, entries_of_kind, specimen
from verbatim.model import Amount, Lang

from .example import corpus, transcript
from .test_tables import WHERE


def test_a_row_knows_its_sentence_and_speaker() -> None:
    rows = entries_of_kind(corpus(), transcript(), "figure")

    assert [(row.entry.id, row.segment.address, *(person.id for person in row.speakers)) for row in rows] == [
        ("projects-done", "q1-a0-2", "chen-haizhou"),
        ("library-visits", "q2-a0-1", "lin-shuya"),
        ("visits-multiple", "q2-a0-1", "lin-shuya"),
    ]
    assert all(row.time_from is None for row in rows)


@pytest.mark.parametrize(
    ("without", "address"),
    [((), "q2-a1-1"), (("late-days",), "q1-a1-3"), (("late-days", "large-projects"), "q1-a1-2")],
)
def test_the_specimen_is_the_shortest_sentence_with_the_fewest_promises(without: tuple[str, ...], address: str) -> None:
    left = dataclasses.replace(transcript(), entries=tuple(row for row in transcript().entries if row.id not in without))

    assert specimen(left).address == address


@pytest.mark.parametrize(
    ("amount", "unit", "lang", "said"),
    [
        (Amount(WHERE, "at_least", value=Decimal(1500)), "tram", "en", "at least 1,500 trams"),
        (Amount(WHERE, "about", value=Decimal(9)), "project", "zh", "約 9 項"),
        (Amount(WHERE, "between", low=Decimal(3), high=Decimal(5)), "tram", "en", "3–5 trams"),
        (Amount(WHERE, "at_least", value=Decimal("8.5")), "percent", "en", "at least 8.5%"),
        (Amount(WHERE, "more_than", value=Decimal(3000000)), "rmb", "en", "more than RMB 3 million"),
        (Amount(WHERE, "at_least", value=Decimal(3000000)), "rmb", "zh", "至少 300萬元"),
        (Amount(WHERE, "between", low=Decimal(10000), high=Decimal(20000)), "project", "zh", "1萬—2萬項"),
        (Amount(WHERE, "exactly", value=Decimal(14)), "tram", "en", "14 trams"),
    ],
    ids=[
        "thousands",
        "Chinese",
        "range",
        "percentage",
        "currency before the number",
        "currency in Chinese",
        "words of scale",
        "number only",
    ],
)
def test_an_amount_is_written_out(amount: Amount, unit: str, lang: Lang, said: str) -> None:
    assert amount_text(corpus(), amount, unit, lang) == said
