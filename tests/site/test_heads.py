"""What machines read in the heads: JSON-LD held against schema.org's own types, and the citation tags that Zotero reads."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from linked import Node, faults
from markup import document

from conftest import Site
from specimens import Specimens, specimens
from verbatim.model import Lang

LANGUAGES: dict[str, Lang] = {"": "zh", "en/": "en"}


def of(site: Site) -> Specimens:
    return specimens(site.source)


def graph(path: Path) -> Node:
    [text] = [one.text for one in document(path).all("script", type="application/ld+json")]
    found: Node = json.loads(text)
    return found


def nodes(site: Site, name: str, kind: str) -> list[Node]:
    return [node for node in graph(site.folder / name / "index.html")["@graph"] if node["@type"] == kind]


def tags(site: Site, name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in document(site.folder / name / "index.html").all("meta"):
        name = one.attributes.get("name") or one.attributes.get("property") or ""
        found.setdefault(name, []).append(one.attributes.get("content", ""))
    return found


@pytest.mark.slow  # building the types of schema.org takes ten seconds
def test_the_graph_of_every_page_is_what_schema_org_allows(each_site: Site) -> None:
    site = each_site
    found = {path.relative_to(site.folder).as_posix(): faults(graph(path)) for path in site.html() if "ld+json" in path.read_text("utf-8")}

    assert {path: wrong for path, wrong in found.items() if wrong} == {}
    assert len(found) == len(site.corpus.pages)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "kind", "change", "told"),
    [
        ("home", "WebPage", {"@type": "WebPages"}, "'WebPages' is no type of schema.org"),
        ("event", "Event", {"begins": "2023-02-15"}, "Event.begins: Extra inputs are not permitted"),
        ("event", "Event", {"startDate": "February 15"}, "'February 15' is no date"),
        ("event", "Event", {"performer": {"@type": "WebSite", "name": "x"}}, "Event.performer"),
        ("event", "Event", {"performer": {"@type": "Person", "jobtitle": "x"}}, "Person.jobtitle"),
        ("speech", "Quotation", {"creator": {"@type": "Event", "name": "x"}}, "Quotation.creator"),
        ("glossary", "DefinedTermSet", {"hasDefinedTerm": [{"@type": "Person", "name": "x"}]}, "DefinedTermSet.hasDefinedTerm"),
        ("register", "Dataset", {"distribution": [{"@type": "Thing", "name": "x"}]}, "Dataset.distribution"),
        ("register", "Dataset", {"about": {"@id": "#nowhere"}}, "#nowhere is not in the graph"),
        ("register", "Dataset", {"isAccessibleForFree": "yes"}, "Dataset.isAccessibleForFree"),
    ],
)
def test_a_planted_fault_is_seen(example: Site, page: str, kind: str, change: dict[str, Any], told: str) -> None:
    m = of(example)
    folder = {"home": "en", "event": m.event, "speech": m.speech, "glossary": m.glossary, "register": m.register}[page]
    whole = copy.deepcopy(graph(example.folder / folder / "index.html"))
    next(node for node in whole["@graph"] if node["@type"] == kind).update(change)

    assert any(told in fault for fault in faults(whole)), faults(whole)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_event_names_its_panel(each_site: Site, lang: str) -> None:
    m = of(each_site)
    [event] = nodes(each_site, f"{lang}{m.event}", "Event")

    assert [one["name"] for one in event["performer"]] == [m.corpus.people[one].name[LANGUAGES[lang]] for one in m.transcript.event.panel]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_speakers_page_holds_a_quotation_for_each_sentence_with_a_target(each_site: Site, lang: str) -> None:
    m = of(each_site)
    quoted = {node["@id"].partition("#")[2] for node in nodes(each_site, lang + m.speech, "Quotation")}

    assert quoted == {one.address for one in m.on(m.longest) if any(entry.kind == "target" for entry in m.entries(one))} != set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_glossary_names_the_file_with_all_terms(each_site: Site, lang: str) -> None:
    m = of(each_site)
    [terms] = nodes(each_site, lang + m.glossary, "DefinedTermSet")

    file = each_site.folder / terms["encoding"]["contentUrl"].removeprefix(each_site.url)
    assert {one["id"] for one in json.loads(file.read_text("utf-8"))} == set(m.corpus.terms)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_data_set_has_what_a_search_for_data_sets_requires(each_site: Site, lang: str) -> None:
    site = each_site
    [data] = nodes(site, lang + of(site).register, "Dataset")

    assert 50 <= len(data["description"]) <= 5000
    assert {"name", "url", "license", "creator", "inLanguage"} <= set(data)
    for file in data["distribution"]:
        assert (site.folder / file["contentUrl"].removeprefix(site.url)).is_file()
        assert file["encodingFormat"] in {"application/json", "text/csv"}


@pytest.mark.parametrize(("lang", "code"), [("", "zh-Hant"), ("en/", "en")])
def test_zotero_reads_a_speakers_page_as_words_given_at_the_event(each_site: Site, lang: str, code: str) -> None:
    site, m = each_site, of(each_site)
    found, day = tags(site, lang + m.speech), m.transcript.event.day

    assert found["citation_author"] == [m.person(m.longest).sort_name(LANGUAGES[lang])]
    assert found.get("citation_publication_date", []) == ([f"{day.date:%Y/%m/%d}"] if day else [])
    assert found["citation_language"] == [code]
    assert found["citation_public_url"] == found["og:url"] == [f"{site.url}{lang}{m.speech}"]
    assert len(found["citation_conference_title"]) == 1
    assert found["og:type"] == ["article"], "website would outweigh the conference"


def test_zotero_finds_the_print_edition_of_a_speakers_page(site: Site) -> None:
    [edition] = tags(site, of(site).speech)["citation_pdf_url"]

    assert (site.folder / edition.removeprefix(site.url)).is_file()


def test_without_print_editions_no_page_names_one(example: Site) -> None:
    assert [path for path in example.html() if "citation_pdf_url" in path.read_text("utf-8")] == []


def test_zotero_reads_any_other_page_as_a_page_of_this_site(each_site: Site) -> None:
    m = of(each_site)
    for page in set(m.kinds) - {m.speech, m.path("index")}:
        found = tags(each_site, page)
        assert found["og:type"] == ["website"], "without it a citation tag makes a journal article"
        assert found["og:site_name"] == [m.corpus.strings["site_name"].zh]
        assert found.keys().isdisjoint({"citation_author", "citation_conference_title", "citation_publication_date"}), page
