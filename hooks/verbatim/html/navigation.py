"""The order of the pages: home, each event with its pages, then what all events share."""

from __future__ import annotations

from typing import Any

from ..analysis.across_events import by_field
from ..model import Lang
from ..read.corpus import Corpus
from .across_pages import FIELDS

FEW = 12
"""So many items of the navigation are too many to draw the pages of each event into every page."""


def nav(corpus: Corpus, lang: Lang) -> list[Any]:
    """A MkDocs ``nav`` of the pages of one language; an event's transcript pages come in the order of the source."""
    names = sorted(name for other, name in corpus.pages if other == lang)
    shared = [name for name in names if "/" not in name and name != "index"]
    events = [{event.short[lang]: _pages(names, event.id, event.pages)} for event in (found.event for found in corpus.newest_first)]
    home = {corpus.strings["nav_home"][lang]: "index.md"}
    fields = [FIELDS] if by_field(corpus) else []
    return [home, *events, *(f"{name}.md" for name in [*fields, *sorted(shared, key=lambda name: (name == "about", name))])]


def _pages(names: list[str], event: str, transcript: tuple[str, ...]) -> list[str]:
    """The pages of one event: its index and brief, the transcript, then its other pages."""
    own = [name.partition("/")[2] for name in names if name.startswith(f"{event}/")]
    first = ["index", "brief", *(page for page in transcript if page != "index")]
    rest = sorted((page for page in own if page not in first), key=lambda page: (page != "targets", page))
    return [f"{event}/{page}.md" for page in [*first, *rest] if page in own]


def around(corpus: Corpus, lang: Lang, event: str) -> list[Any]:
    """What the pages of an event display of the navigation beside their own names: the page before and the one after them, the shared
    pages, and while they are few all events; as values of JSON, the same where the same is displayed.
    """

    def named(path: str) -> tuple[str, str]:
        page = corpus.pages.get((lang, path.removesuffix(".md")))
        return path, page.title if page else ""

    items, ids = nav(corpus, lang), [one.event.id for one in corpus.newest_first]
    events = [[named(path) for path in next(iter(item.values()))] for item in items[1 : len(ids) + 1]]
    shared, place = [named(path) for path in items[len(ids) + 1 :]], ids.index(event)
    before = events[place - 1][-1:] if place else []
    after = events[place + 1][:1] if place + 1 < len(events) else []
    few = [[one.event.short[lang] for one in corpus.newest_first], events] if len(items) < FEW else []
    return [before, after, shared, few]
