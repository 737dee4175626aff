"""Heads of sentences that say who speaks and are marked as no label: the words would belong to whoever spoke before."""

from __future__ import annotations

import re

from ..model import SILENT, Segment
from ..model.faults import Faults
from ..model.once import once
from ..read.corpus import Corpus, Transcript
from ..read.turns import labels_of

_SENTENCE = re.compile("[。！？!?]")
"""The end of a sentence, which no line of a roster has."""


def check(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """W8: a head that says who speaks, unless an exception says why it does not."""
    excepted = {(one.at, one.what) for one in transcript.agreement_exceptions}
    for segment, head in found(corpus, transcript):
        if (segment.address, head) not in excepted:
            what = f"{segment.address}: a sentence begins with {head!r}, which says who speaks and is not marked as a label"
            fix = (
                f"compare with the source; where somebody begins to speak, write `**{head}**` at the head of a paragraph; "
                f"where it is words of the speaker, state an exception for {head!r} with its reason in agreement.yml"
            )
            faults.add(segment.path("zh"), segment.zh.number, "W8", what, fix)


@once
def found(corpus: Corpus, transcript: Transcript) -> tuple[tuple[Segment, str], ...]:
    """The sentences with such heads, each with its head; lines of a roster, which nobody speaks, have none."""
    labels = labels_of(transcript.event, corpus.people)
    said = (one for one in transcript.segments.values() if one.kind not in SILENT or _SENTENCE.search(one.zh.text))
    return tuple((segment, head) for segment in said for head in labels.called(segment.zh.text))
