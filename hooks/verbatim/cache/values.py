"""Values of JSON that a folder keeps, with those that are noted for it until it is known that they may be kept."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from ..read.cache_folder import LARGEST, CacheFolder
from ..read.summaries import Made
from ..text.data_scripts import compact_json
from ..text.fingerprint import sha256

_QUICK = 1
"""The level of compression: a sixth of the bytes in a hundredth of a second for an event."""


class CachedValues:
    """The values in one ``folder``, by key.

    ``known`` is what was ``taken`` by the last build of a live server, by key: the next one need not read it again while it is kept.
    ``makes``: whether what is missing is made.
    """

    def __init__(self, folder: CacheFolder, known: Mapping[str, Any] | None) -> None:
        self.folder, self._known = folder, known
        self._noted: dict[str, bytes] = {}
        self.taken: dict[str, Any] = {}
        self.makes = True

    def take(self, key: str, make: Callable[[], Made]) -> Made:
        """What is kept under a key, or what ``make`` makes, which is noted; raises ``LookupError`` where nothing is to be made."""
        if self._known and key in self._known and key in self.folder:  # what was not kept is not believed
            self.folder.use(key)
            found: Made | None = self._known[key]
        else:
            found = self.get(key)
        if found is None and not self.makes:
            raise LookupError(key)
        if found is None:
            made = make()
            self.note(key, made)
            return made
        if self._known is not None and key not in self._noted:  # which may never be kept
            self.taken[key] = found
        return found

    def get(self, key: str) -> Any:
        """What is noted or kept under a key; None where there is nothing."""
        content = self._noted.get(key) or self.folder.get(key)
        return None if content is None else json.loads(zlib.decompress(content))

    def note(self, key: str, value: Any) -> None:
        """Note a value, for ``keep``."""
        self._noted[key] = zlib.compress(compact_json(value).encode("utf-8"), _QUICK)

    def digest(self, key: str) -> str:
        """What stands for a value that is kept, by its name, or noted; empty where there is none."""
        return self.folder.digest(key) or (sha256(self._noted[key]) if key in self._noted else "")

    def keep(self, prunes: bool) -> None:
        """Keep what was noted; where this ``prunes``, remove what was not used for longest, where there is too much."""
        for key, content in self._noted.items():
            self.folder.put(key, content)
        self._noted.clear()
        if prunes:
            self.folder.prune(LARGEST)
