"""A site: a project with what its pages are rendered with, and every file beside the pages."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from .analysis.status import site_status, status
from .checked_state import configuration_of, engine_state
from .data import chart_data, tables
from .data.editions import is_brief, offered
from .html import (
    across_pages,
    book_sizes,
    cite_data,
    concordance,
    file_list,
    folding_data,
    panel_data,
    reading_data,
    redirects,
    render,
    scripts,
    short_addresses,
    sources,
    stylesheets,
    term_data,
    twin_data,
)
from .html.across_pages import AcrossPage
from .html.foreign_words import ForeignWords
from .html.navigation import FEW, around, nav
from .html.page_head import page_head
from .html.render import JSON, PageFragments, Renderer
from .html.scripts import page as small_page
from .html.sources import OWN_FILES
from .html.template_cache import template_cache
from .kept import shares
from .kept.events import KeptEvents
from .kept.pages import KeptPage, KeptPages
from .kept.shares import number_of
from .model import Lang, Page
from .model.addresses import Published, Urls, site_address
from .model.faults import BuildError, Faults
from .model.locale import LOCALES, Locale
from .project import Project
from .publish.folder import finish
from .publish.lasting import folder_name
from .read.corpus import Corpus
from .read.files import read_tree, write_tree
from .read.store import Store
from .recall import keep_unless_edited, recalled_project
from .rules.work import of_event
from .search import index

if TYPE_CHECKING:
    from .print.typeset import BookBuilder

__all__ = [
    "JSON",
    "LOCALES",
    "OWN_FILES",
    "BuildError",
    "Faults",
    "KeptPage",
    "Options",
    "Site",
    "configuration_of",
    "engine_state",
    "load_site",
    "number_of",
    "outputs",
    "read_tree",
    "site_address",
    "small_page",
    "template_cache",
    "write",
]

_SCRIPTS = "scripts"
"""What is kept of the scripts that pages of an event fetch."""
Content = TypeVar("Content", str, bytes)


class Unwritten(BuildError):
    """Pages are missing in a built folder."""

    subject = "the built site"


@dataclass(frozen=True)
class Options:
    """How a site is built.

    ``url`` is the address it is published at, with its last slash, or empty (``model.addresses.site_address``); ``directory_urls`` as
    MkDocs' ``use_directory_urls``; ``own`` the project's own folder of templates and assets; ``books``: whether print
    editions and social cards are made; ``epoch`` the time written into them, as ``SOURCE_DATE_EPOCH`` states it
    (``print.typeset.epoch_of``), or empty; ``copy``: whether it is built to be read from a folder on disk, beside a published site
    whose pages are folders; ``policy_in_pages``: whether each page states its policy itself, for hosts that send no headers; ``drafts``:
    whether events with open points are built too, each page of them marked; ``live``: whether faults of drafts stop nothing and are
    displayed on their pages, as a live server needs it; ``configuration`` a checksum of all else that pages are made
    with (``checked_state.configuration_of``), or empty, and then nothing that is made of events is kept; ``engine`` is the engine that
    was loaded (``checked_state.engine_state``); ``part``, such as 2/5, says which of the events are made for later builds, and nothing
    else; ``workers``: how many processes make events.
    """

    url: str
    directory_urls: bool
    own: Path
    books: bool = True
    epoch: str = ""
    copy: bool = False
    policy_in_pages: bool = False
    drafts: bool = False
    live: bool = False
    configuration: str = ""
    engine: str = ""
    part: str = ""
    workers: int = 1

    @property
    def published(self) -> Published:
        """The addresses to cite by: a copy cites the published site, where that is known."""
        return Published(self.url, Urls(self.directory_urls or bool(self.copy and self.url)))


@dataclass(frozen=True)
class Site:
    """One state of a project, read and checked.

    ``events`` is what is kept of its events; ``fetched`` are the scripts of its pages, path below ``files`` to text; ``files`` is their
    folder, from the site's root and with its last slash, which is named by what is in it; ``stylesheets`` are name to text; ``share``:
    of what this build makes pages, where that is not the whole site.
    """

    project: Project
    options: Options
    renderer: Renderer
    events: KeptEvents
    fetched: Mapping[str, str]
    files: str
    stylesheets: Mapping[str, str]
    share: frozenset[str] | None = None

    def nav(self, lang: Lang) -> list[Any]:
        """The pages of a language in their order, as MkDocs' ``nav``."""
        return nav(self.project.corpus, lang)

    @cached_property
    def _across(self) -> Mapping[str, AcrossPage]:
        """The pages that have no file in ``docs``, by name."""
        return across_pages.across_pages(self.renderer)

    def pages_without_file(self, locale: Locale) -> Mapping[str, str]:
        """Name to file (from the site's root) of the pages of a locale that have no file in ``docs``."""
        urls = self.renderer.urls
        return {name: urls.file(urls.page(locale, name)) for name in self._across}

    def front_matter(self, lang: Lang, name: str) -> str:
        """Title and description of a page as MkDocs reads them at the head of its file."""
        page = self._page(lang, name)
        stated = {"title": page.title, "description": page.description}
        return "\n".join(["---", *(f"{key}: {json.dumps(value)}" for key, value in stated.items()), "---", ""])

    def fragments(self, locale: Locale, name: str, markdown: str) -> PageFragments:
        """A page's Markdown with its places, and the HTML to put there; ``markdown`` is the text of its file, empty where it has none."""
        across = self._across.get(name)
        return across_pages.fragments(self.renderer, locale, name, across) if across else self._renderer(name).page(locale, name, markdown)

    @cached_property
    def kept_pages(self) -> KeptPages:
        """The finished pages of events, for the next build."""
        return KeptPages(
            self.events,
            self.files,
            lambda locale, event: self._facts(LOCALES[locale], event),
            lambda locale, event: self._names(LOCALES[locale].lang, event),
            lambda locale, name: self._unmade(LOCALES[locale].lang, name),
        )

    def _unmade(self, lang: Lang, name: str) -> str:
        """The title of a page that is in no share of this build."""
        return self._page(lang, name).title if self.share is not None and name.partition("/")[0] not in self.share else ""

    def _names(self, lang: Lang, event: str) -> frozenset[str]:
        """The names of the pages of an event in one language."""
        return frozenset(name for other, name in self.project.corpus.pages_of(event) if other == lang)

    def _facts(self, locale: Locale, event: str) -> list[Any]:
        """What the pages of an event display of the rest of the site, beside what ``KeptEvents`` knows."""
        corpus, lang = self.project.corpus, locale.lang
        own = sorted(self._names(lang, event))
        titles = [name for name in own if self._event_in_title(lang, name)]
        linked = [other for name in own for other in self.project.linked(lang, name) if (lang, other) in corpus.pages]
        return [around(corpus, lang, event), titles, linked, self._report(locale), dict(self.sheet_files), self._faults(own[0])]

    def _renderer(self, name: str) -> Renderer:
        """What renders a page: those of an event know nothing of other events."""
        event = name.partition("/")[0]
        if event not in self.project.corpus.transcripts:
            return self.renderer
        return self._renderers(event)

    @cached_property
    def _renderers(self) -> Callable[[str], Renderer]:
        """The renderer of an event; one is kept, since pages come event by event."""
        return lru_cache(maxsize=1)(lambda event: self.renderer.of_event(self.events.corpus(event)))

    def _page(self, lang: Lang, name: str) -> Page:
        return self._across[name].pages[lang] if name in self._across else self.project.corpus.pages[lang, name]

    def markdown_extension(self, lang: Lang) -> ForeignWords:
        """The extension of Markdown for pages of a language."""
        return ForeignWords(lang)

    def theme_globals(self) -> dict[str, Any]:
        """What the theme's templates use on every page, and without a page."""
        return {
            "word": self.renderer.text,
            "stylesheets": self.sheet_files,
            "files": self.files,
            "dressed": scripts.DRESSED,
            "few_items": FEW,
            "lang_tags": {code: locale.tag for code, locale in LOCALES.items()},
            "twin_urls": self.renderer.urls.in_all,
            "statuses": {code: site_status(self.project.corpus, locale.lang) for code, locale in LOCALES.items()},
        }

    def page_context(self, locale: Locale, name: str) -> dict[str, Any]:
        """What the theme's templates use on one page: its strings, its address in each locale, its print editions, its head."""
        lang, editions, published = locale.lang, self.editions(name, locale.lang), self.options.published
        corpus = self._renderer(name).corpus
        return {
            "t": partial(self.renderer.text, lang),
            "twins": {code: self.renderer.urls.page(other, name) for code, other in LOCALES.items()},
            "published": {code: published.page(locale, other, name) for code, other in LOCALES.items()},
            "whole": bool(published.site),
            "status": self._status(corpus, lang, name),
            "of_event": self._event_in_title(lang, name),
            "draft": self._draft(name),
            "faults": self._faults(name),
            "lang_code": lang,
            "sheet": across_pages.SHEET if name in self._across else sources.sheet_of(corpus, name, lang),
            "editions": editions,
            "sized": is_brief(name),
            "report": self._report(locale),
            "head": page_head(corpus, published, self._page(lang, name), dict(editions).get(lang)),
        }

    def _draft(self, name: str) -> str:
        """The string that says that a page is of a draft, or that it is of a site with drafts; empty where neither is so."""
        corpus = self.project.corpus
        event = name.partition("/")[0]
        if event in corpus.drafts or self._faults(name):
            return "draft"
        return "with_drafts" if corpus.drafts and event not in corpus.transcripts else ""

    def _faults(self, name: str) -> list[str]:
        """The faults of the draft that a page belongs to."""
        event = name.partition("/")[0]
        return [str(fault) for fault in of_event(self.project.faults, event)] if event in self.project.corpus.transcripts else []

    def _event_in_title(self, lang: Lang, name: str) -> str:
        """The short title of the event of a page whose own title another page has too; else nothing."""
        transcript = self.project.corpus.transcripts.get(name.partition("/")[0])
        return transcript.event.short[lang] if transcript and self._titles[lang, self._page(lang, name).title] > 1 else ""

    @cached_property
    def _titles(self) -> Counter[tuple[Lang, str]]:
        """How many pages of a language have a title."""
        return Counter((lang, page.title) for (lang, _), page in self.project.corpus.pages.items())

    def _status(self, corpus: Corpus, lang: Lang, name: str) -> str:
        """Whose the words of a page are: those of its event, or of the whole site."""
        event, _, own = name.partition("/")
        transcript = corpus.transcripts.get(event)
        return status(corpus, transcript.event, lang, own) if transcript else site_status(corpus, lang)

    def _report(self, locale: Locale) -> str | None:
        """Where a page says how to report a mistake, from the site's root; None where no page does."""
        name = self._saying.get(locale.lang)
        return f"{self.renderer.urls.page(locale, name) or './'}#publication" if name else None  # a bare # is of the page itself

    @cached_property
    def _saying(self) -> Mapping[Lang, str]:
        """The page of each language that says who publishes the site; where several do, the first."""
        pages = reversed([*self.project.corpus.pages.items()])
        return {lang: name for (lang, name), page in pages if page.inserts("publication")}

    @cached_property
    def sheet_files(self) -> Mapping[str, str]:
        """The sheets that pages load, by name the file from the site's root; those that scripts fetch lie beside the scripts."""
        pages = {name: text for name, text in self.stylesheets.items() if name not in scripts.DRESSED}
        return {name: f"assets/{stylesheets.file_name(name, text)}" for name, text in pages.items()}

    def editions(self, name: str, lang: Lang) -> list[tuple[str, str]]:
        """The print editions that a page leads to, name and address: its event's, or those of the only event."""
        events = list(self.project.corpus.transcripts)
        event, _, page = name.partition("/")
        chosen = event if event in events else events[0] if len(events) == 1 else None
        return [(which, f"pdf/{file}") for which, file in offered(chosen, page, lang)] if chosen and self.options.books else []


