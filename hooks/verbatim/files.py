"""The only module that opens files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from shutil import rmtree

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


def remove(root: Path, pattern: str) -> None:
    """Delete the files and folders below ``root`` that a pattern names."""
    for path in sorted(root.rglob(pattern)):
        if path.is_dir():
            rmtree(path)
        else:
            path.unlink()
