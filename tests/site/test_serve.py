"""Writing with the live server: edits of words, data and engine take effect, a fault is told and mended."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from built import EPOCH, build, copy_project
from engine.draft_work import DRAFTS, LIBRARY, TITLES
from specimens import specimens
from verbatim.draft.new import Request, draft
from verbatim.read.files import read_tree, write_tree

pytestmark = pytest.mark.slow

M = specimens()
PATIENCE = 60  # seconds that a rebuild may take on a busy machine


@dataclass
class Serving:
    """A live server of a copy of the project."""

    project: Path
    url: str
    log: Path

    def file(self, path: str) -> bytes:
        with urllib.request.urlopen(self.url + path, timeout=PATIENCE) as answer:
            content: bytes = answer.read()
            return content

    def page(self, path: str) -> str:
        return self.file(path).decode("utf-8")

    def edit(self, file: str, find: str, replace: str) -> None:
        path = self.project / file
        text = path.read_text("utf-8")
        assert find in text
        path.write_text(text.replace(find, replace), "utf-8")


def eventually(happens: Callable[[], bool]) -> bool:
    """Whether something comes true while there is patience."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if happens():
                return True
        except OSError:
            pass  # not yet there
        time.sleep(0.3)
    return False


@contextmanager
def served(project: Path, log: Path, url: str = "", **more: str) -> Iterator[Serving]:
    """A live server of a project that answers; ``url`` is where the site will be found, ``more`` are variables of its environment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    environment = {**os.environ, "SITE_URL": url, "PRINT": "false", "NO_MKDOCS_2_WARNING": "1", **more}
    with log.open("w") as out:
        command = [sys.executable, "-m", "mkdocs", "serve", "-a", address]
        server = subprocess.Popen(command, cwd=project, env=environment, stdout=out, stderr=subprocess.STDOUT)
        live = Serving(project, f"http://{address}/", log)
        try:
            assert eventually(lambda: "</html>" in live.page("")), log.read_text()
            yield live
        finally:
            server.terminate()
            server.wait()


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    with served(copy_project(tmp_path / "project"), tmp_path / "log") as live:
        yield live


def test_edits_take_effect_and_a_fault_is_reported_until_it_is_fixed(serving: Serving) -> None:
    serving.edit("docs/en/about.md", "## What this is {", "## What this site is {")
    assert eventually(lambda: "What this site is" in serving.page("en/about/"))
    status = M.corpus.strings["english.machine"].en
    serving.edit("data/strings.yml", status, f"Edited: {status}")
    assert eventually(lambda: f"Edited: {status}" in serving.page(f"en/{M.speech}"))
    serving.edit("hooks/verbatim/html/templates/speech.html", 'class="speech text"', 'class="speech text edited"')
    assert eventually(lambda: "speech text edited" in serving.page(M.speech))
    serving.edit(f"data/{M.event}/targets.yml", "kind: figure", "kind: fig")
    assert eventually(lambda: "Y6" in serving.log.read_text())
    assert eventually(lambda: "Y6" in serving.page("en/about/"))
    serving.edit(f"data/{M.event}/targets.yml", "kind: fig", "kind: figure")
    serving.edit("docs/en/about.md", "## What this site is {", "## What it is {")
    assert eventually(lambda: "What it is" in serving.page("en/about/"))


def unlike(live: Serving, folder: Path) -> list[str]:
    """The pages, scripts and data of a built folder that a live server answers with otherwise, but for its own script in each page.

    404.html finds its files by the address of the site, or of the server.
    """
    files = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in {".html", ".js", ".json"}]
    own = re.compile(r"<script>\s*(?:var|function) livereload\b.*?</script>", re.DOTALL)
    return [name for name in files if name != "404.html" and own.sub("", live.page(name)) != (folder / name).read_text("utf-8")]


def test_a_live_server_takes_what_a_build_kept_and_displays_after_an_edit_what_a_build_makes(tmp_path: Path) -> None:
    project, url = copy_project(tmp_path / "project"), "https://example.org/below/"
    assert build(project, tmp_path / "site", url, PRINT="false").returncode == 0
    kept = {*(project / ".cache/events").iterdir()}

    with served(project, tmp_path / "log", url) as live:
        assert {*(project / ".cache/events").iterdir()} == kept
        assert unlike(live, tmp_path / "site") == []
        assert "src=/files/" in live.page("404.html")
        live.edit(f"docs/en/{M.event}/index.md", 'description: "', 'description: "Edited: ')
        assert eventually(lambda: "Edited: " in live.page(f"en/{M.event}/"))
        assert build(project, tmp_path / "site", url, PRINT="false").returncode == 0
        assert unlike(live, tmp_path / "site") == []


def test_a_print_edition_is_set_when_it_is_asked_for_and_after_an_edit_anew(tmp_path: Path) -> None:
    project, url, book = copy_project(tmp_path / "project"), "https://example.org/below/", f"pdf/{M.event}-brief-en.pdf"

    with served(project, tmp_path / "log", url, PRINT="true", SOURCE_DATE_EPOCH=EPOCH) as live:
        assert not (project / ".cache/print").exists()
        first = live.file(book)
        assert len([*(project / ".cache/print").iterdir()]) == 1
        live.edit("data/strings.yml", status := M.corpus.strings["english.machine"].en, f"Edited: {status}")
        assert eventually(lambda: f"Edited: {status}" in live.page(f"en/{M.speech}"))
        edited = live.file(book)
    assert build(project, tmp_path / "site", url).returncode == 0
    assert edited == (tmp_path / "site" / book).read_bytes() != first


FAULTS = {
    "a template": ("hooks/verbatim/html/templates/speech.html", "{%", "{% no such tag %}{%", "speech.html:"),
    "a template of the theme": ("overrides/main.html", "{% block styles %}", "{% block styles", "main.html:"),
}


def test_a_fault_of_a_template_is_displayed_and_its_correction_is(serving: Serving) -> None:
    for file, find, replace, report in FAULTS.values():
        path = serving.project / file
        text = path.read_text("utf-8")
        path.write_text(text.replace(find, replace, 1), "utf-8")
        assert eventually(lambda report=report: report in serving.page("en/about/")), report  # type: ignore[misc]
        path.write_text(text, "utf-8")
        assert eventually(lambda: "What this is" in serving.page("en/about/")), report


def test_a_fault_of_the_first_build_is_displayed_and_a_draft_with_faults_is_as_a_draft(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    content = (DRAFTS / f"{LIBRARY}.html").read_bytes()
    write_tree(project, draft(Request(LIBRARY, "a.html", content, title=TITLES[LIBRARY]), read_tree(project)))
    page, targets = project / f"docs/en/{LIBRARY}/briefing.md", project / f"data/{M.event}/targets.yml"
    page.write_text(page.read_text("utf-8").replace('title: "', 'title: "The '), "utf-8")
    text = targets.read_text("utf-8")
    targets.write_text(text.replace("kind: figure", "kind: fig"), "utf-8")

    with served(project, tmp_path / "log") as live:
        assert "Y6" in live.page("")
        targets.write_text(text, "utf-8")
        assert eventually(lambda: ": P7 " in live.page(f"{LIBRARY}/briefing/")), live.log.read_text()
        assert "草稿" in live.page(f"{LIBRARY}/briefing/")
        assert re.search(rf"^docs/en/{LIBRARY}/briefing\.md:\d+: P7 ", live.log.read_text(), re.M)
        live.edit(f"docs/en/{LIBRARY}/briefing.md", 'title: "The ', 'title: "')
        # while it is half written, the page has another fault
        assert eventually(lambda: "草稿" in (found := live.page(f"{LIBRARY}/briefing/")) and ": P7 " not in found)
