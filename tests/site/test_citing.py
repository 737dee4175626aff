"""Citations of sentences and rows: what is shown is copied, and readers of BibTeX and RIS get out what the data say."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import rispy
from playwright.sync_api import Browser, Page, expect
from pybtex.database import BibliographyData, parse_string

from conftest import Site, choose, lent, until
from specimens import specimens
from verbatim.text.typography import to_full_width

M = specimens()
EVENT, SPEAKER, TARGETS = M.event, M.speech, M.register
SENTENCE, ENTRY = M.promising().address, M.entry("target").id
DAY = M.transcript.event.day
FORMS = ("link", "plain", "apa", "chicago", "gbt", "bibtex", "ris")
ALL = """async ([chosen, form]) => {
  const told = [];
  for (const one of document.querySelectorAll(chosen)) {
    await verbatim.parts.cite.open(one, document.querySelector(".cite-open").dataset);
    const panel = document.querySelector(".cite");
    for (const value of [form, "both"]) panel.querySelector(`[value=${value}]`).click();
    told.push(panel.querySelector(".cite-text").textContent);
  }
  return told;
}"""


def records(site: Site, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((site.folder / f"data/{name}.json").read_text("utf-8"))
    return found


def address(site: Site, lang: str, page_name: str, name: str) -> str:
    """By what a sentence (short) or a register entry is cited."""
    root = site.url + ("en/" if lang == "en" else "")
    return f"{root}{page_name}#{name}" if page_name == TARGETS else f"{root}{EVENT}/s/{name}/"


def opened(page: Page, chosen: str) -> None:
    """Open the panel at a sentence or a row by hand."""
    page.locator(chosen).first.hover()
    page.locator(chosen).first.locator(".cite-open").click()
    page.wait_for_selector(".cite")


IN_VIEW = """() => {
  const { top, bottom } = document.querySelector(".cite").getBoundingClientRect();
  const covered = Math.max(...[...document.querySelectorAll(".md-header, .toolbar")].map(one => one.getBoundingClientRect().bottom));
  return top >= covered - 1 && bottom <= innerHeight + 1;
}"""
ALONE = """() => [...document.querySelectorAll("span.sentence > .cite-open")].filter(one => {
  const range = document.createRange(), words = document.createTreeWalker(one.parentElement, NodeFilter.SHOW_TEXT);
  let last;
  while (words.nextNode()) if (words.currentNode.data.trim()) last = words.currentNode;
  range.setStart(last, last.data.length - 1);
  range.setEnd(last, last.data.length);
  return one.getBoundingClientRect().top >= range.getBoundingClientRect().bottom;
}).map(one => one.parentElement.id)"""
"""The sentences whose control is on a line below their last character."""


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_panel_opens_in_view_wherever_its_sentence_is_and_nothing_lies_over_it(desktop: Page, site: Site, lang: str) -> None:
    desktop.goto(site.url + lang + SPEAKER)
    desktop.mouse.wheel(0, 3000)
    for segment in M.on(M.longest)[:: len(M.on(M.longest)) // 5]:
        sentence = desktop.locator(f"#{segment.address}")
        sentence.evaluate("one => scrollBy({ top: one.getBoundingClientRect().bottom - innerHeight, behavior: 'instant' })")
        opened(desktop, f"#{segment.address}")
        until(desktop, IN_VIEW)
        desktop.mouse.wheel(0, -200)  # brings the way back to the top
        desktop.wait_for_timeout(300)
        expect(desktop.locator(".md-top")).to_be_hidden()


SEEN = """id => {
  const box = one => document.querySelector(one).getBoundingClientRect();
  const { top, bottom } = document.getElementById(id).getBoundingClientRect();
  const from = box(".toolbar").bottom, to = box(".cite").top;
  return bottom - top > to - from ? Math.min(bottom, to) - Math.max(top, from) > 20 : top >= from - 1 && bottom <= to + 1;
}"""
"""Holds where a sentence is in view between the bar and the panel, or as much of it as there is room for."""


@pytest.mark.parametrize("view", ["one", "lines"])
@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_sentence_that_is_cited_stays_in_view_above_the_panel(desktop: Page, phone: Page, site: Site, lang: str, view: str) -> None:
    for page in (desktop, phone):
        page.goto(f"{site.url}{lang}{SPEAKER}?view={view}")
        if view == "lines":
            page.wait_for_selector(".row .twin-line")
        for segment in M.on(M.longest)[:: len(M.on(M.longest)) // 4]:
            opened(page, f"#{segment.address}")
            until(page, IN_VIEW)
            until(page, SEEN, segment.address)


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_sentence_that_is_cited_stays_in_view_when_the_panel_grows(desktop: Page, phone: Page, site: Site, lang: str) -> None:
    for page in (desktop, phone):
        page.goto(f"{site.url}{lang}{SPEAKER}")
        opened(page, f"#{M.midway().address}")
        page.locator("[name=cite-form][value=link]").check()
        page.locator(f"#{M.midway().address}").evaluate("""one => scrollBy({
          top: one.getBoundingClientRect().bottom - document.querySelector(".cite").getBoundingClientRect().top, behavior: "instant"
        })""")
        until(page, SEEN, M.midway().address)
        page.locator("[name=cite-form][value=ris]").check()
        until(page, IN_VIEW)
        until(page, SEEN, M.midway().address)


@pytest.mark.parametrize("width", [360, 390, 412])
@pytest.mark.parametrize("lang", ["", "en/"])
def test_on_a_phone_the_control_stays_on_the_line_of_its_sentence(browser: Browser, site: Site, lang: str, width: int) -> None:
    with lent(browser, viewport={"width": width, "height": 844}, has_touch=True, is_mobile=True) as page:
        for name in M.speakers:
            page.goto(site.url + lang + M.path(name))
            expect(page.locator("span.sentence > .cite-open").first).to_be_visible()
            assert page.evaluate(ALONE) == [], name


def every(page: Page, chosen: str, form: str) -> list[str]:
    """The citation of each sentence or row of a page, in both languages."""
    opened(page, chosen)
    told: list[str] = page.evaluate(ALL, [chosen, form])
    return told


def plain(latex: str) -> str:
    """The text that LaTeX would set: our escapes and braces taken back."""
    names = {"textbackslash{}": "\\", "textasciitilde{}": "~", "textasciicircum{}": "^", "{": "{", "}": "}"}
    return re.sub(r"\\(text\w+\{\}|.)|[{}]", lambda found: names.get(found[1], found[1]) if found[1] else "", latex)


def shown_words(site: Site, address: str, lang: str) -> str:
    """A sentence as its page shows it."""
    segment = next(one for one in records(site, "segments") if one["address"] == address)
    return to_full_width(segment["zh"]) if lang == "zh" else segment["en"]


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize(("page_name", "chosen"), [(SPEAKER, f"#{SENTENCE}"), (TARGETS, f"#{ENTRY}")])
def test_what_is_shown_is_copied_in_every_form_and_language(desktop: Page, site: Site, lang: str, page_name: str, chosen: str) -> None:
    desktop.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desktop.goto(site.url + lang + page_name)
    opened(desktop, chosen)
    panel = desktop.locator(".cite")
    told = set()
    for form in FORMS:
        for words in ("zh", "en", "both"):
            choose(panel.locator(f"[value={form}]"))
            choose(panel.locator(f"[value={words}]"))
            panel.locator(".cite-copy").click()
            expect(panel.locator(".cite-said")).to_have_text("Copied" if lang else "已複製")
            text = panel.locator(".cite-text").text_content() or ""
            assert desktop.evaluate("navigator.clipboard.readText()") == text
            assert (address(site, "zh", page_name, chosen[1:]) in text) == (words != "en")
            assert (address(site, "en", page_name, chosen[1:]) in text) == (words != "zh")
            told.add(text)
    assert len(told) == len(FORMS) * 3


@pytest.mark.parametrize(("page_name", "chosen"), [(SPEAKER, ".sentence"), (TARGETS, "table.rows tbody > tr[id]")])
def test_a_reader_of_bibtex_gets_out_what_the_data_say(desktop: Page, site: Site, page_name: str, chosen: str) -> None:
    assert DAY
    day = DAY.date
    desktop.goto(site.url + "en/" + page_name)
    entries: BibliographyData = parse_string("\n\n".join(every(desktop, chosen, "bibtex")), "bibtex")
    cited = dict(expected(site, chosen))
    assert set(entries.entries) == {f"{EVENT}-{name}-{lang}" for name in cited for lang in ("zh", "en")}
    for name, fact in cited.items():
        for lang in ("zh", "en"):
            entry = entries.entries[f"{EVENT}-{name}-{lang}"]
            fields = entry.fields
            assert entry.type == "misc"
            assert fields["title"] == "{" + fields["title"][1:-1] + "}"
            assert plain(fields["title"]) == fact["quote"][lang].removesuffix("。")
            assert (fields["date"], fields["year"]) == (f"{day:%Y-%m-%d}", f"{day:%Y}")
            assert fields["langid"] == {"zh": "chinese-traditional", "en": "english"}[lang]
            assert fields["language"] == {"zh": "zh-Hant", "en": "en"}[lang]
            assert fields["url"] == address(site, lang, page_name, name)
            assert [plain(part) for part in authors(entry)] == (fact["filed"][lang] if lang == "en" else fact["named"])
            note = plain(fields["note"])
            assert note.startswith(name)
            assert (fact["office"] or {}).get(lang, "") in note
            assert ("machine-assisted" in note) == (lang == "en")
            if "sentence" in fact:
                assert address(site, lang, "", fact["sentence"]) in note


def authors(entry: Any) -> list[str]:
    """Family name and rest of the one author, as BibTeX cuts the name; nothing where there is none."""
    people = entry.persons.get("author", [])
    assert len(people) < 2
    return [" ".join(part) for one in people for part in (one.last_names, one.first_names + one.middle_names) if part]


@pytest.mark.parametrize(("page_name", "chosen"), [(SPEAKER, ".sentence"), (TARGETS, "table.rows tbody > tr[id]")])
def test_a_reader_of_ris_gets_out_what_the_data_say(desktop: Page, site: Site, page_name: str, chosen: str) -> None:
    assert DAY
    day = DAY.date
    desktop.goto(site.url + page_name)
    entries = {entry["id"]: entry for entry in rispy.loads("\n\n".join(every(desktop, chosen, "ris")))}
    cited = dict(expected(site, chosen))
    assert set(entries) == {f"{EVENT}-{name}-{lang}" for name in cited for lang in ("zh", "en")}
    for name, fact in cited.items():
        for lang in ("zh", "en"):
            entry = entries[f"{EVENT}-{name}-{lang}"]
            assert entry["type_of_reference"] == "CPAPER"
            assert entry["title"] == fact["quote"][lang]
            assert (entry["date"], entry["year"]) == (f"{day:%Y/%m/%d}", f"{day:%Y}")
            assert entry["language"] == {"zh": "zh-Hant", "en": "en"}[lang]
            assert entry["urls"] == [address(site, lang, page_name, name)]
            assert [part for author in entry.get("authors", []) for part in author.split(", ")] == fact["filed"][lang]
            assert any(name in note for note in entry["notes"])
            assert "unknown_tag" not in entry


def expected(site: Site, chosen: str) -> list[tuple[str, dict[str, Any]]]:
    """What must come out for each sentence of the page, or for each row: words, who is filed how, office, the row's sentence."""
    people = {one["id"]: one for one in records(site, "people")}
    if chosen == ".sentence":
        segments = [one for one in records(site, "segments") if one["page"] == M.longest]
        return [(one["address"], _fact(site, people, one["address"], one["speaker"], None)) for one in segments]
    rows = records(site, "targets")
    return [(row["id"], _fact(site, people, row["at"], row["speaker"], row) | {"sentence": row["at"]}) for row in rows]


