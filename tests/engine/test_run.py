"""The commands of ``./run``: what each runs, and where."""

from __future__ import annotations

import argparse
import inspect
import re
import subprocess
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import Any

import pytest

from verbatim.__main__ import _parser

from .example import ROOT


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], Path | None]]:
    """The commands that are run instead of carried out, each with the folder in which it is run."""
    found: list[tuple[list[str], Path | None]] = []

    def noted(words: list[str], cwd: Path | None = None, **_: Any) -> subprocess.CompletedProcess[bytes]:
        found.append((words, cwd))
        return subprocess.CompletedProcess(words, 0)

    monkeypatch.setattr(subprocess, "run", noted)
    return found


def loaded(monkeypatch: pytest.MonkeyPatch) -> Any:
    """``./run`` as a module."""
    loader = SourceFileLoader("run", str(ROOT / "run"))
    spec = spec_from_loader("run", loader)
    assert spec is not None
    commands = module_from_spec(spec)
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    loader.exec_module(commands)
    return commands


def run(monkeypatch: pytest.MonkeyPatch, *words: str, installed: Callable[[str], None] | None = None, root: Path | None = None) -> None:
    """Carry out ``./run`` with an environment that is installed, or note what would be; ``root``: of another project."""
    commands = loaded(monkeypatch)
    monkeypatch.setattr(commands, "environment", installed or (lambda lock: None))
    if root:
        monkeypatch.setattr(commands, "ROOT", root)
    commands.main(*words)


@pytest.mark.parametrize("command", ["build", "verify", "export", "print"])
def test_a_folder_is_below_the_one_where_the_user_is(
    command: str, called: list[tuple[list[str], Path | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(monkeypatch, command, "public/site")

    words, folder = called[-1]  # a build begins with its configuration
    assert "public/site" in words
    assert words[words.index("--root") + 1] == str(ROOT)
    assert folder is None


def test_without_a_folder_the_site_of_the_project_is_built(
    called: list[tuple[list[str], Path | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(monkeypatch, "build")

    assert str(ROOT / "site") in called[-1][0]


@pytest.mark.parametrize("words", [("build", "site", "--part", "2/5"), ("build", "site", "other"), ("verify", "site", "other")])
def test_words_behind_the_folder_are_refused_and_not_passed_over(
    words: tuple[str, ...], called: list[tuple[list[str], Path | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SystemExit, match=f"one folder can be named; what else is {' '.join(words[2:])}"):
        run(monkeypatch, *words)

    assert called == []


def test_what_belongs_to_the_project_is_run_in_its_root(
    called: list[tuple[list[str], Path | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(monkeypatch, "schema")

    assert called[0][1] == ROOT


@pytest.mark.parametrize(
    ("command", "lock"),
    [
        ("build", "requirements.txt"),
        ("check", "requirements.txt"),
        ("new", "requirements-editor.txt"),
        ("translate", "requirements-editor.txt"),
        ("sheet", "requirements-editor.txt"),
    ],
)
def test_only_commands_of_editors_install_what_other_programs_need(
    command: str, lock: str, called: list[tuple[list[str], Path | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    locks: list[str] = []

    run(monkeypatch, command, installed=locks.append)

    assert {*locks} == {lock}


def test_a_new_event_adds_its_people_and_units_to_the_schemas(
    called: list[tuple[list[str], Path | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(monkeypatch, "new", "port-2033", "port.txt")

    (engine, _), (tool, folder) = called
    assert engine[-3:] == ["new", "port-2033", "port.txt"]
    assert tool[-1] == "tools/schema.py"
    assert folder == ROOT


def test_a_live_server_begins_with_the_configuration(called: list[tuple[list[str], Path | None]], monkeypatch: pytest.MonkeyPatch) -> None:
    run(monkeypatch, "serve")

    assert [Path(words[-1]).name for words, _ in called] == ["--live", "serve"]


def test_what_was_built_is_removed_and_named_and_of_a_link_only_the_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("project/site.new/en", "project/.site.spare", "project/.cache", "project/docs", "published"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "project/site").symlink_to("../published")
    run(monkeypatch, "clean", root=tmp_path / "project")

    assert sorted(path.name for path in (tmp_path / "project").iterdir()) == ["docs"]
    assert (tmp_path / "published").exists()
    assert capsys.readouterr().out.splitlines() == [
        f"removed {tmp_path}/project/{name}" for name in ("site", "site.new", ".site.spare", ".cache")
    ]
    run(monkeypatch, "clean", root=tmp_path / "project")
    assert capsys.readouterr().out == "there is nothing to remove\n"


def test_the_help_lists_every_command_with_all_its_options(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = loaded(monkeypatch)
    _, *entries = re.split(r"^    \./run (?=\w)", commands.__doc__, flags=re.M)
    options = {entry.split()[0]: set(re.findall(r"--[a-z-]+", entry)) for entry in entries}
    [engine] = [one for one in _parser()._actions if isinstance(one, argparse._SubParsersAction)]
    of_engine = {name: {*engine.choices[name]._option_string_actions} - {"-h", "--help"} for name in commands.ENGINE}

    assert options.keys() == commands.ENGINE | commands.COMMANDS.keys()
    assert {name: options[name] for name in of_engine} == of_engine
    assert options["build"] == set(re.findall(r'"(--[a-z-]+)"', inspect.getsource(commands.site)))


def test_every_group_that_a_command_installs_is_one_of_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = loaded(monkeypatch)
    names = re.findall(r'\*group\("([a-z]+)"\)', (ROOT / "run").read_text("utf-8"))

    assert {"lock", "mutate"} <= {*names}
    assert all(commands.group(name) for name in names)
