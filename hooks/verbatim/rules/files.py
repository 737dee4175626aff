"""Files: below docs/ and data/ are only those that the project reads, each a plain file with a name that can be part of an address."""

from __future__ import annotations

import re
from collections.abc import Collection, Container
from difflib import get_close_matches

from ..model import LANGS, page_path
from ..model.addresses import SHORT
from ..model.faults import Faults
from ..model.locale import LOCALES
from ..read.corpus import Corpus
from ..read.data_files import EVENT_FILES, SHARED_FILES
from ..read.files import Files
from ..read.markdown_page import ID

_PAGE = re.compile(r"docs/(?:zh|en)/(?:([^/]+)/)?([^/]+)\.md")
_RESERVED = {*LOCALES, SHORT, "assets", "current", "data", "fields", "files", "pdf", "people", "schema", "search", "sitemap", "overrides"}
"""Addresses that the site itself needs below its root, and the folder of ``data`` that is no event."""


def check(corpus: Corpus, files: Files, odd: Collection[str], faults: Faults) -> None:
    """F3 a file that nothing reads or that is no plain file, F4 a name that cannot be an address."""
    for path in odd:
        what = "this is a link, or a folder with the name of a file"
        faults.add(path, 1, "F3", what, "put a plain file in its place; nothing outside the project is read")
    own = (f"data/{event}/{name}" for event in corpus.transcripts for name in EVENT_FILES)
    known = dict.fromkeys((*(f"data/{name}" for name in SHARED_FILES), *own))
    for event in corpus.transcripts:
        if not usable(event, files):
            faults.add(f"data/{event}/event.yml", 1, "F4", f"an event cannot have the id {event!r}", f"rename its folders; {EVENT_NAMES}")
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


_NAMES = "use small letters, digits and hyphens, and no name of the site's own"
_BRIEF = "-brief"
"""No id ends so: the books of such an event would have the addresses of the briefs of another."""
EVENT_NAMES = f"use small letters, digits and hyphens, a letter first, no `{_BRIEF}` last, and no name of the site or of a shared page"
"""How to name an event."""


def usable(event: str, files: Container[str]) -> bool:
    """Whether an event can have an id beside the ``files`` of a project: none of its files may get the address of another."""
    return is_free(event) and not event.endswith(_BRIEF) and not any(page_path(lang, event) in files for lang in LANGS)


def is_free(name: str) -> bool:
    """Whether a name is a slug, and no address that the site needs itself."""
    return bool(ID.fullmatch(name)) and name not in _RESERVED


def _name(path: str, folder: str | None, name: str, corpus: Corpus, faults: Faults) -> None:
    """The name of a page is a slug, and no address that the site needs itself, at its root or in the folder of an event."""
    if folder and folder not in corpus.transcripts:
        faults.add(path, 1, "F3", f"there is no event {folder!r}", "move the page, or add the data of the event")
    if not (ID.fullmatch(name) and name != SHORT if folder else is_free(name)):
        faults.add(path, 1, "F4", f"a page cannot have the name {name!r}", _NAMES)
