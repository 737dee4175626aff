"""Line ends of a source that layout put there or left out, proposed as errata of kind ``layout``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..read.yaml_records import FORMULA
from .names import is_name
from .roster import seat_of
from .shapes import is_item

_CLOSED = re.compile(r"[。！？!?：:；;…][”’」』）)]*\Z|[”’」』）)]\Z")
_SHORT = 12
"""Characters of a line that may be a heading and not the beginning of a broken sentence."""
_CONTEXT = 12
_RUN_TOGETHER = re.compile(r"[長长任員员師师人](?P<name>[㐀-鿿]{2,3}|[㐀-鿿][ \u3000][㐀-鿿])(?=[ \u3000]+[^\n。]{2,40}$)", re.M)
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
    free = 0
    for start, end, instead, last in sorted(_places(text)):
        first = max(free, text.rfind("\n", 0, start) + 1, start - _CONTEXT)
        while first < start and FORMULA.match(text, first):
            first += 1
        find = text[first:last]
        if first <= start and text.count(find) == 1:  # a repair changes every place where its text appears
            repairs.append(Repair(find, f"{text[first:start]}{instead}{text[end:last]}", 1))
            free = last
    for repair in repairs:
        text = text.replace(repair.find, repair.read)
    return text, tuple(repairs)


def _places(text: str) -> Iterator[tuple[int, int, str, int]]:
    """What to replace by what: start and end, what is written instead, and where the text that shows the place ends."""
    for found in _RUN_TOGETHER.finditer(text):
        line = text[text.rfind("\n", 0, found.start()) + 1 :].partition("\n")[0]
        if is_name(found["name"]) and seat_of(line):
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
        shaped = "\t" in line or "\t" in following or is_item(following)
        if inside and not shaped and not _CLOSED.search(line) and not re.match(r"[^:：。，,]{1,20}[:：]", following):
            found.append(place)
        place += 1
    return found
