"""Labels at the head of what somebody says, in a draft."""

from __future__ import annotations

import pytest

from verbatim.draft.written import written
from verbatim.received.labels import heads, is_nameless, name_in, office_in, suspects
from verbatim.received.names import without_title
from verbatim.received.people import Cast
from verbatim.received.roster import Seat
from verbatim.received.words import words


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("主持人 蘇眠:好。", "主持人 蘇眠:"),
        ("霧港晚報記者:好。", "霧港晚報記者:"),
        ("问:好。", "问:"),
        ("問12：好。", "問12："),
        ("問（霧港晚報）：好。", "問（霧港晚報）："),
        ("答1：好。", "答1："),
        ("答（秦若川）：好。", "答（秦若川）："),
        ("答覆：好。", "答覆："),
        ("●羅青：好。", "●羅青："),
        ("◆ 霧港晚報記者：好。", "◆ 霧港晚報記者："),
        ("●好消息：好。", None),
        ("田野＆羅青：好。", "田野＆羅青："),
        ("秦：好。", None),
        ("田野、羅青:好。", "田野、羅青:"),
        ("羅青：好。", "羅青："),
        ("部長:好。", "部長:"),
        ("保安局局長：好。", "保安局局長："),
        ("保安局局長（譯文）：好。", "保安局局長（譯文）："),
        ("保安局局長、警務處處長：好。", "保安局局長、警務處處長："),
        ("保安局局長：羅青", None),
        ("《霧港晚報》記者：好。", "《霧港晚報》記者："),
        ("「霧港晚報」記者 田野：好。", "「霧港晚報」記者 田野："),
        ("“霧港晚報”記者：好。", "“霧港晚報”記者："),
        ("《港口條例》提出：好。", None),
        ("新聞局局長、新聞發言人 羅青：好。", "新聞局局長、新聞發言人 羅青："),
        ("財政司副司長：好。", "財政司副司長："),
        ("羅青局長：好。", "羅青局長："),
        ("羅清:好。", "羅清:"),
        ("穆罕默德·阿里:好。", "穆罕默德·阿里:"),
        ("一是:好。", None),
        ("包括:好。", None),
        ("他說:好。", None),
        ("好。羅青:", None),
    ],
)
def test_the_head_of_a_line_is_a_label_where_it_names_a_speaker(line: str, label: str | None) -> None:
    found = heads([line], ["羅青"])[0]

    assert (found.label if found else None) == label


def test_a_name_that_heads_one_line_only_is_doubtful() -> None:
    lines = ["王明:好。", "李四:好。", "李四:好。"]

    assert [head.doubtful for head in heads(lines, []) if head] == [True, False, False]


def test_an_office_that_heads_several_lines_is_a_label_with_and_without_a_remark() -> None:
    lines = ["保安局局長：好。", "保安局局長：好。", "保安局局長（譯文）：好。", "警務處處長：好。"]

    assert [(head.label, head.doubtful) for head in heads(lines, []) if head] == [
        *(("保安局局長：", False), ("保安局局長：", False), ("保安局局長（譯文）：", False), ("警務處處長：", True)),
    ]


def test_a_public_body_that_heads_several_lines_is_a_label_and_one_that_heads_one_is_asked_about() -> None:
    assert [head.label for head in heads(["市漁港局：好。", "島報記者：好？", "市漁港局：好。"], []) if head] == [
        "市漁港局：",
        "島報記者：",
        "市漁港局：",
    ]
    assert heads(["市漁港局：好。"], []) == [None]
    assert suspects(["市漁港局：好。"]) == ["市漁港局："]
    assert heads(["有幾個好處：好。", "有幾個好處：好。"], []) == [None, None]
    assert suspects(["有幾個好處：好。"]) == []


def test_a_name_with_the_office_before_it_once_and_without_it_once_is_no_doubtful_label() -> None:
    lines = ["漁港處處長 秦若川：好。", "島報記者：好？", "秦若川：好。", "王明：好。"]

    assert [(head.label, head.doubtful) for head in heads(lines, []) if head] == [
        *(("漁港處處長 秦若川：", False), ("島報記者：", False), ("秦若川：", False), ("王明：", True)),
    ]


@pytest.mark.parametrize(
    ("label", "office"),
    [
        *(("漁港處處長 秦若川：", "漁港處處長"), ("新聞局局長、新聞發言人 羅青：", "新聞局局長、新聞發言人"), ("秦若川：", "")),
        *(("主持人 秦若川：", ""), ("發言人 秦若川：", ""), ("霧港晚報記者 秦若川：", ""), ("處長：", "")),
    ],
)
def test_a_label_may_have_an_office_before_the_name(label: str, office: str) -> None:
    assert office_in(label) == office


