"""axe-core finds nothing on any page, in both languages and colour schemes, on phone and desktop; text contrast at AAA."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from conftest import LAID, SIZES, Site, until
from specimens import specimens

READ_ONCE = """(() => {
  const { prototype } = axe.commons.color.Color, { parseString } = prototype, known = new Map();
  prototype.parseString = function (text) {
    if (!known.has(text)) known.set(text, parseString.call(new this.constructor(), text));
    const { r, g, b, alpha } = known.get(text);
    return Object.assign(this, { r, g, b, alpha });
  };
})();"""
"""Has axe keep what it reads of the text of a colour: it reads the few of a page for each of its elements, by a library that takes long."""
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8") + READ_ONCE
RUN = """rules => axe.run(document, {
  resultTypes: ["violations"],
  selectors: false,
  checks: { "color-contrast-enhanced": { options: { contrastRatio: {
    normal: { expected: 7, minThreshold: 0 }, large: { expected: 4.5, minThreshold: 0 },
  } } } },
  ...rules ? { runOnly: rules } : { rules: { "color-contrast": { enabled: false }, "color-contrast-enhanced": { enabled: true } } },
}).then(found => [found.passes.length, found.violations.map(one => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`)])"""
"""The rule for AAA leaves what is below AA to the rule for AA; without that limit it does for both, and contrast is measured once."""
COLOUR = ["color-contrast-enhanced", "link-in-text-block"]
"""The rules that depend on the colour scheme."""
PARTS = 6
"""The pages are shared out, so that several processes can take them."""
DARK = "document.body.getAttribute('data-md-color-scheme') === 'slate'"
STILL = "document.getAnimations().every(one => one.playState !== 'running')"


def findings(page: Page, path: Path) -> list[str]:
    """What axe finds on a page that holds it: by every rule in the light scheme, by the rules about colour in the dark one."""
    passed, found = page.evaluate(RUN)
    assert passed > 20, "axe did not run"
    page.emulate_media(color_scheme="dark")
    if page.evaluate("document.scripts.length"):  # a page without scripts is always light
        until(page, DARK)
    until(page, STILL)
    passed, dark = page.evaluate(RUN, COLOUR)
    assert passed, path
    page.emulate_media(color_scheme="light")
    return [*found, *(f"dark: {one}" for one in dark)]


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
