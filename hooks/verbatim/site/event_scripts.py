"""The scripts that pages fetch of an event, in a folder named by what is in them; the name is kept alone, so that they need not be read."""

from __future__ import annotations

from collections.abc import Mapping

from ..cache.events import CachedEvents
from ..data import tables
from ..html import cite_data, folding_data, twin_data
from ..html.render import Renderer
from ..model.addresses import Published
from ..publish import lasting
from ..read.summaries import Summary
from ..search import index

_PARTS = Summary("parts", lambda own: index.scripts(index.files_of_event(own)))
"""Of a large site the parts of the index of the search, which hold no address."""


class EventScripts:
    """The scripts of events by path below the folder of each; unless the index of the search is ``whole``, they hold its parts."""

    def __init__(self, events: CachedEvents, renderer: Renderer, published: Published, whole: bool) -> None:
        self.events, self.renderer, self._whole = events, renderer, whole
        self._scripts = Summary("scripts", lambda own: scripts_of_event(renderer.of_event(own), published), published.facts())
        self._folder = Summary("folder", lambda own: lasting.name_of(self.texts(*own.transcripts)), published.facts(whole))

    def unnamed(self) -> list[str]:
        """The events of whose folder no name is kept."""
        return self.events.missing(self._folder.kind, self._folder.facts)

    def folder(self, event: str) -> str:
        """The name of an event's folder."""
        return self.events.made(self._folder, event)

    def keep(self, event: str) -> None:
        """Keep the scripts of an event, though where its folder is known nobody reads them, and what a large site's index needs of it."""
        self.events.use(self.events.key(one.kind, event, one.facts) for one in (self._scripts, _PARTS))
        for summary in () if self._whole else index.SUMMARIES:
            self.events.digest(summary, event)

    def files(self, event: str) -> Mapping[str, str]:
        """The scripts of an event, by path from the site's root."""
        return lasting.placed(self.folder(event), self.texts(event))

    def texts(self, event: str) -> Mapping[str, str]:
        """The scripts of an event, by path below its folder."""
        return {**self.events.made(self._scripts, event), **({} if self._whole else self.events.made(_PARTS, event))}


def scripts_of_event(renderer: Renderer, published: Published) -> Mapping[str, str]:
    """The scripts that pages of an event fetch beside its search: twins, lines of the flat table, what may be typed, citations."""
    rows = tables.rows(renderer.corpus, published)
    folding = folding_data.of_events(renderer.corpus)
    return {**twin_data.twin_scripts(renderer), **rows, **folding, **cite_data.scripts(renderer, published)}
