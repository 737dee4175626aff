"""``materialise``: write the whole site as plain Markdown that other generators build."""

from __future__ import annotations

import argparse

from ..model.addresses import site_address
from ..plain import files
from ..project import load_project


def run(given: argparse.Namespace) -> int:
    """Write the site; raises ``BuildError`` and ``OSError``."""
    files.materialise(load_project(given.root), given.folder, site_address(given.site))
    return 0
