"""The whole material of a project as one frozen object, read from its files.

Reading reports what cannot be read; whether what was read is true is for ``rules``.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

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
    ExtraVocabulary,
    KnownWords,
    Lang,
    Note,
    OpenPoint,
    Page,
    Pair,
    Passage,
    Person,
    Publication,
    Record,
    RegisterEntry,
    Segment,
    SimplifiedOverride,
    Source,
    Synonym,
    Term,
    Unit,
    Vocabulary,
    WeakWords,
    Where,
)
from ..model.faults import Faults
from ..text.term_finder import Finder
from .file_text import text_of
from .files import Files
from .markdown_page import read_page
from .open_points import open_points
from .turns import labels_of, passages, segments
from .yaml_records import read_list, read_map, read_one

R = TypeVar("R", bound=Record)

_BOTH = ("people.yml", "terms.yml", "units.yml")
SHARED_FILES = (
    *("counterparts.yml", "corrections.yml", "design.yml", "house-style.yml", "numerals-that-count-nothing.yml"),
    *(
        "publication.yml",
        "published.txt",
        "simplified.yml",
        "strings.yml",
        "synonyms.yml",
        "vocabulary.yml",
        "weak-words.yml",
        "words.yml",
        *_BOTH,
    ),
)
"""The files of ``data`` that all events share."""
RECEIVED = ("received.docx", "received.htm", "received.html", "received.md", "received.txt")
"""The file that ``source.txt`` was made from, as it came."""
EVENT_FILES = (
    *(
        "agreement.yml",
        "aliases.yml",
        "charts.yml",
        "errata.yml",
        "event.yml",
        "extra-vocabulary.yml",
        "notes.yml",
        "numerals.yml",
        "published.txt",
    ),
    *("seals.txt", "source.txt", "targets.yml", *RECEIVED, *_BOTH),
)
"""The files of an event's folder."""


@dataclass(frozen=True, eq=False)  # compared by identity, so that it can be a cache key
class Transcript:
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
    seals: Mapping[str, str]
    passages: tuple[Passage, ...]
    segments: Mapping[str, Segment]

    @cached_property
    def text(self) -> str:
        """The source without the lines of the page around the text."""
        return "\n".join(line for line in self.source.split("\n") if not any(one.holds(line) for one in self.event.furniture))

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
            day = transcript.event.day
            return day is None, -day.date.toordinal() if day else 0, transcript.event.id

        return sorted(self.transcripts.values(), key=age)

    def of_event(self, event: str) -> Corpus:
        """What the rules of one event read, all else left out: its own words and facts, and those of shared files that ``bases`` names."""
        own = replace(
            self,
            pages=self.pages_of(event),
            transcripts={event: self.transcripts[event]},
            strings={},
            simplified_overrides=(),
            synonyms=(),
            weak_words=(),
            house_style=(),
            known_words=(),
            corrections=(),
            publication=Publication(Where("data/publication.yml", 1)),
            open_points=tuple(point for point in self.open_points if point.event == event),
        )
        vars(own)["finder"] = self.finder  # which finds terms, and remembers where it found them
        return own

    def for_pages(self, event: str) -> Corpus:
        """What is displayed of one event, all else left out: its own words and facts, the shared ones, and of shared pages their titles."""
        own = replace(
            self,
            pages={**self._titles, **self.pages_of(event)},
            transcripts={event: self.transcripts[event]},
            synonyms=(),
            weak_words=(),
            house_style=(),
            known_words=(),
            open_points=tuple(point for point in self.open_points if point.event == event),
        )
        vars(own)["finder"] = self.finder
        return own

    def pages_of(self, event: str) -> Mapping[tuple[Lang, str], Page]:
        """The pages of an event; of none: those that all share."""
        return self._pages.get(event, {})

    @cached_property
    def _pages(self) -> Mapping[str, Mapping[tuple[Lang, str], Page]]:
        """The pages by the folder of their event, in one pass: a pass for each event would be as long again for each further one."""
        found = defaultdict[str, dict[tuple[Lang, str], Page]](dict)
        for key, page in self.pages.items():
            found[page.name.partition("/")[0] if "/" in page.name else ""][key] = page
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
        """All outside pages that terms, people and the days of events name."""
        for term in self.terms.values():
            yield from term.sources
        for person in self.people.values():
            yield from person.sources
        for transcript in self.transcripts.values():
            yield from transcript.event.day.sources if transcript.event.day else ()


