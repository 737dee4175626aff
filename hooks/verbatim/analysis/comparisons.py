"""The two lines of each pair of an event, compared in four ways: once for the rules, and for what the proof says of them."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.once import once
from ..read.corpus import Corpus, Transcript
from ..text.years import as_meant
from . import counterparts, line_shape
from .agreement import Agreement, as_it_is, given_twice, words
from .number_agreement import numbers


@once
def comparisons(corpus: Corpus, transcript: Transcript) -> Mapping[str, Agreement]:
    """What was compared in an event, by the name that the proof has for it, in the order of the rules."""
    segments = [segment for segment in transcript.segments.values() if not given_twice(segment)]
    people = [corpus.people[one] for one in sorted(transcript.people) if one in corpus.people]
    day = transcript.event.day
    read = (lambda zh, en: as_meant(corpus.vocabulary.years, zh, en, day.date.year)) if day else as_it_is
    return {
        "numbers": numbers(segments, read),
        "words": words(segments, corpus.vocabulary.echoes),
        "counterparts": counterparts.compared(segments, corpus.counterparts, people, read),
        "lines": line_shape.compared(segments, day, corpus.vocabulary.years),
    }
