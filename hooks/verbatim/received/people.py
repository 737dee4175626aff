"""The speakers of a source: known by the data, new, or known under another spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ..model import Person
from ..model.people import PersonKind
from ..text.folding import fold, is_han
from ..text.labels import Labels, label_key
from ..text.matching import alternation
from ..text.numerals import plain
from ..text.readings import traditional
from .labels import BETWEEN, MODERATOR, bare, is_role, is_voice, name_in, office_in, reporter_in, role_in_english, role_of
from .names import (
    english_name,
    family_of,
    free_id,
    is_body,
    is_name,
    is_office,
    near,
    pinyin_name,
    romanized,
    slug,
    taiwan_name,
    traditional_name,
    unspaced,
    without_title,
)
from .offices import StatedOffice, office_of
from .outlets import outlet_name, placeholder
from .roster import Seat
from .words import any_of, words

_NO_ROLE = re.compile(r"^(?:Moderator|Host|Spokesperson)\b|\b(?:reporter|correspondent|Reporter|Correspondent)$")
_DOES = re.compile(rf"(?: (?:{alternation(words('english-label-verbs'))}))+$")
"""What an English label says that its speaker does (Reporter asks:)."""
_COURTESY = re.compile(rf"(?:{any_of('polite')})\Z")
"""What people are called by beside their family name (王小姐), which with it is no name."""
_ASKING = re.compile(r"\s+(?:reporter|correspondent|journalist)s?\b.*", re.I)
"""What follows the name of an outlet in an English label: the role, and the name of who asks."""
_OFFICES_BEFORE = re.compile(rf"(?:(?:{alternation(words('english-titles'))})\s+)+(?=[A-Z][\w’'-]*\s+[A-Z])")
"""Titles in an English label before a name of two words or more."""
_SPOKESPEOPLE = frozenset(map(fold, words("spokespeople")))


@dataclass(frozen=True)
class Spelling:
    """Another label of a person: the Chinese and the English one; ``unlike`` is the name that the one in the label differs from, ``same``
    says that both hold the same name, one with an office or a role before it and one without.
    """

    zh: str
    en: str
    unlike: str = ""
    same: bool = False


@dataclass(frozen=True)
class Speaker:
    """A person of a source, as proposed; ``known`` if the data have this person, so that nothing is written.

    ``name`` and ``label`` are Chinese and English, the English ones of people in pinyin where nothing else is known (``guessed``); that of
    an outlet or of an office without a name only holds the place of its name then (``unnamed``).  ``opens`` is true of who speaks first
    or last and may moderate.  ``said`` are the words from which the office was read, if it is not that of a roster, ``office_en`` the
    English of it that an English label gives; ``unlike`` is the name of a person of the data that differs in one character, or of a
    moderator without a name; ``either`` are characters of the name for which Traditional has two.
    """

    id: str
    kind: PersonKind
    name: tuple[str, str]
    label: tuple[str, str]
    known: bool = False
    guessed: bool = True
    unnamed: bool = False
    office: str = ""
    office_en: str = ""
    said: str = ""
    pinyin: str = ""
    family: tuple[str, str] = ("", "")
    doubtful: bool = False
    opens: bool = False
    unlike: str = ""
    either: tuple[str, ...] = ()
    others: tuple[Spelling, ...] = field(default=())

    @property
    def labels(self) -> tuple[str, ...]:
        """All Chinese labels."""
        return tuple(filter(None, (self.label[0], *(one.zh for one in self.others))))


class Cast:
    """Everyone who speaks or is presented in a source, found label by label."""

    def __init__(self, people: Iterable[Person], seats: Sequence[Seat], simplified: bool = False, taiwan: bool = False) -> None:
        self._simplified, self._taiwan = simplified, taiwan
        self.known = {person.id: person for person in people}
        self._labels = Labels(list(self.known.values()))
        self._by_name = {fold(person.name.zh): person for person in self.known.values()}
        self.speakers: dict[str, Speaker] = {}
        self.panel = [self._seated(seat).id for seat in seats]

    def speaking(self, label: str, doubtful: bool = False) -> tuple[str, ...]:
        """The ids of who speaks after a label; several where it joins names."""
        parts = [unspaced(one.strip()) for one in BETWEEN.split(bare(label)) if one.strip()]
        several = len(parts) > 1 and all(self._found(one) or is_name(one) or is_office(one) or is_body(one) for one in parts)
        if several and not self._same(name_in(label)):
            return tuple(self._speaker(f"{one}{label[-1]}", doubtful).id for one in parts)
        return (self._speaker(label, doubtful).id,)

    @property
    def labels(self) -> tuple[str, ...]:
        """The Chinese labels of everyone, with either form of the colon."""
        known = [label.zh for person in self.known.values() for label in person.all_labels]
        found = [label for one in self.speakers.values() for label in one.labels]
        return tuple(sorted({label[:-1] + colon for label in (*known, *found) for colon in ":："}))

    def english(self, label: str) -> str:
        """The English label for a Chinese one."""
        ids = self.speaking(label)
        if len(ids) > 1:
            return " and ".join(self.speakers[one].name[1] for one in ids) + ":"
        speaker = self.speakers[ids[0]]
        key = label_key(label, "zh")
        return next((one.en for one in speaker.others if label_key(one.zh, "zh") == key), speaker.label[1])

    def rename(self, label: str, english: str) -> None:
        """Take the label of an official English text for a Chinese one of a new person, and from it the name."""
        ids = self.speaking(label)
        speaker = self.speakers[ids[0]]
        if len(ids) > 1 or speaker.known:
            return
        if speaker.label[0] != label:
            office_en = english[:-1].partition(", ")[2]
            others = tuple(replace(one, en=english) if one.zh == label else one for one in speaker.others)
            self.speakers[speaker.id] = replace(speaker, others=others, office_en=speaker.office_en or office_en)
            return
        said, _, office = _DOES.sub("", english[:-1]).partition(", ")
        name = _NO_ROLE.sub("", said).strip() or said
        if speaker.kind == "outlet":
            name = _ASKING.sub("", name) or name
        elif speaker.kind == "official" or is_name(speaker.name[0]):
            name = _untitled(name)
        family = (
            (speaker.family[0], next((part for part in name.split() if fold(part) == fold(speaker.family[1])), ""))
            if speaker.family[0]
            else ("", "")
        )
        del self.speakers[speaker.id]
        id = self._id(name) if speaker.kind == "outlet" else speaker.id
        self.speakers[id] = replace(
            speaker,
            id=id,
            name=(speaker.name[0], name),
            label=(label, english),
            guessed=False,
            unnamed=False,
            family=family if family[1] else ("", ""),
            office_en=office or speaker.office_en,
        )

    def read_offices(self, texts: Sequence[str]) -> None:
        """Propose the offices of new people whom no roster lists, from their labels, or from what running texts say before their names."""
        names = [one.name[0] for one in self.speakers.values()]
        for one in list(self.speakers.values()):
            if one.known or one.office or not is_name(one.name[0]) or one.kind not in {"official", "moderator"}:
                continue
            label = next(filter(office_in, one.labels), "")
            said = office_of(one.name[0], texts, names) if one.kind == "official" else None
            found = StatedOffice(office_in(label), bare(label)) if label else said
            if found:
                self.speakers[one.id] = replace(one, office=self._written(found.office), said=found.words)

    def question_spokespeople(self, labels: Sequence[tuple[str, bool]], conducted: bool = False) -> None:
        """Question the kind of who speaks first or last and may moderate: of a spokesperson, and of anyone who does both where these words
        hand over to others and end the event (``conducted``); ``labels`` are those of the source in order, each with whether it is
        doubtful.  It is proposed that this is the moderator where there is no other and somebody else answers.
        """
        spoken = [(label, self.speakers[id].id) for label, doubtful in labels for id in self.speaking(label, doubtful)]
        moderated = any(self.speakers[id].kind == "moderator" for _, id in spoken)
        for id in {spoken[0][1], spoken[-1][1]}:
            one = self.speakers[id]
            answered = any(self.speakers[other].kind != "outlet" and other != id and not is_voice(label) for label, other in spoken)
            conducts = conducted and spoken[0][1] == spoken[-1][1] and answered and not moderated
            if not one.known and one.kind in {"official", "other"} and (_is_spokesperson(one) or conducts):
                self.speakers[id] = replace(one, kind="moderator" if answered and not moderated else one.kind, opens=True)

    def _speaker(self, label: str, doubtful: bool) -> Speaker:
        """The one person of a label, who is added where nobody has it."""
        name = name_in(label)
        speaker, unlike = self._same(name) or self._moderator(name) or self._in_role(name) or self._reporting(label, name), ""
        if speaker is None and (speaker := self._alike(name)):
            unlike = speaker.name[0]
        if speaker is None:
            person = self._of_data(label, name)
            speaker = self._of_person(person) if person else replace(self._new(label, name, doubtful), unlike=self._perhaps(label, name))
        if label_key(label, "zh") not in {label_key(one, "zh") for one in (speaker.label[0], *(one.zh for one in speaker.others))}:
            speaker = self._with_label(speaker, label, unlike)
        self.speakers[speaker.id] = speaker
        return speaker

    def _of_data(self, label: str, name: str) -> Person | None:
        """The person of the data who has a label or a name."""
        found = self._labels.speakers(label, "zh")
        if len(found) == 1 and len(found[0]) == 1:
            return self.known[found[0][0]]
        return self._by_name.get(fold(name))

    def _found(self, name: str) -> bool:
        return self._same(name) is not None or fold(name) in self._by_name

    def _same(self, name: str) -> Speaker | None:
        """The speaker with a name, or with a family name before a title (秦處長)."""
        folded = fold(name)
        same = next((one for one in self.speakers.values() if fold(one.name[0]) == folded or folded in _bracketed(one)), None)
        untitled = without_title(name)
        if same is None and untitled != name:
            family = fold(untitled)
            same = self._same(untitled) or _only([one for one in self.speakers.values() if one.family[0] and fold(one.family[0]) == family])
        return same

    def _alike(self, name: str) -> Speaker | None:
        """The new official whose name differs in one character: probably another spelling, which is for a person to decide."""
        new = [one for one in self.speakers.values() if one.kind == "official" and not one.known]
        return _only([one for one in new if near(one.name[0], name)])

    def _moderator(self, name: str) -> Speaker | None:
        """The only one who moderates and has a name, where a label holds the role and no name."""
        return (
            _only([one for one in self.speakers.values() if one.kind == "moderator" and not is_role(one.name[0])])
            if is_role(name)
            else None
        )

    def _in_role(self, name: str) -> Speaker | None:
        """The new person with a role that means the same in English (記者問, 提問), where a label holds one and no name."""
        english = role_in_english(name)
        return next((one for one in self.speakers.values() if english and not one.known and role_in_english(one.name[0]) == english), None)

    def _reporting(self, label: str, name: str) -> Speaker | None:
        """The outlet whose reporter another label names (霧港晚報記者林平), where a label has the name and the role alone (林平記者)."""
        if role_of(label) != "outlet" or not is_name(name):
            return None
        asked = [one for one in self.speakers.values() if one.kind == "outlet" and not one.known]
        return _only([one for one in asked if fold(name) in map(reporter_in, one.labels)])

    def _perhaps(self, label: str, name: str) -> str:
        """The name of whom a new person may be: another in one character in the data, or who moderates without a name; else empty."""
        if role_of(label) == "moderator" and not is_role(name):
            return next((one.name[0] for one in self.speakers.values() if one.kind == "moderator" and is_role(one.name[0])), "")
        found = [one.name.zh for one in self.known.values() if one.kind in {"official", "other"} and near(one.name.zh, name)]
        return found[0] if len(found) == 1 else ""

    def _with_label(self, speaker: Speaker, label: str, unlike: str) -> Speaker:
        """The speaker with one more label; a presented person who has not spoken yet gets it as the first, unless the name is another."""
        if speaker.label[0] or unlike:
            role, alone = role_of(label), role_in_english(name_in(label))
            english = english_label(speaker.name[1], role, self._reporter(label)) if role else speaker.label[1] or f"{speaker.name[1]}:"
            english = f"{alone}:" if alone else english
            first = speaker.label[0] or label
            same = is_name(speaker.name[0]) and not unlike and fold(name_in(label)) == fold(name_in(first))
            same = same and bool(office_in(label) or role_of(label)) != bool(office_in(first) or role_of(first))
            return replace(speaker, others=(*speaker.others, Spelling(label, english, unlike, same)))
        kind: PersonKind = "moderator" if role_of(label) == "moderator" else speaker.kind
        return replace(speaker, kind=kind, label=(label, english_label(speaker.name[1], role_of(label))))

    def _of_person(self, person: Person) -> Speaker:
        family = (person.family.zh, person.family.en) if person.family else ("", "")
        others = tuple(Spelling(one.zh, one.en) for one in person.labels)
        name, label = (person.name.zh, person.name.en), (person.label.zh, person.label.en)
        return Speaker(person.id, person.kind, name, label, known=True, guessed=False, family=family, others=others)

    def _seated(self, seat: Seat) -> Speaker:
        """The person of a line of the roster."""
        person = self._by_name.get(fold(seat.name))
        speaker = (
            self._of_person(person)
            if person
            else replace(
                self._named(seat.name, "moderator" if seat.moderates else "official", person=True),
                office=self._written(seat.office),
                label=("", ""),
            )
        )
        self.speakers[speaker.id] = speaker
        return speaker

    def _written(self, text: str) -> str:
        """A name or an office as the data write it: in Traditional characters."""
        return traditional(text, {}) if self._simplified else text

    def _new(self, label: str, name: str, doubtful: bool) -> Speaker:
        role = role_of(label)
        if not role and (is_office(name) or is_body(name) or role_in_english(name)):
            return replace(self._without_name(label, name), doubtful=doubtful)
        kind: PersonKind = "moderator" if role == "moderator" else "outlet" if role == "outlet" else "official"
        if role and (fold(name) == fold(bare(label)) or role_in_english(name)) and not is_name(name):
            return replace(self._with_role(label, kind), doubtful=doubtful)
        untitled = without_title(name)
        speaker = self._outlet(name) if kind == "outlet" else self._named(untitled if is_name(untitled) else name, kind)
        return replace(speaker, label=(label, english_label(speaker.name[1], kind, self._reporter(label))), doubtful=doubtful)

    def _reporter(self, label: str) -> str:
        """The name in Latin letters of the reporter whom a label names behind the outlet; empty where it names none."""
        name = unspaced(reporter_in(label).strip())
        return self._romanized(name) if is_name(name) and not _COURTESY.search(plain(name)) else ""

    def _with_role(self, label: str, kind: PersonKind) -> Speaker:
        """A new person whose label is a role alone."""
        name = name_in(label)
        if english := role_in_english(name):
            return Speaker(self._id(english), kind, (self._written(name), english), (label, f"{english}:"), guessed=False)
        speaker = self._outlet(name) if kind == "outlet" else self._named(name, kind)
        return replace(speaker, label=(label, f"{speaker.name[1]}:"))

    def _without_name(self, label: str, name: str) -> Speaker:
        """A new person whose label is an office or a role that neither moderates nor asks; it is no name, so that it has no pinyin."""
        known = role_in_english(name)
        english = known or english_name(name)
        return Speaker(self._id(english), "other", (self._written(name), english), (label, f"{english}:"), guessed=False, unnamed=not known)

    def _outlet(self, name: str) -> Speaker:
        """A new outlet: by the name that it has in English, if that is known; pinyin would be none."""
        found = outlet_name(name) or ("" if any(map(is_han, name)) else name)
        english = found or placeholder(sum(one.unnamed and one.kind == "outlet" for one in self.speakers.values()))
        return Speaker(self._id(found or romanized(name)), "outlet", (self._written(name), english), ("", ""), unnamed=not found)

    def _named(self, name: str, kind: PersonKind, person: bool = False) -> Speaker:
        """A new person with what a name gives: pinyin, and the family name where it looks like a Chinese one; ``person`` where it is that
        of somebody, though it may not look like one.
        """
        person = person or is_name(name)
        english = self._romanized(name) if person else romanized(name).title() if any(map(is_han, name)) else name
        written, either = traditional_name(name) if person and self._simplified else (self._written(name), ())
        family = family_of(written) if person else ""
        return Speaker(
            self._id(english_name(name) if person else english),
            kind,
            (written, english),
            ("", ""),
            pinyin=pinyin_name(name),
            family=(family, english.split(" ")[0]) if family else ("", ""),
            either=either,
        )

    def _romanized(self, name: str) -> str:
        """The name of a person in Latin letters, of which the text shows in which."""
        return taiwan_name(name) if self._taiwan and family_of(name) else english_name(name)

    def _id(self, english: str) -> str:
        """An id that nobody has."""
        return free_id(slug(english) or "speaker", self.known.keys() | self.speakers.keys())


def _untitled(name: str) -> str:
    """The name in an English label without the titles before it (Deputy Minister Lin Ping is Lin Ping)."""
    found = _OFFICES_BEFORE.match(name)
    return name[found.end() :] if found else name


def _is_spokesperson(speaker: Speaker) -> bool:
    """Whether somebody speaks for others by the role in the place of a name, or by the office in a label."""
    offices = [speaker.name[0], *(re.split("[、兼]", office_in(label))[-1] for label in speaker.labels)]
    return any(fold(office).endswith(tuple(_SPOKESPEOPLE)) for office in offices)


def _bracketed(speaker: Speaker) -> set[str]:
    """The other names that the labels of a speaker give in brackets: 陳帆（Frank Chan）."""
    return {fold(found) for label in speaker.labels for found in re.findall(r"[（(]([^）)]+)[）)]", label) if is_name(found)}


def english_label(name: str, kind: str, who: str = "") -> str:
    """The English label of somebody by name and by role or kind of person; ``who`` is the name of the reporter of an outlet."""
    moderating = name if name == MODERATOR else f"{MODERATOR} {name}"  # who has no name has the role for it
    reporting = f"{name} reporter {who}".rstrip()
    return {"moderator": f"{moderating}:", "outlet": f"{reporting}:"}.get(kind, f"{name}:")


def _only(found: list[Speaker]) -> Speaker | None:
    return found[0] if len(found) == 1 else None
