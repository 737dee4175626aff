"""Texts in both languages, wherever a record holds them: each in its own language, with the same numbers, and complete."""

from __future__ import annotations

import dataclasses
import re
import typing
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from ..model import LANGS, Lang, Pair, Record
from ..read.corpus import Corpus
from ..text.cache import cached
from ..text.english_numbers import months
from ..text.negation import NOT
from ..text.numbered_names import numbers_in_names
from ..text.numerals import Value, spelled, values
from ..text.readings import simplified_only
from ..text.scripts import CHINESE, HAN, HAN_CHARACTER

QUOTING = frozenset({"Chart.base", "Deadline.words", "Note.quote", "Person.label", "RegisterEntry.quote"})
"""Fields that give words of the transcript, each behind its record: they are compared with their sentences."""
OF_THE_TRANSCRIPT = QUOTING | {"Person.family", "Person.name", "Person.office"}
"""Fields that are not in our own words: quotations, and names and offices as the transcript gives them."""
REMEMBERED = 16_384
"""Texts whose language and numbers are kept: those of our own in some ten projects, since an edit leaves most as they are."""
LONGEST = 1500
"""Characters of a text; the longest of the data has some 900."""

_LATIN = re.compile("[A-Za-z]")
_PLACES = re.compile(r"`[^`]*`|\{[^}]*\}|https?://\S+|\]\([^)]*\)")
_QUOTED: dict[Lang, re.Pattern[str]] = {"zh": re.compile("「[^」]*」|『[^』]*』"), "en": re.compile("“[^”]*”")}
_CHINESE_IN_ENGLISH = re.compile(rf"[\d.,]*[{HAN}][{HAN}\d.,%「」]*")
_FEW = 3
"""The smallest number that English prose writes in words and Chinese must have too: “one” and “two” are often no numbers."""
_BOTH = re.compile(r"\bboth\b", re.I)
_NOT_ZH = re.compile("[不未無无沒没非免否缺省禁勿別]|以外|之外|只")
_TRILLION = re.compile(r"(?<=\d)兆")  # as Taiwan counts; the transcript says 萬億
_PLURAL = re.compile(r"\b(?:ten|a hundred) thousands\b|\bone of\b", re.I)
_LEFT = re.compile(r"\b(?:TODO|TBD|FIXME|XXX+)\b|\?\?|？？|待補|待譯|待查證。*$")
_TWICE = re.compile(r"\b([A-Za-z]{2,}) (?!that\b|had\b)\1\b", re.I)
_PARTED = re.compile(rf"{CHINESE} +{CHINESE}|  |[\t\n]")
_OTHER_LANGUAGE = {"zh": ("English",), "en": ("中文",)}
"""Names of the other language in its own words, as links to it have them."""


Texts = Iterable[tuple[str, Pair]]
"""Texts in both languages, each with the record and field that hold it; of strings of the interface the name is empty."""


def own_texts(corpus: Corpus) -> Texts:
    """Every text in the data."""
    yield from shared_texts(corpus)
    yield from pairs(tuple(corpus.transcripts.values()))


def shared_texts(corpus: Corpus) -> Texts:
    """Every text in the data but those of transcripts; those of an event are its ``pairs``."""
    records = (corpus.vocabulary, corpus.units, corpus.people, corpus.terms, corpus.simplified_overrides, corpus.corrections)
    return pairs((*records, corpus.known_words, corpus.publication.versions, corpus.strings))


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


@cached(REMEMBERED)
def other_language(text: str, lang: Lang) -> bool:
    """Whether a text is in the other language: Chinese without a Han character, English with more of them than letters."""
    if any(name in text for name in _OTHER_LANGUAGE[lang]):
        return False
    bare = _PLACES.sub("", text)
    han, latin = len(HAN_CHARACTER.findall(bare)), len(_LATIN.findall(bare))
    return (han == 0 and latin > 3) if lang == "zh" else han > latin


def differing(pair: Mapping[Lang, str] | Pair) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    """The numbers that only the Chinese has, and those that only the English has.

    A number in digits has its like in the other language in digits, in words or as the name of a month; one that English writes in
    words has it too, from ``_FEW`` on.  What a language quotes and the other only speaks of is left out.
    """
    return _differing(pair["zh"], pair["en"])


@cached(REMEMBERED)
def _differing(zh: str, en: str) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    """What ``differing`` finds in a Chinese and an English text."""
    texts: dict[Lang, str] = {"zh": _TRILLION.sub("萬億", _PLACES.sub(" ", zh)), "en": _PLURAL.sub(" ", _PLACES.sub(" ", en))}
    found = {lang: _said(text, lang) for lang, text in texts.items()}
    own = {lang: _own(_QUOTED[lang].sub(" ", text), lang) for lang, text in texts.items()}
    return tuple(sorted(own["zh"] - found["en"])), tuple(sorted(own["en"] - found["zh"] - numbers_in_names(zh, en).keys()))


def _own(text: str, lang: Lang) -> frozenset[Value]:
    """The numbers of a text that the other language must have."""
    if lang == "zh":
        return frozenset(values(text, lang))
    text = _CHINESE_IN_ENGLISH.sub(" ", text)
    return frozenset(values(text, lang)) | {one for one in spelled(text, lang) if one.number >= _FEW}


def _said(text: str, lang: Lang) -> frozenset[Value]:
    """All numbers of a text, in digits, in words or as months."""
    named = {Value(Decimal(month)) for month in months(text)} if lang == "en" else set()
    return frozenset((*values(text, lang), *spelled(text, lang), *named))


def lost(zh: str, before: str, after: str) -> tuple[Value, ...]:
    """The numbers that an English text had in common with the Chinese and lacks now; “one” is often no number, “both” is two."""
    said = [_said(_BOTH.sub("two", text), "en") for text in (before, after)]
    return tuple(sorted((said[0] & _said(zh, "zh")) - said[1] - {Value(Decimal(1))}))


def negation_lost(zh: str, before: str, after: str) -> bool:
    """Whether an English text says less often than before that something is not so, where the Chinese does, or more often, where not."""
    was, now = (len(NOT.findall(text)) for text in (before, after))
    return now < was if _NOT_ZH.search(zh) else now > was


def negated(pair: Pair) -> bool:
    """Whether the English alone says that something is not so; what is quoted is left out.

    Chinese negates where English has a word of its own (不符, hidden), so that the other direction says nothing.
    """
    chinese, english = (_QUOTED[lang].sub(" ", pair[lang]) for lang in LANGS)
    return bool(NOT.search(english)) and not _NOT_ZH.search(chinese)


@cached(REMEMBERED)
def simplified_in(text: str) -> str:
    """The characters of a Chinese text, quotations apart, that only Simplified Chinese has, each once."""
    return "".join(dict.fromkeys(one for one in _QUOTED["zh"].sub("", text) if one in simplified_only()))


@cached(REMEMBERED)
def unfinished(text: str) -> str:
    """What of a text shows that it is not complete or was broken by an editor, or nothing."""
    twice = _TWICE.search(text)
    if twice:
        return f"{twice[0]!r} says a word twice"
    left = _LEFT.search(text)
    if left:
        return f"{left[0]!r} is left to be done"
    parted = _PARTED.search(text.strip(" "))
    if parted:
        return f"a space or line end too many in {text[max(0, parted.start() - 6) : parted.end() + 6]!r}"
    return f"the text has {len(text):,} characters, more than {LONGEST:,}" if len(text) > LONGEST else ""
