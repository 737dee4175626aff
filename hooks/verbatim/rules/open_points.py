"""Open points: an event that has some is a draft, which is not published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from ..model import OpenPoint, Record, Segment
from ..model.faults import OPEN, Faults
from ..model.open_point import KINDS
from ..read.corpus import Corpus
from ..text.open_points import is_open


def undecided(value: Any) -> bool:
    """Whether a value of the data, or any value in it, is an open point, so that nothing can be compared with it yet."""
    if isinstance(value, str):
        return is_open(value)
    if isinstance(value, Record):
        return any(undecided(getattr(value, field.name)) for field in fields(value) if field.name != "where")
    return isinstance(value, Iterable) and not isinstance(value, Mapping) and any(map(undecided, value))


def decided(segments: Iterable[Segment]) -> list[Segment]:
    """The sentences whose English is there."""
    return [segment for segment in segments if not is_open(segment.en.text)]


def check(corpus: Corpus, faults: Faults) -> None:
    """O1 open points, one report an event."""
    for event, points in by_event(corpus.open_points).items():
        fix = f"decide them; `./run todo {event}` lists each, with what to decide"
        faults.add(points[0].path, points[0].line, OPEN, f"{event} is a draft: {summary(points)}", fix)


def by_event(points: Iterable[OpenPoint]) -> Mapping[str, list[OpenPoint]]:
    """The open points of each event, in the order given."""
    found: dict[str, list[OpenPoint]] = {}
    for point in points:
        found.setdefault(point.event, []).append(point)
    return found


def summary(points: Iterable[OpenPoint]) -> str:
    """How many open points there are, and of each kind."""
    counts = Counter(point.kind for point in points)
    total = counts.total()
    kinds = ", ".join(f"{kind} {counts[kind]}" for kind in KINDS if counts[kind])
    return f"{total} open point{'s' * (total != 1)} ({kinds})" if total else "no open points"
