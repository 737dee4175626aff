"""How long a page on a phone takes to show what a reader does: interaction to next paint, part of `./run audit`.

The browser itself times each press and key, from the event to the paint that follows: https://www.w3.org/TR/event-timing/
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from statistics import median

from playwright.sync_api import Page, sync_playwright

LIMIT = 200
"""Milliseconds; what takes longer needs improvement: https://web.dev/articles/inp"""
VISITS = 3
PHONE = "Moto G4"
OBSERVER = """new PerformanceObserver(list => {
  for (const { interactionId, duration } of list.getEntries()) if (interactionId) window.slowest = Math.max(window.slowest ?? 0, duration);
}).observe({ type: "event", durationThreshold: 16, buffered: true });"""
ACTIONS = (
    ("button[name=scheme]", ""),
    (".md-content a.term", ""),
    (".md-content [name=find]", "re"),
    (".md-content summary", ""),
    ("label.md-header__button[for=__search]", "energy"),
)
"""What is pressed where a page displays it, and what is then typed and taken back."""
PAUSE = 300
"""Milliseconds between keys and after an action, as of somebody who types well."""


def act(page: Page, selector: str, text: str) -> None:
    """Press the first of what matches, type the text and take it back, and leave with Escape."""
    page.locator(selector).locator("visible=true").first.click()
    page.wait_for_timeout(PAUSE)
    page.keyboard.type(text, delay=PAUSE)
    for _ in text:
        page.keyboard.press("Backspace")
        page.wait_for_timeout(PAUSE)
    page.keyboard.press("Escape")
    page.wait_for_timeout(2 * PAUSE)


def visit(page: Page, url: str, slowdown: int) -> dict[str, float]:
    """The longest wait in milliseconds for each action that a page offers, with the processor slowed so many times."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    page.add_init_script(OBSERVER)
    page.goto(url, wait_until="networkidle")
    found = {}
    for selector, text in ACTIONS:
        if page.locator(selector).locator("visible=true").count():
            page.evaluate("window.slowest = 0")
            act(page, selector, text)
            found[selector] = float(page.evaluate("window.slowest"))
    return found


def interactions(urls: Iterable[str], slowdown: int) -> Iterator[tuple[str, str, float]]:
    """Each page with its slowest action and the median of its visits in milliseconds."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["BROWSER_PATH"])
        for url in urls:
            visits = []
            for _ in range(VISITS):
                with browser.new_context(**playwright.devices[PHONE]) as context:
                    visits.append(visit(context.new_page(), url, slowdown))
            waits = {action: median(one[action] for one in visits) for action in visits[0]}
            slowest = max(waits, key=lambda action: waits[action])
            yield url, slowest, waits[slowest]
        browser.close()
