"""Lists and tables inside a turn, and lines of the page around a text: on pages, in books and data, and in a draft."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbatim.analysis.source_diff import as_written, expected, join
from verbatim.analysis.speech import speech
from verbatim.data.tables import exports
from verbatim.draft.line_marks import answered, marked
from verbatim.draft.pages import marked_lines
from verbatim.handover.pairs import pairs
from verbatim.html.twin_data import twin_scripts
from verbatim.model import LANGS, Lang, LineForm, Turn
from verbatim.model.addresses import Published
from verbatim.model.base import Where
from verbatim.model.faults import Faults
from verbatim.model.locale import LOCALES
from verbatim.plain.markdown import MarkdownRenderer
from verbatim.print.print_data import edition
from verbatim.project import checked
from verbatim.read.files import read_tree
from verbatim.read.markdown_page import read_page
from verbatim.received.cleaning import cleaned
from verbatim.received.furniture import furniture, without
from verbatim.received.layout import rows
from verbatim.received.shapes import shapes
from verbatim.received.source import outline, received
from verbatim.rules.alignment import section_of
from verbatim.text.escapes import escaped
from verbatim.text.item_numbers import item_number

from .draft_work import made
from .example import ROOT, example, renderer, several, theme_strings
from .test_turns import BAY, html_of

OF = several()
TRANSCRIPT = OF.transcripts[BAY]
PART = next(part for part in TRANSCRIPT.event.parts if part.section == "q2-answers")
TABLE = ["類別\t比例\t期限", "泊位\t30%\t6個月", "車輛\t20%\t3個月"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_items_of_a_list_and_the_rows_of_a_table_are_shown_together(lang: Lang) -> None:
    blocks = list(speech(OF, TRANSCRIPT, PART, lang).blocks)

    assert [(block.form, len(block.paragraphs), block.last) for block in blocks] == [
        *(("text", 1, 0), ("text", 1, 1), ("numbered", 2, 3), ("text", 1, 4), ("table", 3, 7)),
    ]


def test_a_list_is_one_for_every_reader_and_a_table_names_its_columns_and_rows() -> None:
    html = html_of(OF, "en", BAY)[f"{BAY}/briefing"]
    items, table = re.findall('<ol class="items".*?</ol>', html, re.DOTALL)[0], html[html.index("<table") : html.index("</table>")]

    assert 'role="list"' in items
    assert '<li><span class="sentence" id="q2-answers-3">' in items
    assert ">The subsidy is paid monthly.</span></li>" in items
    assert '<th scope="col">Rate</th>' in table
    assert table.count('<tr class="sentence" id="q2-answers-') == 3
    assert "</a>Berths</th><td>30%</td><td>6 months</td></tr>" in table
    assert 'role="region" aria-label="Table at q2-answers-7" tabindex="0"' in html


def test_the_pages_joined_give_back_what_is_between_cells_and_leave_out_the_lines_of_the_page() -> None:
    sections = [section_of(OF, TRANSCRIPT, part, "zh") for part in TRANSCRIPT.event.parts]
    joined = join((path, section) for path, section in sections if section).text

    assert joined == expected(TRANSCRIPT.text, TRANSCRIPT.errata)
    assert "\n泊位\t30%\t6个月\n" in joined
    assert set(TRANSCRIPT.source.split("\n")) - set(TRANSCRIPT.text.split("\n")) == {"分享到", "责任编辑:江禾", "- 1 -"}


def test_each_item_and_each_row_is_a_segment_of_the_open_data() -> None:
    found = json.loads(exports(OF, Published())["segments.json"])
    texts = {one["address"]: (one["zh"], one["en"]) for one in found if one["event"] == BAY}

    assert texts["q2-answers-5"] == ("2.提供技术咨询。", "2. Technical advice.")
    assert texts["q2-answers-8"] == ("泊位\t30%\t6个月", "Berths\t30%\t6 months")


def test_a_book_has_the_form_of_each_line_and_the_cells_of_each_row() -> None:
    sections = [section for chapter in edition(OF, TRANSCRIPT, Published())["chapters"] for section in chapter["sections"]]
    section = max(sections, key=lambda one: len(one["paragraphs"]))
    lines = [paragraph[0] for paragraph in section["paragraphs"]]

    assert [line.get("form") for line in lines] == [None, None, "item", "item", None, "head", "row", "row"]
    assert lines[6]["cells"] == {"zh": ["泊位", "30%", "6个月"], "en": ["Berths", "30%", "6 months"]}


def test_the_twin_of_a_row_has_its_cells() -> None:
    script = twin_scripts(renderer(OF))[f"en/{BAY}/briefing/lines.js"]

    assert "<span>Berths</span>&#9;<span>30%</span>" in script


def test_a_line_of_a_list_or_table_is_handed_over_without_the_mark_at_its_head() -> None:
    found = {pair.address: pair for pair in pairs(OF, BAY, {**example(), **read_tree(ROOT / "tests" / "events")})}

    assert [(found[one].head, found[one].en) for one in ("q2-answers-3", "q2-answers-4", "q2-answers-8")] == [
        ("- ", "1. A subsidy for converting equipment."),
        ("  ", "The subsidy is paid monthly."),
        ("|", " Berths | 30% | 6 months |"),
    ]


LINES: list[tuple[list[str], list[LineForm]]] = [
    (["1.甲", "2.乙", "4.丙"], ["item", "item", ""]),
    (["一、甲", "二、乙", "三、丙"], ["item", "item", "item"]),
    (["（1）甲", "2）乙"], ["", ""]),
    (["①甲", "②乙"], ["item", "item"]),
    (["⑴甲", "⑵乙", "⒊丙"], ["item", "item", ""]),
    (["+ 甲", "+ 乙", "+1"], ["item", "item", ""]),
    (["•甲", "•乙", "丙"], ["item", "item", ""]),
    (["1.5米", "2.5米"], ["", ""]),
    (TABLE, ["head", "row", "row"]),
    (TABLE[1:], ["row", "row"]),
    (["泊位  30%", "車輛　　20%"], ["row", "row"]),
    (["秦若川  處長", "鍾毅  副處長"], ["", ""]),
    (["泊位\t30%", "車輛"], ["", ""]),
]


@pytest.mark.parametrize(("lines", "found"), LINES)
def test_lists_and_tables_are_found_among_lines(lines: list[str], found: list[LineForm]) -> None:
    assert [one.form for one in shapes(lines)] == found


def test_a_draft_marks_lists_and_tables_and_leaves_their_english_open() -> None:
    found = rows(["如下:", "1.甲。乙。", "2.丙。", *TABLE, "完。"], "甲:")

    assert marked_lines(found, "zh", lambda row: "") == (
        "**甲:**如下:\n\n- 1.甲。\n  乙。\n- 2.丙。\n\n|類別\t|比例\t|期限\n|---|---|---|\n|泊位\t|30%\t|6個月\n|車輛\t|20%\t|3個月\n\n完。"
    )
    assert marked_lines(found, "en", lambda row: "TODO") == (
        "TODO\n\n- TODO\n  TODO\n- TODO\n\n|TODO|TODO|TODO\n|---|---|---|\n|TODO|TODO|TODO\n|TODO|TODO|TODO\n\nTODO"
    )


def test_the_english_of_a_row_has_its_cells_where_they_are_as_many() -> None:
    cells = ("泊位\t", "30%\t", "6個月")

    assert answered("Berths\t30%\t6 months", "row", begins=True, cells=cells) == "|Berths|30%|6 months"
    assert answered("Berths\t30%", "row", begins=True, cells=cells) == "|TODO Berths 30%|TODO|TODO"
    assert answered("TODO", "row", begins=True, cells=("\t", "30%\t", "")) == "||TODO||"
    assert marked("甲\t乙\t", "row", begins=True, cells=("甲\t", "乙\t", "")) == "|甲\t|乙\t||"


def test_what_is_between_the_cells_of_a_table_is_kept_when_a_text_is_cleaned() -> None:
    text = "甲：\t乙。\n\n 類別  比例\t期限 \n\n泊位  30%\t6個月\n\n\t20%\t3個月\n完。 \t好。"

    assert cleaned(text).text == "甲：乙。\n類別  比例\t期限\n泊位  30%\t6個月\n\t20%\t3個月\n完。好。"


CELLS = st.lists(st.lists(st.sampled_from(["", "甲", "30%", "乙 丙", "1."]), min_size=1, max_size=4), max_size=5)


@given(CELLS, st.sampled_from(["\t", "  ", "　", " \t"]))
def test_cleaning_a_table_twice_changes_nothing(cells: list[list[str]], between: str) -> None:
    once = cleaned("\n".join(between.join(row) for row in cells)).text

    assert cleaned(once).text == once


@given(CELLS, st.sampled_from(["\t", "  ", "　"]))
def test_a_drafted_page_gives_back_the_lines_of_its_source(cells: list[list[str]], between: str) -> None:
    source = cleaned("\n".join(between.join(row) for row in [["甲乙"], *cells])).text
    lines = marked_lines(rows(source.split("\n")), "zh", lambda row: "")
    page = read_page(f"---\ntitle: x\n---\n## S {{#s}}\n{lines}\n", "a.md", "zh", "a", ("s",), Faults())
    assert page is not None

    assert join([("a.md", page.sections["s"])]).text == source


@pytest.mark.parametrize(
    ("lines", "forms"),
    [
        (["|甲|乙", "|---|---", "|丙|丁"], ["head", "row"]),
        (["|甲|乙", "|丙|丁", "|---|---"], ["row", "row", "row"]),
        (["|甲|乙", "|-|-", "|丙|丁"], ["row", "row", "row"]),
        (["|1. 甲|乙"], ["row"]),
    ],
)
def test_a_rule_is_below_the_first_row_and_dashes_elsewhere_are_of_the_text(lines: list[str], forms: list[str]) -> None:
    faults, page = Faults(), "\n".join(["---", "title: x", "---", "## S {#s}", *lines, ""])
    read = read_page(page, "a.md", "zh", "a", ("s",), faults)

    assert read is not None
    assert [line.form for paragraph in read.sections["s"].paragraphs for line in paragraph] == forms
    assert [*faults] == []


def test_a_long_row_of_dashes_is_read_at_once() -> None:
    assert read_page(f"---\ntitle: x\n---\n## S {{#s}}\n|{'-' * 80}x\n", "a.md", "zh", "a", ("s",), Faults()) is not None


PARTED = """田野:如下。
類別    比例
泊位    30%
車輛    20%

