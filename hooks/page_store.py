"""Pages of events that were kept, in the place of what MkDocs would make of their files.

Such a page goes through the events of MkDocs with no text and with a template that writes nothing, and gets at the last one what was kept.
What MkDocs compares in the end, ids and links, is set as it was when the page was made; so a page of which MkDocs reported something
must not be kept, as it would not be reported again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import jinja2
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from live_faults import Reports

_NOTHING = jinja2.Template("")


class _Any(set[str]):
    """The ids of a page that this build does not make: every id counts as there."""

    def __contains__(self, _: object) -> bool:
        return True


class PageStore:
    """The kept pages of one build: ``pages`` keeps them, ``kind`` is the class of its entries."""

    def __init__(self, pages: Any, kind: Callable[..., Any]) -> None:
        self._pages, self._kind = pages, kind
        self._taken: dict[str, Any] = {}
        self._reports = Reports()
        logging.getLogger("mkdocs").addHandler(self._reports)

    def take(self, page: Page, locale: str, name: str) -> bool:
        """Take a page if it is kept; whether it is."""
        kept = self._pages.get(locale, name)
        if kept:
            self._taken[page.file.src_uri] = kept
        return kept is not None

    def is_kept(self, page: Page) -> bool:
        """Whether a page was taken."""
        return page.file.src_uri in self._taken

    def name(self, page: Page) -> None:
        """Give a page that was taken the title that others display, and a template that writes nothing."""
        page.meta = {"title": self._taken[page.file.src_uri].title, "template": _NOTHING}

    def link(self, page: Page, files: Files) -> None:
        """Give a page that was taken the ids and links that MkDocs compares."""
        kept = self._taken[page.file.src_uri]
        page.present_anchor_ids = _Any() if kept.ids is None else set(kept.ids)
        page.links_to_anchors = {file: dict(links) for path, links in kept.links.items() if (file := files.get_file_from_path(path))}

    def html(self, page: Page) -> str:
        """The HTML of a page that was taken, which is then let go: all pages of a large site are much."""
        return str(self._taken.pop(page.file.src_uri).html)

    def finished(self, page: Page, locale: str, name: str, html: str) -> str:
        """Note a finished page; its HTML again."""
        links = {file.src_uri: dict(anchors) for file, anchors in (page.links_to_anchors or {}).items()}
        self._pages.put(locale, name, self._kind(html, page.title, sorted(page.present_anchor_ids or ()), links))
        return html

    def close(self) -> None:
        """End what the store does during a build, also of one that stopped."""
        logging.getLogger("mkdocs").removeHandler(self._reports)

    def keep(self) -> None:
        """Keep the pages of this build, unless MkDocs reported something."""
        if not self._reports.texts:
            self._pages.keep()
