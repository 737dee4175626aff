"""Open titles, headings and descriptions of the pages of a draft, which follow from the title of the event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Page
from ..read.corpus import Corpus
from ..read.files import Files
from ..received.source import NOT_IN_TITLES
from ..text.open_points import MARK, is_open
from .pages import page_description, page_title
from .proposals import Settled

_OPEN = re.compile(rf'(?P<before>title: "|description: "|# ){MARK}(?: (?P<name>[^"{{]+))?(?P<after>"?)')
_NO_TITLE = frozenset({*NOT_IN_TITLES, "\n"})


def titled(corpus: Corpus, event: str, files: Files) -> Settled:
    """The pages of an event with the titles that the title of the event gives, in each language in which it is decided."""
    changed, count = dict[str, bytes](), 0
    for page in (page for page in corpus.pages.values() if page.name.startswith(f"{event}/")):
        title = corpus.transcripts[event].event.title[page.lang]
        if not is_open(title) and _NO_TITLE.isdisjoint(title):
            lines = files[page.path].decode("utf-8").split("\n")
            new = list(_lines(lines, page, title))
            count += sum(one != other for one, other in zip(lines, new, strict=True))
            changed[page.path] = "\n".join(new).encode("utf-8")
    return Settled(changed, count)


def _lines(lines: Sequence[str], page: Page, title: str) -> Iterator[str]:
    """The lines of a page with its open title, description and first heading written."""
    for line in lines:
        found = _OPEN.fullmatch(line)
        is_own = found and found["name"] and found["before"].startswith("description")  # a draft proposes no description
        yield f"{found['before']}{_text(found, page, title)}{found['after']}" if found and not is_own else line


def _text(found: re.Match[str], page: Page, title: str) -> str:
    """What an open title, heading or description becomes."""
    whole = page_title(page.title.removeprefix(MARK).strip(), title, page.lang) if is_open(page.title) else page.title
    if found["before"].startswith("description"):
        return page_description(page.name.rpartition("/")[2], whole, title, page.lang)
    return page_title(found["name"] or "", title, page.lang) if found["before"].startswith("title") else whole
