"""What a folder holds of the last build: it stays only where it is exactly what was written."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from weakref import ref

import pytest

from verbatim.cache.built_folder import REMEMBERED, BuiltFolder
from verbatim.read.files import write_tree

PAGE = "<script>one()</script>"


def built(folder: Path, key: str = "key", **files: str) -> BuiltFolder:
    """A folder after a build that wrote one unit, ``unit``, or left it in place."""
    found = BuiltFolder(folder / "site", folder / "notes")
    if found.holds("unit", key):
        found.leave("unit")
    else:
        found.put("unit", key, files)
    found.complete()
    found.keep(lambda unit: True)
    return BuiltFolder(folder / "site", folder / "notes")


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_unit_is_there_until_its_key_is_another_one(tmp_path: Path) -> None:
    after = built(tmp_path, **{"a/b.html": PAGE, "c.bin": "1"})

    assert after.holds("unit", "key")
    assert not after.holds("unit", "other")
    assert not after.holds("other", "key")
    after.leave("unit")
    assert {*after.files()} == {"a/b.html", "c.bin"}
    assert after.scripts() == {"one()"}


@pytest.mark.parametrize("kind", ["link", "link to nothing", "file", "folder"])
def test_what_has_the_place_of_the_folder_to_write_into_is_removed_and_nothing_behind_it(tmp_path: Path, kind: str) -> None:
    foreign = tmp_path / "foreign"
    write_tree(foreign, {"one.txt": "1"})
    folder = BuiltFolder(tmp_path / "site", None)
    folder.staged.parent.mkdir()
    if kind == "file":
        folder.staged.write_text("1", "utf-8")
    elif kind == "folder":
        write_tree(folder.staged, {"one.txt": "1"})
    else:
        folder.staged.symlink_to(foreign if kind == "link" else tmp_path / "nothing")

    folder.remove_staged()

    assert [*folder.staged.parent.iterdir()] == []
    assert names(foreign) == {"one.txt"}


def removed(path: Path) -> None:
    path.unlink()


def longer(path: Path) -> None:
    path.write_text("longer", "utf-8")


def as_long(path: Path) -> None:
    state = path.stat()
    path.write_bytes(b"X" * state.st_size)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns + 1))


def a_link(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


@pytest.mark.parametrize("change", [removed, longer, as_long, a_link])
def test_a_file_that_somebody_else_changed_is_written_again(tmp_path: Path, change: Callable[[Path], None]) -> None:
    built(tmp_path, **{"a/b.html": PAGE, "c.txt": "1"})
    change(tmp_path / "site/a/b.html")

    assert not BuiltFolder(tmp_path / "site", tmp_path / "notes").holds("unit", "key")
    built(tmp_path, **{"a/b.html": PAGE, "c.txt": "1"})

    assert (tmp_path / "site/a/b.html").read_text("utf-8") == PAGE
    assert not (tmp_path / "site/a/b.html").is_symlink()
    assert names(tmp_path / "site") == {"a/b.html", "c.txt"}


def test_what_is_the_same_is_not_touched_and_what_no_unit_has_is_removed(tmp_path: Path) -> None:
    built(tmp_path, "one", **{"a/same.txt": "same", "a/other.txt": "one", "gone/gone.txt": "", "same.txt.gz": "of nothing"})
    before = (tmp_path / "site/a/same.txt").stat()
    for name in ("a/same.txt.gz", "a/other.txt.gz", ".index.html.part", "a/gone.txt.br", "empty/.hidden", ".hidden", ".git/HEAD", "link"):
        (tmp_path / "site" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "site" / name).write_text("x", "utf-8")

    built(tmp_path, "two", **{"a/same.txt": "same", "a/other.txt": "two"})

    after = (tmp_path / "site/a/same.txt").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert names(tmp_path / "site") == {"a/same.txt", "a/same.txt.gz", "a/other.txt", ".hidden", ".git/HEAD"}
    assert not (tmp_path / "site/gone").exists()


def test_a_file_in_the_place_of_a_folder_and_the_other_way_round_makes_room(tmp_path: Path) -> None:
    built(tmp_path, "one", **{"a": "file", "b/c.txt": "1", "d/e": "1"})
    (tmp_path / "site/d/e").unlink()
    (tmp_path / "site/d").rmdir()
    (tmp_path / "site/d").symlink_to("b")

    built(tmp_path, "two", **{"a/x/y.txt": "1", "b": "2", "d/e": "3"})

    assert names(tmp_path / "site") == {"a/x/y.txt", "b", "d/e"}


def test_what_lies_behind_a_link_is_not_of_the_folder(tmp_path: Path) -> None:
    files = {"a/b/c.html": PAGE, "a/d.txt": "1", "e.txt": "1"}
    for moved in ("a", "a/b"):
        built(tmp_path, **files)
        (tmp_path / "site" / moved).rename(tmp_path / "elsewhere")
        (tmp_path / "site" / moved).symlink_to(tmp_path / "elsewhere")

        assert not BuiltFolder(tmp_path / "site", tmp_path / "notes").holds("unit", "key")
        built(tmp_path, **files)

        assert names(tmp_path / "site") == {*files}
        assert not (tmp_path / "site" / moved).is_symlink()
        assert names(tmp_path / "elsewhere")
        shutil.rmtree(tmp_path / "elsewhere")


def test_a_link_to_a_folder_makes_room_for_a_file(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site/404.html").symlink_to(tmp_path / "elsewhere")

    built(tmp_path, **{"404.html": PAGE})

    assert (tmp_path / "site/404.html").read_text() == PAGE
    assert [*(tmp_path / "elsewhere").iterdir()] == []


def test_what_somebody_else_removed_meanwhile_has_made_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a").write_text("a file")
    unlink = Path.unlink

    def twice(path: Path, missing_ok: bool = False) -> None:
        unlink(path, missing_ok)
        if path.name == "a":
            unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", twice)

    built(tmp_path, **{"a/b.html": PAGE})

    assert (tmp_path / "site/a/b.html").read_text() == PAGE


def test_a_link_that_leads_to_itself_makes_room(tmp_path: Path) -> None:
    built(tmp_path, "one", **{"a/b.txt": "1"})
    shutil.rmtree(tmp_path / "site/a")
    (tmp_path / "site/a").symlink_to("a")

    built(tmp_path, "one", **{"a/b.txt": "1"})

    assert names(tmp_path / "site") == {"a/b.txt"}


def test_no_room_is_made_outside_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to("real")
    built(tmp_path, "one", **{"a": "file"})

    built(tmp_path, "two", **{"a/b.txt": "1"})

    assert (tmp_path / "site").is_symlink()
    assert names(tmp_path / "real") == {"a/b.txt"}


def test_the_state_of_a_folder_goes_with_it_when_it_is_renamed_and_not_with_its_copy(tmp_path: Path) -> None:
    built(tmp_path, a="1")
    (tmp_path / "site").rename(tmp_path / "moved")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a").write_text("1", "utf-8")

    assert BuiltFolder(tmp_path / "moved", tmp_path / "notes").holds("unit", "key")
    assert not BuiltFolder(tmp_path / "site", tmp_path / "notes").holds("unit", "key")


def test_notes_that_are_damaged_or_cannot_be_written_only_cost_time(tmp_path: Path) -> None:
    built(tmp_path, a="1")
    [note] = (tmp_path / "notes").iterdir()
    note.write_bytes(note.read_bytes()[:-1])
    assert not BuiltFolder(tmp_path / "site", tmp_path / "notes").holds("unit", "key")

    (tmp_path / "file").write_text("")
    unwritable = BuiltFolder(tmp_path / "site", tmp_path / "file")
    unwritable.put("unit", "key", {"a": "1"})
    unwritable.keep(lambda unit: True)
    assert not BuiltFolder(tmp_path / "site", tmp_path / "file").holds("unit", "key")


def test_units_that_are_not_sound_are_made_again(tmp_path: Path) -> None:
    folder = BuiltFolder(tmp_path / "site", tmp_path / "notes")
    for unit in ("good", "bad"):
        folder.put(unit, "key", {unit: "1"})
    folder.keep(lambda unit: unit == "good")

    after = BuiltFolder(tmp_path / "site", tmp_path / "notes")
    assert [after.holds(unit, "key") for unit in ("good", "bad")] == [True, False]


def test_a_unit_of_which_a_file_vanished_meanwhile_is_made_again(tmp_path: Path) -> None:
    folder = BuiltFolder(tmp_path / "site", tmp_path / "notes")
    folder.put("unit", "key", {"a": "1", "b": "2"})
    folder.put("other", "key", {"c": "3"})
    (tmp_path / "site/a").unlink()
    folder.keep(lambda unit: True)

    after = BuiltFolder(tmp_path / "site", tmp_path / "notes")
    assert [after.holds(unit, "key") for unit in ("unit", "other")] == [False, True]


def test_a_compressed_file_that_is_a_file_of_the_unit_stays(tmp_path: Path) -> None:
    built(tmp_path, "one", **{"map.xml": "1", "map.xml.gz": "packed"})
    built(tmp_path, "two", **{"map.xml": "2", "map.xml.gz": "packed"})

    assert names(tmp_path / "site") == {"map.xml", "map.xml.gz"}


def test_without_a_place_for_notes_nothing_is_kept_and_of_many_folders_only_the_last(tmp_path: Path) -> None:
    for number in range(REMEMBERED + 2):
        folder = BuiltFolder(tmp_path / f"{number}", tmp_path / "notes" if number else None)
        folder.put("books/unit", "key", {"a": "1234"})
        assert folder.size("books") == 0
        folder.keep(lambda unit: True)

    held = [BuiltFolder(tmp_path / f"{number}", tmp_path / "notes").holds("books/unit", "key") for number in range(REMEMBERED + 2)]
    assert held[:2] == [False, False]
    assert sum(held) == REMEMBERED
    last = BuiltFolder(tmp_path / f"{REMEMBERED + 1}", tmp_path / "notes")
    last.leave("books/unit")
    assert last.size("books") == len("1234")


def test_pages_are_completed_and_everyone_may_read_them(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        folder = BuiltFolder(tmp_path / "site", None, lambda html: f"{html}!")
        folder.put("unit", "", {"a/b.html": "one", "c.html": b"two", "d.txt": "three"})
    finally:
        os.umask(before)

    site = tmp_path / "site"
    assert [(site / name).read_text("utf-8") for name in ("a/b.html", "c.html", "d.txt")] == ["one!", "two!", "three"]
    assert {(path.is_dir(), path.stat().st_mode & 0o777) for path in (site, *site.rglob("*"))} == {(True, 0o755), (False, 0o644)}


def test_what_a_live_server_wrote_is_believed_and_what_no_unit_has_any_more_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = BuiltFolder(tmp_path / "site", None)
    for unit, files in {"stays": {"a/b.html": PAGE}, "bad": {"bad.txt": "1"}, "goes": {"c/d/e.txt": "1", "a/f.txt": "1", "g": "1"}}.items():
        first.put(unit, "key", files)
    first.complete()
    first.keep(lambda unit: unit != "bad")
    monkeypatch.delattr("verbatim.cache.built_folder._tidy")

    second = BuiltFolder(tmp_path / "site", None, last=first)
    with monkeypatch.context() as unseen:
        unseen.delattr(BuiltFolder, "_there_at")
        assert [second.holds(unit, "key") for unit in ("stays", "bad", "goes")] == [True, False, True]
        assert not second.holds("stays", "other")
    second.leave("stays")
    second.put("bad", "key", {"bad.txt": "2", "g/h.txt": "in the place of a file"})
    second.complete()

    assert names(tmp_path / "site") == {"a/b.html", "bad.txt", "g/h.txt"}
    assert not (tmp_path / "site/c").exists()
    second.keep(lambda unit: True)
    third = BuiltFolder(tmp_path / "site", None, last=second)
    for unit in ("stays", "bad"):
        assert third.holds(unit, "key")
        third.leave(unit)
    third.complete()
    assert names(tmp_path / "site") == {"a/b.html", "bad.txt", "g/h.txt"}


def test_a_folder_does_not_hold_what_was_known_of_it_before_the_last_build(tmp_path: Path) -> None:
    first = BuiltFolder(tmp_path / "site", None)
    first.put("unit", "key", {"a": "1"})
    first.keep(lambda unit: True)
    earlier, second = ref(first), BuiltFolder(tmp_path / "site", None, last=first)
    del first
    second.leave("unit")
    second.keep(lambda unit: True)

    gc.collect()
    assert earlier() is None


def test_units_that_stay_are_sound_whatever_is_reported_of_others(tmp_path: Path) -> None:
    built(tmp_path, a="1")
    folder = BuiltFolder(tmp_path / "site", tmp_path / "notes")
    folder.leave("unit")
    folder.put("other", "key", {"b": "1"})
    folder.keep(lambda unit: False)

    after = BuiltFolder(tmp_path / "site", tmp_path / "notes")
    assert [after.holds(unit, "key") for unit in ("unit", "other")] == [True, False]


def test_a_file_whose_folder_has_another_name_is_moved(tmp_path: Path) -> None:
    built(tmp_path, "one", **{"1/a.js": "a", "1/b.js": "b", "1/c.js": "c", "1/x/d.js": "d", "same.js": "e"})
    before = {name: (tmp_path / "site" / name).stat().st_ino for name in ("1/a.js", "1/b.js", "1/c.js", "1/x/d.js")}

    folder = BuiltFolder(tmp_path / "site", tmp_path / "notes")
    folder.put("another", "", {"1/c.js": "c"})
    folder.put("unit", "two", {"2/a.js": "a", "2/b.js": "other", "2/c.js": "c", "2/x/d.js": "d", "2/y/d.js": "d", "same.js": "e"})
    folder.complete()

    site = tmp_path / "site"
    written = {"2/a.js": "a", "2/b.js": "other", "2/c.js": "c", "2/x/d.js": "d", "2/y/d.js": "d", "same.js": "e", "1/c.js": "c"}
    assert {name: (site / name).read_text("utf-8") for name in names(site)} == written
    after = {name: (site / name).stat().st_ino for name in names(site)}
    assert [after["2/a.js"], after["2/x/d.js"], after["1/c.js"]] == [before["1/a.js"], before["1/x/d.js"], before["1/c.js"]]
    assert after["2/c.js"] != before["1/c.js"]


def test_a_compressed_twin_that_cannot_be_removed_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_tree(tmp_path / "site", {"a.txt.gz": "old"})

    def unlink(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "unlink", unlink)

    with pytest.raises(PermissionError):
        built(tmp_path, **{"a.txt": "new"})
