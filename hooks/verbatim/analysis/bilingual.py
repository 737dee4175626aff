"""Texts in both languages, wherever a record holds them: each in its own language, with the same numbers, and complete."""

from __future__ import annotations

import dataclasses
import re
import typing
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from ..model import Lang, Pair, Record
from ..text.numerals import Value, values
from ..text.scripts import HAN

QUOTING = frozenset({"Chart.base", "Deadline.words", "Note.quote", "Person.label", "RegisterEntry.quote"})
"""Fields that give words of the transcript, each behind its record: they are compared with their sentences."""
REMEMBERED = 16_384
"""Texts whose language and numbers are kept: those of our own in some ten projects, since an edit leaves most as they are."""
LONGEST = 1500
"""Characters of a text; the longest of the data has some 900."""

_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile("[A-Za-z]")
_PLACES = re.compile(r"`[^`]*`|\{[^}]*\}|https?://\S+|\]\([^)]*\)")
_SCALED = re.compile(r"\d[\d.]*(?=[萬億])")
_LEFT = re.compile(r"\b(?:TODO|TBD|FIXME|XXX+)\b|\?\?|？？|待補|待譯|待查證。*$")
_OF_CHINESE = rf"[{HAN}，。；：、！？「」『』《》（）]"
_PARTED = re.compile(rf"{_OF_CHINESE} +{_OF_CHINESE}|  |[\t\n]")
_OTHER_LANGUAGE = {"zh": ("English",), "en": ("中文", "简体")}
"""Names of the other language in its own words, as links to it have them."""


def pairs(value: Any, name: str = "") -> Iterator[tuple[str, Pair]]:
    """Every text in both languages in a value at any depth, with the record and field that hold it: ``Term.definition``."""
    if isinstance(value, Pair):
        yield name, value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from pairs(inner, name)
    elif isinstance(value, tuple):
        for inner in value:
            yield from pairs(inner, name)
    elif dataclasses.is_dataclass(value):
        kind: Any = type(value)
        for field in _fields(kind):
            yield from pairs(getattr(value, field), f"{kind.__name__}.{field}")


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    """The fields of a record that may hold a text in both languages, at any depth."""
    hints = typing.get_type_hints(kind)
    return tuple(field.name for field in dataclasses.fields(kind) if _may_hold(hints[field.name]))


@cache
def _may_hold(kind: Any) -> bool:
    """Whether values of a type may hold a text in both languages."""
    if isinstance(kind, type) and issubclass(kind, Record):
        return issubclass(kind, Pair) or bool(_fields(typing.cast(Any, kind)))
    return any(map(_may_hold, typing.get_args(kind)))


@lru_cache(maxsize=REMEMBERED)
def other_language(text: str, lang: Lang) -> bool:
    """Whether a text is in the other language: Chinese without a Han character, English with more of them than letters."""
    if any(name in text for name in _OTHER_LANGUAGE[lang]):
        return False
    bare = _PLACES.sub("", text)
    han, latin = len(_HAN.findall(bare)), len(_LATIN.findall(bare))
    return (han == 0 and latin > 3) if lang == "zh" else han > latin


def differing(pair: Mapping[Lang, str] | Pair) -> tuple[list[Value], list[Value]]:
    """Numbers of three digits or more, percentages and decimals that only the Chinese or only the English has."""
    chinese, english = _large(pair["zh"], "zh"), _large(_SCALED.sub("", pair["en"]), "en")
    return sorted(chinese - english), sorted(english - chinese)


@lru_cache(maxsize=REMEMBERED)
def _large(text: str, lang: Lang) -> frozenset[Value]:
    """The numbers of a text that ``differing`` compares."""
    return frozenset(one for one in values(text, lang) if one.number >= 100 or one.percent)


def unfinished(text: str) -> str:
    """What of a text shows that it is not complete or was broken by an editor, or nothing."""
    left = _LEFT.search(text)
    if left:
        return f"{left[0]!r} is left to be done"
    parted = _PARTED.search(text.strip(" "))
    if parted:
        return f"a space or line end too many in {text[max(0, parted.start() - 6) : parted.end() + 6]!r}"
    return f"the text has {len(text):,} characters, more than {LONGEST:,}" if len(text) > LONGEST else ""
