"""The order of the pages: home, each event with its pages, then what all events share."""

from __future__ import annotations

from typing import Any

from ..analysis.across_events import by_field
from ..model import Lang
from ..read.corpus import Corpus
from .across_pages import FIELDS


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
