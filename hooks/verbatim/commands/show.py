"""``show``: print the sentences at an address, or every address."""

from __future__ import annotations

import argparse
import sys

from ..project import load_project


def run(given: argparse.Namespace) -> int:
    """Print the sentences at an address of any event, or every address; raises ``BuildError``."""
    address = given.address
    found = [segment for segment in load_project(given.root).corpus.segments() if address in (None, segment.address, segment.place)]
    for segment in found:
        print(segment.place if address is None else f"{segment.place}\n{segment.zh.text}\n{segment.en.text}")
    if not found:
        print(f"there is no sentence {address!r}", file=sys.stderr)
    return 0 if found else 1
