"""Several events in one site: added by files only, and every count leads to exactly what it counts."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

import built
from built import Site
from conftest import served
from specimens import specimens

if TYPE_CHECKING:
    from playwright.sync_api import Page

M = specimens()
COUNTS = 'a[href*="?"][href*="#filter"], a.stat[href*="/targets/"]'


def test_every_count_of_every_event_shows_as_many_entries(desktop: Page, events: Site) -> None:
    names = list(events.corpus.transcripts)
    pages = ["", *(f"{name}/" for name in names), *(f"{name}/targets/" for name in names)]
    links: dict[str, str] = {}
    for page in pages:
        desktop.goto(events.url + page)
        links |= dict(desktop.eval_on_selector_all(COUNTS, "all => all.map(one => [one.href, one.textContent])"))
    for name in names:
        assert any(f"/{name}/targets/" in link for link in links)

    for link, text in links.items():
        desktop.goto("about:blank")
        desktop.goto(link)
        desktop.wait_for_selector("#register-tool:not([hidden])")
        kind = "commitment" if link.endswith("#commitments") else "target" if "#" not in link else ""
        shown = desktop.locator(f"table.rows{f'.{kind}' * bool(kind)} tbody tr:not([hidden])").count()
        assert [str(shown)] == re.findall(r"\d+", text), (link, text)


def test_a_gap_is_part_of_the_page_and_no_sentence(desktop: Page, events: Site) -> None:
    turns = [(one.event.id, *pair) for one in events.corpus.transcripts.values() for pair in pairwise(one.event.turns)]
    name, page = next((name, before.page) for name, before, turn in turns if turn.kind == "gap")
    desktop.goto(f"{events.url}{name}/{page}/")

    assert desktop.locator(".speech .gap").count() == 1
    assert desktop.locator(".sentence .gap, .gap .sentence").count() == 0


def test_a_page_is_named_without_its_event_where_that_is_named_before_it(desktop: Page, events: Site) -> None:
    for prefix, title, own in (
        ("en/", "Jade Bay press conference on the smart port: statements and questions", "Statements and questions"),
        ("", "玉灣市智慧港口建設發布會：說明與問答", "說明與問答"),
    ):
        desktop.goto(f"{events.url}{prefix}jade-bay-2036/briefing/")

        assert desktop.locator(".md-sidebar--primary .nav-pages [aria-current]").text_content() == own
        assert desktop.locator(".md-header__topic").last.text_content() == own
        assert desktop.locator("h1").text_content() == title


@pytest.fixture(scope="module")
def many() -> Site:
    """The project's transcript as that of ten events."""
    return served(built.many_site())


@pytest.mark.slow
def test_on_a_large_site_the_search_fetches_sentences_from_the_folder_that_pages_of_their_event_name(many: Site, desktop: Page) -> None:
    first, *others = many.corpus.newest_first
    last = next(one for one in others[::-1] if one.event.id != M.event)
    usual = {one.en.text for one in M.segments}
    sentence = next(one for one in last.segments.values() if one.page != "index" and one.en.text not in usual)
    own = sentence.en.text.rpartition(", ")[2].rstrip(".?")  # made-up words, which no other event has
    asked: list[str] = []
    desktop.on("request", lambda request: asked.append(request.url.removeprefix(many.url)))
    desktop.goto(f"{many.url}en/{last.event.id}/{sentence.page}/")
    folder = str(desktop.locator(".cite-open").first.get_attribute("data-facts")).partition("/")[0]

    desktop.goto(f"{many.url}en/{first.event.id}/{sentence.page}/?q={own}")
    desktop.wait_for_selector(".md-search-result__link")

    parts = [path for path in asked if "-part-" in path]
    assert any(path.startswith(f"files/{folder}/search/{last.event.id}-part-") for path in parts), parts
