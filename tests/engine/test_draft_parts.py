"""The parts of a draft one by one: encodings, formats, layout, sentences, labels, people, turns, clauses, measures, alignment."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbatim.analysis.ledger import ClaimedNumeral
from verbatim.draft.cleaning import cleaned
from verbatim.draft.currencies import is_of_taiwan
from verbatim.draft.days import stated_day
from verbatim.draft.encodings import UnusableSource, decoded
from verbatim.draft.english import _Aligner, aligned
from verbatim.draft.formats import SUFFIXES, plain_text
from verbatim.draft.furniture import furniture
from verbatim.draft.labels import BETWEEN, Head, heads, is_nameless, name_in, suspects
from verbatim.draft.layout import placed
from verbatim.draft.measures import Units
from verbatim.draft.names import english_name, is_name, near, pinyin_name, slug, taiwan_name, unspaced, without_title
from verbatim.draft.number_places import Numbers
from verbatim.draft.offices import office_of
from verbatim.draft.outlets import outlet_name, placeholder
from verbatim.draft.parts import parted
from verbatim.draft.people import Cast
from verbatim.draft.repairs import repaired
from verbatim.draft.roster import Roster, Seat, roster, seats_of
from verbatim.draft.said import Listener, Sentence
from verbatim.draft.sentences import english_sentences, sentences
from verbatim.draft.slips import Slip, slips
from verbatim.draft.source import outline, received
from verbatim.draft.terms import by_form
from verbatim.draft.turns import Part, Proposed, speeches, turns
from verbatim.draft.words import words
from verbatim.draft.written import quoted, written
from verbatim.model import AvoidedWord, Unit, Where
from verbatim.model.base import Pair
from verbatim.model.faults import Faults
from verbatim.read.data_files import DATA_FILES
from verbatim.read.yaml_records import read_one
from verbatim.text.clauses import clauses
from verbatim.text.escapes import escaped
from verbatim.text.folding import fold, is_han
from verbatim.text.numerals import numerals
from verbatim.text.promises import pledges, promised
from verbatim.text.readings import table, traditional

from .example import ROOT, corpus
from .test_properties_read import Sample

TRADITIONAL = "霧港鎮舉行漁港更新說明會,介紹碼頭的建設情況,並回答記者提問。"
SIMPLIFIED = "雾港镇举行渔港更新说明会,介绍码头的建设情况,并回答记者提问。"


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        (TRADITIONAL.encode("utf-8"), TRADITIONAL, "UTF-8"),
        (TRADITIONAL.encode("utf-8-sig"), TRADITIONAL, "UTF-8"),
        (TRADITIONAL.encode("utf-16"), TRADITIONAL, "UTF-16"),
        (TRADITIONAL.encode("big5"), TRADITIONAL, "Big5"),
        (TRADITIONAL.encode("gb18030"), TRADITIONAL, "GB18030"),
        (SIMPLIFIED.encode("gb18030"), SIMPLIFIED, "GB18030"),
        (SIMPLIFIED.encode("gb2312"), SIMPLIFIED, "GB18030"),
    ],
)
def test_a_text_is_read_in_its_encoding(content: bytes, text: str, encoding: str) -> None:
    found = decoded(content, "a.txt")

    assert (found.text, found.encoding) == (text, encoding)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\xff\xff\xff\xff\x80", "電\x00車".encode()])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(UnusableSource, match=r"^a\.txt: the encoding is none of"):
        decoded(content, "a.txt")


@pytest.mark.parametrize(("text", "simplified"), [(TRADITIONAL, False), (SIMPLIFIED, True), ("田野:好。", False)])
def test_the_script_is_that_of_most_characters(text: str, simplified: bool) -> None:
    assert received(text.encode(), "a.txt").is_simplified is simplified


PAGE = "<html><body><nav>首頁</nav><p>甲<b>乙</b>\n丙</p><div>丁 A\nB<br>戊</div><script>x</script></body></html>"


@pytest.mark.parametrize(
    ("content", "name", "lines"),
    [
        ("甲\r\n乙\r丙", "a.txt", ["甲", "乙", "丙"]),
        (PAGE, "a.html", ["甲乙丙", "丁 A B", "戊"]),
        ('<?xml version="1.0" encoding="utf-8"?>' + PAGE, "a.HTM", ["甲乙丙", "丁 A B", "戊"]),
        ("<main><p>甲</p></main><p>乙</p>", "a.html", ["甲"]),
        ("<article>甲</article><article>乙</article>", "a.html", ["甲", "乙"]),
        ("", "a.html", []),
        ("<!-- 甲 -->", "a.html", []),
        ("---\ntitle: x\n---\n# 甲 {#a}\n\n**乙:**丙*丁*\n> [戊](http://a)\n- 己<!-- x -->", "a.md", ["甲", "乙:丙丁", "戊", "• 己"]),
    ],
)
def test_a_file_becomes_the_lines_that_a_reader_sees(content: str, name: str, lines: list[str]) -> None:
    assert cleaned(plain_text(content.encode("utf-8"), name).text).text.split("\n") == (lines or [""])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("- 甲\n* 乙\n  + 丙\n- # 丁\n# - 戊", ["• 甲", "• 乙", "• 丙", "• 丁", "- 戊"]),
        ("- 主持人:好\n\n- **田野:** 好\n- 完", ["主持人:好", "", "田野: 好", "完"]),
        ("- 時間:8點\n3. 乙\n1) 丙", ["• 時間:8點", "3. 乙", "1) 丙"]),
        ("|類別|比例|\n|---|:-:|\n|泊位|30%|\n| **甲** | a\\|b |\n|乙|\n完", ["類別\t比例", "泊位\t30%", "甲\ta|b", "乙\t", "完"]),
        ("類別 | 比例\n-- | --\n泊位 | 30%", ["類別\t比例", "泊位\t30%"]),
        ("|甲|乙|\n|1|2|", ["|甲|乙|", "|1|2|"]),
        ("|甲|乙|\n|---|", ["|甲|乙|", "|---|"]),
        (r"5\*3、\- 甲\_乙\|\[丙\](丁)", ["5*3、- 甲_乙|[丙](丁)"]),
        (r"\- 甲" + "\n" + r"\# 乙" + "\n" + r"1\. 丙", ["- 甲", "# 乙", "1. 丙"]),
        ("***甲***、~~乙~~、__丙__、_丁_、`*戊*`、<https://a.tw/_b_>、&amp;&#20977;&x", ["甲、乙、丙、丁、*戊*、https://a.tw/_b_、&凱&x"]),
        ("2 * 3 * 4、a_b_c、a__b__c、3 < 4、**甲", ["2 * 3 * 4、a_b_c、a__b__c、3 < 4、**甲"]),
        ("[**甲**](http://a) ![乙](b.png) [丙]", ["甲 乙 [丙]"]),
        ("> > 甲\n>乙\n## 丙 ## {#c}\n丁\n===\n\n===\n* * *\n戊\n---\n#己", ["甲", "乙", "丙", "丁", "", "===", "戊", "#己"]),
    ],
)
def test_a_page_in_markdown_gives_all_that_its_reader_sees(text: str, lines: list[str]) -> None:
    assert plain_text(text.encode(), "a.md").text.split("\n") == lines


def test_what_no_reader_of_a_page_in_markdown_sees_is_named() -> None:
    found = plain_text("---\ntitle: 甲\n---\n乙<!--\n丙 -->".encode(), "a.md")

    assert (found.text, [one["en"] for one in found.left]) == ("乙", ["front matter", "comments"])


@given(st.text(st.sampled_from("甲乙。:A1. *_`<>{}[]()|\\-+#=~!&;"), max_size=40))
def test_words_as_our_pages_have_them_are_these_words_again(words: str) -> None:
    assert plain_text(escaped(words).encode(), "a.md").text == words


FRAME, OUTSIDE = "parts around the text (header, footer, navigation and the like)", "text outside the main part of the page"
SPANNED = (
    "<table><tr><th>類別<th>比例<th>期限</tr><tr><td rowspan=2>泊位<td>30%<td>6個月<tr><td>20%<td rowspan=2>3個月<tr><td>甲<td>9</table>"
)


@pytest.mark.parametrize(
    ("page", "lines", "left"),
    [
        (SPANNED, ["類別\t比例\t期限", "泊位\t30%\t6個月", "\t20%\t3個月", "甲\t9\t"], []),
        ("<table><tr><td rowspan=2>東港<td>120<tr><td>80<tr><td>西港<td>40</table>", ["東港\t120", "\t80", "西港\t40"], []),
        ("<table><tr><td colspan=2>甲1<td>乙2<tr><td>丙<td>3<td>4</table>", ["甲1\t\t乙2", "丙\t3\t4"], []),
        ("<table><tr><td><p>甲說。</p><p>乙說。</p></td><td>側</td></tr></table>", ["甲說。", "乙說。", "側"], []),
        ("<table><tr><td>外<table><tr><td>甲<td>乙</table><td>側</table>", ["外", "甲 乙", "側"], []),
        ("<ol start=3><li>甲<li><p>乙</p><p>又</p></ol><ul><li>丙<li><b>丁</b><li></ul>", ["3. 甲", "4. 乙", "又", "• 丙", "• 丁"], []),
        ("<ol start=x><li>甲<li><!-- x -->乙</ol><ul><li>主持人:好<li>田野:好</ul>", ["1. 甲", "2. 乙", "主持人:好", "田野:好"], []),
        ("<ul><li>一<li><wbr>二</ul>", ["• 一", "• 二"], []),
        (
            "甲<span hidden>藏</span><p style='display:none'>隱<b hidden>又</b></p><i style='color:red'>乙</i>",
            ["甲乙"],
            ["hidden text"],
        ),
        ("&lt;b&gt;&amp;<!--c-->丙<pre>一\n  二\t三</pre>四", ["<b>&丙", "一", "二 三", "四"], []),
        ("<ruby>漢<rp>(<rt>han<rp>)</ruby>字", ["漢字"], ["readings beside characters"]),
        ("<div><a href=/>首</a> | <a href=/n>新聞</a> | <a href=/h>互動</a></div>正文", ["正文"], ["navigation that is nothing but links"]),
        ("10<sup>6</sup>噸、m<sup> -2 </sup>、CO<sub>2</sub>、1<sup>st</sup><sup></sup>", ["10⁶噸、m⁻²、CO₂、1st"], []),
        ("<del>3</del><ins>4</ins>座<s>5</s><strike>6</strike>", ["4座"], ["words struck through"]),
        ("甲<svg><text>乙</text></svg><noscript>丙</noscript>丁<svg></svg>", ["甲丁"], ["text in drawings and fallbacks"]),
        (
            f"<ol start={'9' * 5000}><li>甲<li>乙</ol><table><tr><td colspan={'9' * 5000}>丙1<td>丁2</table>",
            ["1. 甲", "2. 乙", "丙1 丁2"],
            [],
        ),
        ('<p>甲<sup><a id="footnote-ref-1">[1]</a></sup><ol><li id="footnote-1">乙 ↑</ol>', ["甲"], ["footnotes"]),
        ("<header>首</header><main>正文</main><p>外", ["正文"], [FRAME, OUTSIDE]),
        ("<form><p>田野:好。<select><option>x</select></form><nav></nav>", ["田野:好。"], [FRAME]),
        ("<div>" * 1500 + "深" + "</div>" * 1500, ["深"], []),
    ],
)
def test_a_web_page_gives_all_that_its_reader_sees_and_says_what_else_it_holds(page: str, lines: list[str], left: list[str]) -> None:
    found = plain_text(page.encode("utf-8"), "a.html")

    assert cleaned(found.text).text.split("\n") == lines
    assert [one["en"] for one in found.left] == left


def test_a_page_that_is_too_deep_to_be_read_whole_is_refused() -> None:
    with pytest.raises(UnusableSource, match=r"^a\.html: the elements of the page are nested too deeply"):
        plain_text(("<div>" * 3000 + "深" + "</div>" * 3000).encode(), "a.html")


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_what_a_word_document_holds_beside_its_paragraphs_is_named() -> None:
    box = "<w:p><w:r><w:pict><w:txbx><w:t>框</w:t></w:txbx></w:pict></w:r><w:del><w:r><w:delText>刪</w:delText></w:r></w:del></w:p>"
    more = {
        f"word/{name}.xml": f"<w:x {W}><w:t>{text}</w:t></w:x>" for name, text in (("header1", "首"), ("footer1", " "), ("comments", "評"))
    }

    found = plain_text(word(paragraph("甲") + box, **more), "a.docx")

    assert [one["en"] for one in found.left] == [
        *("headers and footers of the document", "comments", "words deleted by tracked changes", "words in text boxes and the like"),
    ]
    assert found.text.strip() == "甲"


def test_formulas_and_raised_digits_of_a_word_document_change_no_number() -> None:
    formula = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=3</m:t></m:r></m:oMath>'
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>6</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>3</w:t></w:r>'

    found = plain_text(word(f"<w:p><w:r><w:t>10</w:t></w:r>{raised}{formula}<w:r><w:t>噸</w:t></w:r></w:p>"), "a.docx")

    assert found.text.strip() == "10⁶噸"
    assert [one["en"] for one in found.left] == ["formulas", "words in text boxes and the like", "words struck through"]


def word(body: str, **more: str) -> bytes:
    """A Word document with a body."""
    names = {"xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    package, office = "http://schemas.openxmlformats.org/package/2006", "http://schemas.openxmlformats.org/officeDocument/2006"
    declared = " ".join(f'{key}="{value}"' for key, value in names.items())
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{office}/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {declared}><w:body>{body}</w:body></w:document>",
        **more,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return out.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_word_document_becomes_lines_with_what_was_inserted_and_without_what_was_deleted() -> None:
    changes = (
        "<w:p><w:del><w:r><w:delText>刪</w:delText></w:r></w:del><w:r><w:t>乙</w:t></w:r><w:ins><w:r><w:t>插</w:t></w:r></w:ins></w:p>"
    )
    table = f"<w:tbl><w:tr><w:tc>{paragraph('丙')}</w:tc><w:tc>{paragraph('丁')}</w:tc></w:tr></w:tbl>"

    found = plain_text(word(paragraph("甲&lt;") + changes + table + "<w:p><w:r><w:t>戊</w:t><w:br/><w:t>己</w:t></w:r></w:p>"), "a.DOCX")

    assert (cleaned(found.text).text.split("\n"), found.encoding) == (["甲<", "乙插", "丙 丁", "戊", "己"], "Word (.docx)")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"no zip", "this is no Word document"),
        (word("")[:-30], "this is no Word document"),
        (word(paragraph("甲乙丙丁")).replace(b"\x08\x00", b"\x63\x00"), "this is no Word document"),  # a way of packing that nobody knows
        (word("<w:p>"), "this is no Word document"),
        (word("", **{"_rels/.rels": "<a/>", "word/document.xml": "<a/>"}), "this is no Word document"),
        (word(" " * 20_000_001), "the document holds 20000[0-9]* bytes of text, more than 20000000"),
        (word("<w:sdt>" * 900 + "</w:sdt>" * 900), "nested too deeply"),
    ],
)
def test_what_is_no_word_document_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(UnusableSource, match=why):
        plain_text(content, "a.docx")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("　　甲。\n\n　乙。 \n", "甲。\n乙。"),
        ("[2035-03-12 09:00:05]\n甲:乙。\n09:10 丙。", "甲:乙。\n丙。"),
        ("甲。(10:05)\n2035年3月12日 10:05:01 乙。", "甲。\n乙。"),
        ("甲。” 乙。　丙。", "甲。”乙。丙。"),
        ("\ufeff[09:10]甲\ufeff乙。\ufeff", "甲乙。"),
        ("田野： 好。\nA: b", "田野：好。\nA: b"),
        ("出席人員：[ 2035-03-12 10:04:00 ]\n田野 局長（2035年3月12日 10:05:10）\n主題[2035/3/12 10:05]", "出席人員：\n田野 局長\n主題"),
        ("09:10主持人 石磊:甲。\n09:11田野:乙。\n09:12\n（ 09:13 ）丙。", "主持人 石磊:甲。\n田野:乙。\n丙。"),
    ],
)
def test_layout_is_taken_out_of_a_source(text: str, kept: str) -> None:
    assert cleaned(text).text == kept


@pytest.mark.parametrize(
    "text",
    [
        *("8:30至17:00受理。", "8:30 至 17:00 受理。", "(8:30)起受理。", "8:30開始受理。", "2035年3月12日8:30至17:00受理。"),
        *(
            "1:10的配比。",
            "1:100 的比例尺。",
            "1:75 甲。",
            "3:2:1 甲。",
            "配比為(1:10)",
            "截止（2035年3月12日 17:00）",
            "[8:30 開門]",
            "8:30開始:甲。",
        ),
        *("8:30 a.m. is when it opens.", "10:05 AM was the time.", "It opens (8:30)"),
    ],
)
def test_a_time_that_is_one_of_the_words_stays(text: str) -> None:
    assert cleaned(text).text == text


TEXTS = st.text(st.sampled_from("電車甲乙。？！!?…；，,：:“”「」『』（）()《》\"' \u3000A1.\n09[]"), max_size=60)
STAMPS = st.sampled_from(
    ["", "", "[09:05]", "（09:05:10） ", "09:05 ", "2035-03-12 09:05 ", "[2035年3月12日 09:05:10]", "\u3000(9:05)\u3000"]
)
TIMED = st.lists(
    st.sampled_from(["8:30至17:00受理", "1:10的", "甲", "。", "(8:30起)", "見[9:05]號", "：", "2035年", "A 1"]), min_size=1, max_size=5
)


def words_of(text: str) -> str:
    """A text without what cannot be seen of it."""
    return re.sub(r"\s", "", text)


@given(TEXTS)
def test_cleaning_twice_changes_nothing_and_takes_no_word(text: str) -> None:
    once = cleaned(text)

    assert cleaned(once.text).text == once.text
    if not any(one["en"] == "time stamps" for one in once.removed):
        assert words_of(once.text) == words_of(text)
    signs = str.maketrans("", "", "0123456789:：()（）[]［］")
    assert words_of(once.text).translate(signs) == words_of(text).translate(signs)


@given(st.lists(st.tuples(STAMPS, TIMED.map("".join)), max_size=4))
def test_of_a_line_only_its_time_stamp_is_taken(lines: list[tuple[str, str]]) -> None:
    text = "\n".join(f"{stamp}{words}" for stamp, words in lines)

    assert words_of(cleaned(text).text) == words_of("".join(words for _, words in lines))


@given(TEXTS)
def test_sentences_joined_are_the_paragraph_and_the_spaces_between_them_begin_none(text: str) -> None:
    found = sentences(text)

    assert "".join(found) == text
    assert all(found)
    assert not any(one[0].isspace() for one in found[1:])
    assert not any(one[-1].isspace() for one in found[:-1])


@given(st.text(st.sampled_from('Aa1. ?!“”’()"Dr'), max_size=40))
def test_english_sentences_hold_every_word(text: str) -> None:
    assert " ".join(english_sentences(text)).split() == text.split()


@pytest.mark.parametrize(
    ("paragraph", "split"),
    [
        ("甲。乙！丙？", ["甲。", "乙！", "丙？"]),
        ("“甲。乙。”丙。", ["“甲。乙。”", "丙。"]),
        ("“甲？”的乙。", ["“甲？”的乙。"]),
        ("「甲？」乙。", ["「甲？」", "乙。"]),
        ("（甲。）乙。", ["（甲。）", "乙。"]),
        ("“甲。乙。", ["“甲。", "乙。"]),
        ("甲……乙。", ["甲……乙。"]),
        ("甲？……乙。", ["甲？……", "乙。"]),
        ("甲;乙；丙", ["甲;乙；丙"]),
        ("甲?乙!", ["甲?", "乙!"]),
        ("見a.tw/?b和c?甲", ["見a.tw/?b和c?甲"]),
        ("甲。 乙。", ["甲。 乙。"]),
        ("甲（“乙）丙”。丁", ["甲（“乙）丙”。", "丁"]),
        ("", []),
    ],
)
def test_a_paragraph_is_split_as_the_pages_are(paragraph: str, split: list[str]) -> None:
    assert sentences(paragraph) == split


@pytest.mark.parametrize(
    ("paragraph", "split"),
    [
        ("One. Two? “Three!” Four", ["One.", "Two?", "“Three!”", "Four"]),
        ("Mr. Tian of the U.S. Embassy spoke. He left.", ["Mr. Tian of the U.S. Embassy spoke.", "He left."]),
        ("It grew by 3.5 percent. J. K. Tian said so.", ["It grew by 3.5 percent.", "J. K. Tian said so."]),
    ],
)
def test_an_english_paragraph_is_split(paragraph: str, split: list[str]) -> None:
    assert english_sentences(paragraph) == split


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("主持人 蘇眠:好。", "主持人 蘇眠:"),
        ("霧港晚報記者:好。", "霧港晚報記者:"),
        ("问:好。", "问:"),
        ("田野、羅青:好。", "田野、羅青:"),
        ("羅青：好。", "羅青："),
        ("部長:好。", "部長:"),
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


def test_a_name_that_heads_one_line_only_is_doubtful_and_what_is_no_name_is_suspected() -> None:
    lines = ["王明:好。", "李四:好。", "李四:好。"]

    assert [head.doubtful for head in heads(lines, []) if head] == [True, False, False]
    assert suspects(["髙明:好。", "其中:好。", "好。"]) == ["髙明:"]


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


@pytest.mark.parametrize("label", ["【林平】", "（林平）", "［主持人］", "【記者】"])
def test_a_name_or_a_role_in_brackets_at_the_head_of_words_is_suspected(label: str) -> None:
    assert suspects([f"{label}好。", "【掌聲】好。", "（一）好。", "（笑）好。", f"{label}請。"]) == [label]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        *(("主持人 蘇眠:", "蘇眠"), ("主持人:", "主持人"), ("霧港晚報記者 田野:", "霧港晚報"), ("記者:", "記者"), ("甲某’:", "甲某")),
        *(("田野（副主任）:", "田野"), ("王 明:", "王明")),
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
        (["出席人員", "碼頭 一座"], None),
        (["王 明 省長"], None),
    ],
)
def test_a_roster_is_a_heading_with_names_and_offices(lines: list[str], seats: list[tuple[str, str]] | None) -> None:
    found = roster(lines)

    assert (None if found is None else [(seat.name, seat.office) for seat in found.seats]) == seats


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("王 棟 省主任、發言人梁凱龍 省副廳長\n好。", "王 棟 省主任、發言人\n梁凱龍 省副廳長\n好。"),
        ("甲,滾動實施500\n萬元以上。\n乙。", "甲,滾動實施500萬元以上。\n乙。"),
        ("甲,滾動實施\n記者:乙。", "甲,滾動實施\n記者:乙。"),
        ("甲,乙\n丙。甲,乙\n丙。", "甲,乙丙。甲,乙\n丙。"),
        ("甲,乙\n丙。\n甲,乙\n丙。", "甲,乙\n丙。\n甲,乙\n丙。"),
        ("標題\n好。", "標題\n好。"),
        ("王 棟 省主任、發言人碼頭 省副廳長\n好。", "王 棟 省主任、發言人碼頭 省副廳長\n好。"),
    ],
)
def test_line_ends_of_layout_are_repaired_where_that_is_certain(text: str, read: str) -> None:
    found, repairs = repaired(text)

    assert found == read
    assert all(text.count(one.find) == 1 for one in repairs)


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
    [("moderators", "Moderator", _BODY), ("chairs", "Chair", _BODY), ("unnamed-askers", "Reporter", ("（追問）", " （ 2 ）"))],
)
def test_who_has_a_role_and_no_name_gets_no_name_of_its_characters(listed: str, english: str, brackets: tuple[str, ...]) -> None:
    for role in words(listed):
        for label in (f"{role}:", *(f"{role}{one}:" for one in brackets)):
            [one] = cast(label).speakers.values()

            assert (one.id, one.name, one.label) == (slug(english), (role, english), (label, f"{english}:"))


def test_no_role_and_no_office_is_a_name_though_it_may_begin_as_one() -> None:
    listed = [one for name in ("moderators", "chairs", "askers", "titles", "offices") for one in words(name)]

    assert [one for one in listed if is_name(one)] == []
    assert [one for one in words("offices") if heads([f"{one}:好。"], [])[0] is None] == []


@pytest.mark.parametrize("rank", ["", *words("ranks")])
def test_a_name_before_any_office_is_a_label_and_a_longer_office_is_suspected(rank: str) -> None:
    offices = [f"{rank}{one}" for one in (*words("titles"), *words("offices"))]

    assert [one for one in offices if heads([f"石映真{one}：好。"], [])[0] is None] == []
    assert {without_title(f"石映真{one}") for one in offices} == {without_title(f"石映真 {one}") for one in offices} == {"石映真"}
    assert {without_title(one) for one in offices} == {*offices}, "no office is the name of somebody with a shorter one"
    assert suspects([f"市府交通局{one}：好。" for one in offices]) == [f"市府交通局{one}：" for one in offices]


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
    table = (ROOT / "hooks/verbatim/draft/tables/outlets.txt").read_text("utf-8")
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


@pytest.mark.parametrize("label", [*words("unnamed-askers"), "Q"])
def test_who_asks_without_a_name_may_be_another_each_time(label: str) -> None:
    assert [one.kind for one in proposed(f"{label}:甲?", "田野:乙。", f"{label}:丙?", kinds={label: "outlet"})] == [
        *("question", "answer", "question"),
    ]


@pytest.mark.parametrize("brackets", ["[]", "［］", "【】", "〔〕", "()", "（）"])
def test_brackets_around_a_whole_label_are_no_part_of_its_name(brackets: str) -> None:
    labels = [f"{brackets[0]}{one}{brackets[1]}:" for one in ("主持人", "田青", "島報記者", "問", "田青局長")]
    found = cast(*labels)

    assert [head.label for head in heads([f"{one}好。" for one in labels * 2], []) if head] == labels * 2
    assert [(one.kind, one.name[0]) for one in found.speakers.values()] == [
        *(("moderator", "主持人"), ("official", "田青"), ("outlet", "島報"), ("outlet", "問")),
    ]
    assert found.english(labels[1]) == "Tian Qing:"


def test_a_paragraph_that_may_begin_with_a_label_is_for_a_person_to_decide() -> None:
    assert proposed("田野:好。", "髙明:好。")[0].doubt == "is 髙明: a label? It heads a paragraph or sentence of this turn"


def test_what_begins_with_a_known_label_inside_a_paragraph_stays_in_its_line() -> None:
    sheets, _ = placed(proposed("田野:好。髙明:再見。謝謝。"), ("髙明:",))

    assert [row.text for row in sheets[0].blocks[0].rows] == ["好。髙明:再見。", "謝謝。"]


def test_no_value_begins_as_a_formula_does() -> None:
    assert [quoted(text) for text in ("=1", "-5度", "-5")] == ['"TODO =1"', "TODO -5度", '"-5"']
    assert [one.find for one in repaired(f"甲,={'丙' * 11}\n個。")[1]] == [f"{'丙' * 11}\n個。"]


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


@pytest.mark.parametrize(
    "text", ["甲", "甲: 乙", "no", "12", "甲, 乙", "# 甲", "A’s", "it's", "“甲”", "甲 # 乙", "TODO 甲", "甲\n乙", "", " 甲", "{甲}"]
)
def test_a_value_reads_back_as_it_was(text: str) -> None:
    faults = Faults()

    found = read_one(f"id: a\nname: {{zh: {quoted(text or 'x')}, en: {quoted(text or 'x')}}}\n", "a.yml", Sample, faults)

    assert found is not None
    assert found.name.zh == found.name.en == (text or "x")


@dataclass
class Spoken:
    label: str
    text: str
    begins: bool = False


def test_english_is_aligned_by_labels_numbers_and_length() -> None:
    lines = [Spoken("", "甲。"), Spoken("田野:", ""), Spoken("", "去年建了3座碼頭。"), Spoken("", "好。"), Spoken("島報記者:", "還有呢?")]

    found = aligned(lines, "A.\nTian Ye: Last year, 3 piers were built. Good.\nIsle Paper reporter: What else?", Listener([]))

    assert [(one.text, one.doubtful) for one in found.answers] == [
        *(("A.", False), ("Last year, 3 piers were built.", False), ("Good.", False), ("What else?", False)),
    ]
    assert found.labels == {"田野:": "Tian Ye:", "島報記者:": "Isle Paper reporter:"}


@pytest.mark.parametrize(
    ("zh", "english", "answers"),
    [
        (["田野:甲。"], "", [("", True)]),
        (["田野:去年建了3座碼頭。"], "Tian Ye: Last year, 4 piers were built.", [("Last year, 4 piers were built.", True)]),
        (
            ["甲:好。", "乙:建了3座碼頭,也建了4條路。"],
            "Fine. It built 3 piers and 4 roads.",
            [("Fine.", False), ("It built 3 piers and 4 roads.", False)],
        ),
        (
            ["甲:碼頭3座。路4條。"],
            "Tian Ye: There are 3 piers, and 4 roads as well.",
            [("There are 3 piers, and 4 roads as well.", True), ("", True)],
        ),
    ],
)
def test_what_is_not_certain_is_marked(zh: list[str], english: str, answers: list[tuple[str, bool]]) -> None:
    lines = [Spoken(line.split(":")[0] + ":" if not at else "", one) for line in zh for at, one in enumerate(sentences(line.split(":")[1]))]

    assert [(one.text, one.doubtful) for one in aligned(lines, english, Listener([])).answers] == answers


WORDS = Listener([], corpus().counterparts, corpus().vocabulary.echoes.values())
LINES = [
    Spoken("田野:", "我們已經建成了3座新的碼頭。", True),
    Spoken("", "我們不會讓任何漁船停在外面。"),
    Spoken("", "“船來了,燈還在。”"),
    Spoken("", "這就是大家的願望……我們聽到了。"),
    Spoken("", "明年將再建40座左右的倉庫。", True),
]
ENGLISH = (
    "Tian Ye: We have built 3 new piers.",
    "We will not let any fishing boat stay outside.",
    "“The boats came, and the lights are on.”",
    "This is what people wish for … and we heard it.",
    "Next year, we will build about 40 more warehouses.",
)


def paragraphs(english: Sequence[str]) -> str:
    """The English with a paragraph before the last sentence, as in Chinese."""
    return " ".join(english).replace(" Next year", "\nNext year")


def test_clean_english_is_not_doubtful() -> None:
    found = aligned(LINES, paragraphs(ENGLISH), WORDS)

    assert [(one.text, one.doubtful) for one in found.answers] == [(one.removeprefix("Tian Ye: "), False) for one in ENGLISH]


@pytest.mark.parametrize("at", [1, 2, 3, 4])
def test_a_sentence_left_out_of_the_english_is_an_open_line_and_moves_no_other(at: int) -> None:
    found = aligned(LINES, paragraphs([one for one in ENGLISH if one != ENGLISH[at]]), WORDS)

    assert [one.text for one in found.answers] == [
        "" if number == at else one.removeprefix("Tian Ye: ") for number, one in enumerate(ENGLISH)
    ]
    assert found.answers[at].doubtful


@pytest.mark.parametrize(
    ("zh", "english", "doubtful"),
    [
        ("船來了。", "The boat came.", False),
        ("“船”來了。", "The boat came.", True),
        ("船來了嗎?", "The boat came.", True),
        ("船來了……", "The boat came.", True),
        ("船來了!", "The boat came.", True),
        ("船不來。", "The boat comes.", True),
        ("建40座左右。", "Some 40 are built.", True),
        ("船來了。", "The boat may come.", False),
        ("船來了。", "The whole boat may come.", True),
        ("6月來9艘。", "In June, 9 come.", False),
        ("6月來9艘。", "In July, 9 come.", True),
    ],
)
def test_words_and_marks_that_one_side_lacks_are_doubtful(zh: str, english: str, doubtful: bool) -> None:
    assert [one.doubtful for one in aligned([Spoken("", zh)], english, WORDS).answers] == [doubtful]


def test_english_that_answers_nothing_is_added_to_what_was_before_it() -> None:
    words = "3 boats. One. Two. Three more. Four. Five. Six."

    assert [(one.text, one.doubtful) for one in aligned([Spoken("", "船3艘。")], words, Listener([])).answers] == [(words, True)]


def test_what_may_answer_either_of_two_sentences_is_doubtful() -> None:
    found = aligned([Spoken("", "船來了。"), Spoken("", "船走了。")], "A boat.", Listener([]))

    assert [one.doubtful for one in found.answers] == [True, True]


@pytest.mark.parametrize(
    ("lines", "english", "answers"),
    [
        (
            [Spoken("", "地點:漁港處", True), Spoken("", "主持人:田野", True), Spoken("田野:", "大家早上好。", True)],
            "Venue: Port Office\nModerator: Tian Ye\nTian Ye: Good morning to all.",
            ["Venue: Port Office", "Moderator: Tian Ye", "Good morning to all."],
        ),
        (
            [Spoken("", "漁港處。", True), Spoken("田野:", "大家早上好。", True)],
            "Port Office.\nTian Ye:\nGood morning.",
            ["Port Office.", "Good morning."],
        ),
        ([Spoken("", "漁港處。", True)], "Venue:\nEditor:", ["Venue: Editor:"]),
        ([Spoken("田野:", "大家早上好。", True)], "Good morning.", ["Good morning."]),
    ],
)
def test_an_english_label_is_kept_where_the_chinese_line_has_none(lines: list[Spoken], english: str, answers: list[str]) -> None:
    assert [one.text for one in aligned(lines, english, Listener([])).answers] == answers


def test_a_label_is_taken_over_where_other_lines_look_like_labels_too() -> None:
    lines = [Spoken("", "地點:漁港處", True), Spoken("田野:", "大家早上好。", True)]

    assert aligned(lines, "Venue: Port Office\nYe Tian: Good morning to all.", Listener([])).labels == {"田野:": "Ye Tian:"}


@given(
    st.lists(st.sampled_from(["甲。", "乙3座。", "我們將建12家。", "好?"]), min_size=1, max_size=6),
    st.lists(st.sampled_from(["A.", "B 3.", "We will build 12 of them.", "Well?"]), max_size=8),
)
def test_every_chinese_line_gets_its_english_and_no_english_word_is_lost(zh: list[str], en: list[str]) -> None:
    found = aligned([Spoken("", one) for one in zh], " ".join(en), Listener([("甲", "A")]))

    assert len(found.answers) == len(zh)
    assert " ".join(one.text for one in found.answers).split() == " ".join(en).split()


def compared(count: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often sentences are compared to align a text of so many with its English, without labels."""
    calls = 0
    cost = _Aligner._cost

    def counting(self: _Aligner, zh: tuple[Sentence, ...], en: tuple[Sentence, ...]) -> float:
        nonlocal calls
        calls += 1
        return cost(self, zh, en)

    with monkeypatch.context() as patched:
        patched.setattr(_Aligner, "_cost", counting)
        numbers = range(100, 100 + count)
        lines = [Spoken("", f"第{number}座碼頭{'很' * (number % 20)}好。") for number in numbers]
        found = aligned(lines, " ".join(f"Pier {number} is {'very ' * (number % 20)}good." for number in numbers), Listener([]))
    assert [one.text.split()[1] for one in found.answers] == [str(number) for number in numbers]
    return calls


