"""The whole material of a project as one frozen object, read from its files.

Reading reports what cannot be read; whether what was read is true is for ``rules``.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
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
    ExtraVocabulary,
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
from ..model.faults import Fault, Faults
from ..text.cache import Listed, cached, within
from ..text.term_finder import Finder
from .data_files import DATA_FILES, Place, is_ruled
from .file_text import text_of
from .files import Files, framed
from .markdown_page import read_page
from .open_points import open_points
from .turns import labels_of, passages, segments
from .yaml_records import read_records

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


def folder_of(path: str) -> str:
    """The event in whose folder a file of a project lies; empty where it lies in none."""
    folder, *below = path.split("/")
    place = 0 if folder == "data" else 1
    return below[place] if len(below) > place + 1 else ""


def bases(files: Files) -> Mapping[str, str]:
    """Event to the SHA-256 of every file that ``Corpus.of_event`` holds something of, with its path."""
    shared = hashlib.sha256()
    for path, content in sorted(files.items()):
        if is_ruled(path):
            shared.update(framed(path, content))
    return {event: f"{shared.hexdigest()}{_sum(own)}" for event, own in by_event(files).items() if event}


Wanted = Collection[Callable[[Listed[Corpus]], Any]]
"""Cached functions that are asked about each of some events, so that what they find is known."""


def own_corpora(corpus: Corpus, files: Files) -> Mapping[str, Listed[Corpus]]:
    """Event to what its rules read (``Corpus.of_event``), by what it was read from (``bases``): a cached function looks at it only once."""
    basis = bases(files)
    return {event: Listed(corpus.of_event(event), basis[event], part=event) for event in corpus.transcripts}


def _sum(files: Files) -> str:
    digest = hashlib.sha256()
    for path, content in sorted(files.items()):
        digest.update(framed(path, content))
    return digest.hexdigest()


def by_event(files: Files) -> Mapping[str, Files]:
    """The files in the folders of each event, or of what has the name of a folder; of none: those that all share."""
    found = defaultdict[str, dict[str, bytes]](dict)
    for path, content in files.items():
        found[folder_of(path)][path] = content
    return found


@dataclass(frozen=True)
class _Own:
    """What an event brings along for all to name, and what is wrong in its files; all else is read when it is asked for.

    ``pages`` are those that can be read, without their text; ``sentences`` says how many the event has.
    """

    event: Event | None
    vocabulary: ExtraVocabulary | None
    people: tuple[Person, ...]
    terms: tuple[Term, ...]
    units: tuple[Unit, ...]
    pages: tuple[Page, ...]
    sentences: int
    faults: tuple[Fault, ...]


def load(files: Files, faults: Faults) -> Corpus | None:
    """Read the material; None where so much is missing that nothing can be checked.

    What is known of an event from before is not read until somebody asks for it.
    """
    of = by_event(files)
    reader = _Reader(of[""], faults)
    shared = reader.fields("data", "shared")
    folders = {name: _Folder(name, of[name]) for name in sorted(of) if name}
    own = {name: _own(Listed(folder, _sum(folder.files), part=name)) for name, folder in folders.items()}
    if shared["vocabulary"] is None or shared["design"] is None:
        faults.extend(fault for name, one in own.items() for fault in one.faults if fault.path == f"data/{name}/event.yml")
        return None
    faults.extend(fault for one in own.values() for fault in one.faults)
    events = [one for one in own.values() if one.event]
    for one in events:
        shared["vocabulary"] = one.vocabulary.added_to(shared["vocabulary"]) if one.vocabulary else shared["vocabulary"]
    both: dict[str, Any] = {stem: reader.by_id(stem, events) for stem in ("people", "terms", "units")}
    counts_nothing = shared.pop("counts_nothing")
    pages = dict(reader.pages({}))
    for name, one in own.items():
        pages |= {(page.lang, page.name): folders[name].page(page) for page in one.pages}
    return Corpus(
        pages={key: pages[key] for path in files if (key := page_at(path)) in pages},
        transcripts={
            name: Transcript.known(partial(folders[name].transcript, both["people"], counts_nothing), event=one.event)
            for name, one in own.items()
            if one.event
        },
        open_points=tuple(open_points(files)),
        sentences=sum(one.sentences for one in events),
        **shared,
        **both,
    )


def page_at(path: str) -> tuple[Lang, str] | None:
    """The language and the name of the page at a path; None where it is that of no page."""
    match = re.fullmatch(r"docs/(zh|en)/(.+)\.md", path)
    return ("zh" if match[1] == "zh" else "en", match[2]) if match else None


@cached(EVENTS)
def _own(listed: Listed[_Folder]) -> _Own:
    """What is read of an event before it is asked for."""
    return listed.value.own()


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

    def by_id(self, stem: str, events: Iterable[_Own]) -> Mapping[str, Any]:
        """The records of a shared file and of the files of the same name that events bring along, by id; each id may be taken once."""
        seen = {record.id: record for record in self.read(f"{stem}.yml", "data")}
        for record in (record for event in events for record in getattr(event, stem)):
            if record.id in seen:
                first = seen[record.id].where
                what = f"the id {record.id!r} is taken by {first.path}:{first.of('id')}"
                self.faults.at(record.where, "id", "Y8", what, "choose another id")
            else:
                seen[record.id] = record
        return seen

    def pages(self, sections: Mapping[str, Collection[str]]) -> Mapping[tuple[Lang, str], Page]:
        """The Markdown pages of both languages; ``sections`` are those of the transcript, by the name of their page."""
        read = (
            (key, read_page(text, path, *key, sections.get(key[1], ()), self.faults))
            for path in self.files
            if (key := page_at(path)) and (text := self.text(path)) is not None
        )
        return {key: page for key, page in read if page}


class _Folder:
    """Reads the files of an event, or of what has a folder of its name."""

    def __init__(self, name: str, files: Files) -> None:
        self.name, self.files, self.faults = name, files, Faults()
        self._reader = _Reader(files, self.faults)
        self._data = f"data/{name}"

    def own(self) -> _Own:
        """What is read at once; all else is read too, for its faults."""
        read = partial(self._reader.read, folder=self._data)
        event = self.event
        heads = tuple(replace(page, sections={}, prose=()) for page in self.pages.values())
        if event is None:
            return _Own(None, None, (), (), (), heads, 0, tuple(self.faults))
        vocabulary, people, terms, units = map(read, ("extra-vocabulary.yml", "people.yml", "terms.yml", "units.yml"))
        sentences = sum(1 for _ in segments(event, self.transcript({}, ()).passages))
        return _Own(event, vocabulary, people, terms, units, heads, sentences, tuple(self.faults))

    @cached_property
    def event(self) -> Event | None:
        """What is stated of the event; None where this is none."""
        if self.name == "schema" or not any(path.startswith(f"{self._data}/") for path in self.files):
            return None
        with within(self.name):
            event = self._reader.read("event.yml", self._data)
        return replace(event, id=self.name) if event else None

    @cached_property
    def pages(self) -> Mapping[tuple[Lang, str], Page]:
        """The pages of the event."""
        sections = defaultdict[str, set[str]](set)
        for part in self.event.parts if self.event else ():
            sections[f"{self.name}/{part.page}"].add(part.section)
        with within(self.name):
            return self._reader.pages(sections)

    def page(self, known: Page) -> Page:
        """A page of which all but its text is known."""
        fields = {name: value for name, value in vars(known).items() if name not in {"sections", "prose"}}
        return Page.known(lambda: self.pages[known.lang, known.name], **fields)

    def transcript(self, people: Mapping[str, Person], counts_nothing: tuple[CountsNothing, ...]) -> Transcript:
        """The event with its facts, its turns and its sentences."""
        event, read = self.event, self._reader
        assert event is not None  # nobody asks where there is none
        found = tuple(passages(event, self.pages, labels_of(event, people)))
        path = f"{self._data}/source.txt"
        with within(self.name):
            return Transcript(
                event=event,
                source=read.text(path) or "",
                source_bytes=self.files.get(path, b""),
                counts_nothing=counts_nothing,
                seal_lines=tuple((read.text(f"{self._data}/seals.txt") or "").splitlines()),
                passages=found,
                segments={segment.address: segment for segment in segments(event, found)},
                **read.fields(self._data, "event"),
            )
