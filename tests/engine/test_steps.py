from __future__ import annotations

import signal
from pathlib import Path

import pytest

from verbatim.__main__ import main
from verbatim.publish.manifest import Unproved
from verbatim.publish.steps import complete, verify

from .published import command, copying, state, write

SETTINGS = {"SITE_URL": "https://example.org/"}


def test_a_folder_is_proved_described_and_compressed(tmp_path: Path) -> None:
    write(tmp_path / "site", **{"long.txt": "a" * 2000})
    complete(tmp_path / "site", tmp_path / "none", tmp_path, SETTINGS)

    assert {"SHA256SUMS", "build.json", "long.txt.gz", "long.txt.br"} <= state(tmp_path / "site").keys()


def test_a_published_folder_is_compared_with_a_build_under_its_own_settings(tmp_path: Path) -> None:
    site = write(tmp_path / "site")
    write(tmp_path / "next")
    complete(site, tmp_path / "none", tmp_path, SETTINGS)
    asked = "import os; assert os.environ.get('SITE_URL') == 'https://example.org/'"

    verify(site, command(f"{asked}\n{copying(tmp_path / 'next')[2]}"), tmp_path, {"SITE_URL": "https://other/"})
    with pytest.raises(Unproved, match="the build for comparison ended with 1"):
        verify(site, command("sys.exit('no')"), tmp_path, {})


def test_the_commands_publish_and_verify(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    build = copying(write(tmp_path / "next"))
    words = ["--root", str(tmp_path)]

    assert main([*words, "publish", str(tmp_path / "site"), *build]) == 0
    assert main([*words, "verify", str(tmp_path / "site"), *build]) == 0
    assert "every file is what was built" in capsys.readouterr().out
    (tmp_path / "site/index.html").write_text("altered")
    assert main([*words, "verify", str(tmp_path / "site"), *build]) == 1
    assert "index.html:1: CHANGED" in capsys.readouterr().err


def test_a_build_that_is_asked_to_end_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = signal.getsignal(signal.SIGTERM)
    try:
        with pytest.raises(SystemExit, match="143"):
            main(
                [
                    "publish",
                    str(tmp_path / "site"),
                    *command("import os, signal, time; os.kill(os.getppid(), signal.SIGTERM); time.sleep(60)"),
                ]
            )
    finally:
        signal.signal(signal.SIGTERM, before)
    assert list(tmp_path.iterdir()) == []
