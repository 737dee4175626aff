"""Errata and terms that a draft proposes."""

from __future__ import annotations

from verbatim.draft.terms import by_form
from verbatim.received.slips import Slip, slips

from .example import corpus


def test_slips_are_characters_that_were_not_converted() -> None:
    text = "我鎮制造漁船,制造網具,制度不變。\n今后不低于10條,余下的什么都好。"

    assert slips(text) == [
        Slip("制造", "製造", 2, "制", "製"),
        Slip("今后", "今後", 1, "后", "後"),
        Slip("低于", "低於", 1, "于", "於"),
        Slip("余下", "餘下", 1, "余", "餘"),
        Slip("什么", "什麼", 1, "么", "麼"),
    ]


def test_slips_leave_other_errata_alone_and_need_a_neighbour() -> None:
    assert slips("今后不變。", ["今后不變"]) == []
    assert slips("今后不變。", ["後不"]) == slips("今后不變。")
    assert slips("今后不變。", ["不變"]) == [Slip("今后", "今後", 1, "后", "後")]
    assert slips("") == []
    assert slips("余\n余。") == []


def test_a_number_is_a_neighbour_of_a_slip_too() -> None:
    assert slips("今年建成3个、共1,243处。余\n2000余。第。于2035") == [
        Slip("3个", "3個", 1, "个", "個"),
        Slip("1,243处", "1,243處", 1, "处", "處"),
        Slip("2000余", "2000餘", 1, "余", "餘"),
        Slip("于2035", "於2035", 1, "于", "於"),
    ]


def test_characters_that_traditional_texts_use_as_well_are_no_slip() -> None:
    assert [slip.find for slip in slips("公布於電台,116個里的里長,制造周刊。")] == ["制造"]


def test_titles_names_in_quotation_marks_and_schemes_may_be_terms_at_once() -> None:
    texts = [
        "我們實施“漁火亮”工程和《漁港條例》,推行港長制,限制機制不變。“你們放心。”他說:“船來了,燈還在!”共“15”項。",
        "全面推進清港行動,再推進清港行動,由總工程師負責;什麼計畫?《漁港條例》與“電車”。",
    ]

    assert by_form(corpus(), texts) == [("漁港條例", 2), ("漁火亮", 1), ("清港行動", 2), ("港長制", 1)]


def test_a_part_of_a_town_and_an_approval_are_no_slips_and_what_is_inside_is_one() -> None:
    text = "集中在溪口里、永安里和各村里、鄰里,尚未核准上市,也不准進口。這里的標准在家里。"

    assert [slip.find for slip in slips(text)] == ["這里", "標准", "家里"]
