"""Which print editions there are; light enough to import without the typesetter."""

from __future__ import annotations

from ..model import Lang

BOOKS = ("zh", "zh-hans", "en", "parallel")
"""The books of an event, as their files are named."""

BRIEFS = ("brief-zh", "brief-zh-hans", "brief-en")
"""The briefs of an event on two pages: those of the books in one language."""

SIMPLIFIED = ("zh-hans", "brief-zh-hans")
"""What is in Simplified characters, whatever the source is in."""

WHICH = (*BOOKS, *BRIEFS)

PDF_FOLDER = "pdf"
"""The folder of the files of all editions, from the site's root."""


def editions_of(event: str) -> list[tuple[str, str]]:
    """The editions of an event: name (as in ``WHICH``) and file name, in the order of ``WHICH``."""
    return [(which, f"{event}-{which}.pdf") for which in WHICH]


def is_brief(name: str) -> bool:
    """Whether a page, by its name as in ``event/page``, is the brief of an event."""
    return name.partition("/")[2] == "brief"


def offered(event: str, page: str, lang: Lang) -> list[tuple[str, str]]:
    """The editions that a page of an event leads to: its books; on the page of the brief, those on paper in its language first."""
    briefs = {which for which in BRIEFS if which.startswith(f"brief-{lang}")} if page == "brief" else set()
    shown = {*BOOKS, *briefs}
    return sorted(((which, file) for which, file in editions_of(event) if which in shown), key=lambda edition: edition[0] in BOOKS)
