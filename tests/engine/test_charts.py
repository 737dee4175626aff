from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from verbatim.analysis.glossary import simplified_pairs
from verbatim.analysis.statistics import Firmness, Share, base, firmness, series, shares
from verbatim.data.columns import facets
from verbatim.html.charts import STRINGS, ChartFigure, Measure, draw_firmness, draw_series, draw_shares, figures
from verbatim.html.drawing import Bar, Drawing, Text, lines, width
from verbatim.model import LANGS, Lang
from verbatim.model.locale import locale_of

from .example import changed, corpus, corpus_of, renderer, transcript
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


def texts(drawing: Drawing) -> list[str]:
    """All texts of a drawing."""
    return [mark.text for mark in drawing.marks if isinstance(mark, Text)]


def drawn_bars(drawing: Drawing) -> list[Bar]:
    """All bars of a drawing."""
    return [mark for mark in drawing.marks if isinstance(mark, Bar)]


def figure(name: str, lang: Lang = "en") -> ChartFigure:
    """A chart of the example by its id."""
    one = renderer(DRAWN)
    [found] = [chart for chart in figures(one.corpus, transcript(DRAWN), lang, partial(one.text, lang)) if chart.id == name]
    return found


def elements(svg: str, tag: str) -> list[ElementTree.Element]:
    """The elements of one kind in SVG."""
    return list(ElementTree.fromstring(svg).iter(f"{{http://www.w3.org/2000/svg}}{tag}"))


