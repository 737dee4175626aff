"""``freeze``: write each ``published.txt`` with all that is published now; what it lists already stays as it is."""

from __future__ import annotations

import argparse

from ..analysis.published import lists
from ..model.faults import Faults
from ..project import InvalidProject
from ..read.corpus import load
from ..read.files import read_tree, write_tree


def run(given: argparse.Namespace) -> int:
    """Write the lists; raises ``BuildError`` and ``OSError``."""
    files = read_tree(given.root)
    corpus = load(files, Faults())
    if corpus is None:
        raise InvalidProject("the project cannot be read: run `./run check`")
    write_tree(given.root, lists(corpus, files))
    return 0
