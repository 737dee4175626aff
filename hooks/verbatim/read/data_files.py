"""The files of ``data``: what each holds, where it lies, and who may use something of it; one line of the table for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

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
    Note,
    Pair,
    Person,
    Publication,
    Record,
    RegisterEntry,
    SimplifiedOverride,
    Synonym,
    Term,
    Unit,
    Vocabulary,
    WeakWords,
    Where,
)
from .yaml_records import Form

Place = Literal["shared", "event", "both"]
"""Where a file lies: in ``data`` for all events, in the folder of an event, or in both, of which the one adds to the other."""


@dataclass(frozen=True)
class DataFile:
    """A file of ``data``.

    ``record`` is what it holds, in the ``form`` of a list unless another is given; None where it holds text.  ``field`` is the field of
    the corpus (of a file of an event only: of its transcript) that holds what was read; empty where it needs more than to be read.
    ``must``: whether it must be there; ``default`` stands for the record of one that is missing.  ``ruled``: whether rules of every event
    may use something of it, so that an edit has all events checked again; ``shown``: whether pages of every event may display something of
    it, so that an edit has all of them made again.
    """

    name: str
    place: Place
    field: str = ""
    record: type[Record] | None = None
    form: Form = "list"
    must: bool = False
    default: Record | None = None
    ruled: bool = False
    shown: bool = True

    @property
    def nothing(self) -> object:
        """What stands for a file that is missing or left out."""
        return {"one": self.default, "list": (), "map": {}}[self.form]


_FILES = (
    DataFile("corrections.yml", "shared", "corrections", Correction),
    DataFile("counterparts.yml", "shared", "counterparts", Counterpart, ruled=True),
    DataFile("design.yml", "shared", "design", Design, "one", must=True, ruled=True),
    DataFile("house-style.yml", "shared", "house_style", AvoidedWord, shown=False),
    DataFile("numerals-that-count-nothing.yml", "shared", "counts_nothing", CountsNothing, ruled=True),
    DataFile("publication.yml", "shared", "publication", Publication, "one", default=Publication(Where("data/publication.yml", 1))),
    DataFile("simplified.yml", "shared", "simplified_overrides", SimplifiedOverride),
    DataFile("strings.yml", "shared", "strings", Pair, "map", must=True),
    DataFile("synonyms.yml", "shared", "synonyms", Synonym, shown=False),
    DataFile("vocabulary.yml", "shared", "vocabulary", Vocabulary, "one", must=True, ruled=True),
    DataFile("weak-words.yml", "shared", "weak_words", WeakWords, shown=False),
    DataFile("words.yml", "shared", "known_words", KnownWords, shown=False),
    DataFile("people.yml", "both", "people", Person, ruled=True),
    DataFile("published.txt", "both", shown=False),
    DataFile("terms.yml", "both", "terms", Term, ruled=True),
    DataFile("units.yml", "both", "units", Unit, ruled=True),
    DataFile("agreement.yml", "event", "agreement_exceptions", AgreementException),
    DataFile("aliases.yml", "event", "aliases", Alias),
    DataFile("charts.yml", "event", "charts", Chart),
    DataFile("errata.yml", "event", "errata", Erratum),
    DataFile("event.yml", "event", record=Event, form="one", must=True),
    DataFile("extra-vocabulary.yml", "event", record=ExtraVocabulary, form="one", ruled=True),
    DataFile("notes.yml", "event", "notes", Note),
    DataFile("numerals.yml", "event", "accounts", Account),
    DataFile("seals.txt", "event"),
    DataFile("source.txt", "event"),
    DataFile("targets.yml", "event", "entries", RegisterEntry),
    *(DataFile(f"received.{end}", "event") for end in ("docx", "htm", "html", "md", "txt")),  # what source.txt was made from, as it came
)
DATA_FILES: Mapping[str, DataFile] = {file.name: file for file in _FILES}
"""The files of ``data`` by name."""
SHARED_FILES = tuple(file.name for file in _FILES if file.place != "event")
"""The names of those that all events share."""
EVENT_FILES = tuple(file.name for file in _FILES if file.place != "shared")
"""The names of those in the folder of an event."""


def is_shown(path: str) -> bool:
    """Whether pages of every event may display something of a file of the project; also of one that the table lacks, but for the manual."""
    folder, _, name = path.partition("/")
    return folder == "data" and "/" not in name and name != "README.md" and (name not in DATA_FILES or DATA_FILES[name].shown)


def is_ruled(path: str) -> bool:
    """Whether rules of every event may use something of a file of the project, wherever in ``data`` it lies."""
    file = DATA_FILES.get(path.rpartition("/")[2]) if path.startswith("data/") else None
    return bool(file and file.ruled)
