"""Accounts drafted for the numerals that no register entry claims and no word of the language explains."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..analysis.ledger import ClaimedNumeral, claimed_numerals
from ..model.event import AccountClass
from ..read.corpus import Transcript
from ..text.matching import alternation
from ..text.numerals import plain
from ..text.open_points import MARK

_AFTER = 4
_EDGES = ("", *"。，,；;：:、？！?! ”’」』）)》")
"""What no account reaches across: marks, and the end of the sentence."""
_DATES = ("年", "月", "日", "号", "时", "点", "分", "季度", "世纪")
_YEAR = re.compile(r"(?:19|20)\d\d")
_QUOTED = re.compile("“[^”]*”|「[^」]*」|《[^》]*》")
_NAMED = ("引號內名稱的一部分。", "Part of a name in quotation marks.")
_REPEATED = ("重述已列出的數目。", "It repeats an amount that is listed already.")
_DATED = ("日期或時間。", "A date or a time.")
_OPEN = (MARK, MARK)


@dataclass(frozen=True)
class Accounted:
    """A line of ``numerals.yml``; ``around`` is the text around its first numeral where a person has to decide."""

    find: str
    class_: AccountClass
    count: int
    reason: tuple[str, str]
    around: str = ""


def accounts(transcript: Transcript) -> list[Accounted]:
    """An account for each text that holds numerals nobody claims, in the order of the transcript, as often as it appears.

    The text is the shortest from the numeral on that holds no numeral which is claimed.
    """
    found = claimed_numerals(transcript)
    unclaimed = [claimed for claimed in found if not claimed.claims]
    texts = [claimed.segment.zh.text for claimed in unclaimed]
    sentences = [segment.zh.text for segment in transcript.segments.values()]
    registered = {abs(number) for row in transcript.targets for amount in (row.amount, row.each) if amount for number in amount.numbers}
    finds: dict[str, ClaimedNumeral] = {}
    for claimed, text in zip(unclaimed, texts, strict=True):
        if not any(_covers(find, claimed) for find in finds):
            finds.setdefault(_find(claimed, text, found), claimed)
    counts = _counted(list(finds), sentences)
    return [_account(find, claimed, counts[find], registered) for find, claimed in finds.items() if counts[find]]


def _covers(find: str, claimed: ClaimedNumeral) -> bool:
    """Whether a text, where it appears in the sentence, holds the numeral."""
    return any(
        start <= claimed.numeral.start and claimed.numeral.end <= start + len(find) for start in _places(find, claimed.segment.zh.text)
    )


def _find(claimed: ClaimedNumeral, text: str, others: Sequence[ClaimedNumeral]) -> str:
    """The shortest text that holds the numeral and meets no claimed one and no part of one: with what follows it, then what precedes it."""
    start, end = claimed.numeral.start, claimed.numeral.end
    following = next((size for size in range(1, _AFTER + 1) if text[end + size - 1 : end + size] in _EDGES), _AFTER + 1) - 1
    tries = [(start, end + min(1, following)), *((start, end + size) for size in range(2, following + 1))]
    tries += [(max(0, start - size), end + following) for size in range(1, start + 1)] + [(0, len(text))]
    spans = (text[first:last] for first, last in tries)
    return next(span for span in spans if span == text or not any(_meets(span, other) for other in others))


def _meets(find: str, claimed: ClaimedNumeral) -> bool:
    """Whether a text, somewhere in the sentence, has a claimed numeral or only a part of one."""
    return any(
        start < claimed.numeral.end
        and claimed.numeral.start < start + len(find)
        and (claimed.claims or not (start <= claimed.numeral.start and claimed.numeral.end <= start + len(find)))
        for start in _places(find, claimed.segment.zh.text)
    )


def _places(find: str, text: str) -> Iterator[int]:
    start = text.find(find)
    while start >= 0:
        yield start
        start = text.find(find, start + 1)


def _counted(finds: Sequence[str], sentences: Sequence[str]) -> Counter[str]:
    """How often each text appears, not counting where it is part of a longer one: as the rule counts."""
    pattern = re.compile(alternation(finds))
    return Counter(found[0] for text in sentences for found in pattern.finditer(text))


def _account(find: str, claimed: ClaimedNumeral, count: int, registered: set[Decimal]) -> Accounted:
    numeral, text = claimed.numeral, claimed.segment.zh.text
    around = f"…{text[max(0, numeral.start - 6) : numeral.end + 6]}…"
    after = plain(text)[numeral.end :]
    if _YEAR.fullmatch(numeral.text) or (after.startswith(_DATES) and not after.startswith("点多")):
        return Accounted(find, "date", count, _DATED)
    if any(found.start() < numeral.start and numeral.end < found.end() for found in _QUOTED.finditer(text)):
        return Accounted(find, "name", count, _NAMED)
    if numeral.arabic and numeral.value in registered:
        return Accounted(find, "repeat", count, _REPEATED)
    return Accounted(find, "word" if not numeral.arabic else "amount", count, _OPEN, around)
