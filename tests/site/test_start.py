"""What a page does before it is displayed, and when a reader presses something: the browser lays it out once, and answers at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from conftest import LAID, Site, lent, painted, until
from specimens import specimens

M = specimens()
LAID_OUT = ("Layout", "UpdateLayoutTree")


def traced(page: Page, act: Callable[[], object]) -> list[dict[str, Any]]:
    """What the browser records while something is done and painted, each event with who called for it."""
    session = page.context.new_cdp_session(page)
    events: list[dict[str, Any]] = []
    complete: list[bool] = []
    session.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    session.on("Tracing.tracingComplete", lambda _: complete.append(True))
    session.send("Tracing.start", {"categories": "devtools.timeline,disabled-by-default-devtools.timeline.stack"})
    act()
    painted(page)
    session.send("Tracing.end")
    for _ in range(500):
        if complete:
            break
        page.wait_for_timeout(20)
    assert complete
    return events


def forced(events: list[dict[str, Any]], own: str) -> list[object]:
    """Which of our scripts, those below an address, made the browser lay something out; it records pages of its own, too."""
    laid_out = [event["args"].get("beginData", {}) for event in events if event["name"] in LAID_OUT]
    assert laid_out
    stacks = [begun["stackTrace"] for begun in laid_out if "stackTrace" in begun]
    return [stack for stack in stacks if any(frame["url"].startswith(own) for frame in stack)]


@pytest.mark.parametrize("path", ["", M.speech, M.register, f"en/{M.glossary}"])
def test_no_script_makes_the_browser_lay_a_page_out_before_it_is_displayed(browser: Browser, site: Site, path: str) -> None:
    with lent(browser) as page:
        assert forced(traced(page, lambda: page.goto(site.url + path)), site.url) == []


def test_a_script_that_does_is_seen(browser: Browser, site: Site) -> None:
    def with_more(route: Route) -> None:
        own = (site.folder / route.request.url.removeprefix(site.url)).read_text("utf-8")
        route.fulfill(content_type="text/javascript", body=f"{own};document.body.append('x', String(document.body.offsetHeight))")

    with lent(browser) as page:
        page.route("**/site.js", with_more)
        assert forced(traced(page, lambda: page.goto(site.url + M.speech)), site.url)


def test_a_press_is_displayed_before_the_register_is_sorted(desktop: Page, site: Site) -> None:
    order = "[...document.querySelectorAll('table.rows tbody tr')].map(row => row.id).join()"
    desktop.goto(site.url + M.register)
    painted(desktop)
    before, pressed = desktop.evaluate(f"[{order}, (document.querySelector('button.sort').click(), {order})]")

    assert pressed == before
    until(desktop, f"{order} !== {before!r}")


def restyled(page: Page, act: Callable[[], object]) -> int:
    """How many elements the browser asks for their styles while something is done."""
    events = traced(page, act)
    return sum(event["args"]["elementCount"] for event in events if event["name"] == "UpdateLayoutTree")


@pytest.mark.parametrize("path", ["", M.speech, M.register, M.glossary])
def test_what_the_search_displays_restyles_nothing_else(phone: Page, site: Site, path: str) -> None:
    phone.goto(site.url + path)
    until(phone, LAID)
    painted(phone)
    assert restyled(phone, lambda: phone.evaluate("document.querySelector('.md-search').append(document.createElement('p'))")) < 20
