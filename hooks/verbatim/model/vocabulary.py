"""The closed lists that the register and the glossary choose from, and the units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from .base import BilingualForms, Lang, Pair, Record


@dataclass(frozen=True)
class Operator(Record):
    """How the two languages say "at least", "about" …: the words before and after a number."""

    name: Pair
    """As the tables show it."""
    before: BilingualForms
    """The words that say it directly before the number."""
    after: BilingualForms
    """The words that say it directly after the number."""
    inside: tuple[str, ...] = ()
    """Chinese words that end in one of these words without its meaning (附近)."""


@dataclass(frozen=True)
class SignalWords(Record):
    """A strength or a scope, and the words of which one must appear in the sentence."""

    name: Pair
    """As the tables show it."""
    words: BilingualForms
    """The words of which at least one must appear in the sentence; an empty list requires none."""
    what: tuple[str, ...] = ()
    """Of a scope: the Chinese words of which one is in `what` of every entry that has it, and in that of no other."""
    numbers: Literal["counts", "ratios"] | None = None
    """Of a scope: whether it is one of counts or of ratios (percentages, multiples) only; without it, of both. What `what` says of the kind
    of a ratio need not be recorded."""
    inside: tuple[str, ...] = ()
    """Chinese words that hold one of the words without its meaning (保證金 for 保證)."""


@dataclass(frozen=True)
class RequiredCounterpart(Record):
    """A Chinese word that carries weight, and the English words of which one must answer it in the twin."""

    zh: tuple[str, ...]
    """Chinese forms."""
    en: tuple[str, ...]
    """English forms: where a Chinese one appears, one of these must appear in the twin, as often. `{n}` in one stands for a number,
    `{not}` for a negation with up to six words behind it, `{millions}` for a number of millions or more."""
    place: Literal["after_number", "after_measure", "after_words", "between_numbers"] | None = None
    """Where the Chinese form must be to carry weight: directly after a number, after a number with or without a measure word, after words
    (not at the head of a clause), or between two numbers; without it, anywhere."""
    inside: tuple[str, ...] = ()
    """Chinese words that hold one of the forms without its meaning (可以下車 for 以下)."""


@dataclass(frozen=True)
class Counterpart(Record):
    """Words of both languages that mean the same: a sentence that says one of them says it in the other language too."""

    zh: tuple[str, ...]
    """Chinese forms."""
    en: tuple[str, ...]
    """English forms, whole words in small or capital letters; a star stands for any letters behind the first."""
    zh_unless: tuple[str, ...] = ()
    """Longer Chinese strings that hold a form and mean something else."""
    en_unless: tuple[str, ...] = ()
    """Longer English strings that hold a form and mean something else."""
    asks: Lang | None = None
    """The language whose words require the other's; without it, both do."""
    apart: bool = False
    """Whether English may say it in another part of the sentence, so that the English quotation of an entry need not hold it."""
    place: bool = False
    """Whether the forms name a place, listed in the index of the books under the first of these forms that appears in the text."""

    def forms(self, lang: Lang) -> tuple[str, ...]:
        """The forms of a language."""
        return self.zh if lang == "zh" else self.en

    def unless(self, lang: Lang) -> tuple[str, ...]:
        """The longer strings of a language that do not count."""
        return self.zh_unless if lang == "zh" else self.en_unless


@dataclass(frozen=True)
class YearWords(Record):
    """Chinese words of time that mean a year by the one of the event."""

    before_last: tuple[str, ...]
    """Words for the year before the last."""
    last: tuple[str, ...]
    """Words for the last year."""
    this: tuple[str, ...]
    """Words for the year of the event."""
    next: tuple[str, ...]
    """Words for the next year."""


@dataclass(frozen=True)
class PeriodWords(Record):
    """Words of time that mean a month or a quarter by the day of the event."""

    this: BilingualForms
    """Words for the one of the event."""
    next: BilingualForms
    """Words for the one after it."""


@dataclass(frozen=True)
class Vocabulary(Record):
    """The closed lists of ``vocabulary.yml``."""

    operators: Mapping[str, Operator]
    """How the two languages say “at least”, “about” and so on."""
    fall: Operator
    """How the two languages say that a number went down; such a number is recorded as a negative value."""
    years: YearWords
    """Chinese words of time that mean a year by the one of the event."""
    months: PeriodWords
    """Words of time that mean a month by the day of the event."""
    quarters: PeriodWords
    """Words of time that mean a quarter by the day of the event."""
    strengths: Mapping[str, SignalWords]
    """How firm a promise is, the firmest first."""
    scopes: Mapping[str, SignalWords]
    """What a promise is limited to."""
    echoes: Mapping[str, RequiredCounterpart]
    """Chinese words that carry a promise or its measure, each with what must answer it in English."""
    kinds: Mapping[str, Pair]
    """Names of the kinds of register entries."""
    fields: Mapping[str, Pair]
    """Names of the policy fields of register entries."""
    groups: Mapping[str, Pair]
    """Names of the groups of the glossary."""
    classes: Mapping[str, Pair]
    """Names of the classes of numerals."""
    levels: Mapping[str, Pair]
    """Names of the levels of sources of a rendering."""
    fits: Mapping[str, Pair]
    """Names of the ways in which a rendering relates to its source."""
    confidences: Mapping[str, Pair]
    """Names of the degrees of confidence."""
    bases: Mapping[str, Pair]
    """Names of the bases of a definition."""


@dataclass(frozen=True)
class ExtraVocabulary(Record):
    """What an event adds to the closed lists, so that a new event changes no shared file; a key that is there already stays as it is."""

    fields: Mapping[str, Pair] = field(default_factory=dict)
    """Names of further policy fields."""
    groups: Mapping[str, Pair] = field(default_factory=dict)
    """Names of further groups of the glossary."""
    scopes: Mapping[str, SignalWords] = field(default_factory=dict)
    """Further scopes."""
    strengths: Mapping[str, SignalWords] = field(default_factory=dict)
    """Further strengths, softer than all others."""

    def added_to(self, shared: Vocabulary) -> Vocabulary:
        """The vocabulary with these values beside its own."""
        added = {
            name: getattr(shared, name) | {key: value for key, value in getattr(self, name).items() if key not in getattr(shared, name)}
            for name in EXTENDED
        }
        return replace(shared, **added)


_RATIOS = frozenset({"%", "倍"})
"""Forms of units that count nothing."""
EXTENDED = ("fields", "groups", "scopes", "strengths")
"""The lists of the vocabulary that an event can add to."""


@dataclass(frozen=True)
class Unit(Record):
    """What a number counts."""

    id: str
    """Slug."""
    name: Pair
    """As shown after the number (English in the plural), or around it where it holds `{n}`."""
    zh: tuple[str, ...]
    """The forms that follow the number in Chinese (`家`, `個`, `%`)."""
    en: tuple[str, ...]
    """The forms of which one appears in the English quote (`enterprises`, `%`, `RMB`)."""

    @property
    def is_ratio(self) -> bool:
        """Whether a number of this unit is a percentage or a multiple, and counts nothing."""
        return not _RATIOS.isdisjoint(self.zh)
