"""Chinese names of people: whether a text looks like one, its family name, and how it reads in pinyin."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import cache
from itertools import count

from pypinyin import Style, lazy_pinyin
from pypinyin.style import convert

from ..text.folding import fold, is_han
from ..text.readings import traditional_words
from ..text.scripts import HAN
from .words import any_of, words

_FOREIGN = re.compile(rf"[{HAN}]+(?:·[{HAN}]+)+")
_SPACED = re.compile(rf"[{HAN}](?:[ \u3000]+[{HAN}]){{1,3}}")
_LATIN = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}")
_ROLES = frozenset(map(fold, words("moderators")))
_TITLE = f"(?:(?:{any_of('ranks', form=fold)})?(?:{any_of('titles', 'offices', form=fold)}))+"
_TITLED = re.compile(rf"(?P<name>.+?)[ \u3000]*{_TITLE}")
_BODIES = frozenset(fold("局部廳處署委院科室隊"))
"""What names of public bodies end in, and names of people hardly ever."""
_OFFICE = re.compile(rf"[{HAN}]+[{fold('局部廳處署委院科室隊司辦會館校站所團關省州市縣區鎮鄉村心台臺')}]{_TITLE}")
"""An office with the public body before it (保安局局長), which is no name."""
_BODY = re.compile(rf"[{HAN}]+(?:{any_of('bodies', form=fold)})")
_NO_BODIES = tuple(map(fold, words("no-bodies")))
_FAMILY_READINGS = {fold(one): reading for one, reading in (pair.split("=") for pair in words("family-readings"))}
"""Family names that are read otherwise than the character alone."""


_NAME_CHARACTERS = {one: one for one in words("name-characters")}


def traditional_name(name: str) -> tuple[str, tuple[str, ...]]:
    """The name of a person in Traditional characters, each for itself since names are no words, and the given ones that may be others."""
    forms = {one: traditional_words().get(one, one) for one in name}
    given = name[len(family_of(name)) :]
    either = tuple(f"{one}/{forms[one]}" for one in given if forms[one] != one and one.encode("big5", "ignore"))
    return "".join(_NAME_CHARACTERS.get(one, forms[one]) for one in name), either


def unspaced(name: str) -> str:
    """A name without the spaces that rosters put between its characters (王 棟)."""
    return re.sub("[ \u3000]+", "", name) if _SPACED.fullmatch(name) else name


def is_name(text: str) -> bool:
    """Whether a text looks like the name of a person: a family name and one or two characters, or parts of a foreign name, with · or in
    Latin letters.
    """
    plain = unspaced(text)
    if fold(plain) in _ROLES or is_title(plain):  # some of which begin as a family name does (司儀, 區長)
        return False
    if _LATIN.fullmatch(plain) or _FOREIGN.fullmatch(plain):
        return True
    if fold(plain)[-1:] in _BODIES and len(plain) > 2:  # 房屋局 begins as a family name does, too
        return False
    return bool(family_of(plain) and 1 <= len(plain) - len(family_of(plain)) <= 2)


def near(name: str, other: str) -> bool:
    """Whether ``other`` may be another spelling of a name: as long, and different in one character, which is no other family name.

    In a name of two characters the different ones must sound alike (田野, 田冶), since many people share a family name.
    """
    one, two = fold(name), fold(other)
    different = [place for place, (a, b) in enumerate(zip(one, two, strict=False)) if a != b]
    if not (len(one) == len(two) > 1 and len(different) == 1 and is_name(name)):
        return False
    return romanized(name) == romanized(other) or (len(one) > 2 and different[0] > 0)


def family_of(name: str) -> str:
    """The family name that a text begins with; empty if it begins with none, or is not Han throughout."""
    if not name or not all(is_han(one) for one in name):
        return ""
    folded = fold(name)
    if len(name) > 2 and folded[:2] in _families()[1]:
        return name[:2]
    return name[0] if folded[0] in _families()[0] else ""


def without_title(text: str) -> str:
    """A text without the titles after a name in it (秦處長 and 秦副處長 are 秦)."""
    found = None if is_title(text) else _TITLED.fullmatch(fold(text))
    return unspaced(text[: found.end("name")]) if found else text


def is_title(text: str) -> bool:
    """Whether a text is a title or an office and nothing else."""
    return re.fullmatch(_TITLE, fold(text)) is not None


def is_office(text: str) -> bool:
    """Whether a text is a title and nothing else, or an office with the public body whose it is before it."""
    return is_title(text) or _OFFICE.fullmatch(fold(text)) is not None


def is_body(text: str) -> bool:
    """Whether a text is the name of a public body or a company, which may speak as such (市交通局), and nothing else."""
    folded = fold(text)
    return _BODY.fullmatch(folded) is not None and not folded.endswith(_NO_BODIES)


def romanized(text: str) -> str:
    """A Chinese text in pinyin without tones, a syllable for each character; Latin words stay.  A proposal: readings depend on words."""
    return " ".join(one.strip() for one in lazy_pinyin(text, v_to_u=False) if one.strip())


def english_name(name: str) -> str:
    """The name of a person in pinyin, family name first: 秦若川 is Qin Ruochuan."""
    return "".join(one for one in unicodedata.normalize("NFD", pinyin_name(name)) if not unicodedata.combining(one))


def pinyin_name(name: str) -> str:
    """The same with tone marks: Qín Ruòchuān."""
    family = family_of(name)
    parts = [_FAMILY_READINGS.get(fold(family)) or _joined(family), _joined(name[len(family) :])]
    return " ".join(word.capitalize() for part in parts for word in part.split())


def taiwan_name(name: str) -> str:
    """The name of a person as names are most often written in Taiwan: 秦若川 is Chin Jo-chuan, in Wade-Giles without signs and tones."""
    family = family_of(name)
    given = "-".join(map(_in_wade_giles, lazy_pinyin(name[len(family) :], style=Style.TONE)))
    reading = _FAMILY_READINGS.get(fold(family))
    first = [reading] if reading else lazy_pinyin(family, style=Style.TONE)
    return f"{'-'.join(map(_in_wade_giles, first)).capitalize()} {given.capitalize()}"


def _in_wade_giles(syllable: str) -> str:
    return convert(syllable, Style.WADEGILES, True, syllable).replace("'", "").replace("v", "u")


def _joined(text: str) -> str:
    return "".join(lazy_pinyin(text, style=Style.TONE)).replace("·", " ")


def slug(english: str) -> str:
    """An id made of English words or pinyin; empty where nothing of them can be part of one."""
    plain = re.sub(r"[^a-z0-9]+", "-", english.lower()).strip("-")
    return plain if plain[:1].isalpha() else ""


def free_id(base: str, taken: Collection[str]) -> str:
    """An id that is not taken: a base, or the base with the first number from 2 on that makes it one."""
    return next(one for number in count(1) if (one := base if number == 1 else f"{base}-{number}") not in taken)


@cache
def _families() -> tuple[frozenset[str], frozenset[str]]:
    """The family names of one and of two characters, folded."""
    return frozenset(map(fold, words("families"))), frozenset(map(fold, words("double-families")))
