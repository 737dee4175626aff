"""The order of the pages: home, each event with its pages, then what all events share."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from ..analysis.across_events import has_fields
from ..model import Lang
from ..model.once import once
from ..read.corpus import Corpus
from .across_pages import FIELDS

_Named = tuple[str, str]
"""The path and the title of a page."""
FEW = 12
"""So many items of the navigation are too many to draw the pages of each event into every page."""


@once
def is_few(corpus: Corpus) -> bool:
    """Whether the navigation has so few items that every page displays all of it."""
    return len(nav(corpus, "zh")) < FEW


def nav(corpus: Corpus, lang: Lang, events: Container[str] | None = None) -> list[Any]:
    """A MkDocs ``nav`` of one language, of some events or of all; the transcript pages of an event come in the order of the source."""
    shared = [name for name in corpus.page_names("", lang) if name != "index"]
    of_events = [
        {event.short[lang]: _pages(corpus.page_names(event.id, lang), event.id, event.pages)}
        for event in (found.event for found in corpus.newest_first)
        if events is None or event.id in events
    ]
    home = {corpus.strings["nav_home"][lang]: "index.md"}
    fields = [FIELDS] if has_fields(corpus) else []
    return [home, *of_events, *(f"{name}.md" for name in [*fields, *sorted(shared, key=lambda name: (name == "about", name))])]


def _pages(names: list[str], event: str, transcript: tuple[str, ...]) -> list[str]:
    """The pages of one event: its index and brief, the transcript, then its other pages."""
    own = [name.partition("/")[2] for name in names]
    first = ["index", "brief", *(page for page in transcript if page != "index")]
    rest = sorted((page for page in own if page not in first), key=lambda page: (page != "targets", page))
    return [f"{event}/{page}.md" for page in [*first, *rest] if page in own]


def around(corpus: Corpus, lang: Lang, event: str) -> list[Any]:
    """What the pages of an event display of the navigation beside their own names: the page before and the one after them, the shared
    pages, and while they are few all events; as values of JSON, the same where the same is displayed.
    """

    events, shared, names = _named(corpus, lang)
    place = list(names).index(event)
    before = events[place - 1][-1:] if place else []
    after = events[place + 1][:1] if place + 1 < len(events) else []
    few = [[*names.values()], events] if is_few(corpus) else []
    return [before, after, shared, few]


@once
def _named(corpus: Corpus, lang: Lang) -> tuple[list[list[_Named]], list[_Named], Mapping[str, str]]:
    """The pages of each event and the shared ones, as the navigation names them, and the short titles of the events by id, in its order.

    Once for all events, as each asks only for its neighbours.
    """

    def named(path: str) -> _Named:
        page = corpus.pages.get((lang, path.removesuffix(".md")))
        return path, page.title if page else ""

    items, names = nav(corpus, lang), {one.event.id: one.event.short[lang] for one in corpus.newest_first}
    events = [[named(path) for path in next(iter(item.values()))] for item in items[1 : len(names) + 1]]
    return events, [named(path) for path in items[len(names) + 1 :]], names
