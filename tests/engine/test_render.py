from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from verbatim.analysis.glossary import by_letter, letter_id
from verbatim.html import term_data
from verbatim.html.directives import DIRECTIVES
from verbatim.html.twin_data import twin_scripts
from verbatim.model import LANGS, Lang
from verbatim.model.addresses import Urls
from verbatim.model.locale import locale_of
from verbatim.read.summaries import Summaries

from .example import EVENT, WITHOUT_EXCEPTIONS, corpus, corpus_of, example, renderer, transcript

RENDERER = renderer()
VOID = {"br", "hr", "img", "input", "link", "meta"}
ODD = "R&D \"so\" 'to' speak"
ESCAPED = "R&amp;D &#34;so&#34; &#39;to&#39; speak"
DAY = """day:
  date: 2031-03-05
  basis: {zh: 據虛構的報紙。, en: A made-up newspaper says so.}
  sources: [{title: A made-up newspaper}]
panel: ["""


def filled(lang: Lang, name: str, markdown: str, by: object = RENDERER) -> str:
    """A page's Markdown with all its places filled."""
    woven = by.page(locale_of(lang), name, markdown)  # type: ignore[attr-defined]
    return str(woven.fill(woven.markdown))


def inserted(directive: str, lang: Lang = "en", by: object = RENDERER, name: str = f"{EVENT}/other") -> str:
    return filled(lang, name, f"<!-- insert: {directive} -->", by)


def page_of(lang: Lang, name: str, by: object = RENDERER) -> str:
    """A page of the example, rendered."""
    body = example()[f"docs/{lang}/{name}.md"].decode("utf-8").split("---\n", 2)[2]
    return filled(lang, name, body, by)


@pytest.mark.parametrize(
    ("directive", "lang", "golden"),
    [
        ("event", "en", '<p class="who"><strong>He Ping</strong> <span class="other-language" lang="zh-Hant">何平</span>'),
        ("event", "zh", '<a href="../lin-shuya/"><strong>林書雅</strong></a>'),
        ("brief", "en", "</q> —\u00a0Chen Haizhou <a"),
        ("brief", "zh", "</q>——\u2060陳海舟 <a"),
        ("events", "en", '<a class="stat" href="../targets/#commitments"><strong>1</strong>'),
        ("events", "zh", '<a class="stat" href="../../glossary/"><strong>6</strong>'),
        ("events", "zh", '<a href="../targets/?speaker=chen-haizhou&amp;kind=target#filter">'),
        ("events", "en", '<a class="promise" href="../targets/#trams-in-service"><strong>14 trams</strong> trams in service</a>'),
        ("register", "en", '<noscript><p class="hint">Where the browser runs no scripts'),
        ("targets", "en", '<td data-label="Amount">about 9 projects<br>each at least RMB 3 million</td>'),
        ("targets", "zh", '<a class="address" href="../chen-haizhou/#q1-a1-2" aria-label="前往原句 q1-a1-2">q1-a1-2</a>'),
        ("commitments", "en", "<q>explore tram fare discounts</q>"),
        ("figures", "zh", '<span class="twin" lang="en"><q>2.5 times</q></span>'),
        ("ledger", "en", '<tr><th scope="row">name</th><td>4</td><td>2</td><td>6</td></tr>'),
        ("numerals", "en", "，將滾動實施<strong>300萬</strong>元以上工程9"),
        ("proof", "en", "<td>26 of 26</td>"),
        ("errata", "en", ">300 ⏎ 萬元</th>"),
        ("corrections", "en", '<td data-label="Before" lang="en" translate="no"><del>over 9 projects</del></td>'),
        ("corrections", "zh", '<a class="address" href="../../en/tram-2031/chen-haizhou/#q1-a1-2">q1-a1-2</a>'),
        ("corrections", "en", '<td data-label="Where"><a href="../../glossary/">Glossary</a></td>'),
        ("glossary", "en", '<details class="entry" id="late-opening" data-kinds="'),
        ("glossary", "zh", '/glossary/all/#late-opening">'),
        ("data", "en", '<a lang="en" href="../../../data/targets.csv" download>targets.csv</a>'),
    ],
)
def test_a_directive_is_carried_out(directive: str, lang: Lang, golden: str) -> None:
    assert golden in inserted(directive, lang)


