"""An English text aligned with the Chinese of a draft, sentence by sentence: by its labels, then by length, numbers, names and terms.

Lengths as in Gale and Church, A Program for Aligning Sentences in Bilingual Corpora (1993): the squared difference from what the length
of the other language lets expect.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from math import sqrt
from typing import Protocol

from ..model import Lang
from ..text.english_numbers import ordinals
from ..text.matching import contains_word
from ..text.numerals import Value, spelled, values
from .cleaning import cleaned
from .sentences import english_sentences

_NAME_WORD = r"(?:[A-Z(][\w’'.&)-]*|of|and|the|from|with|for|reporter|correspondent)"
_LABEL = re.compile(rf"([A-Z(][\w’'.&)-]*(?: {_NAME_WORD}){{0,9}}):\s*")
_VARIANCE = 6.8
"""Of the length of an English sentence for each character that is expected, by the paper."""
_SHAPES = {(1, 1): 0.0, (1, 2): 3.0, (1, 3): 6.0, (1, 4): 9.0, (2, 1): 6.0, (1, 0): 12.0, (0, 1): 12.0}
"""How many Chinese and English sentences answer each other, with the cost of each shape."""
_MISSING, _SHARED = 4.0, -3.0
"""The cost of a number that one side lacks, and of what both sides have."""
_SURE = {(1, 1), (1, 2)}
"""The shapes that are not doubtful in themselves."""
_MARGIN = 5.0
"""How much better a border between two pairs must be than its neighbours, not to be doubtful."""
_FAR = 9.0
"""The cost of a difference in length from which on a pair is doubtful: three standard deviations."""


_STRAY = 3.0
"""By how many standard deviations of the length of the whole text a way may leave the diagonal, before a wider band is tried."""

_Place = tuple[int, int]
"""How many sentences of both texts are before a place, or in a shape."""
_Pair = tuple[Sequence[str], Sequence[str]]
"""Chinese sentences and the English ones that answer them."""


class Line(Protocol):
    """A Chinese line: its label, or nothing, and its text."""

    @property
    def label(self) -> str:
        """The label, colon included."""

    @property
    def text(self) -> str:
        """The sentence."""


@dataclass(frozen=True)
class Answer:
    """The English of one Chinese line; ``doubtful`` if a person has to compare it, empty if there is none."""

    text: str
    doubtful: bool


@dataclass(frozen=True)
class Alignment:
    """The English of each Chinese line, in order, and the English label of each Chinese one as far as the texts have the same turns."""

    answers: tuple[Answer, ...]
    labels: Mapping[str, str]


@dataclass
class _Block:
    """What follows a label, or comes before the first: its sentences."""

    label: str
    sentences: list[str]


def aligned(lines: Sequence[Line], english: str, known: Iterable[tuple[str, str]]) -> Alignment:
    """The English of Chinese lines; ``known`` are names and terms with their English, which mark sentences that answer each other."""
    zh = list(_chinese(lines))
    en = list(_english(cleaned(english).text.split("\n")))
    same = len(zh) == len(en) and all(bool(one.label) == bool(other.label) for one, other in zip(zh, en, strict=True))
    if not same:
        zh, en = [_joined(zh)], [_joined(en)]
    aligner = _Aligner(zh, en, tuple(known))
    answers = [answer for one, other in zip(zh, en, strict=True) for answer in aligner.answers(one.sentences, other.sentences)]
    votes: dict[str, Counter[str]] = {}
    for one, other in zip(zh, en, strict=True):
        votes.setdefault(one.label, Counter())[other.label] += bool(other.label)
    labels = {label: count.most_common(1)[0][0] for label, count in votes.items() if label and same}
    return Alignment(tuple(answers), labels)


def _chinese(lines: Sequence[Line]) -> Iterator[_Block]:
    """Chinese lines as blocks; a label alone on its line has no sentence."""
    block = _Block("", [])
    for line in lines:
        if line.label:
            if block.label or block.sentences:
                yield block
            block = _Block(line.label, [])
        if line.text:
            block.sentences.append(line.text)
    yield block


def _english(lines: Sequence[str]) -> Iterator[_Block]:
    block = _Block("", [])
    for line in lines:
        found = _LABEL.match(line)
        if found:
            if block.label or block.sentences:
                yield block
            block = _Block(f"{found[1]}:", [])
        block.sentences += english_sentences(line[found.end() :] if found else line)
    yield block


def _joined(blocks: Iterable[_Block]) -> _Block:
    return _Block("", [sentence for block in blocks for sentence in block.sentences])


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

    def holds(self, way: Sequence[_Place]) -> bool:
        """Whether a way keeps so far from the edges that a cheaper one is not beyond them, or nothing is beyond them."""
        return self.width >= self.en[-1] + self.zh[-1] or (len(way) > 0 and max(map(self.far, way)) <= self.width / 2)


def _bands(zh: Sequence[str], en: Sequence[str]) -> Iterator[_Band]:
    """Bands around the diagonal of two texts, each twice as wide as the one before, up to all places."""
    sizes, lengths = ([0, *accumulate(map(len, one))] for one in (zh, en))
    ratio = lengths[-1] / max(1, sizes[-1])
    width = _STRAY * sqrt(_VARIANCE * lengths[-1]) + max(map(len, en), default=0)
    while True:
        yield _Band([ratio * size for size in sizes], lengths, width)
        width = 2 * width + 1


def _way(best: Mapping[_Place, tuple[float, _Place]], end: _Place) -> list[_Place]:
    """The places of the cheapest way to an end, from the beginning on; empty where none leads there."""
    way = [end] if end in best else []
    while way and way[-1] != (0, 0):
        place, shape = way[-1], best[way[-1]][1]
        way.append((place[0] - shape[0], place[1] - shape[1]))
    return way[::-1]


class _Aligner:
    """Compares sentences of two texts."""

    def __init__(self, zh: Sequence[_Block], en: Sequence[_Block], known: Sequence[tuple[str, str]]) -> None:
        lengths = [sum(len(sentence) for block in blocks for sentence in block.sentences) for blocks in (zh, en)]
        self._ratio = lengths[1] / max(1, lengths[0]) or 1.0
        self._known = known
        self._values = cache(_values)
        self._marks = cache(self._found)

    def answers(self, zh: Sequence[str], en: Sequence[str]) -> list[Answer]:
        """The English of each sentence of a block, by the cheapest way through both."""
        pairs = self._pairs(zh, en)
        unsure = {at for place, (one, other) in enumerate(pairwise(pairs)) if self._movable(one, other) for at in (place, place + 1)}
        found: list[Answer] = []
        waiting: list[str] = []
        for place, (sources, targets) in enumerate(pairs):
            if sources:
                doubtful = bool(waiting) or (len(sources), len(targets)) not in _SURE or place in unsure or self._doubtful(sources, targets)
                found += [Answer(" ".join([*waiting, *targets]), doubtful), *[Answer("", True)] * (len(sources) - 1)]
                waiting = []
            elif found:
                found[-1] = Answer(" ".join(filter(None, [found[-1].text, *targets])), True)
            else:
                waiting += targets
        return found

    def _pairs(self, zh: Sequence[str], en: Sequence[str]) -> list[_Pair]:
        """The sentences that answer each other on the cheapest way, in order; looked for near the diagonal first."""
        ways = ((band, _way(self._best(zh, en, band), (len(zh), len(en)))) for band in _bands(zh, en))
        way = next(way for band, way in ways if band.holds(way))
        return [(zh[start[0] : end[0]], en[start[1] : end[1]]) for start, end in pairwise(way)]

    def _best(self, zh: Sequence[str], en: Sequence[str], band: _Band) -> Mapping[_Place, tuple[float, _Place]]:
        """For each place of a band that a way leads to, the cost of the cheapest one and its last shape."""
        best: dict[_Place, tuple[float, _Place]] = {(0, 0): (0.0, (0, 0))}
        for end in band.places():
            for shape, cost in _SHAPES.items():
                start = end[0] - shape[0], end[1] - shape[1]
                if start in best:
                    total = best[start][0] + cost + self._cost(zh[start[0] : end[0]], en[start[1] : end[1]])
                    if end not in best or total < best[end][0]:
                        best[end] = total, shape
        return best

    def _movable(self, one: _Pair, other: _Pair) -> bool:
        """Whether an English sentence between two pairs could as well belong to the other one."""
        now = self._cost(*one) + self._cost(*other)
        moved: list[tuple[_Pair, _Pair]] = [((one[0], one[1][:-1]), (other[0], [one[1][-1], *other[1]]))] if len(one[1]) > 1 else []
        moved += [((one[0], [*one[1], other[1][0]]), (other[0], other[1][1:]))] if len(other[1]) > 1 else []
        return any(self._cost(*first) + self._cost(*second) < now + _MARGIN for first, second in moved)

    def _cost(self, zh: Sequence[str], en: Sequence[str]) -> float:
        """How badly some sentences answer others."""
        if not zh or not en:
            return 0.0
        one, other = "".join(zh), " ".join(en)
        numbers, others = self._values(one, "zh"), self._values(other, "en")
        lacking = ((numbers - others) + (others - numbers)).total()
        shared = (numbers & others).total() + len(self._marks(one, "zh") & self._marks(other, "en"))
        return self._distance(one, other) + _MISSING * lacking + _SHARED * shared

    def _distance(self, zh: str, en: str) -> float:
        expected = max(1.0, self._ratio * len(zh))
        return (len(en) - expected) ** 2 / (_VARIANCE * expected)

    def _doubtful(self, zh: Sequence[str], en: Sequence[str]) -> bool:
        """Whether sentences that answer each other differ in numbers or much in length."""
        one, other = "".join(zh), " ".join(en)
        return self._values(one, "zh") != self._values(other, "en") or self._distance(one, other) > _FAR

    def _found(self, text: str, lang: Lang) -> frozenset[int]:
        """Which names and terms a text contains."""
        place = 0 if lang == "zh" else 1
        return frozenset(number for number, pair in enumerate(self._known) if contains_word(pair[place], text, lang))


def _values(text: str, lang: Lang) -> Counter[Value]:
    """The numbers of a text that both languages write in digits or words; of Chinese ones in words only those above one."""
    found = Counter(values(text, lang)) + Counter(spelled(text, lang))
    if lang == "en":
        found += Counter(map(Value, ordinals(text)))
    return Counter({value: count for value, count in found.items() if value.number > 1})
