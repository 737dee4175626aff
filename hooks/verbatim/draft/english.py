"""An English text aligned with the Chinese of a draft, sentence by sentence: by its labels, then by length and what it says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Protocol

from ..received.cleaning import cleaned
from ..received.sentences import english_sentences
from ..received.words import words
from ..text.matching import alternation
from .said import Listener, Sentence
from .sentence_alignment import Aligner, Found

_NAME_WORD = rf"(?:[A-Z(][\w’'.&)-]*|{alternation((*words('english-label-words'), *words('english-label-verbs')))})"
_LABEL = re.compile(
    rf"(?!(?:{alternation(one.replace('_', ' ') for one in words('no-english-label'))}):)([A-Z(][\w’'.&)-]*(?: {_NAME_WORD}){{0,9}}):\s*"
)
"""Who speaks, up to the colon; not what a colon follows at the head of a text (Time: …)."""
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
    sentences = list(_english(cleaned(english).text.split("\n")))
    labelled = any(one.label for one in sentences)  # otherwise the labels of the other text part nothing
    zh, en = _blocks(one if labelled else replace(one, label="") for one in _chinese(lines)), _blocks(sentences)
    texts = _joined(zh), _joined(en)
    aligner = Aligner(*texts, listener)
    found = aligner.pairs(*texts)
    if _same_turns(zh, en, speaker):  # then only another way within a turn makes what answers what doubtful
        by_turn = dict(chain.from_iterable(aligner.pairs(one.sentences, other.sentences) for one, other in zip(zh, en, strict=True)))
        found = [(pair, by_turn.get(pair, doubtful)) for pair, doubtful in found]
    return Alignment(tuple(_answers(found)), _labels(found, speaker))


def _same_turns(zh: Sequence[_Block], en: Sequence[_Block], speaker: Speaker) -> bool:
    """Whether both texts have as many turns, more than one, and their labels always answer each other in the same way."""
    labels = {(one.label, other.label) for one, other in zip(zh, en, strict=False) if one.label}
    return len(zh) == len(en) > 1 and all(map(_alike, zh, en)) and labels == _matched(labels, speaker)


def _labels(found: Iterable[Found], speaker: Speaker) -> Mapping[str, str]:
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


def _english(lines: Sequence[str]) -> Iterator[Sentence]:
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


def _answers(pairs: Iterable[Found]) -> list[Answer]:
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
