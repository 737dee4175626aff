"""Is a pinyin one that the characters can have?  By a table of the readings of each character, from pypinyin (``tools/pinyin.py``)."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from .cache import cached

_DIGITS = dict(zip("0123456789+", ("líng", "yī", "èr", "sān", "sì", "wǔ", "liù", "qī", "bā", "jiǔ", "jiā"), strict=True))


@cache
def readings() -> Mapping[str, frozenset[str]]:
    """Character to its readings with tone marks, those of neutral tone without."""
    found: dict[str, set[str]] = defaultdict(set)
    for reading, characters in _table():
        for character in characters:
            found[character].add(reading)
    return {character: frozenset(them) for character, them in found.items()}


@cache
def syllables() -> frozenset[str]:
    """The syllables of pinyin without tone marks, in small letters."""
    return frozenset(without_tones(reading).lower() for reading, _ in _table())


def _table() -> Iterator[tuple[str, str]]:
    """Each reading with its characters."""
    for line in (files(__package__) / "tables" / "pinyin.txt").read_text("utf-8").splitlines():
        reading, _, characters = line.partition(" ")
        yield reading, characters


@cached(4_096)
def reads(text: str, pinyin: str) -> bool:
    """Whether the pinyin, its spaces and capitals apart, reads each character of a text in turn; marks have none, a code name its own."""
    spoken = re.sub(r"[\W_]", "", unicodedata.normalize("NFC", pinyin).lower())
    characters = [one for one in text if one.isalnum() or one in _DIGITS]
    ends = {0}
    for character in characters:
        ends = {end + len(one) for end in ends for one in _spoken(character) if spoken.startswith(one, end)}
    return len(spoken) in ends or pinyin == text


def spelled(text: str, like: str) -> str:
    """The pinyin of Chinese characters without tones and spaces; of several readings the one that ``like`` begins with, if any."""
    hint = re.sub(r"[^a-z]", "", without_tones(like).lower())
    found = {""}
    for character in text:
        longer = {start + without_tones(one) for start in found for one in readings().get(character, {character})}
        found = {one for one in longer if hint.startswith(one)} | {min(longer)}  # not all of them: a long name has thousands
    return min(found, key=lambda one: (not hint.startswith(one), one))


@cached(1_024)
def share_a_reading(one: str, other: str) -> bool:
    """Whether two characters can be read alike."""
    return bool(readings().get(one, frozenset()) & readings().get(other, frozenset()))


def _spoken(character: str) -> Iterator[str]:
    """How a character can be read: Latin letters as themselves, digits by name or as themselves."""
    yield from readings().get(character, ())
    if character.isascii():
        yield character.lower()
        yield _DIGITS.get(character, character)


def without_tones(pinyin: str) -> str:
    """A pinyin without tone marks; ü is kept."""
    letters = unicodedata.normalize("NFD", pinyin)
    return unicodedata.normalize("NFC", "".join(one for one in letters if one == "\u0308" or not unicodedata.combining(one)))
