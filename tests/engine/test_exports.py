from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from verbatim.data.columns import FIELDS, facts
from verbatim.data.tables import exports, rows
from verbatim.data.write import json_items, json_list, json_text
from verbatim.model.addresses import Published, Urls

from .example import corpus, corpus_of, values

DATA = exports(corpus(), Published())
INFERRED = {
    "file": "data/tram-2031/targets.yml",
    "find": "  strength: explore\n",
    "replace": '  strength: explore\n  by: {year: 2031, month: 6, words: {zh: 2031年6月1日前, en: "by June 1, 2031"}, at: q1-a1-2}\n'
    "  exceptions: [{key: by, reason: {zh: 承前一句。, en: Carried over.}}]\n",
}


def records(name: str, data: Any = DATA) -> dict[str, dict[str, Any]]:
    """The records of one file by id or address."""
    return {record.get("id") or record["address"]: record for record in json.loads(data[f"{name}.json"])}


def table(data: Any = DATA) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in csv.DictReader(io.StringIO(data["targets.csv"]))}


def test_exports_are_the_same_every_time() -> None:
    assert exports(corpus(), Published()) == DATA


def test_json_keeps_chinese_readable_and_ends_with_a_line_end() -> None:
    assert '"zh": "二是探索電車票價優惠。"' in DATA["segments.json"]
    assert all(text.endswith("\n") for text in DATA.values())


def test_a_sentence_is_exported_with_everything_that_belongs_to_it() -> None:
    assert records("segments")["q1-a0-2"] == {
        "address": "q1-a0-2",
        "event": "tram-2031",
        "page": "chen-haizhou",
        "section": "q1-a0",
        "speakers": ["chen-haizhou"],
        "turn": "q1-a",
        "number": 2,
        "kind": "answer",
        "speaker": "chen-haizhou",
        "zh": "去年,我鎮啟動慢行交通三年行動,規劃了“2+6”線網,完成工程40余項。",
        "zh_edited": "去年,我鎮啟動慢行交通三年行動,規劃了“2+6”線網,完成工程40余項。",
        "zh_simplified": "去年,我镇启动慢行交通三年行动,规划了“2+6”线网,完成工程40余项。",
        "en": "In 2030, our town launched the three-year action for slow mobility, planned the “2+6” network "
        "and completed more than 40 projects.",
        "url": {"zh": "../tram-2031/chen-haizhou/#q1-a0-2", "en": "../en/tram-2031/chen-haizhou/#q1-a0-2"},
        "targets": ["projects-done"],
        "terms": ["slow-mobility", "two-plus-six"],
        "notes": [
            {
                "quote": {"zh": "“2+6”線網", "en": "“2+6” network"},
                "note": {"zh": "實錄沒有說明“2”和“6”各指什麼。", "en": "The transcript does not say what the 2 and the 6 count."},
            }
        ],
    }


def test_a_slip_is_corrected_in_the_edited_and_the_simplified_reading_only() -> None:
    segment = records("segments")["q1-a1-3"]

    assert [segment[key][:11] for key in ("zh", "zh_edited", "zh_simplified")] == [
        "推動電車車輛制造本地化",
        "推動電車車輛製造本地化",
        "推动电车车辆制造本地化",
    ]


def test_a_sentence_names_a_term_once_however_often_it_occurs() -> None:
    assert corpus().transcripts["tram-2031"].segments["q1-a1-3"].zh.text.count("電車") == 2
    assert records("segments")["q1-a1-3"]["terms"] == ["tram"]


def test_a_row_is_exported_with_its_threshold() -> None:
    row = records("targets")["large-projects"]

    assert row["amount"] == {"operator": "about", "value": 9, "unit": "project"}
    assert row["each"] == {"operator": "at_least", "value": 3000000, "unit": "rmb"}
    assert (row["speaker"], row["at"], row["by"], row["note"]) == ("chen-haizhou", "q1-a1-2", None, None)


def test_a_range_is_exported_with_both_ends() -> None:
    assert records("targets")["new-trams"]["amount"] == {"operator": "between", "low": 3, "high": 5, "unit": "tram"}


def test_a_decimal_is_exported_as_a_number() -> None:
    assert records("targets")["visits-multiple"]["amount"]["value"] == 2.5


