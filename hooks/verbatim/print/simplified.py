"""Converts the data of an edition to Simplified characters, by the rules of the site's Simplified reading.

Of an event that was received in Simplified characters only our own words are converted: no character that its source holds is changed.

A list of pieces is converted as one text and split again at the same places, because a word or an erratum may cross pieces.
The errata stay as received, since they are about the characters themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from ..read.corpus import Corpus, Transcript
from ..text.readings import simplified
from .pieces import Json
from .print_data import with_content_hash

AS_RECEIVED = "errata"


def simplified_edition(traditional: Json, corpus: Corpus, transcript: Transcript) -> Json:
    """The data of ``edition`` in Simplified characters, with a content hash of their own."""

    received = set(transcript.text) if transcript.event.is_simplified else set()
    errata = () if received else transcript.errata
    words = [one for one in corpus.simplified_overrides if not received.intersection(one.find)]

    @cache
    def read(text: str) -> str:
        return text if text.isascii() else simplified(text, errata, words, received)

    return with_content_hash({key: value if key == AS_RECEIVED else _read(value, read) for key, value in traditional.items()})


def _read(value: Any, read: Callable[[str], str]) -> Any:
    """A value with every text in it converted."""
    if isinstance(value, str):
        return read(value)
    if isinstance(value, dict):
        return {key: _read(inner, read) for key, inner in value.items()}
    if isinstance(value, list):
        return (
            _pieces(value, read) if value and isinstance(value[0], dict) and "text" in value[0] else [_read(inner, read) for inner in value]
        )
    return value


def _pieces(pieces: list[Json], read: Callable[[str], str]) -> list[Json]:
    """Pieces of one text, converted together; each alone where an erratum changes the length, so that the places to split are lost."""
    texts = [piece["text"] for piece in pieces]
    whole = read("".join(texts))
    if len(whole) != sum(map(len, texts)):
        return [{**piece, "text": read(piece["text"])} for piece in pieces]
    letters = iter(whole)
    return [{**piece, "text": "".join(next(letters) for _ in piece["text"])} for piece in pieces]
