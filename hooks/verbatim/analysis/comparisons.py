"""The two lines of each pair of an event, compared in four ways: once for the rules, and for what the proof says of them."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.once import once
from ..read.corpus import Corpus, Transcript
from . import counterparts, line_shape
from .agreement import Agreement, given_twice, numbers, words


@once
def comparisons(corpus: Corpus, transcript: Transcript) -> Mapping[str, Agreement]:
    """What was compared in an event, by the name that the proof has for it, in the order of the rules."""
    segments = [segment for segment in transcript.segments.values() if not given_twice(segment)]
    people = [corpus.people[one] for one in sorted(transcript.people) if one in corpus.people]
    return {
        "numbers": numbers(segments),
        "words": words(segments, corpus.vocabulary.echoes),
        "counterparts": counterparts.compared(segments, corpus.counterparts, people),
        "lines": line_shape.compared(segments, transcript.event.day, corpus.vocabulary.years),
    }
