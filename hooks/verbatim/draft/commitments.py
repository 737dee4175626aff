"""Register entries drafted from words that promise something without a number: by strength, by a verb and a thing, by a date in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..analysis.clause_reading import is_repeated
from ..model import Segment, Vocabulary
from ..read.yaml_reader import is_plain
from ..text.clauses import clauses
from ..text.item_numbers import length_of_mark
from ..text.numerals import numerals, plain
from ..text.promises import is_ordinary, is_time, names_thing, opens, pledges, says_when, verb
from ..text.signal_words import strengths
from .accounts import counts_parts
from .drafted_entry import Drafted, PromisingSentence, strength_of
from .outlook import intends

_LISTS = re.compile(r"(?:以下|下列|如下|下面)[^,，;；。:：]{0,8}[:：。]?\Z")
"""The end of a sentence that only says that something follows (做好以下幾項工作：), which promises what follows and nothing else."""
_TOWARDS = re.compile(r"将(?:面向|针对|围绕|根据|依据|按照|依托|结合|立足)[^,，]*\Z")
"""A clause that says for whom or by what something will be done (將面向老人，), and not what."""


def dated_cells(vocabulary: Vocabulary, segment: Segment, said: PromisingSentence) -> Iterator[Drafted]:
    """An entry for the only cell of a row that says when, if that is still to come: what is to be then, the row and the head of its column
    say.
    """
    text = segment.zh.text
    times = [span for span in clauses(text) if is_time(text[slice(*span)])]
    for start, end in times if len(times) == 1 else ():
        cell = text[start:end]
        word = said.promised(end, end)
        if word and cell.startswith(word):
            yield Drafted("", segment.address, cell, "commitment", why=f"“{cell}”", strength=strength_of(vocabulary, cell))


def commitments(vocabulary: Vocabulary, segment: Segment, quoted: set[str], said: PromisingSentence) -> Iterator[Drafted]:
    """An entry for each clause that promises something without a number: by a word of strength, by a word that promises all that the
    clause says, or by a verb and a thing with a name.
    """
    text = segment.zh.text
    said_in = [(start + length_of_mark(text[start:end]), end) for start, end in _whole(text)]
    spans = [span for span in said_in if not says_when(text[slice(*span)]) or opens(text[slice(*span)])]
    for (start, end), (first, last) in zip(spans, [(0, 0), *spans], strict=False):
        clause, pledge = text[start:end], pledges(text[start:end], text[first:last])
        found = None if pledge else next(iter(strengths(vocabulary, clause)), None)
        if found and is_ordinary(found.word) and not names_thing(clause):
            continue
        if opens(clause) or _LISTS.search(plain(text[start:])):
            continue
        place = found.start if found else 0 if pledge else verb(clause)
        if place is None and intends(clause, said.day, text[first:last], _time_before(text, start)):
            place = 0
        if (
            place is None
            or not is_plain(clause[place:])
            or any(counts_parts(numeral, plain(clause), last=True) for numeral in numerals(clause))
            or any(quote in clause or clause in quote for quote in quoted)
            or not said.promised(end, end)
            or is_repeated(text, clause[place:])
        ):
            continue
        strength = found.key if found else strength_of(vocabulary, clause)
        why = found.word if found else pledge or said.promised(end, end)
        yield Drafted("", segment.address, clause[place:], "commitment", why=f"“{why}”", strength=strength)


def _whole(text: str) -> list[tuple[int, int]]:
    """The clauses of a sentence, one that only says for whom or by what something will be done joined to the next."""
    found: list[tuple[int, int]] = []
    for start, end in clauses(text):
        joined = found and _TOWARDS.search(plain(text[slice(*found[-1])])) and start - found[-1][1] == 1
        found = [*found[:-1], (found[-1][0], end)] if joined else [*found, (start, end)]
    return found


def _time_before(text: str, start: int) -> str:
    """The clause that ends before a place where it says nothing but a time; else empty."""
    before = [text[slice(*span)] for span in clauses(text[:start])][-1:]
    return before[0] if before and says_when(before[0]) else ""
