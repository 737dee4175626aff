"""The print editions of every event as PDF, typeset by Typst from ``edition`` and finished by ``postprocess``.

Nothing but the given material goes in: no clock, no network, no font of the system.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import typst

from ..data.tables import exports
from ..model.addresses import Urls
from ..read.corpus import Corpus, Transcript
from ..read.files import read_text, write_whole
from .pdf_postprocess import postprocess
from .print_data import TEMPLATES, Json, edition
from .simplified import simplified_edition

WHICH = ("zh", "zh-hans", "en", "parallel")
"""The editions of an event, as their files are named."""

SIMPLIFIED = "zh-hans"
FONTS = tuple(
    f"Verbatim{face}.ttf"
    for face in (
        *("SerifTC-Regular", "MarksTC-Regular"),
        *("SerifSC-Regular", "MarksSC-Regular"),
        *("Serif-Regular", "Serif-Italic", "Serif-SemiBold"),
    )
)
ATTACHED = ("segments.json", "targets.json")
_STANDARDS = ["ua-1", "a-3a"]
_LACKING = re.compile(r"the text `\"(.+?)\"` could not be displayed with")


class Unprintable(Exception):
    """The print edition cannot be made; the message says why and how to mend it."""


def epoch_of(environment: Mapping[str, str]) -> int | None:
    """The time that ``SOURCE_DATE_EPOCH`` sets, if it does; raises ``Unprintable`` where it is no number."""
    given = environment.get("SOURCE_DATE_EPOCH", "")
    if given and not given.isdecimal():
        raise Unprintable(f"SOURCE_DATE_EPOCH is {given!r}, which is no whole number\n    fix: set it to seconds since 1970, or not at all")
    return int(given) if given else None


def write(folder: Path, books: Mapping[str, bytes]) -> None:
    """Write the books, each whole or not at all; raises ``Unprintable`` where the folder cannot be written."""
    try:
        write_whole(folder, books)
    except OSError as error:
        raise Unprintable(
            f"cannot write the print edition to {folder}: {error.strerror}\n    fix: make {folder} a folder that can be written"
        ) from None


class BookBuilder:
    """Makes the books of one corpus.

    ``fonts`` is the folder that holds ``FONTS``; ``site`` the site's address, or empty; ``epoch`` the time to be written
    into the files in seconds since 1970 (default: the day of the event, or 0 where it has none).
    """

    def __init__(self, corpus: Corpus, urls: Urls, fonts: Path, site: str = "", epoch: int | None = None) -> None:
        self._corpus, self._urls, self._fonts, self._epoch = corpus, urls, fonts, epoch
        self._site = site if not site or site.endswith("/") else f"{site}/"
        self._editions = {one.event.id: edition(corpus, one, urls, self._site) for one in corpus.transcripts.values()}
        self._simplified = {
            one.event.id: simplified_edition(self._editions[one.event.id], corpus, one) for one in corpus.transcripts.values()
        }

    @property
    def key(self) -> str:
        """A fingerprint of all that the files are made of but the fonts, so that one can know whether they must be made anew."""
        templates = [read_text(path) for path in sorted(TEMPLATES.glob("*.typ"))]
        made_of = [self._editions, self._simplified, self._epoch, sorted(self._data.items()), templates]
        return hashlib.sha256(json.dumps(made_of).encode()).hexdigest()

    def books(self) -> dict[str, bytes]:
        """File name (``<event>-zh.pdf``) to content; raises ``Unprintable``."""
        return dict(self._books(self._compiler()))

    @cached_property
    def _data(self) -> Mapping[str, str]:
        return {name: text for name, text in exports(self._corpus, self._urls).items() if name in ATTACHED}

    def _compiler(self) -> Any:
        """A compiler that knows our fonts and no other; raises ``Unprintable`` where one is missing."""
        for name in FONTS:
            if not (self._fonts / name).is_file():
                raise Unprintable(
                    f"the print edition needs the font {self._fonts / name}, which is missing\n    fix: restore it, or run tools/fonts.py"
                )
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[self._fonts])
        known = {Path(font.path or "").name for font in fonts.fonts()}
        for name in FONTS:
            if name not in known:
                raise Unprintable(f"{self._fonts / name} is no font that can be read\n    fix: restore it, or run tools/fonts.py")
        return typst.Compiler(TEMPLATES / "edition.typ", root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True)

    def _books(self, compiler: Any) -> Iterator[tuple[str, bytes]]:
        for event in self._editions:
            for which in WHICH:
                sheet = (self._simplified if which == SIMPLIFIED else self._editions)[event]
                yield f"{event}-{which}.pdf", postprocess(self._typeset(compiler, event, which, sheet))

    def _typeset(self, compiler: Any, event: str, which: str, sheet: Json) -> bytes:
        inputs = {"which": which, "edition": json.dumps(sheet, ensure_ascii=False), **self._data}
        try:
            typeset, warnings = compiler.compile_with_warnings(
                format="pdf", pdf_standards=_STANDARDS, timestamp=self._time(self._corpus.transcripts[event]), sys_inputs=inputs
            )
        except typst.TypstError as error:
            raise Unprintable(_why(error, event, sheet)) from None
        if warnings:
            raise Unprintable(f"the print edition of {event} is not as it should be: {warnings[0].message}")
        return bytes(typeset)

    def _time(self, transcript: Transcript) -> int:
        day = transcript.event.day
        if self._epoch is not None or day is None:
            return self._epoch or 0
        return int(datetime.datetime.combine(day.date, datetime.time(), datetime.UTC).timestamp())


def _why(error: typst.TypstError, event: str, sheet: Json) -> str:
    """What is wrong, told in the words of this project."""
    lacking = _LACKING.search(error.message)
    if not lacking:
        return f"the print edition of {event} cannot be set: {error.message}"
    text = lacking[1]
    codes = " ".join(f"U+{ord(letter):04X}" for letter in text)
    place = next(_places(sheet, text, ""), event)
    return (
        f"no font of the print edition holds {text!r} ({codes}), which stands in {place}\n"
        "    fix: mend the text, or add the character to fonts/more.txt and run tools/fonts.py"
    )


def _places(value: Any, text: str, path: str) -> Iterator[str]:
    """Where in an edition a text stands: the nearest address or id, and the words around it."""
    if isinstance(value, str) and text in value:
        at = value.index(text)
        yield f"{path}: “{value[max(0, at - 8) : at + 8]}”"
    elif isinstance(value, Mapping):
        name = value.get("address") or value.get("id") or path
        for inner in value.values():
            yield from _places(inner, text, str(name))
    elif isinstance(value, list):
        for inner in value:
            yield from _places(inner, text, path)
