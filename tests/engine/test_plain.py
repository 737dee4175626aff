"""The site as plain Markdown: every page with every place of the site, and links that lead somewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml

from verbatim.html import across_pages, term_data
from verbatim.html.render import Renderer
from verbatim.model import LANGS, Lang
from verbatim.model.addresses import Urls
from verbatim.model.locale import LOCALES, locale_of
from verbatim.plain.files import PAGES, Occupied, _led, files, materialise
from verbatim.plain.markdown import escaped
from verbatim.project import Project
from verbatim.read.corpus import Corpus
from verbatim.read.files import read_tree
from verbatim.read.markdown_page import body_of
from verbatim.read.summaries import Summaries
from verbatim.text.typography import to_full_width

from .example import EVENT, ROOT, corpus, example, renderer, several

FORMS = re.compile(r"(caption|term-filter|glossary-finder|register-tool|popover|tools|filter-|picture-.*-title|card-)")
"""Ids of what only scripts use, and of titles of tables and charts."""
HTML_ID = re.compile(r'\sid="([^"]+)"')
MARKDOWN_ID = re.compile(r'<a id="([^"]+)"></a>|\{#([^}\s]+)\}')
LINK = re.compile(r"\]\(<?([^)>\s]+)>?\)")


def project(of: Corpus) -> Project:
    """A corpus as a project with our theme folder."""
    return Project(ROOT, {**example(), **read_tree(ROOT / "tests" / "events")}, of)


@cache
def written(name: str) -> Mapping[str, bytes]:
    """Every file of a corpus of ``CORPORA``."""
    return files(project(CORPORA[name]))


def pages(name: str) -> dict[str, str]:
    """The Markdown pages of it, by their files."""
    return {path: content.decode("utf-8") for path, content in written(name).items() if path.endswith(".md")}


def ids(markdown: str) -> list[str]:
    """The ids of a Markdown page."""
    return [one or other for one, other in MARKDOWN_ID.findall(markdown)]


BRIEFING = {"zh": "docs/jade-bay-2036/briefing.md", "en": "docs/en/jade-bay-2036/briefing.md"}
CORPORA = {"one event": corpus(), "several events": several()}


def _across(html: Renderer) -> dict[str, str]:
    """The pages across several events as the site has them."""
    found = {}
    for locale in LOCALES.values():
        for name, page in across_pages.across_pages(html).items():
            made = across_pages.fragments(html, locale, name, page, across_pages.of_events(html, Summaries(html.corpus), locale))
            found[html.urls.file(html.urls.page(locale, name))] = made.fill(made.markdown)
    return found


@pytest.mark.parametrize("name", CORPORA)
def test_every_page_has_every_place_that_the_site_has(name: str) -> None:
    of = CORPORA[name]
    html, urls, found = renderer(of), Urls(), pages(name)
    built = dict(_across(html)) | dict(term_data.pages(html, Summaries(of)))
    for lang, page in of.pages:
        fragments = html.page(locale_of(lang), page, body_of(project(of).files[of.pages[lang, page].path].decode("utf-8"))[0])
        built[urls.file(urls.page(locale_of(lang), page))] = fragments.fill(fragments.markdown)

    for file, text in built.items():
        markdown = f"{PAGES}/{file.removesuffix('/index.html')}.md" if f"{PAGES}/{file.removesuffix('/index.html')}.md" in found else ""
        markdown = markdown or f"{PAGES}/{file.removesuffix('.html')}.md"
        places = [one for one in [*HTML_ID.findall(text), *(other for _, other in MARKDOWN_ID.findall(text) if other)] if one]
        wanted = {one for one in places if not FORMS.match(one)}
        assert wanted <= {*ids(found[markdown])}, file


@pytest.mark.parametrize("name", CORPORA)
def test_no_place_is_twice_on_a_page_and_every_link_leads_to_one(name: str) -> None:
    texts = pages(name)
    found = {path: ids(text) for path, text in texts.items()}
    for path, places in found.items():
        assert len(places) == len({*places}), path
        for link in LINK.findall(texts[path]):
            file, _, anchor = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            if not re.match(r"https?:|mailto:", link):
                assert target in written(name), (path, link)
                assert not anchor or anchor in found[target], (path, link)


def displayed(line: str) -> str:
    """The words that a line of Markdown displays, without signs and numbers of sentences."""
    bare = re.sub(r"<sup>.*?</sup>|<[^>]*>|\[(?:[◆◇●]|\\\*)\]\([^)]*\)|\*\*[^*]+\*\* ", "", line)
    return re.sub(r"\\(.)", r"\1", re.sub(r"\[((?:\\.|[^\]\\])*)\]\([^)]*\)", r"\1", bare).replace("*", "")).replace("&amp;", "&")


@pytest.mark.parametrize("lang", LANGS)
def test_every_sentence_follows_its_own_anchor(lang: Lang) -> None:
    for segment in corpus().segments():
        page = pages("one event")[f"{PAGES}/{locale_of(lang).prefix}{segment.event}/{segment.page}.md"]
        line = next(line for line in page.splitlines() if f'<a id="{segment.address}"></a>' in line)
        words = segment[lang].text
        assert displayed(line) == f"{segment.address} {to_full_width(words) if lang == 'zh' else words}"


def test_every_sentence_has_its_short_address_and_the_data_are_there() -> None:
    for segment in corpus().segments():
        for locale in LOCALES.values():
            assert f"{PAGES}/{locale.prefix}{segment.event}/s/{segment.address}/index.html" in written("one event")
    assert {f"{PAGES}/data/segments.json", f"{PAGES}/licenses.txt", f"{PAGES}/assets/mark.svg"} <= written("one event").keys()


def test_the_configuration_lists_every_page_of_both_languages_and_no_hook() -> None:
    configuration = yaml.safe_load(files(project(corpus()), "https://example.org/")["mkdocs.yml"])

    assert configuration.keys() == {"site_name", "site_url", "markdown_extensions", "validation", "nav"}
    listed = re.findall(r"[\w/-]+\.md", str(configuration["nav"]))
    assert {*listed} == {("en/" if lang == "en" else "") + f"{name}.md" for lang, name in corpus().pages}
    assert "site_url" not in yaml.safe_load(written("one event")["mkdocs.yml"])


def test_a_page_that_was_renamed_leads_on() -> None:
    assert f"{PAGES}/{EVENT}/trams/index.html" in written("one event")


def test_a_page_says_its_language_once_and_leads_to_its_twin() -> None:
    page = pages("one event")[f"{PAGES}/en/{EVENT}/index.md"]

    assert page.startswith('---\ntitle: "')
    assert page.count('<div lang="en" markdown="1">') == 1
    assert f"](../../{EVENT}/index.md)" in page


def test_words_in_another_script_than_the_pages_say_so() -> None:
    found = pages("several events")
    simplified = next(one.event for one in several().transcripts.values() if one.event.is_simplified)

    assert any('<div lang="zh-Hans" markdown="1">' in text for path, text in found.items() if f"/{simplified.id}/" in path)


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("a*b_c", r"a\*b\_c"),
        ("R&D <b>", "R&amp;D &lt;b>"),
        ("[2023] {#id}", r"\[2023\] \{#id\}"),
        ("a|b `c` \\", r"a\|b \`c\` \\"),
        (7, "7"),
    ],
)
def test_words_are_displayed_as_they_are(text: object, markdown: str) -> None:
    assert escaped(text) == markdown
    assert escaped(escaped(text)) == markdown


@pytest.mark.parametrize(
    ("path", "here", "link", "led"),
    [
        ("docs/zh/about.md", "about.md", "../licenses.txt", "licenses.txt"),
        ("docs/en/about.md", "en/about.md", "../licenses.txt", "../licenses.txt"),
        ("docs/zh/e/index.md", "e/index.md", "../../licenses.txt", "../licenses.txt"),
        ("docs/zh/e/index.md", "e/index.md", "../about.md#data", "../about.md#data"),
        ("docs/zh/e/index.md", "e/index.md", "targets.md", "targets.md"),
    ],
)
def test_links_out_of_the_folder_of_a_language_lead_to_the_same_file(path: str, here: str, link: str, led: str) -> None:
    assert _led(f"[a]({link})", path, here) == f"[a]({led})"


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    materialise(project(corpus()), tmp_path)
    assert (tmp_path / "mkdocs.yml").exists()

    for place in (tmp_path, tmp_path / "mkdocs.yml"):
        with pytest.raises(Occupied, match="is there already"):
            materialise(project(corpus()), place)


@pytest.mark.parametrize("lang", LANGS)
def test_a_table_in_a_turn_is_a_table_and_a_list_a_list(lang: Lang) -> None:
    page = pages("several events")[BRIEFING[lang]]
    rows = re.findall(r"^\|.*\|$", page, re.M)

    assert [row.count("|") for row in rows] == [4] * 4
    assert re.fullmatch(r"\|( --- \|)+", rows[1])
    assert len(re.findall(r"^- <a id=", page, re.M)) == 2
