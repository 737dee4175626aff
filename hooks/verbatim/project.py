"""A project: its files and the checked corpus that they hold, or all their faults at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from . import rules
from .asked import Strings, directives, engine_strings, merged, used_strings
from .model import Lang, Record
from .model.faults import OPEN, BuildError, Fault, Faults
from .read.corpus import Corpus, Transcript
from .read.data_files import is_ruled
from .read.event_files import Wanted, folder_of
from .read.files import THEME, Files, odd_entries, read_tree
from .read.load import load
from .read.markdown_page import heading_ids, linked_pages
from .rules import check
from .rules.open_points import undecided
from .rules.places import lines_of
from .text.cache import uncollected


class InvalidProject(BuildError):
    """Words or data are at fault; ``faults`` are what the report lists."""

    subject = "the words or data"

    def __init__(self, report: str, faults: Iterable[Fault] = ()) -> None:
        super().__init__(report)
        self.faults = tuple(faults)


class UnreadProject(InvalidProject):
    """A file cannot be read, so that no rule was applied."""


class NoEvent(BuildError):
    """An event that the project does not have."""


@dataclass(frozen=True, eq=False)  # compared by identity, as its corpus
class Project:
    """The project in the folder ``root``: its files as they were read, what they hold, and the ``faults`` of drafts that are displayed
    nevertheless.
    """

    root: Path
    files: Files
    corpus: Corpus
    faults: tuple[Fault, ...] = ()

    def linked(self, lang: Lang, name: str) -> list[str]:
        """The names of the pages that a page links to, whether they are there or not."""
        return linked_pages(self._text(lang, name), name)

    def heading_ids(self, lang: Lang, name: str) -> tuple[str, ...]:
        """The ids of the headings of a page, as its file states them."""
        return heading_ids(self._text(lang, name))

    def _text(self, lang: Lang, name: str) -> str:
        return self.files[self.corpus.pages[lang, name].path].decode("utf-8")


def loaded(files: Files) -> Corpus:
    """The corpus of files that can be read, whatever the rules would report; raises ``InvalidProject`` with all that cannot be read.

    A corpus that lacks what could not be read is no ground for what is written: a list would lose a line, a seal its entry.
    """
    faults = Faults()
    corpus = load(files, faults)
    if corpus is None or faults:
        raise InvalidProject(faults.report(), faults)
    return corpus


def require_event(event: str, events: Iterable[str]) -> None:
    """Raise ``NoEvent`` where an event is none of the ``events`` that there are."""
    there = sorted(events)
    if event not in there:
        raise NoEvent(f"there is no event {event!r}; data/ has: {', '.join(there)}")


UNREADABLE = {"F1", "F2", "Y1", "P1"}
"""Faults that keep a file from being read: all that other rules would report may follow from them."""


def checked(files: Files, strings: Strings | None = None, odd: Collection[str] = (), drafts: bool = False) -> Corpus:
    """The corpus that the files hold.

    ``odd`` are the paths of links and of folders with the name of a file; ``strings`` the interface strings that templates outside the
    engine use, each with the placeholders that it may hold.
    With ``drafts`` open points are no faults, and what is still open of register and glossary is left out of the corpus.
    Raises ``InvalidProject`` with every fault found, each with file, line, what is wrong and how to fix it.
    """
    corpus, faults = _read(files, strings, odd)
    if drafts:
        faults = _beside_open_points(faults)
    if faults:
        raise InvalidProject(faults.report(), faults)
    return _decided(corpus) if drafts else corpus


def previewed(files: Files, strings: Strings | None = None, odd: Collection[str] = ()) -> tuple[Corpus, tuple[Fault, ...]]:
    """The corpus that a live server displays, as of ``checked`` with ``drafts``, and the faults of the drafts, which do not stop it.

    A draft is also an event of which nothing was published.  Raises ``InvalidProject`` with the faults that are there without the drafts,
    or where a file cannot be read.
    """
    corpus, faults = _read(files, strings, odd)
    found = _beside_open_points(faults)
    if not found:
        return _decided(corpus), ()
    drafts = {*corpus.drafts, *(event for event in corpus.transcripts if f"data/{event}/published.txt" not in files)}
    others = {path: content for path, content in files.items() if drafts.isdisjoint(path.split("/"))}
    stopping = Faults(set(found).intersection(inspected(others, strings, odd)[1]))
    if stopping:
        raise InvalidProject(stopping.report(), stopping)
    return _decided(corpus, found), tuple(sorted(set(found)))


def _read(files: Files, strings: Strings | None, odd: Collection[str]) -> tuple[Corpus, Faults]:
    """As ``inspected``; raises ``UnreadProject`` where a file cannot be read."""
    corpus, faults = inspected(files, strings, odd)
    if corpus is None:
        unread = any(fault.code in UNREADABLE or _states_event(fault.path) for fault in faults)
        raise UnreadProject(faults.report("the rest is checked once this can be read" if unread else ""), faults)
    return corpus, faults


def _beside_open_points(faults: Iterable[Fault]) -> Faults:
    return Faults(fault for fault in faults if fault.code != OPEN)


def inspected(files: Files, strings: Strings | None = None, odd: Collection[str] = ()) -> tuple[Corpus | None, Faults]:
    """What the files hold, with every fault found; None, with the faults that are to blame, where a file cannot be read.

    ``strings`` and ``odd`` are as of ``checked``.
    """
    faults = Faults()
    with uncollected():
        corpus = load(files, faults)
        unread = Faults(fault for fault in faults if fault.code in UNREADABLE)
        if corpus is None or unread:
            return None, unread or faults
        unstated = {path for path in files if _states_event(path) and folder_of(path) not in corpus.transcripts}
        if unstated:  # without an event all else of it seems to belong to none
            return None, Faults(fault for fault in faults if fault.path in unstated)
        check(corpus, files, odd, merged(engine_strings(), strings or {}), directives(), faults)
    return corpus, faults


def look_ahead(files: Files, events: Collection[str], wanted: Wanted = ()) -> None:
    """Find what a check finds in some events alone, whatever it reports, and what is ``wanted``, so that it is known when all are."""
    needed = {path: content for path, content in files.items() if folder_of(path) in {"", *events} or is_ruled(path) or _states_event(path)}
    with uncollected():
        corpus = load(needed, Faults())
        if corpus:
            rules.look_ahead(corpus, needed, events, directives(), wanted)


def _states_event(path: str) -> bool:
    return path.startswith("data/") and path.endswith("/event.yml")


def _decided(corpus: Corpus, faults: Iterable[Fault] = ()) -> Corpus:
    """The corpus without the register entries, notes and terms that have open points or ``faults``, which no page can display, and without
    charts of such.
    """
    wrong = {(fault.path, fault.line) for fault in faults}
    terms = {name: term for name, term in corpus.terms.items() if not undecided(term)}
    transcripts = {
        name: Transcript.known(partial(_decided_of, one, terms, wrong), event=one.event) for name, one in corpus.transcripts.items()
    }
    return replace(corpus, transcripts=transcripts, terms=terms)


def _decided_of(transcript: Transcript, terms: Collection[str], wrong: Collection[tuple[str, int]]) -> Transcript:
    """One event as ``_decided`` leaves it; entries name only ``terms``, ``wrong`` are the lines of faults."""

    def usable(record: Record) -> bool:
        return not undecided(record) and not any((record.where.path, line) in wrong for line in lines_of(record))

    entries = [replace(entry, terms=tuple(term for term in entry.terms if term in terms)) for entry in transcript.entries if usable(entry)]
    names = {entry.id for entry in entries}
    charts = [one for one in transcript.charts if usable(one) and names.issuperset(filter(None, (*one.rows, one.multiple)))]
    notes = [one for one in transcript.notes if usable(one)]
    return replace(transcript, entries=tuple(entries), charts=tuple(charts), notes=tuple(notes))


def load_project(root: Path, drafts: bool = False, live: bool = False) -> Project:
    """Read and check the project in a folder, with ``drafts`` as of ``checked``; for a ``live`` server as of ``previewed``."""
    files, strings, odd = read_tree(root), used_strings(root / THEME), odd_entries(root)
    if live:
        return Project(root, files, *previewed(files, strings, odd))
    return Project(root, files, checked(files, strings, odd, drafts))
