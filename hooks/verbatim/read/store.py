"""Keeps finished books between builds, so that only a book whose input changed is typeset again.

An entry is a file ``<key>-<SHA-256 of the content>.pdf``: the key says what the book was made of, the other half whether the file is
still what was written.  A folder that cannot be read or written only costs time, so its errors are ignored.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from .files import newest_first, read_matching, write_tree

LARGEST = 40_000_000
"""Bytes that the entries which the last build did not use may take: some 80 books."""


class Store:
    """The books in one folder, by key; without a folder it holds none."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def get(self, key: str) -> bytes | None:
        """The book of a key, if an undamaged one is kept."""
        if self._folder is None:
            return None
        for name, content in read_matching(self._folder, f"{key}-*.pdf"):
            if name == _name(key, content):
                self._used.add(name)
                return content
        return None

    def put(self, key: str, content: bytes) -> None:
        """Keep a book."""
        if self._folder is not None:
            name = _name(key, content)
            self._used.add(name)
            with suppress(OSError):
                write_tree(self._folder, {name: content})

    def prune(self, largest: int = LARGEST) -> None:
        """Remove the oldest entries beyond ``largest`` bytes; those read or written since the start stay."""
        total = 0
        for path, size in newest_first(self._folder) if self._folder else ():
            if path.name not in self._used:
                total += size
                if total > largest:
                    path.unlink(missing_ok=True)


def _name(key: str, content: bytes) -> str:
    return f"{key}-{hashlib.sha256(content).hexdigest()}.pdf"
