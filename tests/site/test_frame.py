"""The frame of a page: header, navigation, footer, and where the text begins."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from markup import document
from playwright.sync_api import Browser, Page, expect

from conftest import Site, lent
from specimens import specimens

M = specimens()
LANGUAGES = ["", "en/"]
MENU, NAVIGATION = "header [popovertarget=__navigation]", "#__navigation"
TOP = "one => one.getBoundingClientRect().top"
CUT = "one => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1"


# The navigation


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_keyboard_opens_the_navigation_walks_through_it_and_closes_it(phone: Page, site: Site, lang: str) -> None:
    phone.goto(site.url + lang + M.speech)
    expect(phone.locator(NAVIGATION)).to_be_hidden()
    phone.locator(MENU).focus()
    phone.keyboard.press("Enter")
    expect(phone.locator(NAVIGATION)).to_be_visible()
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement === document.querySelector('#__navigation a')")
    phone.keyboard.press("Escape")
    expect(phone.locator(NAVIGATION)).to_be_hidden()
    expect(phone.locator(MENU)).to_be_focused()


def test_tab_reaches_the_button_of_the_navigation_and_nothing_in_it_while_it_is_closed(phone: Page, site: Site) -> None:
    phone.goto(site.url + M.speech)
    reached = []
    for _ in range(12):
        phone.keyboard.press("Tab")
        reached.append(
            phone.evaluate("[document.activeElement.matches('[popovertarget]'), Boolean(document.activeElement.closest('#__navigation'))]")
        )
    assert [True, False] in reached
    assert all(not inside for _, inside in reached)


def test_the_navigation_closes_at_a_place_on_the_page_and_at_a_touch_beside_it(browser: Browser, site: Site) -> None:
    with lent(browser, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as page:
        page.goto(site.url + M.speech)
        page.locator(MENU).tap()
        page.locator(f"{NAVIGATION} .toc a").nth(2).tap()
        expect(page.locator(NAVIGATION)).to_be_hidden()
        assert page.evaluate("location.hash")
        page.locator(MENU).tap()
        expect(page.locator(NAVIGATION)).to_be_visible()
        page.touchscreen.tap(380, 600)
        expect(page.locator(NAVIGATION)).to_be_hidden()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_scripts_the_navigation_opens_and_leads_on(browser: Browser, site: Site, lang: str) -> None:
    with lent(browser, java_script_enabled=False, viewport={"width": 390, "height": 844}) as page:
        page.goto(site.url + lang + M.speech)
        page.locator(MENU).click()
        page.locator(f"{NAVIGATION} a", has_text="關於" if not lang else "About").click()
        page.wait_for_url(f"**/{lang}about/")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_scripts_the_header_has_no_control_that_does_nothing(browser: Browser, site: Site, lang: str) -> None:
    for width in (390, 1280):
        with lent(browser, java_script_enabled=False, viewport={"width": width, "height": 844}) as page:
            page.goto(site.url + lang + M.speech)
            controls = page.locator(".md-header :is(button:not([popovertarget]), input, label)")
            assert [one.get_attribute("name") for one in controls.all() if one.is_visible()] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_a_wide_screen_the_navigation_is_beside_the_text_without_a_button(desktop: Page, site: Site, lang: str) -> None:
    desktop.goto(site.url + lang + M.speech)
    expect(desktop.locator(NAVIGATION)).to_be_visible()
    expect(desktop.locator(MENU)).to_be_hidden()
    boxes = [desktop.locator(one).bounding_box() for one in (NAVIGATION, "article")]
    left, right = (box["x"] for box in boxes if box)
    assert left + 200 <= right


# Header and footer


def test_the_navigation_closes_where_a_wider_window_has_a_place_for_it(phone: Page, site: Site) -> None:
    phone.goto(site.url + M.speech)
    phone.locator("[popovertarget]").click()
    expect(phone.locator("#__navigation:popover-open")).to_be_visible()
    phone.set_viewport_size({"width": 1280, "height": 900})
    expect(phone.locator("#__navigation:popover-open")).to_have_count(0)
    assert phone.locator("#__navigation").evaluate("one => getComputedStyle(one).position") == "sticky"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_a_phone_the_header_has_room_for_the_title_of_the_page(browser: Browser, site: Site, lang: str) -> None:
    with lent(browser, viewport={"width": 390, "height": 844}) as page:
        for name in M.speakers:
            page.goto(site.url + lang + M.path(name))
            page.mouse.wheel(0, 2000)
            title = page.locator(".md-header__topic + .md-header__topic")
            expect(title).to_have_css("opacity", "1")
            assert not title.locator("span").evaluate(CUT), name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_links_to_the_pages_before_and_after_have_their_titles(page: Page, site: Site, lang: str) -> None:
    page.goto(site.url + lang + M.path(M.speakers[1]))
    links = page.locator(".md-footer a[rel]")
    assert links.evaluate_all("all => all.map(one => one.rel)") == ["prev", "next"]
    for link, name in zip(links.all(), (M.speakers[0], M.speakers[2]), strict=True):
        title = M.corpus.pages["en" if lang else "zh", f"{M.event}/{name}"].title
        assert title in link.inner_text()
        assert not link.evaluate(CUT)


def test_the_page_for_wrong_addresses_has_no_frame_of_one_language(each_site: Site) -> None:
    page = document(each_site.folder / "404.html")
    assert page.all("nav") == []
    [header] = [one for one in page.all("span") if one.attributes.get("class") == "md-ellipsis"]
    assert header.text.count(" · ") == 1


def test_without_scripts_no_form_that_does_nothing_has_a_heading(browser: Browser, site: Site) -> None:
    with lent(browser, java_script_enabled=False) as page:
        page.goto(site.url + M.register)
        expect(page.locator("h2#filter")).to_be_hidden()
    with lent(browser) as page:
        page.goto(site.url + M.register)
        expect(page.locator("h2#filter")).to_be_visible()


# The text


@pytest.mark.parametrize(("width", "height", "most"), [(1440, 900, 450), (390, 844, 700)])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_sentence_of_a_page_is_on_the_first_screen(
    browser: Browser, site: Site, lang: str, width: int, height: int, most: int
) -> None:
    with lent(browser, viewport={"width": width, "height": height}) as page:
        for name in M.speakers:
            page.goto(site.url + lang + M.path(name), wait_until="networkidle")
            assert page.locator(".speech .sentence").first.evaluate(TOP) <= most, name


def test_a_table_written_in_markdown_scrolls_within_its_page(phone: Page, site: Site) -> None:
    phone.goto(site.url + "about/")
    cells = "".join(f"<td>{'一二三四五六七八九十' * 2}</td>" for _ in range(20))
    phone.locator("article").evaluate("(one, row) => one.insertAdjacentHTML('beforeend', row)", f"<table><tr>{cells}</tr></table>")
    table = phone.locator("article > table:not([class])")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    assert table.evaluate("one => one.scrollWidth > one.clientWidth")


# A copy on disk


def test_in_a_copy_on_disk_every_link_leads_to_a_file(disk: Site) -> None:
    pages = list(disk.folder.rglob("*.html"))
    assert len(pages) > 20
    wrong = {(path.name, link) for path in pages for link in links_of(path) if not Path(link).is_file()}
    assert wrong == set()


def links_of(path: Path) -> set[str]:
    """The files on disk that the links and forms of a page lead to."""
    page = document(path)
    named = [one.attributes[name] for tag, name in (("a", "href"), ("form", "action")) for one in page.all(tag) if name in one.attributes]
    whole = [urlsplit(urljoin(path.as_uri(), address)) for address in named]
    return {unquote(one.path) for one in whole if one.scheme == "file"}


def test_the_page_for_wrong_addresses_follows_the_scheme_of_the_system(desktop: Page, site: Site) -> None:
    desktop.emulate_media(color_scheme="light")
    desktop.goto(f"{site.url}404.html")
    body = desktop.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")

    desktop.emulate_media(color_scheme="dark")

    expect(body).to_have_attribute("data-md-color-scheme", "slate")
