from __future__ import annotations

import ctypes
import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from verbatim.model.faults import BuildError
from verbatim.publish import exchange, manifest
from verbatim.publish.exchange import Unpublished, publish

from .example import ROOT
from .published import command, copying, state, write

SPARE = ".site.spare"


def nothing(*_: Path) -> None:
    """Begin with or complete a folder by leaving it as it is."""


def beside(folder: Path) -> list[str]:
    """What is left where a folder is, beside it and what the next build would bring."""
    return sorted(path.name for path in folder.parent.iterdir() if "site" in path.name and path != folder)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A published site; what the next build would bring is in ``next`` beside it."""
    write(tmp_path / "next", **{"index.html": "new", "new.txt": "new"})
    return write(tmp_path / "site")


def test_a_build_is_exchanged_for_the_published_folder(site: Path) -> None:
    given = []
    publish(site, copying(site.with_name("next")), nothing, lambda new, folder: given.append((new.name, folder)))

    assert state(site) == state(site.with_name("next"))
    assert given == [("site.new", site)]
    assert beside(site) == [SPARE]


def test_the_first_build_makes_the_folder(tmp_path: Path) -> None:
    publish(tmp_path / "deep/site", copying(write(tmp_path / "next")), nothing, nothing)

    assert (tmp_path / "deep/site/404.html").exists()


def test_a_copy_for_a_disk_is_published_again_though_it_has_no_page_for_wrong_addresses(site: Path) -> None:
    (site / "404.html").rename(site / manifest.SUMS)
    publish(site, copying(site.with_name("next")), nothing, nothing)

    assert state(site) == state(site.with_name("next"))


def test_a_link_to_the_published_folder_stays_one(site: Path) -> None:
    link = site.with_name("link")
    link.symlink_to("site")
    publish(link, copying(site.with_name("next")), nothing, nothing)

    assert link.is_symlink()
    assert state(link) == state(site.with_name("next"))


@pytest.mark.parametrize("without", ["renameat2", "system"])
def test_where_two_names_cannot_be_exchanged_at_once_it_takes_two_steps(site: Path, without: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Library:
        """A system's library: of another system, or on a file system that cannot exchange."""

        if without == "renameat2":

            @staticmethod
            def renameat2(*_: object) -> int:
                return -1

    monkeypatch.setattr(ctypes, "CDLL", lambda _: Library())
    publish(site, copying(site.with_name("next")), nothing, nothing)

    assert state(site) == state(site.with_name("next"))
    assert beside(site) == [SPARE]