class Balance(HTMLParser):
    """Tells end tags that close another element than the one that is open, and elements that nothing closes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(html)
        self.close()
        self.wrong += self.open

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open += [] if tag in VOID else [tag]

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"/{tag}")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("directive", DIRECTIVES)
def test_a_directive_closes_every_element_that_it_opens(directive: str, lang: Lang) -> None:
    html = inserted(directive, lang, name=f"{EVENT}/chen-haizhou")

    assert "</" in html
    assert Balance(html).wrong == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_closes_every_element_that_it_opens(lang: Lang) -> None:
    assert Balance(page_of(lang, f"{EVENT}/chen-haizhou")).wrong == []


def test_a_speaker_is_presented_on_the_speakers_own_page() -> None:
    pages = {page: inserted("speech", name=f"{EVENT}/{page}") for page in ("chen-haizhou", "lin-shuya", "other")}

    presented = {
        page: html.partition('<p class="who">')[2].partition("</p>")[0].partition('<span class="office">')[2].partition("<")[0]
        for page, html in pages.items()
    }

    assert presented == {
        "chen-haizhou": "Deputy Director, Chaoyin Town Transport Bureau",
        "lin-shuya": "Director, Chaoyin Town Library",
        "other": "",
    }


def test_a_page_for_all_events_needs_no_event() -> None:
    html = inserted("events", name="index")

    assert '<a class="title" href="tram-2031/">Press briefing on the Seaside Line and the library</a>' in html


def test_the_day_of_an_event_is_shown_with_who_says_so() -> None:
    of_day = renderer(corpus_of({"file": "data/tram-2031/event.yml", "find": "panel: [", "replace": DAY}, WITHOUT_EXCEPTIONS))

    html = inserted("event", by=of_day)

    assert '<time datetime="2031-03-05">' in html
    assert "A made-up newspaper says so." in html
    assert '<p class="event-date">2031' in inserted("events", "zh", of_day)


def test_the_home_page_marks_no_time_that_could_be_taken_for_its_own() -> None:
    of_day = renderer(corpus_of({"file": "data/tram-2031/event.yml", "find": "panel: [", "replace": DAY}, WITHOUT_EXCEPTIONS))

    assert "<time" not in inserted("events", by=of_day)


def test_a_time_from_another_sentence_is_shown_as_inferred() -> None:
    inferred = {
        "file": "data/tram-2031/targets.yml",
        "find": "  strength: explore\n",
        "replace": '  strength: explore\n  by: {year: 2031, month: 6, words: {zh: 2031年6月1日前, en: "by June 1, 2031"}, at: q1-a1-2}\n'
        "  exceptions: [{key: by, reason: {zh: 承前一句。, en: Carried over.}}]\n",
    }

    html = inserted("commitments", by=renderer(corpus_of(inferred)))

    assert '<span class="inferred">inferred from <a href="../chen-haizhou/#q1-a1-2">q1-a1-2</a></span>' in html


def test_a_sentence_is_woven_in_with_its_number_link_and_marks() -> None:
    html = page_of("en", f"{EVENT}/chen-haizhou")

    assert '<span class="sentence" id="q1-a2-1"><a class="ref" href="#q1-a2-1"' in html
    assert 'explore <a class="term" href="../../glossary/#tram">tram</a> fare discounts<a class="mark commitment"' in html
    assert '<span id="q1-a1-9"></span>' in html
    assert '<a class="mark note" data-sign="a" aria-label="Translator’s note a" href="#note-two-plus-six-unexplained"></a>' in html


def test_numbers_and_signs_are_drawn_and_named_and_are_no_text() -> None:
    html = page_of("en", f"{EVENT}/chen-haizhou")
    assert re.search(r'<a class="ref" href="#q1-a2-1" aria-label="Sentence q1-a2-1" data-sign="1"></a>', html)
    assert re.findall(r'<a class="mark [^>]*aria-label="[^"]+" href="[^"]+"></a>', html)
    assert not re.search(r'<a class="(ref|mark)[^>]*>[^<]', html)


@pytest.mark.parametrize("lang", LANGS)
def test_a_sign_right_after_another_and_no_other_says_so(lang: Lang) -> None:
    noted = {
        "file": "data/tram-2031/notes.yml",
        "find": "- id: two-plus-six-unexplained\n",
        "replace": "- id: again\n  at: q1-a0-2\n  quote: {zh: 線網, en: network}\n  note: {zh: 另一則。, en: One more.}\n"
        "- id: two-plus-six-unexplained\n",
    }

    html = page_of(lang, f"{EVENT}/chen-haizhou", renderer(corpus_of(noted)))

    assert re.findall(r'></a><a class="mark ([^"]*)"', html) == ["note beside"]
    assert html.count("beside") == 1


@pytest.mark.parametrize("directive", DIRECTIVES)
def test_no_space_parts_two_sentences_of_chinese(directive: str) -> None:
    html = inserted(directive, "zh", name=f"{EVENT}/chen-haizhou")

    assert re.findall(r"[。！？；]\s+(?:<[^>]*>)?[\u4e00-\u9fff]+", html) == []


@pytest.mark.parametrize(("name", "kind"), [("index", "panel"), ("chen-haizhou", "answer")])
def test_a_list_of_people_is_one_paragraph(name: str, kind: str) -> None:
    sections = re.findall(r'<section class="speech text".*?</section>', page_of("en", f"{EVENT}/{name}"), re.DOTALL)
    part = next(number for number, one in enumerate(one for one in transcript().event.parts if one.page == name) if one.kind == kind)
    assert sections[part].count("<br>") - 1 == (len(re.findall('class="sentence"', sections[part])) - 1 if kind == "panel" else 0)


def test_chinese_is_woven_in_with_full_width_marks() -> None:
    html = page_of("zh", f"{EVENT}/chen-haizhou")

    assert '<section class="speech text" lang="zh-Hant">' in html
    assert "請問，<a" not in html  # the term is linked in the sentence before
    assert "請問，海濱電車何時可以坐上？" in html


def test_emphasis_is_kept() -> None:
    assert "<em>Three-Year Action Plan for Green Travel in Chaoyin Town (2029–2031)</em>" in page_of("en", f"{EVENT}/index")


@pytest.mark.parametrize("lang", LANGS)
def test_markdown_sees_the_place_of_a_sentence_and_not_the_sentence(lang: Lang) -> None:
    name = f"{EVENT}/lin-shuya"

    woven = RENDERER.page(locale_of(lang), name, example()[f"docs/{lang}/{name}.md"].decode("utf-8").split("---\n", 2)[2])

    assert transcript().segments["q2-a0-1"][lang].text not in woven.markdown
    assert "{#q2-a0}" in woven.markdown
    assert "<!-- place 0 -->" in woven.markdown
    assert "<!-- place" not in woven.fill(woven.markdown)


def test_a_page_may_have_more_than_nine_places() -> None:
    directives = [*["data"] * 10, "ledger", "data"]

    html = filled("en", f"{EVENT}/other", "\n".join(f"<!-- insert: {name} -->" for name in directives))

    assert (html.count("download>segments.json"), html.count('class="ledger"')) == (11, 1)


def test_prose_stays_as_it_was_written() -> None:
    text = "Some *prose*.\n\n- an item\n\n## More {#more}\n\nThe end."

    assert filled("en", "about", text) == text


def test_lines_of_chinese_prose_run_on() -> None:
    assert filled("zh", "about", "電車開動。\n請上車。") == "電車開動。請上車。"


def test_titles_have_one_id_in_both_languages_and_chinese_ones_full_width_marks() -> None:
    found = [filled(lang, "about", "# 何平:電車").strip() for lang in LANGS]

    assert [title.partition(" {")[0] for title in found] == ["# 何平：電車", "# 何平:電車"]
    assert len({title.partition(" {")[2] for title in found}) == 1


def test_the_letters_of_the_glossary_are_given_to_the_table_of_contents() -> None:
    woven = RENDERER.page(locale_of("en"), "glossary", "# Glossary\n\n<!-- insert: glossary -->")

    assert woven.headings == [(letter_id(letter), letter) for letter in by_letter(corpus(), "en")]


def test_a_sentence_that_moved_to_another_page_leaves_an_anchor() -> None:
    moved = corpus_of({"file": "data/tram-2031/aliases.yml", "content": "- {old: chen-haizhou#q1-a1-9, new: lin-shuya#q2-1}\n"})

    html = page_of("en", f"{EVENT}/chen-haizhou", renderer(moved))

    assert '<p id="q1-a1-9">' in html
    assert '<a href="../lin-shuya/#q2-1">' in html


@pytest.mark.parametrize("new", ["targets#commitments", "chen-haizhou#q1-a1"])
def test_a_heading_that_was_renamed_or_moved_leaves_an_anchor(new: str) -> None:
    renamed = corpus_of({"file": "data/tram-2031/aliases.yml", "content": f"- {{old: targets#account, new: {new}}}\n"})

    page = page_of("en", f"{EVENT}/targets", renderer(renamed))

    assert f'#{new.partition("#")[2]}">' in page.partition('<p id="account"><a href="')[2].partition("</p>")[0]


def test_links_are_to_files_where_pages_are_files() -> None:
    assert 'href="chen-haizhou.html#q1-a1-2"' in inserted("targets", by=renderer(directory=False))


@pytest.mark.parametrize(
    ("path", "before", "value", "directive"),
    [
        ("event.yml", "海濱電車與圖書館發布會, en: ", "Press briefing on the Seaside Line and the library", "events"),
        ("event.yml", "沒有來源。, en: ", "Made up for the tests; there is no origin.", "event"),
        ("targets.yml", "投入使用的電車, en: ", "trams in service", "targets"),
        ("targets.yml", "如何計算準點率。, en: ", "The sentence does not say how punctuality is measured.", "targets"),
        ("numerals.yml", "期限。, en: ", "A deadline.", "numerals"),
        ("errata.yml", "數字中間斷行。, en: ", "The line breaks inside a number.", "errata"),
        ("terms.yml", "沿海的電車線路。, en: ", "The tram line along the shore of Chaoyin Town.", "glossary"),
        ("terms.yml", "兩個數字的含義。, en: ", "The transcript does not explain the two numbers.", "glossary"),
        ("terms.yml", "used_by: ", "a made-up timetable", "glossary"),
        ("terms.yml", "title: ", "A made-up map", "glossary"),
    ],
)
def test_a_value_with_signs_of_markup_is_shown_escaped(path: str, before: str, value: str, directive: str) -> None:
    quoted = "'" + ODD.replace("'", "''") + "'"
    odd = renderer(corpus_of({"file": f"data/{EVENT}/{path}", "find": before + value, "replace": before + quoted}))

    html = inserted(directive, by=odd)
    if directive == "glossary":
        html += "".join(term_data.pages(odd, Summaries(odd.corpus)).values())

    assert ESCAPED in html
    assert ODD not in html


def test_the_words_of_sentences_and_notes_are_shown_escaped() -> None:
    edits = [
        {"file": "docs/en/tram-2031/lin-shuya.md", "find": "with bookshelves", "replace": "with “books” & shelves"},
        {"file": "data/tram-2031/notes.yml", "find": "各指什麼。", "replace": "各指什麼 & 為何。"},
    ]
    odd = renderer(corpus_of(*edits, reseal=True))

    speech, noted = page_of("en", f"{EVENT}/lin-shuya", odd), page_of("zh", f"{EVENT}/chen-haizhou", odd)

    assert "with “books” &amp; shelves" in speech
    assert "各指什麼 &amp; 為何。" in noted


@pytest.mark.parametrize("lang", LANGS)
def test_a_script_beside_a_page_gives_its_sentences_in_the_other_language_by_address(lang: Lang) -> None:
    name, other = f"{EVENT}/chen-haizhou", LANGS[lang == "zh"]
    sentences = [one for one in transcript().segments.values() if one.page == "chen-haizhou"]

    html = twin_scripts(RENDERER)[f"{Urls().lines(locale_of(other), name)}.js"]

    assert html.count("data-at=") == len(sentences) > 5
    assert html.count(f'lang=\\"{"en" if lang == "zh" else "zh-Hant"}\\">') >= len(sentences)


@pytest.mark.parametrize(("directory", "path"), [(True, "en/tram/index-page/lines"), (False, "en/tram/index-page-lines")])
def test_the_script_with_a_pages_sentences_is_named_after_the_page(directory: bool, path: str) -> None:
    assert Urls(directory).lines(locale_of("en"), "tram/index-page") == path


def test_an_interface_word_is_filled_in() -> None:
    assert RENDERER.text("en", "sentence", address="q1-1") == corpus().strings["sentence"].en.replace("{address}", "q1-1")


@pytest.mark.parametrize(
    ("markdown", "inserted_"),
    [
        ("```x``` is code.\n\n<!-- insert: data -->", True),
        ("````\n```\n<!-- insert: data -->\n```\n````", False),
        ("````\n```\n````\n\n<!-- insert: data -->", True),
    ],
    ids=["code within a line", "a fence within a longer one", "after a longer fence"],
)
def test_a_directive_is_inserted_unless_it_is_part_of_fenced_code(markdown: str, inserted_: bool) -> None:
    assert ("data/segments.json" in filled("en", "about", markdown)) is inserted_
