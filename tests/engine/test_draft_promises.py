"""Clauses, and the words by which they promise."""

from __future__ import annotations

import datetime

import pytest

from verbatim.text.clauses import clauses
from verbatim.text.promises import pledges, promised


def test_clauses_end_at_marks_and_not_in_a_number() -> None:
    text = "今年,讀者1,250人次;“甲”。 "

    assert [text[start:end] for start, end in clauses(text)] == ["今年", "讀者1,250人次", "“甲”"]
    assert [" 甲 , 乙 "[start:end] for start, end in clauses(" 甲 , 乙 ")] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("before", "word"),
    [
        ("我們將", "將"),
        ("去年", ""),
        ("去年建成,今年將", "將"),
        ("實施了", ""),
        ("將近", ""),
        ("新增", "新增"),
        ("將建成,現已", ""),
        ("截至今年5月底,碼頭達到", ""),
        ("截至目前,碼頭有", ""),
        ("截至去年底建成,今年將", "將"),
        ("2035年以前,碼頭", "2035年以前"),
        ("2035年前三季度", ""),
        ("三年以前", ""),
        ("我們會", "我們會"),
        *(("警方會增派", "警方會"), ("校方會議", "")),
        ("票價會不會", ""),
        ("票價不會", "不會"),
        *(("每班都會安排船員,至少提供", "都會"), ("大都會設置", ""), ("每年都會提供", "")),
        *(
            ("我們規劃5座", "規劃"),
            ("市府規劃明年", "明年"),
            ("根據規劃,碼頭有5座", ""),
            ("按照港口十四五規劃的5座", ""),
            ("規劃的5座", ""),
        ),
        *(("按規劃有5座", ""), ("規劃面積5公頃", ""), ("根據規劃,我們將", "將"), ("依法規劃5座", "規劃"), ("已規劃5座", "")),
        *(("每座碼頭至少設置", "至少設置"), ("去年每座碼頭至少設置", ""), ("每座碼頭至少", "")),
        ("好", ""),
    ],
)
def test_the_nearest_word_says_whether_something_is_promised(before: str, word: str) -> None:
    assert promised(before) == word


@pytest.mark.parametrize(
    ("before", "word"),
    [
        *(("船長必須報到", "必須"), ("浪高不得超過2米", "不得"), ("船長不得不停航", ""), ("票款全部免除", "全部免除")),
        *(
            ("港務局會發給", "局會"),
            ("港務局會議", ""),
            ("總共會有30個", "總共會"),
            ("每年會有30個", ""),
            ("我們會同市府", ""),
            ("我們會同步", "我們會"),
        ),
        *(("油錢由鎮公所負擔", "由鎮公所負擔"), ("我們計劃再改造", "計劃"), ("油錢由鎮公所決定", "")),
        *(("今年淡季,全港共修理", ""), ("今年公共碼頭", "今年"), ("今年冬天將", "將")),
        *(("船班到明年3月31日為止,共137天", ""), ("港務局會補助,涉及漁船", ""), ("不得捕魚,違規依法處", "")),
        *(("123年春節前完工", "123年春節前"), ("5月下旬起", "5月下旬起"), ("3月下旬起", ""), ("從4月6日起", "4月6日起"), ("4月5日起", "")),
        *(("自123年1月1日起", "123年1月1日起"), ("自121年1月1日起", ""), ("票價在123年1月公告", "123年1月"), ("2033年1月公告", "")),
        ("去年8月1日起", ""),
        ("明年,碼頭面積", "明年"),
        *(("今年1至3月,新增30條,完成全年目標的60%", ""), ("今年前三個月,新增", ""), ("今年第一季度,新增", ""), ("今年3月,新增", "")),
        *(("今年1至4月,新增", "今年"), ("今年上半年,新增", "今年"), ("今年3月起,新增", "今年"), ("今年十幾月,新增", "今年")),
        *(("今年1至3月,新增30條,全年將", "將"), ("全年目標的60%", "全年"), ("今年1至3月,新增30條,明年", "明年")),
        *(("鎮公所另外", ""), ("港務局另外提供", "局另外"), ("港務局去年另外提供", "")),
    ],
)
def test_duties_deeds_to_come_and_times_to_come_promise(before: str, word: str) -> None:
    assert promised(before, day=datetime.date(2033, 4, 5)) == word


@pytest.mark.parametrize("number", ["70%", "目前的70%", "3.5萬元", "九座", "8‰"])
def test_the_number_with_which_a_change_begins_is_not_promised(number: str) -> None:
    assert promised(f"明年,票價由{number}", "提高到更多") == ""


@pytest.mark.parametrize(
    ("clause", "before", "word"),
    [
        ("老人一律免費", "", "一律"),
        ("公車全面電動化", "市府承諾", "承諾"),
        ("公車全面電動化", "市府承諾了什麼", ""),
        ("市府承諾", "", ""),
        ("會不會加稅", "", ""),
        ("絕對不會加稅", "年底完成", "不會"),
    ],
)
def test_a_clause_promises_what_it_says_by_a_word_of_its_own_or_at_the_end_before_it(clause: str, before: str, word: str) -> None:
    assert pledges(clause, before) == word
