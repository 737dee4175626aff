"""What a draft reads of a file: encodings, formats, layout, time stamps, line ends."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbatim.read.data_files import DATA_FILES
from verbatim.received.cleaning import cleaned
from verbatim.received.encodings import UnusableSource, decoded
from verbatim.received.formats import SUFFIXES, plain_text
from verbatim.received.repairs import repaired
from verbatim.received.source import received
from verbatim.text.escapes import escaped

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
        ("田野:甲。(10:05)\n2035年3月12日 10:05:01 乙。", "田野:甲。\n乙。"),
        ("Mr. Lee: Good.\n[2035-03-12 10:05]\n10:06\nMs. Wong: Yes.", "Mr. Lee: Good.\nMs. Wong: Yes."),
        ("甲。” 乙。　丙。", "甲。”乙。丙。"),
        ("\ufeff[09:10]甲\ufeff：乙。\ufeff", "甲：乙。"),
        ("田野： 好。\nA: b", "田野：好。\nA: b"),
        ("Time: 10 a.m.\nHe said: “It is.”\n時間: 10時", "Time: 10 a.m.\nHe said: “It is.”\n時間:10時"),
        ("出席人員：[ 2035-03-12 10:04:00 ]\n田野 局長（2035年3月12日 10:05:10）\n主題[2035/3/12 10:05]", "出席人員：\n田野 局長\n主題"),
        (
            "石磊（10:00）:好。\n田野（10:02）:時間如下。\n8:30 開門。\n17:00 閉館。",
            "石磊:好。\n田野:時間如下。\n8:30 開門。\n17:00 閉館。",
        ),
        ("09:10主持人 石磊:甲。\n09:11田野:乙。\n09:12\n（ 09:13 ）丙。", "主持人 石磊:甲。\n田野:乙。\n丙。"),
        (
            "田野（10:01）：甲。\n田野 [10:02:30] :乙。\n●副處長(2035-03-12 10:03)：丙。\n問（10:04）：丁？",
            "田野：甲。\n田野:乙。\n●副處長：丙。\n問：丁？",
        ),
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
            "第一場（8:30）：甲。",
            "田野（8:30 到）：甲。",
            "田野（8:30）到了：甲。",
        ),
        *("8:30 a.m. is when it opens.", "10:05 AM was the time.", "It opens (8:30)"),
        "石磊:流程如下:\n08:30 開放入場\n09:00 開幕典禮\n田野:好。\n（14:00）恢復通行。\n請提早出門。（16:00）",
        "石磊:流程如下。\n08:30 田野:致詞\n石磊:好。\n16:00\n閉館\n石磊:完。",
        "As follows:\n08:30 Doors open\nMr. Lee: Good.",
        "田野:好。\n石磊（08:30）:安檢。\n田野:完。",
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
def test_of_a_line_only_its_time_stamp_is_taken_where_speeches_have_one(lines: list[tuple[str, str]]) -> None:
    lines = [("[09:05]", "田野:甲。")] * 4 + lines
    text = "\n".join(f"{stamp}{words}" for stamp, words in lines)

    assert words_of(cleaned(text).text) == words_of("".join(words for _, words in lines))


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


def test_a_file_as_it_was_received_belongs_to_the_event_whatever_its_kind() -> None:
    assert {f"received{suffix}" for suffix in SUFFIXES} == {name for name in DATA_FILES if name.startswith("received.")}
