"""Times with which something is compared, and promises beside them."""

from __future__ import annotations

import datetime

import pytest

from verbatim.text.bases import without_bases
from verbatim.text.numerals import plain
from verbatim.text.promises import promised

from .test_draft_entries import drafted

DAY = datetime.date(2033, 4, 5)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        *(("比2020年增長", "增长"), ("較上年同期下降", "下降"), ("與2020年相比增長", "增长"), ("相較於去年底增長", "增长")),
        *(("在2020年的基礎上翻一番", "翻一番"), ("恢復到2019年水平", "恢复到"), ("以2020年為基期", ""), ("是2028年的2.5倍", "是2.5倍")),
        *(("比民國110年度", "度"), ("比前年底的30%", "的30%")),
        *(("占比2035年達到3%", "占比2035年达到3%"), ("到2035年基礎設施", "到2035年基础设施"), ("2035年水產", "2035年水产")),
        *(("同2035年的目標", "同2035年的目标"), ("2035年的三成", "2035年的三成")),
    ],
)
def test_a_time_of_a_comparison_is_left_out_and_no_other(text: str, left: str) -> None:
    assert without_bases(plain(text)).replace(" ", "") == left
    assert len(without_bases(plain(text))) == len(text)


@pytest.mark.parametrize(
    ("before", "word"),
    [
        ("到2044年,漁獲比上年增長", "到2044年"),
        ("漁獲要比去年增長", "要"),
        ("今年漁獲比去年增長", ""),  # which may be how it was so far
        ("去年漁獲比前年增長", ""),
        ("實現漁獲比上年增長", ""),
        ("將繼續努力,去年比前年增長", ""),
    ],
)
def test_what_is_compared_with_an_earlier_year_is_promised_by_a_word_that_says_so(before: str, word: str) -> None:
    assert promised(before, day=DAY) == word


def test_a_deadline_is_not_the_year_with_which_something_is_compared() -> None:
    event = drafted("田野:到2040年,漁民收入將比2020年增長20%。到2043年,貨運量在2020年基礎上翻一番。")

    stated = [(row.kind, row.by and row.by.words.zh, row.by and row.by.year) for row in event.entries[1:]]
    assert stated == [("target", "到2040年", 2040), ("target", "到2043年", 2043)]
