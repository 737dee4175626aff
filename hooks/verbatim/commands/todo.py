"""``todo``: print what is open in a draft."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..draft.todo import todo
from ..model.faults import Faults
from ..project import InvalidProject
from ..read.corpus import load
from ..read.files import read_tree


def run(given: argparse.Namespace) -> int:
    """Print what is open; raises ``BuildError`` where nothing can be read."""
    return report(given.root, given.event)


def report(root: Path, event: str, short: bool = False) -> int:
    """Print what is open in an event, or only how much; raises ``BuildError`` where nothing can be read."""
    faults = Faults()
    corpus = load(read_tree(root), faults)
    if corpus is None:
        raise InvalidProject(faults.report())
    if event not in corpus.transcripts:
        print(f"there is no event {event!r}; data/ has: {', '.join(corpus.transcripts)}", file=sys.stderr)
        return 1
    lines = list(todo(corpus, event))
    print("\n".join(lines[-1:] if short else lines))
    return 0
