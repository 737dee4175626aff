from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from verbatim.html.cite_data import cited
from verbatim.html.page_head import page_head
from verbatim.model import LANGS, Lang
from verbatim.model.addresses import Published
from verbatim.read.corpus import Corpus

from .example import EVENT, WITHOUT_EXCEPTIONS, changed, corpus, corpus_of, transcript

SITE = "https://example.org/trams/"
DAY = {
    "file": "data/tram-2031/event.yml",
    "find": "panel: [",
    "replace": "day:\n  date: 2031-03-05\n  basis: {zh: 據虛構的報紙。, en: A made-up newspaper says so.}\npanel: [",
}


def tags(lang: Lang, name: str, of: Corpus | None = None) -> list[tuple[str, str]]:
    return page_head(of or corpus(), Published(SITE), (of or corpus()).pages[lang, name]).tags


def nodes(lang: Lang, name: str, of: Corpus | None = None) -> dict[str, list[dict[str, Any]]]:
    """The nodes of a page's graph by type."""
    found: dict[str, list[dict[str, Any]]] = {}
    for node in page_head(of or corpus(), Published(SITE), (of or corpus()).pages[lang, name]).graph["@graph"]:
        found.setdefault(node["@type"], []).append(node)
    return found


def test_a_speakers_page_can_be_cited_by_speaker_and_event() -> None:
    found = tags("en", f"{EVENT}/lin-shuya")

    assert ("citation_title", "Lin Shuya: late opening of the library") in found
    assert ("citation_public_url", f"{SITE}en/{EVENT}/lin-shuya/") in found
    assert ("citation_conference_title", "Press briefing on the Seaside Line and the library") in found
    assert [value for name, value in found if name == "citation_author"] == ["Lin, Shuya"]


def test_who_asks_is_no_author_of_the_answers() -> None:
    segments = {
        name: dataclasses.replace(one, by=("he-ping",)) if one.kind == "question" else one for name, one in transcript().segments.items()
    }
    found = tags("en", f"{EVENT}/lin-shuya", changed(corpus(), segments=segments))

    assert [value for name, value in found if name == "citation_author"] == ["Lin, Shuya"]


def test_without_a_known_address_tags_hold_none_and_the_graph_relative_ones() -> None:
    head = page_head(corpus(), Published(), corpus().pages["en", f"{EVENT}/targets"], "pdf/en.pdf")

    assert {name for name, _ in head.tags}.isdisjoint({"citation_public_url", "citation_pdf_url"})
    [data] = [node for node in head.graph["@graph"] if node["@type"] == "Dataset"]
    assert [one["contentUrl"] for one in data["distribution"]] == ["../../../data/targets.json", "../../../data/targets.csv"]


def test_a_page_about_an_event_is_no_paper_given_at_it() -> None:
    dated = corpus_of(DAY, WITHOUT_EXCEPTIONS)

    spoken = page_head(dated, Published(SITE), dated.pages["en", f"{EVENT}/index"])
    told = page_head(dated, Published(SITE), dated.pages["en", f"{EVENT}/targets"], "pdf/en.pdf")

    assert (spoken.kind, told.kind) == ("article", "website")
    assert {name for name, _ in told.tags} == {"citation_title", "citation_public_url", "citation_language", "citation_publisher"}


def test_the_print_edition_is_named_where_there_is_one() -> None:
    head = page_head(corpus(), Published(SITE), corpus().pages["en", f"{EVENT}/lin-shuya"], "pdf/en.pdf")

    assert ("citation_pdf_url", f"{SITE}pdf/en.pdf") in head.tags
    assert "citation_pdf_url" not in dict(tags("en", f"{EVENT}/lin-shuya"))


def test_a_page_of_no_event_has_neither_author_nor_event() -> None:
    assert {name for name, _ in tags("zh", "glossary")}.isdisjoint({"citation_author", "citation_conference_title"})


def test_the_day_is_given_only_where_it_is_known() -> None:
    dated = corpus_of(DAY, WITHOUT_EXCEPTIONS)

    assert ("citation_publication_date", "2031/03/05") in tags("en", f"{EVENT}/index", dated)
    assert "citation_publication_date" not in dict(tags("en", f"{EVENT}/index"))
    assert nodes("en", f"{EVENT}/index", dated)["Event"][0]["startDate"] == "2031-03-05"
    assert "startDate" not in nodes("en", f"{EVENT}/index")["Event"][0]


