"""The data of the print edition."""

from __future__ import annotations

import dataclasses
import datetime
import re
from typing import Any

from verbatim.model import EventDate, Line, Source
from verbatim.model.addresses import Published
from verbatim.print.pieces import transcript_text, words
from verbatim.print.print_data import TEMPLATES, edition
from verbatim.print.strings import STRINGS

from .example import EVENT, changed, corpus, transcript

SITE = "https://example.org/"


def made(site: str = SITE, **facts: Any) -> dict[str, Any]:
    one = changed(corpus(), **facts) if facts else corpus()
    return edition(one, one.transcripts[EVENT], Published(site))


def lines(of: dict[str, Any]) -> list[dict[str, Any]]:
    paragraphs = [paragraph for chapter in of["chapters"] for section in chapter["sections"] for paragraph in section["paragraphs"]]
    return [line for paragraph in paragraphs for line in paragraph]


def plain(given: Any) -> str:
    return given if isinstance(given, str) else "".join(piece["text"] for piece in given)


def test_every_sentence_is_there_in_order_with_its_address_and_its_place_on_the_site() -> None:
    found = [line for line in lines(made()) if "address" in line]
    segments = list(transcript().segments.values())
    assert [line["address"] for line in found] == [segment.address for segment in segments]
    assert [plain(line["en"]) for line in found] == [segment.en.text for segment in segments]
    assert all(line["url"]["en"] == SITE + f"en/{EVENT}/s/{segment.address}/" for line, segment in zip(found, segments, strict=True))


def test_without_a_site_a_sentence_leads_nowhere() -> None:
    assert {line["url"] for line in lines(made("")) if "address" in line} == {None}


def test_words_are_cut_where_the_script_changes() -> None:
    assert words("甲乙", "zh") == "甲乙"
    assert words("甲 GDP 乙", "zh")[1] == {"text": "GDP", "foreign": True}


def test_full_width_marks_of_the_source_itself_are_recorded() -> None:
    assert transcript_text("甲,乙", "zh") == "甲，乙"
    assert transcript_text("甲，乙,丙", "zh") == [{"text": "甲"}, {"text": "，", "own": True}, {"text": "乙，丙"}]
    assert transcript_text("one, two", "en") == "one, two"


def test_a_sentence_keeps_its_own_marks_through_terms_and_emphasis() -> None:
    first = next(iter(transcript().segments.values()))
    text = first.zh.text + "，完"
    segments = {**transcript().segments, first.address: dataclasses.replace(first, zh=Line(first.zh.number, "", text))}
    line = next(line for line in lines(made(segments=segments)) if line.get("address") == first.address)
    assert plain(line["zh"]).endswith("，完")
    assert {"text": "，", "own": True} in line["zh"]


def test_rows_are_numbered_by_kind_and_the_sentences_name_the_numbers() -> None:
    of = made()
    numbers = {kind: [row["number"] for row in rows] for kind, rows in of["rows"].items()}
    assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())
    spans = [
        (span["kind"], number) for line in lines(of) for span in line.get("rows", ()) for number in range(span["first"], span["last"] + 1)
    ]
    assert sorted(spans) == sorted((kind, number) for kind, found in numbers.items() for number in found)


def test_rows_that_do_not_follow_one_another_make_two_spans() -> None:
    rows = transcript().targets
    kind = next(row.kind for row in rows if sum(other.kind == row.kind for other in rows) > 1)
    same = [row for row in rows if row.kind == kind]
    between = dataclasses.replace(same[-1], id="between")
    moved = [dataclasses.replace(same[0], id="one"), between, dataclasses.replace(same[0], id="two")]
    line = next(line for line in lines(made(targets=tuple(moved))) if line.get("address") == same[0].at)
    expected = [(1, 1), (3, 3)] if between.at != same[0].at else [(1, 3)]
    assert [(span["first"], span["last"]) for span in line["rows"]] == expected


def test_the_day_is_written_out_in_both_languages() -> None:
    where, basis = transcript().event.where, transcript().event.received
    day = EventDate(where, datetime.date(2031, 5, 4), basis, (Source(where, "A paper"),))
    found = made(event=dataclasses.replace(transcript().event, day=day))["day"]
    assert "2031" in found["text"]["zh"]
    assert "2031" in found["text"]["en"]
    assert found["sources"] == [{"title": "A paper", "address": None}]


def test_the_day_may_be_missing() -> None:
    assert made(event=dataclasses.replace(transcript().event, day=None))["day"] is None


def test_terms_of_other_events_are_left_out() -> None:
    event = dataclasses.replace(transcript().event, id="other", turns=())
    other = dataclasses.replace(transcript(), event=event, segments={}, targets=(), notes=())
    both = dataclasses.replace(corpus(), transcripts={**corpus().transcripts, "other": other})
    assert edition(both, other, Published(SITE))["groups"] == []


def test_the_fingerprint_depends_on_the_content_alone() -> None:
    assert made()["id"] == made()["id"] != made("")["id"]


def test_the_strings_of_the_print_edition_are_those_that_its_templates_use() -> None:
    templates = "\n".join(path.read_text("utf-8") for path in TEMPLATES.glob("*.typ"))
    keys = set(re.findall(r'"([a-z]+_[a-z_]+|[a-z]+)"', templates))
    families = set(re.findall(r'"([a-z]+)\." \+', templates))
    known = {key for key in corpus().strings if "." not in key}

    assert {key for key in STRINGS if "." not in key} == keys & known - {"zh", "en"}
    assert {key.partition(".")[0] for key in STRINGS if "." in key} == families
