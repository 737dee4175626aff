from __future__ import annotations

import re
from pathlib import Path

import pytest

from verbatim.html.stylesheet import InvalidStyleSheet, stylesheet, tokens

from .example import ROOT, corpus

THEME = {"theme.css": ".z{top:0}:root{--one:1px;--two:2px;--three:3px}"}
OWN = {"base.css": "/* ours */\np { top: var(--one); }\n", "page.css": ".b { left: 0; }"}
USERS = ['<p class="z">', 'style.getPropertyValue("--two")']


def test_the_theme_comes_first_in_a_layer_then_all_our_rules(tmp_path: Path) -> None:
    name, text = stylesheet(THEME, OWN, USERS, tmp_path)

    assert text == "@layer theme{.z{top:0}:root{--one:1px;--two:2px}}p{top:var(--one)}.b{left:0}"
    assert re.fullmatch(r"site\.[0-9a-f]{8}\.min\.css", name)


def test_a_property_that_our_sheets_set_for_the_theme_is_theirs_alone(tmp_path: Path) -> None:
    theme = {"theme.css": ":root{--md-one:1px;--md-two:2px}p{top:var(--md-one);left:var(--md-two)}"}

    text = stylesheet(theme, {"base.css": ":root { --md-one: 3px; }"}, [], tmp_path)[1]

    assert text == "@layer theme{:root{--md-two:2px}p{top:var(--md-one);left:var(--md-two)}}:root{--md-one:3px}"


def test_a_sheet_is_kept_for_the_next_build_whole_and_its_name_changes_with_it(tmp_path: Path) -> None:
    names = [stylesheet(THEME, own, USERS, tmp_path)[0] for own in (OWN, OWN, {"base.css": "p{top:1px}"})]

    assert names[0] == names[1] != names[2]
    assert len(list(tmp_path.iterdir())) == 2


def test_the_cut_depends_on_the_words_of_templates_and_scripts(tmp_path: Path) -> None:
    assert ".z{" not in stylesheet(THEME, OWN, [], tmp_path)[1]


@pytest.mark.parametrize(
    ("sheet", "place"),
    [
        ("p{top:0}\n}", "2:1"),
        ("p {\n  top\n}", "2:3"),
        ("@media print{.x{top}}", "1:17"),
        ("p{}\n@import 'x.css';", "2:1"),
        ("p{em{top:0}}", "1:5"),
        ("p{@media print{top:0}}", "1:3"),
    ],
)
def test_a_sheet_of_ours_that_cannot_be_read_is_reported_with_its_place(tmp_path: Path, sheet: str, place: str) -> None:
    with pytest.raises(InvalidStyleSheet, match=rf"page\.css:{place}: "):
        stylesheet(THEME, {"base.css": "p{top:0}", "page.css": sheet}, USERS, tmp_path)
    assert not list(tmp_path.iterdir())


def test_animations_and_blocks_of_ours_are_all_kept(tmp_path: Path) -> None:
    own = "@keyframes on{to{top:0}}@page{margin:1cm}p{--a:1px}"

    assert stylesheet({}, {"base.css": own}, [], tmp_path)[1].endswith("@keyframes on{to{top:0}}@page{margin:1cm}p{--a:1px}")


def test_every_colour_has_its_property_on_light_and_on_dark_screens() -> None:
    design = corpus().design

    light, dark = tokens(design).split("@media screen")

    assert all(f"--{name}:{colour.light}" in light and f"--{name}:{colour.dark}" in dark for name, colour in design.colours.items())


def test_colours_and_signs_are_written_in_one_place_only() -> None:
    design, own = corpus().design, [*ROOT.glob("overrides/**/*.css"), *ROOT.glob("hooks/**/*.html"), *ROOT.glob("hooks/**/*.typ")]
    known = [
        *(colour.light for colour in design.colours.values()),
        *(getattr(design.signs, kind) for kind in ("target", "commitment", "figure")),
    ]

    assert [(path.name, value) for path in own for value in known if value in path.read_text("utf-8")] == []


def test_every_colour_that_sheets_and_print_use_is_known() -> None:
    colours = corpus().design.colours
    sheets = "".join(path.read_text("utf-8") for path in ROOT.glob("overrides/**/*.css"))
    print_ = "".join(path.read_text("utf-8") for path in ROOT.glob("hooks/verbatim/print/templates/*.typ"))
    used = set(re.findall(r"var\(--([a-z-]+)\)", sheets)) - set(re.findall(r"--([a-z-]+):", sheets))
    used |= set(re.findall(r'colour\("([a-z-]+)"\)', print_)) | set(re.findall(r"colours\.(?!at)([a-z]+)", print_))

    assert {name for name in used if not name.startswith("md-")} == set(colours) - {"light"}


def test_the_paper_has_colours_of_its_own_where_they_are_given() -> None:
    design = corpus().design

    assert (design.on_paper["rule"], design.on_paper["page"]) == (design.colours["rule"].print, design.colours["page"].light)


def test_the_signs_in_our_words_are_those_of_the_kinds() -> None:
    signs = corpus().design.signs
    for path in ROOT.glob("docs/*/*/targets.md"):
        assert re.findall(r"[\u25a0-\u25ff]", path.read_text("utf-8")) == [signs.target, signs.commitment, signs.figure], path
