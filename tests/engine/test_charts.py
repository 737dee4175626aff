from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from markupsafe import Markup

from verbatim.analysis.glossary import glossary, simplified_pairs
from verbatim.analysis.register import facets
from verbatim.analysis.statistics import Firmness, Share, base, firmness, series, shares, value
from verbatim.html.charts import Bar, bars, draw_bars, draw_firmness, draw_shares, lines, width
from verbatim.model import LANGS, Lang, Target

from .example import EVENT, changed, corpus, corpus_of, renderer, transcript
from .test_render import inserted

MULTIPLE: Mapping[str, Any] = {
    "file": "data/tram-2031/targets.yml",
    "find": "quote: {zh: 2.5倍, en: 2.5 times}",
    "replace": "quote: {zh: 是2028年的2.5倍, en: 2.5 times the 2028 figure}",
}
CHARTS: Mapping[str, Any] = {
    "file": "data/tram-2031/charts.yml",
    "content": """
- id: visits
  title: {zh: 讀者是2.5倍, en: Visits at 2.5 times}
  rows: [library-visits]
  multiple: visits-multiple
  base: {zh: 2028年, en: "2028"}
- id: projects
  title: {zh: 工程, en: Projects & more}
  rows: [projects-done, large-projects]
  note: {zh: 去年與今年。, en: Last year and this year.}
""",
}
DRAWN = corpus_of(MULTIPLE, CHARTS)


def parts(svg: str, tag: str) -> list[ElementTree.Element]:
    """The elements of a drawing of one kind."""
    return list(ElementTree.fromstring(svg).iter(f"{{http://www.w3.org/2000/svg}}{tag}"))


def words(svg: str) -> list[str]:
    """All words of a drawing."""
    return [one.text or "" for one in parts(svg, "text")]


def amount(row: Target) -> str:
    return f"{value(row):,}"


def test_promises_are_counted_by_speaker_and_field_in_the_order_of_the_text() -> None:
    found = shares(corpus(), transcript())

    assert [(one.speaker and one.speaker.id, one.field, one.targets, one.commitments, one.total) for one in found] == [
        ("chen-haizhou", "industry", 3, 0, 3),
        ("chen-haizhou", "environment", 1, 1, 2),
        ("lin-shuya", "science", 1, 0, 1),
    ]


def test_strengths_and_operators_that_never_occur_are_left_out() -> None:
    found = firmness(corpus(), transcript())

    assert found.strengths == ("ensure", "will", "aim", "explore")
    assert found.operators == ("exactly", "at_least", "about", "between", None)
    assert found.counts["aim", "at_least"] == 1
    assert found.counts["explore", None] == 1
    assert sum(found.counts.values()) == 6


def test_a_register_without_promises_has_nothing_to_count() -> None:
    empty = changed(corpus(), targets=())

    assert shares(empty, transcript(empty)) == []
    assert firmness(empty, transcript(empty)) == Firmness((), (), {})


@pytest.mark.parametrize(
    ("whole", "multiple", "wanted"),
    [
        ("26586", "4.1", ("6500", "6406", "6564")),
        ("360000", "2.5", ("140000", "141176", "146939")),
        ("9", "4", ("2", "2", "3")),
        ("10", "4.00", ("2.50", "2", "3")),
    ],
    ids=["thousands", "what is half goes to the even digit", "ones", "decimals stay"],
)
def test_the_base_of_a_multiple_is_rounded_as_the_multiple_is(whole: str, multiple: str, wanted: tuple[str, str, str]) -> None:
    found = base(Decimal(whole), Decimal(multiple))

    assert (str(found.value), str(found.low), str(found.high)) == wanted


def test_a_series_holds_its_rows_and_the_computed_base() -> None:
    visits, projects = series(transcript(DRAWN))

    assert [row.id for row in visits.rows] == ["library-visits"]
    assert visits.multiple is not None
    assert visits.multiple.id == "visits-multiple"
    assert visits.base == base(Decimal(360000), Decimal("2.5"))
    assert ([row.id for row in projects.rows], projects.multiple, projects.base) == (["projects-done", "large-projects"], None, None)


@pytest.mark.parametrize("lang", LANGS)
def test_the_computed_bar_comes_first_and_is_told_apart(lang: Lang) -> None:
    visits, projects = series(transcript(DRAWN))

    first, second = bars(visits, amount, "about so many", lang)

    assert (first.label, first.said, first.kind) == ("2028年" if lang == "zh" else "2028", "about so many", "computed")
    assert (second.said, second.kind) == ("360,000", "figure")
    assert [bar.kind for bar in bars(projects, amount, "", lang)] == ["figure", "target"]


@pytest.mark.parametrize(
    ("text", "room", "wanted"),
    [
        ("two words", 200, ["two words"]),
        ("two words", 40, ["two", "words"]),
        ("unbreakable", 10, ["unbreakable"]),
        ("電車電車", 27, ["電車", "電車"]),
        ("電車，電車", 30, ["電", "車，", "電車"]),
        ("約 9 項", 200, ["約 9 項"]),
        ("", 10, [""]),
    ],
)
def test_words_are_cut_between_words_and_between_han_characters(text: str, room: float, wanted: list[str]) -> None:
    assert lines(text, room) == wanted


def test_a_han_character_is_as_wide_as_the_type() -> None:
    assert width("電", 10) == 10
    assert width("t", 10) < 10


