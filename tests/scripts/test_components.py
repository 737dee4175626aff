"""Each script registers one component under the name of its file, and leaves no other global behind."""

from __future__ import annotations

import re

import pytest
from javascript import SOURCES, added_names

from verbatim.html.scripts import BUILT


def component(path: str) -> str:
    """The name of the component in a file: its own, without hyphens."""
    first, *more = path.rpartition("/")[2].split("-")
    return first + "".join(word.capitalize() for word in more)


@pytest.mark.parametrize("path", sorted(set(SOURCES) - {"core/verbatim"}))
def test_a_source_is_one_component_named_after_its_file(path: str) -> None:
    code = re.sub(r"^//.*\n", "", SOURCES[path], flags=re.M).strip()

    assert code.startswith(f'verbatim.define("{component(path)}", (')
    assert code.endswith("});") or code.endswith("}));")
    assert code.count("\nverbatim.define") == 0


def test_every_source_is_part_of_a_script_and_every_part_has_a_source() -> None:
    assert {part for parts in BUILT.values() for part in parts} == set(SOURCES)


def test_the_scripts_add_one_name_to_the_window() -> None:
    assert added_names() == {"verbatim"}
