"""``translate``: write an event for a translator's program, or take it back."""

from __future__ import annotations

import argparse
import datetime

from ..handover.translation import translation
from ..handover.translators import handed
from ..read.files import read_tree, write_tree


def run(given: argparse.Namespace) -> int:
    """Write the file, or what came back and a report; raises ``BuildError`` and ``OSError`` and then writes nothing."""
    files, name = read_tree(given.root), given.file.name
    if given.direction == "out":
        write_tree(given.file.parent, {name: handed(files, given.event, name)})
        return 0
    day = datetime.date.today().isoformat()
    taken = translation(given.file.read_bytes(), name, given.event, files, day, given.by)
    write_tree(given.root, taken.files)
    print("\n".join(taken.report))
    return 0
