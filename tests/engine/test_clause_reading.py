"""What the clause of a register entry gives."""

from __future__ import annotations

import dataclasses

import pytest

from verbatim.analysis.clause_reading import compared, is_repeated, reading
from verbatim.text.open_points import MARK

from .example import corpus, transcript


@pytest.mark.parametrize(
    ("text", "quote", "times"),
    [
        ("2033年建成碼頭3座。", "碼頭3座", ["2033年"]),
        ("2033年6月建成碼頭3座。", "碼頭3座", ["6月", "2033年"]),
        ("2033年度計劃建成碼頭3座。", "碼頭3座", []),
        ("到2033年建成碼頭3座。", "碼頭3座", ["到2033年", "2033年"]),
        ("第三季度建成碼頭3座。", "碼頭3座", ["第三季度"]),
        ("一年四季開放碼頭3座。", "碼頭3座", []),
        ("四年內建成碼頭3座。", "碼頭3座", []),
        *(
            (f"2033年6月底前,建成碼頭3座,{rule}。", rule, [])
            for rule in ("不合格的九個月內整改到位", "逾期未改的依法關停", "保存不超過兩年")
        ),
        *((f"{lead}從明年6月5日起,登記實現“網辦”,文件減至2份。", "文件減至2份", ["明年"]) for lead in ("", "票務方面,", "二是票務方面，")),
        ("從明年3月1日起,登記更快,在9天內辦結。", "在9天內辦結", ["明年"]),
        ("電車將於125年加裝3座。", "加裝3座", ["125年"]),
        ("截至今年5月底,碼頭有3座。", "碼頭有3座", []),
        *(
            (f"{ordinal}2033年6月底前，完成3座。", "完成3座", ["2033年6月底"])
            for ordinal in ("", "一、", "第三,", "二是", "（二）", "4、", "⑤", "首先，")
        ),
        ("其次,至2033年底前,完成3座。", "完成3座", ["2033年底"]),
        ("2033年底前開放,完成3座。", "完成3座", []),
        ("今年底前建成學校5所，明年起建碼頭3座。", "碼頭3座", ["明年", "今年"]),
        ("未來兩年,將建成學校5所,碼頭3座。", "碼頭3座", ["未来两年"]),
        ("明年以來有碼頭3座。", "碼頭3座", []),
        ("122年3月建學校5所，123年春節前碼頭有3座。", "碼頭有3座", ["123年春节前", "3月"]),
        ("民國122年底前建成碼頭3座。", "碼頭3座", ["民国122年底", "民国122年"]),
    ],
)
def test_times_of_a_clause_are_all_that_an_entry_may_record(text: str, quote: str, times: list[str]) -> None:
    first = next(iter(transcript().segments.values()))
    segment = dataclasses.replace(first, zh=dataclasses.replace(first.zh, text=text))

    found = reading(corpus(), transcript(), segment, quote)

    assert found is not None
    assert [time.words for time in found.times] == times


@pytest.mark.parametrize(
    ("text", "quote", "repeated"),
    [
        ("院方表示，“絕不讓漁民的錢打水漂”。", "“絕不讓漁民的錢打水漂”", True),
        ("院方表示，“絕不讓漁民的錢打水漂”。", "絕不讓漁民的錢打水漂", True),
        ("市長上週要求：“承諾的事一件都不能拖。”", "承諾的事一件都不能拖", True),
        ("市長強調，“碼頭一定要建成”。", "碼頭一定要建成", True),
        ("我要求：“承諾的事一件都不能拖。”", "承諾的事一件都不能拖", False),
        ("市長要求我們加快，“三年計劃”將完成。", "將完成", False),
    ],
)
def test_words_of_somebody_else_are_found_with_and_without_their_marks_in_the_quotation(text: str, quote: str, repeated: bool) -> None:
    assert is_repeated(text, quote) is repeated


@pytest.mark.parametrize(("fields", "differs"), [([MARK] * 6, False), (["science"] * 6, True), ([*["science"] * 5, MARK], True)])
def test_the_field_of_a_turn_is_that_of_its_decided_entries(fields: list[str], differs: bool) -> None:
    event = transcript()
    own = dataclasses.replace(event.entries[0], field="industry")
    others = [dataclasses.replace(own, id=f"other-{place}", field=field) for place, field in enumerate(fields)]

    _, found = compared(corpus(), dataclasses.replace(event, entries=(own, *others)), own)

    assert ("field" in {one.key for one in found}) == differs
