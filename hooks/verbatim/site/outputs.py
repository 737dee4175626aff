"""Every file beside the pages: open data, scripts and sheets, small pages that lead on, print editions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..cache.found import keep_unless_edited
from ..data import chart_data, tables
from ..data.editions import is_brief
from ..html import book_sizes, file_list, redirects, short_addresses, sources, term_data
from ..html.render import Renderer
from ..model.addresses import Published
from ..model.faults import BuildError
from ..model.locale import LOCALES, Locale
from ..publish.folder import finish
from ..read.files import write_tree
from .load import below, files_of_events
from .pages import Site

if TYPE_CHECKING:
    from ..print.typeset import BookBuilder


class Unwritten(BuildError):
    """Pages are missing in a built folder."""

    subject = "the built site"


def outputs(site: Site) -> Mapping[str, bytes]:
    """File (from the site's root) to content of everything beside the pages; raises ``BuildError``."""
    corpus, published = site.project.corpus, site.options.published
    data = tables.exports(corpus, published, partial(sentences_of, site))
    frame = site.sheet_files["site"]
    beside = {**_besides(site), **short_addresses.of_all(site.renderer, published, frame)}
    unlinked = [*(f"{site.files}{name}" for name in site.fetched), *(name for name in beside if _is_unlinked_page(name))]
    texts = {
        **below("data", data),
        **beside,
        **term_data.pages(site.renderer, site.sheet_files[sources.sheet_of(corpus, "glossary")]),
        **file_list.pages(site.renderer, unlinked, frame),
        **{f"{site.files}{name}": text for name, text in site.fetched.items()},
        **{name: site.stylesheets[sheet] for sheet, name in site.sheet_files.items()},
    }
    return {name: text.encode("utf-8") for name, text in texts.items()} | (_books(site, data) if site.options.books else {})


def _is_unlinked_page(name: str) -> bool:
    """Whether a file is a page that no other one leads to: of a former address, or a list of short addresses, which leads to these."""
    return name.endswith(".html") and not short_addresses.is_short(name)


def sentences_of(site: Site, event: str) -> str:
    """The sentences of an event as the open data hold them."""
    return site.events.made("sentences", event, lambda own: tables.sentences(own, site.options.published))


def _besides(site: Site) -> Mapping[str, str]:
    """The files beside the pages of all events that this build makes."""
    published, frame = site.options.published, site.sheet_files["site"]
    return files_of_events(site.events, "beside", site.share, lambda own: files_beside(site.renderer.of_event(own), published, frame))


def files_beside(renderer: Renderer, published: Published, sheet: str) -> Mapping[str, str]:
    """The files beside the pages of an event: data of charts, pages for renamed places, short addresses, listed with a style sheet."""
    charts = below("data", chart_data.files(renderer.corpus, published))
    return {**charts, **redirects.pages(renderer), **short_addresses.of_events(renderer, published, sheet)}


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
    missing = [file for file in files_of_pages(site) if not (folder / file).exists()]
    if missing:
        fix = "remove what keeps the site generator from writing it, such as exclude_docs in mkdocs.yml"
        raise Unwritten("\n\n".join(f"{file}: this page was not written\n    fix: {fix}" for file in missing))
    if not site.options.live:  # which remembers it, and would write it after each edit
        keep_unless_edited(site.project.root, site.options.engine)


def _make(site: Site, share: frozenset[str]) -> None:
    """Make what lies beside the pages of a share, and its books."""
    _besides(site)
    for event in share:
        sentences_of(site, event)
    if site.options.books:
        workers = None if site.options.part else 1  # a process of several has one core
        _builder(site, tables.exports(site.project.corpus, site.options.published)).books(workers, share)


def _books(site: Site, data: Mapping[str, str]) -> dict[str, bytes]:
    """The print editions and the social cards."""
    from ..print import card

    books = _builder(site, data).books()
    return {**below("pdf", books), **below("assets", card.cards(site.project.corpus, site.project.root / "fonts"))}


def _builder(site: Site, data: Mapping[str, str]) -> BookBuilder:
    """What sets the print editions, which carry some of the open ``data``."""
    from ..print.typeset import BookBuilder, epoch_of  # only where books are made: the typesetter takes long to load

    root, options = site.project.root, site.options
    return BookBuilder(site.project.corpus, options.published, root / "fonts", data, epoch_of(options.epoch), root / ".cache" / "print")


def _sized(site: Site, folder: Path, made: Mapping[str, bytes]) -> Mapping[str, str]:
    """The pages of briefs, with the sizes of the books that they lead to."""
    from ..print.page_count import page_count  # only where books are made, as below

    sizes = {name: (page_count(content), len(content)) for name, content in made.items() if name.endswith(".pdf")}
    found = {}
    for locale, name, file in _pages(site):
        if is_brief(name) and (folder / file).is_file():  # one that is missing is reported
            found[file] = book_sizes.with_sizes(site.renderer, locale, (folder / file).read_text("utf-8"), sizes)
    return found


def files_of_pages(site: Site) -> Iterator[str]:
    """The file of each page of the site, from its root."""
    if not site.options.copy:
        yield "404.html"
    for locale in LOCALES.values():
        yield from site.pages_without_file(locale).values()
    yield from (file for _, _, file in _pages(site))


def _pages(site: Site) -> Iterator[tuple[Locale, str, str]]:
    """The pages that have a file in ``docs``, in each locale of their language: locale, name, and file from the site's root."""
    urls = site.renderer.urls
    for lang, name in site.project.corpus.pages:
        own = (locale for locale in LOCALES.values() if locale.lang == lang)
        yield from ((locale, name, urls.file(urls.page(locale, name))) for locale in own)
