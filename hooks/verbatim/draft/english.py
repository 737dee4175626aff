"""An English text aligned with the Chinese of a draft, sentence by sentence: by its labels, then by length and what it says.

Lengths as in Gale and Church, A Program for Aligning Sentences in Bilingual Corpora (1993): the squared difference from what the length
of the other language lets expect.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, chain
from math import inf, sqrt
from typing import Protocol

from ..received.cleaning import cleaned
from ..received.sentences import english_sentences
from ..received.words import words
from ..text.matching import alternation
from .said import Listener, Said, Sentence, differing, inner, lacking, shared

_NAME_WORD = rf"(?:[A-Z(][\w’'.&)-]*|{alternation((*words('english-label-words'), *words('english-label-verbs')))})"
_OFFICE_WORD = rf"(?:{_NAME_WORD}|{alternation(words('english-office-words'))})"
_LABEL = re.compile(
    rf"(?!(?:{alternation(one.replace('_', ' ') for one in words('no-english-label'))}):)"
    rf"([A-Z(][\w’'.&)-]*(?: {_NAME_WORD}){{0,9}}|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){{1,3}},(?:,? {_OFFICE_WORD}){{1,25}}):\s*"
)
"""Who speaks, up to the colon, with or without the office behind the name; not what a colon follows at the head of a text (Time: …)."""
_PAIRED = re.compile(r'"(?=\S)([^"]*[^\s"])"')
_APOSTROPHE, _OPENING, _OF_SEVERAL = re.compile(r"(?<=\w)'(?=\w)"), re.compile(r"(?<!\w)'"), re.compile(r"(?<=s)'(?=\s)")
"""An apostrophe inside a word; what may open a quotation, in whose line one behind a plural may close it; and such a one."""
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
_Found = tuple[_Pair, bool]
"""Such sentences, and whether they are doubtful."""
_Labels = tuple[str, str]
"""A Chinese label and an English one."""
Speaker = Callable[[str], Hashable]


class Line(Protocol):
    """A Chinese line: its label, or nothing, and its text."""

    @property
    def label(self) -> str:
        """The label, colon included."""

    @property
    def text(self) -> str:
        """The sentence."""

    @property
    def begins(self) -> bool:
        """Whether a paragraph begins with it."""


@dataclass(frozen=True)
class Answer:
    """The English of one Chinese line; ``doubtful`` if a person has to compare it, empty if there is none."""

    text: str
    doubtful: bool


@dataclass(frozen=True)
class Alignment:
    """The English of each Chinese line, in order, and the English label of each Chinese one, of those that are certain."""

    answers: tuple[Answer, ...]
    labels: Mapping[str, str]


@dataclass
class _Block:
    """What follows a label, or comes before the first: its sentences."""

    label: str
    sentences: list[Sentence]


def aligned(lines: Sequence[Line], english: str, listener: Listener, speaker: Speaker) -> Alignment:
    """The English of Chinese lines; ``listener`` knows what marks sentences that answer each other, ``speaker`` whose a Chinese label is.

    An English label is part of the words where the Chinese line has none.
    """
    sentences = list(_english(map(_with_english_marks, cleaned(english).text.split("\n"))))
    labelled = any(one.label for one in sentences)  # otherwise the labels of the other text part nothing
    zh, en = _blocks(one if labelled else replace(one, label="") for one in _chinese(lines)), _blocks(sentences)
    aligner = _Aligner(zh, en, listener)
    found = aligner.pairs(_joined(zh), _joined(en))
    if _same_turns(zh, en, speaker):  # then only another way within a turn makes what answers what doubtful
        by_turn = dict(chain.from_iterable(aligner.pairs(one.sentences, other.sentences) for one, other in zip(zh, en, strict=True)))
        found = [(pair, by_turn.get(pair, doubtful)) for pair, doubtful in found]
    return Alignment(tuple(_answers(found)), _labels(found, speaker))


def _same_turns(zh: Sequence[_Block], en: Sequence[_Block], speaker: Speaker) -> bool:
    """Whether both texts have as many turns, more than one, and their labels always answer each other in the same way."""
    labels = {(one.label, other.label) for one, other in zip(zh, en, strict=False) if one.label}
    return len(zh) == len(en) > 1 and all(map(_alike, zh, en)) and labels == _matched(labels, speaker)


def _labels(found: Iterable[_Found], speaker: Speaker) -> Mapping[str, str]:
    """The English label of each Chinese one, from sentences that are not doubtful, where these never answer each other otherwise."""
    labels = [(zh[0].label, en[0].label) for (zh, en), doubtful in found if not doubtful and zh[0].label and en[0].label]
    certain = _matched(labels, speaker)
    return dict(pair for pair in labels if pair in certain)


def _matched(labels: Iterable[_Labels], speaker: Speaker) -> set[_Labels]:
    """Labels that answer each other, of which the Chinese one has no other English one, and the English one no other speaker."""
    pairs = set(labels)
    zh = Counter(one for one, _ in pairs)
    en = Counter(other for _, other in {(speaker(one), other) for one, other in pairs})
    return {(one, other) for one, other in pairs if zh[one] == en[other] == 1}


def _chinese(lines: Sequence[Line]) -> Iterator[Sentence]:
    """Chinese lines as sentences; a label alone on its line belongs to the next one."""
    label = ""
    for line in lines:
        label = line.label or label
        if line.text:
            yield Sentence(label, line.text, line.begins)
            label = ""


def _with_english_marks(line: str) -> str:
    """A line with the quotation marks and apostrophes of print in the place of those of a typewriter, where it is plain which are meant."""
    curled = _PAIRED.sub(r"“\1”", line) if line.count('"') % 2 == 0 else line
    curled = _APOSTROPHE.sub("’", curled)
    return curled if _OPENING.search(curled) else _OF_SEVERAL.sub("’", curled)


def _english(lines: Iterable[str]) -> Iterator[Sentence]:
    """The sentences of English paragraphs, each label with the sentence after it; one that nothing follows is a sentence."""
    waiting = ""
    for line in lines:
        found = _LABEL.match(line)
        if found and waiting:
            yield Sentence("", waiting, True)
        waiting = f"{found[1]}:" if found else waiting
        for number, sentence in enumerate(english_sentences(line[found.end() :] if found else line)):
            yield Sentence(waiting, sentence, not number)
            waiting = ""
    if waiting:
        yield Sentence("", waiting, True)


def _blocks(sentences: Iterable[Sentence]) -> list[_Block]:
    """Sentences, parted before each label."""
    found = [_Block("", [])]
    for sentence in sentences:
        if sentence.label and found[-1].sentences:
            found.append(_Block(sentence.label, []))
        found[-1].label = found[-1].label or sentence.label
        found[-1].sentences.append(sentence)
    return found


def _alike(zh: _Block, en: _Block) -> bool:
    """Whether both have a label or neither does."""
    return bool(zh.label) == bool(en.label)


def _joined(blocks: Iterable[_Block]) -> list[Sentence]:
    return [sentence for block in blocks for sentence in block.sentences]


def _answers(pairs: Iterable[_Found]) -> list[Answer]:
    """The English of each Chinese sentence of some pairs; what answers none is added to the one before, or to the first."""
    found: list[Answer] = []
    waiting: list[str] = []
    for (sources, targets), doubtful in pairs:
        words = _written(sources, targets)
        if sources:
            found += [Answer(" ".join([*waiting, *words]), doubtful or bool(waiting)), *[Answer("", True)] * (len(sources) - 1)]
            waiting = []
        elif found:
            found[-1] = Answer(" ".join(filter(None, [found[-1].text, *words])), True)
        else:
            waiting += words
    return found


def _written(sources: Sequence[Sentence], targets: Sequence[Sentence]) -> list[str]:
    """English sentences with their labels, without the one that answers a Chinese label."""
    answered = bool(sources) and bool(sources[0].label)
    return [one.text if answered and not at else f"{one.label} {one.text}".strip() for at, one in enumerate(targets)]


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


class _Aligner:
    """Compares sentences of two texts."""

    def __init__(self, zh: Sequence[_Block], en: Sequence[_Block], listener: Listener) -> None:
        lengths = [sum(len(sentence.text) for block in blocks for sentence in block.sentences) for blocks in (zh, en)]
        self._ratio = lengths[1] / max(1, lengths[0]) or 1.0
        self._listener = listener
        self._said = cache(listener.said)

    def pairs(self, zh: Sequence[Sentence], en: Sequence[Sentence]) -> list[_Found]:
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
