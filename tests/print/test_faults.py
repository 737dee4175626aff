"""Bad input: one message that names it, exit code 1, nothing half-written."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from built import build, example_project


def run(project: Path, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """The command ``print``, run in a project."""
    environment = {**os.environ, "PYTHONPATH": str(project / "hooks"), **more}
    command = [sys.executable, "-m", "verbatim", "print", str(folder)]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


def spoil(project: Path) -> None:
    """Put a character that no font holds where the checks allow it."""
    path = next(iter(sorted(project.glob("data/*/event.yml"))))
    text, count = re.subn(r"(received:\s*\{?\s*zh: )", r"\1𠮷", path.read_text("utf-8"), count=1)
    assert count
    path.write_text(text, "utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return example_project(tmp_path / "project")


def test_a_character_missing_from_the_fonts_is_named(project: Path, tmp_path: Path) -> None:
    spoil(project)
    done = run(project, tmp_path / "out")
    assert done.returncode == 1
    assert "U+20BB7" in done.stderr
    assert "fonts/more.txt" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_character_missing_from_the_fonts_stops_the_build(project: Path, tmp_path: Path) -> None:
    spoil(project)
    done = build(project, tmp_path / "site")
    assert done.returncode == 1
    assert "U+20BB7" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_font_is_named(project: Path, tmp_path: Path) -> None:
    font = sorted((project / "fonts").glob("*.?tf"))[0]
    font.unlink()
    done = run(project, tmp_path / "out")
    assert done.returncode == 1
    assert font.name in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_no_font_is_named(project: Path, tmp_path: Path) -> None:
    font = sorted((project / "fonts").glob("*.?tf"))[0]
    font.write_bytes(b"not a font")
    done = run(project, tmp_path / "out")
    assert done.returncode == 1
    assert font.name in done.stderr


def test_a_folder_that_cannot_be_written_is_named(project: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", "utf-8")
    done = run(project, tmp_path / "out")
    assert done.returncode == 1
    assert str(tmp_path / "out") in done.stderr
    assert "Traceback" not in done.stderr


def test_an_invalid_date_is_named(project: Path, tmp_path: Path) -> None:
    done = run(project, tmp_path / "out", SOURCE_DATE_EPOCH="yesterday")
    assert done.returncode == 1
    assert "yesterday" in done.stderr
