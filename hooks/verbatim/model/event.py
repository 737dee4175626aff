"""One press conference: its day, its turns, and what is stated about its source."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal, get_args

from .base import Lang, Pair, Record
from .keys import PersonId
from .locale import TAGS
from .people import Source


@dataclass(frozen=True)
class EventDate(Record):
    """When the event took place, as others report it."""

    date: datetime.date
    """ISO date, such as 2023-02-15."""
    basis: Pair
    """Who says so."""
    sources: tuple[Source, ...] = ()
    """Outside pages that say so."""


TurnKind = Literal["notice", "panel", "statement", "question", "follow-up", "answer", "moderator", "closing", "gap"]
SILENT: frozenset[TurnKind] = frozenset({"notice", "panel", "gap"})
"""The kinds of turns that nobody speaks: they have no label."""
ASKING: frozenset[TurnKind] = frozenset({"question", "follow-up"})
"""The kinds of turns that an answer can belong to."""
UNASKED: tuple[TurnKind, ...] = ("statement", "moderator", "closing")
"""The kinds of turns that are spoken without a question."""


@dataclass(frozen=True)
class Turn(Record):
    """What one person, or several jointly, says without interruption; also a passage that nobody speaks, and a place where turns were
    left out.

    Who speaks is not written here: the label in the text says it.
    """

    id: str
    """Slug; permanent."""
    kind: TurnKind
    """`notice` (on the event, by nobody), `panel` (the roster), `statement` (an opening statement), `question`, `follow-up`, `answer`,
    `moderator` (the moderator's words), `closing`, or `gap` (turns were left out here)."""
    page: str = ""
    """File name without `.md`; a gap has none."""
    sections: tuple[str, ...] = ()
    """The ids of the headings below which its words are, in order. The last one may be the first of the next turn, which then begins
    at its label."""
    answers: tuple[str, ...] = ()
    """Of an answer: the ids of the questions and follow-ups that it answers."""
    follows: str | None = None
    """Of a follow-up: the id of the question or follow-up before it."""
    by: tuple[PersonId, ...] = ()
    """Who speaks, where the label alone could be of several people; it must agree with the label."""
    labels: int = 1
    """How often the label appears in the turn; more than once only where the source repeats it."""
    note: Pair | None = None
    """Of a gap: what was left out."""


Script = Literal["traditional", "taiwan", "hong-kong", "converted", "simplified"]
SCRIPTS: tuple[Script, ...] = get_args(Script)
_TAGS: Mapping[Script, str] = {"taiwan": "zh-Hant-TW", "hong-kong": "zh-Hant-HK", "simplified": "zh-Hans"}
EnglishKind = Literal["machine", "ours", "official", "other"]
OURS: frozenset[EnglishKind] = frozenset({"machine", "ours"})
"""The kinds of English that we made ourselves."""


@dataclass(frozen=True)
class English(Record):
    """Whose the English of an event is, or of some sections of it."""

    kind: EnglishKind
    """`machine` (our own, translated and revised with the help of machines), `ours` (our own, by people), `official` (published by who
    held the event), or `other` (from elsewhere)."""
    by: Pair | None = None
    """Who published or made it; `official` and `other` require it."""
    revised: Pair | None = None
    """Who revised it independently, as a professional; without it the site says that nobody did."""
    sections: tuple[str, ...] = ()
    """The ids of the headings whose English it is; without them, of all for which no other line says it."""


FurnitureKind = Literal["blank", "page-number", "time"]
_STAMP = r"(?:\d{4} ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2} ?日?[ T]*)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_FURNITURE: Mapping[FurnitureKind, re.Pattern[str]] = {
    "blank": re.compile(r"\s*"),
    "page-number": re.compile(r"[-–—·\s]*(?:第\s*\d+\s*[页頁](?:[\s，,/]*共\s*\d+\s*[页頁])?|\d{1,4}(?:\s*/\s*\d{1,4})?)[-–—·\s]*"),
    "time": re.compile(rf"[\[［(（]?\s*{_STAMP}\s*[\]］)）]?"),
}


def is_furniture(line: str, kind: FurnitureKind) -> bool:
    """Whether a line is of a kind of lines that belong to a page and not to its text."""
    return _FURNITURE[kind].fullmatch(line) is not None


def page_numbers(lines: Iterable[str]) -> list[int]:
    """The number of each line that is a page number."""
    return [int(found[0]) for line in lines for found in [re.search(r"\d+", line)] if found]


def count_on(numbers: Sequence[int]) -> bool:
    """Whether each of some numbers follows the one before it."""
    return all(after == before + 1 for before, after in pairwise(numbers))


@dataclass(frozen=True)
class Furniture(Record):
    """Lines of the source that belong to the page that it comes from and not to the text: shown nowhere, and counted."""

    count: int
    """How many such lines the source has."""
    line: str | None = None
    """The whole line, exactly; or, instead, a kind of line."""
    kind: FurnitureKind | None = None
    """`blank` (a line without a character, also after the last line end), `page-number` (第3頁, 3/12, – 3 –), or `time` (a day and time,
    or a time alone, as live pages print it)."""

    def holds(self, line: str) -> bool:
        """Whether a line of the source is one of these."""
        return line == self.line if self.kind is None else is_furniture(line, self.kind)


@dataclass(frozen=True)
class Part:
    """A section of the transcript, with the turns that have words in it, in order."""

    page: str
    section: str
    turns: tuple[Turn, ...]

    @property
    def kind(self) -> TurnKind:
        """The kind of its first turn: a roster never shares its section."""
        return self.turns[0].kind


