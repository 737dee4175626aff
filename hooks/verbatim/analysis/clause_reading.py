"""What the clause of a register entry says of it: whether it promises, how firmly, how far, by when.

A clause that begins neither with a verb of work nor with a preposition continues the one before it, so that
what is said there holds for it too.  The words are those of the vocabulary and of ``text/tables/promises.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from ..model import PROMISES, RegisterEntry, Segment, Unit, Vocabulary
from ..model.once import once
from ..model.register import ReadKey
from ..read.corpus import Corpus, Transcript
from ..text import periods, years
from ..text.bases import without_bases
from ..text.clauses import clauses
from ..text.matching import contains_word, either
from ..text.numerals import plain
from ..text.open_points import is_open
from ..text.promises import (
    COMING,
    NOT_LATER,
    SEASON,
    continues,
    is_apart,
    is_extent,
    is_regular,
    opens,
    plans,
    says_when,
    without_states,
)
from ..text.signal_words import scopes, strengths, without
from ..text.years import OF_NO_COUNT
from .announcements import ORDINAL, SIDE, heading_of, promising

_SENTENCES = 16_384
"""Sentences of which it is remembered whether they say a time: those of a few long events."""
_SEVERAL = 5
"""How many other entries of a turn are enough to show its subject, if all have the same field."""
_DEADLINE = re.compile(
    r"到(?:民国)?\d{3,4}年|(?:民国)?(?<!\d)\d{3,4}年(?:\d+月(?:\d+日)?)?(?:之前|以前|前|底|末)|(?:民国)?(?<!\d)"
    rf"{SEASON}|{NOT_LATER}(?:民国)?\d{{3,4}}年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?[底末]?"
)
_FIRST_YEAR = re.compile(r"(?:民国)?(?<!\d)\d{3,4}年(?:[^,，;；]{0,6}?(?:开始|起))?")
"""A year that heads a sentence, and what makes it a beginning (從2026年春季起，)."""
_FIRST_DAY = re.compile(rf"\d{{1,2}}月(?:\d{{1,2}}日)?起|{periods.SPAN}")
"""A day or a month from which all that a sentence says holds, or a span in which it does (10月1日起，)."""
_NOW_ON = re.compile(COMING)
_DUE = re.compile(rf"(?:{_DEADLINE.pattern})(?:[之以]?前)?\Z")
"""A deadline that ends a clause, for the one after it (目標是在116年6月以前，)."""
_LEAD = re.compile(rf"(?:{ORDINAL})?(?:{SIDE})?")
"""What may be before the words of time that head a sentence, beside a preposition."""
_SINCE, _FROM, _BEFORE = re.compile("以来"), re.compile("起|开始"), re.compile("前")
"""What makes words of time a beginning and no end, of what is so and of what is to come."""
_PREPOSITIONS = ("到", "至", "在", "于", "从", "自")
"""What may be before the words of time that head a sentence."""
_REPEATED = re.compile(
    r"(?P<said>[^,，。;；:：!！?？]*)(?:说|说道|讲|讲道|表示|承诺|回应|回答|答道|喊话|要求|强调|指出|批示|叮嘱|呼吁|写道)[过了]?[:：,，]?[“「『‘][^“”「」『』‘’]*\Z"
)
"""What is before words that a speaker repeats of somebody else, in quotation marks that are not closed (家長說：“…)."""
_MYSELF = re.compile("我|本人|咱")
_YEAR = re.compile(r"(?<!\d)\d{4}年(?!度)|民国\d+年|(?<=[于在])\d{3}年(?![度内间后来以])")


@dataclass(frozen=True)
class TimeWords:
    """Words of time, and the address of the sentence that they head if it is another one; ``asked``: whether an entry must have them."""

    words: str
    at: str | None = None
    asked: bool = True


@dataclass(frozen=True)
class Reading:
    """What the words give.

    ``promise`` is the word that promises, or empty; ``strengths`` are those of which one is right; of ``scopes`` all are; ``times`` are
    what may date it, the nearest first.
    """

    promise: str
    strengths: frozenset[str]
    scopes: frozenset[str]
    times: tuple[TimeWords, ...]


@dataclass(frozen=True)
class Misread:
    """A value of an entry that its words do not give: its key, what they say of it, and where it is known what to do."""

    key: ReadKey
    says: str
    fix: str = ""


@once
def compared_entries(corpus: Corpus, transcript: Transcript) -> Sequence[tuple[int, list[Misread]]]:
    """As of ``compared``, of each entry of an event in its order: found once for the rules, and for what the proof says of them."""
    return [compared(corpus, transcript, entry) for entry in transcript.entries]


def compared(corpus: Corpus, transcript: Transcript, entry: RegisterEntry) -> tuple[int, list[Misread]]:
    """How many values of an entry could be compared with the words of its clause, and those that differ."""
    segment = transcript.segments.get(entry.at)
    read = reading(corpus, transcript, segment, entry.quote.zh, _others(transcript, entry)) if segment else None
    if segment is None or read is None:
        return 0, []
    possible = {name for name in read.scopes if can_have(corpus, entry, name)}
    values: list[tuple[ReadKey, bool, str]] = [
        ("scope", set(entry.scope) == possible, f"says the scope {', '.join(sorted(possible)) or 'of none'}")
    ]
    if segment.can_promise(corpus.people):
        of_others = is_repeated(segment.zh.text, entry.quote.zh)
        promise = "" if of_others or (entry.amount and is_extent(entry.quote.zh)) else read.promise
        says = "is in words of somebody else, which the speaker quotes" if of_others else "has no word that promises"
        values.append(("kind", bool(promise) == (entry.kind in PROMISES), f"promises by {promise!r}" if promise else says))
    if entry.kind in PROMISES:
        says = f"says the strength {' or '.join(sorted(read.strengths))}"
        values += [("strength", entry.strength in read.strengths, says), ("by", _dates(read.times, entry), _time_said(read.times))]
    shared = _field_of_the_turn(transcript, entry, segment)
    if shared:
        values.append(("field", entry.field == shared, f"is one of a turn whose other entries are all of the field {shared}"))
    return len(values), [Misread(key, says) for key, right, says in values if not right]


def can_have(corpus: Corpus, entry: RegisterEntry, scope: str) -> bool:
    """Whether a scope is one of the counts, or of the ratios, to which the number of an entry belongs; without a number, any is."""
    return fits(corpus.vocabulary, scope, corpus.units.get(entry.unit or ""))


def fits(vocabulary: Vocabulary, scope: str, unit: Unit | None) -> bool:
    """Whether a scope is one of the counts, or of the ratios, that a unit counts."""
    numbers = vocabulary.scopes[scope].numbers
    return unit is None or numbers is None or (numbers == "ratios") == unit.is_ratio


def _dates(times: Sequence[TimeWords], entry: RegisterEntry) -> bool:
    """Whether what an entry records is among words of time, or that none of them must be recorded."""
    if entry.by is None:
        return not (times and times[0].asked)
    words, at = plain(entry.by.words.zh), entry.by.at
    return any((time.words in words or words in time.words) and time.at == at for time in times)


def _time_said(times: Sequence[TimeWords]) -> str:
    if not times:
        return "is not dated"
    return f"is dated by {times[0].words!r}" + (f" of {times[0].at}" if times[0].at else "")


def _field_of_the_turn(transcript: Transcript, entry: RegisterEntry, segment: Segment) -> str:
    """The field of all other entries of the turn whose field is decided, where there are several and all have the same; else empty."""
    fields = [one.field for one in transcript.entries_of_turn[segment.turn] if one is not entry and not is_open(one.field)]
    return fields[0] if len(fields) >= _SEVERAL and len(set(fields)) == 1 else ""


def reading(corpus: Corpus, transcript: Transcript, segment: Segment, quote: str, others: Iterable[str] = ()) -> Reading | None:
    """What the clause of a Chinese quotation gives; None where the sentence does not hold it.

    ``others`` are the quotations of other entries from the same sentence, whose scopes are their own.
    """
    text = segment.zh.text
    start, end = text.find(quote), text.find(quote) + len(quote)
    spans = clauses(text)
    own = [place for place, (first, last) in enumerate(spans) if first < end and last > start]
    if start < 0 or not own:
        return None
    said = [text[first:last] for first, last in spans]
    before = text[spans[own[0]][0] : end]
    return Reading(
        promising(transcript, segment)(end, spans[own[-1]][1]),
        _strengths(corpus.vocabulary, said, own),
        frozenset(_scopes(corpus.vocabulary, before, quote, [one for one in others if one != quote], segment.en.text)),
        tuple(_times(corpus.vocabulary, transcript, segment, said, own)),
    )


def is_repeated(text: str, quote: str) -> bool:
    """Whether a quotation is within words that the speaker repeats of somebody else; what one says oneself (我說過：“…”) is none."""
    start = max(text.find(quote), 0)
    marks = len(quote) - len(quote.lstrip("“「『‘"))  # a quotation may have those of the words that are repeated
    found = _REPEATED.search(plain(text[: start + marks]))
    return found is not None and _MYSELF.search(found["said"]) is None


def _others(transcript: Transcript, entry: RegisterEntry) -> list[str]:
    """The Chinese quotations of the other entries from the sentence of one."""
    return [other.quote.zh for other in transcript.entries_at[entry.at] if other is not entry]


def _continued(said: Sequence[str], own: Sequence[int]) -> Iterator[str]:
    """The text of the entry's own clauses, then of each earlier clause that they continue, the nearest first.

    Where an opening (``_opening``) promises for them, all clauses back to it.
    """
    yield ",".join(said[own[0] : own[-1] + 1])
    opening = _opening(said, own[0])
    if opening is not None:
        yield from reversed(said[opening : own[0]])
        return
    for place in range(own[0], 0, -1):
        if not continues(said[place]):
            return
        yield said[place - 1]


def _opening(said: Sequence[str], first: int) -> int | None:
    """The place of the clause that promises what this one says, with only clauses of time between; None where there is none."""
    place = first - 1
    while place >= 0 and not opens(said[place]) and says_when(said[place]):
        place -= 1
    return place if place >= 0 and opens(said[place]) else None


def _strengths(vocabulary: Vocabulary, said: Sequence[str], own: Sequence[int]) -> frozenset[str]:
    """The strengths that the nearest clause with such a word says; without any, those that need no word."""
    for clause in _continued(said, own):
        found = strengths(vocabulary, clause)
        if found:
            return frozenset(one.key for one in found)
        if plans(clause):
            break
    return frozenset(name for name, signal in vocabulary.strengths.items() if not signal.words.zh)


def _scopes(vocabulary: Vocabulary, before: str, quote: str, others: Iterable[str], english: str) -> Iterator[str]:
    """The scopes that the clause says up to the end of the quotation and the English sentence says too.

    A word in the quotation of another entry counts only if it is in ``quote`` too, and one inside a longer word says what the longer one
    says.
    """
    if not scopes(vocabulary, before):
        return
    said = f"{without(before, others)}|{quote}"
    for key in {one.key for one in scopes(vocabulary, said)}:
        if any(contains_word(word, english, "en") for word in vocabulary.scopes[key].words.en):
            yield key


def _times(
    vocabulary: Vocabulary, transcript: Transcript, segment: Segment, said: Sequence[str], own: Sequence[int]
) -> Iterator[TimeWords]:
    """The words of time that date an entry: of its clause, of one that it continues, of the head of its sentence or of an earlier one."""
    ahead = _ahead((*vocabulary.years.this, *vocabulary.years.next))
    known = transcript.event.day is not None  # else nobody knows which year the words mean
    whole = ",".join(said[own[0] : own[-1] + 1])
    apart = is_apart(whole, said[own[0] - 1] if own[0] else "")
    for clause in islice(_continued(said, own), 1 if apart or is_regular(whole) else None):
        yield from _times_in(vocabulary, without_states(plain(clause)), ahead, known)
    for first in (_head(segment, _FIRST_DAY), _head(segment, _NOW_ON)):
        if first:
            yield TimeWords(first.words, asked=False)
    head = _head(segment, ahead) or _head(segment, _DEADLINE) or _year_head(segment, transcript)
    if apart and not (head and head.begins):
        return
    before = plain(said[own[0] - 1]) if own[0] and not head else ""
    due = _DUE.search(before)
    if due:
        yield TimeWords(due[0], asked=False)
    elif says_when(before) and len(years.stated(before, "zh")) < 2:  # behind another clause (我可以告訴大家，到2035年，)
        yield from _times_in(vocabulary, without_states(before), ahead, known)
    if head:
        yield TimeWords(head.words, asked=known and not head.begins and not _DEADLINE.search(plain(segment.zh.text), head.end))
    elif known and not _timed(vocabulary, segment):
        yield from _frame(vocabulary, transcript, segment, ahead)
        heading = heading_of(transcript, segment)
        due_by = _head(heading, _DEADLINE) if heading else None
        if heading and due_by:
            yield TimeWords(due_by.words, heading.address, asked=False)


def _times_in(vocabulary: Vocabulary, clause: str, ahead: re.Pattern[str], known: bool) -> Iterator[TimeWords]:
    """The words of time of a folded clause."""
    stated = _DEADLINE.search(clause)
    if stated:
        yield TimeWords(stated[0])
    for dated in ahead.finditer(clause):
        if not _SINCE.match(clause, dated.end()):
            yield TimeWords(dated[0], asked=known and not _FROM.match(clause, dated.end()))
    others = (found.span() for pattern in (_either(_later(vocabulary)), _YEAR) for found in pattern.finditer(clause))
    for start, end in (*periods.spans(clause), *others):
        yield TimeWords(clause[start:end], asked=False)


def _frame(vocabulary: Vocabulary, transcript: Transcript, segment: Segment, ahead: re.Pattern[str]) -> Iterator[TimeWords]:
    """The words that head an earlier sentence of the same section and speaker, with no other words of time after them.

    A deadline is that of its own sentence.
    """
    sentences = list(transcript.segments.values())
    for earlier in reversed(sentences[: sentences.index(segment)]):
        if earlier.section != segment.section or earlier.by != segment.by:
            return
        head = _head(earlier, ahead)
        if head and not head.begins and not head.is_deadline and not _timed(vocabulary, earlier, head.end):
            yield TimeWords(head.words, earlier.address)
        if _timed(vocabulary, earlier):
            return


@dataclass(frozen=True)
class _Head:
    """Words of time that head a sentence, where all that they say of the time ends, and whether they are a deadline or a beginning."""

    words: str
    end: int
    is_deadline: bool
    begins: bool


def _year_head(segment: Segment, transcript: Transcript) -> _Head | None:
    """The year that heads a sentence, if it is that of the event or a later one."""
    head, date = _head(segment, _FIRST_YEAR), transcript.event.date
    return head if head and date and max(years.stated(head.words, "zh"), default=0) >= date.year else None


def _head(segment: Segment, times: re.Pattern[str]) -> _Head | None:
    """The words of time that head a sentence, set off by a comma, as frame of all its clauses; None where none do."""
    return _head_of(segment.zh.text, times)


@lru_cache(maxsize=_SENTENCES)
def _head_of(text: str, times: re.Pattern[str]) -> _Head | None:
    folded = plain(text)
    lead = _LEAD.match(folded)
    start = lead.end() if lead else 0
    found = times.match(folded, start) or times.match(folded, start + folded.startswith(_PREPOSITIONS, start))
    if not found:
        return None
    end = periods.end_of(folded, found.end())
    beginning = _FROM.match(folded, end)
    is_head = folded.startswith((",", "，"), beginning.end() if beginning else end)
    begins = beginning is not None or _FROM.search(found[0]) is not None
    return _Head(found[0], end, _BEFORE.search(folded, found.start(), end) is not None, begins) if is_head else None


def _timed(vocabulary: Vocabulary, segment: Segment, start: int = 0) -> bool:
    """Whether a sentence says a time, from a place on."""
    of = vocabulary.years
    words = _either((*of.before_last, *of.last, *of.this, *of.next, *_later(vocabulary)))
    return _says_time(segment.zh.text, start, words)


@lru_cache(maxsize=_SENTENCES)
def _says_time(sentence: str, start: int, words: re.Pattern[str]) -> bool:
    text = without_bases(plain(sentence))[start:]
    return any(pattern.search(text) for pattern in (words, _YEAR)) or bool(periods.spans(text))


def _later(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The Chinese words that mean a month or a quarter by the day of the event."""
    return tuple(word for words in (vocabulary.months, vocabulary.quarters) for forms in (words.this, words.next) for word in forms.zh)


@cache
def _ahead(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of words of time that mean a year, where they do not follow a count (四年内)."""
    return re.compile(f"{OF_NO_COUNT}(?:{_either(words).pattern})")


@cache
def _either(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of any of some words, the longest first."""
    return re.compile(either(words))