def test_a_drawing_is_an_image_with_title_and_description() -> None:
    svg = draw_bars("some", [Bar("R&D", "<9", Decimal(9), "figure")], "Title & more", "Said")

    root = ElementTree.fromstring(svg)
    ids = [parts(svg, tag)[0].get("id") for tag in ("title", "desc")]
    assert (root.get("role"), root.get("viewBox"), root.get("width")) == ("img", "0 0 320 56", None)
    assert [root.get("aria-labelledby"), root.get("aria-describedby")] == ids == ["picture-some-title", "picture-some-said"]
    assert [parts(svg, tag)[0].text for tag in ("title", "desc")] == ["Title & more", "Said"]
    assert words(svg) == ["R&D", "<9"]


def test_words_that_a_template_has_escaped_are_escaped_once() -> None:
    svg = draw_bars("some", [Bar(Markup("R&amp;D"), "9", Decimal(9), "figure")], Markup("a &lt; b"), "")

    assert words(svg)[0] == "R&D"
    assert parts(svg, "title")[0].text == "a < b"


def test_bars_are_as_long_as_their_numbers() -> None:
    svg = draw_bars("some", [Bar("one", "40", Decimal(40), "figure"), Bar("other", "10", Decimal(10), "target")], "", "")

    assert [(one.get("width"), one.get("class")) for one in parts(svg, "rect")] == [("319.0", "bar figure"), ("79.0", "bar target")]


def test_a_count_stands_inside_its_bar_where_there_is_room() -> None:
    found = [Share(None, "one", 60, 40), Share(None, "other", 0, 1)]

    svg = draw_shares(found, lambda share: share.field, {"target": "T", "commitment": "C"}, "", "")

    assert words(svg) == ["T", "C", "one", "60", "40", "100", "other", "1"]
    assert len(parts(svg, "rect")) == 2 + 2 + 1
    assert parts(svg, "text")[3].get("class") == "inside target"


def test_a_square_has_the_area_of_its_count() -> None:
    found = Firmness(("will",), ("about", None), {("will", "about"): 1, ("will", None): 4})

    svg = draw_firmness(found, lambda name: f"strength {name}", lambda name: f"operator {name}", "", "")

    small, large = parts(svg, "rect")
    assert (small.get("class"), large.get("class")) == ("bar target", "bar commitment")
    assert (small.get("width"), large.get("width")) == ("12.0", "25.0")
    assert words(svg) == ["operator about", "operator None", "strength will", "1", "4"]


def test_a_place_without_promises_holds_a_dot() -> None:
    found = Firmness(("will", "aim"), (None,), {("will", None): 1})

    assert words(draw_firmness(found, str, str, "", ""))[-1] == "·"


def test_what_is_empty_can_be_drawn() -> None:
    assert words(draw_firmness(Firmness((), (), {}), str, str, "", "")) == []
    assert words(draw_shares([], str, {}, "", "")) == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_directive_draws_every_chart_with_its_data(lang: Lang) -> None:
    html = inserted("charts", lang, renderer(DRAWN))

    assert re.findall(r'<figure class="picture" id="picture-(\w+)">', html) == ["shares", "firmness", "visits", "projects"]
    assert html.count('role="img"') == html.count("<details>") == html.count("<caption") == 4
    assert "140,000" in html
    assert "141,176" in html
    assert '?speaker=chen-haizhou&field=industry&kind=target#filter">3</a>' in html.replace("&amp;", "&")
    assert ("Last year and this year." in html) == (lang == "en")


def test_no_colour_is_written_into_a_drawing() -> None:
    html = inserted("charts", "en", renderer(DRAWN))

    assert not re.search(r'\b(?:fill|stroke|style)="', html)


def test_a_notice_that_promises_is_named_and_a_register_without_promises_draws_nothing() -> None:
    lead = next(segment for segment in transcript().segments.values() if segment.by is None)
    target = next(row for row in transcript().targets if row.kind == "target")
    noticed = changed(corpus(), targets=(type(target)(**{**vars(target), "at": lead.address}),))

    html = inserted("charts", "en", renderer(noticed))

    assert "opening notice: " in html
    assert "speaker=none" in html
    assert "<figure" not in inserted("charts", "en", renderer(changed(corpus(), targets=())))


def test_a_register_is_filtered_by_the_values_that_occur() -> None:
    found = facets(corpus(), transcript())

    assert found == {
        "speaker": ["chen-haizhou", "lin-shuya"],
        "field": ["science", "industry", "environment"],
        "kind": ["target", "commitment", "figure"],
        "operator": ["exactly", "at_least", "more_than", "about", "between", "multiple_of"],
        "strength": ["ensure", "will", "aim", "explore"],
    }
    html = inserted("register")
    assert re.findall(r'<select name="(\w+)">', html) == ["speaker", "field", "kind", "operator", "strength", "time", "sort"]
    assert '<form class="finder register-tool" id="register-tool" hidden' in html


def test_a_row_carries_what_it_is_sorted_and_filtered_by() -> None:
    assert 'id="fare-discounts" data-row="5 chen-haizhou ' in inserted("commitments", "en")


def test_a_term_links_to_each_sentence_in_both_languages() -> None:
    html = inserted("glossary", "en", name="glossary")

    entries = [one for group in glossary(corpus()).values() for one in group]
    assert html.count('<details class="context">') == sum(bool(one.occurs) for one in entries)
    for one in entries:
        for segment in one.occurs:
            assert f'href="../{EVENT}/{segment.page}/#{segment.address}"'.replace("/index/", "/") in html
            assert f'hreflang="zh-Hant" href="../../{EVENT}/{segment.page}/#{segment.address}"'.replace("/index/", "/") in html


def test_the_folding_holds_what_may_be_typed_for_a_character_of_a_term() -> None:
    pairs = simplified_pairs(corpus())

    assert "電电" in pairs
    assert "車车" in pairs
    assert "龍龙" not in pairs
