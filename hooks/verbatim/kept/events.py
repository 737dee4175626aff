"""What is made of one event, found by a checksum of all that it is made of.

It is made with a corpus that holds of other events nothing but how often people appear in them, so that it cannot depend on more than
its key says.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from ..analysis.across_events import recurring
from ..project import Project
from ..read.corpus import Corpus, bases
from ..read.store import Store
from ..text.data_scripts import compact_json

_SHARED = ("corrections.yml", "publication.yml", "simplified.yml", "strings.yml")
"""Files of ``data`` that pages of events display, beside those that ``bases`` takes in."""


_QUICK = 1
"""The level of compression: a sixth of the bytes in a hundredth of a second for an event."""


class KeptEvents:
    """What was made of the events of a project.

    ``made_with`` says what else all of it is made with: code, templates, settings; ``store`` keeps it.
    """

    def __init__(self, project: Project, made_with: str, store: Store) -> None:
        corpus = self._whole = project.corpus
        self._store, self._bases, self._corpora = store, bases(project.files), dict[str, Corpus]()
        shared = {name: _sum(project.files.get(f"data/{name}", b"")) for name in _SHARED}
        titles = [(lang, name, page.title) for (lang, name), page in corpus.pages.items() if "/" not in name]
        times = {name: len(those) for name, those in recurring(corpus).items()}
        self._shared = _sum(json.dumps([made_with, shared, titles, times]).encode())

    def __contains__(self, event: str) -> bool:
        return event in self._whole.transcripts

    def corpus(self, event: str) -> Corpus:
        """The corpus that what is made of an event is made with."""
        if event not in self._corpora:
            self._corpora[event] = self._whole.for_pages(event)
        return self._corpora[event]

    def made(self, kind: str, event: str, make: Callable[[Corpus], Mapping[str, str]]) -> Mapping[str, str]:
        """What ``make`` makes of an event, or what is kept of it: files by path."""
        key = self._key(kind, event, ())
        found: Mapping[str, str] | None = self._get(key)
        return self._put(key, make(self.corpus(event))) if found is None else found

    def pages(self, locale: str, event: str, facts: Any) -> Any:
        """The pages of an event that were kept; ``facts`` are what else they display, as values of JSON.  None where there are none."""
        return self._get(self._key(locale, event, facts))

    def keep_pages(self, locale: str, event: str, facts: Any, pages: Any) -> None:
        """Keep the finished pages of an event, as values of JSON."""
        self._put(self._key(locale, event, facts), pages)

    def prune(self) -> None:
        """Remove what was not used for longest, where there is too much."""
        self._store.prune()

    def _key(self, kind: str, event: str, facts: Any) -> str:
        return _sum(json.dumps([kind, self._shared, event, self._bases[event], facts]).encode())

    def _get(self, key: str) -> Any:
        content = self._store.get(key)
        return None if content is None else json.loads(zlib.decompress(content))

    def _put(self, key: str, made: Any) -> Any:
        self._store.put(key, zlib.compress(compact_json(made).encode("utf-8"), _QUICK))
        return made


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
