from __future__ import annotations

import re

from verbatim.analysis.glossary import glossary
from verbatim.html import term_data
from verbatim.read.summaries import Summaries
from verbatim.text.data_scripts import data_scripts

from .example import EVENT, corpus, renderer, values

RENDERER = renderer()


def test_the_facts_of_every_term_are_fetched_in_the_language_of_the_page() -> None:
    scripts = term_data.scripts(RENDERER, Summaries(corpus()))

    assert set(scripts) == set(data_scripts({f"assets/data/terms-{lang}": {} for lang in ("zh", "en")}))
    for text in scripts.values():
        [(_, facts)] = values(text)
        assert set(facts) == set(corpus().terms)
        assert all(html.startswith('<dl class="facts">') and f'href="#{term}"' in html for term, html in facts.items())


def test_one_page_holds_them_all_for_readers_without_scripts() -> None:
    pages = term_data.pages(RENDERER, Summaries(corpus()), "assets/site.css")

    assert set(pages) == {"glossary/all/index.html", "en/glossary/all/index.html"}
    for page in pages.values():
        assert set(re.findall(r'<section id="([^"]+)">', page)) == set(corpus().terms)
        assert page.count('<dl class="facts">') == len(corpus().terms)
        assert "noindex" in page
    assert '<link rel="stylesheet" href="../../../assets/site.css">' in pages["en/glossary/all/index.html"]


def test_a_term_links_to_each_sentence_in_both_languages() -> None:
    html = term_data.pages(RENDERER, Summaries(corpus()))["en/glossary/all/index.html"]

    entries = [one for group in glossary(corpus()).values() for one in group]
    assert html.count('<details class="context">') == sum(bool(one.occurs) for one in entries)
    for one in entries:
        for segment in one.occurs:
            assert f'href="../../{EVENT}/{segment.page}/#{segment.address}"'.replace("/index/", "/") in html
            assert f'hreflang="zh-Hant" href="../../../{EVENT}/{segment.page}/#{segment.address}"'.replace("/index/", "/") in html
