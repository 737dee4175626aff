"""How a build is put together in its folder: what stays of an earlier one, which pages a site generator makes, what is written."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Set
from functools import cached_property, partial
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

from ..cache.built_folder import BuiltFolder, MakeEach, unit_of
from ..cache.found import keep_unless_edited
from ..cache.pages import UnmadePage
from ..data.editions import is_brief
from ..html import book_sizes
from ..html.navigation import is_few, nav
from ..model import event_of
from ..model.faults import BuildError
from ..model.locale import LOCALES, Locale
from ..publish.folder import compressed
from ..publish.policy import header_files, with_policy
from ..read.files import entries
from . import outputs
from .beside import Beside
from .pages import Site

SITEMAP = "sitemap.xml"
_BOOKS = "books"
"""The kind of unit that the print editions of an event are."""
_GENERATED, _HEADERS = "generated", "headers"
"""Units of what all events share, which every build makes, and writes where they differ."""


class Unwritten(BuildError):
    """Pages are missing in a built folder."""

    subject = "the built site"


class Assembly:
    """A build of a site into a folder.

    What is of one event is in units: its pages in each locale, what lies beside them, its books.  A unit that the folder holds stays, and
    the site generator is only handed the pages of other ones, with those whose titles or ids they need.  ``built`` is the folder,
    which a live server hands to its next build as ``last``.
    """

    def __init__(self, site: Site, folder: Path, last: BuiltFolder | None = None) -> None:
        self.folder, self._site, self._first = folder, site, last is None
        kept, live = bool(site.options.configuration), site.options.live
        notes = site.options.cache / "built" if kept and not live else None
        self.built = BuiltFolder(folder, notes, with_policy if site.options.policy_in_pages else str, last if kept and live else None)

    @property
    def staged(self) -> Path:
        """The folder that the site generator writes into."""
        return self.built.staged

    def nav(self, locale: Locale) -> list[Any]:
        """The pages that the site generator is handed, in their order, as MkDocs' ``nav``."""
        return nav(self._site.project.corpus, locale.lang, self._handed[locale.code])

    def is_handed(self, locale: Locale, name: str) -> bool:
        """Whether the site generator is handed a page."""
        event = event_of(name)
        return event not in self._site.events or event in self._handed[locale.code]

    def unmade(self, locale: Locale, name: str) -> UnmadePage | None:
        """What the site generator needs of a page that was handed to it and that it does not make; None of one that it makes.

        A build of a share, which writes no page, makes none that belongs to no event: some display something of each.
        """
        site, event = self._site, event_of(name)
        makes = self._makes(locale, event) if event in site.events else site.share is None
        return None if makes else site.unmade(locale.lang, name)

    def finished(self, locale: Locale, name: str, html: str) -> str:
        """Note a finished page, so that it is kept; its HTML again, empty where it is not written."""
        self._site.cached_pages.put(locale.code, name, html)
        return html if self._site.share is None else ""

    @cached_property
    def _handed(self) -> Mapping[str, Set[str]]:
        """The events whose pages the site generator is handed, by locale."""
        return {code: frozenset(self._needed(locale)) for code, locale in LOCALES.items()}

    def _needed(self, locale: Locale) -> Iterable[str]:
        """The events whose pages are made, those before and after them and before and after the shared pages, whose titles these display,
        and those that made and shared pages link to.
        """
        site, lang = self._site, locale.lang
        events = [one.event.id for one in site.project.corpus.newest_first]
        if is_few(site.project.corpus):
            return events
        made = {event for event in events if self._makes(locale, event)}
        near = {other for pair in pairwise(events) if made.intersection(pair) for other in pair}
        linked = site.linked(lang, (name for event in ("", *made) for name in site.project.corpus.page_names(event, lang)))
        return {*made, *near, *events[:1], *events[-1:], *map(event_of, linked)}

    def _makes(self, locale: Locale, event: str) -> bool:
        """Whether the site generator makes the pages of an event: this build is to have them, and neither folder nor cache has them."""
        return not self._has_pages.get((locale.code, event), True)

    @cached_property
    def _has_pages(self) -> Mapping[tuple[str, str], bool]:
        """Whether the folder holds the pages of an event, or else the cache, by locale and event; those that this build is to have."""
        return {
            (code, event): self.built.holds(unit_of(code, event), key) or self._site.events.keeps(key)
            for code, keys in self._page_keys.items()
            for event, key in keys.items()
        }

    @cached_property
    def _page_keys(self) -> Mapping[str, Mapping[str, str]]:
        """The keys of the pages of each event that this build is to have, by locale."""
        site = self._site
        events = [event for event in site.events if site.share is None or event in site.share]
        return {code: {event: site.page_key(locale, event) for event in events} for code, locale in LOCALES.items()}

    def write(self) -> None:
        """Complete the folder: pages that the site generator wrote, everything beside them, the headers; of a share only make what is kept.

        Raises ``BuildError``, also for a page that is missing, and ``OSError``.
        """
        site, built = self._site, self.built
        if site.share is not None:
            outputs.make(site, site.share)
            return
        staged = {name for name, entry in entries(self.staged) if entry.is_file()}
        _require(self._expected(), staged)
        if site.options.sets_books:
            keys = site.events.keys(_BOOKS, site.options.published.facts(site.options.epoch))
            self._put(_BOOKS, keys, lambda events: outputs.books(site, events, built.size(_BOOKS)).items())
        beside = Beside(site, built)
        beside.begin()
        for code, pages in self._page_keys.items():
            self._put(code, pages, partial(self._pages, LOCALES[code]))
        shared = {name: (self.staged / name).read_bytes() for name in sorted(staged.difference(built.files()))}
        built.put(_GENERATED, "", _packed(shared))
        for unit, files in outputs.shared(site, chain(built.files(_BOOKS), beside.files())):
            built.put(unit, "", files)
        built.put(_HEADERS, "", header_files(built.scripts(), site.sheet_files.values()))
        built.complete()
        if self._first:  # a live server remembers it, and would write it again after each edit
            keep_unless_edited(site.project.root, site.options.cache, site.options.engine)

    def abandon(self) -> None:
        """Leave nothing of a build that was stopped but what the folder held before."""
        self.built.remove_staged()

    def keep(self, sound: bool, as_read: bool = True) -> None:
        """Keep for the next build what was made of events, and what the folder holds; the pages only if they are ``sound``.

        Where all is not ``as_read``, since something was edited meanwhile, nothing that was made now is believed.
        """
        if sound and as_read:
            self._site.events.keep()
        if self._site.share is None:
            self.built.keep(lambda unit: as_read and (sound or unit.partition("/")[0] not in LOCALES))

    def _put(self, kind: str, keys: Mapping[str, str], make: MakeEach) -> None:
        """As of ``BuiltFolder.update``; what is left is of use for another folder."""
        self.built.update(kind, keys, make)
        self._site.events.use(keys.values())

    def _expected(self) -> Iterator[str]:
        """The file of each page that the site generator has to write, from the site's root."""
        site = self._site
        if not site.options.copy:
            yield "404.html"
        for locale in LOCALES.values():
            yield from site.pages_without_file(locale).values()
            for event in ("", *(event for event in site.events if self._makes(locale, event))):
                yield from site.files_of_pages(locale, event).values()

    def _pages(self, locale: Locale, events: Iterable[str]) -> Iterator[tuple[str, Mapping[str, str]]]:
        """The pages of some events, as the site generator wrote them or as they are kept, by file."""
        for event in events:
            files = self._site.files_of_pages(locale, event)
            pages = self._made_pages(files) if self._makes(locale, event) else self._kept_pages(locale, event)
            yield event, {file: self._sized(locale, name, pages[name]) for name, file in files.items()}

    def _made_pages(self, files: Mapping[str, str]) -> Mapping[str, str]:
        """The pages that the site generator wrote into some files, by name."""
        return {name: (self.staged / file).read_text("utf-8") for name, file in files.items()}

    def _kept_pages(self, locale: Locale, event: str) -> Mapping[str, str]:
        """The pages of an event as the cache has them, by name; raises ``Unwritten`` where somebody removed them meanwhile."""
        pages: Mapping[str, str] | None = self._site.events.kept(self._page_keys[locale.code][event])
        if pages is None:
            raise Unwritten(f"{event}: its pages were removed from .cache while the site was put together\n    fix: build again")
        return pages

    def _sized(self, locale: Locale, name: str, html: str) -> str:
        """The HTML of a page; of a brief with the sizes of the books that it leads to."""
        sized = is_brief(name) and self._site.options.sets_books
        return book_sizes.with_sizes(self._site.renderer, locale, html, self._size) if sized else html

    def _size(self, book: str) -> tuple[int, int]:
        """The pages and the bytes of a book, which is written before the pages are."""
        from ..print.page_count import page_count  # only where books are made

        content = self.built.read(book)
        return page_count(content), len(content)


def _require(expected: Iterable[str], staged: Container[str]) -> None:
    """Raise ``Unwritten`` with the pages that are missing."""
    missing = [file for file in expected if file not in staged]
    if missing:
        fix = "remove what keeps the site generator from writing it, such as exclude_docs in mkdocs.yml"
        raise Unwritten("\n\n".join(f"{file}: this page was not written\n    fix: {fix}" for file in missing))


def _packed(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The files that the site generator wrote, the compressed site map as it is on any day."""
    return {**files, **({f"{SITEMAP}.gz": compressed(files[SITEMAP])} if SITEMAP in files else {})}
