"""Publishes a folder: built beside the published one, completed there, then exchanged for it in one step.

Until that step the published folder is as it was, whatever happens: a fault, a full disk, a process that is ended.
The folder that was published before is the spare: the next build begins with it, and a command that leaves in place what has not changed
writes only the rest.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from ..model.faults import BuildError
from .manifest import SUMS

EXCHANGE = 2
"""``RENAME_EXCHANGE`` of Linux: both names are exchanged at once, https://man7.org/linux/man-pages/man2/rename.2.html."""
SIGNS = ("404.html", SUMS)
"""Files by one of which a site is known: of every one for a server, and of every one that was published, a copy for a disk too."""
HERE = -100
"""``AT_FDCWD``: relative paths begin at the working folder."""


class Unpublished(BuildError):
    """The new folder could not be published; the published one is as it was."""

    subject = "publishing"


def publish(folder: Path, command: Sequence[str], begin: Callable[[Path], None], complete: Callable[[Path, Path], None]) -> None:
    """Build and publish a site.

    ``command`` builds it into the folder that is added to it as its last word, which may hold an earlier build, also one that was ended,
    and must then hold nothing but the new one.  ``begin`` is given such a folder and removes from it what no command wrote;
    ``complete`` is given the new folder and the published one (which may not exist), and raises ``BuildError`` if the new one must not be
    published.
    Raises ``Unpublished`` with the reason; then ``folder`` is as it was.
    """
    folder = Path(os.path.realpath(folder))  # a link to the published folder stays one
    try:
        _refuse(folder)
        new = folder.with_name(f"{folder.name}.new")
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _alone(folder) as lock:
            _recover(folder)
            keeps = _take_spare(folder, new, begin)
            try:
                _build([*command, str(new)], lock, folder)
                complete(new, folder)
                exchange(new, folder)
                keeps = True
            finally:
                _put_aside(new, folder, keeps)
    except OSError as error:
        what = f"{error.filename or folder}: {error.strerror or error}"
        raise Unpublished(f"{what}\n    fix: make room or allow writing there; {folder} is as it was") from None


def exchange(new: Path, folder: Path) -> None:
    """Give ``new`` the name of ``folder``; what had it is at ``new`` afterwards.  Raises ``OSError`` and changes nothing."""
    if not folder.exists():
        new.rename(folder)
    elif not _exchanged(new, folder):
        old = _old(folder)
        folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            old.rename(folder)
            raise
        with suppress(OSError):  # it is published; the next build removes the old one
            old.rename(new)


def _exchanged(new: Path, folder: Path) -> bool:
    """Exchange two names at once, where the system and the file system can."""
    try:
        done: int = ctypes.CDLL(None).renameat2(HERE, os.fsencode(new), HERE, os.fsencode(folder), EXCHANGE)
    except (AttributeError, OSError, TypeError):  # another system
        return False
    return done == 0


def _old(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.old")


def _spare(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.spare")


def _take_spare(folder: Path, new: Path, begin: Callable[[Path], None]) -> bool:
    """Let a build begin with what there is of an earlier one: a build that was ended, else the spare; whether there is any.

    Where that cannot be renamed or cleared, it is removed, and only time is lost.
    """
    if not new.exists():
        with suppress(OSError):
            _spare(folder).rename(new)
    _remove(_spare(folder))
    try:
        if new.exists():
            begin(new)
    except OSError:
        _remove(new)
    return new.exists()


def _put_aside(new: Path, folder: Path, keeps: bool) -> None:
    """Keep a folder as the spare, for its owner alone, or remove it: a first build that fails leaves nothing."""
    if keeps:
        with suppress(OSError):
            new.chmod(0o700)  # what is published no longer is in it; the next build lets everyone read it again
            new.rename(_spare(folder))
    shutil.rmtree(new, ignore_errors=True)


def _recover(folder: Path) -> None:
    """Put back a folder that an exchange in two steps, ended between them, left under its other name."""
    if not folder.exists():
        with suppress(FileNotFoundError):
            _old(folder).rename(folder)
    _remove(_old(folder))


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _refuse(folder: Path) -> None:
    """Raise ``Unpublished`` for a place that cannot be exchanged, or holds something else than a site."""
    if folder.is_mount():
        raise Unpublished(f"{folder} is a mount point, which cannot be renamed\n    fix: publish into a folder inside it")
    if folder.exists() and not folder.is_dir():
        raise Unpublished(f"{folder} is a file\n    fix: name a folder")
    if folder.is_dir() and any(folder.iterdir()) and not any((folder / name).exists() for name in SIGNS):
        what = f"{folder} holds files but no site ({' or '.join(SIGNS)}), and would be replaced"
        raise Unpublished(f"{what}\n    fix: name another folder, or empty it")


@contextmanager
def _alone(folder: Path) -> Iterator[tuple[int, ...]]:
    """Wait until no other process publishes beside ``folder``.

    Gives the descriptors to be handed to the command: while that runs on without its parent, the next build waits for it.
    Where the system has no such locks, nothing is waited for.
    """
    try:
        import fcntl
    except ImportError:
        yield ()
        return
    lock = os.open(folder.parent, os.O_RDONLY)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(f"another build is publishing beside {folder}: waiting for it to end", file=sys.stderr)  # noqa: T201 - for a person who waits
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield (lock,)
    finally:
        os.close(lock)


def _build(command: Sequence[str], lock: tuple[int, ...], folder: Path) -> None:
    code = subprocess.run(command, pass_fds=lock, check=False).returncode
    if code:
        raise Unpublished(f"the build ended with {code}, for the reason above; {folder} is as it was")
