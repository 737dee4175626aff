from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

from verbatim.analysis.statistics import firmness, series, shares
from verbatim.data.chart_data import files
from verbatim.model.addresses import Published
from verbatim.model.faults import Faults
from verbatim.model.locale import locale_of
from verbatim.rules.charts import of_all

from .example import EVENT, changed, renderer, transcript
from .test_charts import DRAWN

FILES = files(DRAWN, Published())


def content(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILES[f"pictures/{EVENT}-{name}.json"])
    return found


def test_every_chart_that_is_drawn_has_its_data_in_both_forms() -> None:
    drawn = renderer(DRAWN).insert("charts", locale_of("en"), f"{EVENT}/targets", f"en/{EVENT}/targets/", transcript(DRAWN))

    names = ["shares", "firmness", *(one.chart.id for one in series(transcript(DRAWN)))]
    assert list(FILES) == [f"pictures/{EVENT}-{name}.{kind}" for name in names for kind in ("json", "csv")]
    assert drawn.count("<svg") == len(names)
    for path in FILES:
        assert f'data/{path}" download' in drawn


def test_the_data_add_up_to_the_promises() -> None:
    promises = [row for row in transcript(DRAWN).entries if row.kind != "figure"]

    assert sum(row["targets"] + row["commitments"] for row in content("shares")["rows"]) == len(promises)
    assert sum(row["count"] for row in content("firmness")["rows"]) == len(promises)
    assert len(content("shares")["rows"]) == len(shares(DRAWN, transcript(DRAWN)))
    found = firmness(DRAWN, transcript(DRAWN))
    assert len(content("firmness")["rows"]) == len(found.strengths) * len(found.operators)


def test_a_computed_base_is_marked_as_such_and_has_bounds() -> None:
    [multiple] = [one for one in series(transcript(DRAWN)) if one.base]
    base, stated = content(multiple.chart.id)["rows"]

    assert (base["basis"], stated["basis"]) == ("computed", "stated")
    assert multiple.base
    assert [base[name] for name in ("value", "low", "high")] == [getattr(multiple.base, name) for name in ("value", "low", "high")]
    assert base["unit"] == stated["unit"]
    assert base["row"] == multiple.chart.multiple
    assert stated["low"] is None


def test_a_file_says_what_it_is_and_under_which_licence() -> None:
    found = content("shares")

    assert found["title"]["en"] == DRAWN.strings["chart_shares"]["en"]
    assert found["url"] == {"zh": f"../../{EVENT}/targets/#picture-shares", "en": f"../../en/{EVENT}/targets/#picture-shares"}
    assert found["licence"].startswith("https://creativecommons.org/")


def test_the_table_says_the_same_and_is_marked_as_utf_8() -> None:
    for path, text in FILES.items():
        if path.endswith(".csv"):
            assert text.startswith("\ufeff")
            rows = json.loads(FILES[path.replace(".csv", ".json")])["rows"]
            table = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
            assert table == [{name: "" if value is None else str(value) for name, value in row.items()} for row in rows]


def test_an_event_without_promises_has_no_chart_of_them() -> None:
    figures = changed(DRAWN, entries=tuple(row for row in transcript().entries if row.kind == "figure"), charts=())

    assert files(figures, Published()) == {}


def test_no_two_charts_have_one_file() -> None:
    one = transcript(DRAWN)
    charts = tuple(replace(one.charts[0], id=name) for name in ("b-shares", "b", "c"))
    first = replace(one, event=replace(one.event, id="a"), charts=charts)
    second = replace(one, event=replace(one.event, id="a-b"), charts=())
    faults = Faults()

    of_all(replace(DRAWN, transcripts={"a": first, "a-b": second}), faults)

    assert [(fault.code, fault.what) for fault in faults] == [
        ("Y8", "the data of 'b-shares' would have the file of a chart of the event 'a-b'")
    ]
