"""Running text is running text: the words of the sentences in order, without numbers and signs, for people and programs."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdfium2
import pytest
import trafilatura
from markup import document
from playwright.sync_api import Browser, Page

from conftest import Site, choose, lent
from specimens import specimens

M = specimens()
SPACE = re.compile(r"\s+")
SELECTED = """([first, last]) => {
  const range = document.createRange();
  range.setStartBefore(document.getElementById(first));
  range.setEndAfter(document.getElementById(last));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  return getSelection().toString();
}"""

AROUND = """[...document.querySelectorAll(".sentence > .mark")].map(one => {
  const text = node => node?.nodeType === 3 ? node.data : "";
  return [text(one.previousSibling).slice(-8), text(one.nextSibling).slice(0, 8)];
}).filter(([before, after]) => before.trim() && after.trim())"""
"""The words on both sides of each sign that is between words."""


def spoken(site: Site) -> list[Path]:
    """Every page with sentences, in both languages."""
    return [path for path in site.html() if document(path).all("span", class_="sentence")]


def sentences(page: Path) -> list[str]:
    """The sentences of a page, without spaces."""
    return [SPACE.sub("", one.text) for one in document(page).all("span", class_="sentence")]


def test_a_program_that_takes_the_text_out_of_a_page_gets_every_sentence_in_order(each_site: Site) -> None:
    lost = []
    for page in spoken(each_site):
        text, at = SPACE.sub("", trafilatura.extract(page.read_text("utf-8")) or ""), 0
        for sentence in sentences(page):
            found = text.find(sentence, at)
            at = max(at, found)
            if found < 0:
                lost.append((page.relative_to(each_site.folder).as_posix(), sentence))
    assert lost == []


def test_the_text_of_a_sentence_holds_no_number_and_no_sign(each_site: Site) -> None:
    for page in spoken(each_site):
        drawn = [one for one in document(page).elements if {"ref", "mark"} & {*one.attributes.get("class", "").split()}]
        assert drawn
        assert [one.text for one in drawn if one.text] == []
        nameless = [one for one in drawn if one.tag == "a" and not {"aria-label", "title"} & set(one.attributes)]
        assert nameless == []


@pytest.mark.parametrize("lang", ["", "en/"])
def test_words_across_the_end_of_a_sentence_are_found(desktop: Page, site: Site, lang: str) -> None:
    one, other = M.following()
    name = "zh" if not lang else "en"
    desktop.goto(f"{site.url}{lang}{M.at(one)}")
    ends = "address => document.getElementById(address).textContent"
    before, after = desktop.evaluate(ends, one.address), desktop.evaluate(ends, other.address)
    words = before[-6:] + (" " if name == "en" else "") + after[:6]
    assert desktop.evaluate("words => find(words, true, false, true)", words)


@pytest.mark.parametrize("lang", ["", "en/"])
def test_words_on_both_sides_of_a_sign_are_found_and_copied_without_it(desktop: Page, site: Site, lang: str) -> None:
    desktop.goto(site.url + lang + M.speech)
    places = desktop.evaluate(AROUND)
    assert len(places) > 10
    for before, after in places:
        assert desktop.evaluate("words => find(words, true, false, true)", before + after), (before, after)
        assert desktop.evaluate("getSelection().toString()") == before + after


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_copied_section_is_its_heading_and_its_words(desktop: Page, site: Site, lang: str) -> None:
    sentence = M.signed()
    section = [one for one in M.on(sentence.page) if one.section == sentence.section]
    desktop.goto(site.url + lang + M.at(sentence))
    copied = desktop.evaluate(SELECTED, [sentence.section, section[-1].address])
    shown = [desktop.evaluate("address => document.getElementById(address).textContent", one.address) for one in section]
    heading = desktop.evaluate("id => document.getElementById(id).textContent", sentence.section)
    assert SPACE.sub("", copied) == SPACE.sub("", heading + "".join(shown))


@pytest.mark.parametrize("column", ["own", "twin"])
def test_a_selection_in_one_column_copies_that_language_alone(desktop: Page, site: Site, column: str) -> None:
    one, other = M.following()
    desktop.goto(f"{site.url}{M.path(one.page)}?view=side")
    part = {"own": ".sentence", "twin": ".twin-line"}[column]
    first, last = (desktop.locator(f".row:has(#{at.address}) > {part}") for at in (one, other))
    first.scroll_into_view_if_needed()
    start, end = first.bounding_box(), last.bounding_box()
    assert start
    assert end
    desktop.mouse.move(start["x"] + 40, start["y"] + 12)
    desktop.mouse.down()
    desktop.mouse.move(end["x"] + 60, end["y"] + 12, steps=6)
    desktop.mouse.up()
    copied = desktop.evaluate("getSelection().toString()")
    assert copied
    assert bool(re.search(r"[\u4e00-\u9fff]", copied)) == (column == "own")
    assert bool(re.search(r"[a-z]{4}", copied)) == (column == "twin")
    twins: list[str] = desktop.locator(".row > .twin-line").all_text_contents()
    assert all(one.endswith(" ") for one in twins), "Firefox copies what is in the text, and nothing between two boxes"


# Nothing moves under the reader


@pytest.mark.parametrize("view", ["one", "side"])
def test_the_focus_and_typing_in_the_header_leave_the_page_where_it_is(desktop: Page, site: Site, view: str) -> None:
    desktop.goto(f"{site.url}{M.speech}?view={view}", wait_until="networkidle")
    desktop.evaluate("scrollTo(0, 1500)")
    for target in ("a.language", "[name=scheme]", ".md-header .md-logo"):
        desktop.locator(target).focus()
        assert desktop.evaluate("scrollY") == 1500, target
    desktop.keyboard.press("/")
    desktop.keyboard.type("green")
    assert desktop.evaluate("scrollY") == 1500
    desktop.keyboard.press("Escape")
    assert desktop.evaluate("scrollY") == 1500


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_control_that_cites_a_sentence_adds_no_line_to_the_page(desktop: Page, site: Site, lang: str) -> None:
    desktop.goto(site.url + lang + M.speech, wait_until="networkidle")
    height = desktop.evaluate("document.querySelector('.md-content').offsetHeight")
    for segment in M.on(M.longest):
        desktop.locator(f"#{segment.address} .ref").focus()
        assert desktop.locator(f"#{segment.address} .cite-open").is_visible()
        assert desktop.evaluate("document.querySelector('.md-content').offsetHeight") == height, segment.address


def test_every_sentence_shows_how_to_cite_it_where_nothing_can_be_pointed_at(browser: Browser, site: Site) -> None:
    with lent(browser, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as page:
        page.goto(site.url + M.speech)
        assert page.locator(".sentence > .cite-open:visible").count() == len(M.on(M.longest))
        page.locator(f"#{M.midway().address} .cite-open").tap()
        page.wait_for_selector(".cite")
        assert page.locator(".cite-address").inner_text() == M.midway().address


# Paper


def test_each_printed_sentence_bears_its_address_and_nothing_idle_is_printed(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + M.speech)
    desktop.emulate_media(media="print")
    drawn = "all => all.map(one => getComputedStyle(one, '::before').content)"
    assert desktop.locator(".sentence").evaluate_all(drawn) == [f'"{one.address}\u2060"' for one in M.on(M.longest)]
    for idle in (".speech .ref", "form.tools", ".legend", ".cite-open", ".md-header"):
        assert not desktop.locator(idle).first.is_visible(), idle
    assert desktop.locator(".page-address").is_visible()
    first = M.on(M.longest)[0].address
    assert desktop.locator(".page-address").inner_text().endswith(f"/{M.event}/s/{first}/"), "where to go with a number"


@pytest.mark.parametrize(("path", "chosen", "on_paper"), [(M.register, ".rows tbody tr", "table-row"), (M.speech, ".row", "grid")])
def test_wide_margins_of_the_paper_leave_tables_and_columns_as_they_are(
    desktop: Page, site: Site, path: str, chosen: str, on_paper: str
) -> None:
    desktop.goto(site.url + path)
    if path == M.speech:
        choose(desktop.locator("[name=view][value=side]"))
    desktop.locator(chosen).first.wait_for()
    desktop.set_viewport_size({"width": 640, "height": 900})  # of A4, what some browsers take for its width
    displayed = "one => getComputedStyle(one).display"
    assert desktop.locator(chosen).first.evaluate(displayed) == "block"
    desktop.emulate_media(media="print")
    assert desktop.locator(chosen).first.evaluate(displayed) == on_paper


PARTED = r"""cells => cells.flatMap(cell => {
  const parted = [], walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (walk.nextNode()) {
    for (const { index, 0: word } of walk.currentNode.data.matchAll(/\p{Script=Han}+|（.*?）/gu)) {
      range.setStart(walk.currentNode, index);
      range.setEnd(walk.currentNode, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) parted.push(word);
    }
  }
  return parted;
})"""


def test_no_word_of_an_amount_or_a_strength_is_parted_on_paper(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + M.register)
    desktop.locator(".rows tbody tr").first.wait_for()
    desktop.set_viewport_size({"width": 673, "height": 1000})  # A4 with the margins of print.css
    desktop.emulate_media(media="print")
    assert desktop.locator(".rows td:nth-last-child(n + 3)").evaluate_all(PARTED) == []


def test_the_counts_of_an_event_stay_on_one_sheet(desktop: Page, site: Site) -> None:
    desktop.goto(site.url)
    assert desktop.locator(".stats").first.evaluate("one => getComputedStyle(one).breakInside") == "avoid"


def test_the_head_of_a_table_is_printed_above_its_first_row(desktop: Page, site: Site) -> None:
    desktop.goto(f"{site.url}en/{M.page_with('numerals')}")
    heads = desktop.locator("table").evaluate_all(
        "all => all.flatMap(one => [one.caption.innerText, one.tHead.innerText.trim().replaceAll('\\t', ' ')])"
    )
    for room in range(0, 600, 60):
        desktop.locator("h1").evaluate("(one, room) => { one.style.paddingBottom = `${room}px`; }", room)
        with pypdfium2.PdfDocument(io.BytesIO(desktop.pdf(format="Letter"))) as printed:
            ends = [sheet.get_textpage().get_text_range().strip().splitlines()[-1].strip() for sheet in printed]
        assert set(ends) & set(heads) == set(), room


def test_what_a_reader_has_opened_is_printed(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + M.register, wait_until="networkidle")
    desktop.locator("details").first.evaluate("one => { one.open = true; }")
    desktop.emulate_media(media="print")
    assert desktop.locator("details").first.locator("table").is_visible()
    assert not desktop.locator("details:not([open])").first.is_visible()
    assert not desktop.locator("h2:has(+ .finder)").is_visible()


@pytest.mark.parametrize("lang", ["", "en/"])
def test_of_a_closed_entry_of_the_glossary_what_it_says_is_printed_and_not_what_opens_it(desktop: Page, site: Site, lang: str) -> None:
    desktop.goto(f"{site.url}{lang}glossary/")
    desktop.emulate_media(media="print")
    shown = "all => all.filter(one => one.checkVisibility()).length"
    assert desktop.locator(".entry .more").evaluate_all(shown) == 0
    assert desktop.locator(".entry h3").evaluate_all(shown) == len(M.corpus.terms)


@pytest.mark.parametrize("lang", ["", "en/"])
def test_no_link_is_printed_that_only_names_itself(desktop: Page, site: Site, lang: str) -> None:
    """“Permanent link to this term”, of every term, on the page for browsers without scripts."""
    desktop.goto(f"{site.url}{lang}glossary/all/")
    desktop.emulate_media(media="print")
    assert desktop.locator(".permalink").count() == len(M.corpus.terms)
    assert not desktop.locator(".permalink").first.is_visible()


# Phones, and the rank of the languages


def test_fields_on_a_phone_have_sixteen_pixels(phone: Page, site: Site) -> None:
    for path in ("", M.register, M.glossary):
        phone.goto(site.url + path)
        sizes = phone.locator("select, input[type=search], input[type=text]").evaluate_all(
            "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
        )
        assert sizes
        assert min(sizes) >= 16, path


def test_two_columns_are_not_offered_where_there_is_no_room(phone: Page, site: Site) -> None:
    phone.goto(f"{site.url}{M.speech}?view=side")
    phone.wait_for_selector(".row")
    assert not phone.locator("[name=view][value=side]").is_visible()
    assert phone.locator("[name=view][value=lines]").is_checked()
    for _ in range(3):
        phone.keyboard.press("v")
        assert not phone.locator("[name=view][value=side]").is_checked()


def test_choices_of_script_appear_with_the_chinese(desktop: Page, site: Site) -> None:
    choice = desktop.locator("[name=reading]").first
    desktop.goto(f"{site.url}en/{M.speech}")
    assert not choice.is_visible()
    choose(desktop.locator("[name=view][value=lines]"))
    desktop.wait_for_selector(".row")
    assert choice.is_visible()
    desktop.goto(f"{site.url}{M.speech}")
    assert choice.is_visible()


COLOURS = """() => [".row > .sentence", ".row > .twin-line"].map(one => {
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.fillStyle = getComputedStyle(document.querySelector(one)).color;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).reduce((sum, one) => sum + one);
})"""


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_record_is_never_paler_than_its_translation(desktop: Page, site: Site, lang: str) -> None:
    desktop.goto(f"{site.url}{lang}{M.speech}?view=side")
    desktop.wait_for_selector(".row")
    own, twin = desktop.evaluate(COLOURS)
    assert (own <= twin) if not lang else (twin <= own)
