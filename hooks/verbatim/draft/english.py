"""An English text aligned with the Chinese of a draft, sentence by sentence: by its labels, then by length, numbers, names and terms.

Lengths as in Gale and Church, A Program for Aligning Sentences in Bilingual Corpora (1993): the squared difference from what the length
of the other language lets expect.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
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


def _followed(best: Mapping[tuple[int, int], tuple[float, tuple[int, int]]], zh: Sequence[str], en: Sequence[str]) -> Iterator[_Pair]:
    """The sentences that answer each other on the cheapest way, in order."""
    place: tuple[int, int] = (len(zh), len(en))
    shapes: list[tuple[int, int]] = []
    while place != (0, 0):
        shapes.append(best[place][1])
        place = place[0] - shapes[-1][0], place[1] - shapes[-1][1]
    for shape in reversed(shapes):
        end = place[0] + shape[0], place[1] + shape[1]
        yield zh[place[0] : end[0]], en[place[1] : end[1]]
        place = end


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
        best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
        for end in ((one, other) for one in range(len(zh) + 1) for other in range(len(en) + 1)):
            for shape, cost in _SHAPES.items():
                start = end[0] - shape[0], end[1] - shape[1]
                if start in best:
                    total = best[start][0] + cost + self._cost(zh[start[0] : end[0]], en[start[1] : end[1]])
                    if end not in best or total < best[end][0]:
                        best[end] = total, shape
        pairs = list(_followed(best, zh, en))
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
