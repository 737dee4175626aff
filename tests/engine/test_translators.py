"""An event in translators' programs: what is handed over, what comes back, and what is refused."""

from __future__ import annotations

import re
from functools import cache

import pytest
from lxml import etree

from verbatim.handover.pairs import NoHandover, Pair, pairs
from verbatim.handover.taken import Taken
from verbatim.handover.translation import translation
from verbatim.handover.translators import handed
from verbatim.model.faults import Faults
from verbatim.read.corpus import load
from verbatim.read.files import Files

from .example import EVENT, example, several
from .test_draft import HARBOR, LIBRARY, bilingual, library

DAY = "2031-03-05"
FARES = f"docs/en/{EVENT}/chen-haizhou.md"
SEALS = f"data/{EVENT}/seals.txt"
LINE = "Second, we will explore tram fare discounts."
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


def found(of: Files, event: str) -> dict[str, Pair]:
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
    assert [unit.get("id") for unit in units] == list(several().transcripts[EVENT].segments)
    fares = next(unit for unit in units if unit.get("id") == "q1-a2-1")
    assert [one.tag.removeprefix(XLIFF) for one in fares] == ["notes", "segment"], "the standard wants notes first"
    assert fares.findtext(f".//{XLIFF}note") == "Chen Haizhou"
    assert fares.findtext(f".//{XLIFF}source") == "二是探索電車票價優惠。"
    assert {one.get("state") for one in root.iter(f"{XLIFF}segment")} == {"final"}
    assert "series “Books on the Rails.”" in exported()
    assert "*Three-Year Action Plan" in exported(), "italics are asterisks"


def test_the_states_are_those_of_the_seals_and_of_the_open_points() -> None:
    files_ = {**example(), SEALS: example()[SEALS].replace(b"q1-a2-1 ", b"q1-a2-1 reviewed:").replace(b"q2-1 ", b"q2-1 0")}

    assert found(files_, EVENT)["q1-a2-1"].state == "reviewed"
    assert found(files_, EVENT)["q2-1"].state == "translated"
    assert found(files_, EVENT)["q2-a1-1"].state == "final"
    assert {pair.state for pair in found(library(), LIBRARY).values()} == {"initial"}
    assert {pair.state for pair in found(bilingual(HARBOR), HARBOR).values()} == {"translated"}
    assert found(proposing(), EVENT)["q1-a2-1"].state == "initial"


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
    assert len(seals.splitlines()) == len(example()[SEALS].splitlines())
    pair = found({**unsealed(), **taken.files}, EVENT)["q1-a2-1"]
    assert pair.state == "reviewed"
    again = imported(handed({**unsealed(), **taken.files}, EVENT, "a.xlf").decode(), of={**unsealed(), **taken.files})
    assert dict(again.files) == {}


def test_the_review_of_an_edited_line_is_recorded_where_the_translator_raised_its_state() -> None:
    text = with_state("q1-a2-1", "reviewed").replace(LINE, "Second, we will explore discounts on tram fares.")

    taken = imported(text, by="Second Reader")

    assert found({**example(), **taken.files}, EVENT)["q1-a2-1"].state == "reviewed"


def test_who_reviewed_must_be_said() -> None:
    with pytest.raises(NoHandover, match="1 lines came back as reviewed; say who compared them: --by NAME"):
        imported(exported(), of=unsealed())


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (
            ("二是探索電車票價優惠。", "二是探索票價優惠。"),
            r"back.xlf:\d+: q1-a2-1: the Chinese was changed, which is as received: '二是探索票價優惠。'",
        ),
        ((LINE, "Second,\nwe will explore tram fare discounts."), r"q1-a2-1: the English has several lines"),
        ((LINE, "<pc id='1'>Second</pc>, we will explore tram fare discounts."), r"q1-a2-1: there is markup in the text"),
        ((LINE, ""), r"q1-a2-1: the English line is empty; it was 'Second, we"),
        ((LINE, "**Chen Haizhou:** " + LINE), r"q1-a2-1: a line begins with its sentence"),
        ((LINE, "TODO " + LINE), r"q1-a2-1: a line begins with its sentence"),
        (
            (LINE, "Second, we will explore 20 tram fare discounts."),
            r"back.xlf:\d+: q1-a2-1: '20' appears in the other language but not here",
        ),
        ((LINE, "Second, we will explore `tram` fare discounts."), r"the mark '`' in a sentence"),
        (("about 9 projects", "about 8 projects"), r"q1-a1-2: '[89]' appears"),
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


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"", "a.tmx", "comes back as XLIFF"),
        (b"no xml", "a.xlf", "this is no file of XLIFF 2.0"),
        (b'<xliff version="1.2"/>', "a.xlf", "this is no file of XLIFF 2.0"),
        (exported().replace('<file id="tram-2031">', '<file id="other">').encode(), "a.xlf", "the file is of other, not of tram-2031"),
    ],
)
def test_what_is_no_translation_of_the_event_is_refused(content: bytes, name: str, why: str) -> None:
    with pytest.raises(NoHandover, match=why):
        translation(content, name, EVENT, example(), DAY)


def test_nothing_is_handed_over_of_a_project_that_cannot_be_read_or_of_no_event() -> None:
    unreadable = {path: content for path, content in example().items() if path != "data/vocabulary.yml"}
    for of, event, name, why in (
        (unreadable, EVENT, "a.xlf", "F2 the file is missing"),
        (example(), "port-2033", "a.xlf", "there is no event 'port-2033'; data/ has: tram-2031"),
        (example(), EVENT, "a.docx", "a file for a translator ends in .xlf or .xliff"),
    ):
        with pytest.raises(NoHandover, match=why):
            handed(of, event, name)
    with pytest.raises(NoHandover, match="F2 the file is missing"):
        imported(exported(), of=unreadable)


def test_the_memory_holds_the_pairs_that_are_translated() -> None:
    root = etree.fromstring(handed(bilingual(HARBOR), HARBOR, "harbor.tmx"))
    closed = [pair for pair in found(bilingual(HARBOR), HARBOR).values() if not pair.opened]

    assert [[seg.text for seg in unit.iter("seg")] for unit in root.iter("tu")] == [[pair.zh, pair.en] for pair in closed]
    assert {note.text.partition(": ")[2] for note in root.iter("note")} == {"not sealed"}
    assert LINE not in handed(proposing(), EVENT, "tram.tmx").decode("utf-8")
    sealed = etree.fromstring(handed(example(), EVENT, "tram.tmx"))
    assert {note.text.partition(": ")[2] for note in sealed.iter("note")} == {"sealed"}
    assert "*" not in "".join(sealed.itertext())


def test_the_termbase_holds_the_terms_of_the_event() -> None:
    root = etree.fromstring(handed(example(), EVENT, "tram.TBX"))
    entries = {one.get("id"): [term.text for term in one.iter("term")] for one in root.iter("termEntry")}

    assert entries["tram"] == ["電車", "tram"]
    assert "also: " in "".join(root.itertext())
    for entry in root.iter("termEntry"):
        parts = [one.tag for one in entry]
        assert (parts[0], parts[-2:]) == ("descrip", ["langSet", "langSet"])
    assert {one.get("type") for one in root.iter("descrip")} == {"definition"}
