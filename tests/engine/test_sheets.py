"""Lists of data as spreadsheets: what is handed over, what comes back, and what is refused."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from verbatim.handover import sheet_files
from verbatim.handover.pairs import NoHandover
from verbatim.handover.sheet_files import rows_of, sheet
from verbatim.handover.sheets import handed, taken
from verbatim.handover.taken import Taken
from verbatim.read.files import Files, read_tree

from .example import EVENT, ROOT, example

TARGETS, TERMS, PEOPLE = f"data/{EVENT}/targets.yml", f"data/{EVENT}/terms.yml", f"data/{EVENT}/people.yml"
Rows = list[list[str]]


def rows(path: str, files: Files | None = None) -> Rows:
    return [list(row) for row in rows_of(handed(files or example(), path, "a.csv"), "a.csv")]


def back(path: str, changed: Callable[[Rows], Any], name: str = "back.xlsx", files: Files | None = None) -> Taken:
    """What comes back of a list whose rows were changed."""
    found = rows(path, files)
    changed(found)
    return taken(sheet(found, name), name, files or example(), path)


def test_a_text_that_spreadsheets_take_for_an_error_stays_a_text() -> None:
    table = load_workbook(io.BytesIO(sheet([["id"], ["#N/A"]], "a.xlsx"))).active
    assert table is not None
    assert table["A2"].data_type == "s"


def put(name: str, **cells: str) -> Callable[[Rows], None]:
    """An edit of the row of an id; a double underscore stands for the dot in the name of a column."""

    def edit(found: Rows) -> None:
        row = next(row for row in found if row[0] == name)
        for column, text in cells.items():
            row[found[0].index(column.replace("__", "."))] = text

    return edit


def difference(path: str, after: Taken, files: Files | None = None) -> list[str]:
    """The lines that went and came in a file."""
    old, new = ((files or example())[path].decode("utf-8").splitlines(), after.files[path].decode("utf-8").splitlines())
    return [f"-{line}" for line in old if line not in new] + [f"+{line}" for line in new if line not in old]


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
@pytest.mark.parametrize("path", [TARGETS, TERMS, PEOPLE])
def test_what_comes_back_as_it_went_out_changes_nothing(path: str, name: str) -> None:
    after = taken(handed(example(), path, name), name, example(), path)

    assert (dict(after.files), list(after.report)) == ({}, ["values changed: 0, records added: 0"])


@pytest.mark.parametrize("path", ["data/terms.yml", "data/people.yml", "data/pilot-zone-2023/targets.yml"])
def test_the_lists_of_the_project_come_back_byte_for_byte(path: str) -> None:
    files = read_tree(ROOT)

    assert taken(handed(files, path, "a.xlsx"), "a.xlsx", files, path).files == {}


def test_a_row_is_a_record_and_a_column_a_value() -> None:
    head, *found = rows(TARGETS)
    one = dict(zip(head, next(row for row in found if row[0] == "trams-in-service"), strict=True))

    assert {key: one[key] for key in ("quote.en", "amount.value", "by.words.zh", "terms", "note.zh", "each.low")} == {
        "quote.en": "14 trams are in service",
        "amount.value": "14",
        "by.words.zh": "2031年6月1日前",
        "terms": "tram",
        "note.zh": "",
        "each.low": "",
    }
    assert "sources" not in rows(PEOPLE)[0], "lists of records stay in the file"


def test_every_cell_of_a_workbook_is_a_text() -> None:
    table = load_workbook(io.BytesIO(handed(example(), TARGETS, "a.xlsx"))).active
    assert table is not None
    cells = [one for row in table.iter_rows() for one in row if one.value is not None]

    assert {(one.data_type, one.number_format) for one in cells} == {("s", "@")}


@pytest.mark.parametrize(
    ("path", "edit", "lines"),
    [
        (
            TARGETS,
            put("trams-in-service", what__en="trams that run"),
            [
                "-  what: {zh: 投入使用的電車, en: trams in service}",
                "+  what: {zh: 投入使用的電車, en: trams that run}",
            ],
        ),
        (
            TARGETS,
            put("fare-discounts", note__zh="票價未定：見下。", note__en="No fare: see below"),
            ['+  note: {zh: 票價未定：見下。, en: "No fare: see below"}'],
        ),
        (
            TARGETS,
            put("punctuality", note__zh="", note__en=""),
            ["-  note: {zh: 句中沒有說明如何計算準點率。, en: The sentence does not say how punctuality is measured.}"],
        ),
        (
            TARGETS,
            put("new-trams", scope="new | existing", amount__high="6"),
            [
                "-  amount: {operator: between, low: 3, high: 5}",
                "-  scope: [new]",
                "+  amount: {operator: between, low: 3, high: 6}",
                "+  scope: [new, existing]",
            ],
        ),
        (
            TARGETS,
            put("new-trams", scope="|new|existing |", amount__high="6"),
            [
                "-  amount: {operator: between, low: 3, high: 5}",
                "-  scope: [new]",
                "+  amount: {operator: between, low: 3, high: 6}",
                "+  scope: [new, existing]",
            ],
        ),
        (
            TARGETS,
            put("new-trams", amount__low="", amount__value="4"),
            [
                "-  amount: {operator: between, low: 3, high: 5}",
                "+  amount: {operator: between, value: 4, high: 5}",
            ],
        ),
        (
            TARGETS,
            put("trams-in-service", by__at="q1-a1-1"),
            [
                '-  by: {year: 2031, month: 6, words: {zh: 2031年6月1日前, en: "by June 1, 2031"}}',
                '+  by: {year: 2031, month: 6, words: {zh: 2031年6月1日前, en: "by June 1, 2031"}, at: q1-a1-1}',
            ],
        ),
    ],
)
def test_an_edited_cell_changes_its_value_and_nothing_else(path: str, edit: Callable[[Rows], None], lines: list[str]) -> None:
    for name in ("back.csv", "back.xlsx"):
        assert difference(path, back(path, edit, name)) == lines


def test_the_report_names_each_value_with_old_and_new() -> None:
    after = back(TARGETS, put("trams-in-service", what__en="trams that run", strength=""))

    line = example()[TARGETS].decode("utf-8").split("\n").index("- id: trams-in-service") + 1
    assert after.report[:3] == [
        f"{TARGETS}:{line}: trams-in-service, what.en: trams in service → trams that run",
        f"{TARGETS}:{line}: trams-in-service, strength: ensure → nothing",
        "values changed: 2, records added: 0",
    ]
    assert after.report[3] == "to be corrected now:"
    assert " W7 the register entry 'trams-in-service'" in after.report[4] + after.report[5]


BLOCK = """\
# Who speaks.

