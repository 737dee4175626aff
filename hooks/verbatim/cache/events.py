"""What is made of one event, found by a checksum of all that it is made of; and what is made of that for all events, found likewise.

The one is made with a corpus that holds of other events nothing but how often people appear in them, so that it cannot depend on more than
its key says.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ..analysis.across_events import recurring
from ..project import Project
from ..read.cache_folder import CacheFolder
from ..read.corpus import Corpus
from ..read.data_files import is_ruled, is_shown
from ..read.event_files import bases, folder_of
from ..read.summaries import Made, Summaries, Summary
from ..rules.work import of_event
from ..text.cache import Listed, within
from ..text.fingerprint import sha256
from .values import CachedValues


class CachedEvents(Summaries):
    """What was made of the events of a project.

    ``made_with`` says what else all of it is made with: code, templates, settings; ``folder`` keeps what is made of events, ``shared`` what
    is made for all of them; ``prunes``: whether what is used of these is all that a build of the site uses, so that the rest may go.
    Of what is left out of a draft, the terms that are left and the faults of the event say what it is.
    ``known`` is as of ``CachedValues``.
    """

    def __init__(
        self,
        project: Project,
        made_with: str,
        folder: CacheFolder,
        prunes: bool = True,
        shared: CacheFolder | None = None,
        known: Mapping[str, Any] | None = None,
    ) -> None:
        corpus, files = project.corpus, project.files
        super().__init__(corpus)
        self._made_with = sha256(json.dumps([made_with, *corpus.terms]))
        self._own, self._all, self._prunes = CachedValues(folder, known), CachedValues(shared or CacheFolder(None), known), prunes
        self._bases = {event: [basis, *map(str, of_event(project.faults, event))] for event, basis in bases(files).items()}
        self._drafts = bool(corpus.drafts or project.faults)
        displayed = {path: sha256(content) for path, content in files.items() if is_shown(path)}
        others = {path: sha256(content) for path, content in files.items() if is_ruled(path) or not folder_of(path)}
        titles = [(lang, name, page.title) for (lang, name), page in corpus.pages_of("").items()]
        times = {name: len(those) for name, those in recurring(self).items()}
        self._shared = sha256(json.dumps([self._made_with, displayed, titles, times]))
        self._of_none = sha256(json.dumps([self._made_with, others, times]))

    def __contains__(self, event: str) -> bool:
        return event in self.all_events.transcripts

    def __iter__(self) -> Iterator[str]:
        return iter(self.all_events.transcripts)

    def only_kept(self) -> None:
        """From now on make nothing: what is asked for and not kept raises ``LookupError``."""
        self._own.makes = False

    def missing(self, kind: str, facts: Any = ()) -> list[str]:
        """The events of which nothing is kept of one kind; ``facts`` as of ``key``."""
        return [event for event, key in self.keys(kind, facts).items() if key not in self._own.folder]

    def keys(self, kind: str, facts: Any = ()) -> Mapping[str, str]:
        """Event to ``key``, of all of them."""
        return {event: self.key(kind, event, facts) for event in self}

    def key(self, kind: str, event: str, facts: Any = ()) -> str:
        """The checksum of all that what is of one kind is made of; ``facts`` are what else it displays, as values of JSON."""
        return sha256(json.dumps([kind, self._shared, event, self._bases[event], facts]))

    def use(self, keys: Iterable[str]) -> None:
        """Note that what is kept under some keys is still of use, though nobody takes it now."""
        for key in keys:
            self._own.folder.use(key)

    def own(self, event: str) -> Listed[Corpus]:
        """As of ``Summaries``, by what it was read from, so that it is what a check knows; with drafts also by what is left out of them."""
        basis, *faults = self._bases[event]
        left = f"{[self._made_with, *faults]}" if self._drafts else ""
        return Listed(self.all_events.of_event(event), f"{basis}{left}", part=event)

    def made(self, summary: Summary[Made], event: str) -> Made:
        """As of ``Summaries``, for ``keep``, or what is kept of it."""
        with within(event):
            return self._own.take(self.key(summary.kind, event, summary.facts), lambda: summary.make(self.corpus(event)))

    def digest(self, summary: Summary[Any], event: str) -> str:
        """What stands for what ``made`` gives; where it is kept, by its name."""
        key = self.key(summary.kind, event, summary.facts)
        found = self._own.digest(key)
        if not found:
            self.made(summary, event)
            found = self._own.digest(key)
        return found

    def made_of(self, kind: str, facts: Any, make: Callable[[], Made]) -> Made:
        """As of ``Summaries``; it is kept under a checksum of ``facts``, and of all files that belong to no event."""
        if not self._all.folder.has_folder:
            return make()
        return self._all.take(sha256(json.dumps([kind, self._of_none, facts])), make)

    def keeps(self, key: str) -> bool:
        """Whether something is kept of an event under a key, and undamaged."""
        return self._own.folder.get(key) is not None

    def kept(self, key: str) -> Any:
        """What is kept of an event under a key; None where there is nothing."""
        return self._own.get(key)

    def note(self, key: str, value: Any) -> None:
        """Note a value of JSON, such as the finished pages of an event, for ``keep``."""
        self._own.note(key, value)

    @property
    def taken(self) -> Mapping[str, Any]:
        """What the next build of a live server knows."""
        return self._own.taken | self._all.taken

    def keep(self) -> None:
        """Keep what was made, and remove what was not used for longest, where there is too much; a build of a part removes nothing."""
        self._own.keep(self._prunes)
        self._all.keep(self._prunes)