def test_the_second_of_two_steps_that_fails_takes_the_first_back(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = state(site)
    monkeypatch.setattr(exchange, "_exchanged", lambda *_: False)

    with pytest.raises(OSError, match="No such file"):
        exchange.exchange(site.with_name("absent"), site)

    assert state(site) == before


def test_a_folder_left_between_two_steps_is_put_back(site: Path) -> None:
    before = state(site)
    site.rename(site.with_name("site.old"))

    with pytest.raises(Unpublished):
        publish(site, command("sys.exit(3)"), nothing, nothing)

    assert state(site) == before
    assert beside(site) == []


FAULTS = {
    "a command that ends with a fault": command("folder.mkdir(exist_ok=True); (folder / 'index.html').write_text('half'); sys.exit(1)"),
    "a command that is killed": command("import os, signal; folder.mkdir(exist_ok=True); os.kill(os.getpid(), signal.SIGKILL)"),
    "no such command": ["/no/such/command"],
    "a command that writes nothing": command(""),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_leaves_the_published_folder_as_it_was(site: Path, fault: str) -> None:
    before = state(site)

    with pytest.raises(Unpublished, match="is as it was"):
        publish(site, FAULTS[fault], nothing, nothing)

    assert state(site) == before
    assert beside(site) == []


def test_a_full_disk_while_the_folder_is_completed_leaves_the_published_one_as_it_was(site: Path) -> None:
    before = state(site)

    def full(new: Path, folder: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(new / "SHA256SUMS"))

    with pytest.raises(Unpublished, match="No space left on device"):
        publish(site, copying(site.with_name("next")), nothing, full)

    assert state(site) == before
    assert beside(site) == []


def test_a_folder_that_is_not_proved_is_not_published(site: Path) -> None:
    before = state(site)

    def unproved(new: Path, folder: Path) -> None:
        raise BuildError("a broken link")

    with pytest.raises(BuildError, match="a broken link"):
        publish(site, copying(site.with_name("next")), nothing, unproved)

    assert state(site) == before
    assert beside(site) == []


def test_what_a_killed_build_left_is_removed(site: Path) -> None:
    write(site.with_name("site.new"), **{"stale.html": "stale"})
    publish(site, copying(site.with_name("next")), nothing, nothing)

    assert not (site / "stale.html").exists()
    assert beside(site) == [SPARE]


def found(by: Path) -> list[str]:
    """A command that notes in a file what the folder holds that it builds into."""
    body = f"pathlib.Path({str(by)!r}).write_text((folder / 'index.html').read_text() if folder.exists() else '')"
    return command(f"{body}; folder.mkdir(exist_ok=True); (folder / '404.html').write_text('404')")


def test_a_build_begins_with_what_was_published_before_the_last_one(site: Path) -> None:
    note, given = site.with_name("note"), list[Path]()
    first = (site / "index.html").read_text()
    publish(site, copying(site.with_name("next")), nothing, nothing)
    publish(site, found(note), given.append, nothing)

    assert note.read_text() == first
    assert given == [site.with_name("site.new")]
    publish(site, found(note), nothing, nothing)
    assert note.read_text() == "new"


def test_what_is_no_longer_published_is_for_nobody_else(site: Path) -> None:
    publish(site, copying(site.with_name("next")), nothing, nothing)

    assert site.with_name(SPARE).stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("fault", ["command", "complete"])
def test_a_fault_leaves_what_the_next_build_begins_with(site: Path, fault: str) -> None:
    def unproved(new: Path, folder: Path) -> None:
        raise BuildError("a broken link")

    publish(site, copying(site.with_name("next")), nothing, nothing)
    note = site.with_name("note")
    with pytest.raises(BuildError):
        publish(site, command("sys.exit(1)" if fault == "command" else ""), nothing, unproved)

    assert beside(site) == [SPARE]
    publish(site, found(note), nothing, nothing)
    assert note.read_text() != ""


def test_what_a_killed_build_left_is_what_the_next_one_begins_with(site: Path) -> None:
    write(site.with_name("site.new"), **{"index.html": "half"})
    write(site.with_name(SPARE), **{"index.html": "spare"})
    publish(site, found(site.with_name("note")), nothing, nothing)

    assert site.with_name("note").read_text() == "half"
    assert beside(site) == [SPARE]


def test_what_cannot_be_cleared_is_removed(site: Path) -> None:
    def full(_: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    write(site.with_name(SPARE), **{"index.html": "spare"})
    publish(site, found(site.with_name("note")), full, nothing)

    assert site.with_name("note").read_text() == ""


def test_where_the_spare_cannot_be_renamed_only_time_is_lost(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if SPARE in (self.name, target.name):
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        return rename(self, target)

    write(site.with_name(SPARE), **{"index.html": "spare"})
    monkeypatch.setattr(Path, "rename", failing)
    publish(site, found(site.with_name("note")), nothing, nothing)

    assert site.with_name("note").read_text() == ""
    assert beside(site) == []


def test_places_that_hold_something_else_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("text")
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/one.txt").write_text("dear")

    with pytest.raises(Unpublished, match="is a file"):
        publish(tmp_path / "file", command(""), nothing, nothing)
    for folder in (tmp_path / "letters", Path("/")):
        with pytest.raises(Unpublished, match=r"holds files but no site|mount point"):
            publish(folder, command(""), nothing, nothing)
    monkeypatch.setattr(Path, "is_mount", lambda _: True)
    with pytest.raises(Unpublished, match="mount point"):
        publish(tmp_path / "letters", command(""), nothing, nothing)


def test_a_second_build_waits_for_the_first(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with exchange._alone(site):
        code = (
            "import sys; from pathlib import Path; from verbatim.publish.exchange import _alone\n"
            "with _alone(Path(sys.argv[1])): print('in')"
        )
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
        second = subprocess.Popen([sys.executable, "-c", code, str(site)], stderr=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        assert second.stderr is not None
        assert b"waiting for it to end" in second.stderr.readline()
        assert second.poll() is None
    assert second.communicate()[0] == b"in\n"


def test_the_wait_ends_when_the_other_build_does(site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import fcntl

    asked = []

    def flock(_: int, how: int) -> None:
        asked.append(how)
        if how & fcntl.LOCK_NB:
            raise BlockingIOError

    monkeypatch.setattr(fcntl, "flock", flock)
    with exchange._alone(site):
        assert asked == [fcntl.LOCK_EX | fcntl.LOCK_NB, fcntl.LOCK_EX]
    assert "another build" in capsys.readouterr().err


def test_a_system_without_such_locks_builds_too(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    publish(site, copying(site.with_name("next")), nothing, nothing)

    assert state(site) == state(site.with_name("next"))


SLOW = """
import time
folder.mkdir(exist_ok=True)
for number in range(400):
    (folder / f"{number}.html").write_text("half")
    time.sleep(0.002)
"""


@pytest.mark.parametrize("after", [0.05, 0.3, 0.6])
def test_a_build_that_is_killed_leaves_the_published_folder_as_it_was_and_the_next_is_right(site: Path, after: float) -> None:
    before = state(site)
    code = (
        "import sys; from pathlib import Path; from verbatim.publish.exchange import publish\n"
        "publish(Path(sys.argv[1]), sys.argv[2:], lambda _: None, lambda *_: None)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    build = subprocess.Popen([sys.executable, "-c", code, str(site), *command(SLOW)], env=environment, start_new_session=True)
    time.sleep(after)
    os.killpg(build.pid, signal.SIGKILL)
    build.wait()

    assert state(site) == before
    publish(site, copying(site.with_name("next")), nothing, nothing)
    assert state(site) == state(site.with_name("next"))
    assert beside(site) == [SPARE]
