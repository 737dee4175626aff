"""The guide from a text file to a published page: its commands and edits are carried out as written, in a copy of the project."""

from __future__ import annotations

import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDES = [ROOT / f"readme/first-transcript.{lang}.md" for lang in ("en", "zh")]
PARTS = ("data", "docs", "fonts", "hooks", "overrides", "tools", "mkdocs.yml", "pyproject.toml", "run")
LOCKS = ("requirements.txt", "requirements-editor.txt", "requirements-test.txt")
_BLOCK = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.M | re.S)


def blocks(guide: Path) -> list[tuple[str, str, str]]:
    """The blocks of a guide: kind, file and content."""
    return [(found[1], found[2], found[3]) for found in _BLOCK.finditer(guide.read_text("utf-8"))]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project with the packages of this one."""
    for name in (*PARTS, *LOCKS):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy2)(ROOT / name, tmp_path / name)
    packages = tmp_path / ".venv"
    packages.mkdir()
    for name in ("bin", "lib", "pyvenv.cfg"):
        (packages / name).symlink_to(Path(sys.prefix) / name)
    state = sha256(b"".join((ROOT / name).read_bytes() for name in LOCKS)).hexdigest()
    (packages / "installed").write_text(f"{LOCKS[-1]} {state}", "utf-8")
    return tmp_path


def run(command: str, folder: Path) -> str:
    """What a command prints; every question is answered with yes, at a terminal."""
    words = [sys.executable, *shlex.split(command)]
    environment = {**os.environ, "PRINT": "false"}
    keyboard, terminal = pty.openpty()
    os.write(keyboard, b"yes\n" * 50)
    done = subprocess.run(words, cwd=folder, stdin=terminal, env=environment, capture_output=True, text=True, check=False)
    os.close(keyboard)
    os.close(terminal)
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


def edit(path: Path, lines: list[str]) -> None:
    """Replace lines of a file: each that went, in the order of the file, by the one that came in its place; … stands for any rest."""
    went, came = ([line[1:] for line in lines if line[:1] == sign] for sign in "-+")
    found = list(_edited(path.read_text("utf-8").split("\n"), went, came))
    assert not went, f"{path}: there is no line {went[0]!r}"
    path.write_text("\n".join(found), "utf-8")


def _edited(lines: list[str], went: list[str], came: list[str]) -> Iterator[str]:
    for line in lines:
        if went and (line == went[0] or (went[0].endswith("…") and line.startswith(went[0][:-1]))):
            del went[0]
            yield came.pop(0)
        else:
            yield line


def test_both_guides_have_the_same_commands_and_edits() -> None:
    for one, other in zip_longest(*map(blocks, GUIDES)):
        assert one == other


@pytest.mark.slow
def test_the_guide_leads_from_the_text_to_the_page(copy: Path) -> None:
    printed: dict[str, str] = {}
    for kind, name, content in blocks(GUIDES[0]):
        if kind == "text":
            (copy / name).write_text(content, "utf-8")
        elif kind == "diff":
            edit(copy / name, content.splitlines())
        else:
            printed |= {command: run(command, copy) for command in content.splitlines()}

    assert printed["./run todo fog-harbor"].rstrip().endswith("fog-harbor: 7 open points (event 3, people 1, register 3)")
    assert printed["./run check"].endswith("no faults\n")
    page = (copy / "site/fog-harbor/briefing/index.html").read_text("utf-8")
    twin = (copy / "site/en/fog-harbor/briefing/index.html").read_text("utf-8")
    assert "舊碼頭如何處理" in page
    assert "new uses for the old piers" in twin
