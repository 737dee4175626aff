"""The data of the print edition."""

from __future__ import annotations

import dataclasses
import datetime
import re
from typing import Any

import pytest

from verbatim.analysis.readings import in_traditional
from verbatim.model import Counterpart, EventDate, Line, Pair, Source
from verbatim.model.addresses import Published
from verbatim.model.faults import Faults
from verbatim.print.pieces import begun, closed_up, short_definition, transcript_text, words
from verbatim.print.print_data import TEMPLATES, edition
from verbatim.print.qr import symbol
from verbatim.print.strings import STRINGS
from verbatim.read.files import read_tree
from verbatim.read.load import load
from verbatim.text.pinyin import spelled

from .example import EVENT, ROOT, changed, corpus, example, transcript

SITE = "https://example.org/"
BAY = "jade-bay-2036"


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


def test_a_place_that_both_languages_name_is_listed_with_its_sentences_by_its_first_form_that_is_said() -> None:
    first = next(iter(transcript().segments.values()))
    zh, en = first.zh.text[:2], first.en.text.split()[0]
    named = Counterpart(transcript().event.where, ("甲乙丙丁", zh), ("Nowhere", f"{en}*"), place=True)
    absent = dataclasses.replace(named, en=("Nowhere",))
    one = dataclasses.replace(corpus(), counterparts=(absent, named, dataclasses.replace(named, place=False)))
    [place] = edition(one, one.transcripts[EVENT], Published(SITE))["places"]["zh"]
    assert (place["zh"], place["en"]) == (zh, en)
    assert first.address in place["at"]["zh"]
    assert first.address in place["at"]["en"]


def test_places_are_filed_by_their_english_name_or_by_their_pinyin() -> None:
    where, text = transcript().event.where, next(iter(transcript().segments.values()))
    zh = sorted(dict.fromkeys(one for one in text.zh.text if spelled(one, "") != one), key=lambda one: spelled(one, ""))[:2]
    en = sorted(set(re.findall("[A-Za-z]{3,}", text.en.text)))[:2]
    places = [Counterpart(where, (one,), (other,), place=True) for one, other in zip(zh, reversed(en), strict=True)]
    one = dataclasses.replace(corpus(), counterparts=tuple(places))
    found = edition(one, one.transcripts[EVENT], Published(SITE))["places"]
    assert [place["zh"] for place in found["zh"]] == zh
    assert [place["en"] for place in found["en"]] == en


def test_numbers_in_words_of_ours_follow_one_rule() -> None:
    assert closed_up("有 95 項，約 {count} 家，QR 碼", "zh") == "有95項，約{count}家，QR 碼"
    assert closed_up("some 95 items", "en") == "some 95 items"
    shown = [row["amount"]["zh"] for rows in made()["rows"].values() for row in rows if row["amount"]]
    assert shown
    assert not [amount for amount in map(plain, shown) if closed_up(amount, "zh") != amount]


def test_without_a_site_a_sentence_leads_nowhere() -> None:
    assert {line["url"] for line in lines(made("")) if "address" in line} == {None}


def test_a_section_has_the_symbol_of_its_first_sentence_where_the_site_is_known() -> None:
    for place in (SITE, ""):
        sections = [section for chapter in made(place)["chapters"] for section in chapter["sections"]]
        first = [next(line["address"] for paragraph in one["paragraphs"] for line in paragraph if "address" in line) for one in sections]
        assert [one["start"] and one["start"]["address"] for one in sections] == (first if place else [None] * len(first))
    rows = symbol(f"{SITE}s/x-1/")
    assert {len(row) for row in rows} == {len(rows)}
    assert set("".join(rows)) == {"0", "1"}


def test_each_source_has_a_title_in_the_language_of_the_page_or_else_in_english() -> None:
    event, day = transcript().event, datetime.date(2031, 5, 4)
    sources = (Source(event.where, "One"), Source(event.where, "Two", title_zh="二"))
    found = made(event=dataclasses.replace(event, day=EventDate(event.where, day, event.received, sources)))["day"]["sources"]
    assert [one["title"]["zh"] for one in found] == [{"words": "One", "lang": "en"}, {"words": "二", "lang": "zh"}]
    assert [one["title"]["en"]["words"] for one in found] == ["One", "Two"]


def test_an_entry_begins_where_its_quotation_is_whole_words() -> None:
    entry = transcript().entries[0]
    segment = transcript().segments[entry.at]
    told = dataclasses.replace(segment, en=dataclasses.replace(segment.en, text="From 15 percent to 5 percent.", emphasis=()))
    quoted = dataclasses.replace(entry, quote=dataclasses.replace(entry.quote, en="5 percent"))
    found = lines(made(entries=(quoted,), notes=(), charts=(), segments={**transcript().segments, entry.at: told}))

    [line] = [line for line in found if line.get("address") == entry.at]
    assert [piece["text"] for piece in line["en"]] == ["From 15 percent to ", "5 percent."]


def test_terms_are_listed_by_letter_in_both_languages() -> None:
    found = made()
    ids = sorted(term["id"] for group in found["groups"] for term in group["terms"])
    for lang in ("zh", "en"):
        assert sorted(term for letter in found["letters"][lang] for term in letter["terms"]) == ids
        letters = [letter["letter"] for letter in found["letters"][lang]]
        assert letters == sorted(letters)


LONG = "這一句有二十個字以上，所以單獨說得清楚。"


