from __future__ import annotations

import gzip
import os
import random
from collections.abc import Mapping
from pathlib import Path

import brotli
import pytest

from verbatim.publish import folder as folders
from verbatim.publish import manifest
from verbatim.read.cache_folder import CacheFolder

from .published import describe, state, write

TEXTS = {"one.txt": "one" * 1000, "two.txt": "two" * 1000}


def compress(folder: Path, published: Path, cache: Path | None = None, left: Mapping[str, str] | None = None) -> None:
    """Compress the texts of a folder that will replace another one."""
    before = folders.PackedBefore(published, manifest.whole(published), CacheFolder(cache))
    folders.compress(folder, manifest.whole(folder) or manifest.contents(folder), before, left or {})


def test_texts_that_become_smaller_are_compressed(tmp_path: Path) -> None:
    write(tmp_path, **{"long.txt": "a" * 2000, "short.txt": "a", "image.png": "a" * 2000})
    (tmp_path / "packed.txt").write_bytes(os.urandom(2000))
    compress(tmp_path, tmp_path / "none")

    assert [name for name in state(tmp_path) if name.endswith((".gz", ".br"))] == ["long.txt.br", "long.txt.gz"]
    assert list(folders.stale(tmp_path)) == []


@pytest.mark.parametrize("ending", [".gz", ".br"])
@pytest.mark.parametrize("content", [b"", b"not compressed", gzip.compress(b"other", mtime=0), brotli.compress(b"other")])
def test_a_compressed_file_that_holds_something_else_is_stale(tmp_path: Path, content: bytes, ending: str) -> None:
    write(tmp_path, **{"long.txt": "a" * 2000})
    (tmp_path / f"long.txt{ending}").write_bytes(content)

    assert list(folders.stale(tmp_path)) == [f"long.txt{ending}"]


class Folders:
    """A published folder with its compressed files, and one that will replace it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.published, self.new, self.cache = folder / "site", folder / "site.new", folder / "cache"
        self._write(self.published)
        compress(self.published, folder / "none", self.cache)
        self.made: list[str] = []
        carry_out = folders._compress

        def noted(folder: Path, name: str) -> dict[str, str]:
            self.made.append(name)
            return carry_out(folder, name)

        monkeypatch.setattr(folders, "_compress", noted)

    def _write(self, folder: Path, **changes: str) -> None:
        """A described folder, in which one text does not become smaller."""
        (write(folder, **{**TEXTS, **changes}) / "noise.txt").write_bytes(random.Random(2031).randbytes(2000))
        describe(folder, folder.parent, {})

    def compressed(self, **changes: str) -> list[str]:
        """Compress the texts of a new folder with changes; which of them were compressed and not taken over."""
        self.made.clear()
        self._write(self.new, **changes)
        compress(self.new, self.published, self.cache)
        return sorted(self.made)


@pytest.fixture
def of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    return Folders(tmp_path, monkeypatch)


def test_only_texts_that_changed_are_compressed(of: Folders) -> None:
    assert of.compressed() == []
    assert state(of.new) == state(of.published)
    assert "noise.txt.gz" not in state(of.new)
    assert of.compressed(**{"two.txt": "zwei" * 1000, "new.txt": "new" * 1000}) == ["new.txt", "two.txt"]
    assert list(folders.stale(of.new)) == []


def test_what_an_earlier_build_left_there_is_not_written_again_and_what_is_not_needed_goes(of: Folders) -> None:
    of.compressed(**{"deep/gone.txt": "gone" * 1000})
    left = {name: manifest.contents(of.new)[name] for name in state(of.new) if name.endswith((".gz", ".br"))}
    (of.new / "deep/gone.txt").unlink()
    describe(of.new, of.new.parent, {})
    before = {name: (of.new / name).stat().st_ctime_ns for name in left}
    (of.published / "one.txt.gz").write_bytes(b"not looked at")
    compress(of.new, of.published, of.cache, left)

    assert before.keys() - state(of.new).keys() == {"deep/gone.txt.gz", "deep/gone.txt.br"}
    assert {name: (of.new / name).stat().st_ctime_ns for name in left if "deep" not in name} == {
        name: time for name, time in before.items() if "deep" not in name
    }
    assert not (of.new / "deep").exists()


def test_a_compressed_file_keeps_the_time_by_which_browsers_know_it(of: Folders) -> None:
    os.utime(of.published / "one.txt.br", ns=(5, 7))
    of.compressed()

    assert (of.new / "one.txt.br").stat().st_mtime_ns == 7


@pytest.mark.parametrize("ending", [".gz", ".br"])
@pytest.mark.parametrize("other", [None, b"", gzip.compress(b"one" * 1000, mtime=0), brotli.compress(b"one" * 1000, quality=1)])
def test_a_published_compressed_file_that_is_not_as_it_was_made_is_made_again(of: Folders, ending: str, other: bytes | None) -> None:
    before, path = state(of.published), of.published / f"one.txt{ending}"
    path.unlink()
    if other is not None:
        path.write_bytes(other)

    assert of.compressed() == ["one.txt"]
    assert state(of.new) == before


def test_what_other_compressors_made_is_made_again(of: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.version", lambda _: "another")

    assert of.compressed() == ["noise.txt", "one.txt", "two.txt"]


def test_the_number_of_cores_changes_no_byte(of: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    of.cache = of.cache.with_name("nothing kept")

    assert of.compressed() == ["noise.txt", "one.txt", "two.txt"]
    assert state(of.new) == state(of.published)
