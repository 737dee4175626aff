from __future__ import annotations

import re
from pathlib import Path

import pytest

from verbatim.html.css_words import words
from verbatim.html.stylesheets import InvalidStyleSheet, file_name, stylesheets, tokens

from .example import ROOT, corpus

THEME = {"theme.css": ".z{top:0}:root{--one:1px;--two:2px;--three:3px}"}
OWN = {"base.css": "/* ours */\np { top: var(--one); }\n", "page.css": ".b { left: 0; }"}
OURS = {"site": OWN}
USED = words(['<p class="z">', 'style.getPropertyValue("--two")'])


def test_the_theme_comes_first_in_a_layer_then_all_our_rules(tmp_path: Path) -> None:
    text = stylesheets(THEME, OURS, USED, tmp_path)["site"]

    assert text == "@layer theme{.z{top:0}:root{--one:1px;--two:2px}}p{top:var(--one)}.b{left:0}"
    assert re.fullmatch(r"site\.[0-9a-f]{8}\.min\.css", file_name("site", text))


def test_a_property_that_our_sheets_set_for_the_theme_is_theirs_alone(tmp_path: Path) -> None:
    theme = {"theme.css": ":root{--md-one:1px;--md-two:2px}p{top:var(--md-one);left:var(--md-two)}"}

    text = stylesheets(theme, {"site": {"base.css": ":root { --md-one: 3px; }"}}, words(["<p>"]), tmp_path)["site"]

    assert text == "@layer theme{:root{--md-two:2px}p{top:var(--md-one);left:var(--md-two)}}:root{--md-one:3px}"


def test_a_sheet_is_kept_for_the_next_build_whole_and_its_name_changes_with_it(tmp_path: Path) -> None:
    names = [file_name("site", stylesheets(THEME, {"site": own}, USED, tmp_path)["site"]) for own in (OWN, OWN, {"base.css": "p{top:1px}"})]

    assert names[0] == names[1] != names[2]
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("damage", ["", "p{top:"])
def test_a_kept_sheet_that_was_cut_short_counts_as_absent(tmp_path: Path, damage: str) -> None:
    made = stylesheets(THEME, OURS, USED, tmp_path)
    [kept] = tmp_path.iterdir()
    kept.write_text(damage)

    assert stylesheets(THEME, OURS, USED, tmp_path) == made
    assert [kept.read_text()] == [*made.values()]


def test_a_cache_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the place of the folder")

    assert stylesheets(THEME, OURS, USED, tmp_path / "cache") == stylesheets(THEME, OURS, USED, tmp_path)


def test_the_cut_depends_on_the_words_of_templates_and_scripts(tmp_path: Path) -> None:
    assert ".z{" not in stylesheets(THEME, OURS, frozenset(), tmp_path)["site"]


def test_a_part_of_the_theme_is_in_the_sheet_of_that_part_with_the_properties_that_only_it_uses(tmp_path: Path) -> None:
    theme = {"theme.css": ":root{--a:1px;--b:2px}@media print{p,details{top:var(--a)}details{left:var(--b)}}@page{margin:1cm}"}
    own = {"site": {"base.css": "a{top:0}"}, "details": {"details.css": "b{top:0}"}, "home": {"home.css": "i{top:0}"}}

    sheets = stylesheets(theme, own, words(["<p><details>"]), tmp_path)

    assert sheets["site"] == "@layer theme{:root{--a:1px}@media print{p{top:var(--a)}}@page{margin:1cm}}a{top:0}"
    assert sheets["details"] == "@layer theme{:root{--b:2px}@media print{details{top:var(--a)}details{left:var(--b)}}}b{top:0}"
    assert sheets["home"] == "i{top:0}"


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
        stylesheets(THEME, {"site": {"base.css": "p{top:0}", "page.css": sheet}}, USED, tmp_path)
    assert not list(tmp_path.iterdir())


def test_animations_and_blocks_of_ours_are_all_kept(tmp_path: Path) -> None:
    own = "@keyframes on{to{top:0}}@page{margin:1cm}p{--a:1px}"

    assert stylesheets({}, {"site": {"base.css": own}}, USED, tmp_path)["site"].endswith(
        "@keyframes on{to{top:0}}@page{margin:1cm}p{--a:1px}"
    )


def test_every_colour_has_its_property_on_light_and_on_dark_screens_and_every_kind_its_sign() -> None:
    design = corpus().design

    light, dark = tokens(design).split("@media screen")

    assert all(f'.{kind}{{--sign:"{getattr(design.signs, kind)}"}}' in light for kind in ("target", "commitment", "figure", "slip"))
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