def test_a_text_of_twice_the_length_is_not_compared_four_times_as_often(monkeypatch: pytest.MonkeyPatch) -> None:
    short, long = (compared(count, monkeypatch) for count in (60, 120))

    assert long < 3 * short
    assert long < 120 * 120 * 2, "of seven shapes at each place"


def test_english_far_from_the_diagonal_is_found() -> None:
    numbers = range(100, 130)
    more = " ".join("This was said by somebody whom nobody wrote down." for _ in range(8))

    found = aligned(
        [Spoken("", f"第{one}座碼頭好。") for one in numbers], f"{more} {' '.join(f'Pier {one} is good.' for one in numbers)}", Listener([])
    )

    assert [one.text.split()[-3] for one in found.answers] == [str(one) for one in numbers]
    assert [one.doubtful for one in found.answers[1:]] == [False] * 29


def test_a_file_as_it_was_received_belongs_to_the_event_whatever_its_kind() -> None:
    assert {f"received{suffix}" for suffix in SUFFIXES} == {name for name in DATA_FILES if name.startswith("received.")}


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
    assert slips(SIMPLIFIED[:0]) == []
    assert slips("余\n余。") == []


def test_a_number_is_a_neighbour_of_a_slip_too() -> None:
    assert slips("今年建成3个、共1,243处。余\n2000余。第。于2035") == [
        Slip("3个", "3個", 1, "个", "個"),
        Slip("1,243处", "1,243處", 1, "处", "處"),
        Slip("2000余", "2000餘", 1, "余", "餘"),
        Slip("于2035", "於2035", 1, "于", "於"),
    ]


