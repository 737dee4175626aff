"""Who speaks: in every made-up event each sentence is that of the label before it in the source, read here without the engine."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from verbatim.analysis.source_diff import expected
from verbatim.read.corpus import Transcript

from .example import several

LABEL = re.compile(r"([^:：,，。！？!?]{1,24}[:：])")


def said_in_source(transcript: Transcript) -> Iterator[tuple[str, frozenset[str]]]:
    """The words of each line of the source with the people whose label heads them, or the last one before."""
    people = {label.zh: person.id for person in several().people.values() for label in person.all_labels}
    speakers: frozenset[str] = frozenset()
    for line in expected(transcript.source, transcript.errata).splitlines():
        if any(one.holds(line) for one in transcript.event.furniture):
            continue
        found = LABEL.match(line)
        label = found[1] if found else ""
        names = [label] if label in people else [f"{name}{label[-1]}" for name in re.split("[、和]", label[:-1])] if label else []
        if names and all(name in people for name in names):
            speakers = frozenset(people[name] for name in names)
            line = line[len(label) :]
        yield line, speakers


@pytest.mark.parametrize("event", several().transcripts)
def test_every_sentence_is_spoken_by_whom_the_source_names(event: str) -> None:
    transcript = several().transcripts[event]
    segments = iter(transcript.segments.values())
    attributed = 0
    for words, speakers in said_in_source(transcript):
        rest = words
        while rest:
            segment = next(segments)
            assert rest.startswith(segment.zh.text), segment.address
            rest = rest[len(segment.zh.text) :]
            assert frozenset(segment.by) == speakers, segment.address
            attributed += bool(speakers)
    assert next(segments, None) is None
    assert attributed