def test_promises_are_counted_by_speaker_and_field_in_the_order_of_the_text() -> None:
    found = shares(corpus(), transcript())

    assert [(" ".join(person.id for person in one.speakers), one.field, one.targets, one.commitments, one.total) for one in found] == [
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
    empty = changed(corpus(), entries=())

    assert shares(empty, transcript(empty)) == []
    assert firmness(empty, transcript(empty)) == Firmness((), (), {})


@pytest.mark.parametrize(
    ("whole", "multiple", "wanted"),
    [
        ("26586", "4.1", ("6500", "6406", "6564")),
        ("360000", "2.5", ("144000", "141176", "146939")),
        ("9", "4", ("2", "2", "3")),
        ("10", "4.00", ("2.50", "2.497", "2.503")),
        ("5", "2", ("2", "2", "3")),
    ],
    ids=[
        "thousands",
        "one digit more where the number would leave its bounds",
        "ones",
        "decimals stay",
        "what is half goes to the even digit",
    ],
)
def test_the_base_of_a_multiple_is_rounded_as_the_multiple_is(whole: str, multiple: str, wanted: tuple[str, str, str]) -> None:
    found = base(Decimal(whole), Decimal(multiple))

    assert (str(found.value), str(found.low), str(found.high)) == wanted


def test_a_series_holds_its_rows_and_the_computed_base() -> None:
    visits, projects = series(transcript(DRAWN))

    assert [row.id for row in visits.entries] == ["library-visits"]
    assert visits.multiple is not None
    assert visits.multiple.id == "visits-multiple"
    assert visits.base == base(Decimal(360000), Decimal("2.5"))
    assert ([row.id for row in projects.entries], projects.multiple, projects.base) == (["projects-done", "large-projects"], None, None)


@pytest.mark.parametrize("lang", LANGS)
def test_the_computed_base_comes_first_with_how_it_was_computed(lang: Lang) -> None:
    visits, projects = figure("visits", lang), figure("projects", lang)

    assert visits.rows[0].head == ("2028年" if lang == "zh" else "2028")
    assert [row.basis and row.basis.id for row in visits.rows] == ["visits-multiple", "library-visits"]
    assert [bool(row.how) for row in visits.rows] == [True, False]
    assert "141,176" in visits.rows[0].how
    assert [bar.style for bar in drawn_bars(visits.drawing)] == ["computed", "figure"]
    assert [bar.style for bar in drawn_bars(projects.drawing)] == ["figure", "target"]


def test_the_table_of_a_drawing_has_each_of_its_numbers() -> None:
    for name in ("shares", "firmness"):
        chart = figure(name)
        in_table = " ".join([*chart.columns, *(text for row in chart.rows for text in (row.head, *(cell.text for cell in row.cells)))])
        drawn = {mark.text for mark in chart.drawing.marks if isinstance(mark, Text) and mark.text.isdigit()}
        assert drawn
        assert all(text in in_table for text in drawn)


def test_a_count_links_to_its_rows_and_none_does_not() -> None:
    first = figure("shares").rows[0]

    assert [cell.text for cell in first.cells] == ["3", "0", "3"]
    assert [cell.link for cell in first.cells] == ["?speaker=chen-haizhou&field=industry&kind=target#filter", "", ""]
    links = [cell.link for row in figure("firmness").rows for cell in row.cells if cell.link]
    assert "?strength=aim&operator=at_least#filter" in links
    assert "?strength=explore&kind=commitment#filter" in links


def test_the_strings_of_the_charts_are_those_that_the_check_is_given() -> None:
    used: dict[str, frozenset[str]] = {}
    one = renderer(corpus_of(MULTIPLE, CHARTS))
    lead = next(segment for segment in transcript().segments.values() if not segment.by)
    target = next(row for row in transcript().entries if row.kind == "target")
    noticed = changed(DRAWN, entries=(*transcript(DRAWN).entries, replace(target, at=lead.address)))

    def t(key: str, member: str = "", **values: object) -> str:
        used[f"{key}.{member}" if member else key] = frozenset(values)
        return one.text("en", key, member, **values)

    figures(one.corpus, transcript(noticed), "en", t)

    assert used == STRINGS


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


def test_a_drawing_is_an_image_named_by_its_caption() -> None:
    drawing = draw_series([Measure("R&D", "<9", Decimal(9), "figure")])
    chart = ChartFigure("some", "Title & more", drawing, (), ())

    svg = renderer().html("chart.svg.html", locale_of("en"), "", chart=chart)

    root = ElementTree.fromstring(svg)
    assert (root.get("role"), root.get("viewBox"), root.get("width")) == ("img", "0 0 320 56", None)
    assert root.get("aria-labelledby") == "picture-some-title"
    assert [one.text for one in elements(svg, "text")] == ["R&D", "<9"]
    assert elements(svg, "text")[0].attrib == {"x": "0", "y": "13.0"}
    assert elements(svg, "rect")[0].attrib == {"x": "0.5", "y": "36.5", "width": "319.0", "height": "17", "class": "figure"}


def test_bars_are_as_long_as_their_numbers() -> None:
    drawing = draw_series([Measure("one", "40", Decimal(40), "figure"), Measure("other", "10", Decimal(10), "target")])

    assert [(bar.width, bar.style) for bar in drawn_bars(drawing)] == [(319, "figure"), (79, "target")]


def test_a_count_stands_inside_its_bar_where_there_is_room() -> None:
    found = [("one", Share((), "", 60, 40)), ("other", Share((), "", 0, 1))]

    drawing = draw_shares(found, {"target": "T", "commitment": "C"})

    assert texts(drawing) == ["T", "C", "one", "60", "40", "100", "other", "1"]
    assert len(drawn_bars(drawing)) == 2 + 2 + 1
    assert [mark.style for mark in drawing.marks if isinstance(mark, Text)][3] == "inside target"


def test_a_square_has_the_area_of_its_count() -> None:
    found = Firmness(("will",), ("about", None), {("will", "about"): 1, ("will", None): 4})

    drawing = draw_firmness(found, {"will": "shall"}, {"about": "some", None: "no number"})

    assert [(bar.style, bar.width) for bar in drawn_bars(drawing)] == [("target", 12), ("commitment", 25)]
    assert texts(drawing) == ["some", "no number", "shall", "1", "4"]


def test_a_place_without_promises_holds_a_dot() -> None:
    found = Firmness(("will", "aim"), (None,), {("will", None): 1})

    assert texts(draw_firmness(found, {"will": "will", "aim": "aim"}, {None: "none"}))[-1] == "·"


def test_what_is_empty_can_be_drawn() -> None:
    assert draw_firmness(Firmness((), (), {}), {}, {}).marks == []
    assert draw_shares([], {}).marks == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_directive_draws_every_chart_with_its_data(lang: Lang) -> None:
    html = inserted("charts", lang, renderer(DRAWN))

    assert re.findall(r'<figure class="chart" id="picture-(\w+)">', html) == ["shares", "firmness", "visits", "projects"]
    assert html.count('role="img"') == html.count("<details>") == html.count("<caption") == 4
    assert {"zh": "14.4萬", "en": "144,000"}[lang] in html
    assert "141,176" in html
    assert '?speaker=chen-haizhou&field=industry&kind=target#filter">3</a>' in html.replace("&amp;", "&")
    assert ("Last year and this year." in html) == (lang == "en")


def test_no_colour_is_written_into_a_drawing() -> None:
    html = inserted("charts", "en", renderer(DRAWN))

    assert not re.search(r'\b(?:fill|stroke|style)="', html)


def test_a_notice_that_promises_is_named_and_a_register_without_promises_draws_nothing() -> None:
    lead = next(segment for segment in transcript().segments.values() if not segment.by)
    target = next(row for row in transcript().entries if row.kind == "target")
    noticed = changed(corpus(), entries=(type(target)(**{**vars(target), "at": lead.address}),))

    html = inserted("charts", "en", renderer(noticed))

    assert "opening notice: " in html
    assert "speaker=none" in html
    assert "<figure" not in inserted("charts", "en", renderer(changed(corpus(), entries=())))


def test_a_register_is_filtered_by_the_values_that_occur() -> None:
    found = {name: [option.value for option in options] for name, options in facets(corpus(), transcript()).items()}

    assert found == {
        "speaker": ["chen-haizhou", "lin-shuya"],
        "field": ["science", "industry", "environment"],
        "kind": ["target", "commitment", "figure"],
        "operator": ["exactly", "at_least", "more_than", "about", "between", "multiple_of"],
        "strength": ["ensure", "will", "aim", "explore"],
        "time": ["stated", "inferred", "none"],
    }
    html = inserted("register")
    assert re.findall(r'<select name="(\w+)">', html) == ["speaker", "field", "kind", "operator", "strength", "time", "sort"]
    assert '<form class="finder" id="register-tool" hidden' in html


def test_a_row_carries_what_it_is_sorted_and_filtered_by() -> None:
    assert 'id="fare-discounts" data-speaker="chen-haizhou" ' in inserted("commitments", "en")


def test_the_folding_holds_what_may_be_typed_for_a_character_of_a_term() -> None:
    pairs = simplified_pairs(form for term in corpus().terms.values() for form in term.forms("zh"))

    assert "電电" in pairs
    assert "車车" in pairs
    assert "龍龙" not in pairs