@pytest.mark.parametrize("length", [10, 100])
def test_a_text_with_an_account_holds_its_numeral_however_long_it_is(length: int) -> None:
    text = "電" * length + "三輛"
    segment = next(corpus().segments())
    segment = replace(segment, zh=replace(segment.zh, text=text))
    claimed = ClaimedNumeral(segment, numerals(text)[0], ())
    found = Numbers([claimed])
    assert not found.is_accounted(claimed)

    found.account(text)

    assert found.is_accounted(claimed)
    assert found.cuts(length, length + 1, text)


def test_the_number_under_which_a_site_is_filed_is_of_its_page() -> None:
    lines = ["京ICP备05000001号 版权所有", "京公网安备11000002000001号", "今年取消ICP备案"]

    assert [one.line for one in furniture("\n".join(lines))] == lines[:2]


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["時間：民國114年9月3日上午10時"], datetime.date(2025, 9, 3)),
        (["时间：2024年6月18日（星期二）", "地點：一樓"], datetime.date(2024, 6, 18)),
        (["二〇二三年二月十五日下午", "時間:2023年2月15日"], datetime.date(2023, 2, 15)),
        (["2023年2月31日", "民國二百年二月三十日"], None),
        (["說明會於2033年4月5日舉行"], datetime.date(2033, 4, 5)),
        (["截至2024年12月31日，共有3所。", "王大明，1960年5月5日生", "22年9月23日"], None),
        (["〇〇〇〇年二月三日"], None),
        (["時間:2024年6月18日至2024年6月19日"], None),
        (["6月18日下午"], None),
        ([], None),
    ],
)
def test_the_day_of_an_event_is_the_only_one_that_its_first_lines_state(lines: list[str], day: datetime.date | None) -> None:
    found = stated_day(lines)

    assert (found and found.day) == day
    assert found is None or found.line == lines[0]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("六成五的人,百分之六十,30%", ["%", "%", "%"]),
        ("三分之一", [""]),
        ("3100万,3萬人,2億用戶", ["", "人", ""]),
        ("3100,12年", []),
        ("500公尺以內3所", ["公尺", "所"]),
        ("縮短至4.5年,2036年", ["年"]),
        ("發電900萬度、1.2億度,用電3度,省5度電,氣溫38度,3度空間", ["度", "度", "度", "度電"]),
        ("500車位、20停車位、30床、8坪", ["車位", "停車位", "床", "坪"]),
        ("15秒鐘,平均0.8秒,三周、兩週內", ["秒鐘", "秒", "周", "週"]),
        ("滿60周歲,30週年,三周年,5个周末", ["个"]),
    ],
)
def test_a_number_has_the_unit_behind_it_or_counts_alone(text: str, forms: list[str]) -> None:
    found = corpus()
    units = Units(found.units.values(), found.vocabulary, text)

    assert [one.form for numeral in numerals(text) if (one := units.measured(numeral, text))] == forms


