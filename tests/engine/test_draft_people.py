"""Who speaks in a draft: rosters, offices, names and outlets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verbatim.draft.written import written
from verbatim.model import Pair, Where
from verbatim.received.currencies import is_of_taiwan
from verbatim.received.labels import BETWEEN, heads, name_in
from verbatim.received.names import english_name, is_name, near, pinyin_name, slug, taiwan_name, unspaced, without_title
from verbatim.received.offices import office_of
from verbatim.received.outlets import outlet_name, placeholder
from verbatim.received.people import Cast
from verbatim.received.roster import Roster, Seat, roster, seats_of
from verbatim.received.words import words
from verbatim.text.folding import fold, is_han
from verbatim.text.labels import INTERPRETERS, NARRATORS, UNNAMED_ASKERS
from verbatim.text.readings import table, traditional

from .example import ROOT, corpus


@pytest.mark.parametrize(
    ("line", "seat"),
    [
        ("主持人：林平 市府新聞處處長", ("林平", "市府新聞處處長")),
        ("主持人：市府新聞處處長 林平", ("林平", "市府新聞處處長")),
        ("主持人：市府新聞處副處長  林 平", ("林平", "市府新聞處副處長")),
        ("主持人：下面請 林平", None),
        ("主持人：請市府新聞處處長林平說明", None),
    ],
)
def test_a_line_of_the_roster_seats_who_moderates_with_the_office_before_or_behind(line: str, seat: tuple[str, str] | None) -> None:
    assert seats_of(line) == ((Seat(*seat, moderates=True),) if seat else ())


def test_a_roster_may_announce_each_in_the_line_that_presents_them() -> None:
    lines = ["時間：上午", "主持人：市府新聞處處長 林平", "出席：霧港市市長 何青", "市府環保局局長 王石", "何青：好。"]

    assert roster(lines) == Roster(
        1, 4, (Seat("林平", "市府新聞處處長", moderates=True), Seat("何青", "霧港市市長"), Seat("王石", "市府環保局局長"))
    )
    assert roster(["主持人：各位 大家好", "出席：大家好"]) is None


@pytest.mark.parametrize(
    "line",
    [
        "出席人員:縣長 林宗翰、衛生局局長 陳怡安",
        "出席人員：縣長 林宗翰，衛生局局長 陳怡安",
        "縣長　林宗翰；衛生局局長　陳怡安",
        "發布人：縣長　林宗翰　衛生局局長　陳怡安",
        "縣長 林宗翰, 衛生局局長 陳怡安、",
        "林宗翰，縣長；陳怡安，衛生局局長",
        "林宗翰 縣長、陳怡安 衛生局局長",
    ],
)
def test_a_line_of_the_roster_may_seat_several(line: str) -> None:
    assert seats_of(line) == (Seat("林宗翰", "縣長"), Seat("陳怡安", "衛生局局長"))


def test_who_holds_two_offices_in_a_line_of_several_is_one_seat() -> None:
    assert seats_of("處長、發言人 王 石，總幹事（主持人） 何青") == (
        Seat("王石", "處長、發言人"),
        Seat("何青", "總幹事（主持人）", moderates=True),
    )
    assert seats_of("出席人員：縣長 林宗翰、衛生局局長") == ()


def test_a_broadcaster_is_no_desk_of_a_hotel() -> None:
    assert [traditional(text, {}) for text in ("总台记者", "广播电视总台", "台灯")] == ["總臺記者", "廣播電視總臺", "檯燈"]


def test_outlets_in_brackets_are_each_one_of_their_own() -> None:
    cast = Cast([], ())

    ids = [cast.speaking(f"記者（{outlet}）：")[0] for outlet in ("霧港時報", "東岸電視", "霧港時報")]

    assert ids[0] == ids[2] != ids[1]
    assert [(one.kind, one.name[0], one.others) for one in cast.speakers.values()] == [
        ("outlet", "霧港時報", ()),
        ("outlet", "東岸電視", ()),
    ]


def test_names_are_known_by_the_family_and_read_in_pinyin() -> None:
    assert [is_name(one) for one in ("秦若川", "王 棟", "歐陽靜", "買買提·江", "碼頭", "秦", "王明的三")] == [
        True,
        True,
        True,
        True,
        False,
        False,
        False,
    ]
    assert [english_name(one) for one in ("秦若川", "歐陽靜", "曾明", "買買提·江")] == [
        "Qin Ruochuan",
        "Ouyang Jing",
        "Zeng Ming",
        "Maimaiti Jiang",
    ]
    assert pinyin_name("單明") == "Shàn Míng"
    assert [near("高嵐", one) for one in ("髙嵐", "高藍", "高青", "田嵐", "高嵐", "高")] == [True, True, False, False, False, False]
    assert [near("高嵐青", one) for one in ("高山青", "田嵐青")] == [True, False]
    assert [slug(one) for one in ("Fog Harbor", "21 Net", "")] == ["fog-harbor", "", ""]


def test_a_character_of_the_compatibility_block_is_one_as_any_other() -> None:
    one = "\uf929"  # of 朗, as old encodings give it

    assert unspaced(f"王 {one}") == f"王{one}"
    assert BETWEEN.split(f"王{one}和田野") == [f"王{one}", "田野"]
    assert roster(["出席人員", f"王{one} 站長"]) == Roster(0, 2, (Seat(f"王{one}", "站長"),))
    assert name_in(f"島報記者王{one}:") == "島報"


@pytest.mark.parametrize(
    ("lines", "seats"),
    [
        (["會議", "出席人員", "王 明 省長", "田野，站長", "完。"], [("王明", "省長"), ("田野", "站長")]),
        (["发布人:", "国务院新闻办公室副主任 胡凯"], [("胡凯", "国务院新闻办公室副主任")]),
        *(
            (["出席人員", "田野 站長", role, "王明 主任"], [("田野", "站長"), ("王明", "主任")])
            for role in (*words("moderators"), "主席：")
        ),
        (["出席人員", "姓名 職稱", "田野 站長", "王明 主任（主持人）"], [("田野", "站長"), ("王明", "主任（主持人）")]),
        (["主持人：", "石磊 主任", "發布人：", "田野 站長", "出席者：", "好。"], [("石磊", "主任"), ("田野", "站長")]),
        (["出席人員", "田野 站長", "扎西頓珠　廳長", "王明 主任"], [("田野", "站長"), ("扎西頓珠", "廳長"), ("王明", "主任")]),
        (["與會人員：", "市府交通局局長　扎西頓珠"], [("扎西頓珠", "市府交通局局長")]),
        (["出席人員", "碼頭 一座"], None),
        (["王 明 省長"], None),
    ],
)
def test_a_roster_is_a_heading_with_names_and_offices(lines: list[str], seats: list[tuple[str, str]] | None) -> None:
    found = roster(lines)

    assert (None if found is None else [(seat.name, seat.office) for seat in found.seats]) == seats


def test_who_moderates_is_known_by_the_heading_above_or_the_remark_in_brackets_and_heads_of_columns_are_before_the_roster() -> None:
    one, two = Seat("石磊", "主任", moderates=True), Seat("田野", "站長")

    assert roster(["主持人：", "石磊 主任", "發布人：", "田野 站長", "出席者：", "好。"]) == Roster(0, 4, (one, two))
    table = roster(["出席人員", "姓名 職稱", "田野 站長", "石磊 主任（主持人）"])
    assert table == Roster(2, 4, (two, Seat("石磊", "主任（主持人）", moderates=True)))


def cast(*labels: str) -> Cast:
    found = Cast(corpus().people.values(), ())
    for label in labels:
        found.speaking(label)
    return found


def test_a_speaker_is_known_new_or_known_under_another_spelling() -> None:
    found = cast(
        "陳海舟:",
        "主持人 陳海舟:",
        "陳局長:",
        "田野:",
        "田冶:",
        "外媒記者:",
        "主持人:",
        "CNN記者:",
        "買買提·江:",
        "提問:",
        "觀眾提問:",
        "田野、陳海舟:",
    )

    chen = next(one for one in found.speakers.values() if one.name[0] == "陳海舟")
    assert (chen.known, [one.zh for one in chen.others]) == (True, ["主持人 陳海舟:", "陳局長:"])
    assert found.english("主持人 陳海舟:") == f"Moderator {chen.name[1]}:"
    assert [(one.zh, one.unlike) for one in found.speakers["tian-ye"].others] == [("田冶:", "田野")]
    assert found.english("田野、陳海舟:") == f"Tian Ye and {chen.name[1]}:"
    assert [(one.id, one.kind, one.label[1]) for one in found.speakers.values() if not one.known][1:] == [
        ("wai-mei", "outlet", "Outlet A reporter:"),
        ("moderator", "moderator", "Moderator:"),
        ("cnn", "outlet", "CNN reporter:"),
        ("maimaiti-jiang", "official", "Maimaiti Jiang:"),
        ("reporter", "outlet", "Reporter:"),
        ("guan-zhong-ti-wen", "outlet", "Outlet B:"),
    ]


_BODY = ("（新聞局）", " （ 本局 新聞科 ）")


@pytest.mark.parametrize(
    ("listed", "english", "brackets"),
    [(words("moderators"), "Moderator", _BODY), (words("chairs"), "Chair", _BODY), (UNNAMED_ASKERS, "Reporter", ("（追問）", " （ 2 ）"))],
)
def test_who_has_a_role_and_no_name_gets_no_name_of_its_characters(
    listed: tuple[str, ...], english: str, brackets: tuple[str, ...]
) -> None:
    for role in listed:
        for label in (f"{role}:", *(f"{role}{one}:" for one in brackets)):
            [one] = cast(label).speakers.values()

            assert (one.id, one.name, one.label) == (slug(english), (role, english), (label, f"{english}:"))


@pytest.mark.parametrize("roles", [words("spokespeople"), words("guests"), INTERPRETERS, NARRATORS])
def test_a_role_without_a_name_is_called_what_it_means(roles: tuple[str, ...]) -> None:
    for role in roles:
        [one] = cast(f"{role}:").speakers.values()

        assert (one.kind, one.name[0], one.pinyin, one.label[1]) == ("other", role, "", f"{one.name[1]}:")
        assert one.name[1] in {"Spokesperson", "Guest", "Answer", "Interpreter", "Narrator"}


def test_roles_that_mean_the_same_are_one_speaker() -> None:
    found = cast("記者問:", "提問:", "翻譯:", "口譯:", "答:")

    assert [(one.label, [other.zh for other in one.others]) for one in found.speakers.values()] == [
        (("記者問:", "Reporter:"), ["提問:"]),
        (("翻譯:", "Interpreter:"), ["口譯:"]),
        (("答:", "Answer:"), []),
    ]
    assert {found.english(label) for label in ("記者問:", "提問:")} == {"Reporter:"}


def test_an_office_without_a_name_has_no_pinyin_and_no_english_that_is_decided() -> None:
    found = cast("島報記者:", "部長:", "海報記者:")
    text = written("people.yml", people=list(found.speakers.values()))

    assert '- id: buzhang\n  kind: other\n  name: {zh: 部長, en: TODO}\n  label: {zh: "部長:", en: "Buzhang:"}\n' in text
    assert 'en: "Outlet B reporter:"' in text


@pytest.mark.parametrize(
    ("labels", "kind", "asked"),
    [
        (["發言人:", "田野:", "島報記者:", "田野:", "羅青:"], "moderator", True),
        (["田野:", "島報記者:", "田野:", "發言人:"], "moderator", True),
        (["發言人:", "島報記者:", "翻譯:", "發言人:"], "other", True),
        (["主持人:", "島報記者:", "田野:", "發言人:"], "other", True),
        (["主持人:", "島報記者:", "發言人:", "主持人:"], "other", False),
        (["田野:", "島報記者:", "發言人:", "羅青:"], "other", False),
    ],
)
def test_a_spokesperson_without_a_name_who_speaks_first_or_last_may_moderate(labels: list[str], kind: str, asked: bool) -> None:
    found = Cast([], ())

    found.question_spokespeople([(label, label == "羅青:") for label in labels])

    own = next(one for one in found.speakers.values() if one.name[0] == "發言人")
    assert own.kind == kind
    assert ("  # TODO is the kind " in written("people.yml", people=[own])) is asked
    assert [one.doubtful for one in found.speakers.values() if one.name[0] == "羅青"] == [True] * ("羅青:" in labels)


def test_a_spokesperson_of_the_data_is_no_question() -> None:
    person = replace(next(iter(corpus().people.values())), name=Pair(Where("", 0), "發言人", "Spokesperson"), labels=())
    found = Cast([person], ())

    found.question_spokespeople([("發言人:", False)])

    assert [one.opens for one in found.speakers.values()] == [False]


def test_no_role_and_no_office_is_a_name_though_it_may_begin_as_one() -> None:
    listed = [one for name in ("moderators", "chairs", "askers", "titles", "offices") for one in words(name)]

    assert [one for one in listed if is_name(one)] == []
    assert [one for one in words("offices") if heads([f"{one}:好。"], [])[0] is None] == []


@pytest.mark.parametrize("simplified", [False, True])
@pytest.mark.parametrize("role", [*words("moderators"), *words("spokespeople")])
def test_a_role_before_a_name_is_no_part_of_it(role: str, simplified: bool) -> None:
    assert name_in(f"{role.translate(table()) if simplified else role} 田野:") == "田野"


def test_the_name_of_an_outlet_is_proposed_where_it_is_known_and_else_open() -> None:
    found = cast("新华社记者:", "島報記者:", "主持人石磊:", "CNN記者:")
    text = written("people.yml", people=list(found.speakers.values()))

    assert "- id: xinhua-news-agency\n  kind: outlet\n  name: {zh: 新华社, en: TODO Xinhua News Agency}\n" in text
    assert '  label: {zh: "新华社记者:", en: "Xinhua News Agency reporter:"}\n' in text
    assert '- id: dao-bao\n  kind: outlet\n  name: {zh: 島報, en: TODO}\n  label: {zh: "島報記者:", en: "Outlet A reporter:"}\n' in text
    assert "en: TODO CNN}" in text
    assert "en: TODO Shi Lei}" in text


def test_known_outlets_have_one_english_name_each_and_no_place_is_held_twice() -> None:
    table = (ROOT / "hooks/verbatim/received/tables/outlets.txt").read_text("utf-8")
    names = [line.partition(": ")[::2] for line in table.splitlines()[1:]]

    assert len({fold(zh) for zh, _ in names}) == len(names)
    assert all(outlet_name(zh) == en and en.isprintable() and not any(map(is_han, en)) for zh, en in names)
    assert outlet_name("島報") == ""
    assert [placeholder(number) for number in (0, 25, 26)] == ["Outlet A", "Outlet Z", "Outlet AA"]
    assert len({placeholder(number) for number in range(80)}) == 80


def test_a_label_with_another_name_than_the_roster_is_never_taken_for_that_of_the_roster() -> None:
    found = Cast(corpus().people.values(), [Seat("呂曉燕", "館長"), Seat("陳海舟", "局長")])
    for label in ("呂曉豔:", "呂曉燕:", "陳海洲:"):
        found.speaking(label)

    own = found.speakers["lu-xiaoyan"]
    assert (own.label, [(one.zh, one.en, one.unlike) for one in own.others]) == (
        ("呂曉燕:", "Lu Xiaoyan:"),
        [("呂曉豔:", "Lu Xiaoyan:", "呂曉燕")],
    )
    new = [(one.name[0], one.unlike) for one in found.speakers.values() if not one.known]
    assert new == [("呂曉燕", ""), ("陳海洲", "陳海舟")], "people of the data are not changed"
    assert "# TODO is this the same person as 陳海舟?" in written("people.yml", people=[found.speakers["chen-haizhou-2"]])
    assert "      # another spelling of 呂曉燕? Or list another person\n      reason: {zh: TODO, en: TODO}\n" in written(
        "people.yml", people=[own]
    )


def test_a_moderator_with_a_name_may_be_the_one_without() -> None:
    known = cast("主持人 石磊:", "主持人:")
    later = cast("主持人:", "主持人 石磊:")

    assert [(one.id, [other.zh for other in one.others]) for one in known.speakers.values()] == [("shi-lei", ["主持人:"])]
    assert [(one.id, one.unlike) for one in later.speakers.values()] == [("moderator", ""), ("shi-lei", "主持人")]


def test_the_name_in_an_english_label_is_without_titles_and_without_who_asks_for_an_outlet() -> None:
    found = cast("田青部長:", "島報記者石磊:", "石磊記者:", "保安局局長:")
    renamed = {
        "田青部長:": "Vice Minister Tian Ching:",
        "島報記者石磊:": "Isle Paper reporter Shi Lei:",
        "石磊記者:": "Reporter Shi Lei:",
        "保安局局長:": "Secretary for Security:",
    }
    for zh, en in renamed.items():
        found.rename(zh, en)

    assert [(one.name, one.label) for one in found.speakers.values()] == [
        (("田青", "Tian Ching"), ("田青部長:", "Vice Minister Tian Ching:")),
        (("島報", "Isle Paper"), ("島報記者石磊:", "Isle Paper reporter Shi Lei:")),
        (("保安局局長", "Secretary for Security"), ("保安局局長:", "Secretary for Security:")),
    ]
    assert found.english("石磊記者:") == "Reporter Shi Lei:"


def test_the_reporter_whom_a_label_names_is_in_the_english_label() -> None:
    found = cast("島報記者 石磊:", "新華社記者石磊:", "海報記者:", "海報記者王小姐:", "海報記者林平:")

    assert [one.label[1] for one in found.speakers.values()] == [
        "Outlet A reporter Shi Lei:",
        "Xinhua News Agency reporter Shi Lei:",
        "Outlet B reporter:",
    ]
    assert [one.en for speaker in found.speakers.values() for one in speaker.others] == [
        "Outlet B reporter:",
        "Outlet B reporter Lin Ping:",
    ]


def test_offices_without_names_answer_jointly() -> None:
    found = Cast([], ())

    assert len(found.speaking("保安局局長、警務處處長：")) == 2
    assert {one.kind for one in found.speakers.values()} == {"other"}


def test_the_labels_of_an_english_text_are_taken_over() -> None:
    found = cast("陳海舟:", "田野:", "田冶:", "島報記者:", "田野、陳海舟:", "田青:", "石:")

    for zh, en in {
        "陳海舟:": "X:",
        "田野:": "Tian Ye:",
        "田冶:": "Mr Tian:",
        "島報記者:": "Isle Paper reporter:",
        "田野、陳海舟:": "Y:",
        "田青:": "Green:",
    }.items():
        found.rename(zh, en)

    assert (found.english("陳海舟:"), found.english("田冶:"), found.english("島報記者:")) == (
        "Chen Haizhou:",
        "Mr Tian:",
        "Isle Paper reporter:",
    )
    assert "isle-paper" in found.speakers
    assert found.speakers["tian-qing"].family == ("", "")


@pytest.mark.parametrize("verb", words("english-label-verbs"))
def test_what_a_speaker_does_in_an_english_label_is_no_part_of_the_name(verb: str) -> None:
    found = cast("田青:", "記者問:")

    found.rename("田青:", f"Tian Qing {verb}:")
    found.rename("記者問:", f"Reporter {verb}:")

    assert [(one.name[1], one.label[1]) for one in found.speakers.values()] == [
        ("Tian Qing", f"Tian Qing {verb}:"),
        ("Reporter", f"Reporter {verb}:"),
    ]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("出席今天說明會的有:鎮漁港處處長秦若川先生、鎮碼頭局副局長、新聞發言人田野女士。", "鎮漁港處處長"),
        ("下面有請鎮漁港處副處長、總工程師秦若川介紹情況。", "鎮漁港處副處長、總工程師"),
        ("蘇眠、鎮漁港處處長 秦 若川。", "鎮漁港處處長"),
        ("我是秦若川。今天由县渔港局局长秦若川说明。", "县渔港局局长"),
        ("請處長秦若川說明。", None),
        ("謝謝秦若川。", None),
        ("沒有這個人。", None),
    ],
)
def test_an_office_is_read_from_the_words_before_a_name(text: str, office: str | None) -> None:
    found = office_of("秦若川", [text], ["秦若川", "田野", "蘇眠"])

    assert (found.office if found else None) == office


def test_an_office_is_read_with_the_words_that_say_so() -> None:
    text = "出席的有:鎮漁港處處長秦若川先生、鎮碼頭局副局長、新聞發言人田野女士。"

    found = office_of("田野", [text], ["秦若川", "田野"])

    assert found is not None
    assert (found.office, found.words) == ("鎮碼頭局副局長、新聞發言人", "鎮漁港處處長秦若川先生、鎮碼頭局副局長、新聞發言人田野")


def test_a_moderator_without_a_name_is_called_so_once() -> None:
    cast = Cast([], ())

    assert [cast.english(label) for label in ("主持人（新聞處）：", "主 持 人：")] == ["Moderator:", "Moderator:"]


@pytest.mark.parametrize("label", ["主持人（新聞處副處長何若蘭）：", "主持人（新聞處何若蘭副處長）：", "主持人（何若蘭）："])
def test_the_name_in_the_brackets_behind_a_role_is_that_of_the_moderator_with_an_office_beside_it(label: str) -> None:
    cast = Cast([], [Seat("何若蘭", "新聞處副處長（主持人）", moderates=True)])

    assert [cast.speaking(one) for one in (label, "主持人：")] == [("he-ruolan",), ("he-ruolan",)]
    assert [cast.english(one) for one in (label, "主持人：")] == ["Moderator He Ruolan:", "Moderator:"]
    assert cast.speakers["he-ruolan"].kind == "moderator"


def test_a_moderator_of_the_roster_is_called_as_the_label_says() -> None:
    cast = Cast([], [Seat("何若蘭", "新聞處副處長", moderates=True)])

    assert cast.english("何若蘭：") == "He Ruolan:"
    assert cast.speakers["he-ruolan"].kind == "moderator"


def test_names_of_taiwan_are_proposed_as_they_are_written_there() -> None:
    cast = Cast([], [Seat("秦若川", "處長")], taiwan=True)

    assert (cast.speakers["qin-ruochuan"].name, cast.speakers["qin-ruochuan"].family) == (("秦若川", "Chin Jo-chuan"), ("秦", "Chin"))
    assert [taiwan_name(one) for one in ("曾綠", "歐陽雨")] == ["Tseng Lu", "Ou-yang Yu"]
    assert cast.speaking("買買提·江：") == ("maimaiti-jiang",)
    assert cast.speakers["maimaiti-jiang"].name[1] == "Maimaiti Jiang"
    assert [is_of_taiwan(one) for one in ("民國122年的碼頭", "香港的碼頭", "碼頭")] == [True, False, False]


def test_who_moderates_may_be_a_line_of_the_roster() -> None:
    lines = ["出席人員", "秦若川 鎮漁港處處長", "主持人：蘇眠　新聞處處長", "主持人：大家好,請說明。"]

    assert roster(lines) == Roster(0, 3, (Seat("秦若川", "鎮漁港處處長"), Seat("蘇眠", "新聞處處長", moderates=True)))


@pytest.mark.parametrize("text", ["房屋局", "衛生署", "安全部", "房屋局局長"])
def test_a_public_body_is_no_name(text: str) -> None:
    assert not is_name(text)
    assert not is_name(without_title(text))


@pytest.mark.parametrize("brackets", ["[]", "［］", "【】", "〔〕", "()", "（）"])
def test_brackets_around_a_whole_label_are_no_part_of_its_name(brackets: str) -> None:
    labels = [f"{brackets[0]}{one}{brackets[1]}:" for one in ("主持人", "田青", "島報記者", "問", "田青局長")]
    found = cast(*labels)

    assert [head.label for head in heads([f"{one}好。" for one in labels * 2], []) if head] == labels * 2
    assert [(one.kind, one.name[0]) for one in found.speakers.values()] == [
        *(("moderator", "主持人"), ("official", "田青"), ("outlet", "島報"), ("outlet", "問")),
    ]
    assert found.english(labels[1]) == "Tian Qing:"
