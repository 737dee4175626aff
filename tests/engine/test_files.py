from __future__ import annotations

from pathlib import Path

import pytest

from verbatim.read import files
from verbatim.read.files import framed, listed, newest_first, odd_entries, read_text, read_tree, write_tree

from .example import CASES


def tree(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def test_all_plain_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    write_tree(tmp_path, {name: name for name in ("docs/zh/b.md", "docs/a.css", "data/e/x.yml", "data/e/source.txt", "README.md")})
    (tmp_path / "docs/folder.md").mkdir()

    files = read_tree(tmp_path)

    names = ("data/e/source.txt", "data/e/x.yml", "docs/a.css", "docs/zh/b.md")
    assert list(files.items()) == [(name, name.encode()) for name in names]


def test_links_and_folders_named_like_files_are_odd_and_not_read(tmp_path: Path) -> None:
    write_tree(tmp_path, {"data/e/x.yml": "x", "secret.txt": "s"})
    (tmp_path / "docs/zh/folder.md").mkdir(parents=True)
    (tmp_path / "data/secret.txt").symlink_to(tmp_path / "secret.txt")

    assert odd_entries(tmp_path) == ["data/secret.txt", "docs/zh/folder.md"]
    assert list(read_tree(tmp_path)) == ["data/e/x.yml"]


def test_texts_are_written_as_utf_8_with_the_line_ends_they_have(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a/b/電車.txt": "電車\n"})

    assert (tmp_path / "a/b/電車.txt").read_bytes() == "電車\n".encode()


def test_where_one_file_cannot_be_written_all_stay_as_they_were(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.txt": "old", "b/c.txt": "old"})

    with pytest.raises(IsADirectoryError):
        write_tree(tmp_path, {"a.txt": "new", "b": "new"})

    assert tree(tmp_path) == {"a.txt", "b/c.txt"}
    assert (tmp_path / "a.txt").read_text() == "old"


def test_a_failure_is_reported_though_what_was_begun_cannot_be_removed(tmp_path: Path) -> None:
    write_tree(tmp_path, {"b": "a file"})

    with pytest.raises(FileExistsError, match=r"/b'"):
        write_tree(tmp_path, {"b/d": "new"})


def test_a_text_in_another_encoding_is_named_with_its_byte(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_bytes("電".encode() + b"\xe9")

    with pytest.raises(OSError, match=r"byte 4 is not UTF-8; save the file as UTF-8: '.*a\.css'"):
        read_text(tmp_path / "a.css")


def test_a_file_that_another_process_removes_meanwhile_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_tree(tmp_path, {"a": "1", "gone": "2", "folder/b": "3"})
    found = listed(tmp_path)
    (tmp_path / "gone").unlink()
    monkeypatch.setattr(files, "listed", lambda _: found)

    assert [(path.name, size) for path, size in newest_first(tmp_path)] == [("a", 1)]


def test_the_cases_hold_no_file_that_an_editor_left_behind() -> None:
    assert {Path(name).suffix for name in tree(CASES)} == {".yml"}


def test_files_that_follow_one_another_are_read_in_one_way() -> None:
    one, other = framed("a", b"b\n1\nc") + framed("d", b""), framed("a", b"") + framed("b\n1\nc", b"") + framed("d", b"")

    assert one != other
    assert framed("\udce4", b"") == b"\xe4\n0\n"
