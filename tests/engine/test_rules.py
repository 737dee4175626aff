"""Rules on facts that no edit of the example brings about: a source with odd characters, an event with another id."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from verbatim.model import Lang, Page
from verbatim.model.faults import Faults
from verbatim.rules import characters, pages, people, roster, spelling

from .example import EVENT, corpus, edited, example, report, transcript

ODD = "甲\u200b乙"


def test_odd_characters_of_the_source_are_kept_on_its_pages_and_refused_elsewhere() -> None:
    of = corpus()
    transcript = of.transcripts[EVENT]
    received = dataclasses.replace(of, transcripts={EVENT: dataclasses.replace(transcript, source=transcript.source + ODD)})
    faults = Faults()

    characters.check(received, {f"docs/{lang}/{EVENT}/page.md": ODD.encode() for lang in ("zh", "en")}, faults)

    assert faults.report().count("P6") == 1
    assert faults.report().startswith(f"docs/en/{EVENT}/page.md:1: P6")


@pytest.mark.parametrize("event", ["Tram", "en", "data", "people", "s", "glossary", "tram-brief"])
def test_an_event_has_an_id_that_gives_nothing_the_address_of_something_else(event: str) -> None:
    files = {path.replace(EVENT, event): content.replace(EVENT.encode(), event.encode()) for path, content in example().items()}

    assert f"data/{event}/event.yml:1: F4 an event cannot have the id {event!r}\n" in report(files)
    assert report(files).count(": F4 ") == 1


def test_both_parts_of_a_name_with_a_hyphen_are_known_wherever_they_are_written() -> None:
    of = corpus()
    person = of.people["lin-shuya"]
    named = dataclasses.replace(person, name=dataclasses.replace(person.name, en="Lin Tsung-hsien"))

    for known, everyone in ((True, {**of.people, person.id: named}), (False, of.people)):
        faults = Faults()
        spelling.check(dataclasses.replace(of, people={**everyone, "other": dataclasses.replace(person, note=named.name)}), (), faults)

        assert ("'Tsung'" in faults.report()) is not known


OFFICES = [("鎮政府辦公室主任、新聞發言人", "何 平"), ("鎮交通局副局長", "陳海舟"), ("鎮圖書館館長", "林書雅")]
ENGLISH = (
    "Speakers: He Ping, Director and Spokesperson, Chaoyin Town Government Office; "
    "Chen Haizhou, Deputy Director, Chaoyin Town Transport Bureau; Lin Shuya, Director, Chaoyin Town Library"
)


@pytest.mark.parametrize(
    ("zh", "en", "told"),
    [
        ("出席人員:" + "、".join(f"{office} {name}" for office, name in OFFICES), ENGLISH, []),
        ("；".join(f"{name}，{office}" for office, name in OFFICES), ENGLISH, []),
        ("　".join(f"{office}　{name}" for office, name in OFFICES), ENGLISH, []),
        ("、".join(f"{office} {name}" for office, name in reversed(OFFICES)), ENGLISH, ["the panel is not that of the roster"]),
        (
            "、".join(f"{office} {name}" for office, name in OFFICES).replace("副局長", "局長"),
            ENGLISH,
            ["no line of the roster has '陳海舟'"],
        ),
        (
            "、".join(f"{office} {name}" for office, name in OFFICES),
            ENGLISH.replace("Deputy ", ""),
            ["the roster says"],
        ),
    ],
)
def test_one_line_of_the_roster_may_name_several_each_with_the_office(zh: str, en: str, told: list[str]) -> None:
    of = corpus()
    transcript = of.transcripts[EVENT]
    first, *others = (one for one in transcript.segments.values() if one.kind == "panel")
    line = dataclasses.replace(first, zh=dataclasses.replace(first.zh, text=zh), en=dataclasses.replace(first.en, text=en))
    kept = {key: line if one is first else one for key, one in transcript.segments.items() if one not in others}
    faults = Faults()

    roster.check(of, dataclasses.replace(transcript, segments=kept), faults)

    found = [one for one in faults.report().split("\n") if " K3 " in one]
    assert len(found) == len(told)
    assert all(words in one for words, one in zip(told, found, strict=True))


def test_the_title_of_a_page_is_compared_with_the_people_of_its_event_only() -> None:
    of = corpus()
    speaker, page = of.people["lin-shuya"], f"{EVENT}/lin-shuya"
    stranger = dataclasses.replace(speaker, id="another")
    own: dict[tuple[Lang, str], Page] = {("zh", page): of.pages["zh", page], ("en", page): of.pages["en", page]}
    faults = Faults()

    pages.check(own, dataclasses.replace(of, people={**of.people, stranger.id: stranger}), {"speech": True}, faults)

    assert not list(faults)


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"name": ("林淑雅", "Lin Shuya"), "pinyin": "Lín Shūyǎ"}, []),  # names that read alike
        ({"name": ("林淑雅", "Lin Shuya"), "pinyin": "Lín Shùyá"}, []),
        ({"name": ("林書雅", "Lin Shuya"), "pinyin": None}, []),
        ({"name": ("林碩雅", "Lin Shuya"), "pinyin": "Lín Shuòyǎ"}, ["another"]),
        ({"name": ("林報", "lin shuya"), "pinyin": None}, ["another"]),
        ({"name": ("林報", "Lin Shuya"), "pinyin": None, "family": None, "label": ("林報:", "Reporter:")}, ["another"]),
        ({"name": ("林報", "Lin Shuya"), "pinyin": "TODO"}, []),
    ],
)
def test_two_people_have_one_english_name_only_where_their_names_read_alike(facts: dict[str, Any], told: list[str]) -> None:
    of = corpus()
    speaker = of.people["lin-shuya"]
    pairs = {key: dataclasses.replace(speaker.name, zh=value[0], en=value[1]) for key, value in facts.items() if isinstance(value, tuple)}
    person, faults = dataclasses.replace(speaker, id="another", **{**facts, **pairs}), Faults()

    people.check(dataclasses.replace(of, people={**of.people, person.id: person}), faults)

    assert [fault.what.partition(":")[0] for fault in faults] == told
    assert {fault.code for fault in faults} <= {"K7"}


@pytest.mark.parametrize(
    ("id", "label", "told"),
    [
        ("he-ping", ("何平:", "Lin Shuya:"), ["lin-shuya"]),
        ("he-ping", ("林書雅：", "Lin Shuya:"), []),  # the Chinese cannot tell them apart either: `by` of the turn does
        ("another", ("何平:", "Lin Shuya:"), []),  # of another event
    ],
)
def test_two_people_of_one_event_have_one_english_label_only_where_the_chinese_is_one(
    id: str, label: tuple[str, str], told: list[str]
) -> None:
    of = corpus()
    one = of.people["he-ping"]
    person, faults = dataclasses.replace(one, id=id, label=dataclasses.replace(one.label, zh=label[0], en=label[1])), Faults()

    people.of_event(dataclasses.replace(of, people={**of.people, id: person}), transcript(of), faults)

    assert [fault.what.partition(":")[0] for fault in faults] == told


def test_a_name_may_be_the_same_in_both_languages() -> None:
    found = [
        report(edited([{"file": f"data/{EVENT}/people.yml", "find": "{zh: 何平, en: He Ping}", "replace": f"{{zh: TVBS, en: {en}}}"}]))
        for en in ("TVBS", "TVBT")
    ]

    assert ["is in the other language" in one for one in found] == [False, True]


def test_a_name_of_another_language_is_not_romanized_in_pinyin() -> None:
    edits = [{"file": f"data/{EVENT}/people.yml", "find": "name: {zh: 何平, en: He Ping}", "replace": "name: {zh: %s, en: Abdurishit}"}]
    found = [report(edited([{**edits[0], "replace": edits[0]["replace"] % name}])) for name in ("何平", "何·平")]

    assert ["is not the pinyin" in one for one in found] == [True, False]
