"""Lists of words in a table of text: a line is the name of its list, a colon and words; a list may go on over several lines."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources.abc import Traversable


def word_lists(table: Traversable) -> Mapping[str, tuple[str, ...]]:
    """The words of each list of a table, in their order; lines that begin with ``#`` are comments."""
    found: dict[str, tuple[str, ...]] = {}
    for line in table.read_text("utf-8").splitlines():
        name, colon, listed = line.partition(": ")
        if colon and not line.startswith("#"):
            found[name] = (*found.get(name, ()), *listed.split())
    return found
