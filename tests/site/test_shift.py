"""Nothing moves while a page loads: the browser's own measure of layout shift is nought."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from conftest import SIZES, Site, until
from specimens import specimens

M = specimens()
PAGES = ["", f"{M.event}/", M.speech, M.register, M.glossary]
# Less than a ten-thousandth, a small sign that moves by a few pixels while fonts arrive on a busy machine, nobody sees.
WATCH = """globalThis.shifts = [];
new PerformanceObserver(list => {
  const told = ({ node }) => (node?.outerHTML ?? node?.data ?? "").slice(0, 80);
  for (const one of list.getEntries().filter(({ value }) => value > 0.0001)) shifts.push([one.value, ...one.sources.map(told)]);
}).observe({ type: "layout-shift", buffered: true })"""

# after the network is quiet: the fonts are there, idle work is done, and two more pictures are on the screen
PAINTED = """() => document.fonts.ready
  .then(() => new Promise(done => requestIdleCallback(done, { timeout: 1000 })))
  .then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))))"""


def shifts(page: Page, url: str) -> list[object]:
    """The shifts while a page loads, each with what moved; those of a second visit where the first had any.

    A busy browser may paint a page of which it has read half; what a page itself moves, it moves on each visit.
    """
    found: list[object] = []
    for _ in range(2):
        page.goto("about:blank")
        page.goto(url, wait_until="networkidle")
        page.evaluate(PAINTED)
        found = page.evaluate("shifts")
        if not found:
            break
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["", "en/"])
def test_nothing_moves_while_a_page_loads(browser: Browser, site: Site, size: str, lang: str) -> None:
    context = browser.new_context(viewport=SIZES[size])
    context.add_init_script(WATCH)
    page = context.new_page()
    assert {path: shifts(page, site.url + lang + path) for path in PAGES} == {path: [] for path in PAGES}
    context.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kept", ["view=side", "view=lines", "reading=edited", "reading=simplified"])
def test_nothing_moves_when_a_remembered_choice_is_applied(browser: Browser, site: Site, size: str, kept: str) -> None:
    context = browser.new_context(viewport=SIZES[size])
    context.add_init_script(WATCH)
    page = context.new_page()
    found = {lang: shifts(page, f"{site.url}{lang}{M.speech}?{kept}") for lang in ("", "en/")}
    assert found == {"": [], "en/": []}
    context.close()


def test_the_measure_sees_a_planted_shift(browser: Browser, site: Site) -> None:
    page = browser.new_page()
    page.add_init_script(WATCH)
    page.goto(site.url, wait_until="networkidle")
    page.evaluate("document.querySelector('h1').style.marginTop = '200px'")
    until(page, "shifts.length > 0")
    page.close()
