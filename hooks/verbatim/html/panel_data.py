"""The markup of what pages fetch when it is wanted, as a script for each language: the search, what an entry opens in, a wrong fragment."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.locale import LOCALES
from ..text.data_scripts import data_scripts
from .render import Renderer

PANELS = {"search": "search-panel.html", "popover": "popover.html", "astray": "astray.html"}
"""Each panel and its template."""


def scripts(renderer: Renderer) -> Mapping[str, str]:
    """File (from the site's root) to script for each locale: the HTML of each panel by its name."""
    return data_scripts(
        {
            f"assets/data/panels-{locale.code}": {name: renderer.html(template, locale, "") for name, template in PANELS.items()}
            for locale in LOCALES.values()
        }
    )
