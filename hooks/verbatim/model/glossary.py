"""Entries of the glossary, synonyms and weak words for the search, and exceptions of the Simplified reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .base import Lang, Pair, Record
from .keys import BasisKey, ConfidenceKey, FitKey, GroupKey, LevelKey
from .people import Source


@dataclass(frozen=True)
class Rendering(Record):
    """An English rendering seen elsewhere and who uses it."""

    en: str
    """The other English."""
    used_by: str
    """Who uses it."""


@dataclass(frozen=True)
class RenderingException(Record):
    """A line whose twin need not hold a rendering of the term."""

    at: str
    """The place (`event/address`) of the line."""
    reason: Pair
    """Why its twin holds none of the renderings."""


@dataclass(frozen=True)
class Term(Record):
    """An entry of the glossary."""

    id: str
    """Slug, also the anchor in the glossary; permanent."""
    group: GroupKey
    """The group of the glossary."""
    zh: str
    """The term as the transcript writes it, without the quotation marks around it."""
    pinyin: str
    """With tone marks, spaced as in GB/T 16159; a name whose English has capitals has them here too."""
    en: str
    """The rendering of this site: singular, without an article, in lower case unless it is a name; the plural is one of `forms_en`."""
    definition: Pair
    """For a newcomer, in four lines at most (about 115 characters in Chinese, 330 in English). What rests on an outside page names
    its date."""
    basis: BasisKey
    """Where the definition comes from: `transcript` (only from the text itself), `seen` (supported by a source named below),
    `general` (general knowledge, not checked)."""
    level: LevelKey
    """The best source seen for the English."""
    fit: FitKey
    """How our English relates to that source."""
    confidence: ConfidenceKey
    """Of definition and English together: the lower of the two."""
    forms_zh: tuple[str, ...] = ()
    """Other forms in the transcript."""
    inside: tuple[str, ...] = ()
    """Longer Chinese strings that hold a form without being the term: 其餘 of 餘."""
    forms_en: tuple[str, ...] = ()
    """Other approved renderings that appear in the translation: other number, other word order, short form."""
    usual_en: tuple[str, ...] = ()
    """Further usual renderings of a word that any transcript may hold, such as one of time or measure: they need not appear yet, and
    count only where a sentence holds none of the others."""
    defined_at: str | None = None
    """The place (`event/address`) where the transcript itself explains the term."""
    defined_in_part: bool = False
    """Whether that place explains it only in part: by examples, or some of what it comprises."""
    coded: bool = False
    """Whether it is a name whose words do not say what it means, such as one of digits, initials or an image."""
    note: Pair | None = None
    """On the choice of words, or on what could not be confirmed."""
    also: tuple[Rendering, ...] = ()
    """Renderings seen elsewhere."""
    sources: tuple[Source, ...] = ()
    """Outside pages that support definition or rendering."""
    exceptions: tuple[RenderingException, ...] = ()
    """Lines that hold the Chinese term but whose twin holds none of the renderings."""

    def forms(self, lang: Lang) -> tuple[str, ...]:
        """The term and its other forms in one language."""
        return (self.zh, *self.forms_zh) if lang == "zh" else (self.en, *self.forms_en)


@dataclass(frozen=True)
class Synonym(Record):
    """Words that readers type for a word of the texts."""

    text: str
    """The word as the texts have it; it must appear in a sentence or in the name of a person or an outlet."""
    say: tuple[str, ...]
    """The words that lead to it; each leads to one word only, in the same language. In English one form of a word is enough."""


@dataclass(frozen=True)
class WeakWords(Record):
    """Words of questions that say little of what is asked."""

    lang: Lang
    """The language of the words."""
    weight: Literal["nothing", "little", "asks", "answers", "who", "speaker", "amount"]
    """What they count for in a query: `nothing` (words that only build a question), `little` (words that nearly any question may
    hold); or in a question about who speaks, that it is about questions (`asks`) or answers (`answers`), asks `who`, or names a
    `speaker` by what they are; or that a number is asked for (`amount`)."""
    words: tuple[str, ...]
    """The words; Chinese ones in Traditional characters, of English ones one form of each."""


@dataclass(frozen=True)
class SimplifiedOverride(Record):
    """A word whose Simplified form the table of characters does not give."""

    find: str
    """The word in Traditional characters."""
    read: str
    """Its Simplified form, of the same length."""
    reason: Pair
    """Why the table of characters cannot give it."""