@dataclass(frozen=True)
class Event(Record):
    """One press conference; ``id`` is the name of its folder."""

    title: Pair
    """The title."""
    short: Pair
    """A short title for the navigation."""
    sha256: str
    """Of `source.txt`, as 64 hexadecimal digits."""
    received: Pair
    """How the text came and what is known about its origin."""
    panel: tuple[PersonId, ...]
    """Who sits on the panel, in the order of the roster."""
    turns: tuple[Turn, ...]
    """The turns of the transcript in the order of the source."""
    script: Script = "traditional"
    """The characters of the source: `traditional`, those of `taiwan` or `hong-kong` where that is known, `converted` (Traditional, made
    from Simplified), or `simplified`."""
    english: tuple[English, ...] = ()
    """Whose the English is; without it the site says that this is not stated."""
    excerpt: Pair | None = None
    """Where the text is not the whole event: which part of it this is, as a sentence."""
    day: EventDate | None = None
    """When the event took place, where that is known."""
    furniture: tuple[Furniture, ...] = ()
    """Lines of the page around the text (分享到, page numbers, a header repeated), which no page of ours shows."""
    id: str = ""

    @property
    def date(self) -> datetime.date | None:
        """The day of the event, where that is known."""
        return self.day.date if self.day else None

    @property
    def tag(self) -> str:
        """The language tag (BCP 47) of its Chinese words."""
        return _TAGS.get(self.script, TAGS["zh"])

    @property
    def other_tag(self) -> str:
        """The language tag of its Chinese words where it is not that of the Chinese pages; else empty."""
        return "" if self.tag == TAGS["zh"] else self.tag

    def tag_in(self, lang: Lang) -> str:
        """The language tag of its words in one language."""
        return self.tag if lang == "zh" else TAGS[lang]

    @property
    def is_simplified(self) -> bool:
        """Whether its Chinese words are in Simplified characters."""
        return self.script == "simplified"

    def english_of(self, section: str) -> English | None:
        """Whose the English of a section is; None where it is not stated."""
        named = (one for one in self.english if section in one.sections)
        return next(named, next((one for one in self.english if not one.sections), None))

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The sections of the transcript in the order of the source, each once."""
        places = dict.fromkeys((turn.page, section) for turn in self.turns for section in turn.sections)
        return tuple(
            Part(*place, tuple(turn for turn in self.turns if turn.page == place[0] and place[1] in turn.sections)) for place in places
        )

    @property
    def pages(self) -> tuple[str, ...]:
        """The transcript pages in reading order, each once."""
        return tuple(dict.fromkeys(part.page for part in self.parts))


ErratumKind = Literal["layout", "slip", "variant"]
ERRATUM_KINDS: tuple[ErratumKind, ...] = get_args(ErratumKind)


@dataclass(frozen=True)
class Erratum(Record):
    """A known departure from, or slip in, the source."""

    id: str
    """Slug; permanent."""
    kind: ErratumKind
    """`layout` (a broken line: the pages show the text joined or split, the source is kept), `slip` (a wrong character or a form out
    of use, kept as received; the reading is offered) or `variant` (an accepted variant, kept)."""
    find: str
    r"""The text in the source, exactly; `\n` for a line end."""
    read: str
    """How it should read."""
    count: int
    """How often it appears in the source."""
    reason: Pair
    """Why, for the reader."""


AccountClass = Literal["name", "date", "structure", "word", "repeat", "amount"]
ACCOUNT_CLASSES: tuple[AccountClass, ...] = get_args(AccountClass)
"""What a numeral can be that no register entry states."""


@dataclass(frozen=True)
class Account(Record):
    """Why a numeral of the source is neither a target nor a figure."""

    find: str
    """Text in the Chinese lines that holds the numeral; between two cells of a table, a space."""
    class_: AccountClass
    """`name` (of a programme, document, body or grade), `date`, `structure` (numbering, counts of what the text itself lists),
    `word` (part of a word or phrase that counts nothing), `repeat` (says again an amount that a register entry has) or `amount` (an
    amount that is not in the register; the reason says why)."""
    count: int
    """How often `find` appears in the pages, not counting where it is part of a longer `find`."""
    reason: Pair
    """What the numeral is."""


@dataclass(frozen=True)
class CountsNothing(Record):
    """Words of the language in which a numeral counts nothing, for all events."""

    class_: AccountClass
    """What such a numeral is: `word`, `structure`, `name` or `date`."""
    reason: Pair
    """What the account says of it."""
    find: tuple[str, ...]
    """The words; `{n}` is any numeral, `{year}` a year in four digits."""
    head: bool = False
    """Whether they are such words only at the head of a clause."""
    item: bool = False
    """Whether they are such words only at the head of an item of a list."""
    unless: tuple[str, ...] = ()
    """Longer strings that hold one of the words while its numeral counts."""


@dataclass(frozen=True)
class Note(Record):
    """A note to the reader at some words of a sentence."""

    id: str
    """Slug; permanent."""
    at: str
    """Address of the sentence."""
    quote: Pair
    """The words that the note is about, verbatim."""
    note: Pair
    """The note."""


@dataclass(frozen=True)
class AgreementException(Record):
    """A number or a word that one line of a pair contains and the other need not, or a head that is no label, and why."""

    at: str
    """Address of the sentence."""
    what: str
    """The number (`8.5%`), the English name of a person or the first form of the word, as the fault names it; the id of a term whose
    rendering the line need not have; or the head of a sentence that looks like a label and is none (`秦：`)."""
    reason: Pair
    """Why the other line need not say it, or why the head is no label."""


@dataclass(frozen=True)
class Alias(Record):
    """A renamed place: ``page#address``, or ``page`` alone."""

    old: str
    """The old place: `page#address` of a sentence, `page#id` of a heading, or `page` for a renamed page."""
    new: str
    """The new place, in the same form."""
