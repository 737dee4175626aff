"""A draft from a source: compared with what a person made of it, and how much is left for a person to write."""

from __future__ import annotations

import re
from typing import Any

import drafts
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.analysis.source_diff import expected, join
from verbatim.draft.new import NoDraft, Request, draft
from verbatim.draft.todo import todo
from verbatim.project import InvalidProject, checked
from verbatim.read.corpus import Corpus, Transcript
from verbatim.read.files import Files
from verbatim.received.cleaning import cleaned
from verbatim.received.encodings import UnusableSource
from verbatim.received.words import words
from verbatim.rules.alignment import section_of
from verbatim.text.labels import ANSWERERS, INTERPRETERS, NARRATORS, UNNAMED_ASKERS

from .draft_work import (
    DRAFTS,
    HARBOR,
    ISLE,
    KINDS,
    LIBRARY,
    PER_SENTENCE,
    SCAFFOLDING,
    Kind,
    bilingual,
    displayed,
    done,
    library,
    made,
    read,
    source,
)
from .example import example, refrozen, report, resealed, several, theme_strings
from .test_draft_source import paragraph, word


def spoken(of: Corpus, event: Transcript) -> list[tuple[str, str, list[str], str]]:
    """Each sentence with its kind, its speakers and its English."""
    return [(one.kind, one.zh.text, [of.people[person].name.zh for person in one.by], one.en.text) for one in event.segments.values()]


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
    assert "strings that occur often and may be terms: 碼頭 5, 漁港 3" in lines


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


def test_a_roster_that_is_a_list_seats_those_who_speak_behind_their_offices() -> None:
    panel = "出席人員\n\n- 市長 葉書帆\n- 衛生局局長 盧柏勳\n\n**主持人**：請。\n\n"
    text = f"{panel}**市長葉書帆**：大家早安。\n\n**衛生局局長盧柏勳**：\n\n1. 今年將建3所。\n2. 今年將建4所。"
    files = made("port-2033", text.encode(), "source.md")
    of, event = read(files), read(files).transcripts["port-2033"]

    assert [of.people[one].name.zh for one in event.event.panel] == ["葉書帆", "盧柏勳"]
    assert [turn.kind for turn in event.event.turns if turn.id.startswith("statement")] == ["statement", "statement"]
    assert [row.quote.zh for row in event.entries] == ["今年將建3所", "今年將建4所"]
    assert report(files).count("\n\n") == 0


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


def test_names_and_offices_of_people_are_no_strings_that_may_be_terms() -> None:
    files = made("port-2033", "石磊：高岚说高岚来，高岚也来，码头修码头，码头好。\n高岚：谢谢。".encode())

    (said,) = [line for line in todo(read(files), "port-2033") if "may be terms" in line]

    assert said == "strings that occur often and may be terms: 码头 3"
