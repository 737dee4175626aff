"""What a built file refers to: links, scripts, sheets and data of a page, files of a style sheet, addresses of a site map."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

NOWHERE = frozenset({"data", "mailto", "tel", "blob"})
"""Schemes of references that fetch nothing from a site."""

_LINKS = frozenset({"href", "src", "action", "poster"})
_VALUES = frozenset({"data-facts", "data-entries", "data-rows", "data-folding", "data-twins", "data-zh", "data-en"})
"""Attributes that name a data script by its path below ``files``."""
_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)""")
_LOCATION = re.compile(r'<loc>([^<]*)</loc>|<xhtml:link [^>]*href="([^"]*)"')
_REMOVED = dict.fromkeys(map(ord, "\t\r\n"))
"""Characters that are no part of a reference wherever they stand in it: https://url.spec.whatwg.org/#concept-basic-url-parser."""
_REFRESH = re.compile(r"\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']*)", re.IGNORECASE)
_CODE = frozenset({"", "module", "text/javascript", "application/javascript"})
"""The types of scripts that are carried out; the rest is data, which no policy applies to."""


@dataclass
class Parsed:
    """What a page holds: references with their lines, names of data scripts, ids, inline scripts.

    ``twice`` are ids that an earlier element has: what leads to them finds that one.
    ``unsafe`` is what a strict policy forbids although it is no script element: styles and handlers in attributes, ``javascript:``.
    ``policy`` is the policy that the page itself states, if any.
    """

    references: list[tuple[int, str]] = field(default_factory=list)
    values: list[tuple[int, str]] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    twice: list[tuple[int, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    unsafe: list[tuple[int, str]] = field(default_factory=list)
    policy: str = ""


def page(html: str) -> Parsed:
    """What a page holds."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.found


def sheet(css: str) -> list[str]:
    """The files that a style sheet requires."""
    return [double or single or bare for double, single, bare in _URL.findall(css)]


def sitemap(xml: str) -> list[str]:
    """The addresses that a site map lists."""
    return [page or alternate for page, alternate in _LOCATION.findall(xml)]


def target(site: str, here: str, reference: str) -> tuple[str, str] | None:
    """The file that a reference in the file ``here`` names, and the fragment in it; both may be empty, paths are from the site's root.

    ``site`` is the site's address, or empty where it is not known: then it counts as the root of its host.
    None for a reference that leads out of the site.
    """
    before, _, fragment = reference.translate(_REMOVED).partition("#")
    beside = before[:1].isalnum() or before[:1] == "."  # else it may name the file itself
    path = _file(site or "https://site.invalid/", here[: here.rfind("/") + 1] if beside else here, before)
    return None if path is None else (path, unquote(fragment.partition(":~:")[0]))


@lru_cache(maxsize=100_000)
def _file(root: str, here: str, reference: str) -> str | None:
    """The file of ``target``, for a reference without a fragment: a page refers to one file in many places."""
    address = urlsplit(urljoin(root + here, reference))
    if address.scheme in NOWHERE or f"{address.scheme}://{address.netloc}/" != urljoin(root, "/"):
        return None
    base = urlsplit(root).path
    if not address.path.startswith(base):
        return None
    path = unquote(address.path.removeprefix(base))
    return f"{path}index.html" if path.endswith("/") or not path else path


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Parsed()
        self._inline = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        for name, value in given.items():
            self._attribute(line, name, value)
        if tag == "meta":
            self._meta(line, given)
        if tag == "style":
            self.found.unsafe.append((line, "<style>"))
        self._inline = tag == "script" and "src" not in given and given.get("type", "").lower() in _CODE
        if self._inline:
            self.found.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inline = False

    def handle_data(self, data: str) -> None:
        if self._inline:
            self.found.scripts[-1] += data

    def _attribute(self, line: int, name: str, value: str) -> None:
        if name == "style" or name.startswith("on") or (name in _LINKS and value.strip().lower().startswith("javascript:")):
            self.found.unsafe.append((line, f"{name}={value!r}"))
        elif name == "id" and value in self.found.ids:
            self.found.twice.append((line, value))
        elif name == "id":
            self.found.ids.add(value)
        elif name in _LINKS:
            self.found.references.append((line, value))
        elif name in _VALUES:
            self.found.values.append((line, value))

    def _meta(self, line: int, given: dict[str, str]) -> None:
        kind, content = given.get("http-equiv", "").lower(), given.get("content", "")
        if kind == "refresh" and (found := _REFRESH.fullmatch(content)):
            self.found.references.append((line, found[1]))
        elif kind == "content-security-policy":
            self.found.policy = content
