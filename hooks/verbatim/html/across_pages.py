"""Pages across several events: one for each person who speaks in more than one, and one with the register entries of all by field.

They have no file in ``docs``; a site of one event has none of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..analysis.across_events import Appearance, by_field, recurring
from ..model import LANGS, Lang, Page, Person
from ..model.addresses import person_page
from ..model.locale import LOCALES, Locale
from .render import PageFragments, Renderer

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


@dataclass(frozen=True)
class AcrossPage:
    """One of these pages: what names it in each language, its template with its context, and its headings, id to title."""

    pages: Mapping[Lang, Page]
    template: str
    context: Mapping[str, Any]
    headings: Mapping[Lang, Mapping[str, str]]


def across_pages(renderer: Renderer) -> Mapping[str, AcrossPage]:
    """The pages by name."""
    corpus = renderer.corpus
    found = {person_page(name): _of_person(renderer, corpus.people[name], those) for name, those in recurring(corpus).items()}
    return {**found, FIELDS: _of_fields(renderer)} if by_field(corpus) else found


def fragments(renderer: Renderer, locale: Locale, name: str, page: AcrossPage) -> PageFragments:
    """A page as Markdown with a place for its HTML, as ``Renderer.page`` makes those of files."""
    found = PageFragments()
    found.add(f"# {page.pages[locale.lang].title} {{#page-title}}")
    found.insert(renderer.html(page.template, locale, renderer.urls.page(locale, name), **page.context))
    found.headings += page.headings[locale.lang].items()
    return found


def pages(renderer: Renderer) -> Mapping[str, str]:
    """File to the whole text of its template, for each locale."""
    found = across_pages(renderer)
    return {
        renderer.urls.file(here): renderer.html(page.template, locale, here, **page.context) + "\n"
        for locale in LOCALES.values()
        for name, page in found.items()
        for here in [renderer.urls.page(locale, name)]
    }


def _of_person(renderer: Renderer, person: Person, those: tuple[Appearance, ...]) -> AcrossPage:
    said = {lang: renderer.text(lang, "said_by", name=person.name[lang], count=len(those)) for lang in LANGS}
    pages = {lang: _page(person_page(person.id), lang, person.name[lang], said[lang]) for lang in LANGS}
    events = [one.transcript.event for one in those]
    headings = {lang: {event.id: event.title[lang] for event in events} for lang in LANGS}
    return AcrossPage(pages, "person-page.html", {"person": person, "appearances": those}, headings)


def _of_fields(renderer: Renderer) -> AcrossPage:
    fields, names = by_field(renderer.corpus), renderer.corpus.vocabulary.fields
    pages = {lang: _page(FIELDS, lang, renderer.text(lang, "fields_title"), renderer.text(lang, "fields_about")) for lang in LANGS}
    headings = {lang: {field: names[field][lang][:1].upper() + names[field][lang][1:] for field in fields} for lang in LANGS}
    return AcrossPage(pages, "fields-page.html", {"fields": fields, "titles": headings}, headings)


def _page(name: str, lang: Lang, title: str, description: str) -> Page:
    return Page("", lang, name, title, description, {})
