"""``todo``: print what is open in a draft."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..draft.todo import todo
from ..project import loaded, require_event
from ..read.files import read_tree


def run(given: argparse.Namespace) -> int:
    """Print what is open; raises ``BuildError`` where something cannot be read, or there is no such event."""
    return report(given.root, given.event)


def report(root: Path, event: str, short: bool = False) -> int:
    """Print what is open in an event, or only how much; raises ``BuildError`` as ``run``."""
    corpus = loaded(read_tree(root))
    require_event(event, corpus.transcripts)
    lines = list(todo(corpus, event))
    print("\n".join(lines[-1:] if short else lines))
    return 0
