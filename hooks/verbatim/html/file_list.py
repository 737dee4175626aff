"""A page that lists what pages fetch when they need it, so that a program that follows links copies the site whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model.locale import LOCALES
from .render import Renderer

PAGE = "data/files"
"""The page, below the folder of its language."""


def pages(renderer: Renderer, files: Iterable[str], sheet: str = "") -> Mapping[str, str]:
    """File to HTML for each locale; ``files`` and ``sheet``, which may be empty, are from the site's root."""
    listed = sorted(files)
    found = {}
    for locale in LOCALES.values():
        here = renderer.urls.page(locale, PAGE)
        home = renderer.urls.between(here, renderer.urls.page(locale, "index"))
        found[renderer.urls.file(here)] = renderer.html("files.html", locale, here, files=listed, home=home, sheet=sheet) + "\n"
    return found
