"""The Chinese quotations of the numbers of a clause: where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..read.yaml_reader import is_plain
from ..text.folding import is_han
from ..text.item_numbers import length_of_mark
from ..text.numerals import numerals, plain
from ..text.promises import begins_change, is_done
from ..text.quantities import Quantity

_Stated = tuple[Quantity, str]
"""A number of a clause, and the form of what it counts."""
_LISTED = re.compile(r"[、和與与及並并]")

_DUE = re.compile(
    r"[，,](?:[今明后]年|\d{3,4}年|(?=\d{1,2}月))(?:\d{1,2}月)?(?:[底末]|\d{1,2}[日号]|[上中下]旬)?(?:[之以]?前(?![半三四往])|起)"
    r"(?P<what>[^\d，,；;。：:！!？?]{2,12})(?=[。；;，,！!]|\Z)"
)
"""A clause that only says by when or from when what the one before it says is done (，11月底前發放到位)."""


@dataclass(frozen=True)
class QuotedNumber:
    """The quotation of a number, empty where it has none of its own; ``is_cut`` if a word may be cut at its end."""

    text: str
    is_cut: bool = False


def with_deadline(text: str, end: int, quote: str) -> str:
    """The quotation of the last number of a clause that ends at ``end``, with the clause behind it if this says when that is done and has
    no number of its own.
    """
    due = _DUE.match(plain(text), end)
    if due is None or numerals(due["what"]) or not text.endswith(quote, 0, end) or is_done(quote) or not is_plain(quote + due[0]):
        return quote
    return quote + text[end : due.end()]


def quoted_numbers(text: str, clause: tuple[int, int], stated: Sequence[_Stated]) -> Iterator[QuotedNumber]:
    """The quotation of each number of a clause of a sentence."""
    start, end = clause
    for (left, right), (quantity, _) in zip(_pieces(text, clause, stated), stated, strict=True):
        quote = text[left:right].strip("、 和與与及").lstrip("=@+-*＊•●・ ")
        quote = quote[length_of_mark(quote) :]
        usable = is_plain(quote) and text.find(quote) >= left  # elsewhere it is said again, and an account says so
        is_cut = right == start + quantity.end < end and is_han(text[right - 1]) and is_han(text[right]) and not begins_change(quote)
        yield QuotedNumber(quote if usable else "", is_cut)


def _pieces(text: str, clause: tuple[int, int], stated: Sequence[_Stated]) -> Iterator[tuple[int, int]]:
    """For each number of a clause the span of its quotation: from the last cut before it, or before the list whose operator it has, to the
    first one after it.
    """
    start, end = clause
    cuts = [_cut(text[start:end], one, other) for one, other in pairwise(stated)]
    for number in range(len(stated)):
        first = next((place for place in range(number, 0, -1) if not stated[place][0].listed), 0)
        before = [cut for cut in cuts[:first] if cut is not None]
        after = [cut for cut in cuts[number:] if cut is not None]
        yield start + (before[-1] if before else 0), start + after[0] if after else end


def _cut(clause: str, one: _Stated, other: _Stated) -> int | None:
    """Where the quotation of a number with its form ends and that of the next begins: after what joins a list, or after the number; None
    where what is counted may follow it (4個鄉各有1輛) and no quotation would hold two numbers of one unit.
    """
    end, forms = one[0].end, {one[1], other[1]}
    joints = [found.end() for found in _LISTED.finditer(clause, end, max(end, other[0].start))]
    if joints:
        return joints[-1]
    may_hold_both = len(forms) == 2 and "" not in forms
    return None if may_hold_both and is_han(clause[end : end + 1]) else end
