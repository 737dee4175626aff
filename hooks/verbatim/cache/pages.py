"""Finished pages of events, noted as a site generator makes them, and kept event by event."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from ..model import event_of
from .events import CachedEvents


@dataclass(frozen=True)
class UnmadePage:
    """What a site generator needs of a page that it does not make: its title, and the ids of its headings, to which others may link."""

    title: str
    ids: Collection[str]


class CachedPages:
    """The pages of the events that one build makes.

    ``key`` is the checksum of what the pages of an event are made of, by locale and event; ``names`` are those of these pages.
    """

    def __init__(self, events: CachedEvents, key: Callable[[str, str], str], names: Callable[[str, str], frozenset[str]]) -> None:
        self._events, self._key, self._names = events, key, names
        self._made: dict[tuple[str, str], dict[str, str]] = {}

    def put(self, locale: str, name: str, html: str) -> None:
        """Note a finished page; those of an event, once all are finished, for ``CachedEvents.keep``.  One of no event is not kept."""
        event = event_of(name)
        if event not in self._events:
            return
        pages = self._made.setdefault((locale, event), {})
        pages[name] = html
        if pages.keys() == self._names(locale, event):
            self._events.note(self._key(locale, event), self._made.pop((locale, event)))
