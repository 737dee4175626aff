"""The social cards: one image a language, typeset from the home page's texts in the fonts of the print edition."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import typst

from ..model import LANGS, Lang
from ..read.corpus import Corpus
from .print_data import TEMPLATES


def cards(corpus: Corpus, fonts: Path) -> Mapping[str, bytes]:
    """File name to PNG (1200 by 630 pixels) for each language; ``fonts`` is the folder of our fonts."""
    known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    compiler = typst.Compiler(TEMPLATES / "card.typ", root=TEMPLATES, font_paths=known, ignore_system_fonts=True)
    drawn = {lang: compiler.compile(format="png", ppi=72, sys_inputs={"card": _words(corpus, lang)}) for lang in LANGS}
    return {f"card-{lang}.png": picture for lang, picture in drawn.items() if isinstance(picture, bytes)}  # one page each


def _words(corpus: Corpus, lang: Lang) -> str:
    """The input of ``card.typ`` as JSON: site name, title of the home page, and the title of the only event or the page's description."""
    home, site, events = corpus.pages[lang, "index"], corpus.strings["site_name"][lang], list(corpus.transcripts.values())
    line = events[0].event.title[lang] if len(events) == 1 else home.description
    return json.dumps(
        {
            "lang": lang,
            "site": site,
            "title": home.title.removeprefix(site).lstrip("：: "),
            "line": line,
            "colours": dict(corpus.design.on_paper),
        }
    )
