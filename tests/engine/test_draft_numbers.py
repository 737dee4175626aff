"""Numbers, units and days of a draft."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from verbatim.analysis.ledger import ClaimedNumeral
from verbatim.draft.measures import Units
from verbatim.draft.number_places import Numbers
from verbatim.model import AvoidedWord, Unit, Where
from verbatim.model.base import Pair
from verbatim.received.days import stated_day
from verbatim.received.furniture import furniture
from verbatim.text.numerals import numerals

from .example import corpus


@pytest.mark.parametrize("length", [10, 100])
def test_a_text_with_an_account_holds_its_numeral_however_long_it_is(length: int) -> None:
    text = "電" * length + "三輛"
    segment = next(corpus().segments())
    segment = replace(segment, zh=replace(segment.zh, text=text))
    claimed = ClaimedNumeral(segment, numerals(text)[0], ())
    found = Numbers([claimed])
    assert not found.is_accounted(claimed)

    found.account(text)

    assert found.is_accounted(claimed)
    assert found.cuts(length, length + 1, text)


def test_the_number_under_which_a_site_is_filed_is_of_its_page() -> None:
    lines = ["京ICP备05000001号 版权所有", "京公网安备11000002000001号", "今年取消ICP备案"]

    assert [one.line for one in furniture("\n".join(lines))] == lines[:2]


def test_who_edited_a_page_is_of_it_in_brackets_too() -> None:
    lines = ["（责任编辑：李明）", "【來源：霧港晚報】", "（責任編輯李明說：好。）", "（作者）"]

    assert [one.line for one in furniture("\n".join(lines))] == lines[:2]


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["時間：民國114年9月3日上午10時"], datetime.date(2025, 9, 3)),
        (["时间：2024年6月18日（星期二）", "地點：一樓"], datetime.date(2024, 6, 18)),
        (["二〇二三年二月十五日下午", "時間:2023年2月15日"], datetime.date(2023, 2, 15)),
        (["2023年2月31日", "民國二百年二月三十日"], None),
        (["說明會於2033年4月5日舉行"], datetime.date(2033, 4, 5)),
        (["截至2024年12月31日，共有3所。", "王大明，1960年5月5日生", "22年9月23日"], None),
        (["〇〇〇〇年二月三日"], None),
        (["時間:2024年6月18日至2024年6月19日"], None),
        (["6月18日下午"], None),
        ([], None),
    ],
)
def test_the_day_of_an_event_is_the_only_one_that_its_first_lines_state(lines: list[str], day: datetime.date | None) -> None:
    found = stated_day(lines)

    assert (found and found.day) == day
    assert found is None or found.line == lines[0]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("六成五的人,百分之六十,30%", ["%", "%", "%"]),
        ("三分之一", [""]),
        ("3100万,3萬人,2億用戶", ["", "人", ""]),
        ("3100,12年", []),
        ("500公尺以內3所", ["公尺", "所"]),
        ("縮短至4.5年,2036年", ["年"]),
        ("發電900萬度、1.2億度,用電3度,省5度電,氣溫38度,3度空間", ["度", "度", "度", "度電"]),
        ("500車位、20停車位、30床、8坪", ["車位", "停車位", "床", "坪"]),
        ("15秒鐘,平均0.8秒,三周、兩週內", ["秒鐘", "秒", "周", "週"]),
        ("滿60周歲,30週年,三周年,5个周末", ["个"]),
    ],
)
def test_a_number_has_the_unit_behind_it_or_counts_alone(text: str, forms: list[str]) -> None:
    found = corpus()
    units = Units(found.units.values(), found.vocabulary, text)

    assert [one.form for numeral in numerals(text) if (one := units.measured(numeral, text))] == forms


def test_a_unit_of_time_of_another_event_makes_no_amount_of_a_date() -> None:
    units = Units([], corpus().vocabulary, "")
    for form in ("年", "日"):
        units.add(form)
    known = Units(units.new.values(), corpus().vocabulary, "")

    text = "122年11月3日,5天"
    assert [one.form for numeral in numerals(text) if (one := known.measured(numeral, text))] == ["天"]


def test_the_name_of_a_new_unit_is_what_our_prose_writes_for_its_form() -> None:
    style = [AvoidedWord(Where("", 0), "zh", ("噸",), "公噸", "")]
    units = Units([], corpus().vocabulary, "", style)
    units.add("吨")

    assert [(one.name.zh, one.zh) for one in units.new.values()] == [("公噸", ("吨",))]
    assert units.of("吨", "储煤5吨") == (["dun"], True)
    assert [one.id for one in units.new.values()] == ["dun"]


def test_a_new_unit_has_its_english_where_its_word_counts_one_thing_only() -> None:
    found = corpus()
    units = Units(found.units.values(), found.vocabulary, "")
    for form in ("公尺", "所", "", "%", "度"):
        units.add(form)

    assert {one.id: (one.name.en, one.en) for one in units.new.values()} == {
        "gong-chi": ("meters", ("meters", "meter")),
        "suo": ("TODO", ("TODO",)),
        "number": ("{n}", ()),
        "du": ("kilowatt-hours", ("kilowatt-hours", "kilowatt-hour", "kWh")),
    }


def test_a_unit_of_another_event_is_taken_only_if_it_says_what_it_counts() -> None:
    def unit(id: str, name: str, form: str, path: str) -> Unit:
        return Unit(Where(path, 1), id, Pair(Where(path, 1), name, "x"), (form,), ("x",))

    of_event, shared = "data/port-2032/units.yml", "data/units.yml"
    known = [unit("tiao", "條", "條", of_event), unit("zuo", "座", "座", shared), unit("jia", "家商店", "家", of_event)]
    units = Units([*known, unit("tian", "天", "天", of_event)], corpus().vocabulary, "")

    for form in "條座天家":
        units.add(form)
    assert [units.of(form, f"3{form}商店")[0] for form in "條座天家"] == [["tiao-2"], ["zuo"], ["tian"], ["jia"]]


def test_a_measure_word_whose_known_units_are_of_other_nouns_gets_a_unit_of_its_own() -> None:
    found = corpus()
    known = replace(next(iter(found.units.values())), id="trees", name=Pair(Where("", 0), "株銀杏", "ginkgos"), zh=("株",), en=("ginkgos",))
    units = Units([known], found.vocabulary, "")

    assert units.of("株", "種了銀杏3株") == (["trees"], True)
    assert [units.of("株", "種了楓樹3株") for _ in range(2)] == [(["zhu"], True)] * 2
    assert units.of("株", "銀杏園外的3株楓樹") == (["zhu"], True), "what it counts is behind the measure word"
    assert units.of("株", "3株以上的銀杏") == (["trees"], True)
    assert list(units.new) == ["zhu"]


@pytest.mark.parametrize(
    ("text", "name", "forms"),
    [
        ("民國114年的會議", "NT$ {n}", ("NT$",)),
        ("2025年的會議", "RMB {n}", ("RMB",)),
        ("民国114年的会议与说明", "RMB {n}", ("RMB",)),
        ("民國114年的會議,人民幣500元", "RMB {n}", ("RMB",)),
        ("民國建築會議", "RMB {n}", ("RMB",)),
        ("香港會議,港幣500元", "HK$ {n}", ("HK$",)),
        ("香港會議,新臺幣500元", "RMB {n}", ("RMB",)),
    ],
)
def test_yuan_are_new_taiwan_dollars_where_years_of_the_republic_are_counted(text: str, name: str, forms: tuple[str, ...]) -> None:
    found = corpus()
    known = replace(next(iter(found.units.values())), id="yuan", name=Pair(Where("", 0), "{n} 元", "RMB {n}"), zh=("元",), en=("RMB",))
    units = Units([known], found.vocabulary, text)
    units.add("元")

    unit = {**{known.id: known}, **units.new}[units.of("元", "2,500元")[0][0]]
    assert (unit.name.en, unit.en) == (name, forms)
