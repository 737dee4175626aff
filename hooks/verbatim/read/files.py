"""The only module that opens files."""

from __future__ import annotations

from collections.abc import Mapping
from errno import EISDIR
from os import strerror
from pathlib import Path

Files = Mapping[str, bytes]
"""The material of a project: path from its root, with slashes, to content."""


def read_tree(root: Path) -> Files:
    """All Markdown, YAML and text below ``docs`` and ``data`` of the project at ``root``, by sorted path."""
    found = (
        path for top in ("docs", "data") for path in (root / top).rglob("*") if path.suffix in {".md", ".yml", ".txt"} and path.is_file()
    )
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(found)}


def read_text(path: Path) -> str:
    """The text of a file of the engine itself: a template or a table."""
    return path.read_text("utf-8")


def write_tree(root: Path, files: Mapping[str, str]) -> None:
    """Write texts as UTF-8 with LF below ``root``, making folders as needed."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))


def replace_in(path: Path, old: str, new: str) -> None:
    """Put other words in the place of some in a file."""
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode()))


def write_whole(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files below ``root`` so that each is there whole or not at all; raises ``OSError`` and leaves nothing half-written."""
    root.mkdir(parents=True, exist_ok=True)
    parts = {root / name: root / f".{name}.part" for name in files}
    try:
        for (path, part), content in zip(parts.items(), files.values(), strict=True):
            if path.is_dir():
                raise IsADirectoryError(EISDIR, strerror(EISDIR), str(path))
            part.write_bytes(content)
        for path, part in parts.items():
            part.replace(path)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