def test_a_unit_of_time_of_another_event_makes_no_amount_of_a_date() -> None:
    units = Units([], corpus().vocabulary, "")
    for form in ("年", "日"):
        units.add(form)
    known = Units(units.new.values(), corpus().vocabulary, "")

    text = "122年11月3日,5天"
    assert [one.form for numeral in numerals(text) if (one := known.measured(numeral, text))] == ["天"]


def test_the_name_of_a_new_unit_is_what_our_prose_writes_for_its_form() -> None:
    style = [AvoidedWord(Where("", 0), "zh", ("噸",), "公噸", "")]
    units = Units([], corpus().vocabulary, "", style)
    units.add("吨")

    assert [(one.name.zh, one.zh) for one in units.new.values()] == [("公噸", ("吨",))]
    assert units.of("吨", "储煤5吨") == (["dun"], True)
    assert [one.id for one in units.new.values()] == ["dun"]


def test_a_new_unit_has_its_english_where_its_word_counts_one_thing_only() -> None:
    found = corpus()
    units = Units(found.units.values(), found.vocabulary, "")
    for form in ("公尺", "所", "", "%", "度"):
        units.add(form)

    assert {one.id: (one.name.en, one.en) for one in units.new.values()} == {
        "gong-chi": ("meters", ("meters", "meter")),
        "suo": ("TODO", ("TODO",)),
        "number": ("{n}", ()),
        "du": ("kilowatt-hours", ("kilowatt-hours", "kilowatt-hour", "kWh")),
    }


