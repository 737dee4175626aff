"""Pages left behind for renamed ones, so that a published link keeps working."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.locale import LOCALES
from .render import Renderer


def pages(renderer: Renderer) -> Mapping[str, str]:
    """File (from the site's root) to HTML: a page that leads on, for each former page, in every locale."""
    found: dict[str, str] = {}
    for transcript in renderer.corpus.transcripts.values():
        event = transcript.event.id
        moved: dict[str, dict[str, str]] = {}
        for alias in transcript.aliases:
            page, _, anchor = alias.old.partition("#")
            if ("zh", f"{event}/{page}") not in renderer.corpus.pages:
                moved.setdefault(page, {})[anchor] = alias.new
        for page, places in moved.items():
            for locale in LOCALES.values():
                here = renderer.urls.page(locale, f"{event}/{page}")
                leads = {
                    old: _link(renderer, here, renderer.urls.page(locale, f"{event}/{new.partition('#')[0]}"), new)
                    for old, new in places.items()
                }
                start = leads.pop("", next(iter(leads.values())).partition("#")[0])
                found[renderer.urls.file(here)] = renderer.html("moved.html", locale, here, start=start, places=leads) + "\n"
    return found


def _link(renderer: Renderer, here: str, page: str, new: str) -> str:
    """The relative link to a new place."""
    anchor = new.partition("#")[2]
    return renderer.urls.between(here, page + (f"#{anchor}" if anchor else ""))
