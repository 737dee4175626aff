"""``fill``: fill in what the words and the data now give for the open points of a draft."""

from __future__ import annotations

import argparse

from ..draft.fill import filled
from ..read.files import read_tree, write_tree
from .todo import report


def run(given: argparse.Namespace) -> int:
    """Write the files that change and print what was filled in; raises ``BuildError`` and ``OSError`` and then writes nothing."""
    found = filled(given.event, read_tree(given.root))
    write_tree(given.root, found.files)
    print("\n".join(found.report))
    return report(given.root, given.event, short=True)