def test_an_event_has_one_name_for_machines_in_both_languages() -> None:
    found = {lang: nodes(lang, f"{EVENT}/index")["Event"][0] for lang in LANGS}

    assert found["zh"]["@id"] == found["en"]["@id"]
    assert [person["name"] for person in found["en"]["performer"]] == ["He Ping", "Chen Haizhou", "Lin Shuya"]
    assert found["zh"]["performer"][0]["jobTitle"] == "鎮政府辦公室主任、新聞發言人"


def test_the_sentences_with_a_target_are_quotations() -> None:
    quoted = nodes("en", f"{EVENT}/chen-haizhou")["Quotation"]

    assert [node["@id"].partition("#")[2] for node in quoted] == ["q1-a1-2", "q1-a1-3"]
    assert {node["creator"]["name"] for node in quoted} == {"Chen Haizhou"}


def test_a_page_of_the_translation_names_the_page_that_it_translates() -> None:
    found = {lang: nodes(lang, f"{EVENT}/chen-haizhou")["WebPage"][0] for lang in ("zh", "en")}

    assert found["en"]["translationOfWork"]["@id"] == found["zh"]["@id"]
    assert "translationOfWork" not in found["zh"]
    assert "translationOfWork" not in nodes("en", f"{EVENT}/targets")["WebPage"][0]


def test_a_quotation_of_nobody_names_no_speaker() -> None:
    segments = {address: dataclasses.replace(one, by=()) for address, one in transcript().segments.items()}

    quoted = nodes("en", f"{EVENT}/chen-haizhou", changed(corpus(), segments=segments))["Quotation"]

    assert [node for node in quoted if "creator" in node] == []


def test_the_page_of_targets_is_a_data_set() -> None:
    found = nodes("en", f"{EVENT}/targets")

    assert "Quotation" not in found
    assert [one["contentUrl"] for one in found["Dataset"][0]["distribution"]] == [f"{SITE}data/targets.{end}" for end in ("json", "csv")]


@pytest.mark.parametrize("lang", LANGS)
def test_the_glossary_is_a_set_of_terms_that_a_file_holds(lang: Lang) -> None:
    [terms] = nodes(lang, "glossary")["DefinedTermSet"]

    assert terms["encoding"]["contentUrl"].endswith("data/terms.json")


def test_the_panel_is_on_the_page_of_the_event_alone() -> None:
    assert "performer" in nodes("en", f"{EVENT}/index")["Event"][0]
    assert "performer" not in nodes("en", f"{EVENT}/targets")["Event"][0]


def test_other_pages_are_pages_and_nothing_more() -> None:
    assert set(nodes("en", "index")) == {"WebPage"}


def test_a_citation_knows_who_speaks_in_which_section() -> None:
    found = cited(corpus(), transcript())

    assert (found["by"]["q2"], found["by"]["q2-a0"]) == ("sea-breeze-radio", "lin-shuya")
    assert "lead" not in found["by"]
    assert found["people"]["lin-shuya"]["office"] == {"zh": "鎮圖書館館長", "en": "Director, Chaoyin Town Library"}
    assert found["people"]["sea-breeze-radio"]["office"] is None
    assert found["people"]["lin-shuya"]["filed"] == {"zh": "林, 書雅", "en": "Lin, Shuya"}
    assert found["people"]["sea-breeze-radio"]["filed"] is None
    assert (found["day"], found["basis"]) == (None, None)


def test_a_citation_gives_the_day_with_who_says_so() -> None:
    dated = corpus_of(DAY, WITHOUT_EXCEPTIONS)

    found = cited(dated, transcript(dated))

    assert (found["day"], found["basis"]["en"]) == ("2031-03-05", "A made-up newspaper says so.")


def test_a_family_name_may_come_last_and_a_name_without_one_is_filed_whole() -> None:
    name = {"file": f"data/{EVENT}/people.yml", "find": "en: Lin Shuya}", "replace": "en: Shuya Lin}"}
    people = corpus_of(name).people

    assert (people["lin-shuya"].sort_name("zh"), people["lin-shuya"].sort_name("en")) == ("林, 書雅", "Lin, Shuya")
    assert people["chaoyin-daily"].sort_name("en") == "Chaoyin Daily"
