"""The state in which a project was last found without faults, so that it need not be checked again before a commit."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from .project import THEME
from .read.files import Files, odd_entries, read_matching, write_tree

_FOLDER, _NAME = ".cache", "checked.txt"
_CODE = Path(__file__).parent


def state_of(root: Path, files: Files) -> str:
    """The SHA-256 of all that a check depends on: ``files``, which are the project's, what is none, templates, engine and Python."""
    digest = hashlib.sha256(f"{sys.version}\n{odd_entries(root)}\n".encode())
    for name, content in (*files.items(), *_code(root)):
        digest.update(f"{name}\n{len(content)}\n".encode() + content)
    return digest.hexdigest()


def _code(root: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of the templates of the theme and of every file of the engine that is no compiled one."""
    for folder, pattern in ((root / THEME, "**/*.html"), (_CODE, "**/[!.]*.*")):
        paths = (path for path in sorted(folder.glob(pattern)) if path.is_file() and path.suffix != ".pyc")
        yield from ((path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths)


def remembered(root: Path, state: str) -> str:
    """What a check said of this very state; empty where it was not the last one without faults."""
    kept = next((content for _, content in read_matching(root / _FOLDER, _NAME)), b"").decode("utf-8", "replace")
    found, _, said = kept.partition("\n")
    return said if found == state else ""


def remember(root: Path, state: str, said: str) -> None:
    """Keep what a check said of a state without faults; a folder that cannot be written only costs time."""
    with suppress(OSError):
        write_tree(root / _FOLDER, {_NAME: f"{state}\n{said}"})
