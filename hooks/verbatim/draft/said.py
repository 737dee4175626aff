"""What sentences say that their translation says too: their length, numbers, marks and names, and words that must be answered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from decimal import Decimal
from functools import cache
from typing import TypeVar

from ..analysis.counterparts import counter
from ..model import Counterpart, Lang, RequiredCounterpart, may_be_word
from ..text import years
from ..text.english_numbers import months, ordinals
from ..text.matching import alternation, contains_word
from ..text.numerals import Value, spelled, values
from ..text.weight import occurrences

_MARKS: dict[str, re.Pattern[str]] = {
    "quotation": re.compile('[“「『]|(?<!\\w)"(?=\\w)'),
    "ellipsis": re.compile(r"…+|\.{3,}"),
    "question": re.compile("[?？]+"),
    "exclamation": re.compile("[!！]+"),
}
"""What both languages mark in a sentence; of each kind it counts whether it is there."""
_HEAD = re.compile(r"[^\s:：。，,；;？?！!][^:：。，,；;？?！!]{0,15}[:：](?=.)")
_Counted = TypeVar("_Counted")
_LONGEST_SPAN = 100
"""A number of years up to this one may be a length of time; a greater one is a year of the Republic of China."""
MARKS = (*_MARKS, "label", "paragraph")
"""Also what is at the borders of what is said."""


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence of either language: the label before it, or nothing, its text, and whether a paragraph begins with it."""

    label: str
    text: str
    begins: bool = False


@dataclass(frozen=True)
class Said:
    """What sentences say: characters, numbers above one, months by name, marks, known names and terms, and words of the lists by number."""

    size: int = 0
    numbers: Counter[Value] = field(default_factory=Counter)
    months: Counter[Value] = field(default_factory=Counter)
    marks: Counter[str] = field(default_factory=Counter)
    names: Counter[int] = field(default_factory=Counter)
    words: Counter[int] = field(default_factory=Counter)

    def __add__(self, other: Said) -> Said:
        added = ((getattr(self, one.name), getattr(other, one.name)) for one in fields(self))
        return Said(*(one + more for one, more in added))


class Listener:
    """Finds what sentences say, and what of it the other language lacks."""

    def __init__(
        self,
        known: Iterable[tuple[str, str]],
        counterparts: Iterable[Counterpart] = (),
        echoes: Iterable[RequiredCounterpart] = (),
        people: Iterable[str] = (),
    ) -> None:
        """``people`` are Chinese names, in which no word counts."""
        self._people = re.compile(alternation(one for one in people if not may_be_word(one)))
        self._known, self._counterparts, self._echoes = tuple(known), tuple(counterparts), tuple(echoes)
        self._asks = [*(one.asks for one in self._counterparts), *("zh" for _ in self._echoes)]
        self._counted = counter(self._counterparts)
        self._said: Callable[[Sentence, Lang], Said] = cache(self._heard)

    def said(self, sentences: Sequence[Sentence], lang: Lang) -> Said:
        """What sentences of one language say together."""
        return sum((self._said(one, lang) for one in sentences), Said())

    def unanswered(self, zh: Said, en: Said) -> tuple[int, int]:
        """How many words of the lists the English lacks, which the Chinese says and asks it for, and how many the Chinese lacks."""
        in_en = sum(one > en.words.get(place, 0) for place, one in zh.words.items() if self._asks[place] != "en")
        return in_en, sum(place not in zh.words for place in en.words if self._asks[place] != "zh")

    def _heard(self, sentence: Sentence, lang: Lang) -> Said:
        text = sentence.text
        names = Counter(number for number, pair in enumerate(self._known) if contains_word(pair[lang == "en"], text, lang))
        return Said(len(text), _numbers(text, lang), _months(text, lang), _marks(sentence, lang), names, self._words(text, lang))

    def _words(self, text: str, lang: Lang) -> Counter[int]:
        counted = self._counted(self._people.sub("·", text), "") if lang == "zh" else self._counted("", text)
        weights = ((len(self._counterparts) + number, occurrences(echo, text, lang)) for number, echo in enumerate(self._echoes))
        return Counter({place: zh + en for place, zh, en in counted}) + Counter(dict(weights))


def _numbers(text: str, lang: Lang) -> Counter[Value]:
    """The numbers of a text that both languages write in digits or words; of Chinese ones in words only those above one."""
    found = Counter(values(text, lang)) + Counter(spelled(text, lang))
    if lang == "en":
        found += Counter(map(Value, ordinals(text)))
    for year in years.of_the_republic(text) if lang == "zh" else ():
        if year > _LONGEST_SPAN and (counted := Value(Decimal(year))) in found:  # English gives it in the common era
            found += Counter({Value(Decimal(year + years.FIRST)): 1})
            found[counted] -= 1
    return Counter({value: count for value, count in found.items() if value.number > 1})


def _months(text: str, lang: Lang) -> Counter[Value]:
    """The months that English names, which Chinese gives by number."""
    return Counter(Value(Decimal(month)) for month in months(text) if lang == "en")


def _marks(sentence: Sentence, lang: Lang) -> Counter[str]:
    found = Counter(kind for kind, pattern in _MARKS.items() if pattern.search(sentence.text))
    found["label"] = bool(sentence.label) or (lang == "zh" and bool(_HEAD.match(sentence.text)))
    found["paragraph"] = sentence.begins
    return +found


def shared(one: Counter[_Counted], other: Counter[_Counted]) -> int:
    """How much two counts have in common."""
    return sum(min(count, other[what]) for what, count in one.items() if what in other)


def lacking(zh: Said, en: Said) -> int:
    """How many numbers one side lacks; a month may be a name in English."""
    number = zh.numbers.total() + en.numbers.total() - 2 * shared(zh.numbers, en.numbers)
    return number - (shared(zh.numbers - en.numbers, en.months) if en.months and number else 0)


def differing(zh: Said, en: Said) -> Iterator[tuple[str, int]]:
    """The marks that one side has more often than the other, and how much more."""
    return ((mark, abs(zh.marks.get(mark, 0) - en.marks.get(mark, 0))) for mark in MARKS)


def inner(zh: Said, en: Said) -> bool:
    """Whether a mark differs that is inside the words, not at the borders of what is said."""
    return any(count for mark, count in differing(zh, en) if mark in _MARKS)
