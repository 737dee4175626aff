"""Labels at the head of turns: whose they are, the nearest known one, and labels of several people at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache, cached_property
from importlib.resources import files

from ..model import LANGS, Lang, Person
from .matching import alternation
from .readings import table
from .word_lists import word_lists

_ROLES = word_lists(files(__package__) / "tables" / "roles.txt")
UNNAMED_ASKERS, ANSWERERS = _ROLES["unnamed-askers"], _ROLES["answerers"]
"""Roles that are a label alone, of who asks and of who answers."""
INTERPRETERS, NARRATORS = _ROLES["interpreters"], _ROLES["narrators"]
"""Roles of those who give the words of others."""

_BETWEEN = re.compile(r"\s*(?:、|，|,? and |,|/|／|&|＆|和|與|与|及)\s*")
"""What joins the names of a label that is of several people."""
_COLONS = (":", "：")
_COLON_FORMS = str.maketrans(dict.fromkeys("∶︰﹕꞉", ":"))
"""Signs that look like a colon."""
_UNSEEN = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]")
_BEGINS = re.compile(r"(?<=[。！？!?；])|(?<=[.!?][”’\"])|(?<=[.!?]) |(?<=[。！？!?][”’」』])")
"""Where within a line a sentence begins."""
_OPENING = re.compile(r"[（(［\[【「“*＊•・·●▪◦■◆○-]*(?:[一二三四五六七八九十\d]{1,3}[.、．)）])?[（(［\[【「“*＊•・·●▪◦■◆○-]*")
"""What may be before a label: brackets, marks and numbers of a list."""
_HEAD = re.compile(r"\s*((?:[^:：（(。，,？?！!；;“”「」『』《》—─]|[（(][^）)]*[）)]){1,20}(?:[:：]|——|──|--))")
"""The head of a sentence that ends in a colon, or in a dash in its place; a time in its brackets may hold another."""
_IN_BRACKETS = re.compile(r"[（(][^）)]*[）)]")
_BRACKETED = re.compile(r"\s*([（(［\[【〔]([^）)］\]】〕:：]{1,20})[）)］\]】〕])")
"""Brackets at the head of a sentence."""
_SIGNS = re.compile(r"[:：—─\[［【〔(（]|--")
"""What a head has, unless it is the whole text."""
_INTERVIEW = re.compile(r"[QqＱAaＡ]\d*")
"""The heads of an interview that gives no names."""
_LIKENESS = 0.5
"""How alike two labels must be for one to be suggested for the other, from 0 to 1, as ``difflib`` measures it (``ratio``)."""

Ids = Mapping[str, list[str]]


class Labels:
    """The labels of some people.

    ``people`` are those of an event, ``others`` those of other events, who are considered only where none of the event's fits.
    """

    def __init__(self, people: Sequence[Person], others: Sequence[Person] = ()) -> None:
        groups = (people, [*people, *others])
        self._groups = [
            {lang: (_keyed(_labels(group, lang), lang), _keyed(_names(group, lang), lang)) for lang in LANGS} for group in groups
        ]
        self._own = {lang: list(_labels(people, lang)) for lang in LANGS}
        self._people = people
        self._bare = {lang: [(_bare(label, lang), label) for label in self._own[lang] if label.endswith(_COLONS)] for lang in LANGS}

    @cached_property
    def _callings(self) -> frozenset[str]:
        return frozenset(_callings(self._people))

    def speakers(self, label: str, lang: Lang) -> list[tuple[str, ...]]:
        """Whose a label can be: each possibility as the id of one person, or the ids of several where it joins their names."""
        key = label_key(label, lang)
        for group in self._groups:
            labels, names = group[lang]
            found: list[tuple[str, ...]] = [(person,) for person in labels.get(key, ())]
            found = found or list(_joint(key.rstrip("".join(_COLONS)).strip(), names))
            if found:
                return found
        return []

    def nearest(self, label: str, lang: Lang) -> str | None:
        """The label of the event that looks most like another text."""
        return next(iter(get_close_matches(label, self._own[lang], 1, _LIKENESS)), None)

    def begun(self, text: str, lang: Lang) -> str | None:
        """The longest label of the event with which a text begins, or a sentence within it.

        In either script, whatever spaces and signs nobody sees are in it, whatever form its colon has, behind brackets and marks of a list.
        """
        starts = [_OPENING.sub("", _bare(part, lang), count=1) for part in _BEGINS.split(text)]
        found = (label for bare, label in self._bare[lang] if any(start.startswith(bare) for start in starts))
        return max(found, key=len, default=None)

    def called(self, text: str) -> Iterator[str]:
        """The heads of a Chinese text, and of sentences within it, that are no label of the event but say who speaks as labels do.

        By names, by a family name, a title or both, by a role alone or behind an outlet, or by any of these and a role (秦：, 秦處長回應：,
        問：, 霧港晚報記者：); in brackets (【秦處長】), or as the whole text, without a colon too.
        """
        for part in _BEGINS.split(text) if _SIGNS.search(text) else ():
            head = _HEAD.match(_OPENING.sub("", part, count=1))
            bracketed = _BRACKETED.match(part)
            if head and not self.begun(part, "zh"):
                bare = _bare(_IN_BRACKETS.sub("", head[1]), "zh").rstrip(":—─-")
                alone = bare and not _role_end().sub("", bare)
                if alone or self._calls(bare) or _INTERVIEW.fullmatch(bare) or self.speakers(head[1], "zh"):
                    yield head[1]
            elif bracketed and self._calls(_bare(bracketed[2], "zh")):
                yield bracketed[1]
        if self._calls(_bare(text, "zh")):
            yield text

    def _calls(self, bare: str) -> bool:
        """Whether a head without its colon is what names one of the event, with or without a role behind it, or an outlet and a role."""
        return _role_end().sub("", bare) in self._callings or _is_named_asker(bare)


def _bare(text: str, lang: Lang) -> str:
    """A text as labels are looked for in it: without spaces and signs that nobody sees, with plain colons."""
    return _UNSEEN.sub("", label_key(text.translate(_COLON_FORMS), lang))


def label_key(text: str, lang: Lang) -> str:
    """A label as it is compared: with plain colons, Chinese in Simplified characters, since somebody may speak in texts of both scripts."""
    plain = text.replace("：", ":")
    return plain.translate(table()) if lang == "zh" else plain


def _keyed(ids: Ids, lang: Lang) -> Ids:
    """Labels or names as they are compared, each with whose it is."""
    found: dict[str, list[str]] = {}
    for text, people in ids.items():
        known = found.setdefault(label_key(text, lang), [])
        known += [person for person in people if person not in known]
    return found


def _labels(people: Sequence[Person], lang: Lang) -> Ids:
    """Label to the ids of the people whose it is."""
    found: dict[str, list[str]] = {}
    for person in people:
        for label in person.all_labels:
            found.setdefault(label[lang], []).append(person.id)
    return found


def _names(people: Sequence[Person], lang: Lang) -> Ids:
    """What a label of several people can call each: the name, or a label without its colon."""
    found: dict[str, list[str]] = {}
    for person in people:
        for name in dict.fromkeys((person.name[lang], *(label[lang].rstrip("".join(_COLONS)) for label in person.all_labels))):
            found.setdefault(name, []).append(person.id)
    return found


@cache
def _voices() -> frozenset[str]:
    return frozenset(label_key(one, "zh") for one in (*INTERPRETERS, *NARRATORS))


def is_voice(person: Person) -> bool:
    """Whether somebody is named by the role of one who gives the words of others (翻譯, 旁白)."""
    return label_key(person.name.zh, "zh") in _voices()


@cache
def _role_end() -> re.Pattern[str]:
    """A role, or the end of a head that is one, in Simplified characters, with or without a number (秦處長回應, 問3)."""
    return re.compile(rf"(?:{alternation(label_key(one, 'zh') for one in (*UNNAMED_ASKERS, *ANSWERERS))})[\d一二三四五六七八九十]*\Z")


@cache
def _named_asker() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A head that ends in a role behind a name, and words by which such a one is none."""
    asker, none = ([label_key(one, "zh") for one in _ROLES[name]] for name in ("named-askers", "no-asker"))
    return re.compile(rf".+(?:{alternation(asker)})[\d一二三四五六七八九十]*\Z"), re.compile(alternation(none))


def _is_named_asker(bare: str) -> bool:
    """Whether a head without its colon is the name of an outlet with a role behind it (霧港晚報記者)."""
    asker, none = _named_asker()
    return asker.match(bare) is not None and none.search(bare) is None


def _callings(people: Sequence[Person]) -> Iterator[str]:
    """What can name one of some people beside their labels, in Simplified characters: name, family name, title, or a title with either."""
    for person in people:
        names = {_bare(one, "zh") for one in (person.name.zh, person.family.zh if person.family else "") if one}
        offices = re.split("[、，,]", _bare(person.office.zh, "zh")) if person.office else []
        titles = {office[at:] for office in offices for at in range(len(office) - 1)}
        yield from names | titles
        yield from (calling for name in names for title in titles for calling in (name + title, title + name))


def _joint(text: str, names: Ids) -> Iterator[tuple[str, ...]]:
    """Every way in which a text is two names or more with something between them."""
    for name, ids in names.items():
        between = _BETWEEN.match(text, len(name)) if text.startswith(name) else None
        if between:
            rest = text[between.end() :]
            for others in (*((person,) for person in names.get(rest, ())), *_joint(rest, names)):
                yield from ((person, *others) for person in ids if person not in others)