- id: gao-lan
  # She signs first.
  kind: official
  name:
    zh: "\\u9ad8\\
      \\u5d50"
    en: Gao Lan
  label: {zh: "高嵐:", en: "Gao Lan:"}
  labels:
    - zh: "高处长:"
      en: "Director Gao:"
      # The reason.
      reason: {zh: 同一人。, en: The same person.}
  pinyin: Gāo Lán
  office: {zh: 處長, en: Director}
  # A remark before the note.
  note:
    zh: >-
      備註。

    en: >-
      A remark
      in two lines.

# The end.
""".encode()
FORMS = """- {id: tide, group: place,
   zh: 潮, pinyin: cháo, en: tide,
   definition: {zh: 海水。, en: Sea.}, basis: general, level: none, fit: own, confidence: high}
- id: pier
  group: place
  zh: 碼頭
  pinyin: mǎtou
  en: pier
  definition: {zh: 岸。, en: Shore.}
  basis: general
  level: none
  fit: own
  confidence: high
  forms_en:
    - piers
    # Seen once.
    - quays
  note: {zh: 註。, en: Note.}
""".encode()


def with_people(content: bytes = BLOCK) -> Files:
    return {**example(), PEOPLE: content}


def text(after: Taken, path: str = PEOPLE) -> str:
    return after.files[path].decode("utf-8")


def test_comments_and_the_forms_of_other_values_are_kept() -> None:
    before = BLOCK.decode("utf-8")

    assert text(back(PEOPLE, put("gao-lan", name__en="Gao Lanlan"), files=with_people())) == before.replace(
        "en: Gao Lan\n", "en: Gao Lanlan\n"
    )
    assert text(back(PEOPLE, put("gao-lan", note__en="A remark."), files=with_people())) == before.replace(
        "en: >-\n      A remark\n      in two lines.\n", "en: A remark.\n"
    )
    assert text(back(PEOPLE, put("gao-lan", name__zh="高蘭"), files=with_people())) == before.replace('"\\u9ad8\\\n      \\u5d50"', "高蘭")
    assert text(back(PEOPLE, put("gao-lan", family__zh="高", family__en="Gao"), files=with_people())) == before.replace(
        "  pinyin: ", "  family: {zh: 高, en: Gao}\n  pinyin: "
    )
    assert text(back(PEOPLE, put("gao-lan", pinyin=""), files=with_people())) == before.replace("  pinyin: Gāo Lán\n", "")
    removed = text(back(PEOPLE, put("gao-lan", note__zh="", note__en=""), files=with_people()))
    assert removed == before[: before.index("  note:\n")] + "\n# The end.\n"


def test_a_list_with_comments_is_edited_in_the_file() -> None:
    files = {**example(), TERMS: FORMS}

    with pytest.raises(NoHandover, match=rf"{TERMS}: pier: line 15: there are comments within this value"):
        back(TERMS, put("pier", forms_en="piers"), files=files)


def test_records_in_braces_get_and_lose_keys() -> None:
    files = {**example(), TERMS: FORMS}

    added = back(TERMS, put("tide", forms_en="tides | the tide", coded="true"), files=files)
    assert "confidence: high, forms_en: [tides, the tide], coded: true}\n" in text(added, TERMS)
    lost = back(TERMS, put("tide", forms_en=""), files={**files, TERMS: added.files[TERMS]})
    assert "confidence: high, coded: true}\n" in text(lost, TERMS)


def test_a_new_row_becomes_a_record_behind_the_one_of_the_row_above() -> None:
    def add(found: Rows) -> None:
        new = [""] * len(found[0])
        for column, cell in (
            ("id", "bo-yan"),
            ("kind", "other"),
            ("name.zh", "薄雁"),
            ("name.en", "Bo Yan"),
            ("label.zh", "薄雁:"),
            ("label.en", "Bo Yan:"),
        ):
            new[found[0].index(column)] = cell
        found[1:1] = [new, [""] * len(found[0])]

    after = back(PEOPLE, add, files=with_people())

    record = '- id: bo-yan\n  kind: other\n  name: {zh: 薄雁, en: Bo Yan}\n  label: {zh: "薄雁:", en: "Bo Yan:"}'
    assert text(after) == BLOCK.decode("utf-8").replace("in two lines.\n", f"in two lines.\n\n{record}\n")
    assert f"{PEOPLE}: bo-yan added" in after.report
    dense = back(PEOPLE, add)
    assert f"\n{record}\n- " in text(dense) or text(dense).endswith(f"\n{record}\n")


@pytest.mark.parametrize("flag", ["TRUE", "True", "true"])
def test_a_flag_is_read_as_spreadsheets_write_it(flag: str) -> None:
    after = back(TERMS, put("tram", coded=flag), "back.csv")

    assert text(after, TERMS).count("\n  coded: true\n") == example()[TERMS].decode("utf-8").count("\n  coded: true\n") + 1


@pytest.mark.parametrize("cell", ["=1+1", "+SUM(A1)", "-x", "@now", "=HYPERLINK(1)"])
def test_a_formula_is_refused(cell: str) -> None:
    with pytest.raises(NoHandover, match=r"back.xlsx:\d+: what.en: '.*' begins as a formula does"):
        back(TARGETS, put("new-trams", what__en=cell))


@pytest.mark.parametrize("number", ["-6.1", "-1/3"])
def test_a_negative_number_is_no_formula(number: str) -> None:
    assert difference(TARGETS, back(TARGETS, put("new-trams", amount__high=number)))[-1].endswith(f"high: {number}}}")


def remove(found: Rows) -> None:
    del found[-1]


def double(found: Rows) -> None:
    found.append(found[-1])


def nameless(found: Rows) -> None:
    found[-1][0] = ""


def wider(found: Rows) -> None:
    found[-1].append("more")


def renamed(found: Rows) -> None:
    found[0][1] = "kinds"


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (remove, r"back.csv: the row of '[\w-]+' is missing; an id is permanent"),
        (double, r"back.csv:\d+: the id '[\w-]+' is in an earlier row too"),
        (nameless, r"back.csv:\d+: the id is missing"),
        (wider, r"back.csv:\d+: there are more cells than names of columns: 'more'"),
        (renamed, r"back.csv:1: the first row holds the names of the columns: id, at"),
        (put("new-trams", what__en="two\nlines"), r"what.en: 'two\\nlines' has several lines"),
        (put("new-trams", what__en="two\x85lines"), r"what.en: 'two\\x85lines' has several lines"),
        (
            put("new-trams", amount__high="five"),
            rf"nothing was changed, because the file could not be read:\n{TARGETS}:\d+: Y5 'five' is not a number",
        ),
        (put("new-trams", kind=""), rf"(?s)could not be read:\n{TARGETS}:\d+: Y4 the key 'kind' is missing"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_its_row(edit: Callable[[Rows], None], why: str) -> None:
    with pytest.raises(NoHandover, match=why):
        back(TARGETS, edit, "back.csv")


def test_only_lists_that_can_be_read_are_handed_over() -> None:
    for files, path, why in (
        (example(), "data/units.yml", "this is no list that is handed over; there are: "),
        ({**example(), PEOPLE: b"- id: x\n"}, PEOPLE, "Y4 the key 'kind' is missing"),
        ({**example(), PEOPLE: b"- {"}, PEOPLE, "Y1 this is not YAML"),
        ({**example(), TERMS: FORMS.replace(b"- piers", b"- pi|ers")}, TERMS, "a text with |"),
    ):
        with pytest.raises(NoHandover, match=why.replace("|", r"\|")):
            handed(files, path, "a.csv")
    with pytest.raises(NoHandover, match=r"a.ods: a spreadsheet ends in .csv or .xlsx"):
        handed(example(), PEOPLE, "a.ods")


def test_a_list_without_records_takes_no_first_one() -> None:
    came = sheet(rows(PEOPLE), "back.csv")
    with pytest.raises(NoHandover, match="has no record yet"):
        taken(came, "back.csv", {**example(), PEOPLE: b"[]\n"}, PEOPLE)


def workbook(*values: object, sheets: int = 1) -> bytes:
    book = Workbook()
    assert book.active is not None
    for number, value in enumerate(values, 1):
        book.active.cell(1, number, value)
    for _ in range(1, sheets):
        book.create_sheet()
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def damaged(old: str, new: str) -> bytes:
    """A workbook whose sheet was changed in its XML; a document type begins the file."""
    archive, out = zipfile.ZipFile(io.BytesIO(workbook("a"))), io.BytesIO()
    with zipfile.ZipFile(out, "w") as written:
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8")
            written.writestr(name, text.replace(old, new, 1) if name == "xl/worksheets/sheet1.xml" else text)
    return out.getvalue()


def entity(name: str, text: str) -> str:
    return f"<!ENTITY {name} '{text}'>"


BOMB = f"<!DOCTYPE x [{entity('a', 'ha')}{''.join(entity(two, f'&{one};' * 50) for one, two in pairwise('abcdefgh'))}]>"
"""Entities that would be 50 to the power of 8 characters."""


def test_values_that_a_program_made_of_cells_are_read_as_the_data_write_them() -> None:
    content = workbook("a", 3, 3.0, 2.50, 300000000.0, True, datetime.datetime(2031, 3, 5), None, "=A1")

    assert rows_of(content, "a.xlsx") == [["a", "3", "3", "2.5", "300000000", "true", "2031-03-05", "", "=A1"]]


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_files, "_LARGEST", 1000)

    with pytest.raises(NoHandover, match=r"a.xlsx: .*: it holds \d+ bytes, more than 1000; save it again"):
        rows_of(workbook("a"), "a.xlsx")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_of_another_country_is_read(separator: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows([["id", "en"], ["a", "x, y; z"], ["b"]])

    assert rows_of(out.getvalue().encode("utf-8"), "a.csv") == [["id", "en"], ["a", "x, y; z"], ["b", ""]]


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        ("繁體".encode("big5"), "a.csv", "this is not UTF-8; save it as “CSV UTF-8”, or as .xlsx"),
        (b"no zip", "a.xlsx", "this is no .xlsx file"),
        (b"", "a.xlsx", "this is no .xlsx file"),
        (workbook("a")[:-200], "a.xlsx", "this is no .xlsx file, or a damaged one: File is not a zip file; save it again as .xlsx"),
        (damaged("<sheetData>", "<sheetData"), "a.xlsx", "this is no .xlsx file, or a damaged one: not well-formed .* line 1, column"),
        (damaged("<worksheet", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///'>]><worksheet a='&e;'"), "a.xlsx", "or a damaged one: .*entity"),
        (damaged("<worksheet", f"{BOMB}<worksheet a='&h;'"), "a.xlsx", "or a damaged one: limit on input amplification"),
        (workbook("a", sheets=2), "a.xlsx", "there are 2 sheets: Sheet, Sheet1"),
        (workbook("a"), "a.csv", "this is not UTF-8"),
        (b'id,zh\na,"b\nc,d\n', "a.csv", "a.csv:2: from line 2 on the cells cannot be told apart: unexpected end of data; close each"),
        (b"id," + b"z" * 140_000, "a.csv", r"a.csv:1: .*: field larger than field limit"),
        (b"", "a.csv", "the first row holds the names"),
    ],
)
def test_a_file_that_is_no_such_sheet_is_refused(content: bytes, name: str, why: str) -> None:
    with pytest.raises(NoHandover, match=why):
        taken(content, name, example(), PEOPLE)


def test_edits_of_the_project_are_edits_of_values() -> None:
    files: Mapping[str, bytes] = read_tree(ROOT)
    path = "data/terms.yml"

    after = back(path, put("pilot-zone", en="Pioneer Zone", coded="true"), files=files)

    assert difference(path, after, files)[:2] == [
        "-  en: Pilot Zone for Green, Low-Carbon and High-Quality Development",
        "+  en: Pioneer Zone",
    ]
    assert b"\n  coded: true\n" in after.files[path]
