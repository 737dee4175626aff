"""One press conference: its day, its parts, and what is stated about its source."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal, get_args

from .base import Pair, Record
from .people import Source


@dataclass(frozen=True)
class EventDate(Record):
    """When the event took place, as others report it."""

    date: datetime.date
    basis: Pair
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Part(Record):
    """One section of the transcript, in the order of the source."""

    page: str
    section: str
    kind: Literal["notice", "panel", "question", "answer"]
    by: str | None = None


@dataclass(frozen=True)
class Event(Record):
    """One press conference; ``id`` is the name of its folder."""

    title: Pair
    short: Pair
    sha256: str
    received: Pair
    panel: tuple[str, ...]
    parts: tuple[Part, ...]
    day: EventDate | None = None
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
    kind: ErratumKind
    find: str
    read: str
    count: int
    reason: Pair


@dataclass(frozen=True)
class Account(Record):
    """Why a numeral of the source is neither a target nor a figure."""

    find: str
    class_: Literal["name", "date", "structure", "word"]
    count: int
    reason: Pair


@dataclass(frozen=True)
class Note(Record):
    """A note to the reader at some words of a sentence."""

    id: str
    at: str
    quote: Pair
    note: Pair


@dataclass(frozen=True)
class AgreementException(Record):
    """A number or a word that one line of a pair says and the other need not, and why."""

    at: str
    what: str
    reason: Pair


@dataclass(frozen=True)
class Alias(Record):
    """A renamed place: ``page#address``, or ``page`` alone."""

    old: str
    new: str
