"""What a page does before it is displayed, and when a reader presses something: the browser lays it out once, and answers at once."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from conftest import Site, lent, until
from specimens import specimens

M = specimens()
LAID_OUT = ("Layout", "UpdateLayoutTree")


def traced(page: Page, url: str) -> list[dict[str, Any]]:
    """The events of a page's load, each as the browser records it, with who called for it."""
    session = page.context.new_cdp_session(page)
    events: list[dict[str, Any]] = []
    complete: list[bool] = []
    session.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    session.on("Tracing.tracingComplete", lambda _: complete.append(True))
    session.send("Tracing.start", {"categories": "devtools.timeline,disabled-by-default-devtools.timeline.stack"})
    page.goto(url)
    page.evaluate("verbatim.parts.painted()")
    session.send("Tracing.end")
    for _ in range(500):
        if complete:
            break
        page.wait_for_timeout(20)
    assert complete
    return events


def forced(events: list[dict[str, Any]]) -> list[object]:
    """Which scripts made the browser lay the page out."""
    laid_out = [event["args"].get("beginData", {}) for event in events if event["name"] in LAID_OUT]
    assert laid_out
    return [begun["stackTrace"] for begun in laid_out if "stackTrace" in begun]


@pytest.mark.parametrize("path", ["", M.speech, M.register, f"en/{M.glossary}"])
def test_no_script_makes_the_browser_lay_a_page_out_before_it_is_displayed(browser: Browser, site: Site, path: str) -> None:
    with lent(browser) as page:
        assert forced(traced(page, site.url + path)) == []


def test_a_script_that_does_is_seen(browser: Browser, site: Site) -> None:
    with lent(browser) as page:
        page.add_init_script(
            "addEventListener('DOMContentLoaded', () => { document.body.append('x', String(document.body.offsetHeight)); })"
        )
        assert forced(traced(page, site.url + M.speech))


def test_a_press_is_displayed_before_the_register_is_sorted(desktop: Page, site: Site) -> None:
    order = "[...document.querySelectorAll('table.rows tbody tr')].map(row => row.id).join()"
    desktop.goto(site.url + M.register)
    desktop.evaluate("verbatim.parts.painted()")
    before, pressed = desktop.evaluate(f"[{order}, (document.querySelector('button.sort').click(), {order})]")

    assert pressed == before
    until(desktop, f"{order} !== {before!r}")
