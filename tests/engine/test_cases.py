"""Every rule on the example with a few edits: ``tests/cases/<area>/<code>-<what>.yml``, the file name being the test's id."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from .example import CASES, ROOT, edited, report

PATHS = sorted(CASES.glob("*/[A-Z][0-9]-*.yml"))
CODES = sorted({code for path in (ROOT / "hooks/verbatim").rglob("*.py") for code in re.findall(r'"([A-Z]\d)"', path.read_text("utf-8"))})
STATED = {path: yaml.safe_load(path.read_text("utf-8")) for path in PATHS}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_report_on_the_edited_example_is_the_one_the_case_states(path: Path) -> None:
    case = STATED[path]
    files = edited(case["edit"], case.get("reseal", False), case.get("frozen", False))

    told = report(files)

    assert told == case["faults"].rstrip("\n"), case["about"]


@pytest.mark.parametrize("code", CODES)
def test_a_code_has_a_case_that_it_stops_and_one_that_it_lets_pass(code: str) -> None:
    stated = {path: STATED[path]["faults"] for path in PATHS if path.name.startswith(code)}

    stopped = [path for path, faults in stated.items() if f": {code} " in faults]
    passed = [path for path, faults in stated.items() if faults == ""]

    assert stopped, f"no tests/cases/*/{code}-*.yml expects {code}"
    assert passed, f"no tests/cases/*/{code}-*.yml is without fault"


def test_every_file_below_the_cases_is_run() -> None:
    tables = set(CASES.glob("tables/*.yml"))

    idle = {path for path in CASES.rglob("*") if path.is_file()} - set(PATHS) - tables

    assert not idle
