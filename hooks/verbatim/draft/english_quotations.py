"""The English words that a register entry rests on, found in the translation of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import Amount, RegisterEntry, Segment, Unit, Vocabulary, Where
from ..model.base import Pair
from ..read.corpus import Transcript
from ..read.yaml_reader import is_plain
from ..text.clauses import clauses
from ..text.matching import contains_word, small, whole
from ..text.quantities import Quantity, quantities
from .proposals import Proposal

_HERE = Where("", 0)
_NUMBERS = Unit(_HERE, "", Pair(_HERE, "", ""), (), ())
"""A unit without forms: all numbers are found with it."""
_BREAK = re.compile(r",\s(?!\d{3}\b)|(?<!\d),\s|[;:]\s|\s[—–]\s|—|[.!?][”’\"']?\Z")
_JOINED = re.compile(r"\s(?=(?:and|while)\s)")
_CONJUNCTION = re.compile(r"(?:and|while|but|or)\s")
_EDGES = " ,;:.!?"
_QUOTED, _COMMA = re.compile(r"“[^”]*”"), "\0"
"""Words in quotation marks, and what stands for a comma in them, which parts no clauses."""
_NUMBERED = re.compile(r"\d{1,2}\.\s")
"""The number of an item of a list, which is none of its clauses."""


def quotation(vocabulary: Vocabulary, transcript: Transcript, entry: RegisterEntry, segment: Segment) -> Proposal | None:
    """The words, certain where one clause alone can be meant; None where nothing shows which clause.

    What is wider has clauses before it too, since one of them may say what the Chinese quotation says (去年, not).
    """
    if entry.amount:
        others = [other.amount for other in transcript.entries_at[entry.at] if other is not entry and other.amount]
        found = _with_number(vocabulary, _clauses(segment), entry.amount, others)
    else:
        found = _promising(vocabulary, entry, segment)
    return replace(found, wider=tuple(_wider(found.text, segment))) if found else None


def _wider(quotation: str, segment: Segment) -> Iterator[str]:
    """A quotation with one, two or more of the clauses before it."""
    text = segment.en.text
    start, end = text.find(quotation), text.find(quotation) + len(quotation)
    starts = [place for clause in _clauses(segment) if (place := text.find(clause)) < start]
    yield from (text[place:end] for place in sorted(starts, reverse=True) if is_plain(text[place:end]))


def _with_number(vocabulary: Vocabulary, clauses: Sequence[str], amount: Amount, others: Sequence[Amount]) -> Proposal | None:
    """The clause that holds a number: the part of it up to “and” where the numbers of ``others`` are in it too."""
    found = [part for part in clauses if _states(vocabulary, part, amount)]
    exact = [part for part in found if any(one.states(amount) for one in _numbers(vocabulary, part))] or found
    shared = [part for part in exact if any(_states(vocabulary, part, other) for other in others)]
    if shared:
        parts = [piece for part in exact for piece in _pieces(part)]
        exact = [part for part in parts if _states(vocabulary, part, amount)] or exact
    return Proposal(exact[0], len(exact) == 1) if exact else None


def _states(vocabulary: Vocabulary, text: str, amount: Amount) -> bool:
    """Whether a text has the first number of an amount, whatever words are beside it, and whether it rises or falls."""
    return any(abs(one.low) == abs(number) for one in _numbers(vocabulary, text) for number in amount.numbers[:1])


def _numbers(vocabulary: Vocabulary, text: str) -> list[Quantity]:
    return quantities(text, "en", _NUMBERS, vocabulary.operators, vocabulary.fall)


def _promising(vocabulary: Vocabulary, entry: RegisterEntry, segment: Segment) -> Proposal | None:
    """The clause of a promise without a number, from a word of its strength on: of the same place where both languages have as many
    clauses, else the one that holds such a word.
    """
    english, chinese = _clauses(segment), clauses(segment.zh.text)
    signal = vocabulary.strengths.get(entry.strength or "")
    said = signal and any(entry.quote.zh.startswith(word) for word in signal.words.zh)
    words = signal.words.en if signal else ()
    start = segment.zh.text.find(entry.quote.zh)
    place = next((number for number, (_, end) in enumerate(chinese) if start < end), 0)
    if len(english) == len(chinese):
        return Proposal(_from_word(words if said else (), english[place]), True)
    held = [part for part in english if any(contains_word(word, part, "en") for word in words)]
    if held:
        return Proposal(_from_word(words if said else (), held[0]), len(held) == 1)
    return Proposal(_bare(segment.en.text), True) if len(chinese) == 1 and is_plain(_bare(segment.en.text)) else None


def _from_word(words: Sequence[str], clause: str) -> str:
    """A clause from the first of some words on; all of it where it holds none."""
    starts = [start for word in words for start in whole(small(word), small(clause))]
    return clause[min(starts, default=0) :]


def _clauses(segment: Segment) -> list[str]:
    """The clauses of the English of a sentence: as commas part them, or “and” too where there are as many as in Chinese only then."""
    text = segment.en.text
    marked = _QUOTED.sub(lambda found: found[0].replace(",", _COMMA), _NUMBERED.sub("", text, count=1))
    parts = [part for part in map(_bare, _BREAK.split(marked)) if part and is_plain(part)]
    pieces = [piece for part in parts for piece in _pieces(part)]
    number = len(clauses(segment.zh.text))
    chosen = pieces if len(parts) != number == len(pieces) else parts
    return [part.replace(_COMMA, ",") for part in chosen]


def _pieces(clause: str) -> list[str]:
    """The parts of a clause that “and” or “while” joins."""
    return [part for part in map(_bare, _JOINED.split(clause)) if is_plain(part)]


def _bare(part: str) -> str:
    """A part of a sentence without the marks around it and the word that joins it."""
    words = part.strip(_EDGES)
    return words.removeprefix(found[0]) if (found := _CONJUNCTION.match(words)) else words
