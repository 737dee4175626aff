"""``show``: print the sentences at an address, or every address."""

from __future__ import annotations

import argparse
import sys

from ..model.faults import Faults
from ..project import InvalidProject
from ..read.files import read_tree
from ..read.load import load


def run(given: argparse.Namespace) -> int:
    """Print the sentences at an address of any event, or every address, whatever the rules would report.

    Raises ``BuildError`` where something cannot be read and a list, or a sentence that is not there, may be missing for it.
    """
    address, faults = given.address, Faults()
    corpus = load(read_tree(given.root), faults)
    found = [segment for segment in corpus.segments() if address in (None, segment.address, segment.place)] if corpus else []
    if faults and (address is None or not found):
        raise InvalidProject(faults.report(), faults)
    for segment in found:
        print(segment.place if address is None else f"{segment.place}\n{segment.zh.text}\n{segment.en.text}")
    if not found:
        print(f"there is no sentence {address!r}", file=sys.stderr)
    return 0 if found else 1
