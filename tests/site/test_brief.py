"""The brief of an event: everything in it leads to its sentence, and it is one sheet of paper."""

from __future__ import annotations

import io
import re

import pypdfium2
import pytest
from playwright.sync_api import Page

from conftest import Site
from specimens import specimens

M = specimens()


@pytest.mark.parametrize("sheet", ["A4", "Letter"])
@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_brief_is_one_sheet_of_paper(page: Page, site: Site, lang: str, sheet: str) -> None:
    page.goto(site.url + lang + M.page_with("brief"))

    with pypdfium2.PdfDocument(io.BytesIO(page.pdf(format=sheet))) as printed:
        assert len(printed) == 1


@pytest.mark.parametrize("lang", ["", "en/"])
def test_each_link_of_the_brief_leads_to_a_place_that_exists(page: Page, site: Site, lang: str) -> None:
    page.goto(site.url + lang + M.page_with("brief"))
    links = page.locator(".brief a").evaluate_all("all => all.map(one => one.href)")
    places: dict[str, list[str]] = {}
    for link in links:
        url, _, name = link.partition("#")
        places.setdefault(url, []).append(name)

    assert len(links) > 20
    for url, names in places.items():
        page.goto(url)
        assert [name for name in names if name and not page.locator(f"[id='{name}']").count()] == []


@pytest.mark.parametrize(("lang", "said"), [("", "（{} 頁，{:.0f} KB）"), ("en/", " ({} page{}, {:.0f} kB)")])
def test_each_book_that_the_brief_leads_to_is_told_with_its_pages_and_size(site: Site, lang: str, said: str) -> None:
    html = (site.folder / lang / M.page_with("brief") / "index.html").read_text("utf-8")
    found = re.findall(r"href=([\w./-]+\.pdf)[^>]*>[^<]*</a><data[^>]*>([^<]*)</data>", html)

    assert len(found) == html.count(".pdf type=") > 4
    for href, words in found:
        book = (site.folder / lang / M.page_with("brief") / href).resolve().read_bytes()
        with pypdfium2.PdfDocument(io.BytesIO(book)) as pages:
            count, size = len(pages), len(book) / 1000
        assert words == said.format(*((count, "s" * (count > 1), size) if lang else (count, size)))
