"""A received file as a source, and what is proposed of it: turns, people and sections."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from ..model import Lang, Person
from ..read.yaml_reader import is_plain
from ..text.matching import alternation
from ..text.open_points import MARK, is_open
from ..text.readings import is_simplified
from .cleaning import cleaned
from .currencies import is_of_taiwan
from .days import StatedDay, stated_day
from .encodings import UnusableSource
from .formats import plain_text
from .furniture import Left, furniture, without
from .labels import SIGN, Head, heads, name_in, suspects
from .layout import Block, Placed, Row, Sheet, placed, rows
from .parts import name_of, parted
from .people import Cast
from .repairs import Repair, repaired
from .roster import Roster, roster
from .turns import Speech, is_conducted, speeches, suspicion, turns

_LONGEST_TITLE = 40
_CLOSED = tuple("。！？!?…”」』")
_SPOKEN = (*_CLOSED, "：", ":")
"""What the lines of a speech end in: a sentence, or a colon."""
NOT_IN_TITLES = '"<>&{}*_`|\\#[]'
"""What titles of pages do not hold."""
_NO_TITLE = frozenset(f"。，,；;：:！!{NOT_IN_TITLES}")
"""Also marks of sentences."""


@dataclass(frozen=True)
class Received:
    """A file as it was received, and the source text that was made of it, with the lines of it that are marked as headings."""

    name: str
    content: bytes
    encoding: str
    is_simplified: bool
    text: str
    removed: tuple[dict[Lang, str], ...]
    headings: frozenset[str]


@dataclass(frozen=True)
class Outline:
    """What was found in a source: lines of its page, repairs, who speaks, where the words go, and the day that they state; ``front`` are
    the sections of the first page.
    """

    furniture: tuple[Left, ...]
    repairs: tuple[Repair, ...]
    cast: Cast
    front: tuple[Block, ...]
    sheets: tuple[Sheet, ...]
    placed: tuple[Placed, ...]
    title: str
    day: StatedDay | None


def received(content: bytes, name: str) -> Received:
    """A file of any kind as a source text; raises ``UnusableSource``."""
    found = plain_text(content, name)
    source = cleaned(found.text)
    if not source.text:
        raise UnusableSource(f"{name}: the file holds no text")
    return Received(
        name, content, found.encoding, bool(is_simplified(source.text)), source.text, (*found.left, *source.removed), found.headings
    )


def outline(source: Received, people: Iterable[Person]) -> Outline:
    """The outline of a source; ``people`` are those that the data know.  Raises ``UnusableSource`` if nobody speaks in it."""
    everyone = list(people)
    known = [person.name.zh for person in everyone] + [label.zh[:-1] for person in everyone for label in person.all_labels]
    left = furniture(source.text)
    text, repairs = repaired(without(source.text, [one for one in left if one.kind != "blank"]))  # these part lists and tables
    lines = text.split("\n")
    table = roster(lines)
    found = _headed(lines, known, table)
    names = {*known, *(seat.name for seat in (table.seats if table else ())), *(name_in(head.label) for head in found if head)}
    first = next((at for at, head in enumerate(found) if head), None)
    if first is None:
        what = "no speaker was found: no line begins with a name or a role and a colon (主持人:, 某某報記者:)"
        suspected = suspects(lines, names)
        looks = f"; what may be a label: {', '.join(suspected)}" if suspected else ""
        raise UnusableSource(f"{source.name}: {what}{looks}; write each speaker's name and a colon at the head of the words")
    seated = table if table and table.end <= first else None
    cast = Cast(everyone, seated.seats if seated else (), source.is_simplified, is_of_taiwan(source.text))
    spoken = speeches(lines[first:], found[first:])
    _refuse_labels_within(source.name, spoken)
    doubtful = {one.head.label for one in spoken if one.head and one.head.doubtful}
    cast.question_spokespeople([(one.head.label, one.head.label in doubtful) for one in spoken if one.head], is_conducted(spoken))
    proposed = turns(
        list(parted(spoken, source.headings)),
        lambda label: cast.speaking(label, label in doubtful),
        lambda one: cast.speakers[one].kind,
        names,
    )
    moderated = [text for one in spoken if one.head and _moderates(one.head.label, cast) for text in one.paragraphs]
    cast.read_offices([*lines[:first], *moderated])
    sheets, places = placed(proposed, cast.labels)
    front = tuple(_front(lines[:first], (seated.start, seated.end) if seated else None, names))
    _refuse_open(source.name, [*front, *(block for sheet in sheets for block in sheet.blocks)])
    return Outline(tuple(left), repairs, cast, front, tuple(sheets), tuple(places), _title(lines[:first]), stated_day(lines[:first]))


def _refuse_labels_within(name: str, spoken: Sequence[Speech]) -> None:
    """Refuse a source with a label behind another or in the middle of a line: who speaks there is not known."""
    labels = alternation({one.head.label for one in spoken if one.head})
    within = re.compile(rf"(?:\A|(?<=[。！？!?；;]))\s*(?:{labels})")
    for text in (text for one in spoken for text in one.paragraphs):
        found = within.search(text)
        if found:
            what = f"a label is not at the head of a line: {text[found.start() :].strip()[:_LONGEST_TITLE]!r}"
            raise UnusableSource(f"{name}: {what}; begin a line there, or leave the label out where nobody begins to speak")


def _refuse_open(name: str, blocks: Iterable[Block]) -> None:
    """Refuse a source with a sentence that would be an open point for ever, because it begins with the mark of one."""
    found = next((row.text for block in blocks for row in block.rows if is_open(row.text)), "")
    if found:
        what = f"a sentence begins with {MARK}, which marks what is open in a draft"
        raise UnusableSource(f"{name}: {what}: {found[:_LONGEST_TITLE]!r}; ask whoever wrote the source for the finished text")


def _headed(lines: Sequence[str], known: Sequence[str], table: Roster | None) -> list[Head | None]:
    """The label of each line, or None; no line of the roster has one, nor one before it that ends in no mark (主持人：局長高以恩), and its
    names are known.
    """
    if not table:
        return heads(lines, known)
    found = heads(lines, [*known, *(seat.name for seat in table.seats)])
    before = [head if line.endswith(_SPOKEN) else None for head, line in zip(found, lines[: table.start], strict=False)]
    return [*before, *[None] * (table.end - table.start), *found[table.end :]]


def _moderates(label: str, cast: Cast) -> bool:
    """Whether a label is of somebody who moderates."""
    return all(cast.speakers[one].kind == "moderator" for one in cast.speaking(label))


def _front(lines: Sequence[str], table: tuple[int, int] | None, names: Collection[str]) -> Iterable[Block]:
    """The sections of the first page: the words before the roster, the roster, and the words after it; ``names`` are those of people who
    are known.
    """
    start, end = table or (len(lines), len(lines))
    texts = (
        ("lead", ("開頭", "Introduction"), lines[:start]),
        ("panel", ("出席人員", "Panel"), lines[start:end]),
        ("remarks", ("說明", "Remarks"), lines[end:]),
    )
    for name, heading, found in texts:
        if found:
            plain = name == "panel" and not any(map(SIGN.match, found))  # a roster is not divided into sentences; a list of items is none
            words = [Row("", line, True) for line in found if line] if plain else rows(found)
            only = found[0] if name == "remarks" and len(found) == 1 and name_of(found[0]) != found[0] else ""
            doubt = "" if plain else suspicion([row.text for line in found if line.endswith(_CLOSED) for row in rows([line])], names)
            yield Block(name, (name_of(only), MARK) if only else heading, tuple(words), doubt)


def _title(lines: Sequence[str]) -> str:
    """The first line, if it looks like a title; otherwise an open point."""
    first = lines[0] if lines else ""
    return first if 0 < len(first) <= _LONGEST_TITLE and not set(first) & _NO_TITLE and is_plain(first) else MARK
