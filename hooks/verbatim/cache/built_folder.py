"""A folder that sites are built into: what the last build wrote there, so that the next one leaves in place what would be the same.

What was written counts as there while each file has the size and the time of its last change that it had then; any other file is written
again, whatever it holds.  Where nothing is known of a folder, or somebody else wrote into it, a build only takes longer.
A live server has a folder for itself alone: it remembers what it wrote there, and looks for nothing else.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ..publish.folder import PACKED
from ..publish.policy import inline_scripts
from ..read.cache_folder import read_with_checksum, write_with_checksum
from ..read.files import as_bytes, newest_first, write_tree
from ..text.data_scripts import compact_json

STAGED = ".staged"
"""The folder inside a built one in which a site generator writes; a hidden one, so that no server sends it."""
REMEMBERED = 8
"""Of how many folders it is known what they hold."""


MakeEach = Callable[[Sequence[str]], Iterable[tuple[str, Mapping[str, str | bytes]]]]
"""What makes something of some events: of one after another its files, by path."""


@dataclass
class Unit:
    """What one unit of work wrote: its key, the size and the time (ns) of each file, by path, and the inline scripts of its pages."""

    key: str
    files: dict[str, tuple[int, int] | None] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)


def unit_of(kind: str, event: str) -> str:
    """The name of the unit of one kind of an event."""
    return f"{kind}/{event}"


class BuiltFolder:
    """A folder that a site is built into, unit by unit, such as the pages of an event; each file belongs to one unit.

    ``notes`` is where it is kept what folders hold, or None; ``finished`` completes the HTML of a page; ``last`` is the same folder as this
    process completed and kept it last, where nobody else writes into it.
    """

    def __init__(self, folder: Path, notes: Path | None, finished: Callable[[str], str] = str, last: BuiltFolder | None = None) -> None:
        self._root, self._notes, self._finished, self._last = str(folder), notes, finished, last
        self._units: dict[str, Unit] = {}
        self._there: dict[str, bool] = {}
        self._real = {"": True}

    @property
    def staged(self) -> Path:
        """The folder that a site generator writes into."""
        return Path(self._root, STAGED)

    @property
    def is_new(self) -> bool:
        """Whether nothing is known of what it holds."""
        return not self._before

    def holds(self, unit: str, key: str) -> bool:
        """Whether all files of a unit lie there as they were written last, made of what ``key`` says."""
        known = self._before.get(unit)
        if known is None or known.key != key:
            return False
        if self._last:
            return True
        if unit not in self._there:
            self._there[unit] = all(self._state(path) == state for path, state in known.files.items())
        return self._there[unit]

    def leave(self, unit: str) -> None:
        """Leave in place a unit that the folder holds."""
        self._units[unit] = self._before[unit]

    def put(self, unit: str, key: str, files: Mapping[str, str | bytes]) -> None:
        """Write the files of a unit, by path; those that are the same already are left alone.  Raises ``OSError``."""
        pages = {path: text for path, text in files.items() if path.endswith(".html")}
        texts = {path: self._finished(text if isinstance(text, str) else text.decode("utf-8")) for path, text in pages.items()}
        scripts = [*dict.fromkeys(script for html in texts.values() for script in inline_scripts(html))]
        before = self._before.get(unit)
        self._write({**files, **texts}, before.files if before else ())
        self._units[unit] = Unit(key, dict.fromkeys(files), scripts)

    def update(self, kind: str, keys: Mapping[str, str], make: MakeEach) -> None:
        """Leave what is there of one kind of each event, by the ``keys`` of these, and write what ``make`` makes of others, one by one.

        Raises ``OSError``.
        """
        missing = []
        for event, key in keys.items():
            if self.holds(unit_of(kind, event), key):
                self.leave(unit_of(kind, event))
            else:
                missing.append(event)
        for event, files in make(missing):
            self.put(unit_of(kind, event), keys[event], files)

    def read(self, path: str) -> bytes:
        """The content of a file."""
        return Path(self._root, path).read_bytes()

    def files(self, *kinds: str) -> Iterator[str]:
        """The paths of the files that belong to units left or written, or to those of some kinds."""
        for unit in (self.units(*kinds) if kinds else self._units).values():
            yield from unit.files

    def units(self, *kinds: str) -> Mapping[str, Unit]:
        """The units of some kinds that were left or written."""
        return {name: unit for name, unit in self._units.items() if name.partition("/")[0] in kinds}

    def adopt(self, units: Mapping[str, Unit]) -> None:
        """Count among the units those that a double of this process left or wrote."""
        self._units |= units

    def size(self, kind: str) -> int:
        """The bytes of the units of one kind that were left in place."""
        return sum(state[0] for unit in self.units(kind).values() for state in unit.files.values() if state)

    def scripts(self) -> set[str]:
        """The inline scripts of all pages."""
        return {script for unit in self._units.values() for script in unit.scripts}

    def remove_staged(self) -> None:
        """Remove the folder that a site generator writes into, or what has its place, such as a link: it would empty what lies behind."""
        state = self._there_at(STAGED)
        if state and not stat.S_ISDIR(state.st_mode):
            self.staged.unlink()
        shutil.rmtree(self.staged, ignore_errors=True)

    def complete(self) -> None:
        """Remove what belongs to no unit; what is hidden at the top stays, unless it is half written, and so do compressed twins of files.

        Raises ``OSError``.
        """
        self.remove_staged()
        files = {*self.files()}
        if self._last:
            self._remove({*self._last.files()} - files, files)
            return
        folders = _folders(files)
        with os.scandir(self._root) as found:
            for entry in [one for one in found if not one.name.startswith(".") or one.name.endswith(".part")]:
                _tidy(entry, entry.name, files, folders)

    def _remove(self, gone: Set[str], files: Set[str]) -> None:
        """Remove some files, and the folders in which none of other ``files`` lies."""
        if not gone:
            return
        folders = _folders(files)
        for path in gone - folders:
            Path(self._root, path).unlink(missing_ok=True)
        for folder in _folders(gone) - folders:
            shutil.rmtree(Path(self._root, folder), ignore_errors=True)

    def keep(self, sound: Callable[[str], bool]) -> None:
        """Keep what the folder holds; where that cannot be written, the next build only takes longer.

        Of a unit that was written now and is not ``sound``, or of which a file vanished, only the files are known: it has no key.
        """
        for name, unit in self._units.items():
            if unit is not self._before.get(name):
                unit.files = {path: self._state(path) for path in unit.files}
                unit.key = unit.key if sound(name) and None not in unit.files.values() else ""
        self._last = None  # which is of no use any more, and would have kept all earlier ones
        if self._notes is None:
            return
        whole = {name: unit for name, unit in self._units.items() if None not in unit.files.values()}
        text = compact_json({name: vars(unit) for name, unit in whole.items()})
        with suppress(OSError):
            write_with_checksum(self._notes, self._name(), text.encode("utf-8"))
            for path, _ in newest_first(self._notes)[REMEMBERED:]:
                path.unlink()

    @cached_property
    def _before(self) -> dict[str, Unit]:
        """What the folder held after the last build that knew it."""
        if self._last:
            return self._last._units
        kept = read_with_checksum(self._notes, self._name()) if self._notes else None
        return {
            name: Unit(one["key"], {path: tuple(state) for path, state in one["files"].items()}, one["scripts"])
            for name, one in json.loads(kept or b"{}").items()
        }

    def _name(self) -> str:
        """The file that says what the folder holds: named by what the system knows it by, which it keeps when it is renamed."""
        try:
            state = Path(self._root).stat()
        except OSError:
            return "none"
        return f"{state.st_dev}-{state.st_ino}"

    def _state(self, path: str) -> tuple[int, int] | None:
        """Size and time of the last change of a file; None where there is none."""
        state = self._there_at(path)
        return (state.st_size, state.st_mtime_ns) if state and stat.S_ISREG(state.st_mode) else None

    def _is_real(self, folder: str) -> bool:
        """Whether a folder is there and no link, nor below one: what lies behind a link is not of this folder."""
        if folder not in self._real:
            state = self._there_at(folder)
            self._real[folder] = bool(state and stat.S_ISDIR(state.st_mode))
        return self._real[folder]

    def _there_at(self, path: str) -> os.stat_result | None:
        """What the system says of what lies at a path; None where there is nothing, or a link leads there."""
        with suppress(OSError):
            return os.lstat(f"{self._root}/{path}") if self._is_real(path.rpartition("/")[0]) else None
        return None

    def _write(self, files: Mapping[str, str | bytes], before: Iterable[str]) -> None:
        """Write those of some files that are not the same already, for everyone to read; ``before`` are those that the unit had."""
        new = {path: content for path, content in files.items() if not self._is_same(path, content)}
        self._make_room(new, {f"{path}{ending}" for path in new for ending in PACKED}.difference(files))
        moved = self._moved(new, {path for path in before if path not in files})
        write_tree(Path(self._root), {path: content for path, content in new.items() if path not in moved})
        for path, old in moved.items():
            Path(self._root, path).parent.mkdir(parents=True, exist_ok=True)
            Path(self._root, old).replace(Path(self._root, path))
        self._real = {"": True}
        for path in new:
            Path(self._root, path).chmod(0o644)
        for path in _folders(new):
            Path(self._root, path).chmod(0o755)

    def _moved(self, files: Mapping[str, str | bytes], gone: set[str]) -> Mapping[str, str]:
        """Which of some files only have another path, since their folder has another name: the path that each had, among those ``gone``."""
        free = {path.rpartition("/")[2]: path for path in gone.difference(self.files())} if gone else {}
        moved = {}
        for path, content in files.items() if free else ():
            name = path.rpartition("/")[2]
            if name in free and self._is_same(free[name], content):
                moved[path] = free.pop(name)
        return moved

    def _is_same(self, path: str, content: str | bytes) -> bool:
        state = self._state(path)
        return state is not None and state[0] == len(there := as_bytes(content)) and self.read(path) == there

    def _make_room(self, paths: Iterable[str], twins: Iterable[str]) -> None:
        """Remove what has the place of files, or of folders that they lie in, and compressed ``twins`` of what the files held before.

        What cannot be removed is reported when something is written in its place; a double of this process may have removed it.  In the
        place of a twin nothing is written, and one that stays would be sent.
        """
        for folder in _folders(paths):
            state = self._there_at(folder)
            if state and not stat.S_ISDIR(state.st_mode):
                self._unlink(folder)
        for path in paths:
            state = self._there_at(path)
            if state and stat.S_ISDIR(state.st_mode):
                shutil.rmtree(Path(self._root, path))
            elif state and stat.S_ISLNK(state.st_mode):
                self._unlink(path)
        for twin in filter(self._there_at, twins):
            Path(self._root, twin).unlink(missing_ok=True)

    def _unlink(self, path: str) -> None:
        with suppress(OSError):
            Path(self._root, path).unlink()


def _folders(files: Iterable[str]) -> set[str]:
    """The folders that files lie in, by path; the first one is the root."""
    found = {""}
    for path in files:
        while (path := path.rpartition("/")[0]) and path not in found:
            found.add(path)
    return found


def _tidy(entry: os.DirEntry[str], path: str, files: Set[str], folders: Set[str]) -> None:
    """Remove a file that is none of some files nor a compressed twin of one, and a folder that none lies in; look through others."""
    if entry.is_dir(follow_symlinks=False):
        if path not in folders:
            shutil.rmtree(entry)
            return
        with os.scandir(entry) as found:
            for below in [*found]:
                _tidy(below, f"{path}/{below.name}", files, folders)
    elif not any(path.removesuffix(end) in files for end in ("", *PACKED)):
        Path(entry).unlink()
