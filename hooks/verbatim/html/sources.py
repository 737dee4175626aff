"""The files that scripts and style sheets of the site are made of: the theme's and our own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..analysis.turns import needs_list
from ..model import Design, Lang
from ..read.corpus import Corpus
from ..read.files import read_text
from . import css_words, scripts, stylesheets
from .directives import DIRECTIVES
from .render import TEMPLATES

THEME_SHEETS = ("assets/stylesheets/main.*.css", "assets/stylesheets/palette.*.css")
"""The theme's own style sheets, in their order."""

THEME_TEMPLATES = (  # those of the theme's own that our pages are made of
    "base.html",
    *(f"partials/{name}.html" for name in ("content", "footer", "palette", "toc", "toc-item", "top")),
)

SHEETS: Mapping[str, tuple[str, ...]] = {
    "site": ("base", "page", "print"),
    **{name: (name,) for name in ("transcript", "turns", "register", "details", "glossary", "charts", "home", "brief")},
    **{name: (name,) for name in scripts.DRESSED},
}
"""The style sheets of the site and the files of ours that each is made of, in the order of the cascade."""

OWN_FILES = (
    *("main.html", "404.html", "sitemap.xml", "licenses.txt", "assets/mark.svg"),
    *(f"partials/{name}.html" for name in ("search", "header", "nav", "alternate", "logo", "copyright", "language")),
    *(f"partials/javascripts/{name}.html" for name in ("base", "content")),
    *(f"assets/stylesheets/{file}.css" for files in SHEETS.values() for file in files),
    *(f"assets/{part}.js" for part in sorted({part for parts in scripts.BUILT.values() for part in parts})),
)
"""The files of the project's own theme folder that pages are made of; without one of them the theme would give its own, or none."""


def components(own: Path) -> dict[str, str]:
    """The sources of our scripts by name; ``own`` is the project's folder of templates and assets."""
    folder = own / "assets"
    return {path.relative_to(folder).with_suffix("").as_posix(): read_text(path) for path in sorted(folder.rglob("*.js"))}


def site_stylesheets(
    design: Design, pages: Iterable[str], theme: Sequence[Path], components: Mapping[str, str], cache: Path
) -> Mapping[str, str]:
    """The style sheets of the site by name: the theme's rules that templates, scripts and pages can use, then our own.

    ``pages`` are the Markdown texts of the pages, ``theme`` the folders of templates and assets, the project's own first; ``cache`` is a
    folder that keeps the result.  Raises ``InvalidStyleSheet``.
    """
    ours = [read_text(path) for folder in (theme[0], TEMPLATES) for path in sorted(folder.rglob("*.html"))]
    users = [*theme_files(theme, THEME_TEMPLATES).values(), *ours, *components.values()]
    own = {name: _own_files(theme, tuple(f"assets/stylesheets/{file}.css" for file in files)) for name, files in SHEETS.items()}
    own["site"] = {"data/design.yml": stylesheets.tokens(design), **own["site"]}
    used = css_words.words(users) | css_words.made_of(pages)
    return stylesheets.stylesheets(theme_files(theme, THEME_SHEETS), own, used, cache)


def sheets_of(corpus: Corpus, name: str, lang: Lang = "zh") -> list[str]:
    """The names of the sheets that a page loads, in the order of the cascade."""
    directives = [directive for directive, _ in corpus.pages[lang, name].directives]
    required = {"site"}.union(*(DIRECTIVES[directive].sheets for directive in directives))
    event, _, page = name.partition("/")
    listed = "speech" in directives and needs_list(corpus, corpus.transcripts[event], page)
    return [sheet for sheet in SHEETS if sheet in required or (listed and sheet == "turns")]


def _own_files(theme: Sequence[Path], paths: Sequence[str]) -> dict[str, str]:
    """The texts of our files, by path from the project's root."""
    return {f"{theme[0].name}/{path}": text for path, text in theme_files(theme, paths).items()}


def theme_files(theme: Sequence[Path], patterns: Sequence[str]) -> dict[str, str]:
    """The texts of the theme's files, ours and its own, that the patterns name, by path, in the order of the patterns."""
    found = ((path, folder) for pattern in patterns for folder in theme for path in sorted(folder.glob(pattern)))
    return {path.relative_to(folder).as_posix(): read_text(path) for path, folder in found}
