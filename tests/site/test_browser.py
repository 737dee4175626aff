"""A reader with a real browser: language switch, permanent links, keyboard, no errors, phone and desktop."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from conftest import Site

pytestmark = pytest.mark.browser

PATHS = [
    "",
    "pilot-zone-2023/",
    "pilot-zone-2023/sun-jingjun/",
    "pilot-zone-2023/targets/",
    "pilot-zone-2023/numbers/",
    "glossary/",
    "about/",
]
SENTENCE = "pilot-zone-2023/sun-jingjun/#q2-a5-3"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("lang", ["", "en/"])
def test_pages_load_without_error_and_without_scrolling_sideways(page: Page, site: Site, lang: str, path: str) -> None:
    page.goto(site.url + lang + path, wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_language_switch_keeps_page_and_sentence_both_ways(page: Page, site: Site) -> None:
    page.goto(site.url + SENTENCE)
    page.click("a.language")
    page.wait_for_url(f"{site.url}en/{SENTENCE}")
    page.click("a.language")
    page.wait_for_url(site.url + SENTENCE)


def test_the_language_switch_keeps_the_sentence_in_view_when_none_is_in_the_address(page: Page, site: Site) -> None:
    page.goto(site.url + "pilot-zone-2023/zhao-hui/")
    page.evaluate("document.getElementById('q3-a3-1').scrollIntoView()")
    page.evaluate("scrollBy(0, -100)")
    page.focus("a.language")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}en/pilot-zone-2023/zhao-hui/#q3-a*")


def test_arriving_at_a_sentence_lights_it_below_the_header(page: Page, site: Site) -> None:
    page.goto(site.url + SENTENCE, wait_until="networkidle")
    page.wait_for_timeout(300)
    sentence, plain = page.locator("#q2-a5-3"), page.locator("#q2-a5-2")
    colour = "one => getComputedStyle(one).backgroundColor"
    header = page.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom")
    top = sentence.evaluate("one => one.getBoundingClientRect().top")
    assert sentence.evaluate(colour) != plain.evaluate(colour)
    assert header <= top < page.evaluate("innerHeight")


def test_the_permanent_link_is_reached_and_followed_by_keyboard(page: Page, site: Site) -> None:
    page.goto(site.url + "en/pilot-zone-2023/liang-kailong/")
    page.locator("#q1-2 a.ref").evaluate("one => one.closest('p').previousElementSibling.setAttribute('tabindex', '-1')")
    page.locator("#q1-1 a.ref").focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == "#q1-2":
            break
    page.keyboard.press("Enter")
    assert page.url.endswith("/liang-kailong/#q1-2")


def test_a_mark_leads_to_its_row_and_the_row_back(page: Page, site: Site) -> None:
    page.goto(site.url + "en/" + SENTENCE)
    page.locator("#q2-a5-3 a.mark.target").first.click()
    page.wait_for_url("**/en/pilot-zone-2023/targets/#*")
    page.locator("tr:target a.address").first.click()
    page.wait_for_url(f"{site.url}en/{SENTENCE}")


def test_everything_can_be_read_without_javascript(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url + SENTENCE)
    assert page.locator("#q2-a5-3").is_visible()
    page.click("a.language")
    page.wait_for_url(f"{site.url}en/pilot-zone-2023/sun-jingjun/")
    context.close()


def test_an_unknown_address_shows_the_page_in_both_languages(browser: Browser, site: Site) -> None:
    page = browser.new_page()
    page.goto(site.url + "en/nowhere/at/all/")
    assert page.locator("section[lang=en] a").get_attribute("href") == "/pilot/en/"
    assert page.locator("section[lang=zh-Hant]").is_visible()
    page.close()
