"""What is made of one event, found by a checksum of all that it is made of.

It is made with a corpus that holds of other events nothing but how often people appear in them, so that it cannot depend on more than
its key says.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from ..analysis.across_events import recurring
from ..project import Project
from ..read.cache_folder import LARGEST, CacheFolder
from ..read.corpus import Corpus, bases
from ..read.data_files import is_shown
from ..text.data_scripts import compact_json
from ..text.fingerprint import sha256

_QUICK = 1
"""The level of compression: a sixth of the bytes in a hundredth of a second for an event."""

Made = TypeVar("Made")


class CachedEvents:
    """What was made of the events of a project.

    ``made_with`` says what else all of it is made with: code, templates, settings; ``folder`` keeps it; ``prunes``: whether what is
    used of the folder is all that a build of the site uses, so that the rest may go.
    """

    def __init__(self, project: Project, made_with: str, folder: CacheFolder, prunes: bool = True) -> None:
        corpus = self._corpus = project.corpus
        self._folder, self._bases, self._corpora = folder, bases(project.files), dict[str, Corpus]()
        self._made: dict[str, bytes] = {}
        self._prunes = prunes
        shared = {path: sha256(content) for path, content in project.files.items() if is_shown(path)}
        titles = [(lang, name, page.title) for (lang, name), page in corpus.pages_of("").items()]
        times = {name: len(those) for name, those in recurring(corpus).items()}
        self._shared = sha256(json.dumps([made_with, shared, titles, times]))

    def __contains__(self, event: str) -> bool:
        return event in self._corpus.transcripts

    def __iter__(self) -> Iterator[str]:
        return iter(self._corpus.transcripts)

    def missing(self, kind: str) -> list[str]:
        """The events of which nothing is kept of one kind."""
        return [event for event in self if self.key(kind, event) not in self._folder]

    def key(self, kind: str, event: str, facts: Any = ()) -> str:
        """The checksum of all that what is of one kind is made of; ``facts`` are what else it displays, as values of JSON."""
        return sha256(json.dumps([kind, self._shared, event, self._bases[event], facts]))

    def use(self, key: str) -> None:
        """Note that what is kept under a key is still of use, though nobody takes it now."""
        self._folder.use(key)

    def corpus(self, event: str) -> Corpus:
        """The corpus that what is made of an event is made with."""
        if event not in self._corpora:
            self._corpora[event] = self._corpus.for_pages(event)
        return self._corpora[event]

    def made(self, kind: str, event: str, make: Callable[[Corpus], Made]) -> Made:
        """What ``make`` makes of an event, for ``keep``, or what is kept of it: values of JSON, such as files by path."""
        key = self.key(kind, event)
        found: Made | None = self._get(key)
        if found is None:
            found = make(self.corpus(event))
            self._made[key] = _packed(found)
        return found

    def pages(self, locale: str, event: str, facts: Any) -> Any:
        """The pages of an event that were kept; ``facts`` are what else they display, as values of JSON.  None where there are none."""
        return self._get(self.key(locale, event, facts))

    def keep_pages(self, locale: str, event: str, facts: Any, pages: Any) -> None:
        """Note the finished pages of an event, as values of JSON, for ``keep``."""
        self._made[self.key(locale, event, facts)] = _packed(pages)

    def keep(self) -> None:
        """Keep what was made, and remove what was not used for longest, where there is too much; a build of a part removes nothing."""
        for key, content in self._made.items():
            self._folder.put(key, content)
        self._made.clear()
        if self._prunes:
            self._folder.prune(LARGEST)

    def _get(self, key: str) -> Any:
        content = self._folder.get(key)
        return None if content is None else json.loads(zlib.decompress(content))


def _packed(made: Any) -> bytes:
    return zlib.compress(compact_json(made).encode("utf-8"), _QUICK)
