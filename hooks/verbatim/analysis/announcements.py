"""What a sentence announces and later ones list: things to do that are counted (第二，), or the sides of a plan (教育方面，)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..model import Segment
from ..read.corpus import Transcript
from ..text.numerals import plain
from ..text.promises import announces, announces_plan, plan_of, promised, told

ORDINAL = (
    r"(?:第?[一二三四五六七八九十]{1,3}[是、,，:：]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}(?:、|\.(?!\d))|[①-⑳]"
    r"|(?:首先|其次|再次|最后)[,，])\s*"
)
"""A pattern of what counts the sentences of a speech at their heads."""
SIDE = r"(?P<side>[^\W\d]{1,6})方面[,，]"
"""A pattern of the side of the matter that a sentence is about, at its head."""
_COUNTED, _SIDED = re.compile(ORDINAL), re.compile(SIDE)
_FIRST = re.compile(r"(?:\A|[:：]\s*)(?:第?一[是、,，:：]|\([一1]\)|1(?:、|\.(?!\d))|①|首先[,，])")
"""What counts the first of several."""
_HEAD = re.compile(rf"{ORDINAL}\w{{1,6}}[。.;；]")
"""A sentence that only counts and names an item, of which the next one says what it is."""
_STAGE = re.compile(r"第[一二三四五六七八九十\d]{1,2}(?:年|个?阶段|步|期)[,，]")
"""The head of a sentence that says when in a plan something is done (第一年，)."""
_PART = re.compile("其中")
"""The head of a sentence that says a part of what was said before."""


def promising(transcript: Transcript, segment: Segment) -> Callable[[int, int], str]:
    """What gives the word that makes a promise of what a sentence says up to a place, of a clause that ends at another one; in a row of a
    table, of what a cell says: when a line opens is no time of its fare.
    """
    text, day = segment.zh.text, transcript.event.date
    before, by = _told_before(transcript, segment), _announced(transcript, segment)

    def found(end: int, clause_end: int) -> str:
        start = text.rfind("\t", 0, end) + 1 if segment.zh.in_table else 0
        return promised(before + text[start:end], text[end:clause_end], day, by)

    return found


def _announced(transcript: Transcript, segment: Segment) -> str:
    """The word by which an earlier sentence of the turn promises what a sentence lists; empty where none does."""
    text = plain(segment.zh.text)
    side = _SIDED.match(text)
    if side:
        plans = (plan_of(plain(one.zh.text), side["side"]) for one in _before(transcript, segment))
        return next(filter(None, plans), "")
    if _COUNTED.match(text):
        return _of_a_list(transcript, segment)
    if _STAGE.match(text):
        plan = next((one for one in _before(transcript, segment) if not _STAGE.match(plain(one.zh.text))), None)
        return announces_plan(plan.zh.text, transcript.event.date) if plan else ""
    head = next(_before(transcript, segment), None)
    return _of_a_list(transcript, head) if head and _HEAD.fullmatch(plain(head.zh.text)) else ""


def heads_next(transcript: Transcript, segment: Segment) -> bool:
    """Whether a sentence only names an item of a list (第二，完善標準。), of which the next one says what it is."""
    if not _HEAD.fullmatch(plain(segment.zh.text)):
        return False
    addresses = list(transcript.segments)
    following = addresses[addresses.index(segment.address) + 1 :][:1]
    return any(
        (one.turn, one.by) == (segment.turn, segment.by) and not _COUNTED.match(plain(one.zh.text))
        for one in map(transcript.segments.__getitem__, following)
    )


def heading_of(transcript: Transcript, segment: Segment) -> Segment | None:
    """The sentence that promises the list of which a sentence is an item, or says what an item is; None where none does."""
    head = next(_before(transcript, segment), None)
    named = head is not None and _HEAD.fullmatch(plain(head.zh.text))
    item = segment if _COUNTED.match(plain(segment.zh.text)) else head if named else None
    for one in (item, *_before(transcript, item)) if item else ():
        first = _FIRST.match(plain(one.zh.text))
        if first:
            heading = next(_before(transcript, one), None)
            return heading if heading and announces(heading.zh.text, transcript.event.date) else None
    return None


def _told_before(transcript: Transcript, segment: Segment) -> str:
    """The word by which an earlier sentence of the turn says that what a sentence says a part of (其中) was done; empty where none does."""
    if not _PART.match(plain(segment.zh.text)):
        return ""
    whole = next((one for one in _before(transcript, segment) if not _PART.match(plain(one.zh.text))), None)
    return told(whole.zh.text, transcript.event.date) if whole else ""


def _of_a_list(transcript: Transcript, segment: Segment) -> str:
    """The word that announces the list of which a sentence is an item: before the first item, in its sentence or in the one before it."""
    day = transcript.event.date
    for one in (segment, *_before(transcript, segment)):
        first = _FIRST.search(plain(one.zh.text))
        if first:
            heading = one.zh.text[: first.start()] or next((before.zh.text for before in _before(transcript, one)), "")
            return announces(heading, day)
    return ""


def _before(transcript: Transcript, segment: Segment) -> Iterator[Segment]:
    """The sentences of the same turn and speaker before one, the nearest first."""
    addresses = list(transcript.segments)
    for address in reversed(addresses[: addresses.index(segment.address)]):
        one = transcript.segments[address]
        if (one.turn, one.by) != (segment.turn, segment.by):
            return
        yield one
