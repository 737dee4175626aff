from __future__ import annotations

import pytest

from verbatim.publish import references

PAGE = """<!doctype html>
<meta http-equiv="refresh" content="0;url=../here/"><meta http-equiv="refresh" content="never">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><meta name="x" content="y">
<style>a{}</style><a href="one.html" id="a" class="b">1</a><img src="two.png" style="top:0" onload="go()">
<script src="three.js"></script><script>one()</script><script type="application/ld+json">{}</script>
<p data-twins="q/lines"><a href="javascript:go()">x</a><form action="/four/"></form>"""


def test_a_page_is_read_for_all_that_it_refers_to_and_holds() -> None:
    found = references.page(PAGE)

    assert [name for _, name in found.references] == ["../here/", "one.html", "two.png", "three.js", "/four/"]
    assert found.references[1] == (4, "one.html")
    assert found.values == [(6, "q/lines")]
    assert found.ids == {"a"}
    assert found.scripts == ["one()"]
    assert [what for _, what in found.unsafe] == ["<style>", "style='top:0'", "onload='go()'", "href='javascript:go()'"]
    assert found.policy == "default-src 'none'"


def test_a_style_sheet_and_a_site_map_are_read_too() -> None:
    assert references.sheet("a{b:url(x.png)}c{d:url( 'y z.png' )}e{f:url(\"data:,\")}") == ["x.png", "y z.png", "data:,"]
    assert references.sitemap('<loc>https://a/</loc><xhtml:link rel="alternate" href="https://a/en/"/>') == ["https://a/", "https://a/en/"]


@pytest.mark.parametrize(
    ("site", "here", "reference", "leads"),
    [
        ("", "about/index.html", "../#q1", ("index.html", "q1")),
        ("", "about/index.html", "?q=1", ("about/index.html", "")),
        ("", "index.html", "a%20b.txt", ("a b.txt", "")),
        ("https://h/p/", "404.html", "/p/about/", ("about/index.html", "")),
        ("https://h/p/", "404.html", "/about/", None),
        ("https://h/p/", "404.html", "https://h/p/en/#x:~:text=y", ("en/index.html", "x")),
        ("https://h/p/", "404.html", "https://other/p/", None),
        ("", "index.html", "mailto:a@b", None),
        ("", "index.html", "data:,x", None),
    ],
)
def test_a_reference_leads_to_a_file_or_out_of_the_site(site: str, here: str, reference: str, leads: tuple[str, str] | None) -> None:
    assert references.target(site, here, reference) == leads
