"""Loads a site: its project is read and checked, and what its pages name is made: style sheets, scripts, the index of the search."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from ..analysis.across_events import named
from ..analysis.proof_summary import proved
from ..cache import shares
from ..cache.events import CachedEvents
from ..cache.found import cached_project
from ..data.tables import with_periods
from ..html import concordance, folding_data, panel_data, reading_data, render, scripts, sources, term_data
from ..html.render import Renderer
from ..html.template_cache import template_cache
from ..model.addresses import Urls
from ..project import Project
from ..publish import lasting
from ..read.cache_folder import CacheFolder
from ..read.event_files import own_corpora
from ..search import index
from .event_scripts import EventScripts
from .options import Options
from .pages import Site

_KNOWN_OTHERWISE: Mapping[str, Any] = {
    "cache": Path(),
    "own": Path(),  # what it holds is part of the configuration
    "part": "",
    "workers": 1,
    "url": "",  # stated where something holds it, as the time is
    "epoch": "",
    "drafts": False,  # ``CachedEvents`` knows what is left out of drafts
    "live": False,
}
"""Options that are no part of what all is made with, so that a live server takes what a build kept, and the other way round."""
_WANTED = (named, proved, with_periods, sources.sheets_of)
"""What is wanted of all events before anything is made of one: a check has found out most of it."""
Content = TypeVar("Content", str, bytes)


def load_site(root: Path, options: Options, known: Mapping[str, Any] | None = None) -> Site:
    """Read and check the project in a folder, and make what its pages name; ``known`` is as of ``CachedEvents``.

    Raises ``BuildError`` with every fault.

    What pages fetch lies in folders named by what is in them.  A page names that of the scripts and that of its event; that of what all
    events share, which any edit may change, only a script names: so an edit changes no page that does not display it.
    """
    project, _ = cached_project(root, options.cache, options.engine, options.drafts, options.live, options.workers, _WANTED)
    components = sources.components(options.own)
    share, processes = _divided(project, options)
    try:  # while the processes make events
        sheets = _sheets(project, options)
        code = _code(options, components, sheets)
    finally:
        shares.wait_for(processes)
    event_scripts = _event_scripts(project, options, share, known)
    events, renderer = event_scripts.events, event_scripts.renderer
    folders = _folders(event_scripts, events if share is None else share)
    shared = _shared_scripts(project, renderer, events, folders) if share is None else {}
    files, fetched = _placed(code, shared)
    return Site(project, options, renderer.naming(files, folders), events, event_scripts, fetched, files, folders, sheets, share)


def _divided(project: Project, options: Options) -> tuple[frozenset[str] | None, Sequence[int]]:
    """The share that this process makes, where that is not the whole site, and the processes that make other ones."""
    if options.part or not options.configuration or options.workers == 1:
        return shares.share(project.corpus.transcripts, options.part), ()
    return shares.forked(_event_scripts(project, options).unnamed(), options.workers)


def _event_scripts(
    project: Project, options: Options, share: frozenset[str] | None = None, known: Mapping[str, Any] | None = None
) -> EventScripts:
    """The scripts of the events, with what is kept of these now; ``share`` and ``known`` as of ``_cached_events``."""
    events = _cached_events(project, options, share, known)
    templates = template_cache(options.cache / "templates", Path(render.__file__))
    renderer = Renderer(project.corpus, Urls(options.directory_urls), templates, events=events)
    return EventScripts(events, renderer, options.published, index.is_whole(project.corpus))


def _cached_events(project: Project, options: Options, share: frozenset[str] | None, known: Mapping[str, Any] | None) -> CachedEvents:
    """What is kept of the events now; a build of a ``share`` of them removes nothing that another one wants."""
    if not options.configuration:
        return CachedEvents(project, "", CacheFolder(None))
    made_with = repr(replace(options, **_KNOWN_OTHERWISE))
    folder, shared = (CacheFolder(options.cache / name) for name in ("events", "shared"))
    return CachedEvents(project, made_with, folder, share is None, shared, known)


def _folders(of_events: EventScripts, events: Iterable[str]) -> Mapping[str, str]:
    """The folder of the data of each of some events, below ``files/`` and with its last slash; what is in it is kept."""
    found = {}
    for event in events:
        found[event] = f"{of_events.folder(event)}/"
        of_events.keep(event)  # at once, while what was read of the event is known
    return found


def _sheets(project: Project, options: Options) -> Mapping[str, str]:
    """The style sheets, by name."""
    corpus = project.corpus
    whole = () if corpus.drafts or project.faults else own_corpora(corpus, project.files).values()
    return sources.site_stylesheets(corpus.design, options.own, sources.sheet_names(corpus, whole))


def _code(options: Options, components: Mapping[str, str], sheets: Mapping[str, str]) -> Mapping[str, str]:
    """The scripts, with the sheets that some bring along, by path below their folder; raises ``BuildError``."""
    built = scripts.built(components, f"{options.own.name}/assets/")
    dressed = {f"{name}.css": sheets[name] for name in scripts.DRESSED}
    return below("assets", {**{f"{name}.js": text for name, text in built.items()}, **dressed})


def _shared_scripts(project: Project, renderer: Renderer, events: CachedEvents, folders: Mapping[str, str]) -> Mapping[str, str]:
    """The data, as scripts, that all events share, by path below their folder; ``folders`` are those of the events."""
    corpus = project.corpus
    return {
        **term_data.scripts(renderer, events),
        **panel_data.scripts(renderer),
        **folding_data.of_glossary(corpus),
        f"{reading_data.NAME}.js": reading_data.reading_data(corpus, project.files, events),
        f"{concordance.NAME}.js": concordance.script(corpus, events),
        **index.scripts(index.files(corpus, renderer.urls, events=events, folders=folders)),
    }


def _placed(code: Mapping[str, str], shared: Mapping[str, str]) -> tuple[str, Mapping[str, str]]:
    """The folder of the scripts, and what pages of all events fetch, by path; both from the site's root."""
    code_name, shared_name = lasting.name_of(code), lasting.name_of(shared)
    pointer = lasting.pointer(code_name, shared_name)
    return lasting.place(code_name), {**pointer, **lasting.placed(code_name, code), **lasting.placed(shared_name, shared)}


def below(folder: str, files: Mapping[str, Content]) -> dict[str, Content]:
    """The same files in a folder."""
    return {f"{folder}/{name}": content for name, content in files.items()}
