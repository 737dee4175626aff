"""States that were found without faults, so that they need not be checked again before a commit; loads only what reads files."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from os import DirEntry
from pathlib import Path

from ..read.files import CACHE, THEME, Files, entries, framed, odd_entries, read_matching, read_or_nothing, read_tree, write_tree

CHECKED, CONFIGURED = "checked.txt", "configured.txt"
"""The files of the cache that hold the last state without faults: of words and data, and of the configuration."""
_CODE = Path(__file__).parents[1]
_SETTING = re.compile(rb"\b[A-Za-z_]\w*\b")
"""A word of ``mkdocs.yml`` that may name a variable of the environment."""


def state_of(root: Path, engine: str, files: Files | None = None) -> str:
    """The SHA-256 of all that a check of words and data depends on: these, templates, and the engine (``engine_state``).

    ``files`` are the words and data where they were read already.
    """
    read = read_tree(root) if files is None else files
    return _sum(f"{engine}\n{odd_entries(root)}", (*read.items(), *_below(root / THEME, ".html")))


def configuration_of(root: Path, environment: Mapping[str, str], engine: str) -> str:
    """The SHA-256 of all that a check of the configuration depends on.

    ``environment`` holds the variables that ``mkdocs.yml`` may name; ``engine`` is as of ``engine_state``.
    """
    written = dict(read_matching(root, "mkdocs.yml"))
    named = {name: environment.get(name.decode("ascii", "replace")) for one in written.values() for name in _SETTING.findall(one)}
    named[b"SOURCE_DATE_EPOCH"] = environment.get("SOURCE_DATE_EPOCH")
    theme = [(name, entry.is_symlink()) for name, entry in entries(root / THEME)]
    files = (_below(root / THEME), _below(root / "fonts"), read_matching(_CODE.parent, "*.py"))
    return _sum(f"{engine}\n{sorted(named.items())}\n{theme}", (*written.items(), *(file for some in files for file in some)))


def engine_state() -> str:
    """The SHA-256 of what decides, beside its input, what the engine finds: its files, packages and Python."""
    written = tuple((name, state.st_size, state.st_mtime_ns) for name, entry in _written(_CODE) if (state := entry.stat()))
    return _engine_as(_interpreter(), written)


@lru_cache(maxsize=1)
def _engine_as(interpreter: str, written: tuple[tuple[str, int, int], ...]) -> str:
    """The engine as it is while its files have these sizes and times: asked before and after a check, and read once."""
    return _sum(interpreter, _below(_CODE))


def _below(folder: Path, end: str = "") -> Iterator[tuple[str, bytes]]:
    """Name and content of the files below a folder whose names end so, as of ``_written``."""
    yield from ((name, Path(entry).read_bytes()) for name, entry in _written(folder) if name.endswith(end))


def _written(folder: Path) -> Iterator[tuple[str, DirEntry[str]]]:
    """Name and entry of the files below a folder; hidden and compiled ones are left out."""
    for name, entry in entries(folder):
        if entry.is_file() and not name.endswith(".pyc") and not entry.name.startswith("."):
            yield name, entry


def _sum(listed: str, files: Iterable[tuple[str, bytes]]) -> str:
    """The SHA-256 of a text and of files."""
    digest = hashlib.sha256(f"{listed}\n".encode("utf-8", "surrogateescape"))
    for name, content in files:
        digest.update(framed(name, content))
    return digest.hexdigest()


def _interpreter() -> str:
    """Python and the packages that it finds, each by the folder of its metadata, whose name holds the version."""
    packages = [path.name for folder in map(Path, sys.path) for path in sorted(folder.glob("*.dist-info"))]
    return f"{sys.version}\n{packages}"


def take(root: Path, name: str, state: str) -> str:
    """What a check said of this very state; empty where it was not the last one without faults.  ``name`` is a file of the cache."""
    kept = read_or_nothing(root / CACHE / name).decode("utf-8", "replace")
    found, _, said = kept.partition("\n")
    return said if found == state else ""


def keep(root: Path, name: str, state: str, said: str) -> None:
    """Keep what a check said of a state without faults; a folder that cannot be written only costs time."""
    with suppress(OSError):
        write_tree(root / CACHE, {name: f"{state}\n{said}"})
