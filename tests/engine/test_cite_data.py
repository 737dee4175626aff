"""What citations are made from: the facts of each event and the entries of its register, as scripts."""

from __future__ import annotations

from verbatim.html.cite_data import scripts
from verbatim.model.addresses import Published, Urls

from .example import EVENT, renderer, transcript, values

SITE = "https://example.org/"
MADE = dict(pair for script in scripts(renderer(), Published(SITE)).values() for pair in values(script))


def test_each_event_has_a_script_of_facts_and_one_of_entries() -> None:
    assert scripts(renderer(), Published(SITE)).keys() == {f"{kind}-{EVENT}.js" for kind in ("cite", "entries")}
    assert MADE[f"cite-{EVENT}"]["id"] == EVENT


def test_a_citation_knows_the_site_and_the_short_addresses_of_its_sentences() -> None:
    facts = MADE[f"cite-{EVENT}"]

    assert (facts["root"], facts["short"]) == (SITE, {"zh": f"{EVENT}/s/{{}}/", "en": f"en/{EVENT}/s/{{}}/"})
    unknown = dict(pair for script in scripts(renderer(), Published("", Urls(False))).values() for pair in values(script))
    assert unknown[f"cite-{EVENT}"]["root"] == ""
    assert unknown[f"cite-{EVENT}"]["short"]["en"] == f"en/{EVENT}/s/{{}}.html"


def test_the_panel_comes_in_both_languages() -> None:
    panels = MADE[f"cite-{EVENT}"]["panels"]

    assert panels.keys() == {"zh", "en"}
    assert all(panel.startswith('<section class="cite"') for panel in panels.values())
    assert panels["zh"] != panels["en"]


def test_an_entry_has_its_sentence_and_its_quotations_as_they_are_displayed() -> None:
    entries = MADE[f"entries-{EVENT}"]

    assert entries.keys() == {target.id for target in transcript().entries}
    for target in transcript().entries:
        entry = entries[target.id]
        assert entry["at"] == target.at
        assert entry["quote"]["en"] == target.quote.en
        assert len(entry["quote"]["zh"]) == len(target.quote.zh)
