# ruff: noqa: E402 - the engine and the tests are not installed
"""Measure the natural queries in V8, without a browser: `tools/search_natural.py [SET …] [-v]` (such as natural-3; without, all).

Prints for each group, and for each set, success@5, recall@5, MRR and false@5 of the list as the panel shows it
in the end; with -v every query that was not answered wholly and only rightly.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests/search"), str(ROOT / "tests/scripts"), str(ROOT / "tests")]

from javascript import answered
from judged import SETS, Tally, leads, results, tell

from verbatim.project import load_project


def main(*options: str) -> None:
    """Print the table."""
    known = leads(load_project(ROOT).corpus)
    names = [one for one in options if one in SETS] or list(SETS)
    print(f"{'group':<28}{'n':>4}" + "".join(f"{word:>9}" for word in ("succ@5", "rec@5", "MRR", "false@5")))
    for name in names:
        whole = Tally()
        for group, content in SETS[name].items():
            tally = Tally()
            for query in content["queries"]:
                found = answered(query["q"], content["page"])
                for each in (tally, whole):
                    tell(each, query, results(found["hits"]), found["message"], known)
            print(tally.row(f"{name} {group}"[:27]))
            for fault in tally.faults if "-v" in options else []:
                print("    " + fault)
        print(whole.row(f"{name}, all"))


if __name__ == "__main__":
    main(*sys.argv[1:])
    sys.stdout.flush()
    os._exit(0)  # V8 was made in a thread that has ended, and crashes where Python would end it
