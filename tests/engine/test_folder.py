from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from verbatim.publish import folder as folders

from .published import write


def test_what_is_compressed_does_not_depend_on_the_day() -> None:
    packed = folders.compressed(b"<loc/>")

    assert gzip.decompress(packed) == b"<loc/>"
    assert packed[4:8] == bytes(4)  # the time, RFC 1952


def test_a_mode_that_is_right_is_not_set_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders.readable(write(tmp_path))
    (tmp_path / "index.html").chmod(0o600)
    (tmp_path / "about").chmod(0o700)
    changed, chmod = list[str](), Path.chmod

    def noted(self: Path, mode: int) -> None:
        changed.append(self.name)
        chmod(self, mode)

    monkeypatch.setattr(Path, "chmod", noted)
    folders.readable(tmp_path)

    assert sorted(changed) == sorted(["about", "index.html", tmp_path.name])
    assert (tmp_path / "about").stat().st_mode & 0o777 == 0o755


def test_files_can_be_read_by_everyone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        folders.readable(write(tmp_path / "site"))
    finally:
        os.umask(before)

    paths = [tmp_path / "site", *(tmp_path / "site").rglob("*")]
    assert {(path.is_dir(), path.stat().st_mode & 0o777) for path in paths} == {(True, 0o755), (False, 0o644)}
