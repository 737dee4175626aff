"""A page's sentences in the other language, as a script beside it that a view or a citation fetches."""

from __future__ import annotations

from collections.abc import Mapping

from ..analysis.speech import cells_without_links
from ..model import TWIN
from ..model.locale import LOCALES, locale_of
from ..text.data_scripts import data_scripts
from .render import Renderer


def twin_scripts(renderer: Renderer) -> Mapping[str, str]:
    """File (from the site's root) to script for each transcript page in both languages; the script holds HTML."""
    return data_scripts({path: html for transcript in renderer.corpus.transcripts for path, html in _of_event(renderer, transcript)})


def _of_event(renderer: Renderer, event: str) -> list[tuple[str, str]]:
    """Name of the script and HTML for each page of an event: the sentences in ``other`` for the page in ``lang``."""
    transcript = renderer.corpus.transcripts[event]
    found = []
    for page in transcript.event.pages:
        name, segments = f"{event}/{page}", [segment for segment in transcript.segments.values() if segment.page == page]
        for locale in LOCALES.values():
            other = TWIN[locale.lang]
            twins = {segment.address: cells_without_links(segment, other) for segment in segments}
            html = renderer.html("twins.html", locale, renderer.urls.page(locale, name), twins=twins, event=transcript.event)
            found.append((renderer.urls.lines(locale_of(other), name), html))
    return found
