"""A draft from a source: compared with what a person made of it, and how much is left for a person to write."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any

import drafts
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.analysis.source_diff import expected, join
from verbatim.draft.new import NoDraft, Request, draft
from verbatim.draft.todo import todo
from verbatim.model.locale import LOCALES
from verbatim.project import InvalidProject, checked
from verbatim.read.corpus import Corpus, Transcript
from verbatim.read.files import Files
from verbatim.read.markdown_page import body_of
from verbatim.received.cleaning import cleaned
from verbatim.received.encodings import UnusableSource
from verbatim.received.words import words
from verbatim.rules.alignment import section_of
from verbatim.text.labels import ANSWERERS, INTERPRETERS, NARRATORS, UNNAMED_ASKERS

from .draft_work import DRAFTS, HARBOR, ISLE, KINDS, LIBRARY, PER_SENTENCE, SCAFFOLDING, TITLES, Kind, done, read
from .example import ROOT, example, refrozen, renderer, report, resealed, several, theme_strings
from .test_draft_source import paragraph, word


def made(event: str, content: bytes, name: str = "source.txt", **more: Any) -> Files:
    """The example with the draft of an event."""
    request = Request(event, name, content, **{"title": TITLES.get(event, ("", "")), "day": "2033-04-05", **more})
    files = draft(request, example())
    return {**example(), **{path: one if isinstance(one, bytes) else one.encode("utf-8") for path, one in files.items()}}


def source(event: str) -> bytes:
    return (ROOT / f"tests/events/data/{event}/source.txt").read_bytes()


@cache
def bilingual(event: str) -> Files:
    """The draft of a made-up event with its English."""
    return made(event, source(event), english=(f"{event}.en.txt", (DRAFTS / f"{event}.en.txt").read_bytes()))


@cache
def library() -> Files:
    """The draft of a web page in Simplified characters with time stamps."""
    return made(LIBRARY, (DRAFTS / f"{LIBRARY}.html").read_bytes(), f"{LIBRARY}.html")


def spoken(of: Corpus, event: Transcript) -> list[tuple[str, str, list[str], str]]:
    """Each sentence with its kind, its speakers and its English."""
    return [(one.kind, one.zh.text, [of.people[person].name.zh for person in one.by], one.en.text) for one in event.segments.values()]


def displayed(of: Corpus, files: Files, event: str) -> int:
    """How many pages of an event there are, each of which can be displayed."""
    shown, count = renderer(of), 0
    for path, content in files.items():
        found = re.fullmatch(rf"docs/(zh|en)/({event}/[\w-]+)\.md", path)
        if found:
            fragments = shown.page(LOCALES[found[1]], found[2], body_of(content.decode("utf-8"))[0])
            assert fragments.fill(fragments.markdown)
            count += 1
    return count


def links(event: Transcript) -> set[tuple[str, str]]:
    """Which sentence begins an answer or a follow-up, and which the question before it."""
    first: dict[str, str] = {}
    for segment in event.segments.values():
        first.setdefault(segment.turn, segment.zh.text)
    turns = [turn for turn in event.event.turns if turn.id in first]
    return {(first[turn.id], first[other]) for turn in turns for other in (*turn.answers, *([turn.follows] if turn.follows else []))}


@pytest.mark.parametrize("event", [HARBOR, ISLE])
def test_turns_speakers_and_sentences_are_those_that_a_person_found(event: str) -> None:
    found, wanted = read(bilingual(event)), several()

    assert spoken(found, found.transcripts[event]) == spoken(wanted, wanted.transcripts[event])
    assert found.transcripts[event].source_bytes == wanted.transcripts[event].source_bytes


def test_answers_belong_to_the_questions_that_a_person_found() -> None:
    found, wanted = read(bilingual(HARBOR)), several()

    assert links(found.transcripts[HARBOR]) == links(wanted.transcripts[HARBOR])
    more = links(wanted.transcripts[ISLE]) - links(read(bilingual(ISLE)).transcripts[ISLE])
    assert more == {("我們將支持晚班試航。", "大家好。")}, "the second of two labels running is an answer of its own only for a person"


@pytest.mark.parametrize("kind", KINDS, ids=[kind.by_hand for kind in KINDS])
def test_what_a_person_has_left_to_write_is_little_and_then_the_event_can_be_frozen_and_built(kind: Kind) -> None:
    files, work = done(kind)

    assert work.sentences == len(read(files).transcripts[kind.event].segments) > 10
    assert work.translated == (0 if kind.english else work.sentences)
    assert work.per_sentence <= PER_SENTENCE
    assert work.scaffolding <= SCAFFOLDING
    complete = resealed(files)
    assert report(files).count(" W6 ") == 1
    path = f"data/{kind.event}/published.txt"
    assert report(complete) == (
        f"{path}:1: F2 the event has no list of what is published of it, so that its addresses could be lost unseen\n"
        "    fix: `./run freeze` writes the list"
    )
    of = checked(refrozen(complete), theme_strings())
    assert of.drafts == set()
    assert displayed(of, complete, kind.event) > 4


def test_the_figures_are_printed_by_one_command(capsys: pytest.CaptureFixture[str]) -> None:
    drafts.main()

    rows = [line.split(" | ") for line in capsys.readouterr().out.splitlines()]
    assert len(rows) == 2 + len(KINDS) + 1
    assert [row[-1] for row in rows[2:-1]] == ["0 |"] * len(KINDS)
    assert rows[-1] == ["at most 3 lines beside the translation for a sentence, 10 on event and pages"]


@pytest.mark.parametrize(
    "files", [bilingual(HARBOR), made(ISLE, source(ISLE)), library(), made("untitled-2036", source(HARBOR), title=("", ""), day="")]
)
def test_open_points_are_the_only_fault_of_a_draft_and_a_draft_can_be_built(files: Files) -> None:
    told = report(files)

    assert told.count("\n\n") == 0
    assert re.match(r"data/[\w-]+/event\.yml:\d+: O1 [\w-]+ is a draft: \d+ open points \(", told)
    assert len(checked(files, theme_strings(), drafts=True).transcripts) == 2


def test_the_page_of_a_library_becomes_turns_without_the_layout_of_the_page() -> None:
    of = read(library())
    event = of.transcripts[LIBRARY]

    assert event.source.split("\n")[0] == "云岭县图书馆发布会"
    assert [(turn.kind, turn.labels) for turn in event.event.turns] == [
        *(("notice", 1), ("panel", 1), ("moderator", 1), ("statement", 2), ("question", 1), ("answer", 1), ("answer", 1)),
        *(("question", 1), ("answer", 1), ("closing", 1)),
    ]
    assert of.people["gao-lan"].office is not None
    assert [label.zh for label in of.people["gao-lan"].all_labels] == ["高岚:", "高 岚:", "髙岚:"]
    assert library()[f"data/{LIBRARY}/received.html"] == (DRAFTS / f"{LIBRARY}.html").read_bytes()
    assert "a file in gb18030 and simplified characters" in event.event.received.en.lower()
    assert [(row.kind, row.quote.zh, row.strength) for row in event.entries] == [
        ("target", "全县将新建图书馆12家以上", "will"),
        ("target", "藏书超过30万册", "will"),
        ("figure", "接待读者1,250人次", None),
        ("figure", "比上年增长8.5%", None),
        ("commitment", "支持流动书车进山村", "support"),
        ("figure", "一次两本", None),
    ]
    assert [(row.by.year, row.by.words.zh) for row in event.entries if row.by] == [(2036, "到2036年")] * 2


def test_todo_lists_each_open_point_with_its_line_and_what_to_decide() -> None:
    lines = list(todo(read(library()), LIBRARY))

    assert f"  docs/en/{LIBRARY}/index.md:11: translate: 云岭县图书馆发布会" in lines
    assert f"  data/{LIBRARY}/people.yml:8: the name in pinyin with tone marks: pinyin: TODO Gāo Lán" in lines
    assert lines[-1].startswith(f"{LIBRARY}: 5")
    assert sum(line.startswith("  ") for line in lines) == int(lines[-1].split()[1])


def test_todo_counts_what_is_left_and_names_known_terms() -> None:
    files = dict(bilingual(HARBOR))
    files[f"docs/en/{HARBOR}/index.md"] = (
        files[f"docs/en/{HARBOR}/index.md"].replace(b"\n# Brief", b"\n# TODO Brief").replace(b"\nOn the", b"\nTODO On the")
    )
    files[f"docs/zh/{HARBOR}/index.md"] = files[f"docs/zh/{HARBOR}/index.md"].replace(
        "漁港更新說明會。".encode(), "漁港更新說明會,電車。".encode()
    )

    lines = list(todo(read(files), HARBOR))

    assert (
        f"  docs/en/{HARBOR}/index.md:5: write the title, heading or description: # TODO Briefing on the renewal of the port of Fog Harbor"
        in lines
    )
    assert f"  docs/en/{HARBOR}/index.md:15: compare: 出席人員 = On the panel" in lines
    assert "terms of the glossary that occur: 電車" in lines
    assert "strings that occur often and may be terms: 碼頭 5, 漁港 4" in lines


def test_todo_says_of_an_item_and_of_a_row_to_translate_them_until_something_is_proposed() -> None:
    event = made("port-2033", "島報記者:有船嗎?\n田野:有:\n1. 渡輪\n2. 漁船\n船\t艘數\n渡輪\t3".encode())
    page = "docs/en/port-2033/briefing.md"

    said = [line.split(": ", 1)[1] for line in todo(read(event), "port-2033") if page in line and "title" not in line]
    proposed = read({**event, page: event[page].replace(b"|TODO|TODO", b"|TODO Boats|TODO", 1)})

    assert said == [
        "translate: 有船嗎?",
        "translate: 有:",
        "translate: 1. 渡輪",
        "translate: 2. 漁船",
        "translate: 船\t艘數",
        "translate: 渡輪\t3",
    ]
    assert [line.split(": ", 1)[1] for line in todo(proposed, "port-2033") if "= " in line and page in line] == [
        "compare: 船\t艘數 = |TODO Boats|TODO"
    ]


def test_todo_of_an_event_without_open_points_says_so() -> None:
    assert list(todo(read(example()), "tram-2031"))[-1] == "tram-2031: no open points"


@pytest.mark.parametrize(
    ("event", "content", "name", "says"),
    [
        ("Harbor 2033", b"", "a.txt", "'Harbor 2033' is no id of an event"),
        ("tram-2031", b"", "a.txt", "data/tram-2031/agreement.yml: the event 'tram-2031' is there already"),
        ("port-2033", b"", "a.txt", "a.txt: the file holds no text"),
        ("port-2033", "只有一句話。".encode(), "a.txt", "a.txt: no speaker was found"),
        (
            "port-2033",
            "[主持人]好。\n【記者王明】問。\n[主持人]請。\n（掌聲）".encode(),
            "a.txt",
            "a.txt: no speaker was found: no line begins with a name or a role and a colon (主持人:, 某某報記者:); "
            "what may be a label: [主持人], 【記者王明】; write each speaker's name and a colon at the head of the words",
        ),
        *(
            ("port-2033", text.encode(), "a.txt", "a.txt: a sentence begins with TODO")
            for text in ("田野:好。TODO 補。", "TODO\n田野:好。")
        ),
        ("port-2033", "田野:好。\n石磊:田野:好。".encode(), "a.txt", "a.txt: a label is not at the head of a line: '田野:好。'"),
        ("port-2033", b"\x89PNG\r\n\x1a\n\x00\x00", "a.txt", "a.txt: the encoding is none of UTF-8, UTF-16, GB18030 and Big5"),
        ("port-2033", b"", "a.doc", "a.doc: a source is a file in .txt, .md, .html, .htm, .docx"),
    ],
)
def test_what_no_draft_can_be_made_of_is_refused_with_one_message(event: str, content: bytes, name: str, says: str) -> None:
    with pytest.raises((NoDraft, UnusableSource)) as stopped:
        made(event, content, name)

    assert str(stopped.value).startswith(says)
    assert "\n" not in str(stopped.value)


@pytest.mark.parametrize(
    ("stated", "says"),
    [({"day": "2033-4-5"}, "'2033-4-5' is not a date such as 2023-02-15"), ({"title": ("<b>", "x")}, "cannot be a title")],
)
def test_what_the_editor_states_wrongly_is_reported(stated: dict[str, Any], says: str) -> None:
    with pytest.raises(NoDraft, match=says):
        made("port-2033", "田野:好。".encode(), **stated)


def test_a_project_that_cannot_be_read_is_reported() -> None:
    files = {path: content for path, content in example().items() if path != "data/vocabulary.yml"}

    with pytest.raises(InvalidProject, match=r"data/vocabulary\.yml:1: F2"):
        draft(Request("port-2033", "a.txt", b""), files)


PARTS = st.sampled_from(
    [
        *(
            "主持人 石磊:",
            "田野:",
            "島報記者:",
            "髙明:",
            "田野、羅青:",
            "一是:",
            "出席人員",
            "田 野 站長",
            "\n",
            "\n",
            "\n\n",
            "　",
            "[2035-03-12 09:00:05]",
        ),
        *(
            "今年將新建碼頭3座。",
            "去年建了3—5座,",
            "“1+6”工程。",
            "約500萬元左右",
            "三分之一",
            "1,250人次;",
            "支持試航。",
            "實施《計劃》,",
            "十大行動?",
            "100\n個以上。",
        ),
        *("好。", "“好。好”。", "見a.tw?b=1。", "……", "第3條", "3", "2030年底", "2.5倍、4條和1個。", "TODO", "下降6.1%。", "电车"),
    ]
)


@settings(max_examples=12, deadline=None)
@given(st.lists(PARTS, max_size=30).map("".join))
def test_any_text_becomes_a_draft_without_a_fault_but_open_points_or_is_refused(text: str) -> None:
    try:
        files = made("port-2033", f"田野:好。\n{text}".encode())
    except UnusableSource:
        return

    told = report(files)

    assert {line.split()[1] for line in told.split("\n") if re.match(r"\S+:\d+: ", line)} <= {"O1"}, told


HEADS = st.sampled_from(
    [
        *(
            "",
            "",
            "1. ",
            "2. ",
            "1.",
            "+ ",
            "* ",
            "- ",
            "• ",
            "①",
            "一、",
            "# ",
            "## ",
            ">",
            "|",
            "```",
            "---",
            "===",
            "    ",
            "\t",
            "=",
            "@",
        ),
        *("[x]: ", "<!-- insert: event -->", "\\", "&amp;", "{: .x}", "![", "\u3000", "\u2003"),
    ]
)
WORDS = st.sampled_from(
    [
        *(
            "甲",
            "好。",
            "30%",
            "3個",
            "\t",
            "  ",
            "    ",
            "\u3000",
            "*",
            "**",
            "_",
            "`",
            "<b>",
            "{{",
            "{x}",
            "[a]",
            "[",
            "](",
            "http://a.b/c?d=1",
        ),
        *(
            "\\",
            "\\*",
            "&lt;",
            "|",
            "?",
            "“",
            "」",
            "1. ",
            "- ",
            "+1",
            "=2",
            "今年將新建",
            "支持",
            "《計劃》",
            "A",
            "2033年",
            "\u200b",
            "\u00a0",
        ),
        *(":", "x:y", "javascript:", 'onclick="', "${a}", "%}", "~~", "\ue000", "\ue002"),
    ]
)
LINES = st.builds(lambda head, words: head + "".join(words), HEADS, st.lists(WORDS, max_size=6))
TURNS = st.builds(
    lambda label, lines: label + "\n".join(lines),
    st.sampled_from(["田野:", "田野: ", "主持人 石磊:", "島報記者:", "羅青：", "問:", "答："]),
    st.lists(LINES, min_size=1, max_size=7),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(TURNS, min_size=1, max_size=4).map("\n".join))
def test_signs_of_markdown_and_lists_and_tables_of_any_form_are_words_of_a_draft(text: str) -> None:
    files = made("port-2033", text.encode())

    told = report(files)

    assert {line.split()[1] for line in told.split("\n") if re.match(r"\S+:\d+: ", line)} <= {"O1"}, told
    of = read(files)
    event = of.transcripts["port-2033"]
    sections = [section_of(of, event, part, "zh") for part in event.event.parts]
    assert join((path, section) for path, section in sections if section).text == expected(event.text, event.errata)
    assert event.source == cleaned(text).text


def drafted(*lines: str) -> Transcript:
    return read(made("port-2033", "\n".join(["島報記者:碼頭3座嗎?", *lines]).encode())).transcripts["port-2033"]


def test_each_number_with_a_unit_has_an_entry_with_its_own_words() -> None:
    event = drafted("田野:今年將新建學校3所、醫院5家以上和公園約100個左右,電車3—5列。全鎮有商店20家50人。")

    assert [(row.kind, row.quote.zh) for row in event.entries] == [
        ("figure", "碼頭3座嗎"),
        ("target", "今年將新建學校3所"),
        ("target", "醫院5家以上"),
        ("target", "公園約100個左右"),
        ("target", "電車3—5列"),
        ("figure", "全鎮有商店20家"),
        ("figure", "全鎮有商店20家50人"),
    ]
    assert [(row.amount.operator, *row.amount.numbers) for row in event.entries if row.amount] == [
        *(("exactly", 3), ("exactly", 3), ("at_least", 5), ("about", 100), ("between", 3, 5), ("exactly", 20), ("exactly", 50)),
    ]


def test_the_words_of_an_operator_may_have_a_verb_behind_them_and_a_change_begins_with_a_figure() -> None:
    event = drafted("田野:今年將至少有學校3所,平均最少會有3所,至少巡迴兩次,約為68座,今年由24小時縮短至8小時。我要強調有5家醫院。")

    assert [(row.kind, row.amount.operator, *row.amount.numbers) for row in event.entries if row.amount][1:] == [
        ("target", "at_least", 3),
        ("target", "at_least", 3),
        ("target", "at_least", 2),
        ("target", "about", 68),
        ("figure", "exactly", 24),
        ("target", "exactly", 8),
        ("figure", "exactly", 5),
    ]


def test_what_a_change_begins_with_now_leaves_its_end_promised() -> None:
    event = drafted(
        "田野:2034年6月底前,泊位占比由目前的58%提高到65%以上。我們將延長航線,班次由現有的96班增加到260班。",
        "田野:目前泊位由原來的5座增加到7座。由現有的3座增加到4座。",
    )

    assert [(row.kind, *row.amount.numbers, row.by.month if row.by else None) for row in event.entries if row.amount][1:] == [
        *(("figure", 58, None), ("target", 65, 6), ("figure", 96, None), ("target", 260, None)),
        *(("figure", 5, None), ("figure", 7, None), ("figure", 3, None), ("figure", 4, None)),
    ]


def test_what_only_looks_like_a_promise_is_a_figure() -> None:
    event = drafted(
        "田野:我們會同漁會檢查碼頭64座。也要看到,船員仍缺30人。計畫分為海陸空,共28項。我市2029年啟動試點,完成了一半。碼頭沒有擴建的規劃。",
        "田野:如果停航超過20天,我們會退票。2034年底前完成8座,碼頭周邊500公尺範圍內先建。組織完成2032年度檢修9次。",
        "田野:民國121年,新建碼頭7座。民國123年,新建碼頭6座。擬同步新建3座。",
    )

    assert [(row.kind, row.quote.zh) for row in event.entries][1:] == [
        *(("figure", "我們會同漁會檢查碼頭64座"), ("figure", "船員仍缺30人"), ("figure", "共28項")),
        *(("figure", "如果停航超過20天"), ("commitment", "我們會退票")),
        *(("target", "2034年底前完成8座"), ("figure", "碼頭周邊500公尺範圍內先建"), ("target", "組織完成2032年度檢修9次")),
        *(("figure", "新建碼頭7座"), ("target", "新建碼頭6座"), ("target", "擬同步新建3座")),
    ]


def test_a_base_a_name_and_the_parts_of_a_speech_have_no_entry() -> None:
    event = drafted(
        "田野:力爭2035年每千名船員配備教練達到8名,每10萬人配3人。“15分鐘海岸圈”將達95%,每10分鐘有船。",
        "田野:《方案》提出四個方面16項任務。提到“新建15分鐘船程”。有二輪車5輛。",
    )

    assert [row.quote.zh for row in event.entries][1:] == [
        *("力爭2035年每千名船員配備教練達到8名", "每10萬人配3人", "“15分鐘海岸圈”將達95%", "每10分鐘有船"),
        *("《方案》提出四個方面16項任務", "提到“新建15分鐘船程”", "有二輪車5輛"),
    ]
    assert [(one.find, one.class_, one.reason.en) for one in event.accounts if "ratio" in one.reason.en] == [
        *(("千名", "word", "The base of a ratio."), ("10萬人", "amount", "The base of a ratio.")),
    ]


def test_rules_terms_and_what_befalls_who_breaks_them_are_promised_without_a_deadline_of_another_clause() -> None:
    event = drafted(
        "田野:2035年起把漁民全部納入保險。10月底前所有船隻全數登記。草案會在11月底前送審。職業工會在5月改選。進度每季上網公開。",
        "田野:明年6月底前,碼頭要完成檢查8座,不合格的在兩年內改善完畢,逾期未修的,依法吊銷執照。出海低於60次的,取消資格。",
        "田野:船員最多跑一次。明年起,登記三日內辦結。逾期未修的責令停業3家。去年已補助,6月底前全部核銷。",
    )

    assert [(row.kind, row.quote.zh, (row.by.words.zh, row.by.year) if row.by else None) for row in event.entries][1:] == [
        ("commitment", "2035年起把漁民全部納入保險", ("2035年", 2035)),
        ("commitment", "10月底前所有船隻全數登記", ("10月底前", 2033)),
        ("commitment", "草案會在11月底前送審", ("11月底前", 2033)),
        ("commitment", "進度每季上網公開", None),
        ("target", "碼頭要完成檢查8座", ("明年6月底前", 2034)),
        *(("target", "不合格的在兩年內改善完畢", None), ("commitment", "依法吊銷執照", None), ("figure", "出海低於60次的", None)),
        *(("commitment", "取消資格", None), ("target", "船員最多跑一次", None)),
        *(("target", "登記三日內辦結", ("明年", 2034)), ("figure", "逾期未修的責令停業3家", None)),
    ]


def test_what_there_must_be_each_year_is_promised_and_what_there_is_each_year_is_not() -> None:
    event = drafted(
        "田野:試航每年不少於600場。船員每半年至少上課4小時。每位補助不低於6元。每年編列最少7億元。",
        "田野:每年至少有5艘。每月接待不少於3萬人次。每天至少需要8艘。去年每季不少於9場。每年產量不低於500噸。",
        "田野:目前船員最多跑一次。過去三年,每季公開結果。三日內辦結120件。上個月對逾期未修的依法吊銷執照。",
    )

    assert [(row.kind, row.quote.zh) for row in event.entries][1:] == [
        *(("target", "試航每年不少於600場"), ("target", "船員每半年至少上課4小時"), ("target", "每位補助不低於6元")),
        *(("target", "每年編列最少7億元"), ("figure", "每年至少有5艘"), ("figure", "每月接待不少於3萬人次")),
        *(("figure", "每天至少需要8艘"), ("figure", "去年每季不少於9場"), ("figure", "每年產量不低於500噸")),
        *(("figure", "目前船員最多跑一次"), ("figure", "三日內辦結120件")),
    ]


def test_a_beginning_that_heads_a_sentence_dates_all_of_it_and_a_deadline_only_its_own() -> None:
    event = drafted(
        "田野:船票方面,從今年11月1日起,登記實現“一網通辦”,文件減至2份。公車將於125年加裝系統。今年年底前,完成52座。新碼頭將按每艘3米配建。",
        "田野:明年,市府很忙。將新建學校4座。",
    )

    assert [(row.quote.zh, (row.by.words.zh, row.by.year) if row.by else None) for row in event.entries][1:] == [
        *(("實現“一網通辦”", ("今年11月1日", 2033)), ("文件減至2份", ("今年11月1日", 2033)), ("公車將於125年加裝系統", ("125年", 2036))),
        *(("完成52座", ("今年年底前", 2033)), ("新碼頭將按每艘3米配建", None), ("將新建學校4座", ("明年", 2034))),
    ]


def test_what_a_heading_announces_is_promised_in_each_sentence_that_it_counts() -> None:
    event = drafted(
        "田野:下一步,我們重點抓好三件事:第一,增加航線5條。第二,票價優惠由70%提高到75%,其餘維持60%不變。第三,登記9個工作日辦結,目前是12個工作日。",
        "田野:下個月從兩個方面發力。一是泊位提高到8座。其次,班次達到40班。這裡有3座碼頭。",
        "主持人 石磊:好。\n島報記者:還有呢?\n田野:第三,泊位有6座。今年我們做好兩件事:第一,泊位有7座。第二,泊位有9座。",
    )

    assert [(row.kind, row.quote.zh) for row in event.entries][1:] == [
        *(("target", "增加航線5條"), ("figure", "票價優惠由70%"), ("target", "提高到75%"), ("target", "其餘維持60%不變")),
        *(("target", "登記9個工作日辦結"), ("figure", "目前是12個工作日"), ("target", "泊位提高到8座"), ("target", "班次達到40班")),
        *(("figure", "這裡有3座碼頭"), ("figure", "泊位有6座"), ("target", "泊位有7座"), ("figure", "泊位有9座")),
    ]


def test_what_counts_an_item_is_no_part_of_its_quotation_and_a_colon_between_digits_ends_none() -> None:
    event = drafted(
        "田野:今年我們要實現三個目標：\n（一）新增船3艘；\n（二）航班6班。",
        "田野:我們將做好以下幾項工作。一是完善港口管理辦法。我們將抓好三方面工作。船班5班延至23:30，客貨比為2:1。",
    )

    assert [(row.kind, row.quote.zh) for row in event.entries][1:] == [
        *(("target", "新增船3艘"), ("target", "航班6班"), ("commitment", "完善港口管理辦法"), ("figure", "船班5班延至23:30")),
    ]
    assert [(one.find, one.class_) for one in event.accounts if one.find in {"三個", "三方", "2:1"}] == [
        ("三個", "structure"),
        ("三方", "structure"),
        ("2:1", "amount"),
    ]


def test_a_cell_that_only_says_when_promises_what_its_row_names() -> None:
    event = drafted(
        "田野:安排如下：\n航線\t開通\t船\n東線\t2034年6月底前\t3艘\n西線\t2036年第三季度\t4艘\n北線\t2031年3月\t5艘\n南線\t2033年1月\t6艘"
    )

    assert [(row.kind, row.quote.zh, row.by.year if row.by else 0) for row in event.entries][1:] == [
        *(("commitment", "2034年6月底前", 2034), ("figure", "3艘", 0), ("commitment", "2036年第三季度", 2036), ("figure", "4艘", 0)),
        *(("figure", "5艘", 0), ("figure", "6艘", 0)),
    ]


def test_a_promise_of_somebody_else_is_not_one_of_the_speaker() -> None:
    event = drafted(
        "田野:市長上週要求：“等船的時間一分鐘都不能再長，承諾的事一件都不能拖。”縣長指出，“2035年將建成碼頭5座。”我們將建成碼頭6座。",
        "田野:剛才站長提到，船票將於7月發放，我們將建成碼頭8座。剛才我提到，船票將於8月發放。",
    )
    text = "\n".join(row.quote.zh for row in event.entries if row.kind != "figure")

    assert text.splitlines() == ["我們將建成碼頭6座", "船票將於7月發放", "我們將建成碼頭8座", "船票將於8月發放"]
    assert "碼頭5座" in "".join(row.quote.zh for row in event.entries if row.kind == "figure")
    said = "島報記者:好嗎?\n田野:剛才站長提到，船票將於7月發放，我們將建成碼頭8座。剛才我提到，船票將於8月發放。"
    assert str(made("port-2033", said.encode())["data/port-2033/targets.yml"]).count("does the speaker only say again") == 1


def test_a_ban_for_a_time_is_a_promise_without_a_number_and_a_limit_in_multiples_is_one() -> None:
    event = drafted("田野:違規的三年內不得營運。兩年之內不再新建。三年內不得超過5次。押金不得超過月租的12倍。人數是目前的3倍多。")

    assert [(row.kind, row.quote.zh, row.amount and (row.amount.operator, row.amount.value)) for row in event.entries][1:] == [
        *(("commitment", "違規的三年內不得營運", None), ("commitment", "兩年之內不再新建", None)),
        *(("target", "三年內不得超過5次", ("at_most", 5)), ("target", "押金不得超過月租的12倍", ("at_most", 12))),
        ("figure", "人數是目前的3倍多", ("more_than", 3)),
    ]


def test_a_clause_that_only_says_for_whom_is_quoted_with_the_next_one_and_a_share_that_is_done_is_a_figure() -> None:
    event = drafted("田野:我們將面向獨居老人，定期上門探訪。航道已疏浚九成，碼頭完成八成。我們將針對老人，發放船票5張。")

    assert [(row.kind, row.quote.zh) for row in event.entries][1:] == [
        *(("commitment", "我們將面向獨居老人，定期上門探訪"), ("figure", "航道已疏浚九成"), ("figure", "碼頭完成八成")),
        ("target", "發放船票5張"),
    ]


def test_a_sentence_that_only_names_an_item_has_no_entry_where_the_next_one_says_what() -> None:
    event = drafted("田野:下一步抓好兩件事。第一，完善標準。6月底前公布港口標準。第二，完善制度。", "羅青:好。")

    assert [row.quote.zh for row in event.entries][1:] == ["6月底前公布港口標準", "完善制度"]


def test_the_deadline_of_what_announces_a_list_is_that_of_its_items() -> None:
    event = drafted(
        "田野:到2038年底，我們要實現三個目標：\n（一）新增船3艘；\n（二）2036年底前，航班達到6班。\n今年我們走訪了5個村。",
        "羅青:到2037年底，我們將抓好兩件事。第一，擴港。新建碼頭8座。第二，新增船9艘。",
    )

    assert [(row.quote.zh, row.by and (row.by.year, row.by.at)) for row in event.entries if row.kind == "target"] == [
        *(("新增船3艘", (2038, "q1-answers-1")), ("航班達到6班", (2036, None))),
        *(("新建碼頭8座", (2037, "q1-answers-5")), ("新增船9艘", (2037, "q1-answers-5"))),
    ]


def test_the_words_of_a_deadline_hold_its_limit() -> None:
    event = drafted("田野:其餘4項會於今年9月或之前落實。")

    assert [row.by.words.zh for row in event.entries if row.by] == ["今年9月或之前"]


def test_what_follows_the_name_of_an_item_that_is_a_sentence_is_promised_as_the_item_is() -> None:
    event = drafted("田野:我們將做好兩件事。一是擴容。航線10條。二是提速。全程用時3小時以內。目前有船20艘。三是增效。已有航班5班。")

    assert [(row.kind, row.quote.zh) for row in event.entries][1:] == [
        *(("target", "航線10條"), ("target", "全程用時3小時以內"), ("figure", "目前有船20艘"), ("figure", "已有航班5班")),
    ]


def test_a_word_that_begins_as_one_behind_a_number_does_is_none() -> None:
    event = drafted("田野:我們將推動五個倍增,產量達到5倍,增長5個倍數。")

    assert [(*row.amount.numbers, row.amount.operator) for row in event.entries if row.amount][1:] == [
        *((5, "exactly"), (5, "multiple_of"), (5, "exactly")),
    ]


def test_what_a_sentence_says_a_part_of_was_done_where_that_was() -> None:
    event = drafted(
        "田野:去年,接待了遊客3萬人。其中,第三季度完成1億零500萬噸。其中,將建成碼頭6座。",
        "羅青:今年,將建成碼頭8座。其中,第三季度完成2座。",
    )

    assert [(row.kind, row.quote.zh) for row in event.entries][1:] == [
        *(("figure", "接待了遊客3萬人"), ("figure", "第三季度完成1億零500萬噸"), ("target", "將建成碼頭6座")),
        *(("target", "將建成碼頭8座"), ("target", "第三季度完成2座")),
    ]


def test_what_is_said_of_a_side_of_a_plan_is_promised() -> None:
    event = drafted(
        "田野:計畫分成航道、船員、票務三大面向,共28項。航道方面,水深達七成以上。船員方面,占地5公頃。天氣方面,雨量達3毫米。票務方面,設有窗口9處。",
        "田野:船員方面,目前有30位。",
    )

    assert [(row.kind, row.quote.zh) for row in event.entries][1:] == [
        *(("figure", "共28項"), ("target", "水深達七成以上"), ("figure", "占地5公頃"), ("figure", "雨量達3毫米")),
        *(("figure", "設有窗口9處"), ("figure", "目前有30位")),
    ]


def test_an_adverb_before_a_verb_is_quoted_with_it() -> None:
    event = drafted("田野:碼頭與道路同步建設平臺、市場。港口依法制定辦法。這一座老碼頭的船員依法制定辦法。港口制定辦法。")

    assert [row.quote.zh for row in event.entries][1:] == [
        *("碼頭與道路同步建設平臺、市場", "港口依法制定辦法", "制定辦法", "制定辦法"),
    ]


def test_a_roster_below_the_place_and_the_moderator_is_one() -> None:
    head = "- **時間**：民國122年4月5日\n- **主持人**：新聞局局長高以恩\n- **出席人員**：\n  - 市長 蔡允文\n  - 衛生局局長 盧柏勳\n\n"
    text = (
        f"{head}**高局長以恩：** 請市長說明。\n\n**蔡市長允文：** 今年將建3所。\n\n**盧局長柏勳：** 今年將建4所。\n\n**島報記者：** 何時？"
    )
    of = read(made("port-2033", text.encode(), "source.md"))
    event = of.transcripts["port-2033"]

    assert [of.people[one].name.zh for one in event.event.panel] == ["蔡允文", "盧柏勳"]
    assert [turn.kind for turn in event.event.turns] == ["notice", "panel", "statement", "statement", "statement", "question"]
    assert [names for _, _, names, _ in spoken(of, event) if names][:3] == [["高以恩"], ["蔡允文"], ["盧柏勳"]]


def test_a_roster_in_one_paragraph_of_a_page_is_the_panel() -> None:
    people = "縣長 蔡允文、衛生局局長 盧柏勳、環境保護局局長 吳明哲"
    words = ["主持人:新聞處處長 高以恩", f"出席人員:{people}", "高以恩:請縣長說明。", "蔡允文縣長:今年將建3所。", "盧柏勳局長:好。"]
    of = read(made("port-2033", "".join(f"<p>{one}</p>" for one in words).encode(), "source.html"))
    event = of.transcripts["port-2033"]

    assert [of.people[one].name.zh for one in event.event.panel] == ["高以恩", "蔡允文", "盧柏勳", "吳明哲"]
    assert [office.zh for one in event.event.panel[1:] if (office := of.people[one].office)] == ["縣長", "衛生局局長", "環境保護局局長"]
    assert [one.zh.text for one in event.segments.values() if one.kind == "panel"] == words[:2]


def test_what_is_so_or_has_happened_is_a_figure_and_what_is_still_to_come_is_promised() -> None:
    event = drafted(
        "田野:我們將開通航線6條,到青島只要50分鐘。今年因為缺3座碼頭,少了2條航線。從11月1日起,航線增加到9條。今年將有7條。",
        "田野:9月1日起有8條,4月1日已經有4條。碼頭總面積5公頃,今年成長5%。",
    )

    assert [(row.kind, row.quote.zh) for row in event.entries][1:] == [
        *(("target", "我們將開通航線6條"), ("figure", "到青島只要50分鐘"), ("figure", "今年因為缺3座碼頭"), ("figure", "少了2條航線")),
        *(("target", "航線增加到9條"), ("target", "今年將有7條"), ("target", "9月1日起有8條"), ("figure", "4月1日已經有4條")),
        *(("figure", "碼頭總面積5公頃"), ("target", "今年成長5%")),
    ]
    assert [row.by.words.zh for row in event.entries if row.by and row.quote.zh == "航線增加到9條"] == ["11月1日"]


def test_what_is_given_at_least_or_to_all_is_promised() -> None:
    event = drafted("田野:每座碼頭至少設置4座售票亭。每位船員我們都會安排課程,至少提供3次試航。去年至少提供2次試航。")

    assert [(row.kind, row.quote.zh, row.amount and (row.amount.operator, row.amount.value)) for row in event.entries][1:] == [
        ("target", "每座碼頭至少設置4座售票亭", ("at_least", 4)),
        ("commitment", "每位船員我們都會安排課程", None),
        ("target", "至少提供3次試航", ("at_least", 3)),
        ("figure", "去年至少提供2次試航", ("at_least", 2)),
    ]


def test_an_item_of_a_plan_promises_by_its_bound_and_a_service_by_its_term() -> None:
    event = drafted(
        "田野:我們堅持安全,同步更換水管、電纜不少於60公里。修建不低於8座。加裝不少於4座。同時,每個港區至少配建一處車站。老碼頭加裝不少於4座。",
        "田野:接到申請後3小時內響應,30分鐘內抵達現場。去年接報後3小時內回應。20分鐘內到達機場。已經安裝不少於9座。更換3座。",
    )

    assert [(row.kind, row.quote.zh) for row in event.entries][1:] == [
        *(("target", "同步更換水管、電纜不少於60公里"), ("target", "修建不低於8座"), ("target", "加裝不少於4座")),
        *(("target", "每個港區至少配建一處車站"), ("figure", "老碼頭加裝不少於4座")),
        *(("target", "接到申請後3小時內響應"), ("target", "30分鐘內抵達現場"), ("figure", "去年接報後3小時內回應")),
        *(("figure", "20分鐘內到達機場"), ("figure", "已經安裝不少於9座"), ("figure", "更換3座")),
    ]


def test_how_old_a_thing_is_and_how_far_a_promise_reaches_are_figures() -> None:
    event = drafted(
        "田野:全港2010年以前落成的碼頭有6座。民國90年以前的老船,今年將更換4艘,涉及船員9人。1999年之前建造的泊位今年將改建8座。",
        "田野:今年,我們計劃新建碼頭5座,涉及居民700戶。今年,涉及居民800戶。2035年以前完成的3座將免費開放。",
    )

    assert [(row.kind, row.quote.zh, row.by and row.by.words.zh) for row in event.entries][1:] == [
        *(("figure", "全港2010年以前落成的碼頭有6座", None), ("target", "今年將更換4艘", "今年"), ("figure", "涉及船員9人", None)),
        *(("target", "1999年之前建造的泊位今年將改建8座", "今年"), ("target", "我們計劃新建碼頭5座", "今年")),
        *(
            ("figure", "涉及居民700戶", None),
            ("target", "涉及居民800戶", "今年"),
            ("target", "2035年以前完成的3座將免費開放", "2035年以前"),
        ),
    ]


def test_what_each_is_given_or_costs_is_said_by_its_own_clause() -> None:
    event = drafted(
        "田野:今年力爭完成泊位200座,每座由縣財政補助8萬元。爭取加裝電梯5部,每戶獎勵3萬元。力爭到2035年建成船塢4座,泊位3座。",
        "田野:全年新建泊位9座,停泊費每天不超過0.5元。力求在2034年底前開通航線6條,票價每張不高於20元。",
    )

    assert [(row.quote.zh, row.strength, row.by and row.by.words.zh) for row in event.entries][1:] == [
        *(("今年力爭完成泊位200座", "aim", "今年"), ("每座由縣財政補助8萬元", "will", "今年"), ("爭取加裝電梯5部", "aim", None)),
        *(("每戶獎勵3萬元", "will", None), ("力爭到2035年建成船塢4座", "aim", "到2035年"), ("泊位3座", "aim", "到2035年")),
        *(("全年新建泊位9座", "will", "全年"), ("停泊費每天不超過0.5元", "will", None)),
        *(("力求在2034年底前開通航線6條", "aim", "2034年底前"), ("票價每張不高於20元", "will", None)),
    ]


def test_an_aim_is_a_promise_unless_it_was_one_of_earlier() -> None:
    event = drafted(
        "田野:我們的目標是在9月底以前把噪音降下來,讓船員安心。目標就是把航線增加到9條。去年的目標是完成碼頭3座。目標是什麼?",
        "田野:我們的目標是在明年底以前,每戶都有水。",
    )

    assert [(row.kind, row.quote.zh, row.strength, row.by and row.by.words.zh) for row in event.entries][1:] == [
        ("commitment", "目標是在9月底以前把噪音降下來", "aim", "9月底以前"),
        ("target", "目標就是把航線增加到9條", "aim", None),
        ("figure", "去年的目標是完成碼頭3座", None, None),
        ("commitment", "每戶都有水", "aim", "明年底以前"),
    ]


def test_how_often_something_is_done_has_no_deadline_of_the_clause_before() -> None:
    event = drafted(
        "田野:我們會在7月15日以前將老船列冊,每半個月複查一次。明年,我們會檢修碼頭,每季巡查三次。6月底前完成碼頭3座,泊位8座。",
        "田野:我們會在6月30日前清查,並在7月底前每兩週通報1次。",
    )

    assert [row.by and row.by.words.zh for row in event.entries if row.amount][:5] == [
        *(None, None, "明年", "6月底前", "6月底前"),
    ]
    assert [row.by and row.by.words.zh for row in event.entries][-1] == "7月底前"


def test_a_time_from_now_on_is_no_number() -> None:
    event = drafted("田野:接下來三個月,每週至少動員20位船員。未來2年,將建碼頭4座。三個月,有船5艘。")

    assert [row.quote.zh for row in event.entries][1:] == ["每週至少動員20位船員", "將建碼頭4座", "三個月", "有船5艘"]


def test_manners_and_words_of_comfort_promise_nothing() -> None:
    event = drafted("田野:我們將結合航道整治,為30戶安裝扶手。港務局絕對不會輕忽。我們一定會全力配合。市府會全力以赴。票價不會調漲。")

    assert [(row.kind, row.quote.zh) for row in event.entries] == [
        *(("figure", "碼頭3座嗎"), ("target", "為30戶安裝扶手"), ("commitment", "票價不會調漲")),
    ]


def test_a_clause_that_ends_with_a_deadline_and_a_day_that_heads_a_sentence_date_what_follows() -> None:
    event = drafted("田野:我們的目標是在124年底以前,把航線減少3條。第二,10月1日起,對船員提供試航,把班次增加到8條。")

    assert [(row.quote.zh, row.by and (row.by.words.zh, row.by.year, row.by.month)) for row in event.entries][1:] == [
        ("把航線減少3條", ("124年底以前", 2035, None)),
        ("把班次增加到8條", ("10月1日起", 2033, 10)),
    ]


def test_the_end_of_a_year_that_another_one_precedes_is_for_a_person_to_decide() -> None:
    files = made(
        "port-2033",
        "島報記者:何時?\n田野:第一班預計明年3月開航,其他3班在年底以前到位。今年底以前將建5座。2036年，6月底前完成學校6所。".encode(),
    )

    register = files["data/port-2033/targets.yml"].decode()
    assert register.count("# TODO which year?") == 2
    assert "# TODO which year? The sentence names another one before it\n  by: {year: 2033, month: 6, words: {zh: 6月底前" in register
    assert "# TODO which year? The sentence names another one before it\n  by: {year: 2033, words: {zh: 年底以前" in register


def test_a_promise_without_a_number_is_listed_once_and_as_a_whole() -> None:
    event = drafted("田野:我在這裡向大家保證,不會加稅。這一塊,市府一定會補起來。我們還將建立候船機制。新館預計明年6月完工,將來有海。")

    assert [(row.kind, row.quote.zh) for row in event.entries][1:] == [
        *(("commitment", "不會加稅"), ("commitment", "市府一定會補起來"), ("commitment", "我們還將建立候船機制")),
        ("commitment", "新館預計明年6月完工"),
    ]


def test_what_must_be_and_what_will_be_done_is_listed_and_a_condition_is_not() -> None:
    event = drafted(
        "田野:渡輪公司必須在6月1日前完成試航,6月3日起開始載客。如果我們會停航,票款全部免除。油錢由鎮公所負擔,碼頭由鎮民大會決定。",
        "田野:港務局會公開表揚船長,去年3月1日起受理。票價由港務局在123年1月公告,夏天前完成檢修。草案明年6月底前對外公開徵求意見。",
    )

    assert [(row.kind, row.quote.zh) for row in event.entries][1:] == [
        *(("commitment", "渡輪公司必須在6月1日前完成試航"), ("commitment", "6月3日起開始載客"), ("commitment", "票款全部免除")),
        *(("commitment", "油錢由鎮公所負擔"), ("commitment", "港務局會公開表揚船長")),
        *(
            ("commitment", "票價由港務局在123年1月公告"),
            ("commitment", "夏天前完成檢修"),
            ("commitment", "草案明年6月底前對外公開徵求意見"),
        ),
    ]


def test_what_has_a_time_only_and_counts_of_what_is_said_have_no_entry() -> None:
    event = drafted(
        "田野:我們要做好三件事。力爭到2034年,新建碼頭3座。力爭用三年時間,完成學校5所。謝謝三位。三大產業有企業6000家。",
        "田野:四年內,船班將增加。我們兩個部門將合作。謝謝三位的說明。",
    )

    assert [(row.kind, row.quote.zh) for row in event.entries][1:] == [
        *(("target", "新建碼頭3座"), ("target", "完成學校5所"), ("figure", "三大產業有企業6000家")),
        ("commitment", "我們兩個部門將合作"),
    ]


def test_a_roster_that_is_a_list_seats_those_who_speak_behind_their_offices() -> None:
    panel = "出席人員\n\n- 市長 葉書帆\n- 衛生局局長 盧柏勳\n\n**主持人**：請。\n\n"
    text = f"{panel}**市長葉書帆**：大家早安。\n\n**衛生局局長盧柏勳**：\n\n1. 今年將建3所。\n2. 今年將建4所。"
    files = made("port-2033", text.encode(), "source.md")
    of, event = read(files), read(files).transcripts["port-2033"]

    assert [of.people[one].name.zh for one in event.event.panel] == ["葉書帆", "盧柏勳"]
    assert [turn.kind for turn in event.event.turns if turn.id.startswith("statement")] == ["statement", "statement"]
    assert [row.quote.zh for row in event.entries] == ["今年將建3所", "今年將建4所"]
    assert report(files).count("\n\n") == 0


def test_each_clause_has_its_own_time() -> None:
    event = drafted("田野:今年6月底前建成碼頭3座,今年底前建成學校2所。", "田野:下個月建成醫院5家。")

    times = {row.quote.zh: (row.by.words.zh, row.by.period) for row in event.entries if row.by}
    assert times["今年6月底前建成碼頭3座"] == ("今年6月底前", ("month", 6))
    assert times["今年底前建成學校2所"] == ("今年底前", None)


def test_a_month_has_its_year_and_a_number_the_deadline_behind_it() -> None:
    event = drafted(
        "田野:預計123年3月開工。每戶補助600元,11月底前發放到位。另外補助船長900元，11月下旬起發放到位。",
        "田野:今年底前建5座，明年起每天巡迴3次。去年已補助700元，6月底前全部核銷。將補助800元，前往港口。將補助50元，明年起補助三戶人家。",
    )

    assert [(row.quote.zh, (row.by.year, row.by.period, row.by.words.zh) if row.by else None) for row in event.entries][1:] == [
        ("預計123年3月開工", (2034, ("month", 3), "123年3月")),
        ("每戶補助600元,11月底前發放到位", (2033, ("month", 11), "11月底前")),
        ("另外補助船長900元，11月下旬起發放到位", (2033, ("month", 11), "11月下旬")),
        ("今年底前建5座", (2033, None, "今年底前")),
        ("明年起每天巡迴3次", (2034, None, "明年")),
        ("去年已補助700元", None),
        ("將補助800元", None),
        ("將補助50元", None),
        ("明年起補助三戶人家", (2034, None, "明年")),
    ]


def test_this_year_at_the_head_of_a_sentence_dates_the_next_one_too() -> None:
    event = drafted("田野:今年，市府很忙。將新建碼頭3座。")

    assert [(row.by.year, row.by.at) for row in event.entries if row.by] == [(2033, "q1-answers-1")]


def test_a_year_at_the_head_of_a_sentence_dates_what_follows_unless_it_is_over() -> None:
    event = drafted("田野:2034年，新建碼頭3座。從2035年春季起，新建碼頭4座。2031年，新建碼頭5座。")

    assert [(row.by.year, row.by.words.zh) if row.by else None for row in event.entries][1:] == [
        *((2034, "2034年"), (2035, "2035年春季起"), None),
    ]


def test_a_time_between_an_ordinal_and_a_comma_dates_what_follows() -> None:
    event = drafted(
        "田野:一、明年3月底前，完成學校3所。第三，明年5月，將建成學校4所。一是到2036年，新建學校5所。",
        "田野:（二）2036年6月5日前,完成學校6所。首先，在明年年底之前，完成學校7所。明年起，完成學校8所。",
    )

    times = {row.quote.zh: (row.by.year, row.by.words.zh, row.by.period) for row in event.entries if row.by}
    assert times == {
        "完成學校3所": (2034, "明年3月底前", ("month", 3)),
        "將建成學校4所": (2034, "明年5月", ("month", 5)),
        "新建學校5所": (2036, "到2036年", None),
        "完成學校6所": (2036, "2036年6月5日前", ("month", 6)),
        "完成學校7所": (2034, "明年年底之前", None),
        "完成學校8所": (2034, "明年", None),
    }


def test_each_word_of_promise_has_an_entry_with_the_time_that_is_its_own() -> None:
    event = drafted(
        "田野:市府承諾,民國122年底前公車全面電動化。我們會在2035年以前建碼頭3座,絕對不會加稅。老人一律免費搭船。",
        "田野:截至今年5月底,碼頭有8座,其餘2座將在四年內完工。票價會不會調漲?我們不會調漲。",
    )

    assert [(row.kind, row.quote.zh, row.by.year if row.by else None) for row in event.entries][1:] == [
        ("commitment", "民國122年底前公車全面電動化", 2033),
        ("target", "我們會在2035年以前建碼頭3座", 2035),
        ("commitment", "絕對不會加稅", None),
        ("commitment", "老人一律免費搭船", None),
        ("figure", "碼頭有8座", None),
        ("target", "其餘2座將在四年內完工", None),
        ("commitment", "我們不會調漲", None),
    ]


def test_numerals_without_an_entry_get_an_account_as_far_as_rules_go() -> None:
    event = drafted("田野:“1+6”工程從2030年底起建碼頭3座。“1+6”從(2031-2032年)建3里。再建3座,10時開工。", "田野:七上八下。")

    assert [(one.find, one.class_, one.count, one.reason.en.startswith("TODO")) for one in event.accounts] == [
        ("1+", "name", 2, False),
        ("6", "name", 2, False),
        ("2031-", "amount", 1, True),
        ("3里", "amount", 1, True),
        ("10時", "date", 1, False),
        ("七上", "word", 1, True),
        ("八下", "word", 1, True),
    ]


def test_one_thing_is_no_list_a_length_no_date_and_a_part_of_a_word_no_number() -> None:
    event = drafted("田野:這是大家關心的一件事。使用20年以上的碼頭力爭修好。工人三班制上工。市區有20家。")

    assert [(one.find, one.class_, one.reason.en) for one in event.accounts] == [
        *(("一件", "word", "TODO"), ("20年", "amount", "TODO"), ("三班", "word", "TODO")),
    ]


@pytest.mark.parametrize(
    ("said", "quotation"),
    [
        ("每艘補貼3,000元以上、最高不超過8,000元", "每艘補貼3,000元以上、最高不超過8,000元"),
        ("船票按人計算,不得低於15元", "船票按人計算,不得低於15元"),
        ("船票按人計算,不低於15%", "不低於15%"),
        ("不得低於15元", "不得低於15元"),
    ],
)
def test_a_number_that_says_nothing_of_what_it_counts_is_quoted_with_the_words_before_it(said: str, quotation: str) -> None:
    event = drafted(f"田野:{said}。")

    assert event.entries[-1].quote.zh == quotation


def test_doublings_are_multiples_with_a_number_in_them_or_commitments_without_one() -> None:
    event = drafted("田野:到2035年,貨運量將翻兩番。去年遊客增加了一倍。確保泊位翻番。產量增加一倍以上。")

    stated = [(row.kind, row.quote.zh, row.amount and row.amount.value, row.unit) for row in event.entries[1:]]
    assert stated == [
        ("target", "貨運量將翻兩番", 4, "times"),
        ("figure", "去年遊客增加了一倍", 2, "times"),
        ("commitment", "確保泊位翻番", None, None),
    ]
    assert [one.find for one in event.accounts] == ["一倍以"]


def test_one_is_a_number_where_a_bound_is_beside_it() -> None:
    event = drafted(
        "田野:快艇每天至少送信一次,旅客最多跑一趟。每村至少一個碼頭。檢查一次,送一趟,建一個。至少一部分修好。發一次性獎金。",
        "田野:每船不超過一人。有百個碼頭。",
    )

    assert [(row.quote.zh, row.amount.operator, int(row.amount.numbers[0])) for row in event.entries if row.amount][1:] == [
        *(("快艇每天至少送信一次", "at_least", 1), ("旅客最多跑一趟", "at_most", 1), ("每村至少一個碼頭", "at_least", 1)),
        ("每船不超過一人", "at_most", 1),
    ]
    assert not any(one.find.startswith("一次性") for one in event.accounts)


@pytest.mark.parametrize(("number", "behind"), [("60", "周歲以上"), ("65", "歲以上"), ("70", "多歲的老人")])
def test_a_number_is_repeated_only_where_the_entry_that_quotes_it_counts_it(number: str, behind: str) -> None:
    event = drafted(f"田野:全市{number}{behind}有漁民3萬人。商店有{number}%開門。")

    assert [one.class_ for one in event.accounts if one.find.startswith(number)] in ([], ["amount"])
    assert "repeat" not in {one.class_ for one in event.accounts}


def test_floors_codes_and_turns_of_speech_leave_nothing_to_account_for() -> None:
    text = "一樓和十二樓有NS1快篩,一共辦理。请拨打24小时监督热线,改造不能一改了之。谢谢三位首长,這四個字我再講一句。"
    files = made("port-2033", f"田野:{text}\n島報記者:好嗎?".encode())

    assert not read(files).transcripts["port-2033"].entries
    assert b"find:" not in files.get("data/port-2033/numerals.yml", b"")


def test_cases_are_counted_and_an_example_is_not() -> None:
    event = drafted("田野:今年有17例病例,其中本土5例。今年共20例如常通報。", "田野:例如碼頭。")

    assert [row.quote.zh for row in event.entries][1:] == ["今年有17例病例", "其中本土5例"]


def test_each_measure_word_has_a_unit_whose_name_is_in_traditional_characters() -> None:
    text = "水温不得低于18℃，鼓励提高到20℃至22℃。有煤5吨，楼6栋，市场有7攤，到2040年有8摄氏度。"
    files = made("port-2033", f"岛报记者：码头3座吗？\n田野：{text}".encode())
    of, event = read(files), read(files).transcripts["port-2033"]

    assert [(row.kind, row.quote.zh, of.units[row.unit or ""].name.zh) for row in event.entries][1:] == [
        *(("target", "水温不得低于18℃", "℃"), ("figure", "鼓励提高到20℃至22℃", "℃"), ("figure", "有煤5吨", "噸")),
        *(("figure", "楼6栋", "棟"), ("figure", "市场有7攤", "攤"), ("target", "到2040年有8摄氏度", "攝氏度")),
    ]


def test_times_of_the_day_days_of_the_week_and_quarters_are_dates_and_what_a_speech_lists_is_structure() -> None:
    event = drafted(
        "田野:上午10:00開工,週三、周五晚上9點半打烊。前三季度建碼頭5座,第二季建學校,開到9點。說三個方面、兩件大事。"
        "做到一國一日照,十月二日開工。",
    )

    assert [(one.find, one.class_, one.reason.en.startswith("TODO")) for one in event.accounts if one.class_ != "word"] == [
        *((find, "date", False) for find in ("上午10:00", "週三", "周五", "晚上9點半", "前三季度", "9點")),
        *(("三個", "structure", False), ("兩件", "structure", False)),
    ]
    assert [row.quote.zh for row in event.entries][1:] == ["前三季度建碼頭5座"]
    assert [one.find for one in event.accounts if one.class_ == "word"] == ["一國", "一日"]


def test_a_word_that_may_be_what_is_counted_is_not_cut_off_and_a_ratio_is_no_number_of_its_own() -> None:
    event = drafted(
        "田野:我們將在4個鄉各建3座碼頭。村裡4個港各有3個站。每五個漁民就有一個是老人。今年將從8座增加到12座。全鎮有商店20家50人。"
    )

    assert [(row.quote.zh, int(row.amount.numbers[0])) for row in event.entries if row.amount][1:] == [
        *(("我們將在4個鄉各建3座碼頭", 4), ("我們將在4個鄉各建3座碼頭", 3)),
        *(("村裡4個", 4), ("港各有3個站", 3)),
        *(("今年將從8座", 8), ("增加到12座", 12), ("全鎮有商店20家", 20), ("全鎮有商店20家50人", 50)),
    ]
    assert "五個" in {one.find for one in event.accounts}


def test_the_number_of_a_cell_has_an_account_that_names_its_row_and_drops_no_entry_with_the_same_number() -> None:
    event = drafted("田野:今年將建碼頭7座。確保7個工作日內回覆。", "項目\t2032年\t2033年", "碼頭\t3\t7")

    assert [row.quote.zh for row in event.entries][1:] == ["今年將建碼頭7座", "確保7個工作日內回覆"]
    assert [(one.find, one.class_) for one in event.accounts] == [("頭 3 7", "amount")]


def test_an_account_that_only_a_whole_sentence_can_have_takes_the_place_of_entries() -> None:
    event = drafted("田野:去年建了100個碼頭。", "100", "見甲=1", "見3日。")

    assert [row.quote.zh for row in event.entries] == ["碼頭3座嗎"]
    assert [(one.find, one.class_) for one in event.accounts] == [
        ("100個", "amount"),
        ("100", "amount"),
        ("甲=1", "amount"),
        ("3日", "date"),
    ]


def test_words_that_are_said_twice_in_a_sentence_have_one_entry() -> None:
    event = drafted("田野:今年將建3所,也將支持建3所。推動轉型,推進“1+6”工程,實施計劃。")

    assert [(row.kind, row.quote.zh, row.strength) for row in event.entries[1:]] == [
        *(
            ("target", "今年將建3所", "will"),
            ("target", "也將支持建3所", "support"),
            ("commitment", "推進“1+6”工程", "push"),
            ("commitment", "實施計劃", "will"),
        ),
    ]
    twice = drafted("田野:將建3所,將建3所。")
    assert [row.quote.zh for row in twice.entries[1:]] == ["將建3所"]
    assert [(one.find, one.class_) for one in twice.accounts] == [(",將建3所", "repeat")]


def test_people_whom_the_data_know_are_found_by_their_labels_in_either_script() -> None:
    files = made("port-2033", "陈海舟：谢谢。\n潮音日报记者：请问电车呢？\n陈海舟：正在建设。".encode("gb18030"), title=("", ""))

    assert "data/port-2033/people.yml" not in files
    assert "**Chaoyin Daily reporter:** TODO" in files["docs/en/port-2033/briefing.md"].decode("utf-8")
    assert (report(files).count(" O1 "), report(files).count("\n\n")) == (1, 0)


def test_a_line_of_the_page_in_other_characters_than_the_text_is_no_slip_of_it() -> None:
    told = report(made("port-2033", "陳海舟:漁港開工了。\n陳海舟:謝謝。\n（责任编辑：江禾）".encode()))

    assert (told.count(" O1 "), told.count("\n\n")) == (1, 0), told


def test_roles_without_names_become_a_draft_without_a_fault() -> None:
    listed = [words(name) for name in ("moderators", "chairs", "askers", "spokespeople", "guests")]
    roles = [role for some in (*listed, UNNAMED_ASKERS, ANSWERERS, INTERPRETERS, NARRATORS) for role in some]

    told = report(made("port-2033", "\n".join(f"{role}:好。" for role in roles).encode()))

    assert (told.count(" O1 "), told.count("\n\n")) == (1, 0), told


@pytest.mark.parametrize("title", [("", ""), ("云岭县图书馆发布会", "Briefing")])
def test_a_title_is_in_traditional_characters_wherever_it_is_from(title: tuple[str, str]) -> None:
    files = made("port-2033", "云岭县图书馆发布会\n高岚：图书馆开了。\n石磊：谢谢大家。".encode(), title=title)

    assert "\n# 雲嶺縣圖書館發布會\n" in files["docs/zh/port-2033/index.md"].decode("utf-8")
    assert (report(files).count(" O1 "), report(files).count("\n\n")) == (1, 0)


def test_people_whom_the_data_know_are_not_written_again() -> None:
    files = made("port-2033", "陳海舟:好。".encode("big5"))

    assert "data/port-2033/people.yml" not in files
    assert "data/port-2033/received.txt" in files
    assert "taken out" not in files["data/port-2033/event.yml"].decode("utf-8")
    assert report(files).count(" O1 ") == 1


@pytest.mark.parametrize("files", [made(ISLE, source(ISLE)), library()])
def test_every_page_of_a_draft_can_be_displayed(files: Files) -> None:
    of = checked(files, theme_strings(), drafts=True)

    assert displayed(of, files, *of.drafts) > 4


def test_a_word_document_becomes_the_draft_that_its_text_becomes() -> None:
    lines = source(HARBOR).decode("utf-8").split("\n")

    files = made(HARBOR, word("".join(map(paragraph, lines))), "harbor.docx")

    text = made(HARBOR, source(HARBOR))
    words = [path for path in text if f"/{HARBOR}/" in path and not path.endswith("event.yml")]
    assert {path: files[path] for path in words} == {path: text[path] for path in words}
    assert f"data/{HARBOR}/received.docx" in files
    assert report(files).count(" O1 ") == 1


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        (
            "two-moderators.txt",
            [
                ("moderator", "丁若梅"),
                ("moderator", "羅永生"),
                ("statement", "何立群"),
                ("moderator", "丁若梅"),
                ("question", "雲山日報"),
                ("answer", "陶思遠"),
                ("closing", "羅永生"),
            ],
        ),
        ("interview.txt", [("question", "Q"), ("answer", "A")] * 3),
        ("minutes.txt", [("moderator", "主席"), ("statement", "李小明"), ("statement", "陳美玲"), ("closing", "主席")]),
        (
            "names-in-english.txt",
            [
                ("moderator", "主持"),
                ("statement", "陳帆"),
                ("question", "Peter Wong"),
                ("answer", "陳帆"),
                ("question", "Now TV"),
                ("answer", "陳帆"),
                ("moderator", "主持"),
            ],
        ),
        (
            "page-with-frame.html",
            [
                ("moderator", "衛寧"),
                ("statement", "呂曉燕"),
                ("moderator", "衛寧"),
                ("statement", "顧長河"),
                ("question", "江陵日報"),
                ("answer", "呂曉燕"),
                ("closing", "衛寧"),
            ],
        ),
        ("full-width-spaces.txt", [("moderator", "林靜宜"), ("statement", "張偉"), ("question", "中央社"), ("answer", "張偉")]),
    ],
)
def test_sources_of_many_shapes_become_drafts_that_can_be_displayed(name: str, spoken: list[tuple[str, str]]) -> None:
    files = made("port-2033", (DRAFTS / name).read_bytes(), name)

    told = report(files)

    assert (told.count(" O1 "), told.count("\n\n")) == (1, 0), told
    of = checked(files, theme_strings(), drafts=True)
    passages = [passage for passage in of.transcripts["port-2033"].passages if passage.by]
    assert [(one.turn.kind if one.turn else "", of.people[one.by[0]].name.zh) for one in passages if one.label] == spoken
    assert displayed(of, files, "port-2033") > 4


def test_the_frame_of_a_web_page_is_no_text_and_what_is_left_out_is_stated() -> None:
    files = made("port-2033", (DRAFTS / "page-with-frame.html").read_bytes(), "page-with-frame.html")
    event = read(files).transcripts["port-2033"]

    assert "navigation that is nothing but links" in event.event.received.en
    assert [str(one.line)[:5] for one in event.event.furniture] == [
        "当前位置：",
        "发布时间：",
        "字体：【大",
        "【打印】【",
        "责任编辑：",
        "主办：江陵",
    ]
    assert [one.zh.text for one in event.segments.values() if "10%" in one.zh.text] == ["占比是不是不到10%?"]
    assert "详情见省住房城乡建设厅网站" in event.source


def test_offices_and_slips_are_proposed_with_their_reason_and_open() -> None:
    text = "主持人 石磊:今天出席的有鎮漁港處處長秦若川先生。\n秦若川:我們今后將新建碼頭3座。"

    files = made("harbor-2040", text.encode())

    people, errata = (files[f"data/harbor-2040/{name}.yml"].decode("utf-8") for name in ("people", "errata"))
    assert "  # the text says “今天出席的有鎮漁港處處長秦若川”\n  office: {zh: TODO 鎮漁港處處長, en: TODO}\n" in people
    assert '  kind: slip\n  find: "今后"\n  read: "今後"\n  count: 1\n' in errata
    told = report(files)
    assert (told.count(" O1 "), told.count("\n\n")) == (1, 0)
    [slip] = [line for line in todo(read(files), "harbor-2040") if "errata.yml" in line]
    assert slip.endswith("is “今后” a slip for “今後”, or a variant in use (kind: variant), or right (remove the entry)?")


def test_a_character_of_a_name_is_no_slip() -> None:
    files = made("port-2033", "出席人員\n于青 站長\n于青：碼頭低于3座。\n島報記者：碼頭由于青山而建？".encode())

    errata = files["data/port-2033/errata.yml"].decode()
    assert re.findall(r'find: "?(\S+?)"?\n', errata) == ["低于"]


def test_each_repair_of_the_layout_is_for_a_person_to_decide() -> None:
    text = "出席人員\n王 棟 省主任、發言人梁凱龍 省副廳長\n王棟:今年將新建碼頭,滾動實施500\n萬元以上。\n梁凱龍:好。"

    files = made("harbor-2040", text.encode())

    told, lines = report(files), list(todo(read(files), "harbor-2040"))
    assert (told.count(" O1 "), told.count("\n\n")) == (1, 0)
    asked = [line.partition("errata.yml:")[2] for line in lines if "errata.yml" in line]
    assert asked == [
        "6: do two lines of the roster run together here? Otherwise remove the entry and join them on the page",
        "14: does the source end a line inside a sentence here? Otherwise remove the entry and begin a paragraph there on the pages",
    ]
    assert displayed(checked(files, theme_strings(), drafts=True), files, "harbor-2040") > 4


def test_the_roster_of_a_simplified_text_is_not_compared_with_people_who_are_open() -> None:
    chinese = "出席人员\n郑沐阳 镇渔港处处长\n郑沐阳:谢谢大家。\n渔港晚报记者:请问呢?\n郑沐阳:会的。"
    english = "On the panel\nZheng Muyang, Director, Port Office\nZheng Muyang: Thank you.\nEvening reporter: And?\nZheng Muyang: It will."
    files = made("port-2033", chinese.encode(), english=("a.en.txt", english.encode()))

    assert b"TODO Z" in files["data/port-2033/people.yml"]
    assert b"\nZheng Muyang, Director, Port Office" in files["docs/en/port-2033/index.md"]
    assert " K3 " not in report(files)


def test_what_a_speech_counts_of_its_own_parts_is_no_amount() -> None:
    event = drafted("田野:今年將抓好以下三個方面。今年將建三個碼頭,抓好3個方面。")

    assert [row.quote.zh for row in event.entries][1:] == ["今年將建三個碼頭", "抓好3個方面"]


def test_what_enumerates_what_follows_promises_nothing() -> None:
    event = drafted(
        "田野:新制有三個重點。主要做好四件事。今年我們會做兩件事情,採取三項措施。將分五個階段,從六個面向出發。我想說明兩點,開到三點。",
        "田野:今年將採取三項補救,實施四大工程。",
    )

    assert [row.quote.zh for row in event.entries][1:] == ["今年將採取三項補救", "實施四大工程"]
    assert [(one.find, one.class_) for one in event.accounts] == [
        *((find, "structure") for find in ("三個", "四件", "兩件", "三項措", "五個", "六個", "兩點")),
        *(("三點", "date"), ("四大", "structure")),
    ]


def test_a_year_that_names_a_class_of_people_is_neither_an_amount_nor_a_time() -> None:
    event = drafted("田野:今年將補助2034屆高校畢業生3萬人。將支持2033級新生。2031-2032學年有5所學校。113學年度將建6所。")

    assert [(row.quote.zh, row.amount and row.amount.numbers[0], row.by and row.by.year) for row in event.entries][1:] == [
        *(("今年將補助2034屆高校畢業生3萬人", 30_000, 2033), ("支持2033級新生", None, None), ("2031-2032學年有5所學校", 5, None)),
        ("113學年度將建6所", 6, None),
    ]
    assert event.accounts == ()


def limits(*lines: str) -> list[tuple[str, str, int]]:
    """The quotation of each number of a speech with its operator and its number."""
    return [(row.quote.zh, row.amount.operator, int(row.amount.numbers[0])) for row in drafted(*lines).entries if row.amount][1:]


def test_one_is_a_number_where_it_is_a_limit() -> None:
    found = limits(
        "田野:明年每個鄉鎮至少一個服務站。每港至少要設一座售票亭,最多一位船員。不超過一趟。至少在一定時間內,至少有一部分港口開放一個月。",
        "田野:今年將建一座碼頭。",
    )

    assert found == [
        *(("明年每個鄉鎮至少一個服務站", "at_least", 1), ("每港至少要設一座售票亭", "at_least", 1), ("最多一位船員", "at_most", 1)),
        ("不超過一趟", "at_most", 1),
    ]


def test_the_word_of_an_operator_before_the_verb_of_a_list_holds_for_each_number() -> None:
    found = limits(
        "田野:今年至少新增床位500張、護理員200名。明年最多停航3班、2艘船和4條航線。至少新增床位6張、約7名護理員。",
        "田野:全縣至少3所學校、公園5座。至少新建學校3所、公園3座。",
    )

    assert found == [
        *(("今年至少新增床位500張", "at_least", 500), ("今年至少新增床位500張、護理員200名", "at_least", 200)),
        *(("明年最多停航3班", "at_most", 3), ("明年最多停航3班、2艘船", "at_most", 2)),
        ("明年最多停航3班、2艘船和4條航線", "at_most", 4),
        *(("至少新增床位6張", "at_least", 6), ("約7名護理員", "about", 7)),
        *(("全縣至少3所學校", "at_least", 3), ("公園5座", "exactly", 5)),
        *(("至少新建學校3所", "at_least", 3), ("公園3座", "exactly", 3)),
    ]


def test_a_number_is_of_the_whole_of_its_measure_word_and_of_no_other() -> None:
    event = drafted("田野:去年就業5萬人、培訓3萬人次。一個鄉有3個港。")

    assert [row.quote.zh for row in event.entries][1:] == ["去年就業5萬人", "培訓3萬人次", "一個鄉有3個港"]


def test_a_plan_that_was_written_before_promises_nothing() -> None:
    event = drafted("田野:根據規劃,新港有3座碼頭。按照十四五規劃,港務局編制方案。我們規劃制度,規劃5條航線。規劃委員會有6人。")

    assert [(row.kind, row.quote.zh) for row in event.entries][1:] == [
        *(("figure", "新港有3座碼頭"), ("commitment", "規劃制度"), ("target", "規劃5條航線"), ("figure", "規劃委員會有6人")),
    ]


def test_a_clause_that_says_only_that_something_is_promised_gives_its_strength_and_time_to_the_next_one() -> None:
    event = drafted(
        "田野:我們保證做到:每戶都有水。市府承諾在今年內,完成3座碼頭。全力確保,在明年3月以前,完成所有工程。我要向大家保證的是,票價不會調漲。",
        "田野:自2034年3月1日起至2034年6月30日止,每戶補助600元。確保行車安全,每戶都有水。",
    )

    assert [(row.kind, row.quote.zh, row.strength, row.by and row.by.words.zh) for row in event.entries][1:] == [
        ("commitment", "每戶都有水", "ensure", None),
        ("target", "完成3座碼頭", "will", "今年"),
        ("commitment", "完成所有工程", "ensure", "明年3月以前"),
        ("commitment", "票價不會調漲", "ensure", None),
        ("target", "每戶補助600元", "will", "2034年3月1日起至2034年6月30日止"),
        ("commitment", "確保行車安全", "ensure", None),
    ]


def test_what_is_promised_in_principle_is_promised_less_firmly() -> None:
    event = drafted("田野:原則上會補助每戶600元。我們原則上將在6月底前開放港口,完成5座碼頭。原則上明年完工。原則上不開放。")

    assert [(row.kind, row.quote.zh, row.strength) for row in event.entries][1:] == [
        ("target", "原則上會補助每戶600元", "principle"),
        ("commitment", "原則上將在6月底前開放港口", "principle"),
        ("target", "完成5座碼頭", "will"),
        ("commitment", "原則上明年完工", "principle"),
    ]


def test_two_months_that_are_joined_are_one_span_with_its_beginning() -> None:
    event = drafted(
        "田野:從9月20日到11月底,我們將完成3座碼頭。6—8月將建成4座。明年3月到5月,市府會補助船員。將在2033年11月到2034年2月開放5座。",
        "田野:11月至2月將建6座。",
    )

    assert [(row.quote.zh, row.by and (row.by.words.zh, row.by.since and row.by.since.code, row.by.code)) for row in event.entries][1:] == [
        ("我們將完成3座碼頭", ("9月20日到11月底", "2033-09", "2033-11")),
        ("6—8月將建成4座", ("6—8月", "2033-06", "2033-08")),
        ("市府會補助船員", ("明年3月到5月", "2034-03", "2034-05")),
        ("將在2033年11月到2034年2月開放5座", ("2033年11月到2034年2月", "2033-11", "2034-02")),
        ("11月至2月將建6座", ("11月", None, "2033-11")),
    ]
    assert ("6—8月", "date") in [(one.find, one.class_) for one in event.accounts]


def test_a_length_of_time_is_a_number_where_it_is_a_limit_and_nothing_else_is_counted() -> None:
    found = limits(
        "田野:補助期限不超過3年。申請將在30日內審查完畢,一個月內將完成修復。合約最長20年,至少兩週。",
        "田野:其餘2座將在四年內完工。在9月30日內、113年內受理。使用20年以上的碼頭,已有3年。",
    )

    assert found == [
        *(("補助期限不超過3年", "at_most", 3), ("申請將在30日內審查完畢", "at_most", 30), ("一個月內將完成修復", "at_most", 1)),
        *(("合約最長20年", "at_most", 20), ("合約最長20年,至少兩週", "at_least", 2), ("其餘2座將在四年內完工", "exactly", 2)),
    ]


def test_no_later_than_is_a_deadline_and_promises() -> None:
    event = drafted("田野:不晚於明年3月完工。不遲於2035年,新建碼頭3座。最晚在6月底開放港口。最晚的船很慢。")

    assert [(row.kind, row.quote.zh, row.by and (row.by.words.zh, row.by.code)) for row in event.entries][1:] == [
        ("commitment", "不晚於明年3月完工", ("明年3月", "2034-03")),
        ("target", "新建碼頭3座", ("不遲於2035年", "2035")),
        ("commitment", "最晚在6月底開放港口", ("6月底", "2033-06")),
    ]


def test_an_amount_that_went_down_by_a_fraction_can_be_drafted() -> None:
    event = drafted("田野:今年,船票下調三分之一。去年,票款下降四分之一。")

    assert [(row.kind, row.amount.value) for row in event.entries[1:] if row.amount] == [
        ("target", -Decimal(1) / 3),
        ("figure", Decimal("-0.25")),
    ]


def test_a_rate_is_the_number_before_what_it_is_out_of() -> None:
    files = made("port-2033", "島報記者:碼頭3座嗎?\n田野:去年,溺水率為15.3/10萬,死亡率為2/10万。".encode())
    event = read(files).transcripts["port-2033"]

    assert [(row.quote.zh, row.amount.value) for row in event.entries[1:] if row.amount] == [
        ("溺水率為15.3/10萬", Decimal("15.3")),
        ("死亡率為2/10万", 2),
    ]
    assert "{n} per 100,000" in files["data/port-2033/units.yml"].decode()
    assert "比率的基數" in files["data/port-2033/numerals.yml"].decode()


def test_the_years_of_a_life_are_an_amount_and_the_age_of_those_of_whom_something_is_said_is_none() -> None:
    event = drafted("田野:去年,人均預期壽命為80.1歲。到2035年,人均預期壽命達到81歲。65歲以上船員減免船票。")

    assert [(row.kind, row.amount.value) for row in event.entries[1:] if row.amount] == [("figure", Decimal("80.1")), ("target", 81)]


def test_a_number_with_which_another_is_compared_and_what_a_word_before_a_noun_says_promise_nothing() -> None:
    event = drafted("田野:每千人口醫師3.46人,比2032年底提高0.38人。免疫規劃接種率保持在95%以上。新增的8種裡,有3種是新藥。")

    assert {row.kind for row in event.entries} == {"figure"}
    assert {row.kind for row in drafted("田野:到明年底,比2032年底新增8種。").entries[1:]} == {"target"}


def test_the_years_of_a_plan_and_what_follows_from_now_on_are_promised() -> None:
    event = drafted(
        "田野:我們將實施“碼頭三年行動”。第一年,把泊位提高到7座;第二年,提高到8座。第三年,達到9座。這裡有3座碼頭。",
        "田野:去年,我們實施了“碼頭三年行動”。第一年,把泊位提高到7座。",
        "田野:第一年,泊位有7座。未來三年,每年招錄船員80名。",
    )

    found = [f"{row.kind} {row.amount.value}" for row in event.entries[1:] if row.amount]
    assert found == ["target 7", "target 8", "target 9", "figure 3", "figure 7", "figure 7", "target 80"]
    assert not any(row.by for row in event.entries), "a length of years names no year"


def test_a_name_in_quotation_marks_that_begins_with_a_numeral_is_no_amount() -> None:
    event = drafted("田野:我們將探索把藥品納入“雙通道”管理。我們將建設“三座碼頭”。我們將“三座”碼頭建好。")

    assert [row.quote.zh for row in event.entries[1:] if row.amount] == ["我們將“三座”碼頭建好"]


def test_a_time_alone_between_commas_dates_the_clause_behind_it_unless_it_is_a_span_of_years() -> None:
    event = drafted("田野:我告訴大家,到明年年底,島上不再有危橋。我告訴大家,2033年至2035年,島上不再有危船。")

    assert [(row.quote.zh, row.by.year if row.by else None) for row in event.entries[1:]] == [
        ("島上不再有危橋", 2034),
        ("島上不再有危船", None),
    ]


def test_the_reason_of_a_promise_without_a_number_is_the_word_that_promises() -> None:
    text = "島報記者:碼頭3座嗎?\n田野:副船長的占比不得低於規定。我們會在明年6月底前公布“新航線”。"

    written = made("port-2033", text.encode())["data/port-2033/targets.yml"].decode()

    assert "“不得”" in written
    assert "“副船”" not in written
    assert "“我們”" not in written


def test_what_holds_for_all_by_a_time_that_stands_alone_is_promised() -> None:
    event = drafted(
        "田野:到2035年,所有碼頭都要達到國家標準。明年6月底前,公立碼頭全部實現互認。明年7月前,碼頭開放。",
        "田野:去年6月底前,公立碼頭全部實現互認。到2035年,碼頭都很美。全鎮碼頭都要是好碼頭。",
    )

    found = [(row.quote.zh, row.by.year if row.by else None) for row in event.entries[1:]]
    assert found == [("所有碼頭都要達到國家標準", 2035), ("公立碼頭全部實現互認", 2034), ("碼頭開放", 2034)]


def test_a_share_has_no_scope_of_counts() -> None:
    files = made("port-2033", "島報記者:碼頭3座嗎?\n田野:去年,就診率達到91.2%,診所達到5家。".encode())

    assert files["data/port-2033/targets.yml"].decode().count("TODO total") == 1
