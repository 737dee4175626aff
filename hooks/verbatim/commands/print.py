"""``print``: write the print editions into a folder."""

from __future__ import annotations

import argparse
import os

from ..data.tables import exports
from ..model.addresses import Published, site_address
from ..print import typeset
from ..project import load_project


def run(given: argparse.Namespace) -> int:
    """Write the books; raises ``BuildError`` where they cannot be made, and ``OSError``."""
    site, corpus = Published(site_address(given.site)), load_project(given.root).corpus
    epoch = typeset.epoch_of(os.environ.get("SOURCE_DATE_EPOCH", ""))
    typeset.write(given.folder, typeset.BookBuilder(corpus, site, given.root / "fonts", exports(corpus, site), epoch).books())
    return 0
