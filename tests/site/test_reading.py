"""Reading and citing in a browser: views, readings of the Chinese, citations; by mouse, keyboard and address."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import Site, choose, lent, painted, until
from specimens import specimens
from verbatim.text.readings import edited, simplified
from verbatim.text.typography import to_full_width

M = specimens()
SPEAKER = M.speech
SENTENCE = M.promising().address
TEXTS = """addresses => addresses.map(address => {
  const copy = document.getElementById(address).cloneNode(true);
  for (const one of copy.querySelectorAll(".label")) one.remove();
  return copy.textContent;
})"""


def rows(page: Page) -> list[list[float]]:
    script = "rows => rows.map(row => [...row.children].map(one => one.getBoundingClientRect()).flatMap(box => [box.top, box.left]))"
    found: list[list[float]] = page.locator(".row").evaluate_all(script)
    return found


def test_side_by_side_keeps_rows_level_and_columns_apart(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + SPEAKER)
    choose(desktop.locator("[name=view][value=side]"))
    desktop.wait_for_selector(".row")
    for top, left, twin_top, twin_left in rows(desktop):
        assert abs(top - twin_top) <= 1
        assert twin_left > left + 300
    expect(desktop).to_have_url(re.compile("view=side"))


def test_a_phone_shows_the_twin_below_its_sentence(phone: Page, site: Site) -> None:
    phone.goto(site.url + "en/" + SPEAKER + "?view=side")
    phone.wait_for_selector(".row")
    for top, left, twin_top, twin_left in rows(phone):
        assert twin_top > top
        assert abs(twin_left - left) < 30
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_window_that_becomes_narrow_shows_which_view_it_displays(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + SPEAKER + "?view=side")
    expect(desktop.locator("[name=view][value=side]")).to_be_checked()
    desktop.wait_for_selector(".row")
    desktop.set_viewport_size({"width": 390, "height": 844})
    expect(desktop.locator("[name=view][value=lines]")).to_be_checked()
    desktop.keyboard.press("v")
    expect(desktop.locator("[name=view][value=one]")).to_be_checked()
    choose(desktop.locator("[name=view][value=lines]"))
    desktop.set_viewport_size({"width": 1280, "height": 900})
    expect(desktop.locator("[name=view][value=lines]")).to_be_checked()


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("width", [360, 390, 820])
def test_every_choice_of_the_bar_is_in_view(browser: Browser, site: Site, lang: str, width: int) -> None:
    with lent(browser, viewport={"width": width, "height": 844}) as page:
        page.goto(f"{site.url}{lang}{SPEAKER}?view=lines")
        page.wait_for_selector(".row")
        bar = page.locator(".toolbar").evaluate("one => one.getBoundingClientRect().toJSON()")
        for choice in page.locator(".toolbar :is(label, summary):visible").all():
            box = choice.evaluate("one => one.getBoundingClientRect().toJSON()")
            assert bar["left"] - 1 <= box["left"], choice.inner_text()
            assert box["right"] <= bar["right"] + 1, choice.inner_text()


def test_the_view_is_kept_shared_and_switched_by_a_key(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + SPEAKER)
    desktop.keyboard.press("v")
    desktop.wait_for_selector("[data-view=side]")
    desktop.goto(site.url + "en/" + M.path(next(name for name in M.speakers if name != M.longest)))
    desktop.wait_for_selector("[data-view=side]")
    desktop.keyboard.press("v")
    desktop.wait_for_selector("[data-view=lines]")
    desktop.click("a.language")
    desktop.wait_for_url(re.compile(r"view=lines"))
    desktop.wait_for_selector("[data-view=lines]")


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_sentence_that_is_read_stays_in_view_when_the_view_changes(page: Page, site: Site, lang: str) -> None:
    """It is in no address: the reader has scrolled to it."""
    top = "id => document.getElementById(id).getBoundingClientRect().top"
    page.goto(site.url + lang + SPEAKER)
    page.evaluate("id => document.getElementById(id).scrollIntoView({ block: 'start', behavior: 'instant' })", SENTENCE)
    painted(page)
    first = """[...document.querySelectorAll('.speech .sentence')].find(one =>
      one.getBoundingClientRect().top >= document.querySelector('div.toolbar').getBoundingClientRect().bottom).id"""
    read = page.evaluate(first)

    for view, woven in (("lines", True), ("one", False), ("lines", True)):
        choose(page.locator(f"[name=view][value={view}]"))
        page.wait_for_selector(".row .twin-line", state="visible" if woven else "hidden")
        page.wait_for_timeout(100)
        bar = page.evaluate("document.querySelector('div.toolbar').getBoundingClientRect().bottom")
        assert bar - 1 <= page.evaluate(top, read) < page.evaluate("innerHeight"), view


def test_pointing_at_a_sentence_lights_its_twin(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + SPEAKER + "?view=side")
    twin = desktop.locator(f".row:has(#{SENTENCE}) .twin-line")
    before = twin.evaluate("one => getComputedStyle(one).backgroundColor")
    desktop.locator(f"#{SENTENCE}").hover()
    expect(twin).not_to_have_css("background-color", before)


@pytest.mark.parametrize("reading", ["received", "edited", "simplified"])
def test_every_sentence_shows_the_chosen_reading_and_nothing_else_changes(desktop: Page, site: Site, reading: str) -> None:
    corpus, transcript = M.corpus, M.transcript
    desktop.goto(site.url + SPEAKER)
    ids = desktop.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    links = desktop.evaluate("[...document.links].map(one => one.getAttribute('href'))")
    for other in ("simplified", reading):
        choose(desktop.locator(f"[name=reading][value={other}]"))
        desktop.wait_for_selector(f"[data-reading={other}]")
    shown = desktop.evaluate(TEXTS, [one.address for one in M.on(M.longest)])
    for segment, text in zip(M.on(M.longest), shown, strict=True):
        wanted = {
            "received": segment.zh.text,
            "edited": edited(segment.zh.text, transcript.errata),
            "simplified": simplified(segment.zh.text, transcript.errata, corpus.simplified_overrides),
        }[reading]
        assert text == to_full_width(wanted)
    assert desktop.evaluate("document.documentElement.lang") == ("zh-Hans" if reading == "simplified" else "zh-Hant")
    assert desktop.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)") == ids
    assert desktop.evaluate("[...document.links].map(one => one.getAttribute('href'))") == links


def test_the_register_is_read_as_the_engine_reads_it_and_its_quotation_marks_are_the_mainlands(desktop: Page, site: Site) -> None:
    texts = "name => [...document.querySelectorAll(`.md-content ${name}`)].map(one => one.textContent)"
    double = str.maketrans("‘’", "“”")
    desktop.goto(site.url + M.register)
    received = desktop.evaluate(texts, "td")
    desktop.goto(site.url + M.register + "?reading=simplified")
    desktop.wait_for_selector("[data-reading=simplified]")
    read = desktop.evaluate(texts, "td")
    wanted = [simplified(cell, M.transcript.errata, M.corpus.simplified_overrides) for cell in received]
    assert [cell.translate(double) for cell in read] == [cell.translate(double) for cell in wanted]
    assert not [cell for cell in read if "「" in cell]
    quoted = desktop.evaluate(texts, "q:lang(zh)")
    assert any("‘" in one for one in quoted)
    assert not [one for one in quoted if "“" in one]
    assert desktop.evaluate("getComputedStyle(document.querySelector('.md-content q:lang(zh)')).quotes").startswith('"“"')


def test_the_corrections_keep_the_characters_that_they_speak_of(desktop: Page, site: Site) -> None:
    slip = next(one for one in M.transcript.errata if one.kind == "slip")
    for reading in ("edited", "simplified"):
        desktop.goto(site.url + M.page_with("errata") + f"?reading={reading}")
        desktop.wait_for_selector(f"[data-reading={reading}]")
        row = desktop.locator(f"#{slip.id}")
        for words in (slip.find, slip.read, slip.reason.zh):
            expect(row).to_contain_text(words)


def test_interface_words_follow_the_simplified_reading_on_every_page(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + SPEAKER + "?reading=simplified")
    register, glossary = (
        simplified(M.corpus.pages["zh", path.strip("/")].title, (), M.corpus.simplified_overrides) for path in (M.register, M.glossary)
    )
    expect(desktop.locator("#__navigation")).to_contain_text(register)
    choose(desktop.locator("[name=reading][value=simplified]"))
    choose(desktop.locator("[name=reading][value=received]"))
    choose(desktop.locator("[name=reading][value=simplified]"))
    desktop.goto(site.url + M.glossary)
    expect(desktop.locator("h1")).to_have_text(re.compile(glossary))


def test_what_scripts_wrote_while_a_page_was_simplified_is_as_received_again(desktop: Page, site: Site) -> None:
    words = "#register-tool [role=status], #register-tool option, table caption"
    desktop.goto(site.url + M.register)
    desktop.select_option("[name=kind]", "commitment")
    painted(desktop)
    before = desktop.locator(words).all_text_contents()
    desktop.select_option("[name=kind]", "")

    desktop.locator("[name=simplified]").click()
    desktop.wait_for_selector("[data-reading=simplified]")
    desktop.select_option("[name=kind]", "commitment")
    painted(desktop)
    assert desktop.locator(words).all_text_contents() != before
    desktop.locator("[name=simplified]").click()
    desktop.wait_for_selector("[data-reading=received]")

    assert desktop.locator(words).all_text_contents() == before


def test_simplified_is_chosen_in_the_head_of_every_chinese_page_and_kept(desktop: Page, site: Site) -> None:
    switch = desktop.locator("[name=simplified]")
    desktop.goto(site.url)
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    desktop.wait_for_url(re.compile("reading=simplified"))
    desktop.goto(site.url + SPEAKER)
    expect(desktop.locator("[name=reading][value=simplified]")).to_be_checked()
    choose(desktop.locator("[name=reading][value=edited]"))
    expect(switch).to_have_attribute("aria-pressed", "false")
    desktop.goto(site.url + "en/")
    expect(switch).to_have_count(0)


def test_who_comes_by_a_link_and_has_chosen_nothing_goes_on_as_it_displays(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + "?reading=simplified")
    expect(desktop.locator("html")).to_have_attribute("data-reading", "simplified")
    desktop.goto(site.url + SPEAKER)
    expect(desktop.locator("[name=reading][value=simplified]")).to_be_checked()
    choose(desktop.locator("[name=reading][value=received]"))
    desktop.goto(site.url + "?reading=simplified")
    desktop.goto(site.url + SPEAKER)
    expect(desktop.locator("[name=reading][value=received]")).to_be_checked()


@pytest.mark.parametrize("file", ["tools.js", "readings.js"])
def test_a_choice_holds_on_the_next_page_although_the_reader_left_before_it_was_displayed(browser: Browser, site: Site, file: str) -> None:
    with lent(browser) as page:
        page.route(f"**/{file}", lambda _: None)  # on its way for as long as the reader is here
        page.goto(site.url + SPEAKER)
        choose(page.locator("[name=reading][value=simplified]"))
        page.unroute(f"**/{file}")
        page.goto(site.url + M.glossary)
        expect(page.locator("html")).to_have_attribute("data-reading", "simplified")


@pytest.mark.parametrize("file", ["tools.js", "readings.js"])
def test_a_choice_that_cannot_be_displayed_is_not_kept(browser: Browser, site: Site, file: str) -> None:
    with lent(browser) as page:
        page.route(f"**/{file}", lambda route: route.abort())
        page.goto(site.url + SPEAKER)
        page.click("[name=reading][value=simplified]")
        expect(page.locator("[name=reading][value=received]")).to_be_checked()
        until(page, "!location.search")
        assert page.evaluate("localStorage['verbatim.reading']") == "received"


def test_where_nothing_leads_back_chinese_is_as_it_was_received(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + SPEAKER)
    choose(desktop.locator("[name=reading][value=simplified]"))
    until(desktop, "document.documentElement.dataset.reading === 'simplified'")
    for path in ("en/glossary/", "en/glossary/?reading=simplified", f"en/{SPEAKER}", f"en/{SPEAKER}?reading=simplified"):
        desktop.goto(site.url + path, wait_until="networkidle")
        assert desktop.evaluate("document.documentElement.dataset.reading ?? null") is None
    desktop.goto(f"{site.url}en/{SPEAKER}?view=lines")
    until(desktop, "document.documentElement.dataset.reading === 'simplified'")
    expect(desktop.locator("[name=reading][value=simplified]")).to_be_visible()
    choose(desktop.locator("[name=view][value=one]"))
    until(desktop, "(document.documentElement.dataset.reading ?? 'received') === 'received'")
    choose(desktop.locator("[name=view][value=lines]"))
    until(desktop, "document.documentElement.dataset.reading === 'simplified'")


def test_a_reading_that_does_not_arrive_with_a_view_is_shown_as_not_chosen(browser: Browser, site: Site) -> None:
    with lent(browser) as page:
        page.goto(f"{site.url}en/{SPEAKER}?reading=simplified")
        page.route("**/readings.js", lambda route: route.abort())
        choose(page.locator("[name=view][value=lines]"))
        expect(page.locator(".md-dialog--active")).to_be_visible()
        expect(page.locator("[name=view][value=lines]")).to_be_checked()
        expect(page.locator("[name=reading][value=received]")).to_be_checked()


def test_a_citation_says_that_it_quotes_the_words_as_received(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + SPEAKER + f"#{SENTENCE}")
    desktop.locator(f"#{SENTENCE} .cite-open").click()
    remark = desktop.locator(".cite-received")
    expect(remark).to_be_hidden()
    choose(desktop.locator("[name=reading][value=simplified]"))
    expect(remark).to_be_visible()


def test_a_citation_shows_what_it_copies_in_each_form(desktop: Page, site: Site) -> None:
    desktop.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desktop.goto(site.url + "en/" + SPEAKER + f"?reading=simplified#{SENTENCE}")
    desktop.locator(f"#{SENTENCE} .cite-open").click()
    panel, speaker = desktop.locator(".cite"), M.person(M.longest)
    for form, mark in (
        ("link", f"en/{M.event}/s/{SENTENCE}/"),
        ("plain", f"{speaker.name.en} ("),
        ("bibtex", f"@misc{{{M.event}-{SENTENCE}-en"),
        ("ris", "TY  - CPAPER"),
    ):
        choose(panel.locator(f"[value={form}]"))
        panel.locator(".cite-copy").click()
        expect(panel.locator(".cite-said")).to_have_text("Copied")
        text = panel.locator(".cite-text").text_content() or ""
        assert mark in text
        assert desktop.evaluate("navigator.clipboard.readText()") == text
    choose(panel.locator("[value=both]"))
    choose(panel.locator("[value=plain]"))
    both = panel.locator(".cite-text").text_content() or ""
    assert speaker.office
    assert f"{speaker.name.zh}（{speaker.office.zh}）：「{to_full_width(M.promising().zh.text)[:6]}" in both
    assert "machine-assisted" not in both
    assert "machine-assisted" in (panel.locator(".cite-remarks [lang=en]").text_content() or "")


@pytest.mark.smoke
def test_a_citation_opens_and_closes_by_keyboard(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + SPEAKER)
    desktop.locator(f"#{SENTENCE} a.ref").focus()
    for _ in range(20):
        desktop.keyboard.press("Tab")
        if desktop.evaluate("document.activeElement.classList.contains('cite-open')"):
            break
    desktop.keyboard.press("Enter")
    expect(desktop.locator(".cite-address")).to_have_text(SENTENCE)
    desktop.keyboard.press("Escape")
    expect(desktop.locator(".cite")).to_have_count(0)
    assert desktop.evaluate("document.activeElement.getAttribute('href')") == f"#{SENTENCE}"
