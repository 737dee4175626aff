"""The manuals agree with the code where their tables are written by hand."""

from __future__ import annotations

import importlib.metadata
import json
import re

import manuals
import pytest

from verbatim.html.directives import DIRECTIVES
from verbatim.html.scripts import BUILT, DRESSED

from .example import ROOT
from .test_cases import CODES

MANUALS = ("README.md", "CONTRIBUTING.md", "data/README.md", "hooks/README.md", "hooks/DECISIONS.md", "tests/README.md")
PATH = r"`((?:(?:docs|fonts|hooks|overrides|tests|tools|deploy)/[\w./-]+)|data/[\w/-]+\.(?:yml|txt))`"
README = (ROOT / "hooks/README.md").read_text("utf-8")


def section(heading: str) -> str:
    return README.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def names(cell: str) -> list[str]:
    return re.findall(r"`([a-z]+)`", cell)


def test_every_code_of_the_engine_and_no_other_is_explained() -> None:
    explained = re.findall(r"^\| ([A-Z]\d) \| .+ \|$", section("Rules"), re.M)

    assert sorted(explained) == CODES


def test_every_directive_and_no_other_is_explained() -> None:
    cells = re.findall(r"^\| (`[^|]+) \| .+ \|$", section("Directives"), re.M)

    assert sorted(name for cell in cells for name in names(cell)) == sorted(DIRECTIVES)


def test_the_directives_that_may_be_on_any_page_are_named() -> None:
    sentence = next(line for line in section("Directives").split("\n") if "on any page" in line)

    assert sorted(names(sentence)) == sorted(name for name, directive in DIRECTIVES.items() if directive.anywhere)


def test_every_script_of_the_site_and_no_other_is_explained_with_its_style_sheet() -> None:
    cells = re.findall(r"^\| (`[^|]+) \| [^|]+ \| .+ \|$", section("What runs in the browser, and when it is fetched"), re.M)

    assert sorted(name for cell in cells for name in re.findall(r"`([a-z-]+)`", cell)) == sorted(BUILT)
    assert sorted(re.findall(r"`([a-z-]+)` with its style sheet", "\n".join(cells))) == sorted(DRESSED)


def test_a_line_of_a_manual_outside_its_tables_is_left_as_it_is() -> None:
    for path, text in manuals.filled(ROOT).items():
        written = (ROOT / path).read_text("utf-8")
        assert manuals.PLACE.sub("", text) == manuals.PLACE.sub("", written)


@pytest.mark.parametrize("name", MANUALS)
def test_links_and_paths_in_a_manual_lead_to_files(name: str) -> None:
    path = ROOT / name
    text = path.read_text("utf-8").partition("\n## Superseded\n")[0]
    links = {path.parent / link for link in re.findall(r"\]\(([^):#]+)\)", text)}
    paths = {ROOT / one for one in re.findall(PATH, text)}

    assert [str(one) for one in sorted(links | paths) if not one.exists()] == []


@pytest.mark.parametrize("name", MANUALS)
def test_commands_in_a_manual_exist(name: str) -> None:
    known = set(re.findall(r"^    \./run (\w+)", (ROOT / "run").read_text("utf-8"), re.M))

    used = set(re.findall(r"\./run ([a-z]+)\b", (ROOT / name).read_text("utf-8")))

    assert used - known == set()


def test_each_decision_has_a_number_of_its_own_and_a_changed_one_names_another() -> None:
    text = (ROOT / "hooks/DECISIONS.md").read_text("utf-8")
    current, _, superseded = text.partition("\n## Superseded\n")
    numbers, old = (re.findall(r"^- \*\*(S?\d+)\. ", part, re.M) for part in (current, superseded))

    assert len({*numbers, *old}) == len([*numbers, *old])
    changed = re.findall(r"^- \*\*.* Changed by (S?\d+)\.$", superseded, re.M)
    assert len(changed) == len(old)
    assert set(changed) <= {*numbers, *old}


def test_the_bill_of_materials_lists_what_the_lock_pins() -> None:
    pinned = re.findall(r"^([\w.-]+)==([^ \\;]+)", (ROOT / "requirements.txt").read_text("utf-8"), re.M)
    listed = json.loads((ROOT / "sbom.json").read_text("utf-8"))["components"]

    assert sorted((one["name"], one["version"]) for one in listed) == sorted(pinned)


def test_the_licences_of_everything_that_ships_with_the_site_are_listed() -> None:
    listed = (ROOT / "overrides/licenses.txt").read_text("utf-8")
    theme = importlib.metadata.distribution("mkdocs-material").read_text("licenses/LICENSE") or ""
    tables = [f"hooks/verbatim/text/tables/{name}-LICENSE" for name in ("OpenCC", "pypinyin")]
    own = ("LICENSE", "LICENSE-WORDS.md", "fonts/OFL-Chinese.txt", "fonts/OFL-Latin.txt", *tables)

    for text in (theme, *((ROOT / path).read_text("utf-8") for path in own)):
        assert text.strip() in listed
