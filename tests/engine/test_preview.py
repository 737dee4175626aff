"""What a live server displays: drafts with all their faults, and nothing where another event has one."""

from __future__ import annotations

import pytest

from verbatim.model.faults import OPEN
from verbatim.model.locale import LOCALES
from verbatim.project import InvalidProject, previewed
from verbatim.read.files import Files
from verbatim.read.markdown_page import body_of

from .draft_work import HARBOR, bilingual, displayed
from .example import EVENT, example, renderer, resealed, theme_strings

PAGE = f"docs/zh/{HARBOR}/briefing.md"
TARGETS = f"data/{HARBOR}/targets.yml"


def with_edit(path: str, find: str, replace: str, files: Files | None = None) -> Files:
    """The draft of the tests with one more edit."""
    files = files or bilingual(HARBOR)
    text = files[path].decode("utf-8")
    assert find in text
    return {**files, path: text.replace(find, replace, 1).encode("utf-8")}


def codes(files: Files) -> list[str]:
    """The codes of the faults that do not stop the display of a project, each page of which can then be made."""
    of, faults = previewed(files, theme_strings())
    assert all(HARBOR in fault.path for fault in faults)
    assert displayed(of, files, HARBOR)
    return [fault.code for fault in faults]


def test_a_draft_whose_only_faults_are_open_points_has_none_to_display() -> None:
    assert codes(bilingual(HARBOR)) == []


@pytest.mark.parametrize(
    ("path", "find", "replace", "code"),
    [
        (PAGE, 'title: "', 'title: "旨在', "P7"),
        (TARGETS, "field: TODO", "field: nowhere", "V1"),
        (TARGETS, "at: opening-", "at: nowhere-", "A1"),
    ],
)
def test_a_draft_with_other_faults_is_displayed(path: str, find: str, replace: str, code: str) -> None:
    found = codes(with_edit(path, find, replace))

    assert code in found
    assert OPEN not in found


def test_an_event_that_was_never_published_is_displayed_although_nothing_is_open() -> None:
    files = with_edit(f"docs/en/{EVENT}/lin-shuya.md", "45%", "54%", example())
    unpublished = {path: content for path, content in files.items() if path != f"data/{EVENT}/published.txt"}
    lines = files["data/published.txt"].splitlines(True)
    unpublished["data/published.txt"] = b"".join(line for line in lines if EVENT.encode() not in line)

    of, faults = previewed(unpublished, theme_strings())

    assert {"D1", "W6"} <= {fault.code for fault in faults}
    assert of.drafts == set()
    body = body_of(files[f"docs/en/{EVENT}/lin-shuya.md"].decode("utf-8"))[0]
    assert renderer(of).page(LOCALES["en"], f"{EVENT}/lin-shuya", body).markdown


def test_a_fault_of_a_published_event_stops_the_display() -> None:
    files = resealed(with_edit(f"docs/en/{EVENT}/lin-shuya.md", "45%", "54%", with_edit(PAGE, 'title: "', 'title: "旨在')))

    with pytest.raises(InvalidProject) as stopped:
        previewed(files, theme_strings())

    assert {fault.path.split("/")[-2] for fault in stopped.value.faults} == {EVENT}
    assert "P7" not in {fault.code for fault in stopped.value.faults}


def test_what_cannot_be_read_stops_the_display() -> None:
    with pytest.raises(InvalidProject, match=r"Y1 .*(?s:.)*the rest is checked once this can be read"):
        previewed(with_edit(TARGETS, "- id:", "- [id:"), theme_strings())
