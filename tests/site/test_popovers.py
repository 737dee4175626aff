"""Terms, signs and notes open on the spot; the transcript begins near the top of its page, and its tools stay in reach."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from conftest import Site
from specimens import specimens

M = specimens()
PANEL = "#popover"
SIGNS = ("a.term", "a.mark.target", "a.mark.commitment", "a.mark.note")


@pytest.mark.smoke
@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_opens_its_entry_beside_it_and_escape_leads_back(desktop: Page, site: Site, lang: str, sign: str) -> None:
    address = f"{site.url}{lang}{M.speech}"
    desktop.goto(address)
    link = desktop.locator(f".speech {sign}").first
    link.focus()
    before = desktop.evaluate("scrollY")
    desktop.keyboard.press("Enter")
    expect(desktop.locator(PANEL)).to_be_visible()

    assert desktop.evaluate("document.activeElement.id") == "popover"
    assert desktop.evaluate("scrollY") == before
    assert len(desktop.locator(".popover-content").inner_text()) > 10
    assert desktop.url == address
    assert desktop.locator(".popover-link").evaluate("one => one.href") == link.evaluate("one => one.href")

    desktop.keyboard.press("Escape")
    expect(desktop.locator(PANEL)).to_be_hidden()
    assert link.evaluate("one => one === document.activeElement")


def test_an_entry_of_the_register_is_displayed_with_its_words_and_its_sentence(desktop: Page, site: Site) -> None:
    desktop.goto(f"{site.url}en/{M.speech}")
    link = desktop.locator(f"#{M.promising().address} a.mark.target").first
    link.click()
    entry = next(one for one in site.corpus.transcripts[M.event].targets if one.id == link.evaluate("one => one.hash.slice(1)"))

    expect(desktop.locator(".popover-title")).to_contain_text(entry.what.en.split(" ")[0])
    expect(desktop.locator(".popover-content")).to_contain_text(entry.quote.zh)
    desktop.locator(".popover-content a.address").click()
    desktop.wait_for_url(f"**#{M.promising().address}")


def test_a_page_that_cannot_be_fetched_is_gone_to(desktop: Page, site: Site) -> None:
    desktop.goto(f"{site.url}en/{M.speech}")
    desktop.evaluate("() => { window.fetch = () => Promise.reject(new Error()); }")
    desktop.locator(".speech a.term").first.click()
    desktop.wait_for_url(f"**/en/{M.glossary}#*")


@pytest.mark.parametrize("lang", ["", "en/"])
def test_an_entry_lies_inside_a_phone(phone: Page, site: Site, lang: str) -> None:
    phone.goto(f"{site.url}{lang}{M.speech}")
    phone.locator(".speech a.mark.target").first.click()
    expect(phone.locator(PANEL)).to_be_visible()
    box = phone.locator(PANEL).bounding_box()

    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert box["y"] + box["height"] <= phone.evaluate("innerHeight") + 1


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_transcript_begins_on_the_first_screen(desktop: Page, phone: Page, site: Site, lang: str) -> None:
    for page, most in ((desktop, 500), (phone, 700)):
        for name in M.speakers:
            page.goto(f"{site.url}{lang}{M.path(name)}")
            assert page.locator(".speech").first.evaluate("one => one.previousElementSibling.getBoundingClientRect().top") < most


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_tools_stay_below_the_header_while_the_page_scrolls(desktop: Page, phone: Page, site: Site, lang: str) -> None:
    for page in (desktop, phone):
        page.goto(f"{site.url}{lang}{M.speech}")
        page.evaluate("scrollTo({ top: 2000, behavior: 'instant' })")
        header, bar = (page.locator(one).bounding_box() for one in (".md-header", ".toolbar"))

        assert header is not None
        assert bar is not None
        assert 0 <= bar["y"] - (header["y"] + header["height"]) < 10
        page.locator(".signs > summary").click()
        expect(page.locator(".legend")).to_be_visible()
