"""``export``: write the open data into a folder."""

from __future__ import annotations

import argparse

from ..data import chart_data
from ..data.tables import exports
from ..model.addresses import Published, site_address
from ..project import load_project
from ..read.files import write_tree


def run(given: argparse.Namespace) -> int:
    """Write the files; raises ``BuildError`` and ``OSError``."""
    site, corpus = Published(site_address(given.site)), load_project(given.root).corpus
    write_tree(given.folder, {**exports(corpus, site), **chart_data.files(corpus, site)})
    return 0