@pytest.mark.parametrize(
    ("label", "name"),
    [
        *(("《霧港晚報》記者：", "霧港晚報"), ("“霧港晚報”記者：", "霧港晚報"), ("新聞局局長、新聞發言人 羅青：", "羅青")),
        *(("主持人 蘇眠:", "蘇眠"), ("主持人:", "主持人"), ("霧港晚報記者 田野:", "霧港晚報"), ("記者:", "記者"), ("甲某’:", "甲某")),
        *(("田野（副主任）:", "田野"), ("王 明:", "王明")),
        *(("問12：", "問"), ("答3：", "答"), ("答（秦若川）：", "秦若川"), ("答（處長 秦若川）：", "秦若川"), ("答（補充）：", "答")),
        *(("●霧港晚報記者：", "霧港晚報"), ("• 田野：", "田野")),
    ],
)
def test_a_label_holds_a_name_and_may_hold_a_role(label: str, name: str) -> None:
    assert name_in(label) == name


@pytest.mark.parametrize(
    ("label", "outlet"),
    [
        ("記者（霧港時報）：", "霧港時報"),
        ("记者(江城晚报记者 林小明):", "江城晚报"),
        ("提問（東岸電視、林平）：", "東岸電視"),
        ("問（TVX）：", "TVX"),
        ("記者（追問）：", ""),
        ("記者（一）：", ""),
        ("記者（3）：", ""),
        ("霧港時報記者（追問）：", "霧港時報"),
    ],
)
def test_brackets_behind_the_role_of_a_reporter_name_the_outlet(label: str, outlet: str) -> None:
    assert (name_in(label), is_nameless(label)) == ((outlet, False) if outlet else (name_in("記者:"), True))


@pytest.mark.parametrize(
    ("name", "in_traditional", "either"),
    [
        ("宋岩", "宋岩", ("岩/巖",)),
        ("范伟", "范偉", ()),
        ("余国华", "余國華", ()),
        ("周游", "周游", ("游/遊",)),
        ("欧阳杰", "歐陽傑", ("杰/傑",)),
        ("李云丰", "李雲豐", ("云/雲", "丰/豐")),
        ("陈思远", "陳思遠", ()),
    ],
)
def test_names_of_people_are_no_words_and_a_character_that_may_be_another_is_asked_for(
    name: str, in_traditional: str, either: tuple[str, ...]
) -> None:
    cast = Cast([], [Seat(name, "县长")], simplified=True)

    [speaker] = cast.speakers.values()
    assert (speaker.name[0], speaker.either) == (in_traditional, either)
    asked = "".join(f"which character does the name have: {', '.join(either)}?" for _ in either[:1])
    assert asked in written("people.yml", people=[speaker])


@pytest.mark.parametrize("rank", ["", *words("ranks")])
def test_a_name_before_any_office_is_a_label_and_a_longer_office_is_suspected(rank: str) -> None:
    offices = [f"{rank}{one}" for one in (*words("titles"), *words("offices"))]

    assert [one for one in offices if heads([f"石映真{one}：好。"], [])[0] is None] == []
    assert {without_title(f"石映真{one}") for one in offices} == {without_title(f"石映真 {one}") for one in offices} == {"石映真"}
    assert {without_title(one) for one in offices} == {*offices}, "no office is the name of somebody with a shorter one"
    assert suspects([f"市府交通局{one}：好。" for one in offices]) == [f"市府交通局{one}：" for one in offices]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        *(("市長葉書帆：", "葉書帆"), ("工務局局長盧柏勳：", "盧柏勳"), ("蔡市長允文：", "蔡允文"), ("廖副局長仲堯：", "廖仲堯")),
        ("衛生局蔡宗翰局長：", "蔡宗翰局長"),
        *(("交通運輸部副部長 王明德：", "王明德"), ("交通部 運輸司司長 陳彥伯：", "陳彥伯"), ("行政長官李家超：", "李家超")),
        *(("局長說明：", "局長說明"), ("院長高度評價：", "院長高度評價")),
    ],
)
def test_a_label_may_have_the_office_before_the_name(label: str, name: str) -> None:
    assert name_in(label) == name
    assert [one is not None for one in heads([f"{label}好。"], [])] == [name != label[:-1]]
