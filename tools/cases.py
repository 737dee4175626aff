"""Write again what each case of ``tests/cases`` reports, after a change of messages; read the difference before you commit it.

A case states the whole report of its edits under ``faults``, its last key; nothing else of the file is touched.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
KEY = "faults:"

from engine.example import edited, report  # noqa: E402  (found only once the folder of the tests is on the path)
from engine.test_cases import PATHS  # noqa: E402


def stated(faults: str) -> str:
    """The last key of a case for a report, as YAML writes it: a block of lines, or an empty text."""
    if not faults:
        return f"{KEY} ''\n"
    return f"{KEY} |\n" + "".join(f"  {line}\n" if line else "\n" for line in faults.split("\n"))


def main() -> None:
    """Rewrite the cases whose report has changed, and print their paths."""
    for path in PATHS:
        text = path.read_text("utf-8")
        case = yaml.safe_load(text)
        faults = report(edited(case["edit"], case.get("reseal", False), case.get("frozen", False)))
        if faults != case["faults"].rstrip("\n"):
            head, _, _ = text.rpartition(f"\n{KEY}")
            path.write_text(f"{head}\n{stated(faults)}", "utf-8")
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
