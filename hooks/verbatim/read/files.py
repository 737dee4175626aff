"""The files of a project: its material is read here, and what the engine makes of it is written here.

Fonts, the engine's own tables and built folders are opened where they are used (``print/typeset``, ``text``; ``cache``, ``site``,
``publish``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from errno import EILSEQ, EISDIR
from os import DirEntry, PathLike, scandir, strerror
from pathlib import Path

Files = Mapping[str, bytes]
"""The material of a project: path from its root, with slashes, to content."""

THEME = "overrides"
"""The folder of a project whose templates use interface strings as well."""
CACHE = ".cache"
"""The folder of a project that holds what another run can do without."""


def read_tree(root: Path) -> Files:
    """All plain files below ``docs`` and ``data`` of the project at ``root``, by sorted path; links are not followed."""
    return {name: Path(entry).read_bytes() for name, entry in _material(root) if entry.is_file(follow_symlinks=False)}


def odd_entries(root: Path) -> list[str]:
    """The paths below ``docs`` and ``data`` that are links, or folders with the name of a file."""
    return [name for name, entry in _material(root) if entry.is_symlink() or (entry.is_dir() and Path(name).suffix)]


def _material(root: Path) -> list[tuple[str, DirEntry[str]]]:
    """Everything below ``docs`` and ``data``, by sorted path."""
    return [(f"{top}/{name}", entry) for top in ("data", "docs") for name, entry in entries(root / top)]


def entries(folder: Path) -> list[tuple[str, DirEntry[str]]]:
    """Everything below a folder that can be read, by sorted path: the path from there, with slashes, and what the system says of it.

    Links are not followed.  Three times as fast as ``Path.rglob``.
    """
    return sorted(_within(folder), key=lambda found: found[0].split("/"))


def _within(folder: PathLike[str]) -> Iterator[tuple[str, DirEntry[str]]]:
    """As ``entries``, in no order."""
    for entry in listed(folder):
        yield entry.name, entry
        if entry.is_dir(follow_symlinks=False):
            yield from ((f"{entry.name}/{name}", below) for name, below in _within(entry))


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, such as a template, a script or a style sheet; raises ``OSError``, of other bytes too."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise OSError(EILSEQ, f"byte {error.start + 1} is not UTF-8; save the file as UTF-8", str(path)) from None


def read_matching(root: Path, pattern: str) -> Iterator[tuple[str, bytes]]:
    """Name and content of the files in a folder that match a pattern (``Path.glob``), by name; what cannot be read is left out."""
    for path in sorted(root.glob(pattern)):
        with suppress(OSError):
            yield path.name, path.read_bytes()


def read_or_nothing(path: Path) -> bytes:
    """The content of a file; nothing where it cannot be read."""
    with suppress(OSError):
        return path.read_bytes()
    return b""


def listed(folder: PathLike[str]) -> list[DirEntry[str]]:
    """What lies directly in a folder; nothing where there is none that can be read."""
    try:
        with scandir(folder) as found:
            return [*found]
    except OSError:
        return []


def newest_first(root: Path) -> list[tuple[Path, int]]:
    """The files directly in a folder, each with its size in bytes; the last written comes first.  None where there is no such folder."""
    found = []
    for entry in listed(root):
        with suppress(OSError):  # another process may have renamed or removed it meanwhile
            if entry.is_file():
                found.append((entry.name, entry.stat()))
    return [(root / name, state.st_size) for name, state in sorted(found, key=lambda one: (-one[1].st_mtime_ns, one[0]))]


def write_tree(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below ``root``, by path with slashes; texts as UTF-8.

    All of them are written under other names before the first one gets its own, so that a full disk changes nothing and no file is ever
    half written.  Raises ``OSError``; where that happens between two renames, some files are new and the others as they were.
    """
    paths = [root / name for name in files]
    parts = [path.with_name(f".{path.name}.part") for path in paths]
    try:
        for folder in {path.parent for path in paths}:
            folder.mkdir(parents=True, exist_ok=True)
        for path, part, content in zip(paths, parts, files.values(), strict=True):
            if path.is_dir():
                raise IsADirectoryError(EISDIR, strerror(EISDIR), str(path))
            part.write_bytes(as_bytes(content))
        for path, part in zip(paths, parts, strict=True):
            part.replace(path)
    except BaseException:
        for part in parts:
            with suppress(OSError):
                part.unlink()
        raise


def as_bytes(content: str | bytes) -> bytes:
    """The content of a file: of a text in UTF-8."""
    return content.encode("utf-8") if isinstance(content, str) else content


def framed(path: str, content: bytes) -> bytes:
    """A file with its path and size before it, so that files that follow one another can be read in one way only; any path of a system."""
    return f"{path}\n{len(content)}\n".encode("utf-8", "surrogateescape") + content
