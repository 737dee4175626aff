"""The manuals agree with the code where their tables are written by hand."""

from __future__ import annotations

import re

import manuals

from verbatim.html.directives import DIRECTIVES

from .example import ROOT
from .test_cases import CODES

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


def test_a_line_of_a_manual_outside_its_tables_is_left_as_it_is() -> None:
    for path, text in manuals.filled(ROOT).items():
        written = (ROOT / path).read_text("utf-8")
        assert manuals.PLACE.sub("", text) == manuals.PLACE.sub("", written)
