"""What the glossary says of a term beside its definition: a script that the page fetches when a reader opens an entry, and a page.

Both hold the same HTML: the script for the page of the glossary, the page for readers without scripts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from ..analysis.glossary import Occurring, ShownTerm, occurring
from ..model.locale import LOCALES, Locale
from ..read.summaries import Summaries
from ..text.data_scripts import data_scripts
from .concordance import IN_FULL
from .render import Renderer

PAGE = "glossary/all"
"""The page with everything, below the folder of its language."""


def scripts(renderer: Renderer, events: Summaries) -> Mapping[str, str]:
    """File (from the site's root) to script for each locale: the HTML of each term by its id."""
    found = occurring(renderer.corpus, events)
    made: dict[str, str] = {}
    for locale in LOCALES.values():
        name = f"assets/data/terms-{locale.code}"
        made |= events.made_of(name, found.facts, partial(_script, name, renderer.without_events(), locale, found))
    return made


def pages(renderer: Renderer, events: Summaries, sheet: str = "") -> Mapping[str, str]:
    """File to HTML for each locale; ``sheet`` is the style sheet, from the site's root, or empty."""
    found = occurring(renderer.corpus, events)
    made: dict[str, str] = {}
    for locale in LOCALES.values():
        make = partial(_page, renderer.without_events(), locale, found, sheet)
        made |= events.made_of(f"{PAGE}-{locale.code}", [found.facts, sheet], make)
    return made


def _script(name: str, renderer: Renderer, locale: Locale, found: Occurring) -> Mapping[str, str]:
    here = renderer.urls.page(locale, "glossary")
    facts = {
        shown.term.id: renderer.html("term-facts.html", locale, here, shown=shown, home="", in_full=IN_FULL, titles=found.titles)
        for shown in _terms(renderer, locale, found)
    }
    return data_scripts({name: facts})


def _page(renderer: Renderer, locale: Locale, found: Occurring, sheet: str) -> Mapping[str, str]:
    here = renderer.urls.page(locale, PAGE)
    home = renderer.urls.between(here, renderer.urls.page(locale, "glossary"))
    context = {"terms": _terms(renderer, locale, found), "home": home, "sheet": sheet, "in_full": IN_FULL, "titles": found.titles}
    return {renderer.urls.file(here): renderer.html("terms.html", locale, here, **context) + "\n"}


def _terms(renderer: Renderer, locale: Locale, found: Occurring) -> Sequence[ShownTerm]:
    """The terms in the order of the glossary."""
    return [shown for terms in found.terms(renderer.corpus, locale.lang).values() for shown in terms]
