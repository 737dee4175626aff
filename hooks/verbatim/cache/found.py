"""What functions found in texts (``text.cache``), kept in ``.cache/`` between checks and builds, so that an edit costs what it changed.

It is kept as a pickle, of which nothing but plain records is ever made.  JSON would be 1.6 times as large, and to parse it takes 1.8 times
as long, before any record is made of it (measured at 20 events, 5.6 MB).
"""

from __future__ import annotations

import hashlib
import io
import pickle
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..project import InvalidProject, Project, load_project
from ..read.files import read_matching, write_tree
from ..text.cache import CACHES, uncollected
from .checked import CACHE, engine_state

_NAME = "found.pickle"
_DIGEST = hashlib.sha256().digest_size
_ENGINE = __name__.partition(".")[0]
_ROOMS = tuple(f"{_ENGINE}.{room}." for room in ("model", "text", "read"))
"""The rooms whose classes are records, which do nothing when they are made."""
_VALUES = {("datetime", "date"), ("decimal", "Decimal")}


class _Records(pickle.Unpickler):
    """Reads a pickle in which only records and plain values may be named, so that whoever can write the file can run no code by it."""

    def find_class(self, module: str, name: str) -> Any:
        """A class of the loaded rooms; raises ``UnpicklingError`` for all else."""
        found = getattr(sys.modules.get(module), name, None) if module.startswith(_ROOMS) or (module, name) in _VALUES else None
        if isinstance(found, type) and found.__module__ == module:
            return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def cached_project(root: Path, engine: str, drafts: bool = False, live: bool = False) -> tuple[Project, str]:
    """A project, read and checked with what was found of it before, which is kept for the next time; and the engine after that.

    Once the process knows something, that is more than what is kept, which is therefore read once.
    Raises ``BuildError``.
    """
    if any(cache.found for cache in CACHES.values()):
        return load_project(root, drafts, live), engine_state()
    take(root, engine)
    try:
        project = load_project(root, drafts, live)
    except InvalidProject:
        keep_unless_edited(root, engine, complete=False)
        raise
    return project, keep_unless_edited(root, engine)


def keep_unless_edited(root: Path, engine: str, complete: bool = True) -> str:
    """Keep what an engine found, unless it was edited meanwhile; the engine as it is now.  ``complete`` as of ``keep``."""
    after = engine_state()
    if after == engine:
        keep(root, engine, complete)
    return after


def take(root: Path, engine: str) -> None:
    """Take what the last check or build of a project found, if this engine (``engine_state``) found it and the file is undamaged."""
    for _, kept in read_matching(root / CACHE, _NAME):
        content = kept[_DIGEST:]
        if kept[:_DIGEST] == _sum(engine, content):
            with suppress(pickle.UnpicklingError), uncollected():
                for name, found in _Records(io.BytesIO(content)).load().items():
                    if name in CACHES:
                        CACHES[name].earlier = found


def keep(root: Path, engine: str, complete: bool) -> None:
    """Keep what this engine wanted since the process began, if something of it is new.

    Of a check that ended early (not ``complete``), and of a function that was not asked, it wanted too little: what was found earlier
    stays.
    A folder that cannot be written only costs time.
    """
    if any(cache.new for cache in CACHES.values()):
        found = {name: cache.wanted(complete) for name, cache in CACHES.items()}
        content = pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
        with suppress(OSError):
            write_tree(root / CACHE, {_NAME: _sum(engine, content) + content})
            for cache in CACHES.values():
                cache.new = False


def _sum(engine: str, content: bytes) -> bytes:
    """The checksum of what is kept and of the engine that found it."""
    return hashlib.sha256(engine.encode() + content).digest()
