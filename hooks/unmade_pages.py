"""Pages that this build does not make, and of which it only needs to know.

Such a page goes through the events of MkDocs with no text and with a template that writes nothing.
MkDocs compares links with the ids of pages in the end: it is told the ids, and needs no links, since a page is only kept while those that
it links to have the same ids.  So a page of which MkDocs reported something must not be kept, as it would not be reported again.
"""

from __future__ import annotations

import logging
from typing import Any

import jinja2
from mkdocs.structure.pages import Page

from reports import Reports

NOTHING = jinja2.Template("")
"""A template for what is not written."""
_UNTOLD = ("Page skipped", "Building documentation to directory")
"""How MkDocs begins to say what is no news: of pages that it shall not write, and where it writes before the site is put together."""


def _is_news(record: logging.LogRecord) -> bool:
    return not record.getMessage().startswith(_UNTOLD)


class UnmadePages:
    """The pages of one build: ``assembly`` says which are not made."""

    def __init__(self, assembly: Any) -> None:
        self._assembly = assembly
        self._unmade: dict[str, Any] = {}
        self._reports = Reports()
        logging.getLogger("mkdocs").addHandler(self._reports)
        logging.getLogger("mkdocs.commands.build").addFilter(_is_news)

    def take(self, page: Page, locale: Any, name: str) -> bool:
        """Whether a page is not made; then what is known of it is noted."""
        found = self._assembly.unmade(locale, name)
        if found:
            self._unmade[page.file.src_uri] = found
        return found is not None

    def is_unmade(self, page: Page) -> bool:
        """Whether a page is not made."""
        return page.file.src_uri in self._unmade

    def name(self, page: Page) -> None:
        """Give a page that is not made the title that others display, and a template that writes nothing."""
        page.meta = {"title": self._unmade[page.file.src_uri].title, "template": NOTHING}

    def link(self, page: Page) -> None:
        """Give a page that is not made the ids that MkDocs compares."""
        page.present_anchor_ids = {*self._unmade[page.file.src_uri].ids}
        page.links_to_anchors = {}

    def close(self) -> None:
        """Listen to MkDocs no more: where the next build starts, whether this one ended or stopped."""
        logging.getLogger("mkdocs").removeHandler(self._reports)

    @property
    def is_sound(self) -> bool:
        """Whether MkDocs reported nothing and would have: verbose it compares no links, quiet it reports none; else no page is kept."""
        return not self._reports.texts and logging.DEBUG < logging.getLogger("mkdocs").getEffectiveLevel() <= logging.WARNING
