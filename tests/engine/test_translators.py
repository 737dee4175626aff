"""An event in translators' programs: what is handed over, what comes back, and what is refused."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from lxml import etree

from verbatim.handover.memory import tmx
from verbatim.handover.pairs import NoHandover, TranslationUnit, pairs
from verbatim.handover.taken import Taken
from verbatim.handover.translation import translation
from verbatim.handover.translators import handed
from verbatim.model.faults import BuildError, Faults
from verbatim.read.files import Files
from verbatim.read.load import load

from .draft_work import HARBOR, LIBRARY, bilingual, library
from .example import EVENT, example, several

DAY = "2031-03-05"
FARES = f"docs/en/{EVENT}/chen-haizhou.md"
SEALS = f"data/{EVENT}/seals.txt"
LINE = "Second, we will explore tram fare discounts."
XML = "{http://www.w3.org/XML/1998/namespace}"
XLIFF = "{urn:oasis:names:tc:xliff:document:2.0}"


@cache
def exported(event: str = EVENT) -> str:
    """The file of an event of the example, or of a draft."""
    return handed(files(event), event, f"{event}.xlf").decode("utf-8")


def files(event: str = EVENT) -> Files:
    return {HARBOR: bilingual(HARBOR), LIBRARY: library()}.get(event) or example() if event != EVENT else example()


def imported(text: str, event: str = EVENT, name: str = "back.xlf", by: str = "", of: Files | None = None) -> Taken:
    return translation(text.encode("utf-8"), name, event, of or files(event), DAY, by)


def replaced(old: str, new: str, event: str = EVENT) -> str:
    """The file of an event with one edit."""
    text = exported(event)
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)


def with_state(address: str, state: str, event: str = EVENT) -> str:
    """The file of an event with another state of one unit."""
    found = re.sub(rf'(<unit id="{address}".*?state=")\w+', rf"\g<1>{state}", exported(event), count=1, flags=re.S)
    assert found != exported(event)
    return found


def with_entities(declared: str) -> bytes:
    """The file of the example with a document type, and an entity in one line."""
    return replaced("tram fare discounts", "tram &e; discounts").replace("<xliff", f"<!DOCTYPE xliff [{declared}]><xliff", 1).encode()


def found(of: Files, event: str) -> dict[str, TranslationUnit]:
    corpus = load(of, Faults())
    assert corpus is not None
    return {pair.address: pair for pair in pairs(corpus, event, of)}


@pytest.mark.parametrize("event", [EVENT, HARBOR, LIBRARY])
def test_what_comes_back_as_it_went_out_changes_nothing(event: str) -> None:
    taken = imported(exported(event), event)

    assert (dict(taken.files), taken.report[0]) == ({}, "lines changed: 0")


def test_a_unit_is_a_sentence_with_its_address_state_and_speaker() -> None:
    root = etree.fromstring(exported().encode("utf-8"))
    units = list(root.iter(f"{XLIFF}unit"))

    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.0", "zh-Hant", "en")
    sentences = [unit.get("id") for unit in units if "." not in str(unit.get("id")) and ":" not in str(unit.get("id"))]
    assert sentences == list(several().transcripts[EVENT].segments)
    fares = next(unit for unit in units if unit.get("id") == "q1-a2-1")
    assert [one.tag.removeprefix(XLIFF) for one in fares] == ["notes", "segment"], "the standard wants notes first"
    assert fares.findtext(f".//{XLIFF}note") == "Chen Haizhou"
    assert fares.findtext(f".//{XLIFF}source") == "二是探索電車票價優惠。"
    states = {unit.get("id"): unit.find(f"{XLIFF}segment").get("state") for unit in units}
    assert {states[address] for address in sentences} == {"final"}
    assert "series “Books on the Rails.”" in exported()
    assert "*Three-Year Action Plan" in exported(), "italics are asterisks"


def test_the_source_language_is_that_of_the_characters_received() -> None:
    assert etree.fromstring(exported(LIBRARY).encode("utf-8")).get("srcLang") == "zh-Hans"


def test_the_states_are_those_of_the_seals_and_of_the_open_points() -> None:
    files_ = {**example(), SEALS: example()[SEALS].replace(b"q1-a2-1 ", b"q1-a2-1 reviewed:").replace(b"q2-1 ", b"q2-1 0")}

    assert found(files_, EVENT)["q1-a2-1"].state == "reviewed"
    assert found(files_, EVENT)["q2-1"].state == "translated"
    assert found(files_, EVENT)["q2-a1-1"].state == "final"
    assert {pair.state for pair in found(library(), LIBRARY).values() if pair.part == "sentence"} == {"initial"}
    assert {pair.state for pair in found(bilingual(HARBOR), HARBOR).values() if pair.part == "sentence"} == {"translated"}
    assert found(proposing(), EVENT)["q1-a2-1"].state == "initial"


def test_titles_descriptions_headings_and_prose_are_handed_over_with_their_place() -> None:
    of = {address: pair for address, pair in found(example(), EVENT).items() if pair.part != "sentence"}

    assert list(of)[:5] == ["index:title", "index:description", "index.lead", "index.panel", "chen-haizhou:title"]
    heading = of["chen-haizhou.q1-a2"]
    assert (heading.part, heading.zh, heading.en, heading.head, heading.tail) == (
        *("heading", "二、票價", "Second: fares"),
        *("## ", " {#q1-a2}"),
    )
    assert of["chen-haizhou:title"].again
    assert {pair.state for pair in of.values()} == {"translated"}
    [unit] = [one for one in etree.fromstring(exported().encode("utf-8")).iter(f"{XLIFF}unit") if one.get("id") == "chen-haizhou.q1-a2"]
    assert unit.findtext(f".//{XLIFF}note[@category='part']") == "heading"
    ids = [one.get("id") for one in etree.fromstring(exported().encode("utf-8")).iter(f"{XLIFF}unit")]
    assert ids.index("chen-haizhou.q1-a2") == ids.index("q1-a2-1") - 1, "a heading is before its sentences"


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (
            "<target>Chen Haizhou: the Seaside Line</target>",
            "<target>Chen Haizhou: the line by the sea</target>",
            ['title: "Chen Haizhou: the line by the sea"', "# Chen Haizhou: the line by the sea"],
        ),
        ("<target>Second: fares</target>", "<target>Second: tram fares</target>", ["## Second: tram fares {#q1-a2}"]),
        ("answers on the Seaside Line: every", "speaks of the Seaside Line: every", ['description: "Chen Haizhou of the']),
    ],
)
def test_an_edited_title_heading_or_description_comes_back_in_its_place(old: str, new: str, lines: list[str]) -> None:
    taken = imported(replaced(old, new))

    before, after = (of[FARES].decode("utf-8").split("\n") for of in (example(), taken.files))
    changed = [text for was, text in zip(before, after, strict=True) if was != text]
    assert list(taken.files) == [FARES]
    assert [text.startswith(line) for text, line in zip(changed, lines, strict=True)] == [True] * len(lines)
    assert dict(imported(handed({**example(), **taken.files}, EVENT, "a.xlf").decode(), of={**example(), **taken.files}).files) == {}


PROSE = {
    "zh": "\n## 文字稿未收的內容 {#not-here}\n\n<!-- insert: errata -->\n\n- 沒有日期。\n  也沒有網址。\n- https://example.org/\n",
    "en": "\n## What is not here {#not-here}\n\n<!-- insert: errata -->\n\n- There is no date.\n  Nor a web address.\n- https://example.org/\n",
}


def with_prose(**more: str) -> Files:
    """The example with prose of our own below its index."""
    added = {lang: f"docs/{lang}/{EVENT}/index.md" for lang in ("zh", "en")}
    return {**example(), **{path: example()[path] + f"{PROSE[lang]}{more.get(lang, '')}".encode() for lang, path in added.items()}}


def test_a_line_of_prose_keeps_the_mark_of_its_item() -> None:
    text = handed(with_prose(), EVENT, "a.xlf").decode("utf-8")
    of = {address: pair for address, pair in found(with_prose(), EVENT).items() if pair.part == "prose"}

    taken = imported(text.replace("<target>There is no date.</target>", "<target>There is no day.</target>"), of=with_prose())

    assert {address: (pair.zh, pair.head) for address, pair in of.items()} == {
        "index.not-here.1": ("沒有日期。", "- "),
        "index.not-here.2": ("也沒有網址。", "  "),
    }
    assert b"\n- There is no day.\n  Nor a web address.\n" in taken.files[f"docs/en/{EVENT}/index.md"]


@pytest.mark.parametrize(
    ("zh", "en", "edited", "why"),
    [
        ("兩位沒有發言。", "Two do not speak.", "Two do speak.", "a word such as “not” came or went"),
        ("也沒有出處。", "Nor a source.", "And a source.", "a word such as “not” came or went"),
        ("三位發言。", "Three speak.", "Three don't speak.", "a word such as “not” came or went"),
        ("共兩位發言。", "The two speak.", "The few speak.", "2 is missing, which both languages had"),
        ("共五位發言。", "In all, five speak.", "In all, four speak.", "4 appears in one language only"),
        ("計劃自2029年至2031年。", "It is for 2029 to 2031.", "It is for 2031 to 2029.", "the ends of 2029–2031 are exchanged"),
        ("由3萬人次增加到5萬人次。", "From 30,000 visits to 50,000.", "From 50,000 visits to 30,000.", "the ends of 30000–50000 are"),
        ("介於3至5列。", "Between 3 and 5 trams.", "Between 5 and 3 trams.", "the ends of 3–5 are exchanged"),
    ],
)
def test_a_number_or_negation_of_prose_that_breaks_is_refused(zh: str, en: str, edited: str, why: str) -> None:
    of = with_prose(zh=f"- {zh}\n", en=f"- {en}\n")
    text = handed(of, EVENT, "a.xlf").decode("utf-8")
    assert text.count(f">{en}<") == 1

    with pytest.raises(NoHandover, match=rf"back.xlf:\d+: index.not-here.4: {why}"):
        imported(text.replace(f">{en}<", f">{edited}<"), of=of)


@pytest.mark.parametrize(
    ("zh", "en", "edited"),
    [
        ("共兩位發言。", "The two speak.", "Both speak."),
        ("達到9萬元，增長8%。", "It grew 8% to 90,000 yuan.", "It rose by 8% to 90,000 yuan."),
        ("沒有日期，也沒有網址。", "There is no date or web address.", "There is no date and no web address."),
        ("由3列到5列，再由5列到3列。", "From 3 to 5, then 5 to 3.", "From 3 to 5, and then from 5 to 3."),
        ("一位發言。", "One speaks.", "An official speaks."),
    ],
)
def test_prose_that_says_the_same_in_other_words_is_taken(zh: str, en: str, edited: str) -> None:
    of = with_prose(zh=f"- {zh}\n", en=f"- {en}\n")

    taken = imported(handed(of, EVENT, "a.xlf").decode("utf-8").replace(f">{en}<", f">{edited}<"), of=of)

    assert f"\n- {edited}\n".encode() in taken.files[f"docs/en/{EVENT}/index.md"]


def test_prose_without_its_twin_is_left_out() -> None:
    longer, parted = with_prose(en="- One more.\n"), with_prose(zh="\n## 再一節 {#more}\n")

    assert "index.not-here" in found(longer, EVENT)
    assert "index.not-here.1" not in found(longer, EVENT)
    assert "index.not-here" not in found(parted, EVENT)
    assert "index:title" in found(parted, EVENT)


def test_the_titles_of_an_event_go_out_and_come_back_in_their_place() -> None:
    path = f"data/{EVENT}/event.yml"
    of = found(example(), EVENT)
    short = of["event.yml:short"]

    assert (short.zh, short.en, short.part, short.path, short.number) == ("海濱電車", "Seaside Line", "title", path, 2)
    assert of["event.yml:title"].en == "Press briefing on the Seaside Line and the library"
    text = re.sub(r'(<unit id="event.yml:short".*?<target>)Seaside Line', r"\1Line “A”: by the sea", exported(), count=1, flags=re.S)
    taken = imported(text)
    before, after = example()[path].decode("utf-8").split("\n"), taken.files[path].decode("utf-8").split("\n")
    assert [(old, new) for old, new in zip(before, after, strict=True) if old != new] == [
        ("short: {zh: 海濱電車, en: Seaside Line}", 'short: {zh: 海濱電車, en: "Line “A”: by the sea"}'),
    ]
    assert found({**example(), path: taken.files[path]}, EVENT)["event.yml:short"].en == "Line “A”: by the sea"
    parted = {**example(), path: example()[path].replace(b"en: Seaside Line}", b"en: Seaside\n  Line}")}
    assert "event.yml:short" not in found(parted, EVENT)


def test_an_open_title_and_heading_are_closed_by_their_translation() -> None:
    text = example()[FARES].decode("utf-8").replace("Chen Haizhou: the", "TODO Chen Haizhou: the").replace("## Second: fares", "## TODO")
    opened = {**example(), FARES: text.encode("utf-8")}
    assert [(address, pair.en) for address, pair in found(opened, EVENT).items() if pair.opened] == [
        ("chen-haizhou:title", "Chen Haizhou: the Seaside Line"),
        ("chen-haizhou.q1-a2", ""),
    ]
    file = handed(opened, EVENT, "a.xlf").decode("utf-8")
    assert dict(imported(file, of=opened).files) == {}

    translated = file.replace("Chen Haizhou: the Seaside Line<", "Chen Haizhou: the tram<")
    translated = translated.replace("<source>二、票價</source>", "<source>二、票價</source><target>Second: fares</target>")
    taken = imported(translated, of=opened)

    lines = taken.files[FARES].decode("utf-8").split("\n")
    assert {'title: "Chen Haizhou: the tram"', "# Chen Haizhou: the tram", "## Second: fares {#q1-a2}"} <= {*lines}


def test_what_is_open_in_chinese_is_not_for_translators() -> None:
    path = f"docs/zh/{EVENT}/chen-haizhou.md"
    opened = {**example(), path: example()[path].replace("## 二、票價".encode(), "## TODO 票價".encode())}

    assert "chen-haizhou.q1-a2" not in found(opened, EVENT)


def test_a_review_of_a_heading_is_no_seal() -> None:
    taken = imported(with_state("chen-haizhou.q1-a2", "reviewed"))

    assert (dict(taken.files), taken.report) == ({}, ["lines changed: 0"])
    assert imported(with_state("chen-haizhou.q1-a2", "final")).report == ["lines changed: 0"]


def test_an_edited_line_comes_back_at_its_own_address_and_loses_its_seal() -> None:
    taken = imported(replaced("Second, we will explore tram fare discounts.", "Second, we will explore discounts on tram fares."))

    old, new = (of[FARES].decode("utf-8").split("\n") for of in (example(), taken.files))
    assert list(taken.files) == [FARES]
    assert [(before, after) for before, after in zip(old, new, strict=True) if before != after] == [
        ("Second, we will explore tram fare discounts.", "Second, we will explore discounts on tram fares.")
    ]
    assert taken.report[0].splitlines()[1:] == [
        "  - Second, we will explore tram fare discounts.",
        "  + Second, we will explore discounts on tram fares.",
    ]
    assert taken.report[1:3] == (["lines changed: 1", "final, to be sealed with `./run seal`, which shows both lines of each: q1-a2-1"])
    assert found({**example(), **taken.files}, EVENT)["q1-a2-1"].state == "translated"


def test_the_label_at_the_head_of_a_line_is_kept() -> None:
    taken = imported(replaced("Thank you for the question.", "Thank you for your question."))

    assert b"\n**Chen Haizhou:** Thank you for your question.\n" in taken.files[FARES]


def test_what_else_the_check_reports_is_named() -> None:
    taken = imported(replaced("Second, we will explore tram fare discounts.", "Second, we will explore fare discounts."))

    assert "to be corrected now:" in taken.report
    assert " G3 " in "\n".join(taken.report)


def test_an_open_line_that_was_translated_is_closed() -> None:
    address = next(pair.address for pair in found(library(), LIBRARY).values() if pair.zh == "云岭县图书馆发布会")
    text = exported(LIBRARY).replace(
        "<source>云岭县图书馆发布会</source>", "<source>云岭县图书馆发布会</source><target>Briefing on the libraries of Yunling</target>"
    )

    taken = imported(text, LIBRARY)

    pair = found({**library(), **taken.files}, LIBRARY)[address]
    assert (pair.en, pair.state) == ("Briefing on the libraries of Yunling", "translated")


def proposing() -> Files:
    """The example with one English line as a proposal."""
    return {**example(), FARES: example()[FARES].replace(LINE.encode(), b"TODO " + LINE.encode())}


@pytest.mark.parametrize(
    ("state", "en", "line"),
    [
        ("initial", LINE, f"TODO {LINE}"),
        ("initial", "", f"TODO {LINE}"),
        ("initial", "Second, we will explore discounts on tram fares.", "Second, we will explore discounts on tram fares."),
        ("translated", LINE, LINE),
        ("needs-care", LINE, f"TODO {LINE}"),
    ],
)
def test_a_proposal_is_taken_over_where_it_was_edited_or_is_said_to_be_translated(state: str, en: str, line: str) -> None:
    text = handed(proposing(), EVENT, "a.xlf").decode("utf-8")
    assert text.count(LINE) == 1

    taken = imported(text.replace(LINE, en).replace('state="initial"', f'state="{state}"'), of=proposing())

    assert f"\n{line}\n".encode() in {**proposing(), **taken.files}[FARES]


def unsealed() -> Files:
    return {**example(), SEALS: re.sub(rb"q1-a2-1 .*\n", b"", example()[SEALS])}


@pytest.mark.parametrize("state", ["reviewed", "final"])
def test_a_review_is_recorded_with_who_and_when_and_nothing_is_sealed(state: str) -> None:
    text = with_state("q1-a2-1", state) if state != "final" else exported()

    taken = imported(text, by="Second Reader", of=unsealed())

    seals = taken.files[SEALS].decode("utf-8")
    assert re.search(r"^q1-a2-1 reviewed:[0-9a-f]{16} 2031-03-05 Second Reader$", seals, re.M)
    assert "reviewed by Second Reader: q1-a2-1" in taken.report
    assert len(seals.splitlines()) == len(example()[SEALS].splitlines())
    pair = found({**unsealed(), **taken.files}, EVENT)["q1-a2-1"]
    assert pair.state == "reviewed"
    again = imported(handed({**unsealed(), **taken.files}, EVENT, "a.xlf").decode(), of={**unsealed(), **taken.files})
    assert dict(again.files) == {}


def test_the_review_of_an_edited_line_is_recorded_where_the_translator_raised_its_state() -> None:
    text = with_state("q1-a2-1", "reviewed").replace(LINE, "Second, we will explore discounts on tram fares.")

    taken = imported(text, by="Second Reader")

    assert found({**example(), **taken.files}, EVENT)["q1-a2-1"].state == "reviewed"


@pytest.mark.parametrize("by", ["", " ", "\n\t"])
def test_who_reviewed_must_be_said(by: str) -> None:
    with pytest.raises(NoHandover, match="1 lines came back as reviewed; say who compared them: --by NAME"):
        imported(exported(), of=unsealed(), by=by)


def test_who_reviewed_is_recorded_in_one_line() -> None:
    taken = imported(exported(), by=" Second\nReader ", of=unsealed())

    assert taken.files[SEALS].decode("utf-8").count(f" {DAY} Second Reader\n") == 1
    assert "reviewed by Second Reader: q1-a2-1" in taken.report


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (
            ("二是探索電車票價優惠。", "二是探索票價優惠。"),
            r"back.xlf:\d+: q1-a2-1: the Chinese was changed, which is as received: '二是探索票價優惠。'",
        ),
        ((LINE, "Second,\nwe will explore tram fare discounts."), r"q1-a2-1: the English has several lines"),
        ((LINE, "<pc id='1'>Second</pc>, we will explore tram fare discounts."), r"q1-a2-1: there is markup in the text"),
        (
            (f"<target>{LINE}</target>", f"<target>{LINE}</target><target>{LINE}</target>"),
            r"back.xlf:\d+: q1-a2-1: there are several texts in one language",
        ),
        (
            (f"<target>{LINE}</target>\n      </segment>", f"<target>{LINE}</target></segment><ignorable><source>。</source></ignorable>"),
            r"back.xlf:\d+: q1-a2-1: there are several texts in one language",
        ),
        ((LINE, ""), r"q1-a2-1: the English line is empty; it was 'Second, we"),
        ((LINE, "**Chen Haizhou:** " + LINE), r"q1-a2-1: a line begins with its sentence"),
        ((LINE, "TODO " + LINE), r"q1-a2-1: a line begins with its sentence"),
        (
            (LINE, "Second, we will explore 20 tram fare discounts."),
            r"back.xlf:\d+: q1-a2-1: '20' appears in the other language but not here",
        ),
        ((LINE, "Second, we will explore `tram` fare discounts."), r"the mark '`' in a sentence"),
        (("<source>二、票價</source>", "<source>二、票價優惠</source>"), r"back.xlf:\d+: chen-haizhou.q1-a2: the Chinese was changed"),
        (("<target>Second: fares</target>", "<target/>"), r"chen-haizhou.q1-a2: the English line is empty"),
        (("<target>Second: fares</target>", "<target>Second: 20 fares</target>"), r"chen-haizhou.q1-a2: 20 appears in one language only"),
        (
            ("<target>Second: fares</target>", "<target>Fares {#q1-a2} {#x}</target>"),
            r"back.xlf:\d+: chen-haizhou.q1-a2: a heading holds no",
        ),
        (("<target>Brief</target>", '<target>"Brief</target>'), r"back.xlf:\d+: title holds '\"'"),
        (("about 9 projects", "about 8 projects"), r"q1-a1-2: '[89]' appears"),
        (("we will carry out about 9", "we will [72031] carry out about 9"), r"q1-a1-2: \[72031\] does not agree"),
        (("launched the three-year", "launched the four-year"), r"q1-a0-2: 4 appears in one language only"),
        (("launched the three-year", "launched the multi-year"), r"q1-a0-2: 3 is missing, which both languages had"),
        (("add 3–5 trams", "add 5–3 trams"), r"q1-a1-3: '3–5' appears in the other language but not here"),
        (("Town (2029–2031)", "Town (2031–2029)"), r"lead-1: '2029–2031' appears in the other language but not here"),
        (('id="q1-a2-1"', 'id="q1-a2-9"'), r"(?s)q1-a2-9: there is no such line.*back.xlf: q1-a2-1: the line is missing: '二是"),
        (('id="q1-a2-1"', 'id="q1-a1-1"'), r"q1-a1-1: there is no such line, or it comes a second time"),
    ],
)
def test_what_would_break_a_line_is_refused_with_the_line(edit: tuple[str, str], why: str) -> None:
    with pytest.raises(NoHandover, match=why) as refused:
        imported(replaced(*edit))

    assert re.search(r"\d refused; nothing was changed", str(refused.value))


def test_a_name_that_is_lost_is_refused() -> None:
    with pytest.raises(NoHandover, match=r"the name 'Chen Haizhou' \(陳海舟\) is missing"):
        imported(replaced("Chen Haizhou, Deputy Director, Chaoyin", "Deputy Director, Chaoyin"))


def test_a_name_that_is_still_open_in_english_is_not_missed() -> None:
    people = f"data/{LIBRARY}/people.yml"
    of = {**library(), people: library()[people].replace("{zh: 雲嶺日報, en: TODO}".encode(), "{zh: 图书馆, en: TODO}".encode())}
    source = "<source>云岭县图书馆发布会</source>"

    taken = imported(exported(LIBRARY).replace(source, f"{source}<target>Briefing of Yunling</target>"), LIBRARY, of=of)

    assert b"Briefing of Yunling" in b"".join(taken.files.values())


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"", "a.tmx", "comes back as XLIFF"),
        (b"no xml", "a.xlf", "this is no file of XLIFF 2.0"),
        (b"", "a.xlf", "this is no file of XLIFF 2.0"),
        (b"<a/>", "a.xlf", "this is no file of XLIFF 2.0: its first element is another one\n    fix: export the event again"),
        (exported().encode()[:-100], "a.xlf", "this is no file of XLIFF 2.0: .*, line"),
        (handed(example(), EVENT, "a.tmx"), "a.xlf", "this is no file of XLIFF 2.0"),
        (with_entities('<!ENTITY e "fares">'), "a.xlf", r"a.xlf:\d+: q1-a2-1: there is markup in the text"),
        (with_entities('<!ENTITY e SYSTEM "file:///">'), "a.xlf", r"a.xlf:\d+: q1-a2-1: there is markup in the text"),
        (b'<xliff version="1.2"/>', "a.xlf", "this is no file of XLIFF 2.0"),
        (replaced('trgLang="en"', 'trgLang="de"').encode(), "a.xlf", r"a.xlf:\d+: trgLang is 'de', not 'en'"),
        (replaced('srcLang="zh-Hant"', 'srcLang="ja"').encode(), "a.xlf", r"a.xlf:\d+: srcLang is 'ja', not 'zh"),
        (exported().replace('<file id="tram-2031">', '<file id="other">').encode(), "a.xlf", "the file is of other, not of tram-2031"),
    ],
)
def test_what_is_no_translation_of_the_event_is_refused(content: bytes, name: str, why: str) -> None:
    with pytest.raises(NoHandover, match=why):
        translation(content, name, EVENT, example(), DAY)


def test_a_program_may_state_the_languages_less_or_more_exactly() -> None:
    text = replaced('srcLang="zh-Hant" trgLang="en"', 'srcLang="zh-TW" trgLang="en-GB"')

    assert imported(text).report == ["lines changed: 0"]


def test_nothing_is_handed_over_of_a_project_that_cannot_be_read_or_of_no_event() -> None:
    unreadable = {path: content for path, content in example().items() if path != "data/vocabulary.yml"}
    for of, event, name, why in (
        (unreadable, EVENT, "a.xlf", "F2 the file is missing"),
        (example(), "port-2033", "a.xlf", "there is no event 'port-2033'; data/ has: tram-2031"),
        (example(), EVENT, "a.docx", "a file for a translator ends in .xlf or .xliff"),
    ):
        with pytest.raises(BuildError, match=why):
            handed(of, event, name)
    with pytest.raises(BuildError, match="F2 the file is missing"):
        imported(exported(), of=unreadable)


def test_the_memory_holds_the_pairs_that_are_translated() -> None:
    root = etree.fromstring(handed(bilingual(HARBOR), HARBOR, "harbor.tmx"))
    closed = [pair for pair in found(bilingual(HARBOR), HARBOR).values() if not pair.opened]

    assert [[seg.text for seg in unit.iter("seg")] for unit in root.iter("tu")] == [[pair.zh, pair.en] for pair in closed]
    parts = {"title", "description", "heading"}
    assert {note.text.partition(": ")[2] for note in root.iter("note")} == {"not sealed", *parts}
    assert LINE not in handed(proposing(), EVENT, "tram.tmx").decode("utf-8")
    sealed = etree.fromstring(handed(example(), EVENT, "tram.tmx"))
    assert {note.text.partition(": ")[2] for note in sealed.iter("note")} == {"sealed", *parts}
    assert "*" not in "".join(sealed.itertext())


@pytest.mark.parametrize("tag", ["zh-Hant", "zh-Hans"])
def test_the_head_of_the_memory_states_the_characters_received(tag: str) -> None:
    header = etree.fromstring(tmx(found(example(), EVENT).values(), tag)).find("header")

    assert header is not None
    assert header.get("srclang") == tag


def test_the_memory_holds_signs_of_the_text_as_they_are_read() -> None:
    pair = next(pair for pair in found(example(), EVENT).values() if pair.address == "q1-a2-1")

    root = etree.fromstring(
        tmx([replace(pair, zh=r"長\*寬=3\*4，*不*變", en=r"length \* width = 3\*4, \[un\]changed, *not* more")], "zh-Hant")
    )

    assert [seg.text for seg in root.iter("seg")] == ["長*寬=3*4，不變", "length * width = 3*4, [un]changed, not more"]


def test_in_the_memory_only_what_was_said_is_in_the_characters_received() -> None:
    event = f"data/{EVENT}/event.yml"
    simplified = {**example(), event: example()[event] + b"script: simplified\n"}
    root = etree.fromstring(handed(simplified, EVENT, "tram.tmx"))
    header = root.find("header")
    assert header is not None
    tags = {
        (note.text.partition(": ")[2] == "sealed", unit.get("srclang", header.get("srclang")), unit.find("tuv").get(f"{XML}lang"))
        for unit in root.iter("tu")
        for note in unit.iter("note")
    }

    assert tags == {(True, "zh-Hans", "zh-Hans"), (False, "zh-Hant", "zh-Hant")}


def test_the_termbase_holds_the_terms_of_the_event() -> None:
    root = etree.fromstring(handed(example(), EVENT, "tram.TBX"))
    entries = {one.get("id"): [term.text for term in one.iter("term")] for one in root.iter("termEntry")}

    assert entries["tram"] == ["電車", "tram"]
    assert "also: " in "".join(root.itertext())
    for entry in root.iter("termEntry"):
        parts = [one.tag for one in entry]
        assert (parts[0], parts[-2:]) == ("descrip", ["langSet", "langSet"])
    assert {one.get("type") for one in root.iter("descrip")} == {"definition"}
