"""Finished pages of events: as they are published, but for the folder of scripts, whose name any edit changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ..model import event_of
from .events import CachedEvents

_PLACE = "files/--------/"
"""What a kept page holds in the place of the folder of scripts."""


@dataclass(frozen=True)
class CachedPage:
    """A finished page: its HTML, its title, and what a site generator compares: the ids in its Markdown (None where nobody knows them),
    and its links to ids of pages (source of the page to id to the link as it is written).
    """

    html: str
    title: str
    ids: Sequence[str] | None
    links: Mapping[str, Mapping[str, str]]


class CachedPages:
    """The pages of the events of one build.

    ``files`` is the folder of scripts; ``facts`` what pages of an event display beside what ``CachedEvents`` knows, by locale and event;
    ``names`` the names of these pages; ``unmade`` gives the title of a page that this build does not make, else nothing.
    """

    def __init__(
        self,
        events: CachedEvents,
        files: str,
        facts: Callable[[str, str], Any],
        names: Callable[[str, str], frozenset[str]],
        unmade: Callable[[str, str], str],
    ) -> None:
        self._events, self._files, self._facts, self._names, self._unmade = events, files, facts, names, unmade
        self._found: dict[tuple[str, str], dict[str, CachedPage]] = {}
        self._made: dict[tuple[str, str], dict[str, CachedPage]] = {}

    def get(self, locale: str, name: str) -> CachedPage | None:
        """A page of an event, if it is kept; each is given once, since all pages of a large site are much.

        Of a page that this build does not make what others display of it: its title.
        """
        title = self._unmade(locale, name)
        if title:
            return CachedPage("", title, None, {})
        event = event_of(name)
        if event not in self._events:
            return None
        if (locale, event) not in self._found:
            kept = self._events.pages(locale, event, self._facts(locale, event)) or {}
            self._found[locale, event] = {own: CachedPage(**page) for own, page in kept.items()}
        page = self._found[locale, event].pop(name, None)
        return CachedPage(page.html.replace(_PLACE, self._files), page.title, page.ids, page.links) if page else None

    def put(self, locale: str, name: str, page: CachedPage) -> None:
        """Note a finished page, for ``keep``; one of no event is not kept."""
        event = event_of(name)
        if event in self._events and _PLACE not in page.html:
            small = CachedPage(page.html.replace(self._files, _PLACE), page.title, page.ids, page.links)
            self._made.setdefault((locale, event), {})[name] = small

    def keep(self) -> None:
        """Keep the events whose pages are all finished, and all else that was made of events."""
        for (locale, event), pages in self._made.items():
            if pages.keys() == self._names(locale, event):
                self._events.keep_pages(locale, event, self._facts(locale, event), {name: asdict(page) for name, page in pages.items()})
        self._events.keep()
