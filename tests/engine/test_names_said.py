"""People whom the two lines of a pair name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verbatim.analysis.names_said import compared, exchanged
from verbatim.model import Pair, Person, Segment, Where

from .example import corpus, transcript


def person(zh: str, en: str, family: tuple[str, str] | None, pinyin: str | None = "x") -> Person:
    where = Where("", 0)
    label = Pair(where, f"{zh}:", f"{en}:")
    return Person(where, en, "official", Pair(where, zh, en), label, family=Pair(where, *family) if family else None, pinyin=pinyin)


PEOPLE = [
    person("秦若川", "Qin Ruochuan", ("秦", "Qin")),
    person("秦大同", "Qin Datong", ("秦", "Qin")),
    person("李偉", "Li Wei", ("李", "Li")),
    person("李瑋", "Li Wei", ("李", "Li")),
    person("王明", "Wang Ming", ("王", "Wang")),
    person("王明德", "Wang Mingde", ("王", "Wang")),
    person("買買提·江", "Maimaiti Jiang", None),
    person("發言人", "Spokesperson", None, pinyin=None),
]


def pair(zh: str, en: str, kind: str = "answer") -> Segment:
    one = next(iter(transcript(corpus()).segments.values()))
    return replace(one, zh=replace(one.zh, text=zh), en=replace(one.en, text=en), kind=kind)


@pytest.mark.parametrize(
    ("zh", "en", "missing"),
    [
        ("請秦若川回答。", "Qin Ruochuan will answer.", []),
        ("请秦若川回答。", "Ruochuan Qin will answer.", []),
        ("請秦若川處長回答。", "Mr. Qin will answer.", []),
        ("請秦處長回答。", "Qin Ruochuan will answer.", []),
        ("請秦若川回答。", "He will answer.", [("en", "Qin Ruochuan")]),
        ("請秦若川回答。", "Qin Datong will answer.", [("en", "Qin Ruochuan"), ("zh", "Qin Datong")]),
        ("請秦若川、秦大同回答。", "Qin Ruochuan and Qin Datong will answer.", []),
        ("請秦若川、秦大同回答。", "Qin Ruochuan will answer.", [("en", "Qin Datong")]),
        ("請他回答。", "Qin Datong will answer.", [("zh", "Qin Datong")]),
        ("請李瑋回答。", "Li Wei will answer.", []),
        ("請王明德回答。", "Wang Mingde will answer.", []),
        ("請買買提·江回答。", "Maimaiti Jiang will answer.", []),
        ("請買買提·江回答。", "Mr. Jiang will answer.", [("en", "Maimaiti Jiang")]),
        ("請他回答。", "Maimaiti Jiang will answer.", [("zh", "Maimaiti Jiang")]),
        ("請發言人回答。", "She will answer.", []),
        ("請秦若川回答。", "The Qins will answer.", [("en", "Qin Ruochuan")]),
        ("王明白天再答。", "The king will answer in daylight.", []),
        ("請王明回答。", "Qin Datong will answer.", [("en", "Wang Ming"), ("zh", "Qin Datong")]),
        ("請秦副處長回答。", "Director Li will answer.", [("zh", "Li"), ("en", "Qin")]),
        ("請李主任回答。", "Director Li will answer.", []),
        ("請處長回答。", "Director Qin will answer.", [("zh", "Qin")]),
        ("請处长回答，秦地很大。", "Director Qin will answer.", []),
    ],
)
def test_both_lines_name_the_same_people(zh: str, en: str, missing: list[tuple[str, str]]) -> None:
    assert [(one.lang, one.what) for one in compared([pair(zh, en)], PEOPLE)] == missing
    assert compared([pair(zh, en, kind="panel")], PEOPLE) == ()


@pytest.mark.parametrize(
    ("zh", "en", "first"),
    [
        ("請秦若川、王明回答。", "Qin Ruochuan and Wang Ming will answer.", []),
        ("請秦若川、王明回答。", "Wang Ming and Qin Ruochuan will answer.", ["Qin Ruochuan"]),
        ("請買買提·江先答，王處長再答。", "Director Wang will answer first, then Maimaiti Jiang.", ["Maimaiti Jiang"]),
        ("請王明先答，秦處長再答。", "Director Qin will answer first, then Wang Ming.", []),
    ],
)
def test_people_are_named_in_one_order(zh: str, en: str, first: list[str]) -> None:
    people = [one for one in PEOPLE if one.name.zh != "王明德"]

    assert [one.what for one in exchanged([pair(zh, en)], people)] == first


def test_without_people_nothing_is_missing() -> None:
    assert compared([pair("請秦若川回答。", "He will answer.")], []) == ()