def load_site(root: Path, options: Options) -> Site:
    """Read and check the project in a folder, and make what its pages name; raises ``BuildError`` with every fault."""
    project, _ = recalled_project(root, options.engine, options.drafts, options.live)
    components = sources.components(options.own)
    corpus, urls = project.corpus, Urls(options.directory_urls)
    templates = template_cache(root / ".cache" / "templates", Path(render.__file__))
    renderer = Renderer(corpus, urls, templates)
    share, processes = _begun(project, options)
    try:  # while the processes make events
        sheets = sources.site_stylesheets(corpus.design, options.own, sources.sheet_names(corpus))
        shared = {} if share is not None else _shared_scripts(project, options, components, sheets, renderer)
    finally:
        shares.ended(processes)
    events = _kept_events(project, options, share)
    of_events = _of_events(events, _SCRIPTS, share, lambda own: _scripts(renderer.of_event(own), options.published))
    fetched = {**of_events, **shared, **_search(events, corpus, urls, share)}
    files = folder_name(fetched)
    return Site(project, options, Renderer(corpus, urls, templates, files), events, fetched, files, sheets, share)


def _begun(project: Project, options: Options) -> tuple[frozenset[str] | None, Sequence[int]]:
    """The share that this process makes, where that is not the whole site, and the processes that make other ones."""
    if options.part or not options.configuration:
        return shares.share(project.corpus.transcripts, options.part), ()
    return shares.doubled(_kept_events(project, options).missing(_SCRIPTS), options.workers)


