"""One press conference: its day, its parts, and what is stated about its source."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal, get_args

from .base import Pair, Record
from .keys import PersonId
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


@dataclass(frozen=True)
class Part(Record):
    """One section of the transcript, in the order of the source."""

    page: str
    """File name without `.md`."""
    section: str
    """The id of the heading."""
    kind: Literal["notice", "panel", "question", "answer"]
    """What the section is."""
    by: PersonId | None = None
    """Who speaks; questions and answers need it, the others have none."""


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
    parts: tuple[Part, ...]
    """The sections of the transcript in the order of the source."""
    day: EventDate | None = None
    """When the event took place, where that is known."""
    id: str = ""

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
    """Text in the Chinese lines that holds the numeral."""
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
    """A number or a word that one line of a pair contains and the other need not, and why."""

    at: str
    """Address of the sentence."""
    what: str
    """The number (`8.5%`) or the first form of the word, as the fault names it."""
    reason: Pair
    """Why the other line need not say it."""


@dataclass(frozen=True)
class Alias(Record):
    """A renamed place: ``page#address``, or ``page`` alone."""

    old: str
    """The old place: `page#address` of a sentence, `page#id` of a heading, or `page` for a renamed page."""
    new: str
    """The new place, in the same form."""
