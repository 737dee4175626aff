"""Labels found at the head of the paragraphs of a source: who speaks, up to the colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from ..read.yaml_reader import is_plain
from ..text.folding import fold
from ..text.labels import ANSWERERS, INTERPRETERS, NARRATORS, UNNAMED_ASKERS
from ..text.matching import alternation
from ..text.scripts import HAN
from .names import family_of, is_name, is_office, is_title, near, unspaced, without_title
from .outlets import is_of_outlet
from .sentences import LAST_MARKS
from .words import any_of, words

_HEAD = re.compile(r"([^\s=@+:：。，,？?！!；;…“”「」『』《》][^:：。，,？?！!；;…“”「」『』《》]{0,29}[:：])")
_DASHED = re.compile(r"([^\s=@+:：。，,？?！!；;…“”「」『』《》—─-][^:：。，,？?！!；;…“”「」『』《》—─-]{1,29})(?:——|──|--)")
"""A head with a dash in the place of the colon."""
_MODERATORS, _CHAIRS, _ASKERS, _REPORTERS, _SPOKESPEOPLE, _GUESTS, _ASIDES = (
    tuple(map(fold, words(name))) for name in ("moderators", "chairs", "askers", "reporters", "spokespeople", "guests", "asides")
)
_UNNAMED, _ANSWERERS, _INTERPRETERS, _NARRATORS = (
    tuple(map(fold, listed)) for listed in (UNNAMED_ASKERS, ANSWERERS, INTERPRETERS, NARRATORS)
)
_VOICES = (*_INTERPRETERS, *_NARRATORS)
_PLAIN = frozenset((*_UNNAMED, *_ANSWERERS, *_SPOKESPEOPLE, *_GUESTS, *_VOICES))
MODERATOR = "Moderator"
_ENGLISH = {
    **dict.fromkeys(_MODERATORS, MODERATOR),
    **dict.fromkeys(_CHAIRS, "Chair"),
    **dict.fromkeys(_UNNAMED, "Reporter"),
    **dict.fromkeys(_ANSWERERS, "Answer"),
    **dict.fromkeys(_SPOKESPEOPLE, "Spokesperson"),
    **dict.fromkeys(_GUESTS, "Guest"),
    **dict.fromkeys(_INTERPRETERS, "Interpreter"),
    **dict.fromkeys(_NARRATORS, "Narrator"),
}
"""What somebody is called in English whose label is a role alone."""
_GAP = r"[\s·•]*"
_ROLE_FIRST = re.compile(rf"\A(?:{alternation((*_MODERATORS, *_SPOKESPEOPLE))}){_GAP}")
_ROLE_LAST = re.compile(rf"\s*(?:{alternation(_MODERATORS)})\Z")
_REPORTER_FIRST = re.compile(rf"\A(?:{alternation(_REPORTERS)}){_GAP}")
_REPORTER_LAST = re.compile(rf"{_GAP}(?:{alternation(_REPORTERS)})(?:{_GAP}(?P<name>[{HAN}]{{2,4}}))?\Z")
"""A reporter, with or without the name behind the role (海風日報記者王小姐)."""
_TITLES = any_of("titles", form=fold)
_TITLE_INSIDE = re.compile(rf"(?P<family>[{HAN}]{{1,2}}?)副?(?:{_TITLES})(?P<given>[{HAN}]{{1,2}})")
"""A title between family and given name (蔡市長允文)."""
_BODY_FIRST = re.compile(rf"[{HAN}]+[局部厅处署委院会科室](?P<name>[{HAN}]{{2,4}})副?(?:{_TITLES})")
"""A name between the public body and the title (衛生局蔡宗翰局長)."""
_OFFICE_FIRST = re.compile(rf"[{HAN}\s]*(?:{any_of('titles', 'offices', form=fold)})\s*(?P<name>[{HAN}]{{2,4}})")
"""A name behind an office (工務局局長盧柏勳)."""
_QUESTION, _ANSWER = re.compile(rf"[q{fold('問')}](\d*)"), re.compile(rf"[a{fold('答')}](\d*)")
"""Labels of an interview that gives no names: Q, A, 問, 答, with or without a number."""
_ROLE_END = re.compile(rf"(?:{alternation((*_UNNAMED, *_ANSWERERS, *_GUESTS, *_VOICES))})[\d一二三四五六七八九十]*\Z")
"""The end of a head that says that somebody asks or answers, with or without a number (秦處長回應, 提問一)."""
_SHORT = re.compile(rf"[{HAN}]{{2,4}}\d*|[{HAN}]\d+")
"""A head that may be a label since it is short."""
_LONGEST = 20
"""Characters of a head, at most, that may be a label since a name is in it; a longer one is part of a sentence."""
NO_LABEL = tuple(map(fold, words("no-label")))
"""What often stands before a colon and is neither label nor name."""
_OUTLET = re.compile(rf"[{HAN}]{{2}}|[A-Za-z]{{2}}")
"""What a name of an outlet has at least; a number or one character only tells reporters apart."""
_IN_BRACKETS = re.compile(r"\[([^\[\]]+)\]|［([^［］]+)］|【([^【】]+)】|〔([^〔〕]+)〕|[（(]([^（）()]+)[）)]")
SIGN = re.compile(r"\A[•・·●▪◦■◆○*＊-]\s*")
"""The sign of an item of a list, which a label or a line of a roster may have before it."""
BETWEEN = re.compile(rf"\s*[、/／&＆]\s*|(?<=[{HAN}])[和與与及](?=[{HAN}])")
"""What joins the names of a label that is of several people, where both are names."""


@dataclass(frozen=True)
class Head:
    """The head of a paragraph that is taken for a label, and why; ``doubtful`` where only a person can say whether it is one."""

    label: str
    doubtful: bool = False


def heads(lines: Sequence[str], names: Collection[str]) -> list[Head | None]:
    """For each line its label, or None; ``names`` are those of people who are known: by the roster, or by labels in the data.

    A label has a role in it (主持人, 記者), or is a known name, or a name that heads a line more than once; what looks like a name and
    heads one line only is doubtful.
    """
    first = _heads(lines, names)
    return _heads(lines, [*names, *(name_in(head.label) for head in first if head and not head.doubtful)])


def suspects(paragraphs: Sequence[str], names: Collection[str] = (), alone: bool = False) -> list[str]:
    """What looks like a label at the head of paragraphs that were taken for words, each once; ``names`` are those of people who are known,
    and ``alone`` says that the labels of the text stand on lines of their own.

    It ends in a colon and has up to four characters, or says in any way who speaks; or it ends in a dash, or is in brackets (【林平】), and
    says so.
    """
    known = [fold(unspaced(name)) for name in names if len(name) > 1]
    return list(dict.fromkeys(filter(None, (_suspect(one, known, alone) for one in paragraphs))))


def _suspect(paragraph: str, known: Collection[str], alone: bool) -> str:
    """The head of a paragraph that looks like a label; empty where none does."""
    dashed, head, bracketed = _DASHED.match(paragraph), _HEAD.match(paragraph), _IN_BRACKETS.match(paragraph)
    if dashed and (role_of(f"{dashed[1]}:") or _names_known(dashed[1], known)):
        return dashed[0]
    if head and not fold(bare(head[1])).startswith(NO_LABEL):
        of_line = alone and head[1] == paragraph and len(paragraph) <= _LONGEST and not fold(bare(paragraph)).endswith(NO_LABEL)
        if of_line or _SHORT.fullmatch(bare(head[1])) or may_name_speaker(head[1], known):
            return head[1]
    return bracketed[0] if bracketed and names_speaker(f"{bracketed[0]}:") else ""


def may_name_speaker(label: str, known: Collection[str] = ()) -> bool:
    """Whether a label may name a speaker in some way: by a role, a name, a family name alone, a title, or an outlet."""
    plain = fold(unspaced(_unbracketed(label)))
    named = _ROLE_END.sub("", plain)  # of 處長回應 a title, of 提問一 nothing
    by_title = is_title(named) or without_title(named) != named
    alone = named in {"", family_of(plain)} or _ANSWER.fullmatch(plain)
    return bool(by_title or alone or names_speaker(label) or is_of_outlet(plain) or _names_known(label, known))


def _names_known(text: str, known: Collection[str]) -> bool:
    """Whether a short text holds the name of somebody who is known."""
    return len(text) <= _LONGEST and any(name in fold(text) for name in known)


def _heads(lines: Sequence[str], names: Collection[str]) -> list[Head | None]:
    """As ``heads``; a name that differs in one character from a known one is taken for another spelling."""
    found = [one if one and is_plain(one[1]) else None for one in map(_HEAD.match, lines)]
    often = Counter(fold(part.strip()) for one in found if one for part in {one[1][:-1], *BETWEEN.split(one[1][:-1])})
    known = {fold(unspaced(name)) for name in names}
    return [_head(one[1], line[one.end() :], often, known) if one else None for one, line in zip(found, lines, strict=True)]


def bare(label: str) -> str:
    """A label without colon, spaces at its ends, the sign of an item before it (●田野：), and brackets around all of it (［田野］：)."""
    text = SIGN.sub("", label[:-1].strip())
    found = _IN_BRACKETS.fullmatch(text)
    return found[found.lastindex or 0].strip() if found else text


def _unbracketed(label: str) -> str:
    """A label without colon and what is in brackets behind a part of it (主持人（新聞局）:)."""
    whole = bare(label)
    return re.sub(r"[（(][^）)]*[）)]", "", whole).strip() or whole


def role_of(label: str) -> str:
    """What a label says of its speaker: ``moderator``, ``outlet``, or nothing."""
    folded = fold(unspaced(_unbracketed(label)))
    if any(role in fold(unspaced(label)) for role in _MODERATORS) or folded in _CHAIRS:
        return "moderator"
    if is_nameless(label) or folded in _UNNAMED or folded.endswith(_ASKERS) or folded.startswith(_ASKERS):
        return "outlet"
    named = _REPORTER_LAST.search(folded)
    return "outlet" if named and (is_name(named["name"]) or without_title(named["name"]) != named["name"]) else ""


def names_speaker(label: str) -> bool:
    """Whether a label alone, without the lines around it, says who speaks: by a role or by a name."""
    return bool(role_of(label)) or _holds_name(label)


def is_spoken(line: str) -> bool:
    """Whether a line alone says who speaks it."""
    found = _HEAD.match(line)
    return found is not None and names_speaker(found[1])


def _holds_name(label: str) -> bool:
    name = name_in(label)
    return not fold(name).startswith(NO_LABEL) and (is_name(without_title(name)) or is_name(name))


def is_role(name: str) -> bool:
    """Whether the name in a label is no name but the role of who moderates."""
    return fold(name) in (*_MODERATORS, *_CHAIRS)


def role_in_english(name: str) -> str:
    """What somebody is called in English whose label is a role alone, as ``name_in`` gives it; empty where it says more."""
    return _ENGLISH.get(fold(name), "")


def is_voice(label: str) -> bool:
    """Whether a label says that somebody gives the words of others (翻譯, 旁白)."""
    return fold(_unbracketed(label)) in _VOICES


def is_nameless(label: str) -> bool:
    """Whether a label says only that somebody asks (記者, 問, Q), so that the one who asks again may be another."""
    folded = fold(_unbracketed(label))
    return (folded in _UNNAMED or _QUESTION.fullmatch(folded) is not None) and not _outlet_in_brackets(label)


def name_in(label: str) -> str:
    """The name in a label without role and colon: of 主持人 蘇眠: 蘇眠, of 霧港晚報記者: 霧港晚報; of a role alone that."""
    whole = bare(label)
    if _QUESTION.fullmatch(fold(whole)) or _ANSWER.fullmatch(fold(whole)):
        return whole[0]
    inner = alone = _unbracketed(label)
    if fold(inner) in _MODERATORS:
        inner = f"{inner} {_name_in_brackets(whole)}".strip()
    if fold(inner) in _ANSWERERS:
        inner = _name_in_brackets(whole) or inner
    inner = _outlet_in_brackets(label) or inner
    for role in () if fold(inner) in _UNNAMED else (_ROLE_FIRST, _ROLE_LAST, _REPORTER_LAST, _REPORTER_FIRST):
        found = role.search(fold(inner))
        inner = f"{inner[: found.start()]}{inner[found.end() :]}".strip() if found else inner
    name = unspaced(without_marks(inner)) or alone
    return _behind_body(name) or _with_office(name)


def _behind_body(name: str) -> str:
    """The name and the title of a label behind a public body (衛生局蔡宗翰局長); empty where it is no such label."""
    found = _BODY_FIRST.fullmatch(fold(name))
    return name[found.start("name") :] if found and is_name(name[found.start("name") : found.end("name")]) else ""


def _with_office(name: str) -> str:
    """The name of a label with a title inside it or an office before it; else the label as it is."""
    folded = fold(name)
    inside = _TITLE_INSIDE.fullmatch(folded)
    parted = name[: inside.end("family")] + name[inside.start("given") :] if inside else ""
    if is_name(parted):
        return parted
    officed = _OFFICE_FIRST.fullmatch(folded)
    return name[officed.start("name") :] if officed and is_name(name[officed.start("name") :]) else name


def _name_in_brackets(label: str) -> str:
    """The name that the brackets behind a role give, with or without an office beside it: of 主持人（新聞局 何佩珊） 何佩珊; else empty."""
    found = re.findall(r"[（(]([^）)]+)[）)]", label)
    words = re.split(r"[\s，,、·•]+", found[0]) if found else []
    names = (without_title(_behind_body(word) or _with_office(word)) for word in reversed(words))
    return next(filter(is_name, names), "")


def reporter_in(label: str) -> str:
    """The name of the reporter behind the role in a label (of 霧港晚報記者林平: 林平); empty where it gives none."""
    found = _REPORTER_LAST.search(fold(_unbracketed(label)))
    return found["name"] or "" if found else ""


def _outlet_in_brackets(label: str) -> str:
    """The outlet that the brackets behind the role of a reporter name (記者（海風日報 林平）); empty where there is none."""
    whole = bare(label)
    found = re.findall(r"[（(]([^）)]+)[）)]", whole) if fold(_unbracketed(label)) in _UNNAMED else []
    name = _REPORTER_LAST.sub("", re.split(r"[\s，,、·•]+(?=\S)", found[0].strip())[0]) if found else ""
    return name if _OUTLET.search(name) and fold(name) not in _ASIDES else ""


def without_marks(name: str) -> str:
    """A name without the marks that a slip of the pen leaves at its ends (甲某’)."""
    return name.strip(" ’‘”“'\"．.·,，")


def _head(label: str, rest: str, often: Counter[str], known: Iterable[str]) -> Head | None:
    """The label at the head of a line as one, or None; ``rest`` is what is behind it, ``often`` how often each head is one."""
    name, whole = fold(unspaced(bare(label))), bare(label)
    office, once = fold(unspaced(_unbracketed(label))), often[fold(label[:-1])] == 1
    if role_of(label) or name in _PLAIN or _ANSWER.fullmatch(name):
        return Head(label)
    if is_title(name):
        return Head(label, doubtful=once)
    if is_office(office) and (not once or often[office] > 1 or LAST_MARKS.search(rest)):  # else the rest may name its holder
        return Head(label, doubtful=once and often[office] < 2)
    parts = [one for one in map(str.strip, BETWEEN.split(whole)) if one]
    if any(_is(fold(unspaced(one)), known) for one in (whole, name_in(label), without_title(name_in(label)))) or _are_people(parts):
        return Head(label)
    if name.startswith(NO_LABEL):
        return None
    if any(near(one, name) for one in known):
        return Head(label)
    if _holds_name(label):
        return Head(label, doubtful=once)
    return None


def _are_people(parts: Sequence[str]) -> bool:
    """Whether the parts of a label are several people: by their names or by their offices."""
    return len(parts) > 1 and (all(map(is_name, parts)) or all(map(is_office, parts)))


def _is(name: str, known: Iterable[str]) -> bool:
    return name in set(known)
