"""The cache of finished books."""

from __future__ import annotations

import os
from pathlib import Path

from verbatim.read.cache_folder import CacheFolder
from verbatim.text.fingerprint import sha256


def entry(folder: Path, key: str) -> Path:
    return next(folder.glob(f"{key}-*"))


def test_a_book_comes_back_by_its_key_and_no_other(tmp_path: Path) -> None:
    CacheFolder(tmp_path / "new").put("one", b"book")
    kept = CacheFolder(tmp_path / "new")
    assert kept.get("one") == b"book"
    assert kept.get("two") is None
    assert "one" in kept
    assert "two" not in kept


def test_a_damaged_entry_is_not_used_and_is_replaced(tmp_path: Path) -> None:
    CacheFolder(tmp_path).put("one", b"book")
    entry(tmp_path, "one").write_bytes(b"bo")
    assert CacheFolder(tmp_path).get("one") is None
    CacheFolder(tmp_path).put("one", b"book")
    assert CacheFolder(tmp_path).get("one") == b"book"


def test_of_several_entries_of_a_key_one_is_taken_and_named(tmp_path: Path) -> None:
    for content in (b"one", b"two", b"three"):
        CacheFolder(tmp_path).put("key", content)
    kept = CacheFolder(tmp_path)
    taken = kept.get("key")
    assert taken is not None
    assert kept.digest("key") == sha256(taken)
    kept.put("key", b"new")
    assert (kept.get("key"), kept.digest("key")) == (b"new", sha256(b"new"))


def test_an_entry_that_cannot_be_read_or_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "one-folder").mkdir()
    assert CacheFolder(tmp_path).get("one") is None
    (tmp_path / "file").write_bytes(b"")
    unwritable = CacheFolder(tmp_path / "file")
    unwritable.put("one", b"book")
    unwritable.prune(0)
    assert unwritable.get("one") is None


def test_the_oldest_entries_that_were_not_used_are_removed(tmp_path: Path) -> None:
    kept = CacheFolder(tmp_path)
    for age, key in enumerate(("new", "middle", "old", "used")):
        CacheFolder(tmp_path).put(key, b"12345")
        os.utime(entry(tmp_path, key), (1000 - age, 1000 - age))
    assert kept.get("used") == b"12345"
    kept.prune(largest=10)
    assert sorted(path.name.partition("-")[0] for path in tmp_path.iterdir()) == ["middle", "new", "used"]


def test_an_entry_that_is_of_use_stays_though_nobody_reads_it(tmp_path: Path) -> None:
    for key in ("one", "other"):
        CacheFolder(tmp_path).put(key, b"12345")
    kept = CacheFolder(tmp_path)
    kept.use("one")
    kept.use("none")
    kept.prune(0)
    assert [path.name.partition("-")[0] for path in tmp_path.iterdir()] == ["one"]


def test_without_a_folder_nothing_is_kept() -> None:
    kept = CacheFolder(None)
    kept.put("one", b"book")
    kept.prune(0)
    assert kept.get("one") is None
