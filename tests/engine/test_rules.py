"""Rules on facts that no edit of the example brings about: a source with odd characters, an event with another id."""

from __future__ import annotations

import dataclasses

import pytest

from verbatim.model.faults import Faults
from verbatim.rules import characters, spelling

from .example import EVENT, corpus, example, report

ODD = "甲\u200b乙"


def test_odd_characters_of_the_source_are_kept_on_its_pages_and_refused_elsewhere() -> None:
    of = corpus()
    transcript = of.transcripts[EVENT]
    received = dataclasses.replace(of, transcripts={EVENT: dataclasses.replace(transcript, source=transcript.source + ODD)})
    faults = Faults()

    characters.check(received, {f"docs/{lang}/{EVENT}/page.md": ODD.encode() for lang in ("zh", "en")}, faults)

    assert faults.report().count("P6") == 1
    assert faults.report().startswith(f"docs/en/{EVENT}/page.md:1: P6")


@pytest.mark.parametrize("event", ["Tram", "en", "data", "people", "s", "glossary"])
def test_an_event_has_an_id_that_is_no_address_of_the_site_and_of_no_shared_page(event: str) -> None:
    files = {path.replace(EVENT, event): content.replace(EVENT.encode(), event.encode()) for path, content in example().items()}

    assert f"data/{event}/event.yml:1: F4 an event cannot have the id {event!r}\n" in report(files)
    assert report(files).count(": F4 ") == 1


def test_both_parts_of_a_name_with_a_hyphen_are_known_wherever_they_are_written() -> None:
    of = corpus()
    person = of.people["lin-shuya"]
    named = dataclasses.replace(person, name=dataclasses.replace(person.name, en="Lin Tsung-hsien"))

    for known, people in ((True, {**of.people, person.id: named}), (False, of.people)):
        faults = Faults()
        spelling.check(dataclasses.replace(of, people={**people, "other": dataclasses.replace(person, note=named.name)}), faults)

        assert ("'Tsung'" in faults.report()) is not known
