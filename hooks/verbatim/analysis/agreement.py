"""Do the two languages say the same?  What is compared of a pair, what is missing of it, and the words that carry a promise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..model import Lang, RequiredCounterpart, Segment
from ..text import durations
from ..text.cache import Listed, cached
from ..text.scripts import HAN_CHARACTER
from ..text.weight import occurrences

REMEMBERED = 8_192
"""Pairs of texts whose words are kept: those of some fifty events, since an edit leaves most as they are."""


@dataclass(frozen=True)
class Missing:
    """Something that one line of a pair contains and the other does not; ``what`` names it, ``lang`` is where it is missing.

    ``places`` are start and end of each time that the Chinese says it, where that is known; ``said`` is the word as the other line has it,
    where it may be another form than ``what``, and ``answers`` are the forms of which one would answer it.  ``cell`` is that of a ``Part``.
    """

    segment: Segment
    what: str
    lang: Lang
    places: tuple[tuple[int, int], ...] = ()
    said: str = ""
    answers: tuple[str, ...] = ()
    cell: int = 0


@dataclass(frozen=True)
class Part:
    """What is compared of a pair: both lines or, of a row of a table, the cells in one place, of which ``cell`` is the number from 1.

    ``start`` is where the part begins in the Chinese line.  The English counts lengths of time as the Chinese does, where they are as long.
    """

    segment: Segment
    zh: str
    en: str
    cell: int = 0
    start: int = 0


@dataclass(frozen=True)
class Agreement:
    """How much was compared, and what does not agree."""

    compared: int
    missing: tuple[Missing, ...]


def given_twice(segment: Segment) -> bool:
    """Whether both lines have one text without Chinese, such as the English of an interpreter or a number: nothing was translated."""
    return segment.zh.text == segment.en.text and not HAN_CHARACTER.search(segment.zh.text)


def as_it_is(_chinese: str, english: str) -> str:
    """An English text as it is."""
    return english


def parts(segments: Iterable[Segment], read: Callable[[str, str], str] = as_it_is) -> Iterator[Part]:
    """The parts of pairs in order; a row whose cells are not as many in both languages is one, and is reported as such (W2).

    ``read`` gives the English beside a Chinese text as it is compared with it.
    """
    for segment in segments:
        zh, en = segment.zh, segment.en
        cells = [*zip(zh.cells, en.cells, strict=False)] if zh.in_table and len(zh.cells) == len(en.cells) else []
        start = 0
        for cell, (chinese, english) in enumerate(cells, 1):
            yield Part(segment, chinese, read(chinese, _counted_alike(chinese, english)), cell, start)
            start += len(chinese) + 1
        if not cells:
            yield Part(segment, zh.text, read(zh.text, _counted_alike(zh.text, en.text)))


@cached(REMEMBERED)
def _counted_alike(chinese: str, english: str) -> str:
    """The English with its lengths of time in the units of the Chinese."""
    return durations.as_stated(chinese, english)


def words(segments: Iterable[Segment], echoes: Mapping[str, RequiredCounterpart]) -> Agreement:
    """Each Chinese word of a closed list has a counterpart of its list in the twin, as often as it appears, in a row in the same cell."""
    compared, missing = 0, []
    listed = Listed(tuple(echoes.values()), repr([(one.zh, one.en, one.place, one.inside) for one in echoes.values()]))
    for part in parts(segments):
        for word, there, answered in _answered(listed, part.zh, part.en):
            compared += there
            missing += [Missing(part.segment, word, "en", cell=part.cell)] * (there - answered)
    return Agreement(compared, tuple(missing))


@cached(REMEMBERED)
def _answered(echoes: Listed[tuple[RequiredCounterpart, ...]], chinese: str, english: str) -> tuple[tuple[str, int, int], ...]:
    """The first form of each word of a closed list that a Chinese text says, how often it does, and how often the English answers it."""
    found = ((echo, occurrences(echo, chinese, "zh")) for echo in echoes.value)
    return tuple((echo.zh[0], there, occurrences(echo, english, "en")) for echo, there in found if there)
