from __future__ import annotations

import re

import pytest

from verbatim.html.stylesheets import InvalidStyleSheet, file_name, stylesheets, tokens

from .example import ROOT, corpus

OWN = {"base.css": "/* ours */\np { top: var(--one); }\n", "print.css": ".b { left: 0; }", "turns.css": "", "cite.css": ".c { left: 0; }"}
ORDER = "@layer base,page,feature,print;"
OURS = {"site": OWN}


def test_a_sheet_is_its_files_minified_each_in_its_layer() -> None:
    text = stylesheets(OURS)["site"]

    assert text == f"{ORDER}@layer base{{p{{top:var(--one)}}}}@layer print{{.b{{left:0}}}}@layer feature{{.c{{left:0}}}}"
    assert re.fullmatch(r"site\.[0-9a-f]{8}\.min\.css", file_name("site", text))
    assert file_name("site", text) != file_name("site", text + "p{top:1px}")


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
def test_a_sheet_that_cannot_be_read_is_reported_with_its_place(sheet: str, place: str) -> None:
    with pytest.raises(InvalidStyleSheet, match=rf"page\.css:{place}: "):
        stylesheets({"site": {"base.css": "p{top:0}", "page.css": sheet}})


def test_blocks_that_hold_no_rules_are_left_as_they_are() -> None:
    own = "@page{margin:1cm}@media print{p{--a:1px}}"

    assert stylesheets({"site": {"base.css": own}}) == {"site": f"{ORDER}@layer base{{{own}}}"}


def test_layers_decide_what_wins_and_no_rule_says_that_it_is_important_or_counts_for_nothing() -> None:
    sheets = {path.name: path.read_text("utf-8") for path in ROOT.glob("overrides/**/*.css")}

    assert [name for name, text in sheets.items() if "!important" in text or ":where(" in text] == []


def test_every_class_that_a_sheet_names_is_on_some_page_or_made_by_a_script() -> None:
    makers = [*ROOT.glob("overrides/**/*.html"), *ROOT.glob("overrides/**/*.js"), *ROOT.glob("hooks/verbatim/**/*.html")]
    makers += ROOT.glob("hooks/verbatim/html/*.py")
    known = {word for path in makers for word in re.findall(r"[\w-]+", path.read_text("utf-8"))}
    sheets = "".join(re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S) for path in ROOT.glob("overrides/**/*.css"))
    named = set(re.findall(r"\.([a-z][\w-]*)(?=[^{}]*\{)", sheets))

    made = {"hit-text", "hit-twin", "hit-said"}  # from parts of the name
    assert named - known == made


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
    by_scripts = "".join(path.read_text("utf-8") for path in ROOT.glob("overrides/**/*.js"))
    set_here = set(re.findall(r"--([a-z-]+):", sheets)) | set(re.findall(r'setProperty\("--([a-z-]+)"', by_scripts))
    used = set(re.findall(r"var\(--([a-z-]+)\)", sheets)) - set_here
    used |= set(re.findall(r'colour\("([a-z-]+)"\)', print_)) | set(re.findall(r"colours\.(?!at)([a-z]+)", print_))

    assert used == set(colours) - {"light"}


def test_the_paper_has_colours_of_its_own_where_they_are_given() -> None:
    design = corpus().design

    assert (design.on_paper["rule"], design.on_paper["page"]) == (design.colours["rule"].print, design.colours["page"].light)


def test_the_signs_in_our_words_are_those_of_the_kinds() -> None:
    signs = corpus().design.signs
    for path in ROOT.glob("docs/*/*/targets.md"):
        assert re.findall(r"[\u25a0-\u25ff]", path.read_text("utf-8")) == [signs.target, signs.commitment, signs.figure], path
