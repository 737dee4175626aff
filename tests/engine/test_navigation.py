from __future__ import annotations

import dataclasses
import datetime

import pytest

from verbatim.html import redirects as aliases
from verbatim.html.navigation import nav
from verbatim.model import EventDate, Pair, Where, event_of
from verbatim.read.corpus import Corpus

from .example import EVENT, corpus, corpus_of, renderer

WHERE = Where("test", 1)
ALIASES = "data/tram-2031/aliases.yml"


def with_events(**days: datetime.date | None) -> Corpus:
    """The example with copies of its event that took place on other days."""
    one = corpus().transcripts[EVENT]
    pair = Pair(WHERE, "據", "by")
    return dataclasses.replace(
        corpus(),
        transcripts={
            name: dataclasses.replace(
                one,
                event=dataclasses.replace(
                    one.event, id=name, short=Pair(WHERE, name, name), day=EventDate(WHERE, day, pair) if day else None
                ),
            )
            for name, day in days.items()
        },
    )


@pytest.mark.parametrize(("lang", "home", "short"), [("zh", "nav_home", "海濱電車"), ("en", "nav_home", "Seaside Line")])
def test_the_brief_comes_first_then_the_transcript_in_the_order_of_the_source_and_the_register(lang: str, home: str, short: str) -> None:
    found = nav(corpus(), "zh" if lang == "zh" else "en")

    pages = [f"tram-2031/{name}.md" for name in ("index", "brief", "chen-haizhou", "lin-shuya", "targets")]
    assert list(found[0].values()) == ["index.md"]
    assert found[1:] == [{short: pages}, "glossary.md"]


def test_the_newest_event_comes_first_and_those_without_a_day_last() -> None:
    found = nav(with_events(a=None, b=datetime.date(2030, 1, 1), c=datetime.date(2031, 1, 1)), "en")

    assert [name for entry in found[1:] if isinstance(entry, dict) for name in entry] == ["c", "b", "a"]


def test_some_events_may_be_left_out() -> None:
    found = nav(with_events(a=None, b=datetime.date(2030, 1, 1), c=datetime.date(2031, 1, 1)), "en", {"a", "b"})

    assert [name for entry in found[1:] if isinstance(entry, dict) for name in entry] == ["b", "a"]


def test_other_pages_of_an_event_come_after_the_register_and_the_page_about_the_site_is_last() -> None:
    texts = {f"docs/{lang}/{name}.md" for lang in ("zh", "en") for name in ("about", "terms", "tram-2031/errata")}
    edits = [{"file": name, "content": "---\ntitle: 一頁 (a page)\n---\n# 一頁 (a page)\n"} for name in sorted(texts)]

    found = nav(corpus_of(*edits), "en")

    assert found[1]["Seaside Line"][-2:] == ["tram-2031/targets.md", "tram-2031/errata.md"]
    assert found[2:] == ["glossary.md", "terms.md", "about.md"]


def test_a_renamed_page_leaves_a_redirect_in_both_languages() -> None:
    left = aliases.pages(renderer())

    assert set(left) == {"tram-2031/trams/index.html", "en/tram-2031/trams/index.html"}
    assert '<a href="../chen-haizhou/">../chen-haizhou/</a>' in left["tram-2031/trams/index.html"]
    assert '<html lang="en">' in left["en/tram-2031/trams/index.html"]
    assert "This has moved to" in left["en/tram-2031/trams/index.html"]


def test_a_redirect_is_a_file_where_pages_are_files() -> None:
    left = aliases.pages(renderer(directory=False))

    assert '<a href="chen-haizhou.html">' in left["tram-2031/trams.html"]


def test_a_redirect_leads_each_sentence_to_its_new_page() -> None:
    moved = "- {old: fares#q1-a2-1, new: chen-haizhou#q1-a2-1}\n- {old: fares#q1-a2-2, new: lin-shuya#q2-1}\n"

    left = aliases.pages(renderer(corpus_of({"file": ALIASES, "content": moved})))

    page = left["en/tram-2031/fares/index.html"]
    assert '<p id="q1-a2-1"><a href="../chen-haizhou/#q1-a2-1">q1-a2-1</a></p>' in page
    assert '<p id="q1-a2-2"><a href="../lin-shuya/#q2-1">q1-a2-2</a></p>' in page


def test_a_renamed_page_may_lead_to_a_heading_and_its_other_places_to_the_page_that_holds_it() -> None:
    left = aliases.pages(renderer(corpus_of({"file": ALIASES, "content": "- {old: account, new: targets#ledger}\n"})))

    page = left["en/tram-2031/account/index.html"]
    assert 'content="0; url=../targets/#ledger"' in page
    assert '<a href="../targets/#ledger">../targets/#ledger</a>' in page


def test_a_page_that_exists_gets_no_redirect() -> None:
    still = corpus_of({"file": ALIASES, "content": "- {old: chen-haizhou#q1-a1-9, new: lin-shuya#q2-1}\n"})

    assert aliases.pages(renderer(still)) == {}


@pytest.mark.parametrize(("name", "event"), [("tram-2031/targets", "tram-2031"), ("glossary", ""), ("index", "")])
def test_a_page_belongs_to_the_event_of_its_folder(name: str, event: str) -> None:
    assert event_of(name) == event
