"""The permanent links of headings are no part of their names."""

from __future__ import annotations

import pytest
from markdown import markdown

from verbatim.html.heading_links import HeadingLinks


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("# Title {#top}", '<h1 id="top">Title</h1>'),
        ("## Words {#a}", '<h2 id="a"><a class="headerlink" href="#a">Words</a></h2>'),
        ("### The `x` *is* it {#b}", '<h3 id="b"><a class="headerlink" href="#b">The <code>x</code> <em>is</em> it</a></h3>'),
        ("## To [a page](x.md) {#c}", '<h2 id="c">To <a href="x.md">a page</a></h2>'),
    ],
)
def test_the_words_of_a_heading_are_its_link(source: str, html: str) -> None:
    assert markdown(source, extensions=["attr_list", "toc", HeadingLinks()], extension_configs={"toc": {"permalink": ""}}) == html