@pytest.mark.parametrize(
    ("zh", "en", "short"),
    [
        (f"{LONG}又一句。", "One, 2.5 of it. Two.", (LONG, "One, 2.5 of it.")),
        (f"{LONG}又一句。", "It is “one.” Two.", (LONG, "It is “one.”")),
        (f"{LONG}又一句。", "Document No. 18 of the U.S. Council. 新 is new.", (LONG, "Document No. 18 of the U.S. Council.")),
        ("「一句。」是引文，長得足夠，可以單獨成立了。完", "One. Two", ("「一句。」是引文，長得足夠，可以單獨成立了。", "One.")),
        ("太短。又一句。", "Too short. Two.", ("太短。又一句。", "Too short. Two.")),
        (f"{LONG}又一句。", "One and two", (f"{LONG}又一句。", "One and two")),
    ],
)
def test_a_short_definition_says_something_and_the_same_in_both_languages(zh: str, en: str, short: tuple[str, str]) -> None:
    assert short_definition(Pair(transcript().event.where, zh, en)) == dict(zip(("zh", "en"), short, strict=True))


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
    rows = transcript().entries
    kind = next(row.kind for row in rows if sum(other.kind == row.kind for other in rows) > 1)
    same = [row for row in rows if row.kind == kind]
    between = dataclasses.replace(same[-1], id="between")
    moved = [dataclasses.replace(same[0], id="one"), between, dataclasses.replace(same[0], id="two")]
    line = next(line for line in lines(made(entries=tuple(moved))) if line.get("address") == same[0].at)
    expected = [(1, 1), (3, 3)] if between.at != same[0].at else [(1, 3)]
    assert [(span["first"], span["last"]) for span in line["rows"]] == expected


def test_the_day_is_written_out_in_both_languages() -> None:
    where, basis = transcript().event.where, transcript().event.received
    day = EventDate(where, datetime.date(2031, 5, 4), basis, (Source(where, "A paper"),))
    found = made(event=dataclasses.replace(transcript().event, day=day))["day"]
    assert "2031" in found["text"]["zh"]
    assert "2031" in found["text"]["en"]
    assert [one["address"] for one in found["sources"]] == [None]


def test_the_day_may_be_missing() -> None:
    assert made(event=dataclasses.replace(transcript().event, day=None))["day"] is None


def test_a_label_alone_is_in_the_characters_of_its_edition() -> None:
    files = {**example(), **read_tree(ROOT / "tests/events")}
    for path, label in ((f"docs/zh/{BAY}/briefing.md", "**主持人 顾言:**"), (f"docs/en/{BAY}/briefing.md", "**Moderator Gu Yan:**")):
        files[path] = files[path].replace(f"{label}".encode(), f"{label}\n\n".encode(), 1)
    of = load(files, Faults())
    assert of is not None
    received = of.transcripts[BAY]
    read = [edition(of, one, Published())["chapters"][1]["sections"][0]["paragraphs"] for one in (received, in_traditional(of, received))]

    assert [paragraphs[0] for paragraphs in read] == [
        [{"label": {"zh": "主持人 顾言：", "en": "Moderator Gu Yan:"}}],
        [{"label": {"zh": "主持人 顧言：", "en": "Moderator Gu Yan:"}}],
    ]


def test_terms_of_other_events_are_left_out() -> None:
    event = dataclasses.replace(transcript().event, id="other", turns=())
    other = dataclasses.replace(transcript(), event=event, segments={}, entries=(), notes=())
    both = dataclasses.replace(corpus(), transcripts={**corpus().transcripts, "other": other})
    assert edition(both, other, Published(SITE))["groups"] == []


def test_the_fingerprint_depends_on_the_content_alone() -> None:
    assert made()["id"] == made()["id"] != made("")["id"]


def test_the_strings_of_the_print_edition_are_those_that_its_templates_use() -> None:
    templates = "\n".join(path.read_text("utf-8") for path in TEMPLATES.glob("*.typ"))
    keys = set(re.findall(r'"([a-z]+_[a-z_]+|[a-z]+)"', templates))
    families = set(re.findall(r'"([a-z]+)\." \+', templates))
    known = {key for key in corpus().strings if "." not in key}

    of_event = {"status_source", "status_translation"}  # these are filled in for each event
    assert {key for key in STRINGS if "." not in key} | of_event == (keys | {"print_hant_source"}) & known - {"zh", "en"}
    assert {key.partition(".")[0] for key in STRINGS if "." in key} == families


def test_pieces_are_split_where_quoted_words_begin_and_each_entry_begins_once() -> None:
    pieces: list[dict[str, Any]] = [{"text": "one two "}, {"text": "three", "em": True}]
    assert list(begun(pieces, {4: ["target-1"], 8: ["figure-1", "figure-2"]})) == [
        {"text": "one ", "begins": []},
        {"text": "two ", "begins": ["target-1"]},
        {"text": "three", "em": True, "begins": ["figure-1", "figure-2"]},
    ]
    entries = [target.kind for target in transcript().entries]
    found = [
        name
        for line in lines(made())
        if not isinstance(line.get("en", ""), str)
        for piece in line["en"]
        for name in piece.get("begins", [])
    ]
    assert sorted(name.rpartition("-")[0] for name in found) == sorted(entries)
    assert len(set(found)) == len(entries)


def test_what_may_be_longer_than_a_line_is_one_piece() -> None:
    digits = "0af9" * 8
    long = {"text": digits, "long": True}
    assert words(f"SHA-256 是 {digits}；", "zh") == [{"text": "SHA", "foreign": True}, {"text": "-256 是 "}, long, {"text": "；"}]
    assert words(f"It is {digits}.", "en") == [{"text": "It is "}, long, {"text": "."}]
    assert words(digits[1:], "en") == digits[1:]
