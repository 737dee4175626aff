"""What several events have in common."""

from __future__ import annotations

import re

from verbatim.analysis.across_events import appearances, by_field, fields, has_fields, recurring
from verbatim.html.across_pages import across_pages, fragments, of_events
from verbatim.html.render import Renderer
from verbatim.model import Lang
from verbatim.model.addresses import Urls
from verbatim.model.locale import locale_of
from verbatim.project import checked
from verbatim.read.corpus import Corpus
from verbatim.read.files import read_tree
from verbatim.read.summaries import Summaries
from verbatim.search.index import shared_entries

from .example import ROOT, corpus, example, refrozen, resealed, several, theme_strings

HARBOR, AGAIN = "fog-harbor-2033", "fog-harbor-2035"


def twice() -> Corpus:
    """The example, and an event that was held twice, with the same people."""
    events = read_tree(ROOT / "tests" / "events")
    harbor = {path: content for path, content in events.items() if f"/{HARBOR}/" in path}
    later = {
        path.replace(HARBOR, AGAIN): content.replace(HARBOR.encode(), AGAIN.encode())
        for path, content in harbor.items()
        if not path.endswith(("people.yml", "units.yml", "published.txt"))
    }
    for path in [path for path in later if path.endswith(".md")]:
        later[path] = re.sub(rb'(?m)^(title: "|# )', rb"\1Again: " if "/en/" in path else "\\1又：".encode(), later[path])
    return checked(refrozen(resealed({**example(), **harbor, **later})), theme_strings())


def page(of: Corpus, lang: Lang, name: str) -> str:
    """The text of a page across events."""
    renderer, locale = Renderer(of, Urls(True)), locale_of(lang)
    made = fragments(renderer, locale, name, across_pages(renderer)[name], of_events(renderer, Summaries(of), locale))
    assert all(f'<h2 id="{anchor}">' in made.fill(made.markdown) for anchor, _ in made.headings)
    return made.fill(made.markdown)


def test_who_speaks_in_several_events_has_a_page_with_every_word() -> None:
    both = twice()

    assert recurring(Summaries(both))["qin-ruochuan"] == [HARBOR, AGAIN]
    assert [one.transcript.event.id for one in appearances(both, "qin-ruochuan")] == [HARBOR, AGAIN]
    html = page(both, "en", "people/qin-ruochuan")
    said = [one for one in both.segments() if "qin-ruochuan" in one.by]
    assert all(one.en.text in html for one in said)
    assert html.count('<a class="address"') == len(said)
    assert 'href="../../fog-harbor-2035/targets/?turn=port&amp;kind=target#filter"' in html
    entries = shared_entries(both, Urls(True), Summaries(both)).codes["people"]
    assert ["qin-ruochuan", "people/qin-ruochuan", ""] in entries


def test_one_event_has_no_such_pages() -> None:
    assert recurring(Summaries(corpus())) == {}
    assert fields(Summaries(corpus())) == []
    assert not has_fields(corpus())
    assert across_pages(Renderer(corpus(), Urls(True))) == {}


def test_all_entries_are_listed_by_field_with_their_events() -> None:
    found = by_field(several())

    assert [*found] == fields(Summaries(several()))
    assert has_fields(several())
    assert sum(len(rows) for events in found.values() for _, rows in events) == sum(
        len(transcript.entries) for transcript in several().transcripts.values()
    )
    html = page(several(), "zh", "fields")
    for field, events in found.items():
        for transcript, rows in events:
            assert f'href="../{transcript.event.id}/targets/?field={field}#filter">{len(rows)} 項</a>' in html
