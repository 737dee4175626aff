"""The roster: the lines of a transcript that present the panel name the same people as the data, with the same offices."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ..model import Segment
from ..model.faults import Faults
from ..read.corpus import Corpus, Transcript
from ..text.folding import fold

_HEADING = re.compile(rf".*:|\S{{0,6}}(?:{fold('主持人')}|{fold('人員')}|{fold('發布人')}|{fold('嘉賓')})")
"""A line of the roster, folded, that announces people."""
_ANNOUNCING = r"(?:[^:\s]{1,10}:\s*)?"
"""What announces somebody at the head of a line, folded (出席:)."""


def check(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """K3: the roster of the transcript names the panel, each with the office of the data, in the order of the data."""
    event = transcript.event
    lines = [segment for segment in transcript.segments.values() if segment.kind == "panel"]
    if not lines:
        return
    found = []
    for person in (corpus.people[one] for one in event.panel if one in corpus.people):
        office = person.office or person.name
        places = [(number, _place(line.zh.text, person.name.zh, office.zh)) for number, line in enumerate(lines)]
        said = [(number, place) for number, place in places if place is not None]
        wanted = f"{person.name.en}, {person.office.en}" if person.office else person.name.en
        if not said:
            wanted = f"with the office {office.zh!r}" if person.office else "without an office"
            what = f"{person.id}: no line of the roster has {person.name.zh!r} {wanted}"
            faults.at(person.where, "office", "K3", what, "compare name and office with the source")
        elif not _says((line := lines[said[0][0]]).en.text, person.name.en, wanted):
            what = f"{line.address}: the roster says {line.en.text!r}, {person.where.path} {wanted!r}"
            faults.add(line.path("en"), line.en.number, "K3", what, "compare both with the Chinese line, and correct the wrong one")
        found += said
    left_out = _lines_of_nobody(lines, {number for number, _ in found}, len(found) < len(event.panel))
    if found != sorted(found) or len(found) != len(set(found)) or left_out:
        what = "the panel is not that of the roster, each person once and in its order" + "".join(f"; it lacks {one!r}" for one in left_out)
        faults.at(event.where, "panel", "K3", what, "list the panel as the transcript does")


def _place(line: str, name: str, office: str) -> int | None:
    """Where a line of the roster has a name with the office behind or before it, alone or as one of several; None where it has not."""
    text, post = fold(line), re.escape(fold(office))
    who = r"(?P<name>" + r"\s*".join(map(re.escape, fold(name).replace(" ", ""))) + ")"
    alone = (rf"\A{_ANNOUNCING}{post}[^、;]*{who}", rf"{who}[^、;]*{post}\Z")
    listed = (rf"(?<![^、,;:\s]){post}\s+{who}(?![^、,;。\s])", rf"(?<![^、,;:\s]){who}[\s,:]+{post}(?![^、,;。\s])")
    bare = (rf"\A{_ANNOUNCING}{who}", rf"{who}\Z") if name == office else ()  # of a person without an office
    found = next((one for pattern in (*bare, *alone, *listed) if (one := re.search(pattern, text))), None)
    return found.start("name") if found else None


def _says(english: str, name: str, wanted: str) -> bool:
    """Whether an English line of the roster, or what semicolons part there, names a person and ends in the office."""
    line = english.replace("\t", ", ")
    parts = (line, *line.split("; "))
    return any(one.endswith(wanted.removeprefix(name)) and all(word in one for word in name.split()) for one in parts)


def _is_heading(line: Segment) -> bool:
    """Whether a line of the roster ends in a colon, is a role alone (主持人) or is the head of a table."""
    return line.zh.form == "head" or _HEADING.fullmatch(fold(line.zh.text)) is not None


def _lines_of_nobody(lines: Sequence[Segment], named: Collection[int], unread: bool) -> list[str]:
    """What the lines of the roster say that name nobody of the panel; the first may be a heading of any words.

    ``named`` are the places of those that name somebody.  Nothing where a person of the panel is in no line (``unread``), which is reported
    for itself.
    """
    others = [line for number, line in enumerate(lines) if number not in named and not _is_heading(line)]
    spare = 1 if others and others[0] is lines[0] and not any(map(_is_heading, lines)) else 0
    return [] if unread else [line.zh.text for line in others[spare:]]
