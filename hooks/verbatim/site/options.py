"""How a site is built."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..model.addresses import Published, Urls


@dataclass(frozen=True)
class Options:
    """How a site is built.

    ``url`` is the address it is published at, with its last slash, or empty (``model.addresses.site_address``); ``directory_urls`` as
    MkDocs' ``use_directory_urls``; ``own`` the project's own folder of templates and assets; ``books``: whether print
    editions and social cards are made; ``epoch`` the time written into them, as ``SOURCE_DATE_EPOCH`` states it
    (``print.typeset.epoch_of``), or empty; ``copy``: whether it is built to be read from a folder on disk, beside a published site
    whose pages are folders; ``policy_in_pages``: whether each page states its policy itself, for hosts that send no headers; ``drafts``:
    whether events with open points are built too, each page of them marked; ``live``: whether faults of drafts stop nothing and are
    displayed on their pages, as a live server needs it; ``configuration`` a checksum of all else that pages are made
    with (``cache.checked.configuration_of``), or empty, and then nothing that is made of events is kept; ``engine`` is the engine that
    was loaded (``cache.checked.engine_state``); ``part``, such as 2/5, says which of the events are made for later builds, and nothing
    else; ``workers``: how many processes make events.
    """

    url: str
    directory_urls: bool
    own: Path
    books: bool = True
    epoch: str = ""
    copy: bool = False
    policy_in_pages: bool = False
    drafts: bool = False
    live: bool = False
    configuration: str = ""
    engine: str = ""
    part: str = ""
    workers: int = 1

    @property
    def published(self) -> Published:
        """The addresses to cite by: a copy cites the published site, where that is known."""
        return Published(self.url, Urls(self.directory_urls or bool(self.copy and self.url)))
