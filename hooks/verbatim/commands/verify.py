"""``verify``: compare a published site with its lists, its inputs with the project, and with a new build of these."""

from __future__ import annotations

import argparse
import os

from ..publish import steps


def run(given: argparse.Namespace) -> int:
    """Print that the site is what this project gives; raises ``BuildError``."""
    steps.verify(given.folder, given.build, given.root, os.environ)
    print(f"{given.folder}: every file is what was built, and a build from this project gives the same")
    return 0
