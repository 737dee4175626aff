"""States that were found without faults: whatever a check depends on makes another one."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import configuration
from verbatim.cache import checked
from verbatim.cache.checked import CONFIGURED, configuration_of, engine_state, state_of, take

from .example import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what the checks of this project read."""
    for name in ("data", "docs", "fonts", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def states(root: Path, environment: Mapping[str, str] | None = None) -> tuple[str, str]:
    return state_of(root, engine_state()), configuration_of(root, environment or {}, engine_state())


@pytest.mark.parametrize(
    ("path", "words", "settings"),
    [
        ("data/terms.yml", True, False),
        ("docs/zh/about.md", True, False),
        ("data/new.yml", True, False),
        ("overrides/main.html", True, True),
        ("overrides/new.css", False, True),
        ("mkdocs.yml", False, True),
        ("fonts/SHA256SUMS", False, True),
    ],
)
def test_an_edit_makes_another_state_of_what_reads_the_file(project: Path, path: str, words: bool, settings: bool) -> None:
    before = states(project)

    with (project / path).open("ab") as file:
        file.write(b" ")

    after = states(project)
    assert (after[0] != before[0], after[1] != before[1]) == (words, settings)


def test_a_file_that_is_gone_or_named_otherwise_or_is_a_link_makes_another_state(project: Path) -> None:
    found = {states(project)[0]}
    page = project / "docs/zh/about.md"
    for edit in (
        lambda: page.rename(page.with_name("other.md")),
        lambda: page.with_name("other.md").unlink(),
        lambda: page.symlink_to("x"),
    ):
        edit()
        found.add(states(project)[0])

    assert len(found) == 4


def test_other_packages_make_another_state(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = states(project)

    (tmp_path / "more/jinja2-99.dist-info").mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "more")])

    assert not {*states(project)} & {*before}


def test_the_engine_is_read_again_only_where_one_of_its_files_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked, "_CODE", tmp_path)
    reads: list[bytes] = []

    def read(folder: Path) -> list[tuple[str, bytes]]:
        reads.append((folder / "a.py").read_bytes())
        return [("a.py", reads[-1])]

    monkeypatch.setattr(checked, "_below", read)
    (tmp_path / "a.py").write_text("one")
    first, same = engine_state(), engine_state()
    (tmp_path / "a.py").write_text("another")
    other = engine_state()

    assert (first == same, first == other, len(reads)) == (True, False, 2)


def test_the_settings_of_the_environment_are_part_of_the_configuration(project: Path) -> None:
    bare, named, other = (states(project, one) for one in ({}, {"PRINT": "sometimes"}, {"HOME": "elsewhere"}))

    assert bare[1] != named[1]
    assert bare == other
    assert bare[0] == named[0]


def test_a_configuration_is_checked_again_when_something_of_it_changed(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    checks: list[Path] = []
    told: list[str] = []

    def noted(root: Path, *_: object) -> list[str]:
        checks.append(root)
        return told

    monkeypatch.setattr(configuration, "checked", noted)

    assert [configuration.main(project), configuration.main(project), len(checks)] == [0, 0, 1]
    monkeypatch.setenv("PRINT", "sometimes")
    told.append("mkdocs.yml: extra.print is 'sometimes'")
    assert [configuration.main(project), configuration.main(project), len(checks)] == [1, 1, 3]
    assert capsys.readouterr().err == "mkdocs.yml: extra.print is 'sometimes'\n" * 2


def test_a_configuration_that_is_edited_meanwhile_is_checked_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def edited(root: Path, *_: object) -> list[str]:
        (root / "mkdocs.yml").write_text("", "utf-8")
        return []

    monkeypatch.setattr(configuration, "checked", edited)

    assert configuration.main(project) == 0
    assert not (project / ".cache" / CONFIGURED).exists()
    assert take(project, CONFIGURED, configuration_of(project, {}, engine_state())) == ""


@pytest.mark.parametrize(
    ("words", "wrong", "done"),
    [
        ([], 0, [False]),
        (["--live"], 0, [True]),
        (["check", "port-2033"], 0, [False, "check", "port-2033"]),
        (["check", "port-2033"], 1, [False]),
        (["--live"], 1, [True]),
    ],
)
def test_a_command_of_the_engine_is_carried_out_where_the_configuration_is_right(
    words: list[str], wrong: int, done: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[object] = []

    def checked(root: Path, live: bool) -> int:
        calls.append(live)
        return wrong

    def engine(given: list[str]) -> int:
        calls.extend(given)
        return 3

    monkeypatch.setattr(configuration, "main", checked)
    monkeypatch.setattr("verbatim.__main__.main", engine)

    assert configuration.begun(words) == (wrong or 3 * (len(done) > 1))
    assert calls == done


def test_a_live_server_leaves_files_alone_that_editor_programs_keep(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "overrides/main.html.orig").write_text("", "utf-8")

    assert configuration.main(project, live=True) == 0
    assert not (project / ".cache" / CONFIGURED).exists()
    assert configuration.main(project) == 1
    assert "overrides/main.html.orig: no page uses this file" in capsys.readouterr().err
