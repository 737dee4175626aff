"""Makes the print editions of every event as PDF: Typst sets the data of ``print_data``, ``pdf_postprocess`` completes the file.

The result depends on the arguments alone: no clock, no network, no font of the system.
"""

from __future__ import annotations

import datetime
import json
import os
import threading
from collections.abc import Callable, Container, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

import typst

from ..analysis.readings import in_traditional
from ..data.editions import BOOKS, BRIEFS, SIMPLIFIED, WHICH, editions_of
from ..data.write import json_text
from ..model import ENTRY_KINDS
from ..model.addresses import Published
from ..read.cache_folder import LARGEST, CacheFolder
from ..read.corpus import Corpus, Transcript
from ..read.files import write_tree
from ..text import typography
from ..text.epoch import wrong_epoch
from ..text.fingerprint import sha256
from .pdf_postprocess import postprocess
from .pieces import Json
from .print_data import TEMPLATES, edition, with_content_hash
from .simplified import simplified_edition
from .unprintable import Unprintable, missing_characters, missing_in, typesetter_fault

FONTS = (
    *(f"Verbatim{face}-Regular.otf" for face in ("SerifTC", "MarksTC", "SerifSC", "MarksSC")),
    *(f"VerbatimSerif-{style}.ttf" for style in ("Regular", "Italic", "SemiBold")),
)
ATTACHED = ("segments.json", "targets.json")
"""The files of the open data of which each book carries what is of its event."""

_STANDARDS = ["ua-1", "a-3a"]
_CODE = (Path(typography.__file__), *sorted(Path(__file__).parent.glob("*.py")), *sorted(TEMPLATES.glob("*.typ")))
"""What turns the data of an edition into a file; a change of any of it makes the books of the cache stale."""


def epoch_of(given: str) -> int | None:
    """The time that ``SOURCE_DATE_EPOCH`` states, None where it is empty; raises ``Unprintable`` where it is none."""
    wrong = wrong_epoch(given)
    if wrong:
        raise Unprintable(wrong)
    return int(given) if given else None


def write(folder: Path, books: Mapping[str, bytes]) -> None:
    """Write the books, each whole or not at all; raises ``Unprintable`` where the folder cannot be written."""
    try:
        write_tree(folder, books)
    except OSError as error:
        raise Unprintable(
            f"cannot write the print edition to {folder}: {error.strerror}\n    fix: make {folder} a folder that can be written"
        ) from None


class _MissingCharacters(Exception):
    """A book needs characters that no font holds; ``args`` are these."""


