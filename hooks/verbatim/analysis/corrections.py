"""The corrections that a page shows: the newest first, each with the sentence that it changed."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Correction, Segment
from ..read.corpus import Corpus, Transcript


@dataclass(frozen=True)
class ShownCorrection:
    """A correction, and the sentence at its place; none where the place is a page."""

    correction: Correction
    segment: Segment | None


def segment_at(corpus: Corpus, place: str) -> Segment | None:
    """The sentence at a place (``event/address``), or None."""
    event, _, address = place.partition("/")
    transcript = corpus.transcripts.get(event)
    return transcript.segments.get(address) if transcript else None


def corrections_for(corpus: Corpus, transcript: Transcript) -> list[ShownCorrection]:
    """The corrections of an event and of the pages that all events share, the newest first; of one day the later in the file first."""
    shared_or_own = (
        correction
        for correction in corpus.corrections
        if "/" not in correction.at or correction.at.partition("/")[0] == transcript.event.id
    )
    oldest_first = sorted(shared_or_own, key=lambda correction: correction.date)
    return [ShownCorrection(correction, segment_at(corpus, correction.at)) for correction in reversed(oldest_first)]
