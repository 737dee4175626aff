"""Pages across several events: one for each person who speaks in more than one, and one with the register entries of all by field.

They have no file in ``docs``; a site of one event has none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from ..analysis.across_events import appearances, by_field, fields, fields_of, recurring, speakers
from ..model import LANGS, Lang, Page, Person
from ..model.addresses import person_page
from ..model.locale import LOCALES, Locale
from ..read.summaries import Summaries, Summary
from .render import TITLE_ID, PageFragments, Renderer

SHEET = "transcript-turns"
"""The style sheet of these pages."""
FIELDS = "fields"
"""The page of all entries by field, below the folder of its language."""
STRINGS: Mapping[str, frozenset[str]] = {
    "fields_title": frozenset(),
    "fields_about": frozenset(),
    "said_by": frozenset({"name", "count"}),
}
"""The strings that name these pages, each with the ``{names}`` that are filled in."""


Parts = Mapping[str, str]
"""What these pages hold of an event: HTML by the name of the page, of the page of all fields by field."""


@dataclass(frozen=True)
class AcrossPage:
    """One of these pages: what names it in each language, its template with its context, and its headings, id to title.

    ``joined`` gives of the ``parts`` of all events those that it holds, as its template takes them.
    """

    pages: Mapping[Lang, Page]
    template: str
    context: Mapping[str, Any]
    headings: Mapping[Lang, Mapping[str, str]]
    joined: Callable[[Sequence[Parts]], Any]


def across_pages(renderer: Renderer) -> Mapping[str, AcrossPage]:
    """The pages by name."""
    people = renderer.corpus.people
    found = {person_page(name): _of_person(renderer, people[name], those) for name, those in recurring(renderer.events).items()}
    return {**found, FIELDS: _of_fields(renderer)} if fields(renderer.events) else found


def fragments(renderer: Renderer, locale: Locale, name: str, page: AcrossPage, of_events: Sequence[Parts]) -> PageFragments:
    """A page as Markdown with a place for its HTML, as ``Renderer.page`` makes those of files, of the parts of each event."""
    found = PageFragments()
    found.add(f"# {page.pages[locale.lang].title} {{#{TITLE_ID}}}")
    context = {**page.context, "parts": page.joined(of_events)}
    found.insert(renderer.html(page.template, locale, renderer.urls.page(locale, name), **context))
    found.headings += page.headings[locale.lang].items()
    return found


def of_events(renderer: Renderer, events: Summaries, locale: Locale) -> Sequence[Parts]:
    """What these pages hold of each event, the newest first."""
    found = (events.made(parts(renderer, locale), transcript.event.id) for transcript in renderer.corpus.newest_first)
    return [{name: Markup(html) for name, html in one.items()} for one in found]


def parts(renderer: Renderer, locale: Locale) -> Summary[Parts]:
    """What these pages hold of each event."""
    names = recurring(renderer.events).keys()
    return Summary(f"across-{locale.code}", lambda own: _parts(renderer.of_event(own), locale, names))


def _parts(renderer: Renderer, locale: Locale, names: Collection[str]) -> Parts:
    """The parts of the only event of a renderer; ``names`` are the people who speak in several."""
    [transcript] = renderer.corpus.transcripts.values()
    said, entries = speakers(renderer.corpus, transcript), fields_of(renderer.corpus, transcript)
    pages = {name: renderer.urls.page(locale, person_page(name)) for name in said if name in names}
    of_all = renderer.urls.page(locale, FIELDS)
    return {
        **{person_page(name): renderer.html("person-in-event.html", locale, here, appearance=said[name]) for name, here in pages.items()},
        **{
            f"{FIELDS}#{field}": renderer.html("field-in-event.html", locale, of_all, transcript=transcript, field=field, rows=rows)
            for field, rows in entries.items()
        },
    }


def pages(renderer: Renderer) -> Mapping[str, str]:
    """File to the whole text of its template, for each locale."""
    found = across_pages(renderer)
    return {
        renderer.urls.file(here): renderer.html(page.template, locale, here, **page.context) + "\n"
        for locale in LOCALES.values()
        for name, page in found.items()
        for here in [renderer.urls.page(locale, name)]
    }


def _of_person(renderer: Renderer, person: Person, those: Sequence[str]) -> AcrossPage:
    said = {lang: renderer.text(lang, "said_by", name=person.name[lang], count=len(those)) for lang in LANGS}
    pages = {lang: _page(person_page(person.id), lang, person.name[lang], said[lang]) for lang in LANGS}
    events = [renderer.corpus.transcripts[one].event for one in those]
    headings = {lang: {event.id: event.title[lang] for event in events} for lang in LANGS}
    name = person_page(person.id)

    def joined(parts: Sequence[Parts]) -> Sequence[str]:
        return [one[name] for one in parts if name in one]

    context = {"person": person, "appearances": partial(appearances, renderer.corpus, person.id)}
    return AcrossPage(pages, "person-page.html", context, headings, joined)


def _of_fields(renderer: Renderer) -> AcrossPage:
    found, names = fields(renderer.events), renderer.corpus.vocabulary.fields
    pages = {lang: _page(FIELDS, lang, renderer.text(lang, "fields_title"), renderer.text(lang, "fields_about")) for lang in LANGS}
    headings = {lang: {field: names[field][lang][:1].upper() + names[field][lang][1:] for field in found} for lang in LANGS}

    def joined(parts: Sequence[Parts]) -> Mapping[str, Sequence[str]]:
        names = {field: f"{FIELDS}#{field}" for field in found}
        return {field: [one[name] for one in parts if name in one] for field, name in names.items()}

    return AcrossPage(pages, "fields-page.html", {"fields": partial(by_field, renderer.corpus), "titles": headings}, headings, joined)


def _page(name: str, lang: Lang, title: str, description: str) -> Page:
    return Page("", lang, name, title, description, {})
