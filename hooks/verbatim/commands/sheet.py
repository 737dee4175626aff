"""``sheet``: write a list as a spreadsheet, or take it back."""

from __future__ import annotations

import argparse

from ..handover import sheets
from ..read.files import read_tree, write_tree


def run(given: argparse.Namespace) -> int:
    """Write the spreadsheet, or what came back and a report; raises ``BuildError`` and ``OSError`` and then writes nothing."""
    files, path = read_tree(given.root), given.list.as_posix()
    if given.direction == "out":
        write_tree(given.file.parent, {given.file.name: sheets.handed(files, path, given.file.name)})
        return 0
    taken = sheets.taken(given.file.read_bytes(), given.file.name, files, path)
    write_tree(given.root, taken.files)
    print("\n".join(taken.report))
    return 0
