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
_NOTE = re.compile(r"[（(][^（()）]*[)）]|[［\[][^\]］]*[\]］]")
"""A line in brackets below a heading, which says something of what follows and is said by nobody."""
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
        while at := _heading(paragraphs, headings):
            text, *notes = paragraphs[at:]
            del paragraphs[at:]
            found.insert(0, Part(text, text in headings, tuple(notes)))
        yield replace(speech, paragraphs=tuple(paragraphs))
        yield from found
    yield last


def name_of(heading: str) -> str:
    """The words of a heading without its number."""
    return _NUMBER.sub("", heading) or heading


def _heading(paragraphs: list[str], headings: Collection[str]) -> int:
    """Where the heading is that some paragraphs end with, and the notes below it; 0 where they end with none."""
    at = len(paragraphs) - 1
    while at > 0 and _NOTE.fullmatch(paragraphs[at]):
        at -= 1
    return at if at > 0 and (paragraphs[at] in headings or _looks(paragraphs[: at + 1])) else 0


def _looks(paragraphs: list[str]) -> bool:
    """Whether the last of some paragraphs looks like a heading."""
    *others, last = paragraphs
    number = item_number(last)
    counted = any(number and other.style == number.style for other in map(item_number, others) if other)
    short = len(last) <= _LONGEST and name_of(last) != last and not _OPEN.search(name_of(last))
    return short and not counted and LAST_MARKS.search(others[-1]) is not None
