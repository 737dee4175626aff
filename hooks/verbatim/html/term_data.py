"""What the glossary says of a term beside its definition: a script that the page fetches when a reader opens an entry, and a page.

Both hold the same HTML: the script for the page of the glossary, the page for readers without scripts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..analysis.glossary import ShownTerm, by_letter
from ..model.locale import LOCALES, Locale
from ..text.data_scripts import data_scripts
from .concordance import IN_FULL
from .render import Renderer

PAGE = "glossary/all"
"""The page with everything, below the folder of its language."""


def scripts(renderer: Renderer) -> Mapping[str, str]:
    """File (from the site's root) to script for each locale: the HTML of each term by its id."""
    return data_scripts({f"assets/data/terms-{locale.code}": _facts(renderer, locale) for locale in LOCALES.values()})


def pages(renderer: Renderer, sheet: str = "") -> Mapping[str, str]:
    """File to HTML for each locale; ``sheet`` is the style sheet, from the site's root, or empty."""
    found = {}
    for locale in LOCALES.values():
        here = renderer.urls.page(locale, PAGE)
        home = renderer.urls.between(here, renderer.urls.page(locale, "glossary"))
        context = {"terms": _terms(renderer, locale), "home": home, "sheet": sheet, "in_full": IN_FULL}
        html = renderer.html("terms.html", locale, here, **context)
        found[renderer.urls.file(here)] = html + "\n"
    return found


def _facts(renderer: Renderer, locale: Locale) -> Mapping[str, str]:
    here = renderer.urls.page(locale, "glossary")
    return {
        shown.term.id: renderer.html("term-facts.html", locale, here, shown=shown, home="", in_full=IN_FULL)
        for shown in _terms(renderer, locale)
    }


def _terms(renderer: Renderer, locale: Locale) -> Sequence[ShownTerm]:
    """The terms in the order of the glossary."""
    return [shown for terms in by_letter(renderer.corpus, locale.lang).values() for shown in terms]