_OF_ALL_EVENTS = {"counterparts.yml", "numerals-that-count-nothing.yml", "vocabulary.yml", "extra-vocabulary.yml", "design.yml", *_BOTH}
"""Files that the rules of every event may read, whether they are shared or an event brought them along."""


def bases(files: Files) -> Mapping[str, str]:
    """Event to the SHA-256 of every file that ``Corpus.of_event`` holds something of, with its path."""
    shared = hashlib.sha256()
    own = defaultdict[str, Any](hashlib.sha256)
    for path, content in sorted(files.items()):
        parts = path.split("/")
        place = 1 if parts[0] == "data" else 2
        file = f"{path}\n{len(content)}\n".encode("utf-8", "surrogateescape") + content
        if parts[0] == "data" and parts[-1] in _OF_ALL_EVENTS:
            shared.update(file)
        if len(parts) > place + 1:
            own[parts[place]].update(file)
    return {event: f"{shared.hexdigest()}{digest.hexdigest()}" for event, digest in own.items()}


def load(files: Files, faults: Faults) -> Corpus | None:
    """Read the material; None where so much is missing that nothing can be checked."""
    reader = _Files(files, faults)
    vocabulary = reader.one("data/vocabulary.yml", Vocabulary)
    design = reader.one("data/design.yml", Design)
    strings = reader.map("data/strings.yml", Pair)
    events = reader.events()
    if vocabulary is None or design is None:
        return None
    for event in events:
        extra = reader.one(f"data/{event.id}/extra-vocabulary.yml", ExtraVocabulary, must=False)
        vocabulary = extra.added_to(vocabulary) if extra else vocabulary
    pages = dict(reader.pages(events))
    people = _by_id(reader.shared("people.yml", Person, events))
    counts_nothing = reader.list("data/numerals-that-count-nothing.yml", CountsNothing)
    transcripts = {event.id: reader.transcript(event, pages, people, counts_nothing) for event in events}
    return Corpus(
        pages=pages,
        transcripts=transcripts,
        people=people,
        terms=_by_id(reader.shared("terms.yml", Term, events)),
        units=_by_id(reader.shared("units.yml", Unit, events)),
        vocabulary=vocabulary,
        design=design,
        strings=strings,
        synonyms=reader.list("data/synonyms.yml", Synonym),
        weak_words=reader.list("data/weak-words.yml", WeakWords),
        simplified_overrides=reader.list("data/simplified.yml", SimplifiedOverride),
        house_style=reader.list("data/house-style.yml", AvoidedWord),
        known_words=reader.list("data/words.yml", KnownWords),
        corrections=reader.list("data/corrections.yml", Correction),
        counterparts=reader.list("data/counterparts.yml", Counterpart),
        publication=reader.one("data/publication.yml", Publication, must=False) or Publication(Where("data/publication.yml", 1)),
        open_points=tuple(open_points(files)),
    )


def _by_id(records: tuple[R, ...]) -> Mapping[str, R]:
    return {record.id: record for record in records}  # type: ignore[attr-defined]


