"""The page that lists what pages fetch when they need it."""

from __future__ import annotations

from verbatim.html import file_list

from .example import renderer

RENDERER = renderer()


def test_a_page_of_each_language_links_every_file_in_order() -> None:
    pages = file_list.pages(RENDERER, ["files/1/b.js", "files/1/a.js"])

    assert set(pages) == {"data/files/index.html", "en/data/files/index.html"}
    english = pages["en/data/files/index.html"]
    assert english.index('href="../../../files/1/a.js"') < english.index('href="../../../files/1/b.js"')
    assert '<h1><a href="../../">' in english
    assert "stylesheet" not in english


def test_its_sheet_is_linked() -> None:
    assert 'href="../../assets/site.css"' in file_list.pages(RENDERER, [], "assets/site.css")["data/files/index.html"]
