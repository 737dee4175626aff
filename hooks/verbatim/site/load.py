"""Loads a site: its project is read and checked, and what its pages name is made: style sheets, scripts, the index of the search."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from ..cache import shares
from ..cache.events import CachedEvents
from ..cache.found import cached_project
from ..data import tables
from ..html import cite_data, concordance, folding_data, panel_data, reading_data, render, scripts, sources, term_data, twin_data
from ..html.render import Renderer
from ..html.template_cache import template_cache
from ..model.addresses import Published, Urls
from ..project import Project
from ..publish.lasting import folder_name
from ..read.cache_folder import CacheFolder
from ..read.corpus import Corpus
from ..search import index
from .options import Options
from .pages import Site

_SCRIPTS = "scripts"
"""What is kept of the scripts that pages of an event fetch."""
Content = TypeVar("Content", str, bytes)


def load_site(root: Path, options: Options) -> Site:
    """Read and check the project in a folder, and make what its pages name; raises ``BuildError`` with every fault."""
    project, _ = cached_project(root, options.engine, options.drafts, options.live)
    if not options.live:
        gc.freeze()  # all of it stays to the end, and to look through it for cycles again and again takes as long as to make the rest
    components = sources.components(options.own)
    corpus, urls = project.corpus, Urls(options.directory_urls)
    templates = template_cache(root / ".cache" / "templates", Path(render.__file__))
    renderer = Renderer(corpus, urls, templates)
    share, processes = _divided(project, options)
    try:  # while the processes make events
        sheets = sources.site_stylesheets(corpus.design, options.own, sources.sheet_names(corpus))
        code = {} if share is not None else _code(options, components, sheets)
    finally:
        shares.wait_for(processes)
    events = _cached_events(project, options, share)
    shared = {} if share is not None else {**code, **_shared_scripts(project, renderer, events)}
    of_events = files_of_events(events, _SCRIPTS, share, lambda own: scripts_of_event(renderer.of_event(own), options.published))
    fetched = {**of_events, **shared, **index_of_search(events, corpus, urls, share)}
    files = folder_name(fetched)
    return Site(project, options, Renderer(corpus, urls, templates, files), events, fetched, files, sheets, share)


def _divided(project: Project, options: Options) -> tuple[frozenset[str] | None, Sequence[int]]:
    """The share that this process makes, where that is not the whole site, and the processes that make other ones."""
    if options.part or not options.configuration:
        return shares.share(project.corpus.transcripts, options.part), ()
    return shares.forked(_cached_events(project, options).missing(_SCRIPTS), options.workers)


def _cached_events(project: Project, options: Options, share: frozenset[str] | None = None) -> CachedEvents:
    """What is kept of the events now; a build of a ``share`` of them removes nothing that another one wants."""
    made_with = repr(replace(options, own=Path(), part="", workers=1))
    folder = project.root / ".cache" / "events" if options.configuration else None
    shared = project.root / ".cache" / "shared" if options.configuration else None
    return CachedEvents(project, made_with, CacheFolder(folder, ".json"), share is None, CacheFolder(shared, ".json"))


def files_of_events(
    events: CachedEvents, kind: str, share: frozenset[str] | None, make: Callable[[Corpus], Mapping[str, str]]
) -> Mapping[str, str]:
    """The files of one kind of all events, or of a share of them."""
    of = [event for event in events if share is None or event in share]
    return {path: text for event in of for path, text in events.made(kind, event, make).items()}


def _code(options: Options, components: Mapping[str, str], sheets: Mapping[str, str]) -> Mapping[str, str]:
    """The scripts of the site with the sheets that some bring along, by path; raises ``BuildError``."""
    built = scripts.built(components, f"{options.own.name}/assets/")
    return {
        **below("assets", {f"{name}.js": text for name, text in built.items()}),
        **below("assets", {f"{name}.css": sheets[name] for name in scripts.DRESSED}),
    }


def _shared_scripts(project: Project, renderer: Renderer, events: CachedEvents) -> Mapping[str, str]:
    """The scripts that hold data of several events, by path.

    They lie in a folder named by what is in it, so that a page only ever meets those of its own build.
    """
    corpus = project.corpus
    return {
        **term_data.scripts(renderer, events),
        **panel_data.scripts(renderer),
        **folding_data.of_glossary(corpus),
        "assets/data/readings.js": reading_data.reading_data(corpus, project.files, events),
        "assets/data/concordance.js": concordance.script(corpus, events),
    }


def index_of_search(events: CachedEvents, corpus: Corpus, urls: Urls, share: frozenset[str] | None) -> Mapping[str, str]:
    """The index of the search; of a share only what it holds of the events in it is made, so that it can be kept."""
    if share is None:
        return index.scripts(corpus, urls, events)
    for event in () if index.is_few(corpus) else share:
        for kind, make in index.KINDS.items():
            events.made(kind, event, make)
    return {}


def scripts_of_event(renderer: Renderer, published: Published) -> Mapping[str, str]:
    """The scripts that pages of an event fetch: twins, lines of the flat table, what may be typed for its characters, citations."""
    rows = tables.rows(renderer.corpus, published)
    folding = folding_data.of_events(renderer.corpus)
    return {**twin_data.twin_scripts(renderer), **rows, **folding, **cite_data.scripts(renderer, published)}


def below(folder: str, files: Mapping[str, Content]) -> dict[str, Content]:
    """The same files in a folder."""
    return {f"{folder}/{name}": content for name, content in files.items()}