class BookBuilder:
    """Makes the books of one corpus.

    ``published`` are the addresses that they print; ``fonts`` is the folder that holds ``FONTS``; ``data`` the open data by file name, of
    which ``ATTACHED`` are put into each book; ``epoch`` the time to be written into the files in seconds since 1970 (default: the day of
    the newest version that the project states, else of the event, else 0); ``cache`` the folder in which finished books are kept (default:
    none), while the code that was loaded is still that of its files (``is_as_loaded``).
    """

    def __init__(
        self,
        corpus: Corpus,
        published: Published,
        fonts: Path,
        data: Mapping[str, str],
        epoch: int | None = None,
        cache: Path | None = None,
        is_as_loaded: Callable[[], bool] = lambda: True,
    ) -> None:
        self._corpus, self._published, self._fonts, self._epoch = corpus, published, fonts, epoch
        self._data: Mapping[str, list[Json]] = {name: json.loads(data[name]) for name in ATTACHED}
        self._cache, self._is_as_loaded = CacheFolder(cache), is_as_loaded
        self._thread = threading.local()

    def books(self, workers: int | None = None, files: Container[str] | None = None) -> dict[str, bytes]:
        """File name (``<event>-zh.pdf``) to content, of all or of some ``files``.

        Raises ``Unprintable``, for missing characters with those of all books at once.

        ``workers`` threads (default: one for each core) set the books, which do not depend on one another: Typst leaves Python alone
        while it sets, so that another book is completed meanwhile.
        """
        made: dict[str, Future[bytes]] = {}
        given: dict[str, tuple[str, Json]] = {}
        tools = self._tools()
        with ThreadPoolExecutor(workers or os.cpu_count()) as pool:
            for event in self._corpus.transcripts:
                wanted = [(which, file) for which, file in editions_of(event) if files is None or file in files]
                if not wanted:
                    continue
                transcript = self._corpus.transcripts[event]
                contents, time, data = self._contents(transcript), self._time(transcript), self._attached(event)
                for which, file in wanted:
                    given[file] = event, contents[which]
                    made[file] = pool.submit(self._book, file, which, contents[which], data, time, tools)
            books, missing = _collected(made)
        if missing:
            raise missing_characters([(text, *given[file]) for file, text in missing])
        return books

    def prune(self, others: int) -> None:
        """Remove from the cache what was not used for longest, where there is too much beside ``others``: bytes of books made earlier."""
        self._cache.prune(LARGEST + others)

    def _contents(self, transcript: Transcript) -> Mapping[str, Json]:
        """The data of each edition of an event; what was received in Simplified characters is so in the parallel edition too."""
        received = edition(self._corpus, transcript, self._published)
        simplified = simplified_edition(received, self._corpus, transcript)
        if not transcript.event.is_simplified:
            return {which: simplified if which in SIMPLIFIED else received for which in WHICH}
        converted = edition(self._corpus, in_traditional(self._corpus, transcript), self._published)
        said = {"strings": converted["strings"] | {"status_source": converted["strings"]["print_hant_source"]}}
        traditional = with_content_hash({**converted, **said})
        simplified = with_content_hash({**simplified, "script": "simplified"})
        return {which: simplified if which in {*SIMPLIFIED, "parallel"} else traditional for which in WHICH}

    def _attached(self, event: str) -> Mapping[str, str]:
        """The open data of one event: what is of others would make its books grow, and be set anew, with every event of the site."""
        return {name: json_text([record for record in records if record["event"] == event]) for name, records in self._data.items()}

    def _book(self, file: str, which: str, content: Json, data: Mapping[str, str], time: int, tools: list[str]) -> bytes:
        """One finished book, from the cache if it holds it; ``data`` is attached, and ``tools`` are what it is made with."""
        design = self._corpus.design
        look = {"colours": dict(design.on_paper), "signs": {kind: getattr(design.signs, kind) for kind in ENTRY_KINDS}}
        inputs = {"which": which, "edition": json.dumps(content, ensure_ascii=False), "design": json.dumps(look), **data}
        key = sha256(json.dumps([inputs, time, tools]).encode())
        book = self._cache.get(key)
        if book is None:
            book = postprocess(self._typeset(file, inputs, time))
            if self._is_as_loaded() and self._tools() == tools:  # else something was edited meanwhile, which the key does not say
                self._cache.put(key, book)
        return book

    def _tools(self) -> list[str]:
        """What the books are made with: fonts, templates, code and versions; raises ``Unprintable`` where a font is missing."""
        for name in FONTS:
            if not (self._fonts / name).is_file():
                raise Unprintable(
                    f"the print edition needs the font {self._fonts / name}, which is missing\n    fix: restore it, or run tools/fonts.py"
                )
        files = [*(self._fonts / name for name in FONTS), *_CODE]
        return [*(sha256(path.read_bytes()) for path in files), *(version(package) for package in ("typst", "pikepdf", "deflate"))]

    @cached_property
    def _known(self) -> typst.Fonts:
        """Our fonts; raises ``Unprintable`` where one of them cannot be read."""
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[self._fonts])
        known = {Path(font.path or "").name for font in fonts.fonts()}
        for name in FONTS:
            if name not in known:
                raise Unprintable(f"{self._fonts / name} is no font that can be read\n    fix: restore it, or run tools/fonts.py")
        return fonts

    @property
    def _compilers(self) -> Mapping[str, Any]:
        """By edition a compiler that knows our fonts and no other; each thread has its own, since a compiler sets one book at a time."""
        if not hasattr(self._thread, "compilers"):
            templates = (TEMPLATES / "edition.typ", TEMPLATES / "booklet.typ")
            book, booklet = (typst.Compiler(path, root=TEMPLATES, font_paths=self._known, ignore_system_fonts=True) for path in templates)
            self._thread.compilers = {**dict.fromkeys(BOOKS, book), **dict.fromkeys(BRIEFS, booklet)}
        compilers: Mapping[str, Any] = self._thread.compilers
        return compilers

    def _typeset(self, file: str, inputs: Mapping[str, str], time: int) -> bytes:
        """A book as Typst writes it; raises ``_MissingCharacters``, or ``Unprintable`` on any other error and on a warning."""
        try:
            typeset, warnings = self._compilers[inputs["which"]].compile_with_warnings(
                format="pdf", pdf_standards=_STANDARDS, timestamp=time, sys_inputs=inputs
            )
        except typst.TypstError as error:
            missing = missing_in(error)
            raise _MissingCharacters(*missing) if missing else typesetter_fault(file, error.diagnostic) from None
        if warnings:
            raise typesetter_fault(file, warnings[0].message)
        return bytes(typeset)

    def _time(self, transcript: Transcript) -> int:
        """Seconds since 1970 for a book's date."""
        versions = self._corpus.publication.versions
        date = versions[0].date if versions else transcript.event.date
        if self._epoch is not None or date is None:
            return self._epoch or 0
        return int(datetime.datetime.combine(date, datetime.time(), datetime.UTC).timestamp())


def _collected(made: Mapping[str, Future[bytes]]) -> tuple[dict[str, bytes], list[tuple[str, str]]]:
    """The books by file, in order, and the file and the characters of those that lack some; a book's ``Unprintable`` ends it all."""
    books: dict[str, bytes] = {}
    missing: list[tuple[str, str]] = []
    for file, book in made.items():
        try:
            books[file] = book.result()
        except _MissingCharacters as characters:
            missing += [(file, text) for text in characters.args]
        except BaseException:
            for waiting in made.values():
                waiting.cancel()
            raise
    return books, missing