def test_a_unit_of_another_event_is_taken_only_if_it_says_what_it_counts() -> None:
    def unit(id: str, name: str, form: str, path: str) -> Unit:
        return Unit(Where(path, 1), id, Pair(Where(path, 1), name, "x"), (form,), ("x",))

    of_event, shared = "data/port-2032/units.yml", "data/units.yml"
    known = [unit("tiao", "條", "條", of_event), unit("zuo", "座", "座", shared), unit("jia", "家商店", "家", of_event)]
    units = Units([*known, unit("tian", "天", "天", of_event)], corpus().vocabulary, "")

    for form in "條座天家":
        units.add(form)
    assert [units.of(form, f"3{form}商店")[0] for form in "條座天家"] == [["tiao-2"], ["zuo"], ["tian"], ["jia"]]


def test_a_measure_word_whose_known_units_are_of_other_nouns_gets_a_unit_of_its_own() -> None:
    found = corpus()
    known = replace(next(iter(found.units.values())), id="trees", name=Pair(Where("", 0), "株銀杏", "ginkgos"), zh=("株",), en=("ginkgos",))
    units = Units([known], found.vocabulary, "")

    assert units.of("株", "種了銀杏3株") == (["trees"], True)
    assert [units.of("株", "種了楓樹3株") for _ in range(2)] == [(["zhu"], True)] * 2
    assert units.of("株", "銀杏園外的3株楓樹") == (["zhu"], True), "what it counts is behind the measure word"
    assert units.of("株", "3株以上的銀杏") == (["trees"], True)
    assert list(units.new) == ["zhu"]


