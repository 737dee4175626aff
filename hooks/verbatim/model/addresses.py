"""Addresses of pages on the site, as MkDocs and static-i18n lay them out: the default locale at the root, each other one below its code."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .locale import LOCALES, Locale
from .text import Segment


@dataclass(frozen=True)
class Urls:
    """Makes links; ``directory`` as MkDocs' ``use_directory_urls``."""

    directory: bool = True

    def page(self, locale: Locale, name: str) -> str:
        """A page's address from the site's root: ``event/page/`` for ``event/page``."""
        prefix = locale.prefix
        folder, _, last = name.rpartition("/")
        if not self.directory:
            return f"{prefix}{name}.html"
        if last == "index":
            return f"{prefix}{folder}/" if folder else prefix
        return f"{prefix}{name}/"

    def in_all(self, address: str) -> Mapping[str, str]:
        """From a page's address in any locale, its address in each, by code; all from the site's root."""
        own = max((locale.prefix for locale in LOCALES.values() if address.startswith(locale.prefix)), key=len)
        bare = address.removeprefix(own)
        return {code: f"{locale.prefix}{bare}" for code, locale in LOCALES.items()}

    def sentence(self, locale: Locale, segment: Segment) -> str:
        """A sentence's address from the site's root."""
        return f"{self.page(locale, f'{segment.event}/{segment.page}')}#{segment.address}"

    def lines(self, locale: Locale, name: str) -> str:
        """From the site's root and without its ending, the script that holds a page's sentences; it lies beside the page."""
        page = self.page(locale, name)
        return f"{page}lines" if self.directory else f"{page.removesuffix('.html')}-lines"

    def between(self, start: str, end: str) -> str:
        """The relative link from one address to another, fragment kept; both from the site's root."""
        path, _, anchor = end.partition("#")
        folder = start if self.directory else posixpath.dirname(start)
        return _relative(folder, path) + (f"#{anchor}" if anchor else "")


@cache
def _relative(folder: str, path: str) -> str:
    """The relative path from a folder; a folder's own path ends in a slash."""
    slash = "/" if path.endswith("/") or not path else ""
    return posixpath.relpath("/" + path, "/" + folder) + slash