站    車數
東    3輛
西    5輛
• 甲
• 乙

• 丙
• 丁
1.戊
2.己
1.庚
2.辛
完。"""


def test_blank_lines_of_a_source_part_lists_and_tables_and_are_lines_of_its_page() -> None:
    files = made("port-2033", PARTED.encode())
    of = checked(files, theme_strings(), drafts=True)
    event = of.transcripts["port-2033"]
    markdown = MarkdownRenderer(of).page(LOCALES["zh"], "port-2033/briefing", files["docs/zh/port-2033/briefing.md"].decode())
    html = html_of(of, "zh", "port-2033")["port-2033/briefing"]
    sections = [section for chapter in edition(of, event, Published())["chapters"] for section in chapter["sections"]]

    assert event.source == PARTED
    assert [(one.kind, one.count) for one in event.event.furniture] == [("blank", 2)]
    blocks = list(speech(of, event, event.event.parts[0], "zh").blocks)
    assert [(block.form, len(block.paragraphs)) for block in blocks] == [
        *(("text", 1), ("table", 3), ("table", 3), ("list", 2), ("list", 2), ("numbered", 2), ("numbered", 2), ("text", 1)),
    ]
    assert [html.count(tag) for tag in ("<table", '<ul class="items"', '<ol class="items"')] == [2, 2, 2]
    assert markdown.fill(markdown.markdown).count("<!-- -->") == 3
    assert sum(paragraph[0].get("first", False) for section in sections for paragraph in section["paragraphs"]) == 6


def test_a_gap_parts_a_table_and_is_shown_where_it_is() -> None:
    shown = speech(OF, TRANSCRIPT, PART, "zh")
    gap = Turn(Where("", 0), "gap-9", "gap")

    blocks = list(replace(shown, gaps={6: [gap]}).blocks)

    assert [(block.form, block.last) for block in blocks] == [
        ("text", 0),
        ("text", 1),
        ("numbered", 3),
        ("text", 4),
        ("table", 6),
        ("table", 7),
    ]


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        (["類別\t\t期限", "泊位\t30%\t", "\t20%\t3個月"], [("類別\t", "\t", "期限"), ("泊位\t", "30%\t", ""), ("\t", "20%\t", "3個月")]),
        (["類別\t\t期限", "泊位船\t6個月"], [("類別\t\t", "期限"), ("泊位船\t", "6個月")]),
        (["09:00\t開場3分鐘。", "09:03\t說明。"], [(), ()]),
    ],
)
def test_a_cell_may_be_empty_where_each_row_has_as_many_tabs(lines: list[str], cells: list[tuple[str, ...]]) -> None:
    assert [one.cells for one in shapes(lines)] == cells


@pytest.mark.parametrize(
    "text", ["1. 甲", "+ 甲", "# 甲", "=甲", "a*b*", "\\*", "[x](y)", "[掌聲]", "&lt;", "|", "{x}", "<b>", " - 甲", "`a`", "![x"]
)
def test_signs_of_the_text_are_read_as_they_are(text: str) -> None:
    faults = Faults()
    page = f"---\ntitle: x\n---\n## S {{#s}}\n**甲*:**{escaped(text)}\n"
    read = read_page(page.replace("甲*", "甲\\*"), "a.md", "zh", "a", ("s",), faults)

    assert read is not None
    [line] = read.sections["s"].lines
    assert (line.label, line.text, as_written(line)) == ("甲*:", text.lstrip(), f"甲*:{text}")
    assert [*faults] == []


PAGE = "標題\n第1頁\n分享到\n甲說。\n第2頁\n頁首\n乙說。\n頁首\n頁首\n責任編輯：江禾"


def test_a_draft_proposes_the_lines_of_the_page_where_they_are_plain() -> None:
    found = furniture(PAGE)

    assert [(one.line, one.kind, one.count) for one in found] == [
        ("", "page-number", 2),
        ("分享到", None, 1),
        ("頁首", None, 3),
        ("責任編輯：江禾", None, 1),
    ]
    assert without(PAGE, found) == "標題\n甲說。\n乙說。"


@pytest.mark.parametrize("head", ["聯絡人", "聯繫電話", "新聞聯絡人", "发稿单位", "联系人"])
def test_whom_to_ask_is_a_line_of_the_page(head: str) -> None:
    lines = [f"{head}：交通科　林科長", f"請向{head}詢問。"]

    assert [one.line for one in furniture("\n".join(lines))] == lines[:1]


@pytest.mark.parametrize(
    "line", ["2033-04-05 10:00   來源：本站   字號：大 中 小", "說明會現場（田野 摄）", "海岛网记者 田野 攝", "（攝影：田野 攝）"]
)
def test_what_a_page_says_of_its_day_and_of_its_pictures_is_of_the_page(line: str) -> None:
    assert [one.line for one in furniture(f"{line}\n甲說。")] == [line]


@pytest.mark.parametrize(
    "text",
    [
        "2031",
        "3\n7",
        "現場可以拍攝",
        "時間：2033年4月5日10:00",
        "由記者現場拍攝",
        "2033年 來源很多",
        "2023\n2024\n2025",
        "（掌聲）\n（掌聲）\n（掌聲）",
        "甲。\n來源：本報訊，記者說今年如何如何？",
        "甲:\n甲:\n甲:",
    ],
)
def test_what_may_be_of_the_text_is_not_proposed(text: str) -> None:
    assert furniture(text) == []


def test_a_draft_of_the_live_page_finds_its_source_its_list_and_table_and_its_lines_of_the_page() -> None:
    found = received((ROOT / f"tests/events/data/{BAY}/received.txt").read_bytes(), "received.txt")
    outlined = outline(found, OF.people.values())
    lines = [row for sheet in outlined.sheets for block in sheet.blocks for row in block.rows]

    assert found.text == TRANSCRIPT.source
    assert [(one.line or None, one.kind, one.count) for one in outlined.furniture] == [
        (one.line, one.kind, one.count) for one in TRANSCRIPT.event.furniture
    ]
    assert [row.form for row in lines if row.form] == ["item", "item", "item", "head", "row", "row"]


@pytest.mark.parametrize(
    ("text", "number"),
    [("1、2025年底前", 1), ("（二）2023年", 2), ("十、20項", 10), ("2. 300個泊位", 2), ("1.5倍", None), ("③甲", 3), ("甲", None)],
)
def test_a_number_at_the_head_of_an_item_may_have_an_amount_behind_it(text: str, number: int | None) -> None:
    found = item_number(text)

    assert (found.number if found else None) == number


@pytest.mark.parametrize("space", [" ", "\u3000", "  "])
def test_lines_with_times_are_no_table_whatever_space_follows_the_time(space: str) -> None:
    lines = [f"[10:0{number}]{space}甲：開通{number}條路線。" for number in range(3)]

    assert [one.form for one in shapes(lines)] == [""] * 3
