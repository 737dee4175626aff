"""What all tests share: marks by folder, the sites, a server for them, a browser."""

from __future__ import annotations

import io
import os
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import server
from hypothesis import settings

import built
from built import ORIGIN
from built import ROOT as ROOT  # the tests get both from here
from built import Site as Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize

# Properties get the same examples in each run, few of them; to search for more: HYPOTHESIS_PROFILE=wide
settings.register_profile("same-each-run", derandomize=True, database=None, deadline=None, max_examples=50)
settings.register_profile("wide", database=None, deadline=None, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same-each-run"))

TESTS = Path(__file__).parent


LONG = (
    *(f"test_no_page_has_a_finding[{part}]" for part in range(2)),
    *(
        "test_publishing.py",
        "test_standards.py",
        "test_builds.py",
        "test_weight.py",
        "test_layout.py",
        "test_serve.py",
    ),
    *("test_no_page_has_a_finding", "[firefox", "[webkit"),
)
"""Parts of the names of tests that take long, the longest first."""
SLOW = ("test_typeset.py", "test_cache_found.py", "test_cache_events.py")
"""Files of engine tests that the fast run leaves out: they set books, and check and make events after each kind of edit, a third of the
time of all."""


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Mark each test by its folder, and as one that drives a browser by what it asks for; then put those that take long first."""
    for item in items:
        item.add_marker(item.path.relative_to(TESTS).parts[0])
        names = set(getattr(item, "fixturenames", ()))
        if "browser" in names:
            item.add_marker("browser")
        if item.path.name in SLOW:
            item.add_marker("slow")
    yield
    items[:] = shared_out(items, int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")))


def shared_out(items: Sequence[pytest.Item], processes: int) -> list[pytest.Item]:
    """The tests in an order in which each process begins with some that take long, and none is left with one at the end.

    pytest-xdist cuts the order into equal shares, one for each process; one that is done takes from the end of another's share.
    """
    groups = [[item for item in items if next((name for name in LONG if name in item.nodeid), None) == name] for name in LONG]
    others = iter([item for item in items if not any(name in item.nodeid for name in LONG)])
    found: list[pytest.Item] = []
    for process in range(processes):
        share = [item for group in groups[process::processes] for item in group]
        size = (len(items) - len(found)) // (processes - process)
        found += [*share, *islice(others, max(0, size - len(share)))]
    return [*found, *others]


class Sites(server.Handler):
    """Serves several sites below one address, each by the first part of its path."""

    folders: dict[str, Path] = {}  # noqa: RUF012 - one for the process

    def send_head(self) -> io.BytesIO | None:
        """Answer from the folder of the site."""
        name, _, rest = self.path.lstrip("/").partition("/")
        self.directory, self.path = str(self.folders[name]), f"/{rest}"
        return super().send_head()


def serve(name: str, folder: Path) -> str:
    """Let the browser find a folder; its address."""
    Sites.folders[name] = folder
    return f"{ORIGIN}{name}/"


def served(site: Site) -> Site:
    """A site that the browser finds at the address it was built for."""
    serve(site.name, site.folder)
    return site


@pytest.fixture(scope="session")
def site() -> Site:
    """The project as it is published."""
    return served(built.main_site())


@pytest.fixture(scope="session")
def example() -> Site:
    """The made-up transcript of tests/example as a site."""
    return served(built.example_site())


@pytest.fixture(scope="session")
def events() -> Site:
    """The project with the made-up events of tests/events beside its own."""
    return served(built.events_site())


@pytest.fixture(scope="session", params=["site", "example"])
def each_site(request: pytest.FixtureRequest) -> Site:
    """The project, then the example: what holds of any transcript is tested on both."""
    found: Site = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def disk() -> Site:
    """The project built to be read from a folder on disk."""
    return built.disk_site()


OWN = re.compile(rf"{re.escape(ORIGIN)}|file:|data:|blob:")
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--renderer-process-limit=1",  # pages of one context share a process, which keeps fonts and compiled scripts
)
SIZES: dict[str, ViewportSize] = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 900}}


LAID = "![...document.querySelectorAll('.rows tr, .entry')].some(one => getComputedStyle(one).contentVisibility === 'auto')"
"""Holds once a long page, which is laid out in pieces, is laid out whole."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser of a test process; it finds the sites at a server of the same process."""
    from playwright.sync_api import expect, sync_playwright  # not at the head: tests without a browser need not pay for it

    expect.set_options(timeout=30_000)  # as long as for actions: a busy machine is slow
    with server.serving(TESTS, Sites) as host, sync_playwright() as playwright:
        mapped = f"--host-resolver-rules=MAP {ORIGIN.split('/')[2]}:80 {host.split('/')[2]}"
        browser = playwright.chromium.launch(executable_path=os.environ["BROWSER_PATH"], args=[*ARGUMENTS, mapped])
        yield browser
        browser.close()


def painted(page: Page) -> None:
    """Wait until a page has painted what was done to it last, and what waits for that has begun."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")


def until(page: Page, expression: str, arg: object = None, timeout: float = 30) -> None:
    """Wait, ``timeout`` seconds at most, until a JavaScript expression or function holds on a page.

    Playwright's own ``wait_for_function`` evaluates its text inside the page, which the policy of the site forbids.
    """
    ends = time.monotonic() + timeout
    while not page.evaluate(expression, arg):
        assert time.monotonic() < ends, f"still not so after {timeout} seconds: {expression}"
        page.wait_for_timeout(50)


def choose(option: Locator) -> None:
    """Choose an option as a reader does: again, where the page moved between press and release."""
    from playwright.sync_api import expect

    for _ in range(3):
        option.click()
        try:
            return expect(option).to_be_checked(timeout=2000)
        except AssertionError:
            continue
    expect(option).to_be_checked()


CONTEXTS: dict[str, BrowserContext] = {}


@contextmanager
def lent(browser: Browser, **how: Any) -> Iterator[Page]:
    """A page that finds nothing kept; ``how``: what Playwright makes its context of.

    Pages of one kind share a context, because Chromium takes half a second for a new one; what a page has left there is cleared.
    """
    context = CONTEXTS.get(repr(how)) or CONTEXTS.setdefault(repr(how), _inhabited(browser.new_context(**how)))
    page = context.new_page()
    try:
        yield page
    finally:
        context.new_cdp_session(page).send("Storage.clearDataForOrigin", {"origin": ORIGIN.rstrip("/"), "storageTypes": "all"})
        page.close()
        context.clear_permissions()


def _inhabited(context: BrowserContext) -> BrowserContext:
    """A context with a page of our origin that stays open, so that the process of its pages does not end with each of them."""
    context.new_page().goto(f"{ORIGIN}{next(iter(Sites.folders))}/robots.txt")
    return context


@contextmanager
def watched(browser: Browser, size: str) -> Iterator[Page]:
    """A page as above; any console error and any failed or foreign request fails the test."""
    with lent(browser, viewport=SIZES[size]) as page:
        faults: list[str] = []
        _watch(page, faults)
        yield page
    assert faults == []


def _watch(page: Page, faults: list[str]) -> None:
    """Add to ``faults`` what goes wrong on a page."""
    page.on("console", lambda message: faults.append(f"{page.url}: {message.text}") if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    # a request given up because the reader went on is no fault
    page.on("requestfailed", lambda request: faults.append(request.url) if request.failure != "net::ERR_ABORTED" else None)
    page.on("response", lambda response: faults.append(response.url) if response.status >= 400 else None)
    page.on("request", lambda request: faults.append(request.url) if not OWN.match(request.url) else None)


@pytest.fixture(params=SIZES)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page at phone and at desktop width."""
    with watched(browser, request.param) as page:
        yield page


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page at phone width."""
    with watched(browser, "phone") as page:
        yield page


@pytest.fixture
def desktop(browser: Browser) -> Iterator[Page]:
    """A page at desktop width."""
    with watched(browser, "desktop") as page:
        yield page
