"""The files of a project: its material is read here, and what the engine makes of it is written here.

Fonts, the engine's own tables and built folders are opened where they are used (``print/typeset``, ``text``, ``publish``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from errno import EISDIR
from os import strerror
from pathlib import Path

Files = Mapping[str, bytes]
"""The material of a project: path from its root, with slashes, to content."""

THEME = "overrides"
"""The folder of a project whose templates use interface strings as well."""


def read_tree(root: Path) -> Files:
    """All plain files below ``docs`` and ``data`` of the project at ``root``, by sorted path; links are not followed."""
    found = (path for path in _below(root) if path.is_file() and not path.is_symlink())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(found)}


def odd_entries(root: Path) -> list[str]:
    """The paths below ``docs`` and ``data`` that are links, or folders with the name of a file."""
    found = (path for path in _below(root) if path.is_symlink() or (path.is_dir() and path.suffix))
    return [path.relative_to(root).as_posix() for path in sorted(found)]


def _below(root: Path) -> Iterator[Path]:
    """Everything below ``docs`` and ``data``."""
    return (path for top in ("docs", "data") for path in (root / top).rglob("*"))


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, such as a template, a script or a style sheet; raises ``OSError`` or ``UnicodeDecodeError``."""
    return path.read_text("utf-8")


def read_matching(root: Path, pattern: str) -> Iterator[tuple[str, bytes]]:
    """Name and content of the files in a folder that match a pattern (``Path.glob``), by name; what cannot be read is left out."""
    for path in sorted(root.glob(pattern)):
        with suppress(OSError):
            yield path.name, path.read_bytes()


def newest_first(root: Path) -> list[tuple[Path, int]]:
    """The files directly in a folder, each with its size in bytes; the last written comes first.  None where there is no such folder."""
    found = [(path, path.stat()) for path in root.glob("*") if path.is_file()]
    return [(path, state.st_size) for path, state in sorted(found, key=lambda entry: (-entry[1].st_mtime_ns, entry[0].name))]


def write_tree(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below ``root``, by path with slashes; texts as UTF-8.

    All of them are written under other names before the first one gets its own, so that a full disk changes nothing and no file is ever
    half written.  Raises ``OSError``; where that happens between two renames, some files are new and the others as they were.
    """
    parts = {root / name: (root / name).with_name(f".{Path(name).name}.part") for name in files}
    try:
        for (path, part), content in zip(parts.items(), files.values(), strict=True):
            if path.is_dir():
                raise IsADirectoryError(EISDIR, strerror(EISDIR), str(path))
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        for path, part in parts.items():
            part.replace(path)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
