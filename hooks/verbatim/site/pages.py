"""A site: a project with what its pages are rendered with, and what each page displays beside the words of its file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache, partial
from typing import Any

from markdown.extensions import Extension

from ..analysis.status import site_status, status
from ..cache.events import CachedEvents
from ..cache.pages import CachedPages, UnmadePage
from ..data.editions import PDF_FOLDER, is_brief, offered
from ..html import across_pages, scripts, sources, stylesheets
from ..html.across_pages import AcrossPage
from ..html.foreign_words import ForeignWords
from ..html.heading_links import HeadingLinks
from ..html.navigation import around, is_few
from ..html.page_head import page_head
from ..html.render import TITLE_ID, PageFragments, Renderer
from ..model import Lang, Page, event_of
from ..model.locale import LOCALES, Locale
from ..project import Project
from ..read.corpus import Corpus
from ..rules.work import of_event
from ..text.cache import within
from .event_scripts import EventScripts
from .options import Options


@dataclass(frozen=True)
class _Facts:
    """What decides, beside what ``CachedEvents`` knows, whether the kept pages of an event may be taken; all are values of JSON.

    ``around`` is what they display of the navigation (``html.navigation.around``); ``with_event`` the pages whose titles need that of the
    event; ``linked`` the pages that they link to, as far as there are such, each with the ids of its headings; ``report`` where they say
    that a mistake is reported; ``published`` by what addresses they are cited; ``time`` what is written into the books, whose sizes a brief
    states; ``sheets`` the files of the style sheets; ``scripts`` the folder of the scripts, and ``folder`` that of the event's data.
    """

    around: Sequence[Any]
    with_event: Sequence[str]
    linked: Sequence[tuple[str, Sequence[str]]]
    report: str | None
    published: Sequence[Any]
    time: str
    sheets: Mapping[str, str]
    scripts: str
    folder: str


@dataclass(frozen=True)
class Site:
    """One state of a project, read and checked.

    ``events`` is what is kept of its events, ``scripts`` those of each; ``fetched`` is what pages of all events fetch, path from the
    site's root to text; ``files`` is the folder of the scripts among it, from the site's root and with its last slash, ``folders`` of each
    event that of its data, below ``files/``: all are named by what is in them; ``stylesheets`` are name to text; ``share``: of what this
    build makes pages, where that is not the whole site.
    """

    project: Project
    options: Options
    renderer: Renderer
    events: CachedEvents
    scripts: EventScripts
    fetched: Mapping[str, str]
    files: str
    folders: Mapping[str, str]
    stylesheets: Mapping[str, str]
    share: frozenset[str] | None = None

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
        if across:
            return across_pages.fragments(self.renderer, locale, name, across, self._parts(locale.code))
        with within(event_of(name)):
            return self._renderer(name).page(locale, name, markdown)

    @cached_property
    def _parts(self) -> Callable[[str], Sequence[Mapping[str, str]]]:
        """The parts of the pages across events in a locale; those of one locale are held, since its pages come together."""
        return lru_cache(maxsize=1)(lambda code: across_pages.of_events(self.renderer, self.events, LOCALES[code]))

    @property
    def _addresses(self) -> list[str]:
        """The addresses of all pages in one locale, from the site's root."""
        first = next(iter(LOCALES.values()))
        names = {*self._across, *(name for lang, name in self.project.corpus.pages if lang == first.lang)}
        return [self.renderer.urls.page(first, name) for name in sorted(names)]

    @cached_property
    def cached_pages(self) -> CachedPages:
        """The finished pages of events, for the next build."""
        return CachedPages(
            self.events,
            lambda locale, event: self.page_key(LOCALES[locale], event),
            lambda locale, event: frozenset(self.project.corpus.page_names(event, LOCALES[locale].lang)),
        )

    def page_key(self, locale: Locale, event: str) -> str:
        """The checksum of all that the pages of an event are made of."""
        return self.events.key(locale.code, event, self.facts(locale, event))

    def unmade(self, lang: Lang, name: str) -> UnmadePage:
        """What a site generator needs of a page that it does not make."""
        ids = () if name in self._across else self.project.heading_ids(lang, name)
        return UnmadePage(self._page(lang, name).title, {TITLE_ID, *ids})

    def linked(self, lang: Lang, names: Iterable[str]) -> set[str]:
        """The pages that some pages link to, as far as there are such."""
        return {other for name in names for other in self.project.linked(lang, name) if (lang, other) in self.project.corpus.pages}

    def files_of_pages(self, locale: Locale, event: str) -> Mapping[str, str]:
        """Name to file (from the site's root) of the pages of an event (of none: those that all share) that have a file in ``docs``."""
        urls = self.renderer.urls
        return {name: urls.file(urls.page(locale, name)) for name in self.project.corpus.page_names(event, locale.lang)}

    def facts(self, locale: Locale, event: str) -> Any:
        """What the pages of an event display of the rest of the site, beside what ``CachedEvents`` knows, as values of JSON."""
        corpus, lang = self.project.corpus, locale.lang
        own = corpus.page_names(event, lang)
        found = _Facts(
            around=around(corpus, lang, event),
            with_event=[name for name in own if self._event_in_title(lang, name)],
            linked=[(other, self.project.heading_ids(lang, other)) for other in sorted(self.linked(lang, own))],
            report=self._report_page(locale),
            published=self.options.published.facts(),
            time=self.options.epoch if self.options.books else "",
            sheets=self.sheet_files,
            scripts=self.files,
            folder=self.folders[event],
        )
        return asdict(found)

    def _renderer(self, name: str) -> Renderer:
        """What renders a page: those of an event know nothing of other events."""
        event = event_of(name)
        if event not in self.project.corpus.transcripts:
            return self.renderer
        return self._renderers(event)

    @cached_property
    def _renderers(self) -> Callable[[str], Renderer]:
        """The renderer of an event; one is kept, since pages come event by event."""
        return lru_cache(maxsize=1)(lambda event: self.renderer.of_event(self.events.corpus(event)))

    def _page(self, lang: Lang, name: str) -> Page:
        return self._across[name].pages[lang] if name in self._across else self.project.corpus.pages[lang, name]

    def markdown_extensions(self, lang: Lang) -> tuple[Extension, ...]:
        """The extensions of Markdown for pages of a language."""
        return ForeignWords(lang), HeadingLinks()

    def theme_globals(self) -> dict[str, Any]:
        """What the theme's templates use on every page, and without a page."""
        return {
            "word": self.renderer.text,
            "stylesheets": self.sheet_files,
            "files": self.files,
            "dressed": scripts.DRESSED,
            "few_items": is_few(self.project.corpus),
            "lang_tags": {code: locale.tag for code, locale in LOCALES.items()},
            "addresses": self._addresses,
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
            "site_known": bool(published.site),
            "short": self._short(corpus, locale, name),
            "status": self._status(corpus, lang, name),
            "event_title": self._event_in_title(lang, name),
            "draft": self._draft(name),
            "faults": self._faults(name),
            "lang_code": lang,
            "sheet": across_pages.SHEET if name in self._across else sources.sheet_of(corpus, name, lang),
            "editions": editions,
            "sized": is_brief(name),
            "report_page": self._report_page(locale),
            "head": page_head(corpus, published, self._page(lang, name), dict(editions).get(lang)),
        }

    def _short(self, corpus: Corpus, locale: Locale, name: str) -> Mapping[str, str] | None:
        """The first sentence of a page, with its short address, for paper; None where a page has no sentence or the site no address."""
        event, _, own = name.partition("/")
        transcript, published = corpus.transcripts.get(event), self.options.published
        first = next((one.address for one in transcript.segments.values() if one.page == own), "") if transcript else ""
        return {"id": first, "url": published.site + published.urls.short(locale, first, event)} if first and published.site else None

    def _draft(self, name: str) -> str:
        """The string that says that a page is of a draft, or that it is of a site with drafts; empty where neither is so."""
        corpus = self.project.corpus
        event = event_of(name)
        if event in corpus.drafts or self._faults(name):
            return "draft"
        return "with_drafts" if corpus.drafts and event not in corpus.transcripts else ""

    def _faults(self, name: str) -> list[str]:
        """The faults of the draft that a page belongs to."""
        event = event_of(name)
        return [str(fault) for fault in of_event(self.project.faults, event)] if event in self.project.corpus.transcripts else []

    def _event_in_title(self, lang: Lang, name: str) -> str:
        """The short title of the event of a page whose own title another page has too; else nothing."""
        transcript = self.project.corpus.transcripts.get(event_of(name))
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

    def _report_page(self, locale: Locale) -> str | None:
        """Where a page says how to report a mistake, from the site's root; None where no page does."""
        name = self._publication_pages.get(locale.lang)
        return f"{self.renderer.urls.page(locale, name) or './'}#publication" if name else None  # a bare # is of the page itself

    @cached_property
    def _publication_pages(self) -> Mapping[Lang, str]:
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
        return [(which, f"{PDF_FOLDER}/{file}") for which, file in offered(chosen, page, lang)] if chosen and self.options.books else []
