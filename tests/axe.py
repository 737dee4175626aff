"""axe-core on a page: in both colour schemes, with the contrast of text at AAA."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

from conftest import until

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
DARK = "document.body.getAttribute('data-md-color-scheme') === 'slate'"
STILL = "document.getAnimations().every(one => one.playState !== 'running')"


def findings(page: Page, path: object) -> list[str]:
    """What axe finds on a page that holds it: by every rule in the light scheme, by the rules about colour in the dark one."""
    until(page, STILL)  # also what fades from the dark scheme of a run before
    passed, found = page.evaluate(RUN)
    assert passed > 10, "axe did not run"
    page.emulate_media(color_scheme="dark")
    if page.evaluate("document.scripts.length"):  # a page without scripts is always light
        until(page, DARK)
    until(page, STILL)
    passed, dark = page.evaluate(RUN, COLOUR)
    assert passed, path
    page.emulate_media(color_scheme="light")
    return [*found, *(f"dark: {one}" for one in dark)]
