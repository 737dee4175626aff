"""How a site is built."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..model.addresses import Published, Urls


@dataclass(frozen=True)
class Options:
    """How a site is built."""

    url: str
    """The address it is published at, with its last slash, or empty (``model.addresses.site_address``)."""
    directory_urls: bool
    """As MkDocs' ``use_directory_urls``."""
    own: Path
    """The project's own folder of templates and assets."""
    cache: Path
    """The folder in which is kept what the next build may take."""
    books: bool = True
    """Whether print editions and social cards are made."""
    epoch: str = ""
    """The time written into them, as ``SOURCE_DATE_EPOCH`` states it (``print.typeset.epoch_of``), or empty."""
    copy: bool = False
    """Whether it is built to be read from a folder on disk, beside a published site whose pages are folders."""
    policy_in_pages: bool = False
    """Whether each page states its policy itself, for hosts that send no headers."""
    drafts: bool = False
    """Whether events with open points are built too, each page of them marked."""
    live: bool = False
    """Whether faults of drafts stop nothing and are displayed on their pages, as a live server needs it."""
    configuration: str = ""
    """A checksum of all else that pages are made with (``cache.checked.configuration_of``); empty: nothing made of events is kept."""
    engine: str = ""
    """The engine that was loaded (``cache.checked.engine_state``)."""
    part: str = ""
    """Which of the events are made for later builds, and nothing else, such as 2/5; empty for the whole site."""
    workers: int = 1
    """How many processes make events."""

    @property
    def sets_books(self) -> bool:
        """Whether a build sets the print editions: a live server sets each when it is asked for."""
        return self.books and not self.live

    @property
    def published(self) -> Published:
        """The addresses to cite by: a copy cites the published site, where that is known."""
        return Published(self.url, Urls(self.directory_urls or bool(self.copy and self.url)))