def _kept_events(project: Project, options: Options, share: frozenset[str] | None = None) -> KeptEvents:
    """What is kept of the events now; a build of a ``share`` of them removes nothing that another one wants."""
    made_with = repr(replace(options, own=Path(), part="", workers=1))
    folder = project.root / ".cache" / "events" if options.configuration else None
    return KeptEvents(project, made_with, Store(folder, ".json"), whole=share is None)


def outputs(site: Site) -> Mapping[str, bytes]:
    """File (from the site's root) to content of everything beside the pages; raises ``BuildError``."""
    corpus, published = site.project.corpus, site.options.published
    data = tables.exports(corpus, published, partial(_sentences, site))
    texts = {
        **_below("data", data),
        **_besides(site),
        **short_addresses.of_all(site.renderer, published),
        **term_data.pages(site.renderer, site.sheet_files[sources.sheet_of(corpus, "glossary")]),
        **file_list.pages(site.renderer, (f"{site.files}{name}" for name in site.fetched), site.sheet_files["site"]),
        **{f"{site.files}{name}": text for name, text in site.fetched.items()},
        **{name: site.stylesheets[sheet] for sheet, name in site.sheet_files.items()},
    }
    return {name: text.encode("utf-8") for name, text in texts.items()} | (_books(site, data) if site.options.books else {})


