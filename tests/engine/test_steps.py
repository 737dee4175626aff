from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest

from verbatim.__main__ import main
from verbatim.publish import folder as folders
from verbatim.publish import manifest
from verbatim.publish.exchange import publish
from verbatim.publish.manifest import Unproved
from verbatim.publish.steps import Publication, verify
from verbatim.text.fingerprint import fingerprint

from .published import ABOUT, BUILD, command, copying, leaving, state, write

SETTINGS = {"SITE_URL": "https://example.org/"}


def test_a_folder_is_proved_described_and_compressed(tmp_path: Path) -> None:
    write(tmp_path / "site", **{"long.txt": "a" * 2000})
    Publication(tmp_path, SETTINGS).complete(tmp_path / "site", tmp_path / "none")

    assert {"SHA256SUMS", "build.json", "long.txt.gz", "long.txt.br"} <= state(tmp_path / "site").keys()


def test_a_published_folder_is_compared_with_a_build_under_its_own_settings(tmp_path: Path) -> None:
    site = write(tmp_path / "site")
    write(tmp_path / "next")
    Publication(tmp_path, SETTINGS).complete(site, tmp_path / "none")
    asked = "import os; assert os.environ.get('SITE_URL') == 'https://example.org/'"

    verify(site, command(f"{asked}\n{copying(tmp_path / 'next')[2]}"), tmp_path, {"SITE_URL": "https://other/"})
    with pytest.raises(Unproved, match="the build for comparison ended with 1"):
        verify(site, command("sys.exit('no')"), tmp_path, {})


SHORT = ABOUT.replace("../", "/")
LONG = f"{SHORT}{'<p>a' * 500}"


def versions(of: int) -> dict[str, str]:
    """One of three versions of a site, by number: pages that come, change, shrink and go, a sheet under a name of its own."""
    rules = f".b{{--of:{of}}}{' ' * 1000}"
    texts = {
        f"assets/page.{fingerprint(rules)}.min.css": rules,
        "changed/index.html": f"{LONG}<p>{of}",
        "shrunk/index.html": LONG if of < 2 else SHORT,
        "same/index.html": LONG,
        "packed.txt.gz": "of the build",
    }
    own = {"shrunk/index.html.gz": "of the build", "same/index.html.br": "of the build"} if of == 2 else {}
    return texts | own | ({"gone/index.html": LONG, "gone/deep/index.html": LONG} if of == 0 else {"come/index.html": LONG})


class Publishing:
    """A site that is published again and again, and the same published with nothing kept."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.site, self.fresh = folder, folder / "warm/site", folder / "fresh/site"

    def publish(self, of: int) -> None:
        """Publish one of the versions into one of the places."""
        write(self.folder / f"next-{of}", **versions(of))
        self.into(self.site, of)

    def into(self, site: Path, of: int) -> None:
        publication = Publication(site.parent / "project", SETTINGS)
        publish(site, leaving(self.folder / f"next-{of}"), publication.begin, publication.complete)

    def is_as_from_scratch(self, *, of: tuple[int, ...]) -> bool:
        """Whether the site is as one whose every build began with nothing."""
        for one in of:
            for name in (".site.spare", "site.new", "known.txt", "project"):
                path = self.fresh.with_name(name)
                path.unlink() if path.is_file() else shutil.rmtree(path, ignore_errors=True)
            self.into(self.fresh, one)
        return state(self.site) == state(self.fresh)


def test_a_build_that_begins_with_an_earlier_one_is_as_one_from_scratch(tmp_path: Path) -> None:
    of, publishing = (0, 1, 2, 0, 0, 1), Publishing(tmp_path)
    for one in of:
        publishing.publish(one)
        assert publishing.is_as_from_scratch(of=(one,))
    assert {f"files/{path.name}/" for path in (publishing.site / "files").iterdir()} == {BUILD}
    assert not any(path.is_dir() and not any(path.iterdir()) for path in publishing.site.rglob("*"))


STEPS = {
    "the list is written": (manifest, "describe"),
    "files are kept": (manifest, "keep"),
    "texts are compressed": (folders, "compress"),
    "files are made readable": (folders, "readable"),
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("killed", [False, True])
def test_a_build_that_ends_after_any_step_of_its_completion_leaves_nothing_to_the_next_one(
    tmp_path: Path, step: str, killed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    publishing = Publishing(tmp_path)
    publishing.publish(0)
    publishing.publish(1)
    before = state(publishing.site)
    module, name = STEPS[step]
    carry_out = getattr(module, name)

    def ended(*given: object) -> None:
        carry_out(*given)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(module, name, ended)
        if killed:  # then nothing puts the folder aside
            patched.setattr("verbatim.publish.exchange._put_aside", lambda *_: None)
        with pytest.raises(KeyboardInterrupt):
            publishing.publish(2)

    assert state(publishing.site) == before
    assert (publishing.site.with_name("site.new")).exists() is killed
    publishing.publish(0)
    assert publishing.is_as_from_scratch(of=(0, 1, 0))


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
