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
from ..model.faults import Faults
from ..text.cache import Listed
from ..text.term_finder import Finder
from .data_files import DATA_FILES, Place
from .file_text import text_of
from .files import Files, framed
from .markdown_page import read_page
from .open_points import open_points
from .turns import labels_of, passages, segments
from .yaml_records import read_records

_SHARED = [file for file in DATA_FILES.values() if file.place == "shared"]


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

    @property
    def sources(self) -> tuple[Source, ...]:
        """The outside pages that its day names."""
        return self.event.day.sources if self.event.day else ()

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


def bases(files: Files) -> Mapping[str, str]:
    """Event to the SHA-256 of every file that ``Corpus.of_event`` holds something of, with its path."""
    shared = hashlib.sha256()
    for path, content in sorted(files.items()):
        folder, _, name = path.rpartition("/")
        if folder.startswith("data") and name in DATA_FILES and DATA_FILES[name].ruled:
            shared.update(framed(path, content))
    return {event: f"{shared.hexdigest()}{_sum(own)}" for event, own in by_event(files).items() if event}


def own_corpora(corpus: Corpus, files: Files) -> Mapping[str, Listed[Corpus]]:
    """Event to what its rules read (``Corpus.of_event``), by what it was read from (``bases``): a cached function looks at it only once."""
    basis = bases(files)
    return {event: Listed(corpus.of_event(event), basis[event]) for event in corpus.transcripts}


def _sum(files: Files) -> str:
    digest = hashlib.sha256()
    for path, content in sorted(files.items()):
        digest.update(framed(path, content))
    return digest.hexdigest()


def by_event(files: Files) -> Mapping[str, Files]:
    """The files in the folders of each event, or of what has the name of a folder; of none: those that all share."""
    found = defaultdict[str, dict[str, bytes]](dict)
    for path, content in files.items():
        top, *folders, _ = path.split("/")
        folder = folders[0 if top == "data" else 1 :]
        found[folder[0] if folder else ""][path] = content
    return found


def load(files: Files, faults: Faults) -> Corpus | None:
    """Read the material; None where so much is missing that nothing can be checked."""
    reader = _Reader(files, faults)
    shared = reader.fields("data", "shared")
    events = reader.events()
    if shared["vocabulary"] is None or shared["design"] is None:
        return None
    for event in events:
        extra = reader.read("extra-vocabulary.yml", f"data/{event.id}")
        shared["vocabulary"] = extra.added_to(shared["vocabulary"]) if extra else shared["vocabulary"]
    pages, counts_nothing = dict(reader.pages(events)), shared.pop("counts_nothing")
    both: dict[str, Any] = {name: reader.by_id(name, events) for name in ("people", "terms", "units")}
    transcripts = {event.id: reader.transcript(event, pages, both["people"], counts_nothing) for event in events}
    return Corpus(pages=pages, transcripts=transcripts, open_points=tuple(open_points(files)), **shared, **both)


class _Reader:
    """Reads the files of a project as what they hold."""

    def __init__(self, files: Files, faults: Faults) -> None:
        self.files, self.faults = files, faults

    def text(self, path: str, must: bool = True) -> str | None:
        """The text of a file; a missing one is reported unless it may be missing."""
        if path in self.files:
            return text_of(self.files[path], path, self.faults)
        if must:
            self.faults.add(path, 1, "F2", "the file is missing", "add it; data/README.md says what it holds")
        return None

    def read(self, name: str, folder: str) -> Any:
        """What a file in a folder holds, of the type that the table of files gives."""
        file, path = DATA_FILES[name], f"{folder}/{name}"
        text = self.text(path, file.must)
        return (None if text is None else read_records(text, path, file.record, file.form, self.faults)) or file.nothing

    def fields(self, folder: str, place: Place) -> dict[str, Any]:
        """What the files of a folder hold, by the fields that hold it."""
        return {file.field: self.read(file.name, folder) for file in DATA_FILES.values() if file.place == place and file.field}

    def by_id(self, stem: str, events: tuple[Event, ...]) -> Mapping[str, Any]:
        """The records of a shared file and of the files of the same name that events bring along, by id; each id may be taken once."""
        name = f"{stem}.yml"
        seen = {record.id: record for record in self.read(name, "data")}
        for record in (record for event in events for record in self.read(name, f"data/{event.id}")):
            if record.id in seen:
                first = seen[record.id].where
                what = f"the id {record.id!r} is taken by {first.path}:{first.of('id')}"
                self.faults.at(record.where, "id", "Y8", what, "choose another id")
            else:
                seen[record.id] = record
        return seen

    def events(self) -> tuple[Event, ...]:
        """The events, one for each folder of ``data``."""
        folders = sorted({path.split("/")[1] for path in self.files if path.startswith("data/") and path.count("/") > 1} - {"schema"})
        read = ((folder, self.read("event.yml", f"data/{folder}")) for folder in folders)
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
            counts_nothing=counts_nothing,
            seals={
                words[0]: words[1] if len(words) > 1 else ""
                for words in map(str.split, (self.text(f"{folder}/seals.txt") or "").splitlines())
                if words
            },
            passages=found,
            segments={segment.address: segment for segment in segments(event, found)},
            **self.fields(folder, "event"),
        )