def _of_events(
    events: KeptEvents, kind: str, share: frozenset[str] | None, make: Callable[[Corpus], Mapping[str, str]]
) -> Mapping[str, str]:
    """The files of one kind of all events, or of a share of them."""
    of = [event for event in events if share is None or event in share]
    return {path: text for event in of for path, text in events.made(kind, event, make).items()}


def _sentences(site: Site, event: str) -> str:
    """The sentences of an event as the open data hold them."""
    return site.events.made("sentences", event, lambda own: tables.sentences(own, site.options.published))


def _besides(site: Site) -> Mapping[str, str]:
    """The files beside the pages of all events that this build makes."""
    return _of_events(site.events, "beside", site.share, lambda own: _beside(site.renderer.of_event(own), site.options.published))


def _beside(renderer: Renderer, published: Published) -> Mapping[str, str]:
    """The files beside the pages of an event: data of charts, pages for renamed places, short addresses."""
    charts = _below("data", chart_data.files(renderer.corpus, published))
    return {**charts, **redirects.pages(renderer), **short_addresses.of_events(renderer, published)}


def write(site: Site, folder: Path) -> None:
    """Complete a folder that holds the pages: everything beside them, the headers, modes; of a share only make what is kept of it.

    Raises ``BuildError``, also for a page that is missing, and ``OSError``.
    """
    if site.share is not None:
        _make(site, site.share)
        return
    made = outputs(site)
    write_tree(folder, made)
    if site.options.books:
        write_tree(folder, _sized(site, folder, made))
    finish(folder, site.sheet_files.values(), site.options.policy_in_pages)
    missing = [name for name in _pages(site) if not (folder / name).exists()]
    if missing:
        fix = "remove what keeps the site generator from writing it, such as exclude_docs in mkdocs.yml"
        raise Unwritten("\n\n".join(f"{name}: this page was not written\n    fix: {fix}" for name in missing))
    if not site.options.live:  # which remembers it, and would write it after each edit
        keep_unless_edited(site.project.root, site.options.engine)


