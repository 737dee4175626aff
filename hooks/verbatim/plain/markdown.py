"""Renders pages as plain Markdown: what ``html`` writes as HTML in places of a page is written as Markdown there.

What is written by Python-Markdown's own extensions alone: ids behind headings (``attr_list``), tables, and a language around
Markdown (``md_in_html``); an anchor within a line is an ``<a id>``, which every Markdown knows.
"""

from __future__ import annotations

import re
from pathlib import Path

import jinja2
from markupsafe import Markup

from ..analysis.marks import letters
from ..html.render import Renderer
from ..model.addresses import Urls
from ..model.locale import Locale
from ..read.corpus import Corpus

TEMPLATES = Path(__file__).parent / "templates"
_SPECIAL = re.compile(r"[\\`*_{}\[\]|]")
_EMPTY = re.compile(r"\n{3,}")


class MarkdownUrls(Urls):
    """Addresses as the files of pages, ``en/event/page.md``, which generators turn into those of the site."""

    def __init__(self) -> None:
        super().__init__(directory=False)

    def page(self, locale: Locale, name: str) -> str:
        """The file of a page, from the folder of all pages."""
        return f"{locale.prefix}{name}.md"


class MarkdownRenderer(Renderer):
    """Renders pages as ``Renderer`` does, from the Markdown templates of the same names."""

    def __init__(self, corpus: Corpus) -> None:
        super().__init__(corpus, MarkdownUrls())
        self._env = self._env.overlay(
            loader=jinja2.FileSystemLoader(TEMPLATES),
            finalize=escaped,
            comment_start_string="{##",  # {# begins an id in Markdown
            comment_end_string="##}",
        )
        self._env.globals["note_letter"] = letters

    def without_events(self) -> MarkdownRenderer:
        """As of ``Renderer``."""
        return MarkdownRenderer(self.corpus.without_events())

    def html(self, template: str, locale: Locale, here: str, **context: object) -> str:
        """The Markdown of a template, ``rows.md`` for ``rows.html``, in a page at ``here`` (a file, from the folder of all pages)."""
        name = template.removesuffix(".html")
        twins = {other: self.urls.between(here, file) for other, file in self.urls.in_all(here).items() if other != locale.code}
        filled = self.filled(f"{name}.md", locale, here, twin_page=next(iter(twins.values())), **context)
        return _EMPTY.sub("\n\n", filled).strip()


def escaped(value: object) -> Markup:
    """A value as Markdown that displays it as it is; what a template has made of it already stays."""
    if isinstance(value, Markup):
        return value
    text = str(value).replace("&", "&amp;").replace("<", "&lt;")
    return Markup(_SPECIAL.sub(r"\\\g<0>", text))
