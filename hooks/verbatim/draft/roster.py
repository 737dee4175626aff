"""The roster at the head of a source: who sits on the panel, with the offices as the text gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from ..text.folding import fold
from ..text.matching import alternation
from ..text.scripts import HAN
from .labels import is_role
from .names import is_name, unspaced
from .words import words

_TITLE = re.compile(fold(r"(?:发布|出席|参加|与会|主讲|发言|嘉宾|主持)[^。，]{0,8}|[^。，]{0,8}(?:嘉宾|人员|名单)") + "[:：]?")
_LONGEST_TITLE = 14
SIGN = re.compile(r"\A[•·●▪◦*＊-]\s*")
"""The sign of an item, if the roster is a list."""
_NAME = rf"[{HAN}][ \u3000]+[{HAN}](?=[\s,，:：])|[{HAN}·]{{2,12}}"
_CHAIR = alternation(map(fold, words("moderators")))
_MODERATOR = re.compile(rf"(?:{_CHAIR})[:：]\s*(?P<name>{_NAME})[ \u3000]+(?P<office>[^。！？:：]{{2,60}})")
"""The line of who moderates, which is no speech: a name and an office, parted by a space."""
_NAME_FIRST = re.compile(rf"(?P<name>{_NAME})(?:[ \u3000]+|[,，:：]\s*)(?P<office>[^。！？:：\s][^。！？:：]{{1,60}})")
_OFFICE_FIRST = re.compile(rf"(?P<office>[^。！？:：\s]{{2,60}})[ \u3000]+(?P<name>[{HAN}·]{{2,12}}|[{HAN}][ \u3000][{HAN}])")


@dataclass(frozen=True)
class Seat:
    """A line of the roster: a name, the office as the text gives it, and whether it is of who moderates."""

    name: str
    office: str
    moderates: bool = False


@dataclass(frozen=True)
class Roster:
    """The lines of the roster: from ``start`` to before ``end``, with the heading above it, and those who are named there."""

    start: int
    end: int
    seats: tuple[Seat, ...]


def roster(lines: Sequence[str]) -> Roster | None:
    """The roster among the lines before the first turn; None where there is none.

    It is a short line that announces people (出席人員, 發布人) with at least one name and office below it.
    """
    for start, line in enumerate(lines):
        if len(line) <= _LONGEST_TITLE and _TITLE.fullmatch(fold(SIGN.sub("", line))):
            end, seats = _seated(lines, start + 1)
            if seats and end < len(lines) and is_role(lines[end].rstrip(":：")):  # the heading above who moderates
                last, moderators = _seated(lines, end + 1)
                seats += [replace(one, moderates=True) for one in moderators]
                end = last if moderators else end
            if seats:
                return Roster(start, end, tuple(seats))
    return None


def _seated(lines: Sequence[str], start: int) -> tuple[int, list[Seat]]:
    """The seats in the lines from one on, and where they end."""
    seats = [*takewhile(lambda seat: seat is not None, map(seat_of, lines[start:]))]
    return start + len(seats), [seat for seat in seats if seat]


def seat_of(line: str) -> Seat | None:
    """The seat that a line of a roster states, with the name or the office first; None of another line."""
    text = SIGN.sub("", line)
    chair = _MODERATOR.fullmatch(fold(text))
    if chair and is_name(chair["name"]):
        return Seat(unspaced(text[chair.start("name") : chair.end("name")]), text[chair.start("office") :].strip(), moderates=True)
    for pattern in (_NAME_FIRST, _OFFICE_FIRST):
        found = pattern.fullmatch(text)
        if found and is_name(found["name"]):
            return Seat(unspaced(found["name"]), found["office"].strip())
    return None
