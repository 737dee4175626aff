"""The proof against the source, on made-up pages: joined, they are the source, whatever the places of lines, paragraphs and sections."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verbatim.analysis.source_diff import differences, expected, join
from verbatim.model import Erratum, Line, Pair, Section, Where

HERE = Where("a.yml", 1)
TEXT = st.text("今年將建成碼頭3座。,:?", min_size=1, max_size=8)
LINE = st.builds(lambda label, text: Line(1, label, text), st.sampled_from(["", "甲:"]), TEXT)
PARAGRAPH = st.lists(LINE, min_size=1, max_size=3).map(tuple)
SECTIONS = st.lists(
    st.builds(lambda paragraphs: Section("s", "", 2, 1, tuple(paragraphs)), st.lists(PARAGRAPH, min_size=1, max_size=3)),
    min_size=1,
    max_size=4,
)


def source_of(sections: list[Section]) -> str:
    paragraphs = [paragraph for section in sections for paragraph in section.paragraphs]
    return "\n".join("".join(line.label + line.text for line in paragraph) for paragraph in paragraphs)


@given(SECTIONS)
def test_pages_cut_from_a_source_give_it_back(sections: list[Section]) -> None:
    joined = join(("a.md", section) for section in sections)

    assert joined.text == source_of(sections)
    assert differences(source_of(sections), joined.text) == []


@given(SECTIONS, st.data())
def test_a_character_that_is_changed_is_found_in_its_place(sections: list[Section], data: st.DataObject) -> None:
    source = source_of(sections)
    place = data.draw(st.integers(0, len(source) - 1))
    changed = f"{source[:place]}龍{source[place + 1 :]}"

    [found] = [one for one in differences(source, changed) if "龍" in one.pages]

    assert found.position + found.pages.index("龍") == place


@given(SECTIONS, st.data())
def test_a_declared_line_break_is_no_difference(sections: list[Section], data: st.DataObject) -> None:
    source = source_of(sections)
    place = data.draw(st.integers(0, len(source)))
    broken = f"{source[:place]}龍\n鳳{source[place:]}"
    erratum = Erratum(HERE, "break", "layout", "龍\n鳳", "龍鳳", 1, Pair(HERE, "斷行", "a broken line"))

    assert expected(broken, [erratum]) == f"{source[:place]}龍鳳{source[place:]}"
