"""Rules on facts that no edit of the example brings about: a source with odd characters, an event with a day."""

from __future__ import annotations

import dataclasses

from verbatim.model.faults import Faults
from verbatim.rules import characters

from .example import EVENT, corpus

ODD = "甲\u200b乙"


def test_odd_characters_of_the_source_are_kept_on_its_pages_and_refused_elsewhere() -> None:
    of = corpus()
    transcript = of.transcripts[EVENT]
    received = dataclasses.replace(of, transcripts={EVENT: dataclasses.replace(transcript, source=transcript.source + ODD)})
    faults = Faults()

    characters.check(received, {f"docs/{lang}/{EVENT}/page.md": ODD.encode() for lang in ("zh", "en")}, faults)

    assert faults.report().count("P6") == 1
    assert faults.report().startswith(f"docs/en/{EVENT}/page.md:1: P6")
