"""Accounts drafted for the numerals that no register entry claims and no word of the language explains."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..analysis.ledger import ClaimedNumeral, claimed_numerals, for_accounts
from ..model import RegisterEntry
from ..model.event import AccountClass
from ..read.corpus import Transcript
from ..read.yaml_reader import is_plain
from ..received.words import any_of
from ..text.clauses import QUOTED
from ..text.matching import alternation
from ..text.numerals import Numeral, numerals, plain
from ..text.open_points import MARK
from ..text.years import YEAR_IN_DIGITS
from .clock_times import time_at
from .number_places import Numbers

_AFTER, _BEFORE = 4, 60
"""How many characters after and before a numeral an account names at most, short of the whole sentence."""
_EDGES = ("", *"。，,；;：:、？！?! \t”’」』）)》")
"""What no account reaches across: marks, and the end of the sentence."""
_DATES = ("年", "月", "日", "号", "时", "点", "分", "季度", "世纪")
_RANGE = re.compile(r"[\d—–~至到/.-]*[年月日]")
"""What follows a year up to the word that shows it to be one (2022—2025年)."""
_MONTHS = re.compile(r"[—–~至到-]\d{1,2}月")
"""What follows the first month of a span that has its word at the end (6—8月)."""
_DAY = re.compile("[年月日天時时季周週點点:：]|星期|禮拜")
"""What the text of an account of a date holds, as rule K3 wants it."""
_NAMED = ("引號內名稱的一部分。", "Part of a name in quotation marks.")
_REPEATED = ("重述已列出的數目。", "It repeats an amount that is listed already.")
_DATED = ("日期或時間。", "A date or a time.")
_LISTED = ("文中自己列舉的項數。", "What the text itself lists.")
_PER = ("比率的基數。", "The base of a ratio.")
_OPEN = (MARK, MARK)
_PARTS = re.compile(
    rf"个(?:{any_of('parts')})|项(?:{any_of('part-items')})|个?方面的?工作|方面"
    r"|件[大实]?事情?|点(?=[，,。：:；;！!？?]|\Z)|大(?!\d)"
)
"""What a numeral in characters counts where it counts the parts of what is said (三大主題)."""
_BASE = re.compile(r"[每/／](?:10+[万亿]?|[十百千万]|1[百千万亿])(?![\d.])(?!个?(?:分|秒|小时|天|日|周|月|季|年))")
"""How many of something a ratio is said of (每千人, 156.3/10萬); an interval (每10分鐘) is none."""
_ONE = "一"
"""What counts no parts: one thing is no list (關心的一件事)."""
_BARE = re.compile(r"[\d.,]+")
_LENGTH = re.compile(rf"年(?:{any_of('behind-lengths')})")
"""What makes a length of time of a number that is no year (20年多)."""
_RATIO = re.compile(r"\d[\d.]*(?:[:：]\d[\d.]*)+")
"""A ratio in digits (2:1), which has one account."""
_DAYS = re.compile("[一二三四五六七八九十]+日")
"""A day in characters, which is one only behind its month (一日照 is none)."""


def counts_parts(numeral: Numeral, folded: str, last: bool = False) -> bool:
    """Whether a numeral of a folded text counts the parts of what is said; ``last``: and the text ends with these."""
    match = _PARTS.fullmatch if last else _PARTS.match
    return not numeral.arabic and numeral.text not in _ONE and match(folded, numeral.end) is not None


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
    numbers = Numbers(claimed_numerals(transcript))
    listed = [(row.quote.zh, _numbers_of(row)) for row in transcript.entries]
    finds: dict[str, ClaimedNumeral] = {}
    for claimed in numbers.unclaimed:
        if not numbers.is_accounted(claimed):
            find = _find(claimed, numbers)
            finds.setdefault(find, claimed)
            numbers.account(find)
    counts = _counted(list(finds), [for_accounts(segment.zh.text) for segment in transcript.segments.values()])
    return [_account(find, claimed, counts[find], listed) for find, claimed in finds.items() if counts[find]]


def conflicting(transcript: Transcript) -> set[str]:
    """The ids of the entries whose numeral is in a text that an account has to name, because it is a whole sentence (a page number)."""
    numbers = Numbers(claimed_numerals(transcript))
    texts = {_find(one, numbers) for one in numbers.unclaimed}
    met = (one for text in texts if not numbers.is_free(text) for one in numbers.met(text))
    return {claim.id for one in met for claim in one.claims if isinstance(claim, RegisterEntry)}


def _find(claimed: ClaimedNumeral, numbers: Numbers) -> str:
    """The shortest text that holds the numeral and meets no claimed one and no part of one: with what follows it, then what precedes it."""
    numeral, text = claimed.numeral, claimed.segment.zh.text
    start, end = numeral.start, numeral.end
    following = next((size for size in range(1, _AFTER + 1) if text[end + size - 1 : end + size] in _EDGES), _AFTER + 1) - 1
    dated = _RANGE.match(plain(text), end) if YEAR_IN_DIGITS.fullmatch(numeral.text) else _MONTHS.match(plain(text), end)
    span, ratio = time_at(text, start, end), _RATIO.match(text, start)
    tries = [span] if span else [(start, dated.end())] if dated else [ratio.span()] if ratio else []
    tries += [(start, end + size) for size in (min(1, following), *range(2, following + 1))]
    tries += [(start - size, end + following) for size in range(1, min(start, _BEFORE) + 1)] + [(start, end), (0, len(text))]
    named = for_accounts(text)
    spans = (named[first:last] for first, last in tries if not numbers.cuts(first, last, text))
    usable = (span for span in spans if span == span.strip() and is_plain(span) and numbers.is_free(span))
    return next(usable, named if is_plain(named) else numeral.text)


def _counted(finds: Sequence[str], sentences: Sequence[str]) -> Counter[str]:
    """How often each text appears, not counting where it is part of a longer one: as the rule counts."""
    pattern = re.compile(alternation(finds))
    return Counter(found[0] for text in sentences for found in pattern.finditer(text))


def _numbers_of(row: RegisterEntry) -> set[Decimal]:
    """The numbers of the amounts of an entry, without their signs."""
    return {abs(number) for amount in (row.amount, row.each) if amount for number in amount.numbers}


def _account(find: str, claimed: ClaimedNumeral, count: int, listed: Sequence[tuple[str, set[Decimal]]]) -> Accounted:
    """The account of a text; ``listed`` are the quotations of the register with their numbers."""
    numeral, text = claimed.numeral, claimed.segment.zh.text
    around = f"…{for_accounts(text)[max(0, numeral.start - 6) : numeral.end + 6]}…"
    if _is_dated(numeral, plain(text)) and _DAY.search(find) and "." not in numeral.text:
        return Accounted(find, "date", count, _DATED)
    if any(found.start() < numeral.start and numeral.end < found.end() for found in QUOTED.finditer(text)):
        return Accounted(find, "name", count, _NAMED)
    if counts_parts(numeral, plain(text)):
        return Accounted(find, "structure", count, _LISTED)
    if is_base(plain(text), numeral.start):
        return Accounted(find, "amount" if numeral.arabic else "word", count, _PER)
    amount = text[numeral.start : numeral.end + 1].rstrip("".join(_EDGES))
    held = [one.value for one in numerals(find)]
    bare = _BARE.fullmatch(amount)  # such as a cell of a table: it may count anything
    again = not bare and any(numbers.issuperset(held) and _is_in(amount, quote) for quote, numbers in listed)
    is_length = _LENGTH.match(plain(text), numeral.end) is not None
    if numeral.arabic and again and not is_length:
        return Accounted(find, "repeat", count, _REPEATED)
    return Accounted(find, "word" if not numeral.arabic else "amount", count, _OPEN, around)


def is_base(text: str, start: int) -> bool:
    """Whether the number at a place of a folded text says of how many something is said."""
    return _BASE.match(text, max(start - 1, 0)) is not None


def _is_dated(numeral: Numeral, text: str) -> bool:
    """Whether a numeral of a folded text is a year or of a time, or has a word of time behind it; a day in characters follows its month."""
    if YEAR_IN_DIGITS.fullmatch(numeral.text) or time_at(text, numeral.start, numeral.end) or _MONTHS.match(text, numeral.end):
        return True
    if _LENGTH.match(text, numeral.end) or counts_parts(numeral, text):
        return False
    if _DAYS.match(text, numeral.start) and not text.endswith("月", 0, numeral.start):
        return False
    return text.startswith(_DATES, numeral.end) and not text.startswith("点多", numeral.end)


def _is_in(amount: str, quote: str) -> bool:
    """Whether a quotation holds a number with what follows it (3座, but not 3里 or 13座)."""
    return re.search(rf"(?<![\d.,]){re.escape(amount)}", quote) is not None
