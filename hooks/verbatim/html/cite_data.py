"""What a citation needs, as scripts that pages fetch when a reader cites: facts, so that nothing is read from a page that displays
another reading of them, or a translation by the browser.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model import LANGS
from ..model.locale import LOCALES, locale_of
from ..read.corpus import Transcript
from ..text.data_scripts import data_scripts
from ..text.typography import to_full_width
from .page_head import cited
from .render import Renderer


def scripts(renderer: Renderer) -> Mapping[str, str]:
    """For each event two scripts by path: its facts with the panel in both languages, and the entries of its register."""
    values: dict[str, Any] = {}
    for name, transcript in renderer.corpus.transcripts.items():
        panels = {lang: renderer.html("cite.html", locale, "") for lang, locale in LOCALES.items()}
        values[f"assets/data/cite-{name}"] = {**cited(renderer.corpus, transcript), "panels": panels}
        values[f"assets/data/entries-{name}"] = _entries(renderer, transcript)
    return data_scripts(values)


def _entries(renderer: Renderer, transcript: Transcript) -> Mapping[str, Any]:
    """For each register entry the address of its sentence, its quotations as they are displayed, and the links to that sentence."""
    return {
        row.id: {
            "at": row.at,
            "quote": {"zh": to_full_width(row.quote.zh), "en": row.quote.en},
            "url": {lang: renderer.urls.sentence(locale_of(lang), transcript.segments[row.at]) for lang in LANGS},
        }
        for row in transcript.targets
    }
