"""``seal``: show each pair that was changed, ask for it and renew its seal."""

from __future__ import annotations

import argparse

from ..sealing import seal


def run(given: argparse.Namespace) -> int:
    """Seal what is agreed to; 1 where something was left unsealed.  Raises ``BuildError``."""
    return seal(given.root, given.addresses)
