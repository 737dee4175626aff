"""axe-core finds nothing on any page, in both languages and colour schemes, on phone and desktop; text contrast at AAA."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser

from conftest import LAID, SIZES, Site

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
RUN = """axe.run(document, { rules: { "color-contrast-enhanced": { enabled: true } } })
  .then(found => [found.passes.length, found.violations.map(one => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`)])"""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_finding(browser: Browser, site: Site, size: str, scheme: str) -> None:
    context = browser.new_context(viewport=SIZES[size], color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    findings = {}
    for path in site.html():
        page.goto(site.url + path.relative_to(site.folder).as_posix().removesuffix("index.html"))
        page.wait_for_function(LAID)
        page.evaluate(AXE)
        passed, found = page.evaluate(RUN)
        assert passed > 20, "axe did not run"
        if found:
            findings[path.relative_to(site.folder).as_posix()] = found
    context.close()

    assert findings == {}


def test_axe_sees_a_planted_fault(browser: Browser, site: Site) -> None:
    fault = '<img src="assets/mark.svg"><p style="color:#ccc">a planted fault</p>'
    page = browser.new_page()
    page.goto(site.url)
    page.evaluate("fault => document.querySelector('h1').insertAdjacentHTML('afterend', fault)", fault)
    page.evaluate(AXE)
    _, found = page.evaluate(RUN)
    page.close()

    assert {one.partition(":")[0] for one in found} >= {"image-alt", "color-contrast"}
