"""Completes a folder that a site generator has written: policies, a site map whose bytes do not depend on the day, files for everyone."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import deflate

from ..read.files import entries

TEXTS = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".csv", ".txt"})
"""What servers send compressed."""
WORTH = 1000
"""Bytes from which a file is compressed: a smaller one fits with its headers into one packet of Ethernet (1,500 bytes) anyway."""
LEVEL = 12
"""Of libdeflate, its best: the files are compressed once, and are 3 to 4 % smaller than by gzip at its best."""
PACKED = frozenset({".gz", ".br"})
"""The endings of compressed files: gzip (RFC 1952), Brotli (RFC 7932)."""


def readable(folder: Path) -> None:
    """Let everyone read a folder, whatever the umask: a server is another user."""
    folder.chmod(0o755)
    for _, entry in entries(folder):
        Path(entry).chmod(0o755 if entry.is_dir() else 0o644)


def compress(folder: Path) -> None:
    """Write ``NAME.gz`` and ``NAME.br`` beside each text, for servers that send such files as they are."""
    for path in _texts(folder):
        content = path.read_bytes()
        for ending, (pack, _) in _formats().items():
            packed = pack(content)
            if len(packed) < len(content):
                path.with_name(f"{path.name}{ending}").write_bytes(packed)


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


def _texts(folder: Path) -> Iterable[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.suffix in TEXTS and path.is_file() and path.stat().st_size >= WORTH)


def compressed(content: bytes) -> bytes:
    """A content as gzip, the same on any day."""
    return bytes(deflate.gzip_compress(content, LEVEL))  # without a time in the head
