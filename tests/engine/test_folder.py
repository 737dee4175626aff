from __future__ import annotations

import gzip
import os
from pathlib import Path

import brotli
import pytest

from verbatim.publish import folder as folders

from .published import state, write


def test_what_is_compressed_does_not_depend_on_the_day() -> None:
    packed = folders.compressed(b"<loc/>")

    assert gzip.decompress(packed) == b"<loc/>"
    assert packed[4:8] == bytes(4)  # the time, RFC 1952


def test_files_can_be_read_by_everyone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        folders.readable(write(tmp_path / "site"))
    finally:
        os.umask(before)

    paths = [tmp_path / "site", *(tmp_path / "site").rglob("*")]
    assert {(path.is_dir(), path.stat().st_mode & 0o777) for path in paths} == {(True, 0o755), (False, 0o644)}


def test_texts_that_become_smaller_are_compressed(tmp_path: Path) -> None:
    write(tmp_path, **{"long.txt": "a" * 2000, "short.txt": "a", "image.png": "a" * 2000})
    (tmp_path / "packed.txt").write_bytes(os.urandom(2000))
    folders.compress(tmp_path)

    assert [name for name in state(tmp_path) if name.endswith((".gz", ".br"))] == ["long.txt.br", "long.txt.gz"]
    assert list(folders.stale(tmp_path)) == []


@pytest.mark.parametrize("ending", [".gz", ".br"])
@pytest.mark.parametrize("content", [b"", b"not compressed", gzip.compress(b"other", mtime=0), brotli.compress(b"other")])
def test_a_compressed_file_that_holds_something_else_is_stale(tmp_path: Path, content: bytes, ending: str) -> None:
    write(tmp_path, **{"long.txt": "a" * 2000})
    (tmp_path / f"long.txt{ending}").write_bytes(content)

    assert list(folders.stale(tmp_path)) == [f"long.txt{ending}"]
