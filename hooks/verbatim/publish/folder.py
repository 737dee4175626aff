"""Completes a folder that a site generator has written: files for everyone, compressed files beside the texts."""

from __future__ import annotations

import gzip
import json
import os
import zlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata
from pathlib import Path, PurePath
from stat import S_IMODE

import deflate

from ..read.cache_folder import CacheFolder
from ..read.files import entries
from ..text.fingerprint import sha256

TEXTS = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".csv", ".txt"})
"""What servers send compressed."""
WORTH = 1000
"""Bytes from which a file is compressed: a smaller one fits with its headers into one packet of Ethernet (1,500 bytes) anyway."""
LEVEL = 12
"""Of libdeflate, its best: the files are compressed once, and are 3 to 4 % smaller than by gzip at its best."""
PACKED = frozenset({".gz", ".br"})
"""The endings of compressed files: gzip (RFC 1952), Brotli (RFC 7932)."""

_LARGEST = 10_000_000
"""Bytes that the records which the last build did not use may take: those of some ten builds of 100 events."""


def readable(folder: Path) -> None:
    """Let everyone read a folder, whatever the umask: a server is another user.  A mode that is right is not set again."""
    folder.chmod(0o755)
    for _, entry in entries(folder):
        mode = 0o755 if entry.is_dir() else 0o644
        if S_IMODE(entry.stat().st_mode) != mode:
            Path(entry).chmod(mode)


class PackedBefore:
    """The compressed files of a published folder, of which those of unchanged texts are taken over.

    ``folder`` is the published folder, ``sums`` are the checksums of its files by its list; ``cache`` holds for each such list the
    checksums of the compressed files that were made of what it names, so that one which was altered, or which another version of the
    compressors made, is not taken.
    """

    def __init__(self, folder: Path, sums: Mapping[str, str], cache: CacheFolder) -> None:
        self._folder, self._sums, self._cache = folder, sums, cache
        self._made_with = sha256(json.dumps([metadata.version("brotli"), metadata.version("deflate"), Path(__file__).read_text("utf-8")]))
        kept = cache.get(self._key(sums)) if sums else None
        self._packed: dict[str, str] | None = json.loads(kept) if kept else None

    @property
    def packed(self) -> Mapping[str, str]:
        """The checksums of the compressed files that were made of the texts of the folder; none where that is not known."""
        return self._packed or {}

    def take(self, folder: Path, name: str, digest: str, left: Mapping[str, str]) -> dict[str, str] | None:
        """Copy the compressed files of a text with this checksum, if there are any; their checksums, or None where they must be made.

        What was left in place is not copied.  The times are copied too: servers tell browsers by them what changed.
        """
        if self._packed is None or self._sums.get(name) != digest:
            return None
        known = {one: self._packed[one] for ending in PACKED if (one := f"{name}{ending}") in self._packed}
        found = {one: self._read(one) for one, packed in known.items() if left.get(one) != packed}
        if any(sha256(content) != known[one] for one, (content, _) in found.items()):
            return None
        for one, (content, time) in found.items():
            (folder / one).write_bytes(content)
            os.utime(folder / one, ns=(time, time))
        return known

    def _read(self, name: str) -> tuple[bytes, int]:
        """The content and the time of a published file; none where it cannot be read."""
        path = self._folder / name
        try:
            return path.read_bytes(), path.stat().st_mtime_ns
        except OSError:
            return b"", 0

    def keep(self, sums: Mapping[str, str], packed: Mapping[str, str]) -> None:
        """Keep the checksums of the compressed files of a folder with this list, and remove old ones."""
        self._cache.put(self._key(sums), json.dumps(packed).encode("utf-8"))
        self._cache.prune(_LARGEST)

    def _key(self, sums: Mapping[str, str]) -> str:
        return sha256(json.dumps([self._made_with, sorted(sums.items())]))


def compress(folder: Path, sums: Mapping[str, str], before: PackedBefore, left: Mapping[str, str]) -> None:
    """Write ``NAME.gz`` and ``NAME.br`` beside each text, or take over those of the same text; the bytes do not depend on which.

    ``sums`` are the checksums of the files of the folder, ``left`` those of compressed files that an earlier build left there: what this
    one does not need is removed.
    """
    packed: dict[str, str] = {}
    others: list[tuple[int, str]] = []
    for name, digest in sums.items():
        taken = before.take(folder, name, digest, left)
        if taken is not None:
            packed |= taken
        elif PurePath(name).suffix in TEXTS and (size := (folder / name).stat().st_size) >= WORTH:
            others.append((size, name))
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # both compressors leave Python alone meanwhile
        for made in pool.map(lambda one: _compress(folder, one[1]), sorted(others, reverse=True)):  # so that none of the large ones is last
            packed |= made
    for name in left.keys() - packed.keys():
        _unlink(folder / name, folder)
    before.keep(sums, packed)


def _unlink(path: Path, folder: Path) -> None:
    """Remove a file of a folder, and the folders that held nothing else: a server answers otherwise where there is one."""
    path.unlink()
    parent = path.parent
    while parent != folder and not any(parent.iterdir()):
        parent.rmdir()
        parent = parent.parent


def _compress(folder: Path, name: str) -> dict[str, str]:
    """Write the compressed files of a text, if they are smaller; their checksums."""
    content, made = (folder / name).read_bytes(), {}
    for ending, (pack, _) in _formats().items():
        packed = pack(content)
        if len(packed) < len(content):
            (folder / f"{name}{ending}").write_bytes(packed)
            made[f"{name}{ending}"] = sha256(packed)
    return made


def stale(folder: Path) -> Iterator[str]:
    """The compressed files that do not hold what the file beside them holds."""
    formats = _formats()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in PACKED):
        try:
            same = formats[path.suffix][1](path.read_bytes()) == path.with_suffix("").read_bytes()
        except (OSError, EOFError, ValueError, zlib.error):
            same = False
        if not same:
            yield path.relative_to(folder).as_posix()


def compressed(content: bytes) -> bytes:
    """A file in the format of gzip, the same on any day: without a time in its head."""
    return bytes(deflate.gzip_compress(content, LEVEL))


def _formats() -> Mapping[str, tuple[Callable[[bytes], bytes], Callable[[bytes], bytes]]]:
    """For each ending of compressed files what compresses and what expands them."""
    import brotli  # here, because only a folder that is published or verified needs it

    def expanded(packed: bytes) -> bytes:
        try:
            return bytes(brotli.decompress(packed))
        except brotli.error as error:
            raise ValueError(str(error)) from None

    return {
        ".gz": (compressed, gzip.decompress),
        ".br": (lambda content: bytes(brotli.compress(content, mode=brotli.MODE_TEXT)), expanded),  # of itself at its best, 11
    }
