"""What the tests of the built site share: a build in a temporary folder, served below a sub-path, and a browser."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import server
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

# Properties get the same examples in each run, few of them; to search for more: HYPOTHESIS_PROFILE=wide
settings.register_profile("same-each-run", derandomize=True, database=None, deadline=None, max_examples=50)
settings.register_profile("wide", database=None, deadline=None, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same-each-run"))

ROOT = Path(__file__).parents[1]
PARTS = ("docs", "data", "hooks", "overrides", "fonts", "mkdocs.yml")
SUB_PATH = "pilot"


@dataclass(frozen=True)
class Site:
    """A built site: its folder and the address it was built for."""

    folder: Path
    url: str

    def html(self) -> list[Path]:
        return sorted(self.folder.rglob("*.html"))


def copy_project(to: Path) -> Path:
    """A copy of the project's material, so that a test may change it."""
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, to / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, to / part)
    return to


def build(project: Path, folder: Path, url: str = "https://example.org/") -> subprocess.CompletedProcess[str]:
    """Build a project as the command does; the result holds exit code and output."""
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(project / "mkdocs.yml"), "-d", str(folder)]
    environment = {**os.environ, "SITE_URL": url, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1676419200"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=folder.parent)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A file server that logs nothing and knows the site's 404 page."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing file as a static host would."""
        body = (Path(self.directory) / SUB_PATH / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


serving = functools.partial(server.serving, handler=Quiet)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The project, built for and served at http://127.0.0.1:<port>/pilot/."""
    root = tmp_path_factory.mktemp("served")
    with serving(root) as host:
        url = f"{host}{SUB_PATH}/"
        done = build(ROOT, root / SUB_PATH, url)
        assert done.returncode == 0, done.stderr
        yield Site(root / SUB_PATH, url)


OWN = re.compile(r"http://127\.0\.0\.1|file:|data:|blob:")
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
SIZES: dict[str, ViewportSize] = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 900}}


LAID = "![...document.querySelectorAll('.entry, .rows tr')].some(one => getComputedStyle(one).contentVisibility === 'auto')"
"""Holds once a long page, which is laid out in pieces, is laid out whole."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright  # not at the head: tests without a browser need not pay for it

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["BROWSER_PATH"], args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def watched(browser: Browser, size: str) -> Iterator[Page]:
    """A page in a context of its own; any console error and any failed or foreign request fails the test."""
    context = browser.new_context(viewport=SIZES[size])
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    # a request given up because the reader went on is no fault
    page.on("requestfailed", lambda request: faults.append(request.url) if request.failure != "net::ERR_ABORTED" else None)
    page.on("response", lambda response: faults.append(response.url) if response.status >= 400 else None)
    page.on("request", lambda request: faults.append(request.url) if not OWN.match(request.url) else None)
    yield page
    context.close()
    assert faults == []


@pytest.fixture(params=SIZES)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page at phone and at desktop width."""
    with watched(browser, request.param) as page:
        yield page


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with watched(browser, "phone") as page:
        yield page


@pytest.fixture
def desktop(browser: Browser) -> Iterator[Page]:
    with watched(browser, "desktop") as page:
        yield page
