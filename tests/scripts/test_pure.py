"""Citations, readings, the register's order and filters, the glossary's filter: as plain functions, without a browser."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
import rispy
import yaml
from javascript import ROOT, call
from pybtex import PybtexEngine
from pybtex.database import parse_string

from verbatim.analysis.readings import edited as read_traditional
from verbatim.html.cite_data import cited
from verbatim.html.reading_data import reading_data
from verbatim.model.faults import Faults
from verbatim.project import load_project
from verbatim.read.files import read_tree
from verbatim.read.load import load
from verbatim.read.summaries import Summaries
from verbatim.text.readings import edited, simplified

CORPUS = load_project(ROOT).corpus
WORDS = cited(CORPUS, next(iter(CORPUS.transcripts.values())))["words"]
FACTS: dict[str, Any] = {
    **{
        "lang": "en",
        "key": "event",
        "tag": "en",
        "id": "q1-a1-2",
        "quote": "We will “do” it.",
        "url": "https://example.org/en/event/p/#q1-a1-2",
    },
    **{
        "event": "Press conference",
        "site": "The Site",
        "day": "2031-02-05",
        "speaker": "Lin Shuya",
        "filed": "Lin, Shuya",
        "office": "Head",
    },
    **{"sentence": None, "notes": [None, "Machine translation"], "words": WORDS["en"]},
}
CHINESE = {
    **FACTS,
    "lang": "zh",
    "tag": "zh-Hant",
    "quote": "推進試點。",
    "speaker": "林書雅",
    "filed": "林, 書雅",
    "office": "局長",
    "notes": [],
    "words": WORDS["zh"],
}


def cite(form: str, facts: dict[str, Any]) -> str:
    return str(call(f"facts => parts.citation.{form}(facts)", facts))


def test_a_plain_citation_has_a_space_after_each_comma() -> None:
    assert cite("plain", FACTS) == (
        "Lin Shuya (Head), “We will ‘do’ it.” Press conference, February 5, 2031. The Site, q1-a1-2. "
        "https://example.org/en/event/p/#q1-a1-2"
    )


def test_words_that_end_with_no_stop_have_a_comma_before_the_press_conference() -> None:
    assert "“three centers,” Press conference" in cite("plain", {**FACTS, "quote": "three centers"})


def test_remarks_are_apart_from_the_plain_citation() -> None:
    assert cite("remarks", {**FACTS, "sentence": "Sentence q1-a1-2: u"}) == "Sentence q1-a1-2: u. Machine translation."
    assert cite("remarks", CHINESE) == ""


@pytest.mark.parametrize("row", yaml.safe_load((ROOT / "tests/scripts/citations.yml").read_text("utf-8")), ids=lambda row: row["about"])
@pytest.mark.parametrize("style", ["apa", "chicago", "gbt"])
def test_a_reference_follows_its_style(row: dict[str, Any], style: str) -> None:
    assert cite(style, {**(CHINESE if row["lang"] == "zh" else FACTS), "today": "2031-03-09", **row["facts"]}) == row[style]


def test_a_plain_chinese_citation_has_its_own_marks() -> None:
    plain = cite("plain", CHINESE)
    assert plain.startswith("林書雅（局長）：「推進試點」，Press conference，2031年2月5日，《The Site》q1-a1-2，")
    assert plain.endswith(CHINESE["url"]), "a full stop would be taken for a part of the address"
    assert "「推進試點？」，" in cite("plain", {**CHINESE, "quote": "推進試點？"})


@pytest.mark.parametrize("style", ["plain", "alpha", "unsrt"])
def test_bibtex_styles_print_a_chinese_name_whole_and_one_full_stop(style: str) -> None:
    printed = PybtexEngine().format_from_string(cite("bibtex", CHINESE), style=style, output_backend="plaintext")
    assert "林書雅. 推進試點. " in printed


def test_signs_that_latex_reads_are_escaped() -> None:
    odd = "50% & $1 #2 a_b {c} x^2 ~ \\ “q”"
    [entry] = parse_string(cite("bibtex", {**FACTS, "quote": odd}), "bibtex").entries.values()
    assert (
        r"50\% \& \$1 \#2 a\_b \textbraceleft{}c\textbraceright{} x\textasciicircum{}2 \textasciitilde{} \textbackslash{}"
        in entry.fields["title"]
    )


def test_bibtex_states_its_language_for_every_program() -> None:
    [entry] = parse_string(cite("bibtex", CHINESE), "bibtex").entries.values()
    assert (entry.fields["language"], entry.fields["langid"]) == ("zh-Hant", "chinese-traditional")


def test_what_has_no_author_and_no_day_has_no_such_fields() -> None:
    bare = {**FACTS, "speaker": None, "filed": None, "office": None, "day": None}
    assert "author" not in cite("bibtex", bare)
    [record] = rispy.loads(cite("ris", bare))
    assert "authors" not in record
    assert "date" not in record
    assert cite("plain", bare).startswith("“We will")


def test_facts_of_an_entry_lead_to_its_sentence() -> None:
    data = {
        **{"id": "event", "tags": {"en": "en"}, "event": {"en": "E"}, "site": {"en": "S"}, "day": None, "basis": None},
        **{"translation": {"en": "T"}, "sentence": {"en": "Sentence"}, "by": {"q1-a1": "lin"}, "by_sentence": {"q1-a1-9": "lin wu"}},
        "words": WORDS,
        "people": {"lin": {"name": {"en": "Lin"}, "office": {"en": "Head"}}, "wu": {"name": {"en": "Wu"}}},
    }
    subject = {"id": "trams", "at": "q1-a1-12", "quote": {"en": "x"}, "url": {"en": "u"}, "source": {"en": "v"}}
    facts = call("(data, cited) => parts.citation.facts(data, cited, 'en')", data, subject)
    assert (facts["speaker"], facts["sentence"], facts["notes"]) == ("Lin", "Sentence q1-a1-12: v", [None, "T"])
    joint = call("(data, cited) => parts.citation.facts(data, cited, 'en')", data, {**subject, "at": "q1-a1-9"})
    assert (joint["speaker"], joint.get("filed"), joint.get("office")) == ("Lin and Wu", None, None)


def test_every_sentence_is_read_as_the_engine_reads_it() -> None:
    [data] = re.findall(r'verbatim\.data\("[^"]*",(.*)\);\n', reading_data(CORPUS, read_tree(ROOT), Summaries(CORPUS)))
    for transcript in CORPUS.transcripts.values():
        texts = [segment.zh.text for segment in transcript.segments.values()]
        make = "(data, name, texts) => texts.map(parts.readingText.make(data)[name])"
        assert call(make, json.loads(data), "edited", texts) == [edited(text, transcript.errata) for text in texts]
        assert call(make, json.loads(data), "simplified", texts) == [
            simplified(text, transcript.errata, CORPUS.simplified_overrides) for text in texts
        ]


def test_a_simplified_source_is_read_as_the_engine_reads_it() -> None:
    files = {**read_tree(ROOT), **read_tree(ROOT / "tests" / "events")}
    corpus = load(files, Faults())
    assert corpus is not None
    [data] = re.findall(r'verbatim\.data\("[^"]*",(.*)\);\n', reading_data(corpus, files, Summaries(corpus)))
    transcript = corpus.transcripts["jade-bay-2036"]
    texts = [segment.zh.label + segment.zh.text for segment in transcript.segments.values()]
    make = "(data, name, texts) => texts.map(parts.readingText.make(data, 'jade-bay-2036')[name])"
    assert call(make, json.loads(data), "hans_edited", texts) == [read_traditional(corpus, transcript, text) for text in texts]
    assert call(make, json.loads(data), "hans_simplified", texts) == call(make, json.loads(data), "hans_received", texts) == texts


def test_deadlines_are_sorted_by_when_they_end() -> None:
    entries = [
        entry(0, year="2031"),
        entry(1, year="2031", time_period="2031-Q3"),
        entry(2, year="2031", time_period="2031-06"),
        entry(3, year="2031", time_period="2030-H2/2031-H1"),
        entry(4, year="2030"),
    ]
    sort = "(entries) => parts.register.sorted(entries, parts.register.comparison('time', entries, {time: []}, 'en')).map(one => one.place)"
    assert call(sort, entries) == [4, 2, 3, 1, 0]


def entry(place: int, **facts: str) -> dict[str, Any]:
    known = dict.fromkeys(("speaker", "field", "kind", "operator", "strength", "time", "unit", "value", "low", "year"), "")
    return {"place": place, "cells": {"what": facts.get("what", "")}, "facts": known | facts}


ENTRIES = [
    entry(0, unit="km", value="12", year="2031", strength="aim", what="b"),
    entry(1, unit="km", value="3", strength="will", what="a"),
    entry(2, unit="%", low="50", year="2030", strength="aim", what="c10"),
    entry(3, unit="km", low="4", year="2031", strength="will", what="c9"),
]


@pytest.mark.parametrize(
    ("column", "order"),
    [
        ("amount", [1, 3, 0, 2]),
        ("time", [2, 0, 3, 1]),
        ("strength", [1, 3, 0, 2]),
        ("what", [1, 0, 3, 2]),
        ("speaker", [0, 1, 2, 3]),
        (None, [0, 1, 2, 3]),
    ],
)
def test_the_register_is_sorted_by_a_column_and_then_by_the_text(column: str | None, order: list[int]) -> None:
    sort = """(entries, column) => {
      const ranks = { speaker: [], strength: ["will", "aim"], time: [] };
      const compare = column === null ? undefined : parts.register.comparison(column, entries, ranks, "en");
      return parts.register.sorted(entries, compare).map(({ place }) => place);
    }"""
    assert call(sort, ENTRIES, column) == order


def test_a_column_that_no_script_knows_is_sorted_as_text_and_a_facet_filters() -> None:
    entries = [
        {"place": place, "cells": {"department": name}, "text": "", "facts": {"department": name}} for place, name in enumerate("bca")
    ] + [{"place": 3, "cells": {}, "text": "", "facts": {}}]
    both = """entries => [
      parts.register.sorted(entries, parts.register.comparison("department", entries, {}, "en")).map(({ place }) => place),
      entries.filter(one => parts.register.passes(one, { department: "c" })).map(({ place }) => place),
    ]"""
    assert call(both, entries) == [[3, 2, 0, 1], [1]]


def test_a_filter_counts_without_itself() -> None:
    passes = "(entries, chosen, but) => entries.filter(one => parts.register.passes(one, chosen, but)).map(({ place }) => place)"
    assert call(passes, ENTRIES, {"strength": "will"}, None) == [1, 3]
    assert call(passes, ENTRIES, {"strength": "will"}, "strength") == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        *(("", [0, 1, 2]), ("  ", [0, 1, 2]), ("電車", [0, 1]), ("电车", [0, 1]), ("tram", [0]), ("TRAM  new", [0])),
        *(("1200", [1]), ("1,200", [1]), ("９６%", [2]), ("（", [2]), ("tram 96", [])),
        *(("「電車」", [0, 1]), ("電車14", [0]), ("‘new’ “trams”", [0]), ("port's", [2]), ("port’s", [2])),
    ],
)
def test_the_register_is_filtered_by_text_in_either_script(typed: str, places: list[int]) -> None:
    passes = """(typed, texts) => {
      const fold = parts.register.folder("電电車车");
      const entries = texts.map((text, place) => ({ place, text: fold(text), facts: {} }));
      return entries.filter(one => parts.register.passes(one, { find: fold(typed) })).map(({ place }) => place);
    }"""
    assert call(passes, typed, ["新“電車”14列 14 new\n “Trams”", "電車1,200列", "(準點率)96％ port’s"]) == places


def test_an_entry_without_speaker_or_deadline_is_filtered_as_one_without() -> None:
    facts = "(values, kind) => parts.register.facts(values, kind)"
    assert call(facts, {"unit": "tram"}, "target") == {"unit": "tram", "speaker": "none", "kind": "target", "time": "none"}
    assert call(facts, {"speaker": "lin"}, "figure") == {"speaker": "lin", "kind": "figure", "time": ""}


def test_a_table_of_values_is_read_back() -> None:
    rows = [["a", 'b"c', "d,e"], ["f\ng", "", "電車"]]
    assert list(csv.reader(io.StringIO(call("rows => parts.download.csv(rows)", rows), newline=""))) == rows


@pytest.mark.parametrize(
    ("fragment", "ids"),
    [
        *(("#q2-a3-4", ["q2-a3-4", "q2-a3", "q2"]), ("#q2-a3-4。", ["q2-a3-4", "q2-a3", "q2"]), ("#Q2%E2%80%93a3)", ["q2-a3", "q2"])),
        *(("#％４", ["4"]), ("#q1%", ["q1"]), ("#q1:~:text=tram", ["q1"]), ("#電車", [""])),
        *(("", []), ("#", []), ("#top", []), ("#:~:text=tram", [])),
    ],
)
def test_a_fragment_means_an_id_without_the_mark_behind_it(fragment: str, ids: list[str]) -> None:
    assert call("text => parts.typedAddress.ids(text)", fragment) == ids


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        *(("", True), ("綠色", True), ("绿色", True), ("綠 色", True), ("lüse", True), ("luse", True), ("lvse", True), ("LǛSÈ", True)),
        *(("low-carbon", True), ("carb", True), ("arbon", False), ("l", True), ("藍", False), ("x", False), ("%", False)),
        *(("「綠色」", True), ("“低碳”", True), ("色低", True), ("“low-carbon”", True)),
    ],
)
def test_an_entry_is_found_in_either_script_in_english_and_in_pinyin(typed: str, found: bool) -> None:
    finds = """(typed, forms) => { const filter = parts.termFilter.make("綠绿"); return filter.finds(filter.entry(forms), typed); }"""
    assert call(finds, typed, {"zh": ["綠色“低碳”"], "pinyin": "lǜsè dītàn", "en": ["green and low-carbon"]}) is found


@pytest.mark.parametrize(
    ("typed", "completion", "whole"),
    [
        *(("carb", "carbon", "carbon"), ("low  carb", "carbon", "low  carbon"), ("low-carb", "carbon", "low-carbon")),
        *(("carb ", "carbon", ""), ("", "", ""), ("Carb", "carbon", ""), ("綠 色", "色彩", "綠 色彩")),
    ],
)
def test_what_is_typed_is_completed_in_its_last_word(typed: str, completion: str, whole: str) -> None:
    assert call("parts.suggest.whole", typed, completion) == whole
