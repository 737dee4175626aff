"""The files that scripts and style sheets of the site are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from ..analysis.turns import needs_list
from ..model import Design, Lang, event_of
from ..read.corpus import EVENTS, Corpus
from ..read.files import read_text
from ..text.cache import Listed, cached
from . import across_pages, scripts, stylesheets
from .directives import DIRECTIVES

FRAME = ("base", "page", "print")
"""The files of ours that are in the style sheet of every page, each a layer of its own."""

SHEETS: Mapping[str, tuple[str, ...]] = {
    "transcript": ("remarks", "signs", "cite-open", "transcript"),
    "turns": ("turns",),
    "tables": ("tables",),
    "register": ("remarks", "tables", "finder", "cite-open"),
    "glossary": ("finder", "glossary"),
    "charts": ("charts",),
    "home": ("remarks", "signs", "turns", "home"),
    "brief": ("remarks", "signs", "brief"),
}
"""What a page may display beside the frame, and the files of ours for each, in the order of the cascade; a file may be in several.

A page has one style sheet, of the frame and all that this page displays.
"""

OWN_FILES = (
    *("main.html", "404.html", "sitemap.xml", "licenses.txt", "assets/mark.svg"),
    *(f"partials/{name}.html" for name in ("search", "header", "nav", "own_title", "alternate", "logo", "footer")),
    *(f"assets/stylesheets/{file}.css" for files in (FRAME, *SHEETS.values(), scripts.DRESSED) for file in files),
    *(f"assets/{part}.js" for part in sorted({part for parts in scripts.BUILT.values() for part in parts})),
)
"""The files of the project's own theme folder that pages are made of; without one of them the theme would give its own, or none."""


def components(own: Path) -> dict[str, str]:
    """The sources of our scripts by name; ``own`` is the project's folder of templates and assets."""
    folder = own / "assets"
    return {path.relative_to(folder).with_suffix("").as_posix(): read_text(path) for path in sorted(folder.rglob("*.js"))}


def site_stylesheets(design: Design, folder: Path, names: Iterable[str]) -> Mapping[str, str]:
    """The style sheets of pages by name (``sheet_of``) and those that scripts bring along, minified.

    ``folder`` is the project's own of templates and assets.  Raises ``InvalidStyleSheet``.
    """
    tokens = {"data/design.yml": stylesheets.tokens(design)}
    pages = {name: tokens | _texts(folder, _files(name)) for name in names}
    return stylesheets.stylesheets(pages | {name: _texts(folder, (name,)) for name in scripts.DRESSED})


def _files(sheet: str) -> Iterable[str]:
    """The files of a page's sheet, each once."""
    return dict.fromkeys((*FRAME, *(file for name in sheet.split("-") for file in SHEETS.get(name, ()))))


def _texts(folder: Path, files: Iterable[str]) -> dict[str, str]:
    paths = (f"assets/stylesheets/{file}.css" for file in files)
    return {f"{folder.name}/{path}": read_text(folder / path) for path in paths}


def sheet_of(corpus: Corpus, name: str, lang: Lang = "zh") -> str:
    """The name of the sheet that a page loads: of what it displays, joined by hyphens, or ``site`` for the frame alone."""
    directives = [directive for directive, _ in corpus.pages[lang, name].directives]
    required = set().union(*(DIRECTIVES[directive].sheets for directive in directives))
    event, _, page = name.partition("/")
    listed = "speech" in directives and needs_list(corpus, corpus.transcripts[event], page)
    return "-".join(sheet for sheet in SHEETS if sheet in required or (listed and sheet == "turns")) or "site"


def sheet_names(corpus: Corpus, events: Iterable[Listed[Corpus]]) -> Iterable[str]:
    """The names of the sheets of all pages, with that of a wrong address and those across events.

    ``events`` are as of ``own_corpora``, but for those of which something is left out; their pages are looked at.
    """
    known = {event: sheets_of(own) for own in events for event in own.value.transcripts}
    others = (sheet_of(corpus, name, lang) for lang, name in corpus.pages if event_of(name) not in known)
    return sorted({"site", "home", across_pages.SHEET}.union(others, *known.values()))


@cached(EVENTS)
def sheets_of(own: Listed[Corpus]) -> frozenset[str]:
    """The names of the sheets of an event's pages."""
    return frozenset(sheet_of(own.value, name, lang) for lang, name in own.value.pages)
