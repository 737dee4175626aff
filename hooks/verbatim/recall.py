"""What functions found in texts (``text.memory``), kept in ``.cache/`` between two checks, so that an edit costs only what it changed."""

from __future__ import annotations

import hashlib
import pickle
from contextlib import suppress
from pathlib import Path

from .checked_state import CACHE, engine_state
from .read.files import read_matching, write_tree
from .text.memory import MEMORIES

_NAME = "found.pickle"
_DIGEST = hashlib.sha256().digest_size


def recall(root: Path) -> str:
    """Take what the last check of a project found, if this engine found it and the file is undamaged; the state of the engine."""
    engine = engine_state()
    for _, kept in read_matching(root / CACHE, _NAME):
        content = kept[_DIGEST:]
        if kept[:_DIGEST] == _sum(engine, content):
            for name, found in pickle.loads(content).items():
                if name in MEMORIES:
                    MEMORIES[name].recalled = found
    return engine


def keep(root: Path, engine: str, whole: bool) -> None:
    """Keep what was wanted since the process began, if something of it is new and the engine is still that of ``recall``.

    Of a check that ended early (not ``whole``) it wanted too little: what was recalled stays.  A folder that cannot be written only costs
    time.
    """
    if any(memory.new for memory in MEMORIES.values()) and engine_state() == engine:
        found = {name: memory.found if whole else memory.recalled | memory.found for name, memory in MEMORIES.items()}
        content = pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
        with suppress(OSError):
            write_tree(root / CACHE, {_NAME: _sum(engine, content) + content})


def _sum(engine: str, content: bytes) -> bytes:
    """The checksum of what is kept and of the engine that found it."""
    return hashlib.sha256(engine.encode() + content).digest()
