"""Whose words are whose, by event: scripts, the English, excerpts; and what follows from a Simplified source."""

from __future__ import annotations

import pytest

from verbatim.analysis.readings import edited, in_simplified, in_traditional
from verbatim.analysis.status import site_status, status, whose_english
from verbatim.data.tables import exports
from verbatim.html.cite_data import cited
from verbatim.html.concordance import script
from verbatim.html.page_head import page_head
from verbatim.html.reading_data import reading_data
from verbatim.html.render import Renderer
from verbatim.html.twin_data import twin_scripts
from verbatim.model.addresses import Published, Urls
from verbatim.read.summaries import Summaries
from verbatim.search.index import parts
from verbatim.text.readings import is_simplified, traditional, words_in

from .example import EVENT, corpus, corpus_of, example, several, values

BAY = "jade-bay-2036"
ENGLISH = {"file": f"data/{EVENT}/event.yml", "find": "panel: ["}


def with_english(line: str) -> dict[str, str]:
    return {**ENGLISH, "replace": f"english: [{line}]\npanel: ["}


@pytest.mark.parametrize(
    ("line", "zh", "en"),
    [
        ("", "英文由誰翻譯、有無審校，資料中沒有說明。", "Who made the English, and whether it was revised, is not stated."),
        (
            "{kind: machine}",
            "由機器協助，尚未經專業人員獨立審校。",
            "no professional has yet revised it independently. The Chinese prevails.",
        ),
        (
            "{kind: machine, revised: {zh: 某人, en: someone}}",
            "並由某人獨立審校。",
            "revised independently by someone. The Chinese prevails.",
        ),
        (
            "{kind: ours}",
            "英文為本站所譯，尚未經專業人員獨立審校。",
            "The English is our own translation of the Chinese; no professional",
        ),
        (
            "{kind: ours, revised: {zh: 某人, en: someone}}",
            "英文為本站所譯，並由某人獨立審校。",
            "it was revised independently by someone.",
        ),
        (
            "{kind: official, by: {zh: 某處, en: an office}}",
            "英文是某處發布的官方譯文。",
            "The English is the official translation, published by an office.",
        ),
        (
            "{kind: other, by: {zh: 某處, en: an office}}",
            "英文出自某處，尚未經專業人員獨立審校。",
            "The English is by an office; no professional",
        ),
        (
            "{kind: other, by: {zh: 某處, en: an office}, revised: {zh: 某人, en: someone}}",
            "英文出自某處，並由某人獨立審校。",
            "The English is by an office; it was revised independently by someone.",
        ),
    ],
)
def test_a_status_says_whose_the_english_is(line: str, zh: str, en: str) -> None:
    of = corpus_of(with_english(line))
    event = of.transcripts[EVENT].event

    assert zh in status(of, event, "zh")
    assert en in status(of, event, "en")
    assert status(of, event, "zh").startswith("中文照收到時的原樣刊載（繁體）。")
    assert site_status(of, "zh") == status(of, event, "zh")


def test_only_our_own_english_gives_way_to_the_chinese() -> None:
    official = corpus_of(with_english("{kind: official, by: {zh: 某處, en: an office}}"))

    assert "prevails" not in status(official, official.transcripts[EVENT].event, "en")


def test_sections_whose_english_is_from_elsewhere_are_named() -> None:
    bay = several().transcripts[BAY].event

    said = status(several(), bay, "en", "briefing")
    assert said.startswith("This is an excerpt from the live page. “Opening statements”: The English is the official translation")
    assert said.endswith("The rest: The English is our own translation of the Chinese; no professional has yet revised it independently.")
    assert "official" not in status(several(), bay, "en", "index")
    assert "official" in whose_english(several(), bay, "en")


def test_a_site_whose_events_differ_says_where_it_is_stated() -> None:
    assert site_status(several(), "en") == several().strings["status_several"].en


def test_a_citation_says_whose_the_english_of_its_section_is() -> None:
    given = cited(several(), several().transcripts[BAY])

    assert given["tags"] == {"zh": "zh-Hans", "en": "en"}
    assert given["translation"]["en"] == "English translation by this site, not independently revised by a professional"
    assert given["translation_of"]["opening"]["zh"] == "官方英譯，由玉灣市政府新聞處發布"
    assert "translation_of" not in cited(corpus(), corpus().transcripts[EVENT])


def test_a_simplified_source_says_so_wherever_its_words_are() -> None:
    made = Renderer(several(), Urls(True))

    scripts = twin_scripts(made)
    assert scripts[f"{BAY}/briefing/lines.js"].count('lang=\\"zh-Hans\\"') == sum(
        segment.page == "briefing" for segment in several().transcripts[BAY].segments.values()
    )
    head = page_head(several(), Published(), several().pages["zh", f"{BAY}/briefing"])
    assert ("citation_language", "zh-Hans") in head.tags
    assert {node["inLanguage"] for node in head.graph["@graph"] if node["@type"] == "Quotation"} == {"zh-Hans"}
    [(_, found)] = values(script(several(), Summaries(several())))
    assert found["tags"] == {BAY: "zh-Hans"}
    assert [page[2:] for part in parts(several()) for page in part.codes["pages"] if page[0].startswith(BAY)] == [["zh-Hans"], ["zh-Hans"]]


def test_a_simplified_source_is_read_in_three_ways() -> None:
    bay = several().transcripts[BAY]
    text = bay.segments["q2-answers-1"].zh.text

    assert edited(several(), bay, text) == "我們將支持中小企業改造設備,力爭年底前設備更新率達到80%以上。"
    assert in_simplified(several(), bay, text) == text
    converted = in_traditional(several(), bay)
    assert converted.segments["opening-1"].zh.label == "主持人 顧言:"
    assert converted.entries[0].by is not None
    assert converted.entries[0].by.words.zh == "今年第三季度"
    assert in_traditional(several(), several().transcripts[EVENT]) is several().transcripts[EVENT]
    assert '"zh_edited": "主持人' not in exports(several(), Published())["segments.json"]


def test_names_of_the_data_win_over_the_table() -> None:
    assert traditional("钟毅发布头发", {"钟毅": "鍾毅"}) == "鍾毅發布頭髮"
    assert traditional("", {}) == ""
    assert words_in("头发x", {}) == {"发": "發", "头": "頭", "头发": "頭髮"}


def test_the_browser_gets_the_words_that_the_traditional_reading_needs() -> None:
    [(_, changes)] = values(reading_data(several(), dict(example()), Summaries(several())))

    assert changes["traditional"]["钟毅"] == "鍾毅"
    assert "traditional" not in values(reading_data(corpus(), dict(example()), Summaries(corpus())))[0][1]


def test_the_script_of_a_text_is_told_by_what_only_it_has() -> None:
    assert is_simplified("台北游擊") is False  # 台 and 游 are forms of both
    assert (is_simplified("开车"), is_simplified("開車"), is_simplified("木"), is_simplified("開车")) == (True, False, None, None)
