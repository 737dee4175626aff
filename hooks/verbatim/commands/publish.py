"""``publish``: build a site with a command and exchange it for the published one."""

from __future__ import annotations

import argparse
import os
import signal
import sys

from ..publish.exchange import publish
from ..publish.steps import Publication


def run(given: argparse.Namespace) -> int:
    """Publish the site; raises ``BuildError``, then what is published is as it was."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that it ends the command too, and leaves no folder
    publication = Publication(given.root, os.environ)
    publish(given.folder, given.build, publication.begin, publication.complete)
    return 0