def _fact(site: Site, people: dict[str, Any], at: str, speaker: str | None, row: dict[str, Any] | None) -> dict[str, Any]:
    person = people.get(speaker or "")
    words = (
        {"zh": to_full_width(row["quote"]["zh"]), "en": row["quote"]["en"]}
        if row
        else {lang: shown_words(site, at, lang) for lang in ("zh", "en")}
    )
    filed: dict[str, list[str]] = {"zh": [], "en": []}
    for lang in filed:
        if not person:
            continue
        name, family = person["name"][lang], (person["family"] or {}).get(lang)
        filed[lang] = [family, name.removeprefix(family).strip()] if family else [name]
    named = [person["name"]["zh"]] if person else []
    return {"quote": words, "filed": filed, "named": named, "office": person["office"] if person else None}


def test_an_outlet_is_one_name(desktop: Page, site: Site) -> None:
    asked = M.asked_by_outlet()
    assert asked.by
    desktop.goto(site.url + "en/" + SPEAKER)
    entries = parse_string("\n".join(every(desktop, ".sentence", "bibtex")), "bibtex").entries
    assert authors(entries[f"{EVENT}-{asked.address}-en"]) == [f"{{{M.corpus.people[asked.by[0]].name.en}}}"]


def test_a_sentence_that_nobody_speaks_has_no_author(desktop: Page, site: Site) -> None:
    notice = M.said_by_nobody()
    desktop.goto(f"{site.url}en/{M.path(notice.page)}")
    entries = parse_string("\n".join(every(desktop, f"#{notice.address}", "bibtex")), "bibtex").entries
    assert "author" not in entries[f"{EVENT}-{notice.address}-en"].persons