def test_a_time_that_the_sentence_states_is_marked_as_stated() -> None:
    time = records("targets")["trams-in-service"]["by"]

    assert time == {
        "year": 2031,
        "period": "2031-06",
        "words": {"zh": "2031年6月1日前", "en": "by June 1, 2031"},
        "at": "q1-a1-2",
        "basis": "stated",
    }


def test_a_time_from_another_sentence_is_marked_as_inferred() -> None:
    data = exports(corpus_of(INFERRED), Published())

    time, row = records("targets", data)["fare-discounts"]["by"], table(data)["fare-discounts"]
    assert (time["at"], time["basis"]) == ("q1-a1-2", "inferred")
    assert (row["time_at"], row["time_basis"], row["time_words_en"]) == ("q1-a1-2", "inferred", "by June 1, 2031")


def test_the_table_says_the_same_as_the_records() -> None:
    rows = table()

    assert list(rows) == list(records("targets"))
    for name, record in records("targets").items():
        amount = record["amount"] or {}
        assert rows[name]["quote_en"] == record["quote"]["en"]
        assert [rows[name][key] for key in ("operator", "value", "low", "unit")] == [
            str(amount.get(key, "")) for key in ("operator", "value", "low", "unit")
        ]


def test_the_table_leaves_empty_what_a_row_does_not_have() -> None:
    row = table()["fare-discounts"]

    assert {key for key, value in row.items() if not value} == {
        *("operator", "value", "low", "high", "unit", "each_operator", "each_value", "each_unit"),
        *("year", "time_period", "time_words_zh", "time_words_en", "time_at", "time_basis", "scope", "note_zh", "note_en"),
    }


def test_a_page_is_given_the_lines_of_the_table_and_what_to_sort_them_by() -> None:
    [(path, script)] = rows(corpus(), Published()).items()
    [(name, given)] = values(script)

    assert path == f"{name}.js" == "rows-tram-2031.js"
    assert given["columns"] == [field.name for field in FIELDS]
    assert [dict(zip(given["columns"], line, strict=True)) for line in given["lines"].values()] == list(table().values())


def test_the_addresses_follow_the_layout_of_the_site() -> None:
    data = exports(corpus(), Published(urls=Urls(directory=False)))

    assert records("targets", data)["fare-discounts"]["url"] == {
        "zh": "../tram-2031/chen-haizhou.html#q1-a2-1",
        "en": "../en/tram-2031/chen-haizhou.html#q1-a2-1",
    }


def test_a_term_is_exported_with_its_occurrences_and_sources() -> None:
    line, slow = records("terms")["seaside-line"], records("terms")["slow-mobility"]

    assert line["occurs"] == [f"tram-2031/{address}" for address in ("lead-1", "q1-1", "q1-2", "q1-a1-1", "q2-a1-3")]
    assert line["sources"] == [
        {"title": "A made-up timetable", "title_zh": None, "address": "https://example.org/timetable"},
        {"title": "A made-up map", "title_zh": None, "address": None},
    ]
    assert slow["also"] == [{"en": "non-motorized transport", "used_by": "a made-up timetable"}]
    assert slow["note"] is None


def test_a_person_is_exported_with_the_number_of_sentences() -> None:
    people = records("people")

    assert {name: (one["panels"], one["sentences"]) for name, one in people.items()} == {
        "he-ping": (["tram-2031"], 0),
        "chen-haizhou": (["tram-2031"], 6),
        "lin-shuya": (["tram-2031"], 4),
        "chaoyin-daily": ([], 2),
        "sea-breeze-radio": ([], 1),
    }


def test_the_facts_of_an_entry_are_what_it_can_be_sorted_and_filtered_by_without_what_it_lacks() -> None:
    found = facts(records("targets")["trams-in-service"])

    assert (found["year"], found["time_basis"], found["operator"], found["value"]) == ("2031", "stated", "exactly", "14")
    assert "unit" not in facts(records("targets")["fare-discounts"])


@pytest.mark.parametrize("parts", [[], [[]], [[{"a": [1, "車"]}, {"b": None}]], [[{"a": "\n"}], [], [{"b": {}}, {}]]])
def test_a_list_written_in_parts_is_the_list_written_whole(parts: list[list[object]]) -> None:
    assert json_list(map(json_items, parts)) == json_text([record for part in parts for record in part])
