"""A reader with a real browser: language switch, permanent links, keyboard, no errors, phone and desktop."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import LAID, Site, lent, until
from specimens import specimens

M = specimens()
SENTENCE = M.at(M.promising())
IN_VIEW = """all => all.filter(one => one.getBoundingClientRect().bottom > 0 && one.getBoundingClientRect().top < innerHeight)
  .map(one => one.id)"""
BELOW = """address => {
  const { top } = document.getElementById(address).getBoundingClientRect();
  return document.querySelector(".toolbar").getBoundingClientRect().bottom <= top && top < innerHeight;
}"""
"""Whether a sentence begins in the window, below header and bar."""


@pytest.mark.parametrize("lang", ["", pytest.param("en/", marks=pytest.mark.smoke)])
def test_every_kind_of_page_loads_without_error_and_without_scrolling_sideways(page: Page, site: Site, lang: str) -> None:
    for path in M.kinds:
        page.goto(site.url + lang + path, wait_until="networkidle")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


@pytest.mark.smoke
def test_the_language_switch_keeps_page_and_sentence_both_ways(page: Page, site: Site) -> None:
    page.goto(site.url + SENTENCE)
    page.click("a.language")
    page.wait_for_url(f"{site.url}en/{SENTENCE}")
    page.click("a.language")
    page.wait_for_url(site.url + SENTENCE)


def test_the_language_switch_keeps_the_sentence_in_view_when_none_is_in_the_address(page: Page, site: Site) -> None:
    page.goto(site.url + M.speech)
    until(page, LAID)
    page.evaluate("address => document.getElementById(address).scrollIntoView({ behavior: 'instant' })", M.midway().address)
    page.evaluate("scrollBy({ top: -100, behavior: 'instant' })")
    page.focus("a.language")
    in_view = page.locator(".sentence").evaluate_all(IN_VIEW)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}en/{M.speech}#*")
    assert page.url.partition("#")[2] in in_view


def test_the_sentence_of_the_address_is_lit_and_lies_below_header_and_bar(page: Page, site: Site) -> None:
    page.goto(site.url + SENTENCE)
    sentence, plain = (page.locator(f"#{one.address}") for one in (M.promising(), M.before(M.promising())))
    colour = "one => getComputedStyle(one).backgroundColor"
    until(page, BELOW, arg=M.promising().address)
    assert sentence.evaluate(colour) != plain.evaluate(colour)


def test_the_permanent_link_is_reached_and_followed_by_keyboard(page: Page, site: Site) -> None:
    first, second = (one.address for one in M.following())
    page.goto(f"{site.url}en/{M.path(M.following()[0].page)}")
    page.locator(f"#{second} a.ref").evaluate("one => one.closest('p').previousElementSibling.setAttribute('tabindex', '-1')")
    page.locator(f"#{first} a.ref").focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == f"#{second}":
            break
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"#{second}$"))


@pytest.mark.smoke
def test_a_mark_leads_to_its_register_entry_and_the_entry_back(page: Page, site: Site) -> None:
    page.goto(site.url + "en/" + SENTENCE)
    page.locator(f"#{M.promising().address} a.mark.target").first.click()
    page.click("#popover .popover-link")
    page.wait_for_url(f"**/en/{M.register}#*")
    page.locator("tr:target a.address").first.click()
    page.wait_for_url(f"{site.url}en/{SENTENCE}")


@pytest.mark.smoke
def test_everything_can_be_read_without_javascript(browser: Browser, site: Site) -> None:
    with lent(browser, java_script_enabled=False) as page:
        page.goto(site.url + SENTENCE)
        assert page.locator(f"#{M.promising().address}").is_visible()
        page.click("a.language")
        page.wait_for_url(f"{site.url}en/{M.speech}")


@pytest.mark.smoke
def test_an_unknown_address_shows_the_page_in_both_languages(browser: Browser, site: Site) -> None:
    with lent(browser) as page:
        page.goto(site.url + "en/nowhere/at/all/")
        assert page.locator("section[lang=en] a").get_attribute("href") == f"/{site.name}/en/"
        assert page.locator("section[lang=zh-Hant]").is_visible()


@pytest.mark.parametrize("address", ["en/nowhere/{}", "{}/", "old-page/#{}"])
def test_a_sentence_number_at_a_wrong_address_is_ready_to_be_searched_for(browser: Browser, site: Site, address: str) -> None:
    with lent(browser) as page:
        page.goto(site.url + address.format(M.promising().address))
        field = page.locator("section[lang=en] [name=q]")
        assert field.input_value() == M.promising().address
        field.press("Enter")
        page.wait_for_url(f"{site.url}en/?q={M.promising().address}")
