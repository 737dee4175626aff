"""What machines read in the heads: JSON-LD held against schema.org's own types, and the citation tags that Zotero reads."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from linked import Node, faults
from markup import Document

from conftest import Site

pytestmark = pytest.mark.site
EVENT = "pilot-zone-2023"


def graph(path: Path) -> Node:
    [text] = [one.text for one in Document(path).all("script", type="application/ld+json")]
    found: Node = json.loads(text)
    return found


def nodes(site: Site, name: str, kind: str) -> list[Node]:
    return [node for node in graph(site.folder / name / "index.html")["@graph"] if node["@type"] == kind]


def tags(site: Site, name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in Document(site.folder / name / "index.html").all("meta"):
        name = one.attributes.get("name") or one.attributes.get("property") or ""
        found.setdefault(name, []).append(one.attributes.get("content", ""))
    return found


def test_the_graph_of_every_page_is_what_schema_org_allows(site: Site) -> None:
    found = {path.relative_to(site.folder).as_posix(): faults(graph(path)) for path in site.html() if path.name != "404.html"}

    assert {path: wrong for path, wrong in found.items() if wrong} == {}
    assert len(found) > 20


@pytest.mark.parametrize(
    ("page", "kind", "change", "told"),
    [
        ("en", "WebPage", {"@type": "WebPages"}, "'WebPages' is no type of schema.org"),
        (EVENT, "Event", {"begins": "2023-02-15"}, "Event.begins: Extra inputs are not permitted"),
        (EVENT, "Event", {"startDate": "February 15"}, "'February 15' is no date"),
        (EVENT, "Event", {"performer": {"@type": "WebSite", "name": "x"}}, "Event.performer"),
        (EVENT, "Event", {"performer": {"@type": "Person", "jobtitle": "x"}}, "Person.jobtitle"),
        (f"{EVENT}/sun-jingjun", "Quotation", {"creator": {"@type": "Event", "name": "x"}}, "Quotation.creator"),
        ("glossary", "DefinedTermSet", {"hasDefinedTerm": [{"@type": "Person", "name": "x"}]}, "DefinedTermSet.hasDefinedTerm"),
        (f"{EVENT}/targets", "Dataset", {"distribution": [{"@type": "Thing", "name": "x"}]}, "Dataset.distribution"),
        (f"{EVENT}/targets", "Dataset", {"about": {"@id": "#nowhere"}}, "#nowhere is not in the graph"),
        (f"{EVENT}/targets", "Dataset", {"isAccessibleForFree": "yes"}, "Dataset.isAccessibleForFree"),
    ],
)
def test_a_planted_fault_is_seen(site: Site, page: str, kind: str, change: dict[str, Any], told: str) -> None:
    whole = copy.deepcopy(graph(site.folder / page / "index.html"))
    next(node for node in whole["@graph"] if node["@type"] == kind).update(change)

    assert any(told in fault for fault in faults(whole)), faults(whole)


@pytest.mark.parametrize("lang", ["", "en/"])
def test_each_kind_stands_where_it_belongs(site: Site, lang: str) -> None:
    assert len(nodes(site, f"{lang}{EVENT}", "Event")[0]["performer"]) == 5
    assert len(nodes(site, f"{lang}{EVENT}/sun-jingjun", "Quotation")) > 5
    terms = json.loads((site.folder / "data/terms.json").read_text("utf-8"))
    assert len(nodes(site, f"{lang}glossary", "DefinedTermSet")[0]["hasDefinedTerm"]) == len(terms)


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_data_set_has_what_a_search_for_data_sets_asks(site: Site, lang: str) -> None:
    [data] = nodes(site, f"{lang}{EVENT}/targets", "Dataset")

    assert 50 <= len(data["description"]) <= 5000
    assert {"name", "url", "license", "creator", "inLanguage"} <= set(data)
    for file in data["distribution"]:
        assert (site.folder / file["contentUrl"].removeprefix(site.url)).is_file()
        assert file["encodingFormat"] in {"application/json", "text/csv"}


@pytest.mark.parametrize(("lang", "author", "code"), [("", "孫, 京軍", "zh-Hant"), ("en/", "Sun, Jingjun", "en")])
def test_zotero_reads_a_speakers_page_as_words_given_at_the_event(site: Site, lang: str, author: str, code: str) -> None:
    found = tags(site, f"{lang}{EVENT}/sun-jingjun")

    assert found["citation_author"] == [author]
    assert found["citation_publication_date"] == ["2023/02/15"]
    assert found["citation_language"] == [code]
    assert found["citation_public_url"] == found["og:url"] == [f"{site.url}{lang}{EVENT}/sun-jingjun/"]
    assert len(found["citation_conference_title"]) == 1
    assert found["og:type"] == ["article"], "website would outweigh the conference"
    assert (site.folder / found["citation_pdf_url"][0].removeprefix(site.url)).is_file()


@pytest.mark.parametrize("page", ["", "glossary", "about", f"{EVENT}/targets", f"{EVENT}/proof"])
def test_zotero_reads_any_other_page_as_a_page_of_this_site(site: Site, page: str) -> None:
    found = tags(site, page)

    assert found["og:type"] == ["website"], "without it a citation tag makes a journal article"
    assert found["og:site_name"] == ["政策實錄"]
    assert found.keys().isdisjoint({"citation_author", "citation_conference_title", "citation_publication_date"})
