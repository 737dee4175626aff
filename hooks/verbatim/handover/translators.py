"""The files of translators' programs, chosen by the end of their names: XLIFF to translate, TMX and TBX to consult."""

from __future__ import annotations

from pathlib import PurePath

from ..project import loaded
from ..read.files import Files
from .memory import tbx, tmx
from .pairs import NoHandover, pairs
from .xliff import SUFFIXES, xliff


def handed(files: Files, event: str, name: str) -> bytes:
    """The content of a file for a translator, of an event of a project that holds ``files``.

    Raises ``BuildError`` where there is no such event, the project cannot be read, or no format has such a name.
    """
    corpus = loaded(files)
    found = pairs(corpus, event, files)
    tag = corpus.transcripts[event].event.tag
    match PurePath(name).suffix.lower():
        case ".tmx":
            return tmx(found, tag)
        case ".tbx":
            return tbx(corpus, event)
        case suffix if suffix in SUFFIXES:
            return xliff(event, found, tag)
    raise NoHandover(f"{name}: a file for a translator ends in {' or '.join(SUFFIXES)} (to translate), .tmx (memory) or .tbx (terms)")
