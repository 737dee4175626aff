"""What a citation needs, as scripts that pages fetch when a reader cites.

A citation is made of these facts and never of the text of a page, which may display another reading or a translation by the browser.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model import LANGS
from ..model.addresses import Published
from ..model.locale import LOCALES, locale_of
from ..read.corpus import Transcript
from ..text.data_scripts import data_scripts
from ..text.typography import to_full_width
from .page_head import cited
from .render import Renderer


def scripts(renderer: Renderer, published: Published) -> Mapping[str, str]:
    """For each event two scripts by path: its facts with the panel in both languages, and the entries of its register.

    The facts hold ``root``, the site's address or empty, and the short address of a sentence (``{}``) below it in each language.
    """
    values: dict[str, Any] = {}
    for name, transcript in renderer.corpus.transcripts.items():
        panels = {lang: renderer.html("cite.html", locale, "") for lang, locale in LOCALES.items()}
        short = {lang: published.urls.short(locale_of(lang), "{}", name) for lang in LANGS}
        facts = {**cited(renderer.corpus, transcript), "root": published.site, "short": short, "panels": panels}
        values[f"assets/data/cite-{name}"] = facts
        values[f"assets/data/entries-{name}"] = _entries(transcript)
    return data_scripts(values)


def _entries(transcript: Transcript) -> Mapping[str, Any]:
    """For each register entry the address of its sentence and its quotations as they are displayed."""
    return {
        entry.id: {
            "at": entry.at,
            "quote": {"zh": to_full_width(entry.quote.zh), "en": entry.quote.en},
        }
        for entry in transcript.targets
    }
