"""A new event: every file of its draft, made from one source."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from ..model import Person
from ..model.faults import BuildError
from ..project import loaded, require_event
from ..read.corpus import Corpus
from ..read.files import Files
from ..read.yaml_reader import is_plain
from ..read.yaml_scalars import CONVERT
from ..received.formats import plain_text
from ..received.furniture import without
from ..received.layout import Row
from ..received.slips import slips
from ..received.source import NOT_IN_TITLES, Outline, Received, outline, received
from ..rules.files import EVENT_NAMES, usable
from ..text.escapes import escaped
from ..text.fingerprint import sha256
from ..text.open_points import MARK, open_value
from ..text.readings import is_simplified, traditional
from ..text.scripts import HAN_CHARACTER
from .accounts import accounts, conflicting
from .english import Answer, aligned
from .entries import drafted
from .fill import filled
from .line_marks import label_mark
from .measures import Units
from .pages import pages
from .said import Listener
from .written import written

_SHORT = 12
"""Characters of a title that fit into the navigation as they are."""


class NoDraft(BuildError):
    """A draft that cannot be made here."""

    subject = "the draft"


@dataclass(frozen=True)
class Request:
    """What a draft is made of: the id of the event, its source with the name of the file, and what the editor states."""

    event: str
    name: str
    content: bytes
    title: tuple[str, str] = ("", "")
    day: str = ""
    english: tuple[str, bytes] | None = None
    like: str = ""


def draft(request: Request, files: Files) -> Mapping[str, str | bytes]:
    """Path to content of every file of a new event, for a project that holds ``files``.

    Raises ``NoDraft`` where the project has the event already, ``BuildError`` where it cannot be read, ``UnusableSource`` where the
    source is of no use.
    """
    _check(request, files)
    corpus = loaded(files)
    source = received(request.content, request.name)
    found = outline(source, _first(corpus.people.values(), request.like))
    english = _translated(request, found, corpus) if request.english else {}
    made = _words(request, source, found, lambda row: _english(row, found, english.get(id(row))))
    facts = {path: content for path, content in files.items() if path.startswith("data/")}  # the words of other events are not needed
    made |= _register(request.event, facts, made)
    made |= _numerals(request.event, facts, made)
    return {**made, **filled(request.event, {**facts, **_bytes(made)}).files}


def _check(request: Request, files: Files) -> None:
    """The event has a usable id and is not there yet, and what the editor states can be written."""
    if not usable(request.event, files):
        raise NoDraft(f"{request.event!r} is no id of an event; {EVENT_NAMES}, such as port-2033")
    taken = [path for path in files if re.match(rf"(?:data|docs/(?:zh|en))/{request.event}/", path)]
    if taken:
        raise NoDraft(f"{taken[0]}: the event {request.event!r} is there already; choose another id, or remove its files first")
    if request.like:
        require_event(request.like, (path.split("/")[1] for path in files if re.fullmatch(r"data/[^/]+/event\.yml", path)))
    if request.day:
        _check_day(request.day)
    if any(request.title):
        _check_title(*request.title)


def _check_day(day: str) -> None:
    try:
        CONVERT[datetime.date](day)
    except ValueError:
        raise NoDraft(f"--day: {day!r} is not a date such as 2023-02-15") from None


def _check_title(zh: str, en: str) -> None:
    for title in (zh, en):
        if not is_plain(title) or {*NOT_IN_TITLES, "\n"} & {*title} or not title.strip():
            raise NoDraft(
                f"--title: {title!r} cannot be a title; write plain text in one line, without tabs and {' '.join(NOT_IN_TITLES)}, "
                "and not beginning with =, @, + or -"
            )
    if not HAN_CHARACTER.search(zh) or HAN_CHARACTER.search(en):
        raise NoDraft(f"--title: write the Chinese title first, then the English one; these are {zh!r} and {en!r}")


def _first(people: Iterable[Person], event: str) -> list[Person]:
    """People, those of one event first, so that of two with the same name or label theirs is taken."""
    return sorted(people, key=lambda person: person.where.path != f"data/{event}/people.yml")


def _translated(request: Request, found: Outline, corpus: Corpus) -> Mapping[int, Answer]:
    """The English of each line (by its identity) from an English text, whose labels are taken over; raises ``UnusableSource``."""
    assert request.english is not None  # the caller's
    name, content = request.english
    lines = [row for block in (*found.front, *(block for sheet in found.sheets for block in sheet.blocks)) for row in block.rows]
    people = [(person.name.zh, person.name.en) for person in corpus.people.values()] + [one.name for one in found.cast.speakers.values()]
    terms = [(term.zh, term.en) for term in corpus.terms.values()]
    names = [zh for zh, _ in people]
    listener = Listener([*people, *terms], corpus.counterparts, corpus.vocabulary.echoes.values(), names)
    alignment = aligned(lines, plain_text(content, name).text, listener, found.cast.speaking)
    for zh, en in alignment.labels.items():
        found.cast.rename(zh, en)
    return dict(zip((id(row) for row in lines if row.text), alignment.answers, strict=True))


def _english(row: Row, found: Outline, answer: Answer | None) -> str:
    """The English line for a Chinese one: its label, and the sentence, marked where there is none or it is doubtful."""
    label = label_mark(found.cast.english(row.label)) if row.label else ""
    words = escaped(answer.text) if answer else ""
    text = "" if not row.text else open_value(words) if answer is None or answer.doubtful else words
    return " ".join(filter(None, (label, text)))


def _words(request: Request, source: Received, found: Outline, english: Callable[[Row], str]) -> dict[str, str | bytes]:
    """The files that hold the words, and who speaks them."""
    folder = f"data/{request.event}"
    zh, en = request.title if request.title[0] else (found.title, MARK)
    title = (_traditional(zh), en)
    content = source.text.encode("utf-8")
    files: dict[str, str | bytes] = {f"{folder}/source.txt": content, f"{folder}/seals.txt": ""}
    if content != source.content:
        files[f"{folder}/received{PurePath(source.name).suffix.lower()}"] = source.content
    files[f"{folder}/event.yml"] = _event(request.day, source, found, title)
    if new := [one for one in found.cast.speakers.values() if not one.known]:
        files[f"{folder}/people.yml"] = written("people.yml", people=new)
    names = [one.name[0] for one in found.cast.speakers.values() if one.kind != "outlet"]  # which no program has to convert
    text = without(source.text, found.furniture)  # errata are of the words alone
    unconverted = [] if source.is_simplified else slips(text, [*(one.find for one in found.repairs), *names])
    if found.repairs or unconverted:
        files[f"{folder}/errata.yml"] = written("errata.yml", repairs=found.repairs, slips=unconverted)
    return {**files, **dict(pages(request.event, title, found.front, found.sheets, english))}


def _event(day: str, source: Received, found: Outline, title: tuple[str, str]) -> str:
    """The file that holds what is stated about the event and its source, and its turns."""
    is_short = title[0] != MARK and len(title[0]) <= _SHORT
    content = source.text.encode("utf-8")
    return written(
        "event.yml",
        title=title,
        short=title if is_short else tuple(open_value(one.removeprefix(MARK)) for one in title),
        sha256=sha256(content),
        received=_origin(source, content),
        simplified=source.is_simplified,
        day=day or (found.day and found.day.day),
        dated=found.day.line if found.day and not day else "",
        panel=found.cast.panel,
        furniture=found.furniture,
        silent=found.front,
        turns=found.placed,
    )


def _traditional(title: str) -> str:
    """A title as our own words are written: in Traditional characters."""
    return traditional(title, {}) if is_simplified(title) else title


def _register(event: str, files: Files, made: Mapping[str, str | bytes]) -> Mapping[str, str | bytes]:
    """The register of the drafted words, and the units that it adds; nothing where there is no entry."""
    corpus = loaded({**files, **_bytes(made)})
    transcript = corpus.transcripts[event]
    units = Units(corpus.units.values(), corpus.vocabulary, transcript.text, corpus.house_style)
    rows = drafted(corpus, transcript, units)
    if not rows:
        return {}
    folder = f"data/{event}"
    all_rows = {**made, f"{folder}/targets.yml": written("targets.yml", rows=rows)}
    without = conflicting(loaded({**files, **_bytes(all_rows)}).transcripts[event])
    rows = [row for row in rows if row.id not in without]
    used = [(unit, _traditional(unit.name.zh)) for unit in units.new.values() if any(row.unit == unit.id for row in rows)]
    return {
        **({f"{folder}/targets.yml": written("targets.yml", rows=rows)} if rows else {}),
        **({f"{folder}/units.yml": written("units.yml", units=used)} if used else {}),
    }


def _numerals(event: str, files: Files, made: Mapping[str, str | bytes]) -> Mapping[str, str | bytes]:
    """The accounts of the numerals that the drafted register does not claim; nothing where none is left."""
    found = accounts(loaded({**files, **_bytes(made)}).transcripts[event])
    return {f"data/{event}/numerals.yml": written("numerals.yml", accounts=found)} if found else {}


def _bytes(made: Mapping[str, str | bytes]) -> Files:
    return {path: content if isinstance(content, bytes) else content.encode("utf-8") for path, content in made.items()}


def _origin(source: Received, content: bytes) -> Mapping[str, str]:
    """What is known about the source: the file as it came, and what was taken out of it; where it comes from is open."""
    zh = f"收到的檔案（{source.encoding}，{'簡體字' if source.is_simplified else '繁體字'}）"
    en = f"A file in {source.encoding} and {'Simplified' if source.is_simplified else 'Traditional'} characters"
    if content != source.content:
        zh += f"的 SHA-256 是 {sha256(source.content)}"
        en += f", whose SHA-256 is {sha256(source.content)}"
        if source.removed:
            zh += f"；已去掉：{'；'.join(one['zh'] for one in source.removed)}"
            en += f"; taken out: {'; '.join(one['en'] for one in source.removed)}"
    return {"zh": open_value(f"{zh}。"), "en": open_value(f"{en}.")}
