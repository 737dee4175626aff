"""What all events share is made without the words of those that nobody edited, of which nothing is read but what is stated of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from verbatim.analysis.status import site_status
from verbatim.cache.events import CachedEvents
from verbatim.data.tables import exports
from verbatim.html import across_pages, concordance, term_data
from verbatim.html.render import Renderer
from verbatim.model import Event, event_of
from verbatim.model.addresses import Published, Urls
from verbatim.model.faults import Faults
from verbatim.model.locale import LOCALES
from verbatim.project import Project
from verbatim.read.cache_folder import CacheFolder
from verbatim.read.corpus import Corpus
from verbatim.read.files import Files
from verbatim.read.load import load
from verbatim.search import index

from .test_cache_events import FOG, JADE, files
from .test_cache_shared import CASES

MANY = "verbatim.html.directives.FEW"


class Unread:
    """An event of which nothing may be read."""

    def __init__(self, event: Event) -> None:
        self.event = event

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"{name} of {self.event.id} was read")


def unread(corpus: Corpus, edited: str) -> Corpus:
    """A corpus that can be read of one event only, of the others what is stated of them and the titles of their pages."""
    others: dict[str, Any] = {name: Unread(one.event) for name, one in corpus.transcripts.items() if name != edited}
    pages = {key: replace(page, sections={}) if event_of(page.name) in others else page for key, page in corpus.pages.items()}
    return replace(corpus, transcripts={**corpus.transcripts, **others}, pages=pages)


def made(given: Files, folder: Path | None, edited: str | None = None) -> list[Any]:
    """What is made for all events; only that of ``edited`` can be read, if that is given."""
    whole = load(given, Faults())
    assert whole
    corpus = whole if edited is None else unread(whole, edited)
    kept = [CacheFolder(folder / name if folder else None) for name in ("events", "shared")]
    events = CachedEvents(Project(Path(), given, corpus), "", kept[0], shared=kept[1])
    found = [*_made(corpus, events)]
    events.keep()
    return found


def _made(corpus: Corpus, events: CachedEvents) -> Iterator[Any]:
    renderer = Renderer(corpus, Urls(True), events=events)
    for locale in LOCALES.values():
        for name in ("events", "glossary"):
            page = renderer.page(locale, "index", f"# Page\n\n<!-- insert: {name} -->")
            yield page.fill(page.markdown), page.headings
        parts = across_pages.of_events(renderer, events, locale)
        for name, across in across_pages.across_pages(renderer).items():
            page = across_pages.fragments(renderer, locale, name, across, parts)
            yield page.fill(page.markdown), page.headings
    yield term_data.pages(renderer, events, "assets/site.css")
    yield term_data.scripts(renderer, events)
    yield concordance.script(corpus, events)
    yield exports(corpus, Published("https://example.org/", renderer.urls), events)
    yield json.dumps(index.files(corpus, renderer.urls, 0, events), default=str)


@pytest.mark.parametrize(("what", "edited"), [("nothing", ""), ("a word of a sentence", FOG)])
def test_what_all_events_share_is_made_without_reading_those_that_nobody_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, edited: str
) -> None:
    monkeypatch.setattr(MANY, 3)
    made(files(), tmp_path)

    assert made(CASES[what], tmp_path, edited) == made(CASES[what], None)


def test_whether_the_index_is_one_file_is_known_before_any_event_is_read() -> None:
    whole = load(files(), Faults())
    assert whole
    assert index.is_whole(unread(whole, ""), whole.sentences)
    assert not index.is_whole(unread(whole, ""), whole.sentences - 1)


def test_the_status_of_the_site_is_known_before_any_event_is_read() -> None:
    """But for an event whose sections differ, which are named by their titles."""
    whole = load({path: content for path, content in files().items() if f"/{JADE}/" not in path}, Faults())
    assert whole
    for locale in LOCALES.values():
        assert site_status(unread(whole, ""), locale.lang) == site_status(whole, locale.lang)
