"""Sentences of two texts that answer each other: the cheapest way through both, by length and what they say.

Lengths as in Gale and Church, A Program for Aligning Sentences in Bilingual Corpora (1993): the squared difference from what the length
of the other language lets expect.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import inf, sqrt

from .said import Listener, Said, Sentence, differing, inner, lacking, shared

_VARIANCE = 6.8
"""Of the length of an English sentence for each character that is expected, by the paper."""
_SHAPES = {(1, 1): 0.0, (1, 2): 3.0, (1, 3): 6.0, (1, 4): 9.0, (2, 1): 6.0, (1, 0): 6.0, (0, 1): 12.0}
"""How many Chinese and English sentences answer each other, with the cost of each shape: a sentence is as likely left out as joined."""
_MISSING, _SHARED, _UNANSWERED = 4.0, -3.0, 3.0
"""The cost of a number that one side lacks, of a number or name that both sides have, and of a word that is not answered."""
_LACKED = {"label": 6.0, "paragraph": 2.0, "quotation": 4.0, "ellipsis": 4.0, "question": 4.0, "exclamation": 2.0}
"""The cost of a mark that one side lacks."""
_SURE = {(1, 1), (1, 2)}
"""The shapes that are not doubtful in themselves."""
_MARGIN = 5.0
"""How much more each way must cost that answers a sentence otherwise, for its answer not to be doubtful."""
_HOPELESS = 36.0
"""The cost of a difference in length from which on nothing else is compared."""
_FAR = 9.0
"""The cost of a difference in length from which on a pair is doubtful: three standard deviations."""
_STRAY = 3.0
"""By how many standard deviations of the length of the whole text a way may leave the diagonal, before a wider band is tried."""

_Place = tuple[int, int]
"""How many sentences of both texts are before a place, or in a shape."""
_Pair = tuple[tuple[Sentence, ...], tuple[Sentence, ...]]
"""Chinese sentences and the English ones that answer them."""
Found = tuple[_Pair, bool]
"""Such sentences, and whether they are doubtful."""


@dataclass(frozen=True)
class _Band:
    """The places near the diagonal of two texts: a way through both leaves it only by what one says and the other does not.

    ``far`` gives for a place how many characters its English is away from where the Chinese lets expect it.
    """

    zh: Sequence[float]
    en: Sequence[int]
    width: float

    def far(self, place: _Place) -> float:
        return abs(self.en[place[1]] - self.zh[place[0]])

    def places(self) -> Iterator[_Place]:
        """The places of the band, in the order of both texts."""
        for one, expected in enumerate(self.zh):
            first, last = bisect_left(self.en, expected - self.width), bisect_right(self.en, expected + self.width)
            yield from ((one, other) for other in range(first, last))

    def holds(self, way: Sequence[_Step]) -> bool:
        """Whether a way keeps so far from the edges that a cheaper one is not beyond them, or nothing is beyond them."""
        return self.width >= self.en[-1] + self.zh[-1] or (len(way) > 0 and max(self.far(step.end) for step in way) <= self.width / 2)


def _bands(zh: Sequence[Sentence], en: Sequence[Sentence]) -> Iterator[_Band]:
    """Bands around the diagonal of two texts, each twice as wide as the one before, up to all places."""
    sizes, lengths = ([0, *accumulate(len(sentence.text) for sentence in one)] for one in (zh, en))
    ratio = lengths[-1] / max(1, sizes[-1])
    width = _STRAY * sqrt(_VARIANCE * lengths[-1]) + max((len(one.text) for one in en), default=0)
    while True:
        yield _Band([ratio * size for size in sizes], lengths, width)
        width = 2 * width + 1


@dataclass(frozen=True)
class _Step:
    """Sentences between two places that may answer each other, and what that costs."""

    start: _Place
    end: _Place
    cost: float


def _way(steps: Iterable[_Step], end: _Place) -> list[_Step]:
    """The steps of the cheapest way to an end, from the beginning on; empty where none leads there."""
    best: dict[_Place, tuple[float, _Step | None]] = {(0, 0): (0.0, None)}
    for step in steps:
        total = best[step.start][0] + step.cost
        if step.end not in best or total < best[step.end][0]:
            best[step.end] = total, step
    way: list[_Step] = []
    last = best.get(end, (0.0, None))[1]
    while last:
        way.append(last)
        last = best[last.start][1]
    return way[::-1]


def _cheapest(steps: Iterable[_Step], begin: _Place, backwards: bool = False) -> Mapping[_Place, float]:
    """The cost of the cheapest way between a place and each other one, by steps in the order of the way."""
    found = {begin: 0.0}
    for step in steps:
        here, there = (step.end, step.start) if backwards else (step.start, step.end)
        found[there] = min(found.get(there, inf), found.get(here, inf) + step.cost)
    return found


def _rivals(steps: Sequence[_Step], way: Sequence[_Step]) -> Mapping[int, float]:
    """For each Chinese sentence, by its number, how much more the cheapest way costs that answers it otherwise."""
    end, chosen = (way[-1].end if way else (0, 0)), set(way)
    there, back = _cheapest(steps, (0, 0)), _cheapest(reversed(steps), end, backwards=True)
    found: dict[int, float] = {}
    for step in steps:
        if step not in chosen:
            total = there[step.start] + step.cost + back[step.end] - there[end]
            found |= {one: total for one in range(step.start[0], step.end[0]) if total < found.get(one, inf)}
    return found


class Aligner:
    """Compares sentences of two texts, given whole: their lengths say what length of one the other lets expect.

    ``listener`` knows what marks sentences that answer each other.
    """

    def __init__(self, zh: Iterable[Sentence], en: Iterable[Sentence], listener: Listener) -> None:
        lengths = [sum(len(sentence.text) for sentence in one) for one in (zh, en)]
        self._ratio = lengths[1] / max(1, lengths[0]) or 1.0
        self._listener = listener
        self._said = cache(listener.said)

    def pairs(self, zh: Sequence[Sentence], en: Sequence[Sentence]) -> list[Found]:
        """The sentences of a block that answer each other on the cheapest way, in order, and whether that is doubtful."""
        end = len(zh), len(en)
        tried = ((band, list(self._steps(zh, en, band))) for band in _bands(zh, en))
        steps, way = next((steps, way) for band, steps in tried if band.holds(way := _way(steps, end)))
        rivals = _rivals(steps, way)
        found = []
        for step in way:
            sources, targets = tuple(zh[step.start[0] : step.end[0]]), tuple(en[step.start[1] : step.end[1]])
            near = any(rivals.get(one, inf) < _MARGIN for one in range(step.start[0], step.end[0]))
            found.append(((sources, targets), near or (len(sources), len(targets)) not in _SURE or self._doubtful(sources, targets)))
        return found

    def _steps(self, zh: Sequence[Sentence], en: Sequence[Sentence], band: _Band) -> Iterator[_Step]:
        """The steps between places of a band that a way leads to, in the order of both texts."""
        reached = {(0, 0)}
        for end in band.places():
            for shape, cost in _SHAPES.items():
                start = end[0] - shape[0], end[1] - shape[1]
                if start in reached:
                    reached.add(end)
                    yield _Step(start, end, cost + self._cost(tuple(zh[start[0] : end[0]]), tuple(en[start[1] : end[1]])))

    def _cost(self, zh: tuple[Sentence, ...], en: tuple[Sentence, ...]) -> float:
        """How badly some sentences answer others."""
        if not zh or not en:
            return 0.0
        one, other = self._said(zh, "zh"), self._said(en, "en")
        distance = self._distance(one, other)
        if distance > _HOPELESS:  # whatever they say
            return distance
        lacked = _MISSING * lacking(one, other) + sum(_LACKED[mark] * count for mark, count in differing(one, other))
        common = _SHARED * (shared(one.numbers, other.numbers) + shared(one.names, other.names))
        return distance + lacked + common + _UNANSWERED * sum(self._listener.unanswered(one, other))

    def _distance(self, zh: Said, en: Said) -> float:
        expected = max(1.0, self._ratio * zh.size)
        return (en.size - expected) ** 2 / (_VARIANCE * expected)

    def _doubtful(self, zh: tuple[Sentence, ...], en: tuple[Sentence, ...]) -> bool:
        """Whether sentences that answer each other differ in numbers, marks or words that must be answered, or much in length.

        One word that only English says may be a chance (“every” within a longer term), two are not.
        """
        one, other = self._said(zh, "zh"), self._said(en, "en")
        in_en, in_zh = self._listener.unanswered(one, other)
        differs = lacking(one, other) or inner(one, other) or in_en or in_zh > 1
        return bool(differs) or self._distance(one, other) > _FAR
