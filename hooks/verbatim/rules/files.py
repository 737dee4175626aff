"""Files: below docs/ and data/ are only those that the project reads, each a plain file with a name that can be part of an address."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import get_close_matches

from ..model.faults import Faults
from ..model.locale import LOCALES
from ..read.corpus import EVENT_FILES, SHARED_FILES, Corpus
from ..read.files import Files

_PAGE = re.compile(r"docs/(?:zh|en)/(?:([^/]+)/)?([^/]+)\.md")
_SLUG = re.compile(r"[a-z][a-z0-9-]*")
_RESERVED = {*LOCALES, "assets", "data", "fields", "files", "pdf", "people", "s", "search", "sitemap", "overrides"}
"""Addresses that the site itself needs below its root."""


def check(corpus: Corpus, files: Files, odd: Collection[str], faults: Faults) -> None:
    """F3 a file that nothing reads or that is no plain file, F4 a name that cannot be an address."""
    for path in odd:
        what = "this is a link, or a folder with the name of a file"
        faults.add(path, 1, "F3", what, "put a plain file in its place; nothing outside the project is read")
    own = (f"data/{event}/{name}" for event in corpus.transcripts for name in EVENT_FILES)
    known = dict.fromkeys((*(f"data/{name}" for name in SHARED_FILES), *own))
    for path in files:
        page = _PAGE.fullmatch(path)
        if page:
            _name(path, page[1], page[2], corpus, faults)
        elif path not in known and not re.fullmatch(r"data/schema/[a-z-]+\.json", path) and path != "data/README.md":
            near = get_close_matches(path, known, n=1)
            fix = (
                f"rename it to {near[0]}, or remove it"
                if near
                else "remove it: docs/ holds pages of both languages, data/ what README.md lists"
            )
            faults.add(path, 1, "F3", "nothing reads this file", fix)


def _name(path: str, folder: str | None, name: str, corpus: Corpus, faults: Faults) -> None:
    """The name of a page is a slug, and no address that the site needs itself."""
    if folder and folder not in corpus.transcripts:
        faults.add(path, 1, "F3", f"there is no event {folder!r}", "move the page, or add the data of the event")
    if not _SLUG.fullmatch(name) or (not folder and name in _RESERVED):
        faults.add(
            path, 1, "F4", f"a page cannot have the name {name!r}", "use small letters, digits and hyphens, and no name of the site's own"
        )
