"""A page looks the same with its cut style sheet as with the whole ones, in every state that a reader can bring it into."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from conftest import LAID, SIZES, Site
from specimens import specimens

M = specimens()

DRESS = """() => {
  const cut = document.getElementById("cut");
  const links = [...document.getElementById("theme-sheets").content.querySelectorAll("link")].map(link => document.importNode(link));
  const all = Promise.all(links.map(link => new Promise((done, fail) => { link.onload = done; link.onerror = fail; })));
  cut.before(...links);
  return all.then(() => cut.remove());
}"""
STILL = """() => {
  const still = document.createElement("style");
  still.textContent = "*, ::before, ::after { transition: none !important }";
  document.body.append(still);
}"""
STYLES = """() => [...document.querySelectorAll("body *, html, body")].flatMap(one => ["", "::before", "::after"].map(part => {
  const style = getComputedStyle(one, part);
  return part && style.content === "none" ? "" : `${one.outerHTML.slice(0, 80)} ${part} ${style.cssText}`;
}))"""
# Rules for states that no script can bring about: every rule that would apply in some state must be in the cut sheet.
STATES = """() => {
  const states = /::[\\w-]+(\\([^)]*\\))?|:(hover|focus(-within|-visible)?|active|checked|target|disabled|indeterminate|valid|open)\\b/g;
  const cut = new Set();
  const rules = (sheet, done, within = "") => {
    for (const rule of sheet.cssRules) {
      if (rule.selectorText) done(rule, within);
      else if (rule.cssRules && !(rule instanceof CSSKeyframesRule)) rules(rule, done, within + (rule.conditionText ?? ""));
    }
  };
  const split = text => text.split(/,(?![^(]*\\))/).map(one => one.trim());
  const [before, ...whole] = [...document.styleSheets];
  rules(before, (rule, within) => split(rule.selectorText).forEach(one => cut.add(within + one)));
  const missing = [];
  for (const sheet of whole) rules(sheet, (rule, within) => {
    const real = [...rule.style].some(name => !name.startsWith("--"));
    for (const one of real ? split(rule.selectorText) : []) {
      if (cut.has(within + one)) continue;
      const bare = one.replace(states, "").replace(/(^|[\\s>+~(])(?=$|[\\s>+~)])/g, "$1*");
      if (document.querySelector(bare)) missing.push(within + one);
    }
  });
  return missing;
}"""
PAGES = ["", f"{M.event}/", *map(M.path, M.speakers[1:]), M.register, M.glossary, "about/"]


def plain(page: Page) -> None:
    pass


def opened(page: Page) -> None:
    page.evaluate("for (const one of document.querySelectorAll('.md-toggle')) one.checked = true")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


def scrolled(page: Page) -> None:
    page.evaluate("scrollTo(0, document.body.offsetHeight / 2)")
    page.wait_for_function("document.querySelector('.md-header__title--active')")
    page.evaluate("scrollBy(0, -200)")
    page.wait_for_function("!document.querySelector('.md-top').hidden")


def read(page: Page) -> None:
    for name, value in (("view", "side"), ("reading", "simplified")):
        if page.locator(f"[name={name}]").count():
            page.check(f"[name={name}][value={value}]")
            page.wait_for_selector(f"[data-{name}={value}]")


def printed(page: Page) -> None:
    page.emulate_media(media="print")


def cited(page: Page) -> None:
    if page.locator(".sentence").count():
        page.locator(".sentence").first.hover()
        page.locator(".cite-open").click()
        page.wait_for_selector(".cite")


def differences(page: Page, act: Callable[[Page], None]) -> list[str]:
    """What changes on a page, once brought into a state, with the whole sheets."""
    page.wait_for_function(LAID)
    page.evaluate(STILL)
    act(page)
    page.wait_for_timeout(400)  # what is said of a filter comes after a pause
    before = page.evaluate(STYLES)
    page.evaluate(DRESS)
    after = page.evaluate(STYLES)
    return [f"{other}\n{one}" for one, other in zip(after, before, strict=True) if one != other]


@pytest.mark.parametrize("act", [plain, opened, scrolled, read, printed, cited])
@pytest.mark.parametrize("size", SIZES)
def test_the_cut_sheet_gives_every_element_the_style_of_the_whole_ones(
    browser: Browser, site: Site, size: str, act: Callable[[Page], None]
) -> None:
    for number, path in enumerate(PAGES):
        context = browser.new_context(viewport=SIZES[size], color_scheme="dark" if number % 2 else "light")
        page = context.new_page()
        page.goto(site.url + ("en/" if number % 3 else "") + path)
        assert differences(page, act)[:3] == [], path
        context.close()


def test_no_rule_for_a_state_of_some_element_is_missing(browser: Browser, site: Site) -> None:
    page = browser.new_page()
    for path in site.html():
        page.goto(site.url + path.relative_to(site.folder).as_posix().removesuffix("index.html"))
        if page.locator("#cut").count():
            page.evaluate(DRESS.replace(".then(() => cut.remove())", ".then(() => { document.head.prepend(cut); })"))
            page.wait_for_timeout(100)
            assert page.evaluate(STATES) == [], path
    page.close()
