"""A count leads to exactly what it counts: every link with a number, on every page of every event, followed without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urljoin

import pytest

from verbatim.data.columns import facts
from verbatim.data.tables import entry_records
from verbatim.html.render import Renderer
from verbatim.model import LANGS
from verbatim.model.addresses import Published, Urls
from verbatim.model.locale import locale_of
from verbatim.read.corpus import Corpus

from .example import corpus, several
from .test_across_events import twice

LEADS = re.compile(r"/targets/(?:\?.*#filter|#commitments)?$|/glossary/\?")
"""Where a count may lead; a link to one entry shows its amount."""
COUNTED = re.compile(r'<a(?: class="[^"]*")? href="([^"]*(?:\?|/targets/)[^"]*)">((?:(?!</a>).)*)</a>', re.S)


def counted(of: Corpus) -> Iterator[tuple[str, int]]:
    """Where each link with a number leads, from the site's root, and the number; ``of`` are the words of the site."""
    renderer = Renderer(of, Urls(True))
    for lang in LANGS:
        locale = locale_of(lang)
        pages = {
            name: "\n".join(f"<!-- insert: {one} -->" for one, _ in page.directives)
            for (its, name), page in of.pages.items()
            if its == lang
        }
        for name, markdown in {**pages, "index": "<!-- insert: events -->"}.items():
            page = renderer.page(locale, name, markdown)
            for link, text in COUNTED.findall(page.fill(page.markdown)):
                number = re.findall(r"\d+", re.sub("<[^>]*>", "", text))
                if number:
                    yield urljoin(f"/{renderer.urls.page(locale, name)}", link.replace("&amp;", "&")), int(number[0])


def shown(of: Corpus, address: str) -> int:
    """How many entries or terms a reader finds at an address."""
    path, _, anchor = address.partition("#")
    path, _, query = path.partition("?")
    chosen = dict(parse_qsl(query))
    event, page = path.removeprefix("/en/").strip("/").rpartition("/")[::2]
    if page == "glossary":
        name = chosen["only"].removeprefix("event-")
        return len({hit.term for segment in of.transcripts[name].segments.values() for hit in of.finder.of(segment, "zh")})
    records = entry_records(of.transcripts[event], Published())
    kind = {"commitments": "commitment", "": "target"}.get(anchor)
    entries = [{**facts(record), "kind": record["kind"]} for record in records if kind in (None, record["kind"])]
    return sum(all(entry.get(name) == value for name, value in chosen.items()) for entry in entries)


@pytest.mark.parametrize("of", [corpus(), several(), twice()], ids=["one event", "several", "the same people twice"])
def test_every_count_leads_to_as_many(of: Corpus) -> None:
    links = [(address, number) for address, number in counted(of) if LEADS.search(address)]

    assert {address.partition("/targets/")[0].rpartition("/")[2] for address, _ in links} >= {*of.transcripts}
    for address, number in links:
        assert shown(of, address) == number, address


ONE_OR_MANY = re.compile(r"\{\w+\|([^|{}]*)\|([^|{}]*)\}")
BARE = re.compile(r"\{(?!name)\w+(?::,)?\} (?:[a-z]+ )?[a-z]+s\b|\b[a-z]+s: \{\w+\}")
"""A count beside a noun in the plural, whatever the count."""
ALWAYS_SEVERAL = {
    *("home_several", "home_several_year", "home_several_undated"),
    *("all_words", "all_words_in", "said_by", "brief_firmest", "proof_rest"),
}
"""Strings that are displayed for two or more only."""


def test_every_english_string_with_a_count_has_a_singular() -> None:
    strings = {key: pair.en for key, pair in several().strings.items()}

    assert [key for key, text in strings.items() if BARE.search(text) and key not in ALWAYS_SEVERAL] == []


def test_one_of_a_kind_is_named_in_the_singular_on_every_page() -> None:
    of = several()
    plurals = {many for pair in of.strings.values() for one, many in ONE_OR_MANY.findall(pair.en) if one and len(many) > len(one)}
    wrong = re.compile("|".join(rf"(?<![\d.,])1 {re.escape(many)}\b|\b{re.escape(many)}: 1(?![\d.,])" for many in sorted(plurals)))
    renderer, read = Renderer(of, Urls(True)), []
    for (lang, name), page in of.pages.items():
        if lang == "en":
            directives = ["events"] if name == "index" else [one for one, _ in page.directives]
            shown = renderer.page(locale_of("en"), name, "\n".join(f"<!-- insert: {one} -->" for one in directives))
            read.append(" ".join(re.sub("<[^>]*>", "|", re.sub("</?strong>", "", shown.fill(shown.markdown))).split()))

    assert "1 commitment: a promise without a number" in " ".join(read)
    assert [found[0] for text in read for found in wrong.finditer(text)] == []
