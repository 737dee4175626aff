"""A style sheet for each kind of page, cut to what its pages use."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from ..read.files import read_text, write_tree
from .selectors import Every, Names, attributes_asked, of_page, of_script


class Delivery:
    """Gathers what the pages of each kind use, then cuts the sheets; ``cache`` is a folder that keeps them for the next build.

    ``sheets`` in their order and ``scripts`` are sources by file name: a page uses the names of a script that it, or a script that it
    uses, speaks of.  Raises ``ValueError``, with file and place, if a sheet cannot be read or cut.
    """

    def __init__(self, sheets: Mapping[str, str], scripts: Mapping[str, str], cache: Path) -> None:
        self._sheets, self._scripts, self._cache = sheets, scripts, cache
        self._attributes = attributes_asked(sheets.values())
        self._used: dict[str, set[str]] = {}
        self._source = hashlib.sha256("\n".join(sheets.values()).encode()).hexdigest()
        self._check()

    def see(self, kind: str, html: str) -> None:
        """Take note of what a page of a kind uses."""
        used = self._used.setdefault(kind, set())
        used |= of_page(html, self._attributes)
        for name in self._spoken_of(html):
            used |= self._brought[name]

    def sheet(self, kind: str) -> tuple[str, str]:
        """The sheet for a kind of page: a file name that changes with it, and the sheet."""
        used = frozenset(self._used[kind])
        key = hashlib.sha256("\n".join([self._source, *sorted(used)]).encode()).hexdigest()
        kept = self._cache / f"{key}.css"
        if not kept.exists():
            write_tree(self._cache, {kept.name: self._cut(used)})
        text = read_text(kept)
        return f"cut.{hashlib.sha256(text.encode()).hexdigest()[:8]}.min.css", text

    def _check(self) -> None:
        """Read and cut every sheet whole before a page is written, once for each state of the sheets."""
        sound = self._cache / f"{self._source}.sound"
        if not sound.exists():
            from . import stylesheet as sheet  # only here and in _cut: most builds find all in the cache, and need no parser

            for name, text in self._sheets.items():
                try:
                    sheet.cut([sheet.parsed(text)], Every())
                except ValueError as error:
                    raise ValueError(f"{name}: {error}") from None
            write_tree(self._cache, {sound.name: ""})

    def _cut(self, used: Names) -> str:
        from . import stylesheet as sheet

        return sheet.cut(self._parsed, used)

    @cached_property
    def _parsed(self) -> list[Any]:
        from . import stylesheet as sheet

        return [sheet.parsed(one) for one in self._sheets.values()]

    def _spoken_of(self, text: str) -> set[str]:
        """The scripts that a page speaks of, and those that they speak of."""
        found: set[str] = set()
        ahead = {name for name in self._scripts if name in text}
        while ahead:
            found |= ahead
            ahead = {name for one in ahead for name in self._scripts if name in self._scripts[one]} - found
        return found

    @cached_property
    def _brought(self) -> Mapping[str, Names]:
        """The names that each script may bring into a page."""
        return {name: of_script(source) for name, source in self._scripts.items()}
