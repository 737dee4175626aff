"""Several events in one site: added by files only, and every count leads to exactly what it counts."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from built import Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

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
