"""Every file beside the pages: open data, scripts and sheets, small pages that lead on, print editions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from ..cache.checked import engine_state
from ..data import chart_data, tables
from ..data.editions import PDF_FOLDER, editions_of
from ..data.write import json_list
from ..html import across_pages, directives, file_list, reading_data, redirects, short_addresses, sources, term_data
from ..html.render import Renderer
from ..model.addresses import Published
from ..model.locale import LOCALES
from ..publish import lasting
from ..read.summaries import Summary
from .load import below
from .pages import Site

if TYPE_CHECKING:
    from ..print.typeset import BookBuilder


def shared(site: Site, of_events: Iterable[str]) -> Iterator[tuple[str, Mapping[str, str | bytes]]]:
    """What all events share, one unit after another, since all together is much: its name, and its files by path from the site's root.

    ``of_events`` are the files of events, which are asked for when tables and terms were given.  Raises ``BuildError``.
    """
    corpus, published, frame = site.project.corpus, site.options.published, site.sheet_files["site"]
    yield "data", below("data", tables.exports(corpus, published, site.events))
    short = short_addresses.of_all(site.renderer, published, site.events, frame)
    yield "short", short
    yield "terms", term_data.pages(site.renderer, site.events, site.sheet_files[sources.sheet_of(corpus, "glossary")])
    unlinked = [*site.fetched, *filter(_is_unlinked, (*of_events, *short))]
    yield "files", file_list.pages(site.renderer, unlinked, frame)
    yield "fetched", site.fetched
    yield "sheets", {name: site.stylesheets[sheet] for sheet, name in site.sheet_files.items()}
    if site.options.books:
        yield "cards", _cards(site)


def _is_unlinked(name: str) -> bool:
    """Whether no page links to a file: a script, a page of a former address, or a list of short addresses, which links to these."""
    return lasting.is_script(name) or (name.endswith(".html") and not short_addresses.is_short(name))


def beside(site: Site) -> Summary[Mapping[str, str]]:
    """The files beside the pages of each event."""
    published, frame = site.options.published, site.sheet_files["site"]
    return Summary("beside", lambda own: files_beside(site.renderer.of_event(own), published, frame), published.facts())


def files_beside(renderer: Renderer, published: Published, sheet: str) -> Mapping[str, str]:
    """The files beside the pages of an event: data of charts, pages for renamed places, short addresses, listed with a style sheet."""
    charts = below("data", chart_data.files(renderer.corpus, published))
    return {**charts, **redirects.pages(renderer), **short_addresses.of_events(renderer, published, sheet)}


def make(site: Site, share: Collection[str]) -> None:
    """Make what lies beside the pages of a share of the events, and its books, so that it is kept."""
    summaries = (
        beside(site),
        *tables.summaries(site.options.published, site.events),
        short_addresses.sentences,
        directives.counts,
        *(across_pages.parts(site.renderer, locale) for locale in LOCALES.values()),
        *reading_data.summaries(site.project.corpus, site.project.files),
    )
    for event in share:
        for summary in summaries:
            site.events.made(summary, event)
    if site.options.books:
        _builder(site, share).books(None if site.options.part else 1, _editions(share))  # a process of several has one core


def books(site: Site, events: Collection[str], others: int) -> Mapping[str, Mapping[str, bytes]]:
    """The print editions of some events, of each by file; ``others`` are the bytes of those of the other events, which stay in the cache.

    Raises ``BuildError`` with the faults of all of them.
    """
    if not events:
        return {}
    builder = _builder(site, events)
    made = builder.books(files=_editions(events))
    builder.prune(others)
    return {event: {f"{PDF_FOLDER}/{file}": made[file] for file in _editions([event])} for event in events}


def book(site: Site, path: str) -> bytes | None:
    """One print edition, by its path from the site's root; None where there is none.  Raises ``BuildError``.

    It stays in the cache, from which nothing is removed for it: a build does that, which knows what all need.
    """
    folder, _, file = path.partition("/")
    event = _editions(site.project.corpus.transcripts).get(file) if folder == PDF_FOLDER and site.options.books else None
    return None if event is None else _builder(site, [event]).books(1, [file])[file]


def _editions(events: Iterable[str]) -> Mapping[str, str]:
    """The files of the print editions of some events, of each its event."""
    return {file: event for event in events for _, file in editions_of(event)}


def _builder(site: Site, events: Iterable[str]) -> BookBuilder:
    """What sets the print editions of some events."""
    from ..print.typeset import BookBuilder, epoch_of  # only where books are made: the typesetter takes long to load

    root, options = site.project.root, site.options
    parts = [site.events.made(tables.part(options.published, site.events), event) for event in events]
    data = {f"{name}.json": json_list(part[name] for part in parts) for name in ("segments", "targets")}
    fonts, epoch, cache = root / "fonts", epoch_of(options.epoch), options.cache / "print"
    return BookBuilder(site.project.corpus, options.published, fonts, data, epoch, cache, lambda: engine_state() == options.engine)


def _cards(site: Site) -> Mapping[str, bytes]:
    """The social cards."""
    from ..print import card  # only where books are made, as above

    return below("assets", card.cards(site.project.corpus, site.project.root / "fonts"))
