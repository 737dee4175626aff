"""A page looks the same with the theme's rules that were kept as with all of them, in every state that a reader can bring it into."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from mkdocs.utils import get_theme_dir
from playwright.sync_api import Browser, Page

from conftest import LAID, SIZES, Site, choose, lent, until
from specimens import specimens

M = specimens()

SHEETS = Path(get_theme_dir("material")) / "assets" / "stylesheets"
WHOLE = "".join(path.read_text("utf-8") for name in ("main.*.css", "palette.*.css") for path in SHEETS.glob(name))

# The legend of the bar is a native element that takes nothing from the theme, on pages that do not load the theme's rules for such.
STILL = """() => {
  for (const legend of document.querySelectorAll(".signs")) legend.remove();
  const still = document.createElement("style");
  still.textContent = "*, ::before, ::after { animation: none !important; transition: none !important }";
  document.body.append(still);
}"""
# The differences between the page as it is and with other rules in the layer of the theme; of elements alike only the first is compared.
# The place of a background is left out: the minifier writes `none` as `0 0`, which is the same without a picture.
# All styles are compared as they are given, which is quick; then those that differ property by property, with rounded numbers.
COMPARE = """theirs => {
  const alike = one => [one, one.parentElement, one.parentElement?.parentElement].map(one => `${one?.tagName}.${one?.className}`).join();
  const all = document.querySelectorAll("html, body, body *:not(script, template, template *, style)");
  const chosen = [...new Map([...all].reverse().map(one => [alike(one) + one.hidden, one])).values()];
  const drawn = chosen.flatMap(one => ["", "::before", "::after"].map(part => ({ one, part, style: getComputedStyle(one, part) })));
  const names = [...getComputedStyle(document.body)].filter(name => !/^--|^background-position/.test(name));
  const values = ({ part, style }) => part && style.content === "none" ? [] : names.map(name => style.getPropertyValue(name));
  const texts = () => drawn.map(one => values(one).join());
  const rounded = one => values(one).map(value => value.replace(/\\d+\\.\\d+/g, number => (+number).toFixed(2)));  // minified or not
  const sheet = document.querySelector("link[rel=stylesheet]").sheet, kept = sheet.cssRules[0].cssText;
  const put = text => { sheet.deleteRule(0); sheet.insertRule(text, 0); };
  put(kept);  // both are read after a change: until then Chromium gives an automatic margin as 0 once the page has been scrolled
  const before = texts();
  put(`@layer theme{${theirs}}`);
  const after = texts();
  const differing = drawn.filter((_, at) => before[at] !== after[at]);
  const others = differing.map(rounded);
  put(kept);
  const own = differing.map(rounded);
  return differing.flatMap(({ one }, at) => names.map((name, place) => [name, others[at][place], own[at][place]])
    .filter(([, other, mine]) => other !== mine)
    .map(([name, other, mine]) => `${alike(one)} ${name}: ${other}, not ${mine}`));
}"""
# Rules for states that no script can bring about: every rule of the theme that would apply in some state must have been kept.
STATES = """theirs => {
  const states = /::[\\w-]+(\\([^)]*\\))?|:(hover|focus(-within|-visible)?|active|checked|target|disabled|indeterminate|valid|open)\\b/g;
  const rules = (list, done, within = "") => {
    for (const rule of list) {
      if (rule.selectorText) done(rule, within);
      else if (rule.cssRules && !(rule instanceof CSSKeyframesRule)) rules(rule.cssRules, done, within + (rule.conditionText ?? ""));
    }
  };
  const split = text => text.split(/,(?![^(]*\\))/).map(one => one.trim());
  const kept = new Set(), missing = [], whole = new CSSStyleSheet();
  whole.replaceSync(theirs);
  const layers = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).filter(rule => rule instanceof CSSLayerBlockRule);
  for (const layer of layers) {
    rules(layer.cssRules, (rule, within) => split(rule.selectorText).forEach(one => kept.add(within + one)));
  }
  rules(whole.cssRules, (rule, within) => {
    const real = [...rule.style].some(name => !name.startsWith("--"));
    for (const one of real ? split(rule.selectorText) : []) {
      if (kept.has(within + one)) continue;
      const bare = one.replace(states, "").replace(/(^|[\\s>+~(])(?=$|[\\s>+~)])/g, "$1*");
      if (document.querySelector(bare)) missing.push(within + one);
    }
  });
  return missing;
}"""
PAGES = ["", f"{M.event}/", M.path(M.speakers[1]), M.register, M.glossary, "about/"]


def plain(page: Page) -> None:
    pass


def opened(page: Page) -> None:
    page.evaluate("for (const one of document.querySelectorAll('.md-toggle')) one.checked = true")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


def scrolled(page: Page) -> None:
    page.evaluate("scrollTo(0, document.body.offsetHeight / 2)")
    until(page, "document.querySelector('.md-header__title--active')")
    page.evaluate("scrollBy(0, -200)")
    until(page, "!document.querySelector('.md-top').hidden")


def read(page: Page) -> None:
    for name, values in (("view", ("side", "lines")), ("reading", ("simplified",))):
        offered = [value for value in values if page.locator(f"[name={name}][value={value}]").is_visible()]
        if offered:
            choose(page.locator(f"[name={name}][value={offered[0]}]"))
            page.wait_for_selector(f"[data-{name}={offered[0]}]")


def printed(page: Page) -> None:
    page.emulate_media(media="print")


def cited(page: Page) -> None:
    if page.locator(".sentence").count():
        page.locator(".sentence").first.hover()
        page.locator(".cite-open").click()
        page.wait_for_selector(".cite")


@pytest.mark.parametrize("act", [plain, opened, scrolled, read, printed, cited])
@pytest.mark.parametrize("size", SIZES)
def test_the_kept_rules_give_every_element_the_style_of_all_rules(
    browser: Browser, site: Site, size: str, act: Callable[[Page], None]
) -> None:
    for number, path in enumerate(PAGES):
        scheme: Literal["dark", "light"] = "dark" if number % 2 else "light"
        with lent(browser, viewport=SIZES[size], color_scheme=scheme, bypass_csp=True) as page:  # for the rules added here
            page.goto(site.url + ("en/" if number % 3 else "") + path)
            until(page, LAID)
            page.evaluate(STILL)
            act(page)
            assert page.evaluate(COMPARE, WHOLE)[:3] == [], path


def test_the_comparison_finds_rules_that_are_missing(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + "about/")
    assert len(desktop.evaluate(COMPARE, "")) > 100


def test_no_rule_for_a_state_of_some_element_is_missing(browser: Browser, site: Site) -> None:
    with lent(browser) as page:
        for path in PAGES:
            page.goto(site.url + path)
            page.evaluate(STILL)
            assert page.evaluate(STATES, WHOLE) == [], path
