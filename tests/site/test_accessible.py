"""axe-core finds nothing on any page, in both languages and colour schemes, on phone and desktop; text contrast at AAA."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from axe import AXE, RUN, findings
from conftest import LAID, SIZES, Site, until
from specimens import specimens

M = specimens()

PARTS = 6
"""The pages are shared out, so that several processes can take them."""


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_has_a_finding(browser: Browser, site: Site, part: int) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    found = {}
    for path in sorted(site.html(), key=lambda path: (-path.stat().st_size, path))[part::PARTS]:
        page.goto(site.url + path.relative_to(site.folder).as_posix().removesuffix("index.html"))
        page.evaluate(AXE)
        for name, size in SIZES.items():
            page.set_viewport_size(size)
            until(page, LAID)
            found[path.relative_to(site.folder).as_posix(), name] = findings(page, path)
    context.close()

    assert found
    assert {place: wrong for place, wrong in found.items() if wrong} == {}


@pytest.mark.smoke
def test_a_speakers_page_has_no_finding(phone: Page, site: Site) -> None:
    phone.goto(site.url + specimens().speech)
    until(phone, LAID)
    phone.evaluate(AXE)

    assert findings(phone, site.folder) == []


def test_axe_sees_a_planted_fault(browser: Browser, site: Site) -> None:
    fault = '<img src="assets/mark.svg"><p style="color:#ccc">a planted fault</p>'
    page = browser.new_page(bypass_csp=True)  # for the style of the fault
    page.goto(site.url)
    page.evaluate("fault => document.querySelector('h1').insertAdjacentHTML('afterend', fault)", fault)
    page.evaluate(AXE)
    _, found = page.evaluate(RUN)
    page.close()

    assert sum("a planted fault" in one for one in found) == 1
    assert {one.partition(":")[0] for one in found} >= {"image-alt", "color-contrast-enhanced"}


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_name_of_a_heading_is_its_words(page: Page, site: Site, lang: str) -> None:
    page.goto(f"{site.url}{lang}{M.register}")
    links = page.locator("h2 > .headerlink")
    assert links.count() > 3
    for link in links.all():
        assert page.get_by_role("heading", name=link.inner_text(), exact=True, level=2).count() == 1
    assert page.locator("h1 .headerlink").count() == 0
