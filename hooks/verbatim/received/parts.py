"""Headings between speeches: they are words of nobody, though they stand below what somebody says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from ..text.item_numbers import item_number
from .sentences import LAST_MARKS
from .turns import Part, Speech

_LONGEST = 24
"""Characters of a line at most that is taken for a heading where nothing marks it as one."""
_OPEN = re.compile(r"[。！？!?…，,；;：:]")
_NUMBER = re.compile(r"\A(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]+[部分章節节篇]+[:：、]?)\s*")


def parted(spoken: Iterable[Speech], headings: Collection[str]) -> Iterator[Speech | Part]:
    """Speeches without the headings at their ends, and these headings, but for the last, below which nobody speaks; ``headings`` are the
    lines that the source marks as such.

    A line that is not marked is one if it is short, has a number and no mark of a sentence, and comes after the end of a sentence in a
    speech that counts nothing else so.
    """
    *before, last = spoken
    for speech in before:
        paragraphs = list(speech.paragraphs)
        found: list[Part] = []
        while len(paragraphs) > 1 and (paragraphs[-1] in headings or _looks(paragraphs)):
            text = paragraphs.pop()
            found.insert(0, Part(text, text in headings))
        yield replace(speech, paragraphs=tuple(paragraphs))
        yield from found
    yield last


def name_of(heading: str) -> str:
    """The words of a heading without its number."""
    return _NUMBER.sub("", heading) or heading


def _looks(paragraphs: list[str]) -> bool:
    """Whether the last of some paragraphs looks like a heading."""
    *others, last = paragraphs
    number = item_number(last)
    counted = any(number and other.style == number.style for other in map(item_number, others) if other)
    short = len(last) <= _LONGEST and name_of(last) != last and not _OPEN.search(name_of(last))
    return short and not counted and LAST_MARKS.search(others[-1]) is not None