def _sized(site: Site, folder: Path, made: Mapping[str, bytes]) -> Mapping[str, str]:
    """The pages of briefs, with the sizes of the books that they lead to."""
    from .print.page_count import page_count  # only where books are made, as below

    sizes = {name: (page_count(content), len(content)) for name, content in made.items() if name.endswith(".pdf")}
    briefs = [
        (locale, name) for lang, name in site.project.corpus.pages for locale in LOCALES.values() if locale.lang == lang and is_brief(name)
    ]
    found, urls = {}, site.renderer.urls
    for file, locale in ((urls.file(urls.page(locale, name)), locale) for locale, name in briefs):
        if (folder / file).is_file():  # one that is missing is reported
            found[file] = book_sizes.with_sizes(site.renderer, locale, (folder / file).read_text("utf-8"), sizes)
    return found


def _make(site: Site, share: frozenset[str]) -> None:
    """Make what lies beside the pages of a share, and its books."""
    _besides(site)
    for event in share:
        _sentences(site, event)
    if site.options.books:
        workers = None if site.options.part else 1  # a process of several has one core
        _builder(site, tables.exports(site.project.corpus, site.options.published)).books(workers, share)


def _pages(site: Site) -> Iterator[str]:
    """The file of each page of the project, from the site's root."""
    urls = site.renderer.urls
    if not site.options.copy:
        yield "404.html"
    for locale in LOCALES.values():
        yield from site.pages_without_file(locale).values()
    for lang, name in site.project.corpus.pages:
        yield from (urls.file(urls.page(locale, name)) for locale in LOCALES.values() if locale.lang == lang)


def _shared_scripts(
    project: Project, options: Options, components: Mapping[str, str], sheets: Mapping[str, str], renderer: Renderer
) -> Mapping[str, str]:
    """The scripts that pages of several events load, code and data, with the sheets that some bring along, by path; raises ``BuildError``.

    They lie in a folder named by what is in it, so that a page only ever meets those of its own build.
    """
    corpus = project.corpus
    built = scripts.built(components, f"{options.own.name}/assets/")
    return {
        **_below("assets", {f"{name}.js": text for name, text in built.items()}),
        **_below("assets", {f"{name}.css": sheets[name] for name in scripts.DRESSED}),
        **term_data.scripts(renderer),
        **panel_data.scripts(renderer),
        **folding_data.of_glossary(corpus),
        "assets/data/readings.js": reading_data.reading_data(corpus, project.files),
        "assets/data/concordance.js": concordance.script(corpus),
    }


def _search(events: KeptEvents, corpus: Corpus, urls: Urls, share: frozenset[str] | None) -> Mapping[str, str]:
    """The index of the search; of a share only what it holds of the events in it is made, so that it can be kept."""
    found = partial(events.made, "search", make=index.of_event)
    if share is None:
        return index.scripts(corpus, urls, found)
    if not index.is_few(corpus):
        for event in share:
            found(event)
    return {}


def _scripts(renderer: Renderer, published: Published) -> Mapping[str, str]:
    """The scripts that pages of an event fetch: twins, lines of the flat table, what may be typed for its characters, citations."""
    rows = tables.rows(renderer.corpus, published)
    folding = folding_data.of_events(renderer.corpus)
    return {**twin_data.twin_scripts(renderer), **rows, **folding, **cite_data.scripts(renderer, published)}


def _books(site: Site, data: Mapping[str, str]) -> dict[str, bytes]:
    """The print editions and the social cards."""
    from .print import card

    books = _builder(site, data).books()
    return {**_below("pdf", books), **_below("assets", card.cards(site.project.corpus, site.project.root / "fonts"))}


def _builder(site: Site, data: Mapping[str, str]) -> BookBuilder:
    """What sets the print editions, which carry some of the open ``data``."""
    from .print.typeset import BookBuilder, epoch_of  # only where books are made: the typesetter takes long to load

    root, options = site.project.root, site.options
    return BookBuilder(site.project.corpus, options.published, root / "fonts", data, epoch_of(options.epoch), root / ".cache" / "print")


def _below(folder: str, files: Mapping[str, Content]) -> dict[str, Content]:
    """The same files in a folder."""
    return {f"{folder}/{name}": content for name, content in files.items()}
