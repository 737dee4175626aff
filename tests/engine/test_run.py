"""The commands of ``./run``: what each runs, and where."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import Any

import pytest

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


def run(monkeypatch: pytest.MonkeyPatch, *words: str, installed: Callable[[str], None] | None = None) -> None:
    """Carry out ``./run`` with an environment that is installed, or note what would be."""
    loader = SourceFileLoader("run", str(ROOT / "run"))
    spec = spec_from_loader("run", loader)
    assert spec is not None
    commands = module_from_spec(spec)
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    loader.exec_module(commands)
    monkeypatch.setattr(commands, "environment", installed or (lambda lock: None))
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

    assert locks == [lock]
