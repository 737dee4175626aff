"""The scripts that pages fetch of an event, in a folder named by what is in them; the name is kept alone, so that they need not be read."""

from __future__ import annotations

from collections.abc import Mapping

from ..cache.events import CachedEvents
from ..data import tables
from ..html import cite_data, folding_data, twin_data
from ..html.render import Renderer
from ..model.addresses import Published
from ..publish import lasting
from ..search import index

_SCRIPTS, _PARTS = "scripts", "parts"
"""What is kept of an event: its scripts, and of a large site the parts of the index of the search, which hold no address."""


class EventScripts:
    """The scripts of events by path below the folder of each; unless the index of the search is ``whole``, they hold its parts."""

    FOLDER = "folder"
    """What is kept of the name of an event's folder."""

    def __init__(self, events: CachedEvents, renderer: Renderer, published: Published, whole: bool) -> None:
        self._events, self._renderer, self._published, self._whole = events, renderer, published, whole
        self.facts = published.facts(whole)

    def folder(self, event: str) -> str:
        """The name of an event's folder."""
        return self._events.made(self.FOLDER, event, lambda _: lasting.name_of(self.texts(event)), self.facts)

    def keep(self, event: str) -> None:
        """Keep the scripts of an event, though where its folder is known nobody reads them, and what a large site's index needs of it."""
        self._events.use((self._events.key(_SCRIPTS, event, self._published.facts()), self._events.key(_PARTS, event)))
        for kind in () if self._whole else index.KINDS:
            self._events.digest(kind, event, index.KINDS[kind])

    def files(self, event: str) -> Mapping[str, str]:
        """The scripts of an event, by path from the site's root."""
        return lasting.placed(self.folder(event), self.texts(event))

    def texts(self, event: str) -> Mapping[str, str]:
        """The scripts of an event, by path below its folder."""
        own: Mapping[str, str] = self._events.made(
            _SCRIPTS, event, lambda corpus: scripts_of_event(self._renderer.of_event(corpus), self._published), self._published.facts()
        )
        if self._whole:
            return own
        return {**own, **self._events.made(_PARTS, event, lambda corpus: index.scripts(index.files_of_event(corpus)))}


def scripts_of_event(renderer: Renderer, published: Published) -> Mapping[str, str]:
    """The scripts that pages of an event fetch beside its search: twins, lines of the flat table, what may be typed, citations."""
    rows = tables.rows(renderer.corpus, published)
    folding = folding_data.of_events(renderer.corpus)
    return {**twin_data.twin_scripts(renderer), **rows, **folding, **cite_data.scripts(renderer, published)}
