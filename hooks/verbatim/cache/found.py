"""What functions found in texts (``text.cache``), kept in ``.cache/`` between checks and builds, so that an edit costs what it changed.

What was found in an event is a file of its own, which is read only where the event is looked at.  Each is a pickle, of which nothing but
plain records is ever made.  JSON would be 1.6 times as large, and to parse it takes 1.8 times as long, before any record is made of it
(measured at 20 events, 5.6 MB).
"""

from __future__ import annotations

import io
import os
import pickle
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from ..project import InvalidProject, Project, load_project, look_ahead
from ..read.cache_folder import read_with_checksum, write_with_checksum
from ..read.event_files import Wanted, by_event
from ..read.files import read_tree
from ..text.cache import Found, begin, know, parts, uncollected
from .checked import engine_state
from .shares import forked, wait_for

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


def cached_project(
    root: Path, cache: Path, engine: str, drafts: bool = False, live: bool = False, workers: int = 1, wanted: Wanted = ()
) -> tuple[Project, str]:
    """A project, read and checked with what was found of it before, which ``cache`` keeps for the next time; and the engine after that.

    Once the process knows something, that is more than what is kept.  Where nothing is kept, ``workers`` processes look at the events, and
    find what is ``wanted`` of each by who asks.  Raises ``BuildError``.
    """
    if any(part.found for part in parts()):
        return load_project(root, drafts, live), engine_state()
    begin(partial(take, cache, engine))
    if not parts()[0].earlier():  # the one without a name, which is begun with
        _look_ahead(root, cache, engine, workers, wanted)
    try:
        project = load_project(root, drafts, live)
    except InvalidProject:
        keep_unless_edited(root, cache, engine, complete=False)
        raise
    return project, keep_unless_edited(root, cache, engine)


def _look_ahead(root: Path, cache: Path, engine: str, workers: int, wanted: Wanted) -> None:
    """Let doubles of this process look at shares of the events, each at one; what they find is known then.

    One process has a double too, since what it takes to look at all events is given back when it ends.
    """
    files = read_tree(root)
    share, processes = forked([name for name in by_event(files) if f"data/{name}/event.yml" in files], workers, fewest=1)
    if share is not None:
        try:
            look_ahead(files, share, wanted)
            for part in [one for one in parts() if one.name in {"", *share}]:
                _put(cache, engine, _path(part.name) if part.name else _ahead(os.getpid()), part.wanted(complete=True))
        finally:
            os._exit(0)
    wait_for(processes)
    for process in processes:
        know(_taken(cache, engine, _ahead(process)))
    for path in cache.glob(f"*{_ahead('*')}*"):  # also of builds that were killed, and half written
        with suppress(OSError):
            path.unlink()


def _ahead(process: int | str) -> str:
    """The file of what a process found in events, beside what it found in the texts of each."""
    return f"ahead-{process}.pickle"


def keep_unless_edited(root: Path, cache: Path, engine: str, complete: bool = True) -> str:
    """Keep what an engine found, unless it was edited meanwhile; the engine as it is now.  Arguments are as of ``keep``."""
    after = engine_state()
    if after == engine:
        keep(root, cache, engine, complete)
    return after


def take(cache: Path, engine: str, part: str) -> Found:
    """What the last check or build of a project found in a part of it, if this engine (``engine_state``) did and the file is undamaged."""
    return _taken(cache, engine, _path(part))


def _taken(cache: Path, engine: str, path: str) -> Found:
    content = read_with_checksum(cache, path, engine)
    if content is not None:
        with suppress(pickle.UnpicklingError), uncollected():
            found: Found = _Records(io.BytesIO(content)).load()
            return found
    return {}


def keep(root: Path, cache: Path, engine: str, complete: bool) -> None:
    """Keep in the folder ``cache`` what this engine wanted since the process began, part by part, where something of it is new; of events
    that the project no longer has, nothing.

    Of a check that ended early (not ``complete``), and of a function that was not asked, it wanted too little: what was found earlier
    stays.
    A folder that cannot be written only costs time.
    """
    new = [part for part in parts() if part.new]
    with suppress(OSError):
        for part in new:
            _put(cache, engine, _path(part.name), part.wanted(complete))
            part.new = False
        for path in cache.glob(_path("*")) if new else ():
            if not (root / "data" / path.stem).is_dir():
                path.unlink()


def _put(cache: Path, engine: str, path: str, found: Found) -> None:
    """Keep what was found; raises ``OSError``."""
    write_with_checksum(cache, path, pickle.dumps(dict(found), pickle.HIGHEST_PROTOCOL), engine)


def _path(part: str) -> str:
    """The file of a part, from the folder of the cache."""
    return f"found/{part}.pickle" if part else "found.pickle"
