"""Open points of a draft: what a person still has to decide, and where."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("event", "people", "titles", "translation", "register", "units", "numerals", "errata", "other")
"""The kinds of open points, in the order in which they are best decided."""
_OF_FILES = {"event": "event", "people": "people", "targets": "register", "units": "units", "numerals": "numerals", "errata": "errata"}


@dataclass(frozen=True, order=True)
class OpenPoint:
    """One line of one file of an event where something is open; ``text`` is that line, ``title`` whether it is a title or a heading."""

    event: str
    path: str
    line: int
    text: str
    title: bool = False

    @property
    def kind(self) -> str:
        """One of ``KINDS``: by the file, in pages titles apart from the words."""
        if self.path.startswith("docs/"):
            return "titles" if self.title else "translation"
        return _OF_FILES.get(self.path.rpartition("/")[2].removesuffix(".yml"), "other")
