from __future__ import annotations

import pytest

from verbatim.html.render import Renderer
from verbatim.model import Lang

from .example import corpus_of, renderer
from .test_page_head import nodes, tags
from .test_render import inserted

FILE = "data/publication.yml"
SILENT = corpus_of({"file": FILE, "delete": True})


def shown(directive: str, lang: Lang, by: Renderer | None = None) -> str:
    return " ".join(inserted(directive, lang, **({"by": by} if by else {})).split())  # type: ignore[arg-type]


def test_the_publisher_is_named_with_the_address_for_mistakes() -> None:
    assert "This site is published by Friends of the Tram." in shown("publication", "en")
    assert "本站由電車之友發布。" in shown("publication", "zh")
    assert '<a href="mailto:errata@tram.example">errata@tram.example</a>' in shown("publication", "zh")


def test_what_is_not_stated_is_said_openly() -> None:
    silent = renderer(SILENT)

    assert "This site does not say who publishes it." in shown("publication", "en", silent)
    assert "the site gives no contact address" in shown("publication", "en", silent)
    assert shown("versions", "zh", silent) == "<p>本站沒有載明各次更新的日期。</p>"


def test_versions_have_their_days_and_the_newest_comes_first() -> None:
    assert shown("versions", "en").split("<dt>")[1] == (
        '<time datetime="2031-02-05">February 5, 2031</time></dt> <dd>Two corrections.</dd> '
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_machines_read_who_publishes_and_when_it_last_changed(lang: Lang) -> None:
    name = {"zh": "電車之友", "en": "Friends of the Tram"}[lang]
    page = nodes(lang, "glossary")["WebPage"][0]

    assert page["publisher"] == {"@type": "Organization", "name": name}
    assert page["dateModified"] == "2031-02-05"
    assert ("citation_publisher", name) in tags(lang, "glossary")


def test_machines_are_told_the_name_of_the_site_where_nobody_is_named_and_no_day_where_none_is_stated() -> None:
    page = nodes("en", "glossary", SILENT)["WebPage"][0]

    assert page["publisher"]["name"] == SILENT.strings["site_name"].en
    assert "dateModified" not in page
