"""Headings, speeches and turns of a draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from verbatim.received.labels import Head, heads, name_in
from verbatim.received.layout import placed
from verbatim.received.parts import parted
from verbatim.received.source import outline, received
from verbatim.received.turns import Part, Proposed, speeches, turns
from verbatim.text.labels import INTERPRETERS, NARRATORS, UNNAMED_ASKERS


@pytest.mark.parametrize(
    ("lines", "headings", "parts"),
    [
        (["甲:好。", "第二部分：問答", "乙:好。"], (), [("第二部分：問答", False)]),
        (["甲:好。", "一、說明", "二、問答", "乙:好。"], ("一、說明", "二、問答"), [("一、說明", True), ("二、問答", True)]),
        (["甲:好。", "提問", "乙:好。"], ("提問",), [("提問", True)]),
        (["甲:好。", "提問", "乙:好。"], (), []),
        (["甲:好", "二、問答", "乙:好。"], (), []),
        (["甲:好。", "一、建港。", "二、問答", "乙:好。"], (), []),
        (["甲:好。", "二、建碼頭,擴港", "乙:好。"], (), []),
        (["甲:好。", "乙:好。", "二、問答"], ("二、問答",), []),
    ],
)
def test_headings_between_speeches_are_words_of_nobody(lines: list[str], headings: Sequence[str], parts: list[tuple[str, bool]]) -> None:
    spoken = speeches(lines, [Head(line[:2]) if line[1] == ":" else None for line in lines])
    found = list(parted(spoken, headings))

    assert [(one.text, one.marked) for one in found if isinstance(one, Part)] == parts
    words = [text for one in found for text in ([one.text] if isinstance(one, Part) else one.paragraphs)]
    assert words == [line.removeprefix("甲:").removeprefix("乙:") for line in lines]


def test_a_heading_of_the_source_heads_a_section_of_its_own_on_the_page_of_what_is_below() -> None:
    text = "# 會\n\n## 說明\n\n田野站長：好。\n\n## 二、提問\n\n島報記者：何時？\n\n田野站長：明年。\n\n第三部分 追問\n\n島報記者：好？"
    found = outline(received(text.encode(), "source.md"), [])

    assert [(one.turn.id, one.turn.kind, one.page) for one in found.placed] == [
        *(("statement-1", "statement", "briefing"), ("part", "notice", "briefing"), ("q1", "question", "briefing")),
        *(("q1-a", "answer", "briefing"), ("part-b", "notice", "briefing"), ("q1-f", "follow-up", "briefing")),
    ]
    assert [one.turn.doubt != "" for one in found.placed if one.turn.kind == "notice"] == [False, True]
    headings = [block.heading for sheet in found.sheets for block in sheet.blocks]
    assert [heading for heading in headings if heading[1] == "TODO"] == [("提問", "TODO"), ("追問", "TODO")]


def proposed(*lines: str, kinds: Mapping[str, str] = {}) -> list[Proposed]:
    found = heads(lines, ["田野", "羅青", "石磊"])
    kinds = {**kinds, "島報": "outlet", "海網": "outlet", "石磊": "moderator"}
    return turns(speeches(lines, found), lambda label: (name_in(label),), lambda name: kinds.get(name, "official"))  # type: ignore[arg-type, return-value]


def test_where_only_a_moderator_speaks_after_a_question_it_is_asked_whether_that_answers_it() -> None:
    before = "石磊:開始。", "島報記者:何時？", "石磊:明年。"
    found = proposed(*before, "海網記者:幾座？", "石磊:請田野回答。", "田野:三座。", "海網記者:好？", "石磊:好。")

    assert [(one.id, one.doubt) for one in found if one.kind == "moderator"] == [
        ("moderator-1", ""),
        (
            "moderator-2",
            "does this answer q1, which nobody else does? Then its kind is answer, and its promises are entries of the register",
        ),
        ("moderator-3", ""),
        (
            "moderator-4",
            "does this answer q2-f, which nobody else does? Then its kind is answer, and its promises are entries of the register",
        ),
    ]


def test_a_moderator_who_says_so_answers_which_is_asked() -> None:
    spoken = "石磊:這裡我補充一點。", "島報記者:何時？", "石磊:我先回答。", "田野:三座。", "石磊:請提問。", "海網記者:好？"
    found = proposed(*spoken, "石磊:好。說明會到此結束。")

    assert [(one.kind, one.answers, one.doubt != "") for one in found] == [
        ("moderator", (), True),
        ("question", (), False),
        ("answer", ("q1",), True),
        ("answer", ("q1",), False),
        ("moderator", (), False),
        ("question", (), False),
        ("closing", (), True),
    ]


def test_the_last_words_are_no_part_of_the_answer_before_them() -> None:
    found = proposed("石磊:好。", "島報記者:何時？", "田野:三座。", "石磊:我也補充一點。", "石磊:說明會到此結束。")

    assert [one.kind for one in found] == ["moderator", "question", "answer", "answer", "closing"]


def test_questions_answers_and_follow_ups_are_linked() -> None:
    found = proposed(
        *(
            "主持人 石磊:好。",
            "田野:今天好。",
            "主持人 石磊:請。",
            "島報記者:甲?",
            "田野:乙。",
            "羅青:丙。",
            "島報記者:丁?",
            "田野:戊。",
            "島報記者:己?",
            "田野:庚。",
        ),
        *("海網記者:辛?", "島報記者:壬?", "田野:癸。", "主持人 石磊:謝。", "羅青:子。", "主持人 石磊:說明會到此結束。"),
    )

    assert [(one.id, one.kind, one.answers, one.follows) for one in found] == [
        ("moderator-1", "moderator", (), ""),
        ("statement-1", "statement", (), ""),
        ("moderator-2", "moderator", (), ""),
        ("q1", "question", (), ""),
        ("q1-a", "answer", ("q1",), ""),
        ("q1-a-b", "answer", ("q1",), ""),
        ("q1-f", "follow-up", (), "q1"),
        ("q1-f-a", "answer", ("q1-f",), ""),
        ("q1-f-b", "follow-up", (), "q1-f"),
        ("q1-f-b-a", "answer", ("q1-f-b",), ""),
        ("q2", "question", (), ""),
        ("q3", "question", (), ""),
        ("q3-a", "answer", ("q2", "q3"), ""),
        ("moderator-3", "moderator", (), ""),
        ("q3-a-b", "answer", ("q2", "q3"), ""),
        ("closing", "closing", (), ""),
    ]
    assert [one.doubt for one in found if one.doubt] == ["which of the questions q2, q3 does this answer?"]
    assert [one.id for one in found if one.answers or one.follows if not (one.why or one.doubt)] == [], "a link has its reason"
    sheets, places = placed(found)
    assert [one.sections[0] for one in places] == [
        *("opening", "opening", "q1", "q1", "q1-answers", "q1-answers", "q1-f", "q1-f-answers", "q1-f-b", "q1-f-b-answers"),
        *("q2", "q3", "q3-answers", "q3-answers", "q3-answers", "closing"),
    ]
    assert [block.heading[0] for block in sheets[0].blocks][3:5] == ["問題一：追問", "問題一：追問：答覆"]
    assert [block.heading[1] for block in sheets[0].blocks][5] == "Question 1: follow-up 2"


@pytest.mark.parametrize("label", [*UNNAMED_ASKERS, "Q"])
def test_who_asks_without_a_name_may_be_another_each_time(label: str) -> None:
    assert [one.kind for one in proposed(f"{label}:甲?", "田野:乙。", f"{label}:丙?", kinds={label: "outlet"})] == [
        *("question", "answer", "question"),
    ]


@pytest.mark.parametrize("voice", [*INTERPRETERS, *NARRATORS])
def test_who_gives_the_words_of_others_answers_no_question(voice: str) -> None:
    kinds = {voice: "other"}
    found = proposed(
        f"{voice}:好。", "島報記者:甲?", f"{voice}:甲?", "田野:乙。", f"{voice}:乙。", "海網記者:丙?", "田野:丁。", kinds=kinds
    )

    assert [(one.id, one.kind, one.answers) for one in found] == [
        ("statement-1", "statement", ()),
        ("q1", "question", ()),
        ("statement-2", "statement", ()),
        ("q1-a", "answer", ("q1",)),
        ("q1-a-b", "answer", ("q1",)),
        ("q2", "question", ()),
        ("q2-a", "answer", ("q2",)),
    ]
    assert [one.doubt.partition("?")[0] for one in found if one.doubt] == [
        "does this give the words of q1 again",
        "does this give the words of q1-a again",
    ]
    assert [one.sections for one in placed(found)[1]] == [
        *(("opening",), ("q1",), ("q1",), ("q1-answers",), ("q1-answers",), ("q2",), ("q2-answers",)),
    ]


def test_words_of_others_below_a_heading_stay_with_what_was_before_it() -> None:
    found = outline(received("# 會\n\n島報記者：甲？\n\n## 二、說明\n\n翻譯：甲？\n\n田野站長：乙。".encode(), "source.md"), [])

    assert [(one.turn.id, one.sections) for one in found.placed] == [
        *(("q1", ("q1",)), ("part", ("part",)), ("statement-1", ("q1",)), ("q1-a", ("q1-answers",))),
    ]


def test_a_paragraph_that_may_begin_with_a_label_is_for_a_person_to_decide() -> None:
    assert proposed("田野:好。", "髙明:好。")[0].doubt == "is 髙明: a label? It heads a paragraph or sentence of this turn"


def test_a_label_that_is_repeated_hides_no_other() -> None:
    [turn] = proposed("田野:好。", "田野:好。", "髙明:好。", "田野:好。髙朗:好。")

    assert turn.doubt == "is 髙明: or 髙朗: a label? It heads a paragraph or sentence of this turn"


def test_a_line_like_the_labels_that_stand_alone_is_for_a_person_to_decide() -> None:
    alone = proposed("田野:", "好。", "到場的民眾甲:", "好。", "羅青:", "好。")

    assert [one.doubt[:10] for one in alone] == ["is 到場的民眾甲:", ""]
    assert [one.doubt for one in proposed("田野:好。", "到場的民眾甲:", "羅青:好。")] == ["", ""]


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (["謝謝大家。", "（完）", "附件下載"], "（完）"),
        (["註：這裡的數字截至去年年底，並且包括所有的港區。"], "註：這裡的數字截至去年年底，並且包括所有"),
        (["謝謝大家！", "「再見。」", "（掌聲。）"], ""),
        (["附件下載", "再見。"], ""),
    ],
)
def test_a_line_behind_the_end_of_an_event_that_is_plainly_no_speech_is_for_a_person_to_decide(lines: list[str], shown: str) -> None:
    closing = proposed("田野:好。", "主持人 石磊:說明會到此結束。", *lines)[-1]

    asked = f"is “{shown}” said? List a line of the page in `furniture`, a note below the words as a notice"
    assert (closing.kind, closing.doubt) == ("closing", asked if shown else "")


def test_words_before_the_first_label_are_searched_for_labels_too() -> None:
    text = "會\n時間：2033年4月5日\n出席人員\n秦若川 處長\n感謝各位。秦：好。\n記者：何時？"
    found = outline(received(text.encode(), "source.txt"), [])

    assert [(one.id, one.doubt[:5]) for one in found.front] == [("lead", ""), ("panel", ""), ("remarks", "is 秦：")]


def test_what_begins_with_a_known_label_inside_a_paragraph_stays_in_its_line() -> None:
    sheets, _ = placed(proposed("田野:好。髙明:再見。謝謝。"), ("髙明:",))

    assert [row.text for row in sheets[0].blocks[0].rows] == ["好。髙明:再見。", "謝謝。"]


def test_a_long_event_has_a_page_for_each_question() -> None:
    lines = [
        "田野:好。",
        *(line for number in range(101) for line in (f"{'島報' if number % 2 else '海網'}記者:甲?", "田野:乙。")),
        "主持人 石磊:到此結束。",
    ]
    sheets, _ = placed(proposed(*lines))

    titles = {sheet.name: sheet.title for sheet in sheets}
    assert list(titles)[:3] == ["opening", "q1", "q2"]
    assert [titles[name][0] for name in ("opening", "q10", "q11", "q20", "q35", "q101", "closing")] == [
        *("說明", "問題十", "問題十一", "問題二十", "問題三十五", "問題101", "結束"),
    ]


NUMBERS = [
    *("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九"),
    *("二十", "二十一", "二十二", "二十三", "二十四", "二十五", "二十六", "二十七", "二十八"),
]


def test_many_follow_ups_have_ids_and_headings_of_their_own() -> None:
    found = proposed("島報記者:甲?", *("田野:乙。", "島報記者:丙?") * 28)

    assert len({one.id for one in found}) == len(found)
    headings = [block.heading for sheet in placed(found)[0] for block in sheet.blocks]
    assert [zh for zh, _ in headings][2::2] == ["問題一：追問", *(f"問題一：追問{number}" for number in NUMBERS[1:])]
    assert [en for _, en in headings][3::2] == [
        "Question 1: follow-up: answers",
        *(f"Question 1: follow-up {number}: answers" for number in range(2, 28)),
    ]
