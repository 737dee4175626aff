"""The habits of the frame, and what is fetched when: nothing of the theme's scripts ever, ours when they are wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from conftest import LAID, SIZES, Site, choose, lent, until
from specimens import specimens

M = specimens()
SPEAKER = M.speech
BOX = ".md-search__input"
LINK = ".md-search-result__link"
SCHEME = "document.body.getAttribute('data-md-color-scheme')"
SCROLLED = "document.querySelector('.md-header__title--active')"


def asked(page: Page, act: Callable[[], object]) -> list[str]:
    """The names of the files that are asked for while something is done."""
    names: list[str] = []
    page.on("request", lambda request: names.append(re.sub(r".*/|[?#].*|\.\w{8}\.min(?=\.)", "", request.url)))
    act()
    return names


@pytest.mark.parametrize("path", ["", SPEAKER, M.register, "glossary/"])
@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_page_fetches_its_own_scripts_and_nothing_else(page: Page, site: Site, lang: str, path: str) -> None:
    names = asked(page, lambda: page.goto(site.url + lang + path, wait_until="networkidle"))
    page.mouse.wheel(0, 800)
    until(page, SCROLLED)
    sheets = {f"{name}.css" for name in ("transcript", "register-charts", "glossary", "home", "scroll")}
    assert set(names) <= {"", "mark.svg", "site.js", "scroll.js", "targets.js", "glossary.js"} | sheets


@pytest.mark.parametrize("key", ["/", "f", "s"])
def test_a_key_opens_the_search_and_no_letter_typed_is_lost(desktop: Page, site: Site, key: str) -> None:
    desktop.goto(site.url + "en/" + SPEAKER)
    desktop.keyboard.press(key)
    desktop.keyboard.type("carbon account")
    expect(desktop.locator(BOX)).to_have_value("carbon account")
    expect(desktop.locator(f"{LINK} mark").first).to_have_text("carbon accounts")
    desktop.keyboard.press("Escape")
    expect(desktop.locator(".md-search-result")).not_to_be_in_viewport()
    desktop.keyboard.press("/")
    expect(desktop.locator(BOX)).to_be_focused()


def test_letters_typed_while_the_search_is_on_its_way_are_searched_for(desktop: Page, site: Site) -> None:
    def late(route: Route) -> None:
        until(desktop, "document.querySelector('.md-search__input').value === '26586'")
        route.continue_()

    desktop.route("**/search.js", late)
    desktop.goto(site.url + SPEAKER)
    desktop.locator(BOX).click()
    desktop.keyboard.type("26586")
    expect(desktop.locator(BOX)).to_have_value("26586")
    expect(desktop.locator(LINK).first).to_be_visible()
    assert desktop.url == site.url + SPEAKER


def test_words_typed_while_the_index_is_on_its_way_are_not_asked_for_again(desktop: Page, site: Site) -> None:
    held: list[Route] = []
    desktop.route("**/search/index.js", lambda route: held.append(route))
    desktop.goto(site.url + "en/" + SPEAKER)
    desktop.locator(BOX).click()
    said = desktop.locator(":is(.md-search-result__meta, .search-waits):visible")
    expect(said).to_have_text(M.corpus.strings["found_start"].en)
    desktop.keyboard.type("26,586")
    expect(said).to_have_text(M.corpus.strings["found_waits"].en)
    held[0].continue_()
    expect(desktop.locator(LINK).first).to_be_visible()
    expect(said).not_to_have_text(M.corpus.strings["found_waits"].en)


@pytest.mark.parametrize("word", ["carbon", "water", "green factories"])
def test_a_word_that_is_typed_fetches_no_more_than_one_that_is_pasted(browser: Browser, site: Site, word: str) -> None:
    def search(page: Page, parts: Sequence[str]) -> None:
        for part in parts:
            page.keyboard.insert_text(part)
            page.clock.run_for(150)  # between the keys of somebody who types well
        page.clock.resume()
        expect(page.locator(f"{LINK} mark").first).to_be_visible()

    def fetched(parts: Sequence[str]) -> list[str]:
        with lent(browser) as page:
            page.goto(site.url + "en/", wait_until="networkidle")
            page.locator(BOX).click()
            expect(page.locator(".md-search [role=listbox][data-answered]")).to_be_attached()  # the index is here
            page.clock.install(time=0)
            page.clock.pause_at(1000)  # the keys come at the same moments however slow the machine is
            return sorted(asked(page, lambda: search(page, parts)))

    assert fetched(word) == fetched([word])


@pytest.mark.parametrize("path", [f"{SPEAKER}#q2-a5-3", "glossary/#carbon-inclusion"])
def test_the_first_click_opens_the_search_for_good_on_a_page_opened_at_a_place(desktop: Page, site: Site, path: str) -> None:
    desktop.goto(site.url + path)
    desktop.locator(BOX).click()
    desktop.wait_for_timeout(600)
    expect(desktop.locator("#__search")).to_be_checked()
    expect(desktop.locator(BOX)).to_be_focused()
    desktop.keyboard.type("26586")
    expect(desktop.locator(LINK).first).to_be_visible()


def test_escape_closes_the_search_and_gives_the_focus_back(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + SPEAKER)
    desktop.locator("#q2-1 a.ref").focus()
    desktop.keyboard.press("s")
    expect(desktop.locator("#__search")).to_be_checked()
    desktop.keyboard.press("Escape")
    expect(desktop.locator("#__search")).not_to_be_checked()
    expect(desktop.locator("#q2-1 a.ref")).to_be_focused()


def test_tab_reaches_the_buttons_of_the_search_and_then_leaves_it(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + SPEAKER)
    desktop.keyboard.press("/")
    desktop.keyboard.type("26586")
    expect(desktop.locator(LINK).first).to_be_visible()
    desktop.keyboard.press("Tab")
    expect(desktop.locator(".md-search__options a")).to_be_focused()
    desktop.keyboard.press("Tab")
    expect(desktop.locator(".md-search__options button")).to_be_focused()
    inside = desktop.locator(".md-search :is(a, button, input, select, [tabindex]):visible").count()
    for _ in range(inside):
        desktop.keyboard.press("Tab")
    expect(desktop.locator("#__search")).not_to_be_checked()


@pytest.mark.parametrize("keys", ["Alt+f", "Alt+s", "Control+s", "Meta+f", "Alt+n", "Alt+p", "Alt+v"])
def test_keys_with_alt_control_or_meta_are_the_browsers(desktop: Page, site: Site, keys: str) -> None:
    desktop.goto(site.url + SPEAKER)
    desktop.evaluate("addEventListener('keydown', event => { globalThis.taken = event.defaultPrevented; })")
    desktop.keyboard.press(keys)
    assert desktop.evaluate("taken") is False
    expect(desktop.locator("#__search")).not_to_be_checked()
    assert desktop.url == site.url + SPEAKER


def test_a_phone_opens_the_search_by_its_sign(phone: Page, site: Site) -> None:
    phone.goto(site.url + SPEAKER)
    phone.locator(".md-header__button[for=__search]").click()
    expect(phone.locator(BOX)).to_be_focused()
    phone.keyboard.type("鹽鹼地")
    expect(phone.locator(LINK).first).to_be_visible()
    phone.locator("label.md-search__icon[for=__search]").click()
    expect(phone.locator(LINK).first).not_to_be_in_viewport()


def test_a_link_with_a_query_opens_the_search_with_its_answer(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + "en/?q=tanpuhui")
    expect(desktop.locator(LINK).first).to_be_visible()
    expect(desktop.locator(BOX)).to_have_attribute("aria-expanded", "true")
    desktop.keyboard.press("Escape")
    expect(desktop).to_have_url(site.url + "en/")
    expect(desktop.locator(BOX)).to_have_attribute("aria-expanded", "false")
    desktop.keyboard.press("/")
    expect(desktop.locator(BOX)).to_have_attribute("aria-expanded", "true")


def test_a_link_with_words_to_mark_does_not_fetch_the_search(desktop: Page, site: Site) -> None:
    names = asked(desktop, lambda: desktop.goto(site.url + SPEAKER + "?h=強芯", wait_until="networkidle"))
    assert "search.js" not in names
    expect(desktop.locator(".sentence mark").first).to_be_visible()


def test_the_scheme_is_chosen_by_hand_or_key_and_kept(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + SPEAKER)
    desktop.locator("[name=scheme]").click()
    assert desktop.evaluate(SCHEME) == "slate"
    desktop.goto(site.url + "en/glossary/")
    assert desktop.evaluate(SCHEME) == "slate"
    desktop.locator("[name=scheme]").focus()
    desktop.keyboard.press("Enter")
    assert desktop.evaluate(SCHEME) == "default"
    desktop.reload()
    assert desktop.evaluate(SCHEME) == "default"


def test_the_scheme_is_right_at_the_first_paint_and_follows_the_system(browser: Browser, site: Site) -> None:
    with lent(browser, color_scheme="dark") as page:
        page.add_init_script(
            "addEventListener('DOMContentLoaded', () => { globalThis.first = document.body.getAttribute('data-md-color-scheme'); });"
        )
        page.route("**/site.js", lambda route: route.abort())
        page.goto(site.url)
        assert page.evaluate("first") == "slate"
        expect(page.locator("html")).to_have_css("color-scheme", "dark")
        page.emulate_media(media="print")
        expect(page.locator("html")).to_have_css("color-scheme", "light")
        page.emulate_media(media="screen")
        page.unroute("**/site.js")
        page.reload()
        expect(page.locator("[name=scheme]")).to_have_attribute("aria-pressed", "true")
        page.emulate_media(color_scheme="light")
        until(page, f"{SCHEME} === 'default'")
        expect(page.locator("html")).to_have_css("color-scheme", "light")
        expect(page.locator("meta[name=theme-color]")).to_have_count(1)
        assert page.locator("meta[name=color-scheme]").get_attribute("content") == "light dark"


def test_title_contents_and_way_back_follow_the_scrolling(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + SPEAKER)
    active = desktop.locator(".md-sidebar--secondary .md-nav__link--active")
    title = desktop.locator(".md-header__topic + .md-header__topic")
    top = desktop.locator(".md-top")
    expect(title).to_have_css("opacity", "0")
    desktop.mouse.wheel(0, 3000)
    expect(title).to_have_css("opacity", "1")
    expect(active).to_have_count(1)
    before = active.inner_text()
    desktop.mouse.wheel(0, 2000)
    expect(active).not_to_have_text(before)
    expect(top).to_have_attribute("hidden", "")
    desktop.mouse.wheel(0, -300)
    expect(top).not_to_have_attribute("hidden", "")
    passed = desktop.locator(".md-sidebar--secondary .md-nav__link--passed:not(.md-nav__link--active)").first
    ahead = desktop.locator(".md-sidebar--secondary .md-nav__link:not(.md-nav__link--passed)").first
    expect(passed).not_to_have_css("color", ahead.evaluate("one => getComputedStyle(one).color"))
    top.click()
    until(desktop, "scrollY === 0")
    expect(title).to_have_css("opacity", "0")


def test_the_place_in_a_long_table_of_contents_is_kept_in_view(browser: Browser, site: Site) -> None:
    with lent(browser, viewport={"width": 1280, "height": 260}) as page:
        page.goto(site.url + SPEAKER)
        last = page.locator(".md-sidebar--secondary .md-nav__link").last
        expect(last).not_to_be_in_viewport()
        # Not to the end of the page, whose foot would push the list away.
        page.locator(".speech").last.evaluate("one => one.scrollIntoView({ block: 'center' })")
        expect(page.locator(".md-sidebar--secondary .md-nav__link--active")).to_be_in_viewport()


def test_keys_lead_to_the_page_before_and_after_but_not_while_typing(desktop: Page, site: Site) -> None:
    after = M.speakers[M.speakers.index(M.longest) + 1]
    desktop.goto(site.url + SPEAKER)
    desktop.keyboard.press("n")
    desktop.wait_for_url(f"**/{M.path(after)}")
    desktop.keyboard.press(",")
    desktop.wait_for_url(f"**/{SPEAKER}")
    desktop.goto(site.url + "glossary/")
    desktop.locator("#term-filter").focus()
    desktop.keyboard.type("fspn/")
    expect(desktop.locator("#term-filter")).to_have_value("fspn/")


def test_a_closed_part_opens_for_a_place_inside_it(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + M.register + "#caption-shares")
    expect(desktop.locator("details:has(#caption-shares)")).to_have_attribute("open", "")


@pytest.mark.parametrize("path", [f"{SPEAKER}#q1%", "glossary/#50%", f"{M.register}#%E4%B8"])
def test_a_fragment_that_cannot_be_decoded_stops_nothing(desktop: Page, site: Site, path: str) -> None:
    desktop.goto(site.url + path)
    expect(desktop.locator("form.tools, form.finder").first).to_be_visible()
    desktop.mouse.wheel(0, 1500)
    until(desktop, SCROLLED)
    desktop.keyboard.press("/")
    desktop.keyboard.type("26586")
    expect(desktop.locator(LINK).first).to_be_visible()


@pytest.mark.parametrize("mark", ["。", ")", "%E3%80%82", "%", "?utm_source=x"])
def test_a_fragment_with_a_mark_behind_it_leads_to_its_place(desktop: Page, site: Site, mark: str) -> None:
    desktop.goto(f"{site.url}{SPEAKER}#{M.midway().address}{mark}")
    desktop.wait_for_url(f"**/{SPEAKER}#{M.midway().address}")
    expect(desktop.locator(f"[id='{M.midway().address}']")).to_be_in_viewport()
    expect(desktop.get_by_role("alert")).to_have_count(0)


UNCOVERED = "one => { const { x, y } = one.getBoundingClientRect(); return one.contains(document.elementFromPoint(x + 4, y + 4)); }"


@pytest.mark.parametrize(("start", "words"), [("", "這一頁沒有這個位置"), ("en/", "no such place")])
def test_a_fragment_of_no_place_is_told_beside_the_nearest(desktop: Page, site: Site, start: str, words: str) -> None:
    section = M.midway().address.rpartition("-")[0]
    desktop.goto(f"{site.url}{start}{SPEAKER}#{section}-999")
    alert = desktop.get_by_role("alert")
    expect(alert).to_contain_text(f"#{section}-999")
    expect(alert).to_contain_text(words)
    for place in (alert, desktop.locator(f"[role=alert] + [id='{section}']")):
        assert place.evaluate(UNCOVERED)
    desktop.evaluate(f"location.hash = '{M.midway().address}'")
    expect(alert).to_have_count(0)
    desktop.evaluate("location.hash = 'nowhere'")
    assert desktop.locator("#page-title + [role=alert]").evaluate(UNCOVERED)
    expect(alert.locator(".near")).to_be_hidden()


@pytest.mark.parametrize("path", [f"{SPEAKER}#top", f"404.html#{M.midway().address}"])
def test_the_top_of_a_page_and_the_page_for_wrong_addresses_tell_of_no_place(desktop: Page, site: Site, path: str) -> None:
    with desktop.expect_response("**/astray.js"):
        desktop.goto(site.url + path)
    desktop.wait_for_function("verbatim.parts.astray")
    expect(desktop.get_by_role("alert")).to_have_count(0)


def test_a_wrong_fragment_that_cannot_be_looked_up_is_reported(browser: Browser, site: Site) -> None:
    with lent(browser) as page:
        page.route("**/astray.js", lambda route: route.abort())
        page.goto(f"{site.url}en/{SPEAKER}#nowhere")
        expect(page.get_by_role("status").filter(has_text="could not be loaded")).to_be_visible()


REFUSING = "Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"


@pytest.mark.parametrize("storage", [REFUSING, FULL], ids=["refused", "full"])
def test_a_browser_that_keeps_nothing_does_all_else(desktop: Page, site: Site, storage: str) -> None:
    desktop.add_init_script(storage)
    desktop.goto(site.url + SPEAKER)
    choose(desktop.locator("[name=view][value=side]"))
    expect(desktop.locator(".row .twin-line").first).to_be_visible()
    choose(desktop.locator("[name=reading][value=simplified]"))
    desktop.wait_for_selector("[data-reading=simplified]")
    desktop.locator("[name=scheme]").click()
    assert desktop.evaluate(SCHEME) == "slate"
    desktop.keyboard.press("/")
    desktop.keyboard.type("26586")
    expect(desktop.locator(LINK).first).to_be_visible()


@pytest.mark.parametrize("file", ["tools.js", "view.js", "lines.js"])
def test_what_cannot_be_fetched_is_reported_and_can_be_tried_again(browser: Browser, site: Site, file: str) -> None:
    with lent(browser) as page:
        page.route(f"**/{file}", lambda route: route.abort())
        page.goto(site.url + "en/" + SPEAKER)
        page.click("[name=view][value=side]")  # no check: the choice may be taken back before it has been looked at
        expect(page.get_by_role("status").filter(has_text="could not be loaded")).to_be_visible()
        expect(page.locator("[name=view][value=one]")).to_be_checked()
        until(page, "address => location.href === address", arg=site.url + "en/" + SPEAKER)
        page.unroute(f"**/{file}")
        choose(page.locator("[name=view][value=side]"))
        expect(page.locator(".row .twin-line").first).to_be_visible()


def test_of_choices_made_while_one_is_on_its_way_the_last_is_displayed(desktop: Page, site: Site) -> None:
    held: list[Route] = []
    desktop.route("**/assets/data/readings*", lambda route: held.append(route))
    desktop.goto(site.url + SPEAKER)
    for reading in ("simplified", "received", "simplified", "edited"):
        choose(desktop.locator(f"[name=reading][value={reading}]"))
    assert len(held) == 1
    held[0].continue_()
    desktop.wait_for_selector("[data-reading=edited]")
    until(desktop, "location.search === '?reading=edited'")
    expect(desktop.locator("[name=reading][value=edited]")).to_be_checked()


@pytest.mark.parametrize("path", ["glossary/", M.register])
def test_a_far_place_is_reached_and_stays_though_a_long_page_is_laid_out_in_pieces(page: Page, site: Site, path: str) -> None:
    page.goto(site.url + path)
    last = page.locator(".entry, table.rows tbody tr").last
    name = last.get_attribute("id")
    page.goto(f"{site.url}about/")
    page.goto(f"{site.url}{path}#{name}", wait_until="networkidle")
    page.wait_for_timeout(500)
    expect(page.locator(f"[id='{name}']")).to_be_in_viewport()
    until(page, LAID)


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_glossary_on_a_phone_is_as_high_as_what_is_laid_out_later_will_make_it(phone: Page, site: Site, lang: str) -> None:
    phone.goto(f"{site.url}{lang}glossary/")
    guessed = phone.evaluate("document.documentElement.scrollHeight")
    phone.evaluate("for (const one of document.querySelectorAll('.entry')) one.style.contentVisibility = 'visible'")
    assert guessed == pytest.approx(phone.evaluate("document.documentElement.scrollHeight"), rel=0.1)


@pytest.mark.parametrize("path", ["glossary/", M.register])
def test_no_text_is_folded_before_something_is_typed(page: Page, site: Site, path: str) -> None:
    page.add_init_script("""{
      const { normalize } = String.prototype;
      window.folded = 0;
      String.prototype.normalize = function (...form) { window.folded += 1; return normalize.apply(this, form); };
    }""")
    page.goto(site.url + path, wait_until="networkidle")
    entries = page.locator(".entry, table.rows tbody tr").count()
    assert page.evaluate("window.folded") < entries / 4
    page.fill("[name=find]", "a")
    until(page, f"window.folded >= {entries}")


def test_words_cut_short_are_said_in_full_when_pointed_at(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + SPEAKER)
    short = desktop.locator(".md-header .md-ellipsis").first
    short.evaluate("one => { one.style.cssText = 'display:block;width:1em;overflow:hidden;white-space:nowrap'; }")
    short.hover()
    assert short.evaluate("one => one.title === one.innerText")


def test_the_link_to_the_search_is_copied_while_it_is_still_being_typed(desktop: Page, site: Site) -> None:
    desktop.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desktop.goto(site.url + "en/")
    desktop.locator(BOX).click()
    desktop.keyboard.type("carbon")
    expect(desktop.locator(LINK).first).to_be_visible()
    desktop.keyboard.type("account")
    desktop.locator(".md-search__options a").click()  # at once: whatever is in the box is copied, answered or not
    expect(desktop.locator(".md-dialog--active")).to_have_text("Copied")
    assert desktop.evaluate("navigator.clipboard.readText()") == f"{site.url}en/?q=carbonaccount"


@pytest.mark.parametrize("size", SIZES)
def test_all_works_from_a_folder_on_disk(browser: Browser, disk: Site, size: str) -> None:
    context = browser.new_context(viewport=SIZES[size], offline=True)
    page = context.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto((disk.folder / f"en/{SPEAKER.strip('/')}.html").as_uri())
    choose(page.locator("[name=view][value=lines]"))
    expect(page.locator(".row .twin-line").first).to_be_visible()
    page.mouse.wheel(0, 2000)
    until(page, SCROLLED)
    page.locator("[name=scheme]").click()
    assert page.evaluate(SCHEME) == "slate"
    page.keyboard.press("/")
    page.keyboard.type("carbon account")
    expect(page.locator(LINK).first).to_be_visible()
    assert failed == []
    context.close()
