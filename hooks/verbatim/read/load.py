"""The files of a project read into its corpus; what cannot be read is reported."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

from ..model import (
    CountsNothing,
    Event,
    ExtraVocabulary,
    Lang,
    Page,
    Person,
    Term,
    Unit,
)
from ..model.faults import Fault, Faults
from ..text.cache import Listed, cached, within
from .corpus import EVENTS, Corpus, Transcript
from .data_files import DATA_FILES, Place
from .event_files import by_event, checksum
from .file_text import text_of
from .files import Files
from .markdown_page import read_page
from .open_points import open_points
from .turns import labels_of, passages, segments
from .yaml_records import read_records


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
    own = {name: _own(Listed(folder, checksum(folder.files), part=name)) for name, folder in folders.items()}
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
        pages={key: pages[key] for path in files if (key := _page_at(path)) in pages},
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


def _page_at(path: str) -> tuple[Lang, str] | None:
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
            if (key := _page_at(path)) and (text := self.text(path)) is not None
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
