"""Heads of sentences that say who speaks and are marked as no label: the words would belong to whoever spoke before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import SILENT, Segment
from ..model.faults import Faults
from ..model.once import once
from ..read.corpus import Corpus, Transcript
from ..read.turns import labels_of
from ..text.clauses import SENTENCE_END
from ..text.labels import Labels
from ..text.pinyin import spelled
from ..text.scripts import HAN
from .open_points import undecided

_NAME = re.compile(rf"(?:^|[。！？!?])([{HAN}]{{2,4}})[:：]")
"""What may be a name at the head of a sentence."""
_ENGLISH_NAME = re.compile(r"(?:^|[.!?] )([A-Z][a-z’'-]*(?: [A-Z][a-z’'-]*){1,3}):")
"""A name with a colon at the head of an English sentence."""


def check(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """W8: a head that says who speaks, unless an exception says why it does not; a draft asks first who does."""
    if undecided(transcript.event):
        return
    excepted = {(one.at, one.what) for one in transcript.agreement_exceptions}
    for segment, head in found(corpus, transcript):
        if (segment.address, head) not in excepted:
            what = f"{segment.address}: a sentence begins with {head!r}, which says who speaks and is not marked as a label"
            label = f"`**{head}**`" if head.endswith((":", "：")) else "the name with a colon behind it, here and in the source,"
            fix = (
                f"compare with the source; where somebody begins to speak, write {label} at the head of a paragraph; "
                f"where it is words of the speaker, state an exception for {head!r} with its reason in agreement.yml"
            )
            faults.add(segment.path("zh"), segment.zh.number, "W8", what, fix)


@once
def found(corpus: Corpus, transcript: Transcript) -> tuple[tuple[Segment, str], ...]:
    """The sentences with such heads, each with its head; lines of a roster, which nobody speaks, have none."""
    labels = labels_of(transcript.event, corpus.people)
    said = [one for one in transcript.segments.values() if one.kind not in SILENT or SENTENCE_END.search(one.zh.text)]
    return tuple(
        (segment, head)
        for segment in said
        for head in dict.fromkeys((*labels.called(segment.zh.text), *_named_in_both(segment, labels)))
        if not (segment.zh.form and head == segment.zh.text)  # an item or a row that is a name is one of a list
    )


def _named_in_both(segment: Segment, labels: Labels) -> Iterator[str]:
    """Heads that the English gives as a name in pinyin: of somebody whose label the event does not know."""
    for name in _NAME.findall(segment.zh.text) if not labels.begun(segment.zh.text, "zh") else ():
        for english in _ENGLISH_NAME.findall(segment.en.text):
            letters = re.sub("[^a-z]", "", english.lower())
            if spelled(name, letters) == letters:
                yield next(head for head in (f"{name}:", f"{name}：") if head in segment.zh.text)
