"""Accounts drafted for the numerals that no register entry claims and no word of the language explains."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..analysis.ledger import ClaimedNumeral, claimed_numerals
from ..model import RegisterEntry
from ..model.event import AccountClass
from ..read.corpus import Transcript
from ..read.yaml_records import FORMULA
from ..text.matching import alternation
from ..text.numerals import numerals, plain
from ..text.open_points import MARK

_AFTER = 4
_EDGES = ("", *"。，,；;：:、？！?! \t”’」』）)》")
"""What no account reaches across: marks, and the end of the sentence."""
_DATES = ("年", "月", "日", "号", "时", "点", "分", "季度", "世纪")
_YEAR = re.compile(r"(?:19|20)\d\d")
_RANGE = re.compile(r"[\d—–~至到/.-]*[年月日]")
"""What follows a year up to the word that shows it to be one (2022—2025年)."""
_DAY = re.compile("[年月日天]")
"""What the text of an account of a date holds, as rule K3 wants it."""
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
            finds.setdefault(_find(claimed, text, found, finds), claimed)
    counts = _counted(list(finds), sentences)
    return [_account(find, claimed, counts[find], registered) for find, claimed in finds.items() if counts[find]]


def conflicting(transcript: Transcript) -> set[str]:
    """The ids of the entries whose numeral is in a text that an account has to name, because it is a whole sentence (a page number)."""
    found = claimed_numerals(transcript)
    texts = {_find(one, one.segment.zh.text, found) for one in found if not one.claims}
    met = (one for one in found if any(_meets(text, one) for text in texts))
    return {claim.id for one in met for claim in one.claims if isinstance(claim, RegisterEntry)}


def _covers(find: str, claimed: ClaimedNumeral) -> bool:
    """Whether a text, where it appears in the sentence, holds the numeral."""
    return any(
        start <= claimed.numeral.start and claimed.numeral.end <= start + len(find) for start in _places(find, claimed.segment.zh.text)
    )


def _find(claimed: ClaimedNumeral, text: str, others: Sequence[ClaimedNumeral], finds: Iterable[str] = ()) -> str:
    """The shortest text that holds the numeral and meets no claimed one and no part of one: with what follows it, then what precedes it."""
    numeral = claimed.numeral
    start, end = numeral.start, numeral.end
    following = next((size for size in range(1, _AFTER + 1) if text[end + size - 1 : end + size] in _EDGES), _AFTER + 1) - 1
    dated = _RANGE.match(plain(text), end) if _YEAR.fullmatch(numeral.text) else None
    tries = [(start, dated.end())] if dated else []
    tries += [(start, end + size) for size in (min(1, following), *range(2, following + 1))]
    tries += [(max(0, start - size), end + following) for size in range(1, start + 1)] + [(start, end), (0, len(text))]
    spans = (text[first:last] for first, last in tries if not any(_cuts(first, last, text, find) for find in finds))
    usable = (span for span in spans if not (FORMULA.match(span) or any(_meets(span, other) for other in others)))
    return next(usable, numeral.text if FORMULA.match(text) else text)


def _cuts(first: int, last: int, text: str, find: str) -> bool:
    """Whether a span of a text has a part of another account's text, but not all of it, so that only one of the two would be found."""
    return any(
        start < last and first < start + len(find) and not first <= start < start + len(find) <= last for start in _places(find, text)
    )


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
    if _DAY.search(find) and (_YEAR.fullmatch(numeral.text) or (after.startswith(_DATES) and not after.startswith("点多"))):
        return Accounted(find, "date", count, _DATED)
    if any(found.start() < numeral.start and numeral.end < found.end() for found in _QUOTED.finditer(text)):
        return Accounted(find, "name", count, _NAMED)
    if numeral.arabic and registered.issuperset(one.value for one in numerals(find)):
        return Accounted(find, "repeat", count, _REPEATED)
    return Accounted(find, "word" if not numeral.arabic else "amount", count, _OPEN, around)
