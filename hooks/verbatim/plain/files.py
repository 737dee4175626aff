"""Every file of the site as plain Markdown, path to content: pages, open data, short addresses, and the configuration of a generator."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from ..data import chart_data, tables
from ..html import across_pages, redirects, short_addresses, term_data
from ..html.navigation import nav
from ..html.render import Renderer
from ..model import Lang
from ..model.addresses import Published, Urls
from ..model.faults import BuildError
from ..model.locale import LOCALES, Locale
from ..project import Project
from ..read.files import THEME, write_tree
from ..read.markdown_page import body_of
from ..read.summaries import Summaries
from .markdown import MarkdownRenderer

PAGES = "docs"
"""The folder of all pages and of the files beside them."""
SHARED = ("assets/mark.svg", "licenses.txt")
"""Files of the theme folder that pages lead to or a generator may use."""
EXTENSIONS = ("attr_list", "md_in_html", "tables")
"""The extensions of Python-Markdown that the pages require."""

_LINK = re.compile(r"\]\(((?:\.\./)+[^)\s]*)\)")


class Occupied(BuildError):
    """The folder to write into holds something already."""

    subject = "the folder of plain pages"


def materialise(project: Project, folder: Path, site: str = "") -> None:
    """Write every file into a new or empty folder; ``site`` as of ``files``.  Raises ``Occupied`` and ``OSError``."""
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise Occupied(f"{folder} is there already, and would hold a mix of old and new pages\n    fix: name a new folder, or empty it")
    write_tree(folder, files(project, site))


def files(project: Project, site: str = "") -> Mapping[str, bytes]:
    """Path to content of every file; ``site`` is the address that the site will be found at, or empty.

    The addresses of pages, sentences, entries and terms are those of the site, with any generator that makes a folder of a page.
    Raises ``OSError``.
    """
    corpus, published = project.corpus, Published(site)
    renderer, plain = MarkdownRenderer(corpus), Renderer(corpus, Urls())
    data = {**tables.exports(corpus, published), **chart_data.files(corpus, published)}
    texts = {
        **dict(_pages(project, renderer)),
        **across_pages.pages(renderer),
        **term_data.pages(renderer, Summaries(corpus)),
        **{f"data/{name}": text for name, text in data.items()},
        **short_addresses.pages(plain, published),
        **redirects.pages(plain),
    }
    written = {f"{PAGES}/{name}": text.encode("utf-8") for name, text in texts.items()}
    shared = {f"{PAGES}/{name}": (project.root / THEME / name).read_bytes() for name in SHARED}
    return {**written, **shared, "mkdocs.yml": _configuration(renderer, site).encode("utf-8")}


def _pages(project: Project, renderer: MarkdownRenderer) -> Iterator[tuple[str, str]]:
    """The file and the text of each page of the project."""
    for lang, name in project.corpus.pages:
        for locale in (locale for locale in LOCALES.values() if locale.lang == lang):
            page, here = project.corpus.pages[lang, name], renderer.urls.page(locale, name)
            fragments = renderer.page(locale, name, _led(body_of(project.files[page.path].decode("utf-8"))[0], page.path, here))
            text = fragments.fill(fragments.markdown)
            yield here, renderer.html("page.html", locale, here, title=page.title, description=page.description, text=text) + "\n"


def _led(markdown: str, path: str, here: str) -> str:
    """The Markdown of a page with its links out of the folder of its language as they are in the file ``here``."""

    def link(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), found[1]))
        folder = "/".join(path.split("/")[:2])
        if target.startswith(f"{folder}/"):
            return found[0]
        return f"]({posixpath.relpath(target.removeprefix(f'{PAGES}/'), posixpath.dirname(here) or '.')})"

    return _LINK.sub(link, markdown)


def _configuration(renderer: MarkdownRenderer, site: str) -> str:
    """The configuration of MkDocs, which Zensical reads too."""
    names: dict[Lang, str] = {locale.lang: renderer.text(locale.lang, "site_name") for locale in LOCALES.values()}
    found: dict[str, Any] = {
        "site_name": " ".join(names.values()),
        **({"site_url": site} if site else {}),
        "markdown_extensions": [*EXTENSIONS],
        "validation": {"links": dict.fromkeys(("not_found", "anchors", "absolute_links", "unrecognized_links"), "warn")},
        "nav": [{renderer.text(one.lang, "this_language"): _placed(nav(renderer.corpus, one.lang), one)} for one in LOCALES.values()],
    }
    return yaml.safe_dump(found, allow_unicode=True, sort_keys=False)


def _placed(entries: list[Any], locale: Locale) -> list[Any]:
    """A navigation with its files as they are named from the folder of all pages."""
    return [
        {title: _placed(inner, locale) if isinstance(inner, list) else f"{locale.prefix}{inner}" for title, inner in entry.items()}
        if isinstance(entry, dict)
        else f"{locale.prefix}{entry}"
        for entry in entries
    ]
