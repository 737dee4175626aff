"""Terms, signs and notes open on the spot; the transcript begins near the top of its page, and its tools stay in reach."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from conftest import Site, lent
from specimens import specimens
from verbatim.model import Lang
from verbatim.text.typography import to_full_width

M = specimens()
PANEL = "#popover"
SIGNS = ("a.term", "a.mark.target", "a.mark.commitment", "a.mark.note", "a.mark.slip")
LISTED = """all => all.map(one => {
  const { start, children } = one.parentElement;
  return [one.id, String.fromCharCode(96 + start + [...children].indexOf(one))];
})"""
"""The notes with the letters that their lists give them."""
PLACES = """all => all.map(one => {
  const before = document.createRange();
  before.setStart(one.closest(".sentence"), 0);
  before.setEndBefore(one);
  return [one.hash.slice(1), before.toString()];
})"""
"""Where each sign leads, and the words of its sentence before it."""


@pytest.mark.smoke
@pytest.mark.parametrize(("lang", "sign"), [(lang, sign) for lang in ("", "en/") for sign in SIGNS if not lang or "slip" not in sign])
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


@pytest.mark.parametrize("lang", ["", "en/"])
def test_each_sign_stands_at_the_words_that_it_speaks_of(desktop: Page, site: Site, lang: str) -> None:
    name: Lang = "en" if lang else "zh"
    quotes = {one.id: one.quote[name] for one in M.transcript.entries} | {f"note-{one.id}": one.quote[name] for one in M.transcript.notes}
    if not lang:
        quotes |= {one.id: one.find for one in M.transcript.errata}
    for page in M.speakers:
        desktop.goto(f"{site.url}{lang}{M.path(page)}")
        signs = desktop.locator(".sentence a.mark").evaluate_all(PLACES)
        assert len(signs) > 10
        linked = " ".join(desktop.locator(".sentence a.term").all_inner_texts())
        for record, before in signs:
            quote = to_full_width(quotes[record]) if not lang else quotes[record]
            rest = before.partition(quote)[2]  # of the link to a term that holds the end of the quotation
            assert quote in before, (record, before)
            assert not rest or rest in linked, (record, before)


@pytest.mark.parametrize("lang", ["", "en/"])
def test_notes_have_the_letters_of_their_signs(desktop: Page, site: Site, lang: str) -> None:
    for page in M.speakers:
        desktop.goto(f"{site.url}{lang}{M.path(page)}")
        signs = desktop.locator(".sentence a.mark.note").evaluate_all("all => all.map(one => [one.hash.slice(1), one.dataset.sign])")
        listed = desktop.locator(".notes li").evaluate_all(LISTED)
        assert sorted(signs) == sorted(listed)
        assert [letter for _, letter in listed] == [chr(97 + number) for number in range(len(listed))]


def test_a_sign_opens_by_touch_and_a_touch_beside_it_closes(browser: Browser, site: Site) -> None:
    with lent(browser, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as page:
        page.goto(site.url + M.speech)
        for sign in SIGNS:
            page.locator(f".speech {sign}").first.tap()
            expect(page.locator(PANEL)).to_be_visible()
            page.locator(PANEL).locator("button").tap()
            expect(page.locator(PANEL)).to_be_hidden()


def test_on_a_phone_every_entry_has_the_whole_width(phone: Page, site: Site) -> None:
    phone.goto(site.url + M.speech)
    for sign in SIGNS:
        phone.locator(f".speech {sign}").first.click()
        expect(phone.locator(PANEL)).to_be_visible()
        assert phone.locator(PANEL).evaluate("one => one.getBoundingClientRect().width") == 360
        phone.keyboard.press("Escape")


@pytest.mark.parametrize("share", [0.25, 0.5, 0.75])
@pytest.mark.parametrize("width", [390, 1280])
def test_an_entry_never_covers_the_words_that_it_explains(browser: Browser, site: Site, width: int, share: float) -> None:
    with lent(browser, viewport={"width": width, "height": 800}) as page:
        page.goto(site.url + M.speech)
        for sign in SIGNS:
            link = page.locator(f".speech {sign}").last
            link.evaluate("(link, share) => scrollBy(0, link.getBoundingClientRect().top - share * innerHeight)", share)
            link.click()
            expect(page.locator(PANEL)).to_be_visible()
            mark, panel = (one.evaluate("one => one.getBoundingClientRect().toJSON()") for one in (link, page.locator(PANEL)))
            assert panel["bottom"] <= mark["top"] or mark["bottom"] <= panel["top"], sign
            page.keyboard.press("Escape")


def test_without_scripts_a_sign_is_a_link_to_its_entry(browser: Browser, site: Site) -> None:
    with lent(browser, java_script_enabled=False) as page:
        for sign in SIGNS:
            page.goto(site.url + M.speech)
            page.locator(f".speech {sign}").first.click()
            page.wait_for_url("**#*")
            assert page.locator(":target").is_visible()


def test_a_slip_is_shown_as_received_in_every_reading(desktop: Page, site: Site) -> None:
    desktop.goto(f"{site.url}{M.speech}?reading=simplified")
    desktop.wait_for_selector("[data-reading=simplified]")
    link = desktop.locator(".speech a.mark.slip").first
    slip = next(one for one in M.transcript.errata if one.id == link.evaluate("one => one.hash.slice(1)"))
    link.click()
    expect(desktop.locator(".popover-title")).to_have_text(slip.find)
    expect(desktop.locator(".popover-content dd").first).to_have_text(slip.read)


def test_an_entry_of_the_register_is_displayed_with_its_words_and_its_sentence(desktop: Page, site: Site) -> None:
    desktop.goto(f"{site.url}en/{M.speech}")
    link = desktop.locator(f"#{M.promising().address} a.mark.target").first
    link.click()
    entry = next(one for one in site.corpus.transcripts[M.event].entries if one.id == link.evaluate("one => one.hash.slice(1)"))

    expect(desktop.locator(".popover-title")).to_contain_text(entry.what.en.split(" ")[0])
    expect(desktop.locator(".popover-content")).to_contain_text(entry.quote.zh)
    desktop.locator(".popover-content a.address").click()
    desktop.wait_for_url(f"**#{M.promising().address}")


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
def test_the_tools_are_one_line_in_every_view_and_on_a_phone_two_at_most(desktop: Page, phone: Page, site: Site, lang: str) -> None:
    for page, lines in ((desktop, 1), (phone, 2)):
        page.goto(f"{site.url}{lang}{M.speech}?view=lines")
        page.wait_for_selector(".row .twin-line")
        height, line = page.evaluate(
            "[document.querySelector('.toolbar').offsetHeight, document.querySelector('.tools label').offsetHeight]"
        )
        assert height < (lines + 0.8) * line


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


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("sign", ["a.term", "a.mark.target"])
def test_a_sign_whose_entry_cannot_be_fetched_says_so_and_leads_nowhere(browser: Browser, site: Site, lang: str, sign: str) -> None:
    with lent(browser) as page:
        page.goto(f"{site.url}{lang}{M.speech}")
        address, link = page.url, page.locator(f".speech {sign}").first
        try:
            page.context.set_offline(True)
            link.click()
            expect(page.locator(".md-dialog--active")).to_be_visible()
        finally:
            page.context.set_offline(False)
        assert page.url == address
        link.click()
        expect(page.locator(PANEL)).to_be_visible()


def test_an_entry_that_arrives_late_leaves_the_one_that_was_opened_meanwhile(browser: Browser, site: Site) -> None:
    with lent(browser) as page:
        held: list[Route] = []
        page.route(f"**/{M.register}", lambda route: held.append(route))
        page.goto(site.url + M.speech)
        term = page.locator(".speech a.term").first
        page.locator(".speech a.mark.target").first.click()
        term.click()
        expect(page.locator(f"{PANEL} .popover-link")).to_have_attribute("href", term.evaluate("one => one.href"))
        with page.expect_response(f"**/{M.register}"):
            held[0].continue_()
        page.evaluate("() => new Promise(done => setTimeout(done, 200))")
        expect(page.locator(f"{PANEL} .popover-link")).to_have_attribute("href", term.evaluate("one => one.href"))


def test_an_entry_that_fails_late_leads_nowhere_from_the_one_that_was_opened_meanwhile(browser: Browser, site: Site) -> None:
    with lent(browser) as page:
        held: list[Route] = []
        page.route(f"**/{M.register}", lambda route: held.append(route))
        page.goto(site.url + M.speech)
        page.locator(".speech a.mark.target").first.click()
        page.locator(".speech a.term").first.click()
        expect(page.locator(PANEL)).to_be_visible()
        with page.expect_response(f"**/{M.register}"):
            held[0].fulfill(status=500)
        page.evaluate("() => new Promise(done => setTimeout(done, 200))")
        assert len(held) == 1  # the register, which its link leads to, is not asked for again
        expect(page.locator(PANEL)).to_be_visible()


def test_an_entry_that_cannot_be_displayed_is_reached_by_its_link(browser: Browser, site: Site) -> None:
    with lent(browser) as page:
        page.route("**/popover.js", lambda route: route.abort())
        page.goto(site.url + M.speech)
        link = page.locator(".speech a.term").first
        there = link.evaluate("one => one.href")
        link.click()
        page.wait_for_url(there)


@pytest.mark.parametrize("lang", ["", "en/"])
def test_what_closes_an_entry_is_in_reach_however_long_the_entry_is(browser: Browser, site: Site, lang: str) -> None:
    with lent(browser, viewport={"width": 360, "height": 480}, has_touch=True, is_mobile=True) as page:
        page.goto(f"{site.url}{lang}{M.speech}")
        page.locator("a.mark.target").first.tap()
        expect(page.locator(PANEL)).to_be_visible()
        assert page.locator(PANEL).evaluate("one => one.scrollHeight > one.clientHeight")
        for end in ("0", "one.scrollHeight"):
            page.locator(PANEL).evaluate(f"one => {{ one.scrollTop = {end}; }}")
            for inside in (".popover-link", "button"):
                expect(page.locator(f"{PANEL} {inside}")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("lang", ["", "en/"])
def test_who_tabs_out_of_an_entry_goes_on_from_its_sign(desktop: Page, site: Site, lang: str) -> None:
    desktop.goto(f"{site.url}{lang}{M.speech}")
    link = desktop.locator(".speech a.term").nth(2)
    link.focus()
    desktop.keyboard.press("Tab")
    beyond = desktop.evaluate("document.activeElement.outerHTML")
    link.focus()
    before = desktop.evaluate("scrollY")
    desktop.keyboard.press("Enter")
    expect(desktop.locator(PANEL)).to_be_visible()
    for _ in range(20):
        desktop.keyboard.press("Tab")
        if not desktop.locator(PANEL).is_visible():
            break

    assert desktop.evaluate("document.activeElement.outerHTML") == beyond
    assert desktop.evaluate("scrollY") == before

    link.click()
    expect(desktop.locator(PANEL)).to_be_visible()
    desktop.keyboard.press("Shift+Tab")
    expect(desktop.locator(PANEL)).to_be_hidden()
    assert link.evaluate("one => one === document.activeElement")


def test_an_open_entry_is_not_printed_over_the_text(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + M.speech)
    desktop.locator(".speech a.term").first.click()
    expect(desktop.locator(PANEL)).to_be_visible()
    desktop.emulate_media(media="print")
    assert not desktop.locator(PANEL).is_visible()


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("way", ["key", "press"])
def test_what_the_signs_mean_closes_with_escape_and_where_the_reader_goes_on(desktop: Page, site: Site, lang: str, way: str) -> None:
    desktop.goto(f"{site.url}{lang}{M.speech}")
    signs = desktop.locator("details.signs")
    for _ in range(2):
        signs.locator("summary").click()
        expect(signs).to_have_attribute("open", "")
        signs.locator("div").click(position={"x": 5, "y": 5})
        expect(signs).to_have_attribute("open", "")
        if way == "key":
            desktop.keyboard.press("Escape")
        else:
            desktop.locator("h1").click()
        expect(signs).not_to_have_attribute("open", "")


TOUCHED = """all => all.map(one => {
  one.scrollIntoView({ block: "center" });
  const widths = [...one.getClientRects()].flatMap(({ left, right, top, height }) => [0.35, 0.5, 0.65].map(share => {
    let width = 0;
    for (let x = Math.floor(left) - 1; x <= right + 1; x += 0.5) {
      if (one.contains(document.elementFromPoint(x, top + share * height))) width += 0.5;
    }
    return width;
  }));
  return [one.hash, Math.max(...widths)];
})"""
"""How many pixels beside each other reach each sign, at its widest."""


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_touch_reaches_each_sign_on_twenty_four_pixels(browser: Browser, site: Site, lang: str) -> None:
    with lent(browser, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as page:
        for speaker in M.speakers:
            page.goto(f"{site.url}{lang}{M.path(speaker)}")
            touched = page.locator(".speech :is(a.mark, a.ref)").evaluate_all(TOUCHED)
            assert len(touched) > 20
            assert [one for one in touched if one[1] < 23.5] == []
