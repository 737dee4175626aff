"""The whole material of a project as one frozen object, and each event in it.

It holds what ``read/load`` reads; whether that is true is for ``rules``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ..model import (
    Account,
    AgreementException,
    Alias,
    AvoidedWord,
    Chart,
    Correction,
    Counterpart,
    CountsNothing,
    Design,
    Erratum,
    Event,
    KnownWords,
    Lang,
    Note,
    OnDemand,
    OpenPoint,
    Page,
    Pair,
    Passage,
    Person,
    Publication,
    RegisterEntry,
    Segment,
    SimplifiedOverride,
    Source,
    Synonym,
    Term,
    Unit,
    Vocabulary,
    WeakWords,
    event_of,
)
from ..text.term_finder import Finder
from .data_files import DATA_FILES

EVENTS = 4_096
"""Events of which what a function found is kept, since an edit leaves most as they are."""
_SHARED = [file for file in DATA_FILES.values() if file.place == "shared"]


@dataclass(frozen=True, eq=False)  # compared by identity, so that it can be a cache key
class Transcript(OnDemand):
    """One event: its source, its facts and its sentences in the order of the source."""

    event: Event
    source: str
    source_bytes: bytes
    errata: tuple[Erratum, ...]
    entries: tuple[RegisterEntry, ...]
    accounts: tuple[Account, ...]
    counts_nothing: tuple[CountsNothing, ...]
    notes: tuple[Note, ...]
    aliases: tuple[Alias, ...]
    agreement_exceptions: tuple[AgreementException, ...]
    charts: tuple[Chart, ...]
    seal_lines: tuple[str, ...]
    passages: tuple[Passage, ...]
    segments: Mapping[str, Segment]

    @cached_property
    def text(self) -> str:
        """The source without the lines of the page around the text."""
        return "\n".join(line for line in self.source.split("\n") if not any(one.holds(line) for one in self.event.furniture))

    @cached_property
    def seals(self) -> Mapping[str, str]:
        """The seals that ``seals.txt`` has, by what they seal."""
        return {words[0]: "".join(words[1:2]) for words in map(str.split, self.seal_lines) if words}

    @property
    def sources(self) -> tuple[Source, ...]:
        """The outside pages that its day names."""
        return self.event.day.sources if self.event.day else ()

    @property
    def people(self) -> frozenset[str]:
        """The ids of who is on the panel or speaks."""
        return frozenset(self.event.panel).union(*(passage.by for passage in self.passages))

    @cached_property
    def entries_at(self) -> Mapping[str, Sequence[RegisterEntry]]:
        """The register entries by the address of their sentence."""
        found = defaultdict[str, list[RegisterEntry]](list)
        for entry in self.entries:
            found[entry.at].append(entry)
        return found

    @cached_property
    def entries_of_turn(self) -> Mapping[str, Sequence[RegisterEntry]]:
        """The register entries by the turn of their sentence."""
        found = defaultdict[str, list[RegisterEntry]](list)
        for entry in self.entries:
            if entry.at in self.segments:
                found[self.segments[entry.at].turn].append(entry)
        return found


@dataclass(frozen=True, eq=False)  # compared by identity, so that it can be a cache key
class Corpus:
    """Everything: words, facts and interface strings."""

    pages: Mapping[tuple[Lang, str], Page]
    transcripts: Mapping[str, Transcript]
    people: Mapping[str, Person]
    terms: Mapping[str, Term]
    units: Mapping[str, Unit]
    vocabulary: Vocabulary
    design: Design
    strings: Mapping[str, Pair]
    simplified_overrides: tuple[SimplifiedOverride, ...]
    synonyms: tuple[Synonym, ...]
    weak_words: tuple[WeakWords, ...]
    house_style: tuple[AvoidedWord, ...]
    known_words: tuple[KnownWords, ...]
    corrections: tuple[Correction, ...]
    counterparts: tuple[Counterpart, ...]
    publication: Publication
    open_points: tuple[OpenPoint, ...] = ()
    sentences: int = 0
    """How many there are, which is known before any is read."""

    @cached_property
    def finder(self) -> Finder:
        """Finds the terms in sentences; one for all, because it remembers what it found."""
        return Finder(self.terms)

    @cached_property
    def drafts(self) -> frozenset[str]:
        """The ids of the events that have open points."""
        return frozenset(point.event for point in self.open_points)

    @property
    def newest_first(self) -> list[Transcript]:
        """The events, the newest first; those without a day last."""

        def age(transcript: Transcript) -> tuple[bool, int, str]:
            date = transcript.event.date
            return date is None, -date.toordinal() if date else 0, transcript.event.id

        return sorted(self.transcripts.values(), key=age)

    def of_event(self, event: str) -> Corpus:
        """What the rules of one event read, all else left out: its own words and facts, and those of shared files that ``bases`` names."""
        return self._of(event, self.pages_of(event), {file.field: file.nothing for file in _SHARED if not file.ruled})

    def for_pages(self, event: str) -> Corpus:
        """What is displayed of one event, all else left out: its own words and facts, the shared ones, and of shared pages their titles."""
        pages = {**self._titles, **self.pages_of(event)}
        return self._of(event, pages, {file.field: file.nothing for file in _SHARED if not file.shown})

    def without_events(self) -> Corpus:
        """What all events share, all else left out."""
        return replace(self, pages=self.pages_of(""), transcripts={}, open_points=())

    def _of(self, event: str, pages: Mapping[tuple[Lang, str], Page], left_out: Mapping[str, Any]) -> Corpus:
        """This corpus with one event only, some pages, and other values in some fields."""
        points = tuple(point for point in self.open_points if point.event == event)
        own = replace(self, pages=pages, transcripts={event: self.transcripts[event]}, open_points=points, **left_out)
        vars(own)["finder"] = self.finder  # which finds terms, and remembers where it found them
        return own

    @property
    def shared_pages(self) -> Mapping[tuple[Lang, str], Page]:
        """The pages that belong to no event."""
        return {key: page for folder, pages in self._pages.items() if folder not in self.transcripts for key, page in pages.items()}

    def pages_of(self, event: str) -> Mapping[tuple[Lang, str], Page]:
        """The pages of an event; of none: those that all share."""
        return self._pages.get(event, {})

    def page_names(self, event: str, lang: Lang) -> list[str]:
        """The names of these pages in one language, sorted."""
        return sorted(name for other, name in self.pages_of(event) if other == lang)

    @cached_property
    def _pages(self) -> Mapping[str, Mapping[tuple[Lang, str], Page]]:
        """The pages by the folder of their event, in one pass: a pass for each event would be as long again for each further one."""
        found = defaultdict[str, dict[tuple[Lang, str], Page]](dict)
        for key, page in self.pages.items():
            found[event_of(page.name)][key] = page
        return found

    @cached_property
    def _titles(self) -> Mapping[tuple[Lang, str], Page]:
        """What pages of events display of the shared ones."""
        return {key: Page(page.path, page.lang, page.name, page.title, "", {}) for key, page in self.pages_of("").items()}

    def segments(self) -> Iterator[Segment]:
        """All sentences of all events."""
        for transcript in self.transcripts.values():
            yield from transcript.segments.values()

    def sources(self) -> Iterator[Source]:
        """All outside pages that terms and people name; the days of events name some too (``Transcript.sources``)."""
        for term in self.terms.values():
            yield from term.sources
        for person in self.people.values():
            yield from person.sources