def test_a_citation_takes_its_facts_from_data_and_not_from_the_page(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + SPEAKER + "?reading=simplified")
    desktop.wait_for_selector("[data-reading=simplified]")
    desktop.evaluate("for (const one of document.querySelectorAll('.sentence, h1')) one.append(' translated')")
    opened(desktop, f"#{SENTENCE}")
    choose(desktop.locator(".cite [value=plain]"))
    text = desktop.locator(".cite-text").text_content() or ""
    assert f"「{shown_words(site, SENTENCE, 'zh').removesuffix('。')}」" in text
    assert "translated" not in text


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_row_is_cited_by_keyboard_and_escape_returns_to_it(desktop: Page, site: Site, lang: str) -> None:
    desktop.goto(site.url + lang + TARGETS)
    desktop.locator(f"#{ENTRY} a.address").focus()
    desktop.keyboard.press("Tab")
    assert desktop.evaluate("document.activeElement.classList.contains('cite-open')")
    desktop.keyboard.press("Enter")
    expect(desktop.locator(".cite-address")).to_have_text(ENTRY)
    assert desktop.evaluate("document.activeElement.value") == "plain"
    desktop.keyboard.press("Escape")
    expect(desktop.locator(".cite")).to_have_count(0)
    assert desktop.evaluate("document.activeElement.closest('tr').id") == ENTRY
    assert desktop.locator(".cite-row").count() == 0


