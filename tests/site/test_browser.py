"""A reader with a real browser: language switch, permanent links, keyboard, no errors, phone and desktop."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from conftest import Site

pytestmark = pytest.mark.browser

ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
SIZES = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 900}}
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


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=os.environ["BROWSER_PATH"], args=ARGUMENTS)


@pytest.fixture(params=SIZES)
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=SIZES[request.param])
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which any console error and any failed or foreign request fails the test."""
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    # a request given up because the reader went on is no fault
    page.on("requestfailed", lambda request: faults.append(request.url) if request.failure != "net::ERR_ABORTED" else None)
    page.on("response", lambda response: faults.append(response.url) if response.status >= 400 else None)
    page.on("request", lambda request: faults.append(request.url) if "//127.0.0.1" not in request.url else None)
    yield page
    assert faults == []


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
