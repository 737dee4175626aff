"""The commit that the files of a project belong to, as Git knows it; nothing where there is no Git or no repository."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Collection
from pathlib import Path

_HASH = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


def head(root: Path) -> str | None:
    """The commit that is checked out; None where that is not known."""
    return _text(root, "rev-parse", "HEAD").strip() or None


def has(root: Path, commit: str) -> bool:
    """Whether the repository of a project has a commit, which is given by its whole hash: anything else could be an option of Git."""
    return bool(_HASH.fullmatch(commit)) and _text(root, "cat-file", "-t", commit).strip() == "commit"


def differing(root: Path, commit: str, files: Collection[str], places: Collection[str]) -> set[str]:
    """The paths, from the root of a project, that are not as in a commit of its repository.

    ``files`` must be in the commit; ``places`` are the files and folders in which nothing may have changed since.
    """
    changed = _text(root, "diff", "--name-only", "--relative", "-z", commit, "--", *places)
    held = _text(root, "ls-tree", "-r", "--name-only", "-z", commit, "--", *places)
    return {*filter(None, changed.split("\0"))} | ({*files} - {*held.split("\0")})


def _text(root: Path, *words: str) -> str:
    """What Git answers, as text."""
    return git(root, *words).decode("utf-8", "replace")


def git(root: Path, *words: str) -> bytes:
    """What Git answers of the repository of a project; nothing where it cannot.

    It reads a repository of another user only if it is told to; code of the repository runs here in any case.
    """
    command = ["git", "-c", "safe.directory=*", "-C", str(root), *words]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return b""
    return b"" if done.returncode else done.stdout
