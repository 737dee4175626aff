"""Rules on facts that no edit of the example brings about: a source with odd characters, an event with a day."""

from __future__ import annotations

import dataclasses

from verbatim.model.faults import Faults
from verbatim.rules import characters, register_words

from .example import EVENT, corpus, several

ODD = "甲\u200b乙"


def test_odd_characters_of_the_source_are_kept_on_its_pages_and_refused_elsewhere() -> None:
    of = corpus()
    transcript = of.transcripts[EVENT]
    received = dataclasses.replace(of, transcripts={EVENT: dataclasses.replace(transcript, source=transcript.source + ODD)})
    faults = Faults()

    characters.check(received, {f"docs/{lang}/{EVENT}/page.md": ODD.encode() for lang in ("zh", "en")}, faults)

    assert faults.report().count("P6") == 1
    assert faults.report().startswith(f"docs/en/{EVENT}/page.md:1: P6")


def test_a_promise_for_this_year_has_a_time_where_the_day_of_the_event_is_known() -> None:
    transcript = several().transcripts["fog-harbor-2033"]
    first = next(row for row in transcript.targets if row.id == "piers-built")
    undated = dataclasses.replace(transcript, targets=(dataclasses.replace(first, by=None),))
    faults = Faults()

    register_words.check(several(), undated, faults)

    assert "R1 piers-built: the sentence begins with 今年, but the entry has no time" in faults.report()
