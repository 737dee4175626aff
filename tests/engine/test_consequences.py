"""One value of the example after another is opened: nothing but the open point is reported, and what is decided is judged as before."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml

from verbatim.project import checked
from verbatim.read.corpus import Transcript
from verbatim.read.files import Files

from .draft_work import KINDS, drafted
from .example import EVENT, example, report, theme_strings

_DECIDED = re.compile(
    r"(?:^|\.)(?:id|at|turns.*|class|kind|sha256|value|low|high|year|month|find|count|defined_in_part|coded|panel|label.*|zh|what)$"
)
"""Keys whose value names or counts something else, so that nothing can be checked while it is open; their rules report it."""


def scalars(node: yaml.Node, key: str = "") -> Iterator[tuple[str, yaml.Node]]:
    if isinstance(node, yaml.ScalarNode):
        yield key, node
    elif isinstance(node, yaml.SequenceNode):
        for one in node.value:
            yield from scalars(one, key)
    else:
        for name, one in node.value:
            yield from scalars(one, f"{key}.{name.value}".lstrip("."))


def _composed(text: str) -> yaml.Node:
    node = yaml.compose(text)
    assert node is not None
    return node


Span = tuple[int, int]


def openable() -> Iterator[tuple[str, str, list[Span]]]:
    """Path, key and place of each value of the example that can be open, once for each key of a file; and every other line of a page."""
    for path, content in example().items():
        text = content.decode("utf-8")
        if re.fullmatch(r"data/tram-2031/(?!aliases|errata)\w+\.yml", path):
            found = {
                key: [(one.start_mark.index, one.end_mark.index)]
                for key, one in scalars(_composed(text))
                if not _DECIDED.search(key) or re.search(r"(?:quote|name|office)\.zh$", key)
            }
            yield from ((path, key, place) for key, place in found.items())
        elif re.fullmatch(r"docs/en/tram-2031/(?:index|chen-haizhou)\.md", path):
            lines = re.finditer(r"^(?:title: |description: |#+ |\*\*[^*]+\*\* ?|(?=[A-Z“]))(.+?)(?: \{#[\w-]+\})?$", text, re.M)
            spans = [line.span(1) for line in lines]
            yield from ((path, name, some) for name, some in (("odd", spans[::2]), ("even", spans[1::2])) if some)


@pytest.mark.parametrize(("path", "key", "spans"), [*openable()])
def test_nothing_but_the_open_point_is_reported(path: str, key: str, spans: list[Span]) -> None:
    text = example()[path].decode("utf-8")

    for start, end in reversed(spans):
        text = f"{text[:start]}TODO{text[end:]}"

    told = report({**example(), path: text.encode()})

    assert re.fullmatch(rf"\S+:\d+: O1 tram-2031 is a draft: {len(spans)} open points? .*\n +fix: .*", told), told


def codes(*edits: tuple[str, str, str]) -> list[str]:
    """The codes that are reported beside O1 where a text of a file is replaced by another."""
    files = dict(example())
    for path, find, replace in edits:
        text = files[path].decode("utf-8")
        assert text.count(find) == 1, find
        files[path] = text.replace(find, replace).encode("utf-8")
    return beside_open_points(files)


def beside_open_points(files: Files) -> list[str]:
    """The codes that are reported of files, without O1."""
    return [code for code in re.findall(r"^\S+:\d+: (\w\d) ", report(files), re.M) if code != "O1"]


DATA, EN = "data/tram-2031", "docs/en/tram-2031"


@pytest.mark.parametrize(
    ("edits", "wanted"),
    [
        ([(f"{DATA}/people.yml", "pinyin: Hé Píng", "pinyin: TODO Hé Píng"), (f"{DATA}/people.yml", "實錄中沒有發言", "x")], []),
        (
            [
                (f"{DATA}/people.yml", "pinyin: Hé Píng", "pinyin: TODO"),
                (f"{DATA}/people.yml", "en: On the roster; no remarks in the transcript.", "en: 名單中列出。"),
            ],
            ["B1"],
        ),
        (
            [(f"{DATA}/targets.yml", "what: {zh: 投入使用的電車", "what: {zh: TODO"), (f"{DATA}/notes.yml", "at: q1-a0-2", "at: q1-a0-9")],
            ["A1"],
        ),
        ([(f"{DATA}/targets.yml", "what: {zh: 投入使用的電車", "what: {zh: TODO"), (f"{EN}/lin-shuya.md", "45%", "54%")], ["D1", "T1"]),
        (
            [
                (f"{EN}/lin-shuya.md", "May I ask", "TODO"),
                (f"{DATA}/terms.yml", "[book trams]", "[book trams, rolling books]"),
            ],
            [],
        ),
        (
            [
                (f"{EN}/lin-shuya.md", "May I ask", "TODO"),
                (f"{DATA}/terms.yml", "[book trams]", "[book trams]\n  forms_zh: [飛車]"),
            ],
            ["K4"],
        ),
        ([(f"{DATA}/units.yml", "zh: [列]", "zh: [TODO]"), (f"{DATA}/notes.yml", "id: two", "id: Two")], ["A6", "V2"]),
    ],
)
def test_what_is_decided_is_judged_beside_an_open_point(edits: list[tuple[str, str, str]], wanted: list[str]) -> None:
    assert sorted({*codes(*edits)}) == wanted


def test_a_form_may_be_written_before_the_translation_of_a_source_in_simplified_characters() -> None:
    terms = example()[f"{DATA}/terms.yml"].replace(b"[book trams]", b"[book trams, rolling books]")

    assert beside_open_points({**example(), f"{DATA}/terms.yml": terms}) == ["K4"]
    assert beside_open_points({**drafted(KINDS[1]), f"{DATA}/terms.yml": terms}) == []


def test_a_draft_is_built_without_what_is_open_and_what_names_it() -> None:
    charts = "- {id: a, title: {zh: 工程, en: Projects}, rows: [projects-done, large-projects]}\n"
    files = {**example(), "data/tram-2031/charts.yml": charts.encode()}

    def built(path: str, find: str, replace: str) -> Transcript:
        text = files[path].decode("utf-8")
        assert text.count(find) == 1
        return checked({**files, path: text.replace(find, replace).encode()}, theme_strings(), drafts=True).transcripts[EVENT]

    entry = built(f"{DATA}/targets.yml", "en: projects completed last year", "en: TODO")
    term = built(f"{DATA}/terms.yml", "zh: 圖書館在平常閉館之後繼續開放。", "zh: TODO")

    assert "projects-done" not in [row.id for row in entry.entries]
    assert [chart.id for chart in entry.charts] == []
    assert [chart.id for chart in term.charts] == ["a"]
    assert "late-opening" in {name for row in checked(files, theme_strings()).transcripts[EVENT].entries for name in row.terms}
    assert "late-opening" not in {name for row in term.entries for name in row.terms}
