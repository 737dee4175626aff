"""The three readings of the Chinese: as received, edited Traditional, Simplified.

All have the length of what was received wherever a slip changes character for character, so marks and links keep their places.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from ..model import Erratum, Word
from ..read.corpus import Corpus
from ..read.files import Files, read_text
from .term_finder import either_of
from .typography import nested

_TABLE = Path(__file__).parent / "tables" / "simplified.txt"
_QUOTED = re.compile("「[^「」]*」")


@cache
def table() -> Mapping[int, str]:
    """Traditional to Simplified, character by character, for ``str.translate``; made by ``tools/simplified.py``."""
    return {ord(line[0]): line[1] for line in read_text(_TABLE).splitlines()}


def edited(text: str, errata: Iterable[Erratum]) -> str:
    """A text as received with its conversion slips mended; accepted variants stay."""
    return _replaced(text, {erratum.find: erratum.read for erratum in errata if erratum.kind == "slip"})


def simplified(text: str, errata: Iterable[Erratum], words: Iterable[Word]) -> str:
    """A text as received in Simplified characters: slips mended, then words that the table does not know, then the table.

    Quotation marks that stand within Taiwan's are made inner ones first, because the words may say that the outer ones become the same.
    """
    known = {word.find: word.read for word in words}
    either = either_of(known) or "(?!)"
    marked = _QUOTED.sub(lambda found: nested(found[0]), edited(text, errata))
    pieces = re.split(f"({either})", marked)
    return "".join(known.get(piece) or piece.translate(table()) for piece in pieces)


def _replaced(text: str, changes: Mapping[str, str]) -> str:
    """All changes in one pass, the longest text first, so that none meets another's result."""
    if not changes:
        return text
    either = either_of(changes)
    return re.sub(either, lambda found: changes[found[0]], text)


def script(corpus: Corpus, files: Files) -> str:
    """The changes of both readings as a script for the browser: slips, words, and the characters that the site uses.

    A script and not JSON, because a page opened from a folder may load the one and not the other.
    """
    used = sorted(set("".join(content.decode("utf-8") for path, content in files.items() if not path.endswith(".txt"))))
    slips = {one.find: one.read for transcript in corpus.transcripts.values() for one in transcript.errata if one.kind == "slip"}
    changes = {
        "slips": slips,
        "words": {word.find: word.read for word in corpus.words},
        "characters": "".join(character + table()[ord(character)] for character in used if ord(character) in table()),
    }
    return f"globalThis.verbatimReadings = {json.dumps(changes, ensure_ascii=False, separators=(',', ':'))};\n"
