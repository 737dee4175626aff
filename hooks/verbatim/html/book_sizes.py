"""How many pages and bytes a print edition has, said at its link: known when the books are set, which is after the pages are made."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..model.locale import Locale
from .render import Renderer

_PLACE = re.compile(r'<data value="?([^">]+)"?></data>')


def with_sizes(renderer: Renderer, locale: Locale, html: str, size_of: Callable[[str], tuple[int, int]]) -> str:
    """A page with pages and thousands of bytes in each empty ``<data>`` that names the file of a print edition, from the site's root.

    ``size_of`` gives the pages and the bytes of such a file.
    """

    def said(place: re.Match[str]) -> str:
        pages, size = size_of(place[1])
        return renderer.html("edition-size.html", locale, "", file=place[1], pages=pages, size=round(size / 1000))

    return _PLACE.sub(said, html)
