"""What events name of the lists that all share, so that what nothing names is idle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from ..read.corpus import EVENTS, Corpus
from ..text.cache import Listed, cached

Names = Mapping[str, Set[str]]
"""The names of people, of units and of fields of the register."""


def named(events: Iterable[Listed[Corpus]]) -> Names:
    """What any of some events names."""
    found = [_in(own) for own in events]
    return {kind: frozenset(name for names in found for name in names[kind]) for kind in ("people", "units", "fields")}


@cached(EVENTS)
def _in(own: Listed[Corpus]) -> Names:
    """What an event names."""
    (transcript,) = own.value.transcripts.values()
    rows = transcript.entries
    return {
        "people": transcript.people,
        "units": frozenset(one for row in rows for one in (row.unit, row.each.unit if row.each else None) if one),
        "fields": frozenset(row.field for row in rows),
    }
