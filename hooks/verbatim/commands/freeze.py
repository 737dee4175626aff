"""``freeze``: add all that is published now to each ``published.txt``, and take the marks of reworded definitions and notes again."""

from __future__ import annotations

import argparse

from ..analysis.published import lists
from ..project import loaded
from ..read.files import read_tree, write_tree


def run(given: argparse.Namespace) -> int:
    """Write the lists; raises ``BuildError`` and ``OSError``."""
    files = read_tree(given.root)
    write_tree(given.root, lists(loaded(files), files))
    return 0