class _Files:
    """The files of a project, read as the records that they hold."""

    def __init__(self, files: Files, faults: Faults) -> None:
        self.files, self.faults = files, faults

    def text(self, path: str, must: bool = True) -> str | None:
        """The text of a file; a missing one is reported unless it may be missing."""
        if path in self.files:
            return text_of(self.files[path], path, self.faults)
        if must:
            self.faults.add(path, 1, "F2", "the file is missing", "add it; data/README.md says what it holds")
        return None

    def one(self, path: str, kind: type[R], must: bool = True) -> R | None:
        """The one record of a file."""
        text = self.text(path, must)
        return None if text is None else read_one(text, path, kind, self.faults)

    def map(self, path: str, kind: type[R]) -> Mapping[str, R]:
        """The mapping of a file that must be there."""
        text = self.text(path)
        return {} if text is None else read_map(text, path, kind, self.faults)

    def list(self, path: str, kind: type[R], must: bool = False) -> tuple[R, ...]:
        """The list of a file."""
        text = self.text(path, must)
        return () if text is None else read_list(text, path, kind, self.faults)

    def shared(self, name: str, kind: type[R], events: tuple[Event, ...]) -> tuple[R, ...]:
        """The records of a shared file and of the files of the same name that events bring along."""
        records = self.list(f"data/{name}", kind)
        seen = {record.id: record for record in records}  # type: ignore[attr-defined]
        for event in events:
            for record in self.list(f"data/{event.id}/{name}", kind):
                where, name_ = record.where, record.id  # type: ignore[attr-defined]
                if name_ in seen:
                    first = seen[name_].where
                    self.faults.at(where, "id", "Y8", f"the id {name_!r} is taken by {first.path}:{first.of('id')}", "choose another id")
                else:
                    seen[name_] = record
        return tuple(seen.values())

    def events(self) -> tuple[Event, ...]:
        """The events, one for each folder of ``data``."""
        folders = sorted({path.split("/")[1] for path in self.files if path.startswith("data/") and path.count("/") > 1} - {"schema"})
        read = ((folder, self.one(f"data/{folder}/event.yml", Event)) for folder in folders)
        return tuple(replace(event, id=folder) for folder, event in read if event)

    def pages(self, events: tuple[Event, ...]) -> Iterator[tuple[tuple[Lang, str], Page]]:
        """All Markdown pages of both languages."""
        transcript_sections: dict[str, set[str]] = {}
        for event in events:
            for part in event.parts:
                transcript_sections.setdefault(f"{event.id}/{part.page}", set()).add(part.section)
        for path in self.files:
            match = re.fullmatch(r"docs/(zh|en)/(.+)\.md", path)
            text = self.text(path) if match else None
            if match and text is not None:
                lang: Lang = "zh" if match[1] == "zh" else "en"
                page = read_page(text, path, lang, match[2], transcript_sections.get(match[2], ()), self.faults)
                if page:
                    yield (lang, match[2]), page

    def transcript(
        self, event: Event, pages: Mapping[tuple[Lang, str], Page], people: Mapping[str, Person], counts_nothing: tuple[CountsNothing, ...]
    ) -> Transcript:
        """One event with its facts, its turns and its sentences."""
        folder = f"data/{event.id}"
        found = tuple(passages(event, pages, labels_of(event, people)))
        path = f"{folder}/source.txt"
        return Transcript(
            event=event,
            source=self.text(path) or "",
            source_bytes=self.files.get(path, b""),
            errata=self.list(f"{folder}/errata.yml", Erratum),
            entries=self.list(f"{folder}/targets.yml", RegisterEntry),
            accounts=self.list(f"{folder}/numerals.yml", Account),
            counts_nothing=counts_nothing,
            notes=self.list(f"{folder}/notes.yml", Note),
            aliases=self.list(f"{folder}/aliases.yml", Alias),
            agreement_exceptions=self.list(f"{folder}/agreement.yml", AgreementException),
            charts=self.list(f"{folder}/charts.yml", Chart),
            seals={
                words[0]: words[1] if len(words) > 1 else ""
                for words in map(str.split, (self.text(f"{folder}/seals.txt") or "").splitlines())
                if words
            },
            passages=found,
            segments={segment.address: segment for segment in segments(event, found)},
        )
