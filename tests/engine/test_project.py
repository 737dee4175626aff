from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import get_type_hints

import pytest

from verbatim.asked import InvalidTemplate, used_strings
from verbatim.html.render import TEMPLATES
from verbatim.model import EventDate
from verbatim.model.faults import BuildError, Fault, Faults
from verbatim.project import InvalidProject, checked
from verbatim.read.corpus import Corpus, Transcript
from verbatim.read.data_files import DATA_FILES
from verbatim.read.load import load
from verbatim.read.yaml_records import read_one

from .example import EVENT, ROOT, edited, example, theme_strings, transcript


def test_a_report_holds_each_fault_once_in_the_order_of_files_and_lines() -> None:
    faults = Faults()
    for path, line in (("b.yml", 2), ("a.yml", 10), ("a.yml", 9), ("b.yml", 2)):
        faults.add(path, line, "Y1", "wrong", "mend it")

    told = faults.report()

    assert told == "\n\n".join(f"{place}: Y1 wrong\n    fix: mend it" for place in ("a.yml:9", "a.yml:10", "b.yml:2")) + ("\n\n3 faults.")


def test_one_fault_is_counted_in_the_singular() -> None:
    told = Faults([Fault("a.yml", 1, "Y1", "wrong", "mend it")]).report()

    assert told.endswith("\n\n1 fault.")


def test_faulty_material_gives_a_report_and_no_corpus() -> None:
    with pytest.raises(InvalidProject, match=r"A2 old: 'targets' is still there"):
        checked(edited([{"file": "data/tram-2031/aliases.yml", "find": "old: trams", "replace": "old: targets"}]), theme_strings())


def test_an_event_has_the_name_of_its_folder_and_its_pages_once_each() -> None:
    event = transcript().event

    assert (event.id, event.pages) == ("tram-2031", ("index", "chen-haizhou", "lin-shuya"))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2031-03-05", None),
        ("2031-02-29", "Y5 '2031-02-29' is not a date such as 2023-02-15"),
        ("5 March 2031", "Y5 '5 March 2031' is not a date such as 2023-02-15"),
    ],
)
def test_a_date_is_one_of_the_calendar(written: str, told: str | None) -> None:
    faults = Faults()

    day = read_one(f"date: {written}\nbasis: {{zh: 據, en: by}}\n", "event.yml", EventDate, faults)

    assert [f"{fault.code} {fault.what}" for fault in faults] == ([told] if told else [])
    assert (day.date if day else None) == (None if told else datetime.date(2031, 3, 5))


def test_templates_are_searched_for_the_strings_that_they_use() -> None:
    used = used_strings(TEMPLATES)

    assert used["mark_row"] == {"kind", "what"}
    assert used["colon"] == frozenset()


def test_the_theme_uses_strings_of_its_own() -> None:
    assert set(used_strings(ROOT / "overrides")) - set(used_strings(TEMPLATES))


def test_a_template_that_is_none_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "odd.html").write_text("a\n{% if %}", "utf-8")

    with pytest.raises(InvalidTemplate, match=r"odd\.html:2: Expected an expression"):
        used_strings(tmp_path)


@pytest.mark.parametrize("content", [b"{{ t(x) }}", b"{{ t() }}", b'{{ t("nosuch", "x") }}'])
def test_a_template_that_calls_no_known_string_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "odd.html").write_bytes(content)

    with pytest.raises(InvalidTemplate, match=r"odd\.html: .*\n    fix: "):
        used_strings(tmp_path)


def test_a_template_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "odd.html").write_bytes(b"a\xff\xfe")

    with pytest.raises(InvalidTemplate, match=r"odd\.html: byte 2 is not UTF-8; save the file as UTF-8"):
        used_strings(tmp_path)


def test_what_is_no_plain_file_is_reported() -> None:
    with pytest.raises(InvalidProject, match=r"data/x\.yml:1: F3 this is a link"):
        checked(edited([]), theme_strings(), ["data/x.yml"])


def test_what_cannot_be_read_is_reported_alone() -> None:
    with pytest.raises(
        InvalidProject, match=r"^data/tram-2031/notes\.yml:1: F1 [^\n]*\n[^\n]*\n\n1 fault; the rest is checked once this can be read\.$"
    ):
        checked(edited([{"file": "data/tram-2031/notes.yml", "hex": "a4a4a4e5"}]), theme_strings())


def test_where_the_vocabulary_cannot_be_read_only_that_and_what_is_stated_of_events_is_reported() -> None:
    event, faults = f"data/{EVENT}/event.yml", Faults()
    wrong = {"data/vocabulary.yml": b"[", event: example()[event] + b"zzz: 1\n", f"docs/en/{EVENT}/index.md": b"no front matter"}

    assert load({**example(), **wrong}, faults) is None
    assert {fault.path for fault in faults} == {"data/vocabulary.yml", event}


@pytest.mark.parametrize("name", [name for name, file in DATA_FILES.items() if file.field])
def test_what_a_file_holds_has_the_type_of_the_field_that_holds_it(name: str) -> None:
    file = DATA_FILES[name]
    fields = get_type_hints(Transcript if file.place == "event" or file.field == "counts_nothing" else Corpus)
    by_form = {"one": file.record, "map": Mapping[str, file.record], "list": tuple[file.record, ...]}  # type: ignore[name-defined]

    assert fields[file.field] == by_form["map" if file.place == "both" else file.form]


def test_a_call_whose_key_is_not_written_out_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "odd.html").write_text("{{ t(key) }}", "utf-8")

    with pytest.raises(InvalidTemplate, match="line 1: the key of an interface string is written out"):
        used_strings(tmp_path)


def test_a_template_that_cannot_be_read_is_reported_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>\n{% no such tag %}", "utf-8")

    with pytest.raises(BuildError, match=r"page\.html:2: Encountered unknown tag 'no'") as stopped:
        used_strings(tmp_path)

    assert stopped.value.subject == "a template"
