"""Pages across several events: one for each person who speaks in more than one, and one with the register entries of all by field.

A site of one event has none of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..analysis.across_events import by_field, recurring
from ..model.addresses import person_page
from ..model.locale import LOCALES
from .render import Renderer

SHEETS = ("site", "transcript", "turns")
"""The style sheets of these pages."""
FIELDS = "fields"
"""The page of all entries by field, below the folder of its language."""


def pages(renderer: Renderer, sheets: Sequence[str]) -> Mapping[str, str]:
    """File to HTML for each locale; ``sheets`` are the style sheets, from the site's root."""
    found, fields = {}, by_field(renderer.corpus)
    for locale in LOCALES.values():
        contents = {
            person_page(name): ("person-page.html", {"person": renderer.corpus.people[name], "appearances": those})
            for name, those in recurring(renderer.corpus).items()
        }
        if fields:
            contents[FIELDS] = ("fields-page.html", {"fields": fields})
        for name, (template, context) in contents.items():
            here = renderer.urls.page(locale, name)
            home = renderer.urls.between(here, renderer.urls.page(locale, "index"))
            html = renderer.html(template, locale, here, sheets=sheets, home=home, **context)
            found[renderer.urls.file(here)] = html + "\n"
    return found
