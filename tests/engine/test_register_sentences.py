"""What the rules of the register find in plain sentences: ``tests/cases/tables/register.yml``."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
import yaml

from verbatim.model import EventDate, Pair, RegisterEntry, Where
from verbatim.model.faults import Fault, Faults
from verbatim.read.yaml_records import read_list
from verbatim.rules import register, register_clause, register_words

from .example import corpus, transcript
from .test_tables import table

AT = "q1-a1-2"
"""The address of the sentence in the example whose words are replaced."""
NOWHERE = Where("event.yml", 1)
DAY = EventDate(where=NOWHERE, date=datetime.date(2031, 10, 28), basis=Pair(where=NOWHERE, zh="", en=""))


def faults_of(zh: str, en: str, entries: Sequence[Mapping[str, Any]], before: Faults | None = None) -> Faults:
    """What the rules find in entries of one sentence, after the faults that were found ``before``."""
    rows = [{"id": f"entry-{number}", "at": AT, "field": "industry", **entry} for number, entry in enumerate(entries)]
    faults = Faults(before or ())
    targets = read_list(yaml.safe_dump(rows, allow_unicode=True), "targets.yml", RegisterEntry, faults)
    event, segment = transcript(), transcript().segments[AT]
    changed = replace(segment, zh=replace(segment.zh, text=zh), en=replace(segment.en, text=en))
    asked = replace(event, event=replace(event.event, day=DAY), entries=targets, segments={**event.segments, AT: changed})
    for rules in (register, register_words, register_clause):
        rules.check(corpus(), asked, faults)
    return Faults(fault for fault in faults if fault.code != "A3")


@pytest.mark.parametrize("case", table("register"))
def test_entries_of_a_sentence(case: Mapping[str, Any]) -> None:
    found = faults_of(case["zh"], case["en"], case["entries"])

    assert [fault.code for fault in found] == case.get("finds", "").split(), found.report()


def test_a_seal_that_is_not_that_of_an_entry_hides_nothing() -> None:
    case = next(row.values[0] for row in table("register") if row.id == "a time of its clause that is left out")
    assert isinstance(case, Mapping)
    stale = Fault("targets.yml", 1, "W7", "the register entry was changed", "seal it")

    found = faults_of(case["zh"], case["en"], [{"id": "a", **case["entries"][0]}], Faults([replace(stale, line=n) for n in range(1, 9)]))

    assert "R4" in {fault.code for fault in found}
