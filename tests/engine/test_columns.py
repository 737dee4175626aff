"""The recipe of CONTRIBUTING.md for a column of the register, carried out on a copy of the engine and of the example."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

from .example import EVENT, ROOT, edited

ENGINE = {
    "model/register.py": [
        (
            '    note: Pair | None = None\n    """A note to',
            '    department: Pair | None = None\n    note: Pair | None = None\n    """A note to',
        )
    ],
    "data/tables.py": [
        (
            '        "note": as_dict(entry.note),\n',
            '        "department": as_dict(entry.department),\n        "note": as_dict(entry.note),\n',
        )
    ],
    "data/columns.py": [
        (
            '    Field("note_zh", "note.zh"),\n',
            '    Field("department", "department.en", fact=True),\n    Field("department_zh", "department.zh"),\n'
            '    Field("note_zh", "note.zh"),\n',
        ),
        ('    Column("speaker"),\n', '    Column("department"),\n    Column("speaker"),\n'),
        ('FACETS = ("speaker", ', 'FACETS = ("speaker", "department", '),
        (
            "    options = {\n",
            "    departments = {entry.department.en: entry.department for entry in entries if entry.department}\n"
            "    options = {\n"
            '        "department": [Option(value, name) for value, name in departments.items()],\n',
        ),
    ],
    "html/templates/rows.html": [
        (
            "{% set cells = {",
            "{% macro department(row) %}{{ row.entry.department[lang] if row.entry.department }}{% endmacro %}\n"
            '{% set cells = {"department": department, ',
        )
    ],
}
PROJECT = [
    {
        "file": f"data/{EVENT}/targets.yml",
        "find": "  what: {zh: 投入使用的電車, en: trams in service}\n",
        "replace": "  what: {zh: 投入使用的電車, en: trams in service}\n  department: {zh: 交通局, en: Transport Office}\n",
    },
    {
        "file": "data/strings.yml",
        "find": "column.quote:",
        "replace": "".join(f"{key}.department: {{zh: 牽頭部門, en: Lead department}}\n" for key in ("column", "facet")) + "column.quote:",
    },
]
PAGE = f"""
import pathlib
from verbatim.html.render import Renderer
from verbatim.model.addresses import Urls
from verbatim.model.locale import locale_of
from verbatim.project import load_project
corpus = load_project(pathlib.Path(".")).corpus
renderer, transcript = Renderer(corpus, Urls()), corpus.transcripts["{EVENT}"]
for name in ("register", "targets"):
    print(renderer.insert(name, locale_of("en"), "{EVENT}/targets", "en/{EVENT}/targets/", transcript))
"""


def test_a_column_that_is_added_by_the_recipe_is_in_the_data_the_tables_and_the_form(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "hooks/verbatim", tmp_path / "hooks/verbatim", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    for name, content in edited(PROJECT).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for name, changes in ENGINE.items():
        path = tmp_path / "hooks/verbatim" / name
        text = path.read_text("utf-8")
        for before, after in changes:
            assert text.count(before) == 1, (name, before)
            text = text.replace(before, after)
        path.write_text(text, "utf-8")

    _run(tmp_path, "-m", "verbatim", "export", "out")
    with (tmp_path / "out/targets.csv").open(encoding="utf-8", newline="") as file:
        departments = {row["id"]: row["department_zh"] for row in csv.DictReader(file)}
    html = _run(tmp_path, "-c", PAGE)

    assert departments["trams-in-service"] == "交通局"
    assert '<select name="department">\n<option value="">' in html
    assert '<option value="Transport Office">Transport Office</option>' in html
    assert '<option value="department">Lead department</option>' in html
    assert 'data-department="Transport Office"' in html
    assert '<td data-label="Lead department">Transport Office</td>' in html


def _run(root: Path, *command: str) -> str:
    """What a command of the copied engine prints; it must succeed."""
    environment = {**os.environ, "PYTHONPATH": str(root / "hooks"), "PYTHONUTF8": "1"}
    environment.pop("COVERAGE_PROCESS_START", None)
    done = subprocess.run([sys.executable, *command], cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