@pytest.mark.parametrize(
    ("text", "name", "forms"),
    [
        ("民國114年的會議", "NT$ {n}", ("NT$",)),
        ("2025年的會議", "RMB {n}", ("RMB",)),
        ("民国114年的会议与说明", "RMB {n}", ("RMB",)),
        ("民國114年的會議,人民幣500元", "RMB {n}", ("RMB",)),
        ("民國建築會議", "RMB {n}", ("RMB",)),
        ("香港會議,港幣500元", "HK$ {n}", ("HK$",)),
        ("香港會議,新臺幣500元", "RMB {n}", ("RMB",)),
    ],
)
def test_yuan_are_new_taiwan_dollars_where_years_of_the_republic_are_counted(text: str, name: str, forms: tuple[str, ...]) -> None:
    found = corpus()
    known = replace(next(iter(found.units.values())), id="yuan", name=Pair(Where("", 0), "{n} 元", "RMB {n}"), zh=("元",), en=("RMB",))
    units = Units([known], found.vocabulary, text)
    units.add("元")

    unit = {**{known.id: known}, **units.new}[units.of("元", "2,500元")[0][0]]
    assert (unit.name.en, unit.en) == (name, forms)


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


def test_characters_that_traditional_texts_use_as_well_are_no_slip() -> None:
    assert [slip.find for slip in slips("公布於電台,116個里的里長,制造周刊。")] == ["制造"]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        *(("市長葉書帆：", "葉書帆"), ("工務局局長盧柏勳：", "盧柏勳"), ("蔡市長允文：", "蔡允文"), ("廖副局長仲堯：", "廖仲堯")),
        ("衛生局蔡宗翰局長：", "蔡宗翰局長"),
        *(("局長說明：", "局長說明"), ("院長高度評價：", "院長高度評價")),
    ],
)
def test_a_label_may_have_the_office_before_the_name(label: str, name: str) -> None:
    assert name_in(label) == name
    assert [one is not None for one in heads([f"{label}好。"], [])] == [name != label[:-1]]


