"""An edition in Simplified characters: the same data as ``edition`` makes, read as the site's Simplified reading shows them.

A list of pieces is read as one text and cut again at the same places, because a word or a slip may begin in one piece and end in the next.
The corrections stay as received: they speak of the very characters that a reading would change.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from ..read.corpus import Corpus, Transcript
from ..text.readings import simplified
from .print_data import Json, with_content_hash

AS_RECEIVED = "errata"


def simplified_edition(sheet: Json, corpus: Corpus, transcript: Transcript) -> Json:
    """An edition as ``edition`` makes it, in Simplified characters and with a fingerprint of its own."""

    @cache
    def read(text: str) -> str:
        return text if text.isascii() else simplified(text, transcript.errata, corpus.words)

    return with_content_hash({key: value if key == AS_RECEIVED else _read(value, read) for key, value in sheet.items()})


def _read(value: Any, read: Callable[[str], str]) -> Any:
    """A value with every text in it read."""
    if isinstance(value, str):
        return read(value)
    if isinstance(value, dict):
        return {key: _read(inner, read) for key, inner in value.items()}
    if isinstance(value, list):
        return _pieces(value, read) if value and "text" in value[0] else [_read(inner, read) for inner in value]
    return value


def _pieces(pieces: list[Json], read: Callable[[str], str]) -> list[Json]:
    """Pieces of one text; where a slip changes its length they cannot be cut as before, and each is read alone."""
    texts = [piece["text"] for piece in pieces]
    whole = read("".join(texts))
    if len(whole) != sum(map(len, texts)):
        return [{**piece, "text": read(piece["text"])} for piece in pieces]
    letters = iter(whole)
    return [{**piece, "text": "".join(next(letters) for _ in piece["text"])} for piece in pieces]