def test_a_filter_that_hides_the_cited_entry_closes_its_citation(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + "en/" + TARGETS)
    opened(desktop, f"#{ENTRY}")
    desktop.select_option("[name=sort]", "what")
    expect(desktop.locator(".cite")).to_have_count(0)
    assert desktop.locator("table.target tbody tr:not([id])").count() == 0


def test_a_row_is_cited_by_touch(browser: Browser, site: Site) -> None:
    with lent(browser, viewport={"width": 360, "height": 740}, has_touch=True) as page:
        page.goto(site.url + TARGETS)
        page.locator(f"#{ENTRY} th").tap()
        page.locator(f"#{ENTRY} .cite-open").tap()
        expect(page.locator(".cite-address")).to_have_text(ENTRY)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("lang", ["", "en/"])
def test_each_row_shows_how_to_cite_it_where_nothing_can_be_pointed_at(browser: Browser, site: Site, lang: str) -> None:
    with lent(browser, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
        page.goto(site.url + lang + TARGETS, wait_until="networkidle")
        assert page.locator("table.rows tbody > tr[id] .cite-open:not([hidden])").count() == len(M.transcript.entries)
        assert not {"cite.js", "cite.css", f"cite-{EVENT}.js", f"entries-{EVENT}.js"} & set(asked)
        page.locator(f"#{ENTRY} .cite-open").tap()
        expect(page.locator(".cite-address")).to_have_text(ENTRY)
        assert page.evaluate("id => document.querySelector('.cite-row').previousElementSibling.id === id", ENTRY)
        assert page.evaluate("innerWidth === 390")
        page.locator(".cite-close").tap()
        expect(page.locator(".cite")).to_have_count(0)


def test_without_javascript_nothing_of_citing_is_shown(browser: Browser, site: Site) -> None:
    with lent(browser, java_script_enabled=False) as page:
        for name in (SPEAKER, TARGETS):
            page.goto(site.url + name)
            assert page.locator(".cite-open").count() == 1
            assert not page.locator(".cite-open").is_visible()
            assert page.locator(".cite").count() == 0


def test_a_citation_read_from_a_folder_gives_the_published_address(desktop: Page, site: Site) -> None:
    desktop.goto((site.folder / TARGETS / "index.html").as_uri())
    opened(desktop, f"#{ENTRY}")
    choose(desktop.locator(".cite [value=link]"))
    expect(desktop.locator(".cite-text")).to_have_text(f"{site.url}{TARGETS}#{ENTRY}")
