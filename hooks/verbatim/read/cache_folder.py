"""A folder of the cache, for what takes long to make: finished books, what the site holds of each event.

An entry is a file ``<key>-<SHA-256 of the content>``: the key says what it was made of, the other half whether the file is
still what was written.  A folder that cannot be read or written only costs time, so its errors are ignored.
Where each state of a thing replaces the one before it, its file has one name, and the checksum is in the file (``read_with_checksum``).
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from ..text.fingerprint import sha256
from .files import listed, newest_first, read_or_nothing, write_tree

LARGEST = 40_000_000
"""Bytes that the entries which the last build did not use may take: some 80 books, or the pages of some 80 events."""
_DIGEST = hashlib.sha256().digest_size


class CacheFolder:
    """The entries in one folder, by key; without a folder it holds none."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def get(self, key: str) -> bytes | None:
        """The entry of a key, if an undamaged one is kept."""
        if self._folder is None:
            return None
        for name in self._names.get(key, ()):
            with suppress(OSError):
                content = (self._folder / name).read_bytes()
                if name == self._name(key, content):
                    self._used.add(name)
                    return content
        return None

    def digest(self, key: str) -> str:
        """The SHA-256 of the content of the entry that ``get`` looks at first, by its name: it is not read; empty where there is none."""
        names = self._names.get(key, ())[:1]
        self._used.update(names)
        return "".join(name.rpartition("-")[2] for name in names)

    @property
    def has_folder(self) -> bool:
        """Whether there is a folder, so that something can be kept."""
        return self._folder is not None

    def __contains__(self, key: str) -> bool:
        """Whether there is an entry of a key, damaged or not."""
        return key in self._names

    def use(self, key: str) -> None:
        """Keep the entries of a key from being removed, as if they had been read."""
        self._used.update(self._names.get(key, ()))

    def put(self, key: str, content: bytes) -> None:
        """Keep an entry."""
        if self._folder is not None:
            name = self._name(key, content)
            self._used.add(name)
            self._names.setdefault(key, []).insert(0, name)  # before what was found damaged
            with suppress(OSError):
                write_tree(self._folder, {name: content})

    def prune(self, largest: int) -> None:
        """Remove the oldest entries beyond ``largest`` bytes; those read or written since the start stay."""
        total = 0
        for path, size in newest_first(self._folder) if self._folder else ():
            if path.name not in self._used:
                total += size
                if total > largest:
                    with suppress(OSError):
                        path.unlink()

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """The files of each key in the order in which they are looked at.

        Listed once, because to look through a folder for each key takes long where there are many.
        """
        found: dict[str, list[str]] = {}
        entries = listed(self._folder) if self._folder else ()
        for name in sorted(entry.name for entry in entries):
            found.setdefault(name.rpartition("-")[0], []).append(name)
        return found

    def _name(self, key: str, content: bytes) -> str:
        return f"{key}-{sha256(content)}"


def read_with_checksum(folder: Path, name: str, made_by: str = "") -> bytes | None:
    """The content of a file as ``write_with_checksum`` wrote it; None where it is damaged, of another ``made_by``, or missing."""
    kept = read_or_nothing(folder / name)
    content = kept[_DIGEST:]
    return content if kept[:_DIGEST] == _checksum(made_by, content) else None


def write_with_checksum(folder: Path, name: str, content: bytes, made_by: str = "") -> None:
    """Keep a file that begins with the checksum of its content and of what made this; raises ``OSError``."""
    write_tree(folder, {name: _checksum(made_by, content) + content})


def _checksum(made_by: str, content: bytes) -> bytes:
    return hashlib.sha256(made_by.encode() + content).digest()
