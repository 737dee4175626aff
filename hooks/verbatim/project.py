"""A project: its files and the checked corpus that they hold, or all their faults at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from .asked import Strings, directives, engine_strings, merged, used_strings
from .model import Lang
from .model.faults import OPEN, BuildError, Fault, Faults
from .read.corpus import Corpus, Transcript, load
from .read.files import THEME, Files, odd_entries, read_tree
from .read.markdown_page import linked_pages
from .rules import check
from .rules.open_points import undecided
from .text.memory import uncollected


class InvalidProject(BuildError):
    """Words or data are at fault; ``faults`` are what the report lists."""

    subject = "the words or data"

    def __init__(self, report: str, faults: Iterable[Fault] = ()) -> None:
        super().__init__(report)
        self.faults = tuple(faults)


@dataclass(frozen=True, eq=False)  # compared by identity, as its corpus
class Project:
    """The project in the folder ``root``: its files as they were read, and what they hold."""

    root: Path
    files: Files
    corpus: Corpus

    def linked(self, lang: Lang, name: str) -> list[str]:
        """The names of the pages that a page links to, whether they are there or not."""
        return linked_pages(self.files[self.corpus.pages[lang, name].path].decode("utf-8"), name)


UNREADABLE = {"F1", "F2", "Y1", "P1"}
"""Faults that keep a file from being read: all that other rules would report may follow from them."""


def checked(files: Files, strings: Strings | None = None, odd: Collection[str] = (), drafts: bool = False) -> Corpus:
    """The corpus that the files hold.

    ``odd`` are the paths of links and of folders with the name of a file; ``strings`` the interface strings that templates outside the
    engine use, each with the placeholders that it may hold.
    With ``drafts`` open points are no faults, and what is still open of register and glossary is left out of the corpus.
    Raises ``InvalidProject`` with every fault found, each with file, line, what is wrong and how to fix it.
    """
    corpus, faults = inspected(files, strings, odd)
    if corpus is None:
        unread = any(fault.code in UNREADABLE for fault in faults)
        raise InvalidProject(faults.report("the rest is checked once this can be read" if unread else ""), faults)
    if drafts:
        faults = Faults(fault for fault in faults if fault.code != OPEN)
    if faults:
        raise InvalidProject(faults.report(), faults)
    return _decided(corpus) if drafts else corpus


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
    check(corpus, files, odd, merged(engine_strings(), strings or {}), directives(), faults)
    return corpus, faults


def _decided(corpus: Corpus) -> Corpus:
    """The corpus without the register entries and terms that have open points, which no page can display, and without charts of such."""
    terms = {name: term for name, term in corpus.terms.items() if not undecided(term)}
    transcripts = {name: _decided_of(one, terms) for name, one in corpus.transcripts.items()}
    return replace(corpus, transcripts=transcripts, terms=terms)


def _decided_of(transcript: Transcript, terms: Collection[str]) -> Transcript:
    """One event as ``_decided`` leaves it; entries name only ``terms``."""
    entries = [
        replace(entry, terms=tuple(term for term in entry.terms if term in terms)) for entry in transcript.targets if not undecided(entry)
    ]
    names = {entry.id for entry in entries}
    charts = [one for one in transcript.charts if not undecided(one) and names.issuperset(filter(None, (*one.rows, one.multiple)))]
    return replace(transcript, targets=tuple(entries), charts=tuple(charts))


def load_project(root: Path, drafts: bool = False) -> Project:
    """Read and check the project in a folder; ``drafts`` and what is raised as of ``checked``."""
    files = read_tree(root)
    return Project(root, files, checked(files, used_strings(root / THEME), odd_entries(root), drafts))
