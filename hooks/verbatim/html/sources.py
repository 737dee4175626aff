"""The files that scripts and style sheets of the site are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from ..analysis.turns import needs_list
from ..model import Design, Lang
from ..read.corpus import Corpus
from ..read.files import read_text
from . import scripts, stylesheets
from .directives import DIRECTIVES

SHEETS: Mapping[str, tuple[str, ...]] = {
    "site": ("base", "page", "print"),
    "transcript": ("signs", "transcript", "cite-open"),
    "turns": ("turns",),
    "tables": ("tables",),
    "register": ("signs", "tables", "finder", "cite-open"),
    "glossary": ("finder", "glossary"),
    "charts": ("charts",),
    "home": ("signs", "turns", "home"),
    "brief": ("signs", "brief"),
    **{name: (name,) for name in scripts.DRESSED},
}
"""The style sheets of the site and the files of ours that each is made of, in the order of the cascade.

Most pages have two, the second with all that this kind of page displays; a file may be in several.
"""

OWN_FILES = (
    *("main.html", "404.html", "sitemap.xml", "licenses.txt", "assets/mark.svg"),
    *(f"partials/{name}.html" for name in ("search", "header", "nav", "alternate", "logo", "footer")),
    *(f"assets/stylesheets/{file}.css" for files in SHEETS.values() for file in files),
    *(f"assets/{part}.js" for part in sorted({part for parts in scripts.BUILT.values() for part in parts})),
)
"""The files of the project's own theme folder that pages are made of; without one of them the theme would give its own, or none."""


def components(own: Path) -> dict[str, str]:
    """The sources of our scripts by name; ``own`` is the project's folder of templates and assets."""
    folder = own / "assets"
    return {path.relative_to(folder).with_suffix("").as_posix(): read_text(path) for path in sorted(folder.rglob("*.js"))}


def site_stylesheets(design: Design, folder: Path) -> Mapping[str, str]:
    """The style sheets of the site by name, minified; ``folder`` is the project's own of templates and assets.

    Raises ``InvalidStyleSheet``.
    """
    own = {name: {f"{folder.name}/{path}": read_text(folder / path) for path in _paths(files)} for name, files in SHEETS.items()}
    return stylesheets.stylesheets(own | {"site": {"data/design.yml": stylesheets.tokens(design), **own["site"]}})


def _paths(files: Iterable[str]) -> list[str]:
    return [f"assets/stylesheets/{file}.css" for file in files]


def sheets_of(corpus: Corpus, name: str, lang: Lang = "zh") -> list[str]:
    """The names of the sheets that a page loads, in the order of the cascade."""
    directives = [directive for directive, _ in corpus.pages[lang, name].directives]
    required = {"site"}.union(*(DIRECTIVES[directive].sheets for directive in directives))
    event, _, page = name.partition("/")
    listed = "speech" in directives and needs_list(corpus, corpus.transcripts[event], page)
    return [sheet for sheet in SHEETS if sheet in required or (listed and sheet == "turns")]
