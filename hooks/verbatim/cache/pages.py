"""Finished pages of events, as they are published."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from ..model import event_of
from .events import CachedEvents


@dataclass(frozen=True)
class UnmadePage:
    """What a site generator needs of a page that it does not make: its HTML, empty where the page is not written at all; its title; and the
    ids of its headings, to which other pages may link.
    """

    html: str
    title: str
    ids: Collection[str]


class CachedPages:
    """The pages of the events of one build.

    ``facts`` is what pages of an event display beside what ``CachedEvents`` knows, by locale and event; ``names`` the names of these
    pages.
    """

    def __init__(self, events: CachedEvents, facts: Callable[[str, str], Any], names: Callable[[str, str], frozenset[str]]) -> None:
        self._events, self._facts, self._names = events, facts, names
        self._found: dict[tuple[str, str], dict[str, str]] = {}
        self._made: dict[tuple[str, str], dict[str, str]] = {}

    def get(self, locale: str, name: str) -> str | None:
        """The HTML of a page of an event, if it is kept; each is given once, since all pages of a large site are much."""
        event = event_of(name)
        if event not in self._events:
            return None
        if (locale, event) not in self._found:
            self._found[locale, event] = dict(self._events.pages(locale, event, self._facts(locale, event)) or {})
        return self._found[locale, event].pop(name, None)

    def put(self, locale: str, name: str, html: str) -> None:
        """Note a finished page; those of an event, once all are finished, for ``CachedEvents.keep``.  One of no event is not kept."""
        event = event_of(name)
        if event not in self._events:
            return
        pages = self._made.setdefault((locale, event), {})
        pages[name] = html
        if pages.keys() == self._names(locale, event):
            self._events.keep_pages(locale, event, self._facts(locale, event), self._made.pop((locale, event)))
