"""The English words that a register entry rests on, found in the translation of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..model import Amount, RegisterEntry, Segment, Unit, Vocabulary, Where
from ..model.base import Pair
from ..read.corpus import Transcript
from ..read.yaml_reader import is_plain
from ..received.sentences import english_sentences
from ..text.clauses import clauses
from ..text.matching import contains_word, small, whole
from ..text.negation import NOT
from ..text.numerals import plain
from ..text.quantities import Quantity, quantities
from .proposals import Proposal

_HERE = Where("", 0)
_NUMBERS = Unit(_HERE, "", Pair(_HERE, "", ""), (), ())
"""A unit without forms: all numbers are found with it."""
_BREAK = re.compile(r",\s(?!\d{3}\b)|(?<!\d),\s|[;:]\s|\s[—–]\s|—")
_JOINED = re.compile(r"\s(?=(?:and|while)\s)")
_CONJUNCTION = re.compile(r"(?:and|while|but|or)\s", re.I)
_CUT = re.compile(r"\d (?!percent|per cent)[A-Za-z-]+\Z")
_REST = re.compile(
    r" and (?!(?:is|are|was|were|will|would|can|may|must|has|have|had|it|we|they|the|to)\b)"
    r"(?:(?!\b(?:and|while)\b)[^,;:.?!\d—])+(?=\b(?:and|while)\b|[,;:.?!—]|\Z)"
)
"""A piece that ends one word behind its number, and the other words of the list that begins with this word."""
_SERIES = re.compile(
    r"(?:, (?:(?!\b(?:is|are|was|were|will|would|can|may|must|has|have|had|it|we|they|to)\b)[^,;:.?!\d—])+(?=[,;:.?!]|\Z))+"
)
"""The members of a list behind a piece that was cut at its first comma (full-day care | , day care and home visits)."""
_LIST_ZH = "、"
_FURTHER = re.compile(r" and (?:is|are|will be) [^,;:\d]*\b(?:in|by|on) [^,;:]*\d{4}\Z")
_AUXILIARY = re.compile(r"\b(?:will|would|shall|should|must|may|can|could|might)(?: not)?\Z")
"""The end of a clause whose verb is still to come, behind what commas set off."""
_EDGES = " ,;:.!?"
_QUOTED, _COMMA = re.compile(r"“[^”]*”|\([^()]*\)"), "\0"
"""Words in quotation marks or brackets, and what stands for a comma in them, which parts no clauses."""
_WORD = re.compile("[A-Za-z]{2}")
_NUMBERED = re.compile(r"\A(?:\d{1,2}\.|\(?\d{1,2}\))\s")
"""The number of an item of a list, which is none of its clauses."""
_NOT_ZH = re.compile("[不没未无勿莫非]")
_DENIED = re.compile(rf"{NOT.pattern}|\brefuse\w*", re.I)
_LENGTHS = re.compile(r"\s*(?:%|percent|per cent|years?|months?|weeks?|days?|hours?|minutes?)\b", re.I)
_IN_CHINESE = re.compile("[%％成年月日天周时分]|百分|小时")
"""What English counts most often beside the things of an entry, and what says the same in Chinese, folded."""


def quotation(vocabulary: Vocabulary, transcript: Transcript, entry: RegisterEntry, segment: Segment, unit: Unit | None) -> Proposal | None:
    """The words, certain where one clause alone can be meant; None where nothing shows which clause.  ``unit`` is what the entry counts.

    What is wider has clauses before it too, since one of them may say what the Chinese quotation says (去年, not).
    """
    cell = _cell(segment, entry)
    if cell:
        return Proposal(cell, certain=True)
    if entry.amount:
        others = [other.amount for other in transcript.entries_at[entry.at] if other is not entry and other.amount]
        found = _with_number(vocabulary, segment, entry, entry.amount, others, unit or _NUMBERS)
    else:
        found = _promising(vocabulary, entry, segment)
    if found is None:
        return None
    texts = [one for one in (found.text, *_wider(found.text, segment)) if _is_whole(one)]
    return replace(found, text=texts[0], wider=tuple(texts[1:])) if texts else None


def _cell(segment: Segment, entry: RegisterEntry) -> str:
    """The cell of a table in the place of the one that is the Chinese quotation; empty where another has its words too."""
    there, here = segment.zh.cells, segment.en.cells
    one = segment.zh.in_table and segment.en.in_table and len(there) == len(here) and there.count(entry.quote.zh) == 1
    cell = here[there.index(entry.quote.zh)] if one else ""
    return cell if cell and here.count(cell) == 1 and is_plain(cell) else ""


def _wider(quotation: str, segment: Segment) -> Iterator[str]:
    """A quotation with one, two or more of the clauses before it."""
    text = segment.en.text
    start, end = text.find(quotation), text.find(quotation) + len(quotation)
    starts = [place for clause in _clauses(segment) if 0 <= (place := text.find(clause)) < start]
    yield from (text[place:end] for place in sorted(starts, reverse=True) if is_plain(text[place:end]))


def _is_whole(text: str) -> bool:
    """Whether a text has words, and no pair of quotation marks, brackets or emphasis marks is cut."""
    return (
        bool(_WORD.search(text)) and text.count("“") == text.count("”") and text.count("(") == text.count(")") and text.count("*") % 2 == 0
    )


def _with_number(
    vocabulary: Vocabulary, segment: Segment, entry: RegisterEntry, amount: Amount, others: Sequence[Amount], unit: Unit
) -> Proposal | None:
    """The clause that holds a number: the part of it up to “and” that holds fewer of the numbers of ``others``."""
    in_time = _IN_CHINESE.search(plain(entry.quote.zh)) is not None

    def holds(part: str) -> bool:
        return _holds([*_numbers(vocabulary, part, in_time), *_numbers(vocabulary, part, in_time, unit)], amount)

    def beside(part: str) -> int:
        return sum(_holds(_numbers(vocabulary, part, in_time), other) for other in others)

    found = [part for part in _clauses(segment) if holds(part)]
    exact = [part for part in found if any(one.states(amount) for one in _numbers(vocabulary, part, in_time, unit))]
    chosen = exact or found
    chosen = [piece for part in chosen for piece in _pieces(part) if holds(piece) and beside(piece) < beside(part)] or chosen
    alike = any(other.numbers == amount.numbers and other.operator == amount.operator for other in others)
    somebody = 1 in amount.numbers and amount.operator == "exactly"  # “one” is also who does something
    certain = bool(exact) and len(chosen) == 1 and not alike and not somebody
    if not chosen:
        return None
    listed = _listed(chosen[0], segment.en.text) if _LIST_ZH in entry.quote.zh else ""
    return Proposal(listed or _completed(chosen[0], segment.en.text), certain)


def _listed(piece: str, text: str) -> str:
    """A piece of a sentence with the members of the list behind it; empty where no list follows."""
    more = _SERIES.match(text, text.find(piece) + len(piece))
    return f"{piece}{more[0]}".rstrip() if more and _JOINED.search(more[0]) else ""


def _completed(piece: str, text: str) -> str:
    """A piece of a sentence with the rest of a list that it was cut in (300 cultural | and sports events), and without a further statement
    behind its last number (42,000 square meters | and is to open in June).
    """
    more = _REST.match(text, text.find(piece) + len(piece)) if _CUT.search(piece) else None
    if more:
        return f"{piece}{more[0]}".rstrip()
    further = _FURTHER.search(piece)
    return piece[: further.start()] if further else piece


def _holds(numbers: Iterable[Quantity], amount: Amount) -> bool:
    """Whether one of some numbers is the first of an amount, whatever words are beside it, and whether it rises or falls."""
    return any(abs(one.low) == abs(number) for one in numbers for number in amount.numbers[:1])


def _numbers(vocabulary: Vocabulary, text: str, in_time: bool, unit: Unit = _NUMBERS) -> list[Quantity]:
    """The numbers of an English clause that stand alone (not 5G, Covid-19, 14th), and, unless ``in_time``, count no time and no share.

    Those of a ``unit`` are found with their operator where a form of the unit is between the two (about NT$ 2 billion).
    """
    found = quantities(text, "en", unit, vocabulary.operators, vocabulary.fall)
    found = found or quantities(text, "en", _NUMBERS, vocabulary.operators, vocabulary.fall)
    return [one for one in found if _stands_alone(text, one) and (in_time or not _LENGTHS.match(text, one.end))]


def numbers_in(vocabulary: Vocabulary, text: str) -> list[Quantity]:
    """The numbers of an English sentence that stand alone."""
    return _numbers(vocabulary, text, in_time=True)


def _stands_alone(text: str, number: Quantity) -> bool:
    before, after = text[: number.start][-1:], text[number.end :][:1]
    return not (before.isalnum() or before in {"-", "‑"} or after.isalnum())


def _promising(vocabulary: Vocabulary, entry: RegisterEntry, segment: Segment) -> Proposal | None:
    """The clause of a promise without a number, from a word of its strength on: of the same place where both languages have as many
    clauses, else the one that holds such a word.  It is certain only if both clauses deny something or neither does.
    """
    english, chinese = _clauses(segment), clauses(segment.zh.text)
    signal = vocabulary.strengths.get(entry.strength or "")
    words = signal.words.en if signal else ()
    held = [part for part in english if any(contains_word(word, part, "en") for word in words)]
    start = segment.zh.text.find(entry.quote.zh)
    place = next((number for number, (_, end) in enumerate(chinese) if start < end), 0)
    said = signal is not None and any(entry.quote.zh.startswith(word) for word in signal.words.zh)
    if len(english) == len(chinese):
        part, alone = english[place], not said or len(held) <= 1
    elif held:
        part, alone = held[0], len(held) == 1
    elif len(chinese) == 1 and is_plain(_bare(segment.en.text)):
        part, alone = _bare(segment.en.text), True
    else:
        return None
    first, last = chinese[place]
    agrees = bool(_NOT_ZH.search(plain(segment.zh.text[first:last]))) == bool(_DENIED.search(part))
    return Proposal(_from_word(words, part) if said else part, alone and agrees)


def _from_word(words: Sequence[str], clause: str) -> str:
    """A clause from the first of some words on; all of it where it holds none, or denies something before it."""
    start = min((start for word in words for start in whole(small(word), small(clause))), default=0)
    return clause if _DENIED.search(clause[:start]) else clause[start:]


def _clauses(segment: Segment) -> list[str]:
    """The clauses of the English of a sentence: as commas part them, or “and” too where there are as many as in Chinese only then."""
    text = _NUMBERED.sub("", segment.en.text, count=1)
    marked = [_QUOTED.sub(lambda found: found[0].replace(",", _COMMA), one) for one in english_sentences(text)]
    parts = [part for one in marked for part in map(_bare, _unbroken(one)) if part and is_plain(part)]
    pieces = [piece for part in parts for piece in _pieces(part)]
    number = len(clauses(segment.zh.text))
    chosen = pieces if len(parts) != number == len(pieces) else parts
    return [part.replace(_COMMA, ",") for part in chosen]


def _unbroken(sentence: str) -> list[str]:
    """A sentence parted at its marks, but not between a verb and the auxiliary that is before what they set off (will, if need be, go)."""
    edges = [0, *(edge for found in _BREAK.finditer(sentence) for edge in found.span()), len(sentence)]
    spans = [*zip(edges[::2], edges[1::2], strict=True)]
    parts: list[str] = []
    while spans:
        start, end = spans.pop(0)
        for _ in range(2 if _AUXILIARY.search(sentence[start:end]) else 0):
            end = spans.pop(0)[1] if spans else end
        parts.append(sentence[start:end])
    return parts


def _pieces(clause: str) -> list[str]:
    """The parts of a clause that “and” or “while” joins."""
    return [part for part in map(_bare, _JOINED.split(clause)) if part and is_plain(part)]


def _bare(part: str) -> str:
    """A part of a sentence without the marks around it and the word that joins it."""
    words = part.strip(_EDGES)
    return words.removeprefix(found[0]) if (found := _CONJUNCTION.match(words)) else words
