"""Addresses of pages on the site, as MkDocs and static-i18n lay them out: Chinese at the root, English below ``en/``."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .base import Lang
from .text import Segment

DEFAULT: Lang = "zh"
TAGS: dict[Lang, str] = {"zh": "zh-Hant", "en": "en"}
"""Language tags (BCP 47) of the two languages."""


@dataclass(frozen=True)
class Urls:
    """Makes links; ``directory`` as MkDocs' ``use_directory_urls``."""

    directory: bool = True

    def page(self, lang: Lang, name: str) -> str:
        """A page's address from the site's root: ``event/page/`` for ``event/page``."""
        prefix = "" if lang == DEFAULT else f"{lang}/"
        folder, _, last = name.rpartition("/")
        if not self.directory:
            return f"{prefix}{name}.html"
        if last == "index":
            return f"{prefix}{folder}/" if folder else prefix
        return f"{prefix}{name}/"

    def in_both(self, address: str) -> Mapping[Lang, str]:
        """From a page's address in either language, its address in each; both from the site's root."""
        own = next((lang for lang in TAGS if lang != DEFAULT and address.startswith(f"{lang}/")), DEFAULT)
        bare = address if own == DEFAULT else address.removeprefix(f"{own}/")
        return {lang: bare if lang == DEFAULT else f"{lang}/{bare}" for lang in TAGS}

    def sentence(self, lang: Lang, segment: Segment) -> str:
        """A sentence's address from the site's root."""
        return f"{self.page(lang, f'{segment.event}/{segment.page}')}#{segment.address}"

    def lines(self, lang: Lang, name: str) -> str:
        """From the site's root and without its ending, the script that holds a page's sentences; it lies beside the page."""
        page = self.page(lang, name)
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
