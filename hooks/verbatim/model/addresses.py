"""Addresses of pages on the site, as MkDocs and static-i18n lay them out: the default locale at the root, each other one below its code."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from .faults import BuildError
from .locale import LOCALES, Locale
from .text import Place, Segment

_NO_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")


class UnusableAddress(BuildError):
    """What was given as the site's address is none."""

    subject = "the address of the site"


def site_address(given: str) -> str:
    """The address of a site with its last slash; empty where none is given.  Raises ``UnusableAddress``."""
    address = given.strip()
    if address and (wrong := _wrong(address)):
        fix = "write where the site will be found, such as https://your.host/path/, or leave SITE_URL out"
        raise UnusableAddress(f"SITE_URL: {given!r} {wrong}\n    fix: {fix}")
    return address if address.endswith("/") or not address else f"{address}/"


def _wrong(address: str) -> str:
    """What is wrong with the address of a site; empty where nothing is."""
    try:
        parts = urlsplit(address)
        whole = parts.scheme in ("http", "https") and parts.hostname and (parts.port or True)
    except ValueError:  # brackets or a port that are none
        whole = False
    if not whole or set(address) & set(' \t\n"<>\\') or _NO_ESCAPE.search(address):
        return "is not a web address"
    if "?" in address or "#" in address:
        return "has a query or a fragment, after which no page can follow"
    if "@" in parts.netloc:
        return "contains a user name or password, which every page would show"
    if {".", ".."} & {*parts.path.split("/")}:
        return "has `.` or `..` in its path, so that it leads to another address than the one written"
    return ""


def person_page(person: str) -> str:
    """The name of the page of a person, by the person's id: all that he or she says in several events."""
    return f"people/{person}"


SHORT = "s"
"""The folder of short addresses."""


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

    def sentence(self, locale: Locale, segment: Segment | Place) -> str:
        """A sentence's address from the site's root."""
        return f"{self.page(locale, f'{segment.event}/{segment.page}')}#{segment.address}"

    def short(self, locale: Locale, address: str, event: str = "") -> str:
        """The address of the page that leads to a sentence, from the site's root: ``event/s/q1-2/``, without an event ``s/q1-2/``."""
        return self.page(locale, f"{event}/{SHORT}/{address}" if event else f"{SHORT}/{address}")

    def file(self, address: str) -> str:
        """The file of a page, from the site's root."""
        return f"{address}index.html" if self.directory else address

    def lines(self, locale: Locale, name: str) -> str:
        """From the site's root and without its ending, the script that holds a page's sentences; it lies beside the page."""
        page = self.page(locale, name)
        return f"{page}lines" if self.directory else f"{page.removesuffix('.html')}-lines"

    def between(self, start: str, end: str) -> str:
        """The relative link from one address to another, fragment kept; both from the site's root."""
        path, _, anchor = end.partition("#")
        folder = start if self.directory else posixpath.dirname(start)
        return _relative(folder, path) + (f"#{anchor}" if anchor else "")


@dataclass(frozen=True)
class Published:
    """Addresses by which a site is cited: whole where ``site``, its published address with its last slash, is known; else (empty)
    relative to what names them.  ``urls`` as the published site lays its pages out, which a copy to be read from disk may do otherwise.
    """

    site: str = ""
    urls: Urls = Urls()

    def page(self, here: Locale, there: Locale, name: str) -> str:
        """A page's address in one locale, as it is written in the same page in another."""
        return self.link(self.urls.page(here, name), self.urls.page(there, name))

    def facts(self, *more: Any) -> Sequence[Any]:
        """What stands for these addresses where what holds some is kept, as values of JSON, before ``more`` of them."""
        return [self.site, self.urls.directory, *more]

    def link(self, start: str, end: str) -> str:
        """The address of ``end`` as it is written in ``start``; both from the site's root."""
        return self.site + end if self.site else self.urls.between(start, end)


@cache
def _relative(folder: str, path: str) -> str:
    """The relative path from a folder; a folder's own path ends in a slash."""
    slash = "/" if path.endswith("/") or not path else ""
    return posixpath.relpath("/" + path, "/" + folder) + slash
