"""``new``: write the draft of a new event."""

from __future__ import annotations

import argparse

from ..draft.new import Request, draft
from ..read.files import read_tree, write_tree
from .todo import report


def run(given: argparse.Namespace) -> int:
    """Write the draft and print its files; raises ``BuildError`` and ``OSError`` and then writes nothing."""
    english = given.english and (given.english.name, given.english.read_bytes())
    request = Request(given.event, given.source.name, given.source.read_bytes(), tuple(given.title), given.day, english, given.like)
    files = draft(request, read_tree(given.root))
    write_tree(given.root, files)
    print("\n".join(sorted(files)))
    if not given.title[1]:
        fill = f"`./run fill {given.event}` writes them"
        print(f"The English titles of all pages are open: write that of the event in event.yml, and {fill}.")
    return report(given.root, given.event, short=True)
