"""Turns found in the pages: which lines belong to which turn, and who speaks them as the labels say.

Attribution is read here and nowhere else.  What does not fit together is for ``rules.turns`` to report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model import LANGS, SILENT, Event, Lang, Line, Page, Part, Passage, Person, Segment, Turn
from ..text.labels import Labels


def labels_of(event: Event, people: Mapping[str, Person]) -> Labels:
    """The labels that an event uses: those of the shared file and of its own come before those that other events bring along."""
    ours = {"data/people.yml", f"data/{event.id}/people.yml"}
    first = [person for person in people.values() if person.where.path in ours]
    return Labels(first, [person for person in people.values() if person.where.path not in ours])


def passages(event: Event, pages: Mapping[tuple[Lang, str], Page], labels: Labels) -> Iterator[Passage]:
    """The words of an event in the order of the source, cut where a section or a turn begins; what has no twin is left out."""
    speaking: dict[str, tuple[str, ...]] = {}
    heard: dict[str, int] = {}
    for part in event.parts:
        waiting = list(part.turns)
        turn = waiting.pop(0) if waiting[0].kind in SILENT or waiting[0].id in heard else None
        for lines in _chunks(_pairs(event, part, pages)):
            label = lines[0][0].label
            if label and (turn is None or turn.kind in SILENT or heard.get(turn.id, 0) >= turn.labels):
                turn = waiting.pop(0) if waiting else None
            elif not label and turn is None:
                turn = waiting.pop(0)
            by = _speakers(label, turn, labels) if label else speaking.get(turn.id, ()) if turn else ()
            if turn:
                heard[turn.id] = heard.get(turn.id, 0) + bool(label)
                speaking[turn.id] = by
            yield Passage(part.page, part.section, turn, by, lines)


def segments(event: Event, found: tuple[Passage, ...]) -> Iterator[Segment]:
    """The sentences of an event; each has the number of its place among the sentences of its section."""
    count: dict[str, int] = {}
    for passage in found:
        turn = passage.turn
        for zh, en in passage.lines:
            if zh.text and en.text:
                number = count[passage.section] = count.get(passage.section, 0) + 1
                address = f"{passage.section}-{number}"
                kind = turn.kind if turn else ""
                yield Segment(address, event.id, passage.page, passage.section, number, turn.id if turn else "", kind, passage.by, zh, en)


def _pairs(event: Event, part: Part, pages: Mapping[tuple[Lang, str], Page]) -> Iterator[tuple[Line, Line]]:
    """The lines of a section, each with its twin."""
    both = [pages.get((lang, f"{event.id}/{part.page}")) for lang in LANGS]
    sections = [page.sections.get(part.section) if page else None for page in both]
    if sections[0] and sections[1]:
        yield from zip(sections[0].lines, sections[1].lines, strict=False)


def _chunks(pairs: Iterator[tuple[Line, Line]]) -> Iterator[tuple[tuple[Line, Line], ...]]:
    """Lines cut before each Chinese label."""
    chunk: list[tuple[Line, Line]] = []
    for pair in pairs:
        if pair[0].label and chunk:
            yield tuple(chunk)
            chunk = []
        chunk.append(pair)
    if chunk:
        yield tuple(chunk)


def _speakers(label: str, turn: Turn | None, labels: Labels) -> tuple[str, ...]:
    """Who speaks after a label: the one possibility there is, or the one of several that the event names; otherwise nobody."""
    found = labels.speakers(label, "zh")
    if len(found) > 1 and turn:
        found = [people for people in found if set(people) == set(turn.by)]
    return found[0] if len(found) == 1 else ()
