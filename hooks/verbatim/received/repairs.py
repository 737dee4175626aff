"""Line ends of a source that layout put there or left out, proposed as errata of kind ``layout``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..read.yaml_reader import is_plain
from ..text.characters import odd
from ..text.scripts import HAN
from .names import is_name
from .roster import seats_of
from .shapes import is_item, is_row

_CLOSED = re.compile(r"[。！？!?：:；;…][”’」』）)]*\Z|[”’」』）)]\Z")
_SHORT = 12
"""Characters of a line that may be a heading and not the beginning of a broken sentence."""
_CONTEXT = 12
_LONGEST_SEAT = 64
"""Characters of a line of the roster after a name in it, at most."""
_RUN_TOGETHER = re.compile(rf"[長长任員员師师人](?P<name>[{HAN}]{{2,3}}|[{HAN}][ \u3000][{HAN}])(?=[ \u3000]+[^\n。]{{2,40}}$)", re.M)
"""The end of an office, then a name and spaces: two lines of a roster without a line end between them."""


@dataclass(frozen=True)
class Repair:
    """A place where a source differs from its pages in line ends: what it has, and how the pages have it."""

    find: str
    read: str
    count: int


def repaired(text: str) -> tuple[str, tuple[Repair, ...]]:
    """A source with the line ends of its pages, and what was changed: roster lines run together are split, broken sentences joined."""
    repairs: list[Repair] = []
    pieces: list[str] = []
    free = 0
    for start, end, instead, last in sorted(_places(text)):
        first = max(free, text.rfind("\n", 0, start) + 1, start - _CONTEXT)
        while first < start and not _is_value(text[first:last]):
            first += 1
        find, read = text[first:last], f"{text[first:start]}{instead}{text[end:last]}"
        if first <= start and _is_value(find) and _is_value(read) and text.count(find) == 1:  # it changes every place where it appears
            repairs.append(Repair(find, read, 1))
            pieces += [text[free:first], read]
            free = last
    return "".join([*pieces, text[free:]]), tuple(repairs)


def _is_value(text: str) -> bool:
    """Whether a text can be a value of an erratum, in which line ends are written as escapes and so all that cannot be seen is too."""
    return is_plain(text) and not any(odd(text))


def _places(text: str) -> Iterator[tuple[int, int, str, int]]:
    """What to replace by what: start and end, what is written instead, and where the text that shows the place ends."""
    for found in _RUN_TOGETHER.finditer(text):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.end() + _LONGEST_SEAT].partition("\n")[0]
        if is_name(found["name"]) and seats_of(line):
            yield found.start("name"), found.start("name"), "\n", found.end()
    for place in _breaks(text.split("\n")):
        end = text.find("\n", place + 1)
        yield place, place + 1, "", min(place + 1 + _CONTEXT, end if end > 0 else len(text))


def _breaks(lines: Sequence[str]) -> list[int]:
    """The places of line ends inside a sentence: after a long line that ends no sentence."""
    found, place = [], 0
    for line, following in pairwise(lines):
        place += len(line)
        inside = re.search(r"[。！？，,；;]", line) is not None or len(line) > 3 * _SHORT
        shaped = is_row(line) or is_row(following) or is_item(following) or not following
        if inside and not shaped and not _CLOSED.search(line) and not re.match(r"[^:：。，,]{1,20}[:：]", following):
            found.append(place)
        place += 1
    return found
