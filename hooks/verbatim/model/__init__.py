"""The records that everything else speaks of; shapes only, no work.

Records read from YAML carry ``where``, so that a later check can name file and line.
``data/README.md`` says what each field means.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


@dataclass(frozen=True)
class Where:
    """A place in a file: path from the project's root, line from 1, and the lines of the keys of a record."""

    path: str
    line: int
    keys: Mapping[str, int] = field(default_factory=dict)

    def of(self, key: str) -> int:
        """The line of a key of the record, or of the record itself where the key is not written."""
        return self.keys.get(key, self.line)


@dataclass(frozen=True)
class Record:
    """Anything read from YAML."""

    where: Where


@dataclass(frozen=True)
class Pair(Record):
    """The same thing said in both languages."""

    zh: str
    en: str

    def __getitem__(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True)
class Words(Record):
    """Lists of forms in both languages."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def __getitem__(self, lang: Lang) -> tuple[str, ...]:
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True)
class Operator(Record):
    """How the two languages say "at least", "about" …: the words before and after a number."""

    name: Pair
    before: Words
    after: Words


@dataclass(frozen=True)
class Marker(Record):
    """A strength or a scope and the words of which one must stand in the sentence."""

    name: Pair
    words: Words


@dataclass(frozen=True)
class Echo(Record):
    """A Chinese word that carries weight, and the English words of which one must answer it in the twin."""

    zh: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary(Record):
    """The closed lists of ``vocabulary.yml``."""

    operators: Mapping[str, Operator]
    strengths: Mapping[str, Marker]
    scopes: Mapping[str, Marker]
    echoes: Mapping[str, Echo]
    kinds: Mapping[str, Pair]
    fields: Mapping[str, Pair]
    groups: Mapping[str, Pair]
    classes: Mapping[str, Pair]
    levels: Mapping[str, Pair]
    fits: Mapping[str, Pair]
    confidences: Mapping[str, Pair]
    bases: Mapping[str, Pair]


@dataclass(frozen=True)
class Unit(Record):
    """What a number counts."""

    id: str
    name: Pair
    zh: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True)
class Source(Record):
    """An outside page that was seen."""

    title: str
    address: str | None = None


@dataclass(frozen=True)
class Person(Record):
    """Someone who speaks or is presented; a reporter is known by outlet only."""

    id: str
    kind: Literal["official", "outlet"]
    name: Pair
    label: Pair
    family: Pair | None = None
    pinyin: str | None = None
    office: Pair | None = None
    note: Pair | None = None
    sources: tuple[Source, ...] = ()

    def filed(self, lang: Lang) -> str:
        """The name as a list of references files it: family name, comma, the rest; whole where no family name is known."""
        if not self.family:
            return self.name[lang]
        name, family = self.name[lang], self.family[lang]
        rest = name.removeprefix(family) if name.startswith(family) else name.removesuffix(family)
        return f"{family}, {rest.strip()}"


@dataclass(frozen=True)
class Rendering(Record):
    """An English rendering seen elsewhere and who uses it."""

    en: str
    used_by: str


@dataclass(frozen=True)
class Exemption(Record):
    """A line whose twin need not hold a rendering of the term."""

    at: str
    reason: Pair


@dataclass(frozen=True)
class Term(Record):
    """An entry of the glossary."""

    id: str
    group: str
    zh: str
    pinyin: str
    en: str
    definition: Pair
    basis: str
    level: str
    fit: str
    confidence: str
    forms_zh: tuple[str, ...] = ()
    forms_en: tuple[str, ...] = ()
    defined_at: str | None = None
    note: Pair | None = None
    also: tuple[Rendering, ...] = ()
    sources: tuple[Source, ...] = ()
    exceptions: tuple[Exemption, ...] = ()

    def forms(self, lang: Lang) -> tuple[str, ...]:
        """The term and its other forms in one language."""
        return (self.zh, *self.forms_zh) if lang == "zh" else (self.en, *self.forms_en)


@dataclass(frozen=True)
class Synonym(Record):
    """Words that readers elsewhere type for a word of the texts."""

    text: str
    say: tuple[str, ...]


@dataclass(frozen=True)
class Day(Record):
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
    day: Day | None = None
    id: str = ""

    @property
    def pages(self) -> tuple[str, ...]:
        """The transcript pages in reading order, each once."""
        return tuple(dict.fromkeys(part.page for part in self.parts))


@dataclass(frozen=True)
class Erratum(Record):
    """A known departure from, or slip in, the source."""

    id: str
    kind: Literal["layout", "slip", "variant"]
    find: str
    read: str
    count: int
    reason: Pair


@dataclass(frozen=True)
class Word(Record):
    """A word whose Simplified form the table of characters does not give."""

    find: str
    read: str
    reason: Pair


@dataclass(frozen=True)
class Amount(Record):
    """A number with its operator: ``value``, or ``low`` and ``high`` of a range; ``unit`` only in a threshold."""

    operator: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The numbers that are written in the quote."""
        return tuple(n for n in (self.value, self.low, self.high) if n is not None)


@dataclass(frozen=True)
class By(Record):
    """The time by which, and the words that say so; ``at`` where they stand in another sentence."""

    year: int
    words: Pair
    at: str | None = None


@dataclass(frozen=True)
class Target(Record):
    """A row of the register: a promise with or without a number, or a stated figure."""

    id: str
    at: str
    quote: Pair
    what: Pair
    kind: Literal["target", "commitment", "figure"]
    field: str
    amount: Amount | None = None
    unit: str | None = None
    each: Amount | None = None
    by: By | None = None
    strength: str | None = None
    scope: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    note: Pair | None = None


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
class Picture(Record):
    """Rows to be drawn side by side; with ``multiple``, one row and the base that it is a multiple of."""

    id: str
    title: Pair
    rows: tuple[str, ...]
    multiple: str | None = None
    base: Pair | None = None
    note: Pair | None = None


@dataclass(frozen=True)
class Licence(Record):
    """A number or a word that one line of a pair says and the other need not, and why."""

    at: str
    what: str
    reason: Pair


@dataclass(frozen=True)
class Alias(Record):
    """A renamed place: ``page#address``, or ``page`` alone."""

    old: str
    new: str


@dataclass(frozen=True)
class Line:
    """One line of a transcript section: a sentence, a label, or a label and a sentence.

    ``text`` is plain; ``emphasis`` holds the spans (start, end) of it that the author marked with asterisks.
    """

    number: int
    label: str
    text: str
    emphasis: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Section:
    """A heading with its id and, in a transcript section, its paragraphs of lines."""

    id: str
    title: str
    level: int
    number: int
    paragraphs: tuple[tuple[Line, ...], ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines of the section, one after the other."""
        return tuple(line for paragraph in self.paragraphs for line in paragraph)


@dataclass(frozen=True)
class Page:
    """One Markdown page; ``name`` is its path below the language's folder without ``.md``.

    ``directives`` are the names of what the hooks are asked to insert, each with its line.
    """

    path: str
    lang: Lang
    name: str
    title: str
    description: str
    sections: Mapping[str, Section]
    directives: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Segment:
    """One sentence in both languages, at its address."""

    address: str
    event: str
    page: str
    section: str
    number: int
    kind: str
    by: str | None
    zh: Line
    en: Line

    @property
    def place(self) -> str:
        """The address with its event, unique among all events."""
        return f"{self.event}/{self.address}"

    def __getitem__(self, lang: Lang) -> Line:
        return self.zh if lang == "zh" else self.en