def test_who_moderates_may_be_a_line_of_the_roster() -> None:
    lines = ["出席人員", "秦若川 鎮漁港處處長", "主持人：蘇眠　新聞處處長", "主持人：大家好,請說明。"]

    assert roster(lines) == Roster(0, 3, (Seat("秦若川", "鎮漁港處處長"), Seat("蘇眠", "新聞處處長", moderates=True)))


@pytest.mark.parametrize("text", ["房屋局", "衛生署", "安全部", "房屋局局長"])
def test_a_public_body_is_no_name(text: str) -> None:
    assert not is_name(text)
    assert not is_name(without_title(text))


def test_titles_names_in_quotation_marks_and_schemes_may_be_terms_at_once() -> None:
    texts = [
        "我們實施“漁火亮”工程和《漁港條例》,推行港長制,限制機制不變。“你們放心。”他說:“船來了,燈還在!”共“15”項。",
        "全面推進清港行動,再推進清港行動,由總工程師負責;什麼計畫?《漁港條例》與“電車”。",
    ]

    assert by_form(corpus(), texts) == [("漁港條例", 2), ("漁火亮", 1), ("清港行動", 2), ("港長制", 1)]


def test_a_part_of_a_town_and_an_approval_are_no_slips_and_what_is_inside_is_one() -> None:
    text = "集中在溪口里、永安里和各村里、鄰里,尚未核准上市,也不准進口。這里的標准在家里。"

    assert [slip.find for slip in slips(text)] == ["這里", "標准", "家里"]
