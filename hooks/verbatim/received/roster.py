"""The roster at the head of a source: who sits on the panel, with the offices as the text gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from ..text.folding import fold
from ..text.scripts import HAN
from .labels import NO_LABEL, SIGN, is_role
from .names import is_name, is_office, unspaced
from .words import any_of, words

_TITLE = re.compile(fold(r"(?:发布|出席|参加|与会|主讲|发言|嘉宾|主持)[^。，]{0,8}|[^。，]{0,8}(?:嘉宾|人员|名单)") + "[:：]?")
_LONGEST_TITLE = 14
_NAME = rf"[{HAN}][ \u3000]+[{HAN}](?=[\s,，:：])|[{HAN}·]{{2,12}}"
_LAST_NAME = rf"[{HAN}·]{{2,12}}|[{HAN}][ \u3000][{HAN}]"
_HEADS = frozenset(map(fold, words("roster-heads")))
"""Heads of the columns, if the roster is a table."""
_CHAIR = any_of("moderators", form=fold)
_TITLED = rf"[^。！？:：\s]{{0,60}}(?:{any_of('titles', 'offices', form=fold)})"
_MODERATORS = (
    re.compile(rf"(?:{_CHAIR})[:：]\s*(?P<name>{_NAME})[ \u3000]+(?P<office>[^。！？:：]{{2,60}})"),
    re.compile(rf"(?:{_CHAIR})[:：]\s*(?P<office>{_TITLED})[ \u3000]+(?P<name>{_LAST_NAME})"),
)
"""The line of who moderates, which is no speech: a name and an office, or an office that ends in a title and a name, parted by spaces."""
_CHAIRING = re.compile(rf".*[（(](?:{_CHAIR})[)）]")
"""An office with the remark that its holder moderates."""
_NAME_FIRST = re.compile(rf"(?P<name>{_NAME})(?:[ \u3000]+|[,，:：]\s*)(?P<office>[^。！？:：\s][^。！？:：]{{1,60}})")
_OFFICE_FIRST = re.compile(rf"(?P<office>[^。！？:：\s]{{2,60}})[ \u3000]+(?P<name>{_LAST_NAME})")
_UNLIKE = re.compile(rf"[{HAN}]{{2,4}}")
_OFFICE = re.compile(rf"[^。！？:：\s]*(?:{any_of('titles', 'offices', form=fold)})(?:[（(][^（）()]*[）)])?")
"""A name that may look like none, and an office that shows that it is one."""
_NEXT = r"(?:[ \u3000]*[、，,；;][ \u3000]*|[ \u3000]+|\Z)"
"""What parts those who are named in one line."""
_IN_LINE = (
    re.compile(_OFFICE_FIRST.pattern + _NEXT),
    re.compile(rf"(?P<name>{_NAME})(?:[ \u3000]+|[,，])(?P<office>[^。！？:：、，,；;\s]{{2,60}}){_NEXT}"),
)
"""One of several who are named in one line, with the office or the name first."""


@dataclass(frozen=True)
class Seat:
    """A line of the roster: a name, the office as the text gives it, and whether it is of who moderates."""

    name: str
    office: str
    moderates: bool = False


@dataclass(frozen=True)
class Roster:
    """The lines of the roster: from ``start`` to before ``end``, and those who are named there.  The heading above it is the first line;
    where heads of columns are below that, both are words before the roster.
    """

    start: int
    end: int
    seats: tuple[Seat, ...]


def roster(lines: Sequence[str]) -> Roster | None:
    """The roster among the lines before the first turn; None where there is none.

    It is a short line that announces people (出席人員, 發布人, 主持人) with at least one name and office below or in it, and others like it
    that follow.
    """
    for start in (at for at, line in enumerate(lines) if _is_title(line) or _announced(line)):
        first = start + 2 if _is_head(lines[start + 1 : start + 2]) else start
        below = first if first > start or _announced(lines[start]) else start + 1
        end, seats = _seated(lines, below, is_role(_bare(lines[start])))
        while seats and end < len(lines) and _is_title(lines[end]):
            last, more = _seated(lines, end + 1, is_role(_bare(lines[end])))
            if not more:
                break
            end, seats = last, [*seats, *more]
        if seats:
            return Roster(first, end, tuple(seats))
    return None


def _is_title(line: str) -> bool:
    """Whether a line may announce people."""
    return len(line) <= _LONGEST_TITLE and (_TITLE.fullmatch(fold(SIGN.sub("", line))) is not None or is_role(_bare(line)))


def _is_head(lines: Sequence[str]) -> bool:
    """Whether a line, if there is one, is the head of the columns of a roster (姓名 職稱)."""
    return bool(lines) and len(lines[0].split()) > 1 and _HEADS.issuperset(map(fold, lines[0].split()))


def _bare(line: str) -> str:
    """A line without the sign of an item and the colon."""
    return SIGN.sub("", line).rstrip(":：")


def _seated(lines: Sequence[str], start: int, moderating: bool) -> tuple[int, list[Seat]]:
    """The seats in the lines from one on, and where they end; of those who moderate, if the line above says so."""
    found = [*takewhile(bool, map(seats_of, lines[start:]))]
    return start + len(found), [replace(seat, moderates=moderating or seat.moderates) for seats in found for seat in seats]


def seats_of(line: str) -> tuple[Seat, ...]:
    """The seats that a line of a roster states, with the name or the office first; none of another line."""
    text = SIGN.sub("", line)
    return _announced(text) or _presented(text)


def _announced(line: str) -> tuple[Seat, ...]:
    """The seats of a line that announces whom it presents (主持人：, 出席：)."""
    for pattern in _MODERATORS:
        chair = pattern.fullmatch(fold(line))
        if chair and is_name(chair["name"]):
            name, office = (line[chair.start(part) : chair.end(part)] for part in ("name", "office"))
            return (Seat(unspaced(name), office.strip(), moderates=True),)
    head, _, rest = line.replace(":", "：").partition("：")
    return _presented(rest.strip()) if rest and _is_title(head) and not is_role(head) else ()


def _presented(text: str) -> tuple[Seat, ...]:
    """The seats of a line that is a name and an office, in either order, or several of them."""
    for pattern in _IN_LINE:
        found = _each(pattern, text)
        if len(found) > 1 and all(is_name(one["name"]) and not is_name(one["office"]) for one in found):
            return tuple(map(_seat, found))
    for pattern in (_NAME_FIRST, _OFFICE_FIRST):
        one = pattern.fullmatch(text)
        if one and (is_name(one["name"]) or _is_held(one["name"], one["office"])):
            return (_seat(one),)
    return ()


def _is_held(name: str, office: str) -> bool:
    """Whether a name that looks like none (扎西頓珠) is one by the office beside it."""
    return bool(
        _UNLIKE.fullmatch(name) and _OFFICE.fullmatch(fold(office)) and not is_office(name) and not _is_title(name) and not _is_word(name)
    )


def _is_word(text: str) -> bool:
    """Whether a text is what stands before a colon and is no name (時間), or the head of a column."""
    return fold(text).startswith(NO_LABEL) or fold(text) in _HEADS


def _each(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """The matches of a pattern that follow one another through a whole text; none where it is not made of them."""
    found: list[re.Match[str]] = []
    while not found or found[-1].end() < len(text):
        one = pattern.match(text, found[-1].end() if found else 0)
        if not one:
            return []
        found.append(one)
    return found


def _seat(found: re.Match[str]) -> Seat:
    office = found["office"].strip()
    return Seat(unspaced(found["name"]), office, moderates=_CHAIRING.fullmatch(fold(office)) is not None)
