"""What is filled in for the open points of a draft, once it is translated or more is decided."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from specimens import specimens
from verbatim.draft.english_times import time_words
from verbatim.draft.fill import filled
from verbatim.draft.new import Request, draft
from verbatim.model import Deadline, Time, Where
from verbatim.model.base import Pair
from verbatim.model.faults import BuildError, Faults
from verbatim.read.corpus import Transcript
from verbatim.read.files import Files
from verbatim.read.load import load
from verbatim.text.quantities import quantities

from .example import corpus, example

EVENT = "port-2033"
HERE = Where("", 0)
TARGETS, PEOPLE, INFO = (f"data/{EVENT}/{name}.yml" for name in ("targets", "people", "event"))


def made(zh: str, en: str = "", title: tuple[str, str] = ("港口說明會", "Briefing on the port")) -> Files:
    """The example with the draft of an event, of lines in Chinese and, if they are translated, in English."""
    english = ("english.txt", en.encode()) if en else None
    request = Request(EVENT, "source.txt", zh.encode(), title=title, day="2033-04-05", english=english)
    files = draft(request, example())
    return {**example(), **{path: one if isinstance(one, bytes) else one.encode() for path, one in files.items()}}


def read(files: Files) -> Transcript:
    found = load(files, Faults())
    assert found is not None
    return found.transcripts[EVENT]


def translated(zh: str, en: str) -> Transcript:
    """What a draft becomes whose one sentence of an official is translated."""
    draft = made(f"島報記者:你好!\n田野:{zh}", f"Isle Paper reporter: Good day!\nTian Ye: {en}")
    page = f"docs/en/{EVENT}/briefing.md"
    draft = {**draft, page: draft[page].replace(b":** TODO ", b":** ")}  # an aligned line that is doubtful
    return read({**draft, **filled(EVENT, draft).files})


def with_lines(files: Files, path: str, *edits: tuple[str, str]) -> Files:
    """The files with parts of one replaced, each where it is for the first time."""
    text = files[path].decode()
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    return {**files, path: text.encode()}


@pytest.mark.parametrize(
    ("zh", "en", "quotations"),
    [
        ("今年將建學校3所。", "This year, we will build 3 schools.", ["This year, we will build 3 schools"]),
            ("船由32艘減到25艘以內，並增設碼頭12座。", "We will cut the boats from 32 boats to no more than 25 boats and add 12 piers.", [
                "We will cut the boats from 32 boats to no more than 25 boats",
                "We will cut the boats from 32 boats to no more than 25 boats",
                "add 12 piers"]),
            ("（一）今年將建學校3所。", "(1) This year, we will build 3 schools.", ["This year, we will build 3 schools"]),
        ("我們將建學校3所。", "As you know, we will build 3 schools.", ["we will build 3 schools"]),
        (
            "全鎮有商店20家,比前年增加15.2%。",
            "The town has 20 shops, 15.2% more than the year before.",
            ["The town has 20 shops", "15.2% more than the year before"],
        ),
        ("全鎮有1,000人。", "The town has a population of 1,000.", ["The town has a population of 1,000"]),
        ("去年有1萬2,000人。", "Last year there were 12,000 people.", ["Last year there were 12,000 people"]),
        ("去年有3所學校和5家醫院。", "Last year there were 3 schools and 5 hospitals.", ["Last year there were 3 schools", "5 hospitals"]),
        ("將建至少3所學校,其中3所在山上。", "We will build at least 3 schools, and 3 of them will be up on the hill.", [
            "We will build at least 3 schools", "3 of them will be up on the hill"]),
        ("我們將探索舊碼頭再利用,並新增碼頭2座。", "We will explore new uses for the old piers and add 2 piers.", [
            "explore new uses for the old piers", "add 2 piers"]),
        ("支持“一校,一廚”計劃。", "We will support the “one school, one kitchen” plan.", ["support the “one school, one kitchen” plan"]),
        ("碼頭絕對不會加稅,請大家放心。", "Rest assured, all of you, taxes on piers will not rise.", ["taxes on piers will not rise"]),
        ("支持碼頭更新。", "As to the piers, we renew them, gladly.", ["As to the piers, we renew them, gladly"]),
        ("一、今年將建學校3所。", "1. This year, we will build 3 schools.", ["This year, we will build 3 schools"]),
            ("碼頭查實後一律限期修復,期限不超過9天。", "The pier will, once this is verified, be repaired within at most 9 days.", [
                "The pier will, once this is verified, be repaired within at most 9 days"] * 2),
        ("三分之一的商店關門。", "One third of the shops are closed.", ["One third of the shops are closed"]),
        ("票價降了六成。", "Fares fell by 60 percent.", ["Fares fell by 60 percent"]),
        ("乘客突破3100万。", "Passengers exceeded 31 million.", ["Passengers exceeded 31 million"]),
        ("票價三年不漲,碼頭建3座。", "For three years fares will stay, and 3 piers will be built.", ["3 piers will be built"]),
        ("將開設學校3所,每年招200人。", "We will open 3 schools and kindergartens on the hill and enroll 200 people each year.", [
            "We will open 3 schools and kindergartens on the hill", "enroll 200 people each year"]),
        ("碼頭很新,有3座,預期2036年開放。", "The piers are new; there are 3 piers and are to open in June 2036.", ["there are 3 piers"]),
        ("至少新增床位500張、護理員200名。", "We will add at least 500 beds and 200 nurses.", [
            "We will add at least 500 beds", "We will add at least 500 beds and 200 nurses"]),
        ("我們有學校3所。", "We have schools (3 of them). They are new.", ["We have schools (3 of them)"]),
        ("船班由52條擴大到60條。", "The ferries and boats will rise from 52 to 60.", ["The ferries and boats will rise from 52 to 60"] * 2),
        ("有船員4名,補助翻一番。", "There are 4 sailors, and the pay is doubled.", ["There are 4 sailors", "the pay is doubled"]),
    ],
)  # fmt: skip
def test_the_english_words_of_an_entry_are_those_of_its_clause(zh: str, en: str, quotations: list[str]) -> None:
    event = translated(zh, en)

    assert [entry.quote.en.removeprefix("TODO ") for entry in event.entries] == quotations


def test_a_number_alone_in_a_cell_is_quoted_from_the_cell_in_its_place() -> None:
    table = "碼頭\t補助\t船票\n東港\t92%\t95%\n西港\t88%\t88%\n南港\t80%\t8%"
    draft = made(f"島報記者:你好!\n田野:請看表:\n{table}\n以上。")
    page = f"docs/en/{EVENT}/briefing.md"
    lines = (
        ("|TODO|TODO|TODO\n|---", "|Pier|Subsidy|Fares\n|---"),
        ("|TODO|TODO|TODO", "|East|92%|95%"),
        ("|TODO|TODO|TODO", "|West|88%|88%"),
    )
    draft = with_lines(draft, page, *lines, ("|TODO|TODO|TODO", "|South|81%|8%"))

    event = read({**draft, **filled(EVENT, draft).files})

    found = {(row.quote.zh, row.quote.en) for row in event.entries}
    assert found >= {("92%", "92%"), ("95%", "95%"), ("8%", "8%")}
    assert found <= {("92%", "92%"), ("95%", "95%"), ("8%", "8%"), ("80%", "TODO 81%"), ("88%", "TODO"), ("88%", "TODO 88%")}


def test_a_number_with_its_unit_alone_in_a_cell_needs_no_other_words() -> None:
    draft = made("島報記者:你好!\n田野:請看表:\n航線\t長度\n東線\t24.5公里\n西線\t18公里\n以上。")
    page = f"docs/en/{EVENT}/briefing.md"
    lines = (("|TODO|TODO\n|---", "|Line|Length\n|---"), ("|TODO|TODO", "|East|24.5 kilometers"), ("|TODO|TODO", "|West|18 kilometers"))
    draft = with_lines(draft, page, *lines)

    event = read({**draft, **filled(EVENT, draft).files})

    assert [row.quote.en for row in event.entries] == ["24.5 kilometers", "18 kilometers"]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("以新臺幣計,中央補助大約21億元。", "the central government pays about NT$ 2.1 billion"),
        ("以新臺幣計,經費是7億元以上。", "the funds are NT$ 700 million or more"),
        ("以新臺幣計,最高可處6,000元罰鍰。", "people can be fined up to NT$ 6,000"),
        ("我們將舉辦訓練4,000小時以上。", "We will hold 4,000 hours or more of training"),
    ],
)
def test_a_number_is_read_with_its_operator_over_what_it_counts(zh: str, en: str) -> None:
    assert [entry.quote.en for entry in translated(zh, f"{en}.").entries] == [en]


@pytest.mark.parametrize(
    ("zh", "en", "listed"),
    [
        (
            "今年將建設有餐廳、書店的碼頭3座。",
            "This year, we will build 3 piers with canteens, shops and gardens, and they are large.",
            True,
        ),
        ("今年將建設有餐廳、書店的碼頭3座。", "This year, we will build 3 piers with canteens, and shops will follow.", False),
        ("今年將建設有餐廳、書店的碼頭3座。", "This year, we will build 3 piers with canteens, as planned.", False),
        ("今年將建設有餐廳的碼頭3座。", "This year, we will build 3 piers with canteens, shops and gardens.", False),
    ],
)
def test_a_list_that_begins_in_the_clause_of_a_number_is_quoted_whole(zh: str, en: str, listed: bool) -> None:
    (entry,) = translated(zh, en).entries

    assert entry.quote.en.removeprefix("TODO ").endswith("canteens, shops and gardens" if listed else "canteens")


def test_one_that_is_a_bound_is_nobody() -> None:
    assert not translated("每天至少送信一次。", "Letters are sent at least once a day.").entries[0].quote.en.startswith("TODO")


@pytest.mark.parametrize(
    ("before", "after", "quotation"),
    [
        ("This year, we will build 3 schools.", "This year, the town will build 3 schools.", "the town will build 3 schools"),
        ("This year, we will build 3 schools, as planned.", "This year, 3 schools will be built, as planned.", "3 schools will be built"),
    ],
)
def test_a_quotation_that_the_line_no_longer_has_is_cut_anew(before: str, after: str, quotation: str) -> None:
    page = f"docs/en/{EVENT}/briefing.md"
    draft = made("島報記者:你好!\n田野:今年將建學校3所。", f"Isle Paper reporter: Good day!\nTian Ye: {before}")
    first = {**draft, **filled(EVENT, draft).files}
    (entry,) = read(first).entries
    assert entry.quote.en in before

    found = filled(EVENT, with_lines(first, page, (before, after)))

    (now,) = read({**first, **found.files}).entries
    assert now.quote.en.endswith(quotation)
    assert found.report[-1] == f"cut anew, because the line no longer has what was quoted: {entry.id}"


def test_a_quotation_stays_where_it_is_not_certain_what_takes_its_place() -> None:
    page, was = f"docs/en/{EVENT}/briefing.md", "This year, we will build 3 schools."
    draft = made("島報記者:你好!\n田野:今年將建學校3所。", f"Isle Paper reporter: Good day!\nTian Ye: {was}")
    first = {**draft, **filled(EVENT, draft).files}
    (entry,) = read(first).entries

    for line in ("Schools will be built.", "Some will build 3 schools, others 3 schools.", "TODO"):
        assert TARGETS not in filled(EVENT, with_lines(first, page, (was, line))).files
    assert not entry.quote.en.startswith("TODO")


def test_renminbi_are_yuan_too_in_english() -> None:
    (unit,) = (one for one in specimens().corpus.units.values() if one.id == "yuan")
    found = specimens().corpus.vocabulary

    texts = ("no less than 3,000 yuan", "no less than RMB 3,000", "no less than US$ 3,000")
    stated = [[str(one) for one in quantities(text, "en", unit, found.operators, found.fall)] for text in texts]

    assert stated == [["at_least 3000"], ["at_least 3000"], []]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("支持碼頭更新,不支持公園更新。", "We do not support the renewal of parks, but support the renewal of piers."),
        ("支持碼頭更新。", "We do not support the renewal of piers."),
        ("支持碼頭更新。", "We do not support cars, gladly, as you know, we do piers."),
        ("全鎮有學校3所、醫院3家。", "The town has 3 schools and as many hospitals."),
        ("商店減少3家。", "There are 3 more shops."),
        ("全鎮有學校1所。", "One can say there is a school."),
    ],
)
def test_what_may_be_said_of_something_else_is_only_a_proposal(zh: str, en: str) -> None:
    assert all(entry.quote.en.startswith("TODO") for entry in translated(zh, en).entries)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("今年將建學校3所。", "This year, there will be schools."),
        ("全鎮有學校19所。", "Since Covid-19, the 14th plan and 5G, there are some."),
        ("全鎮有學校3所。", "Within three years, there will be some."),
        ("全鎮有學校3所。", "There are “3, some say, schools."),
        ("支持碼頭更新,也保護老樹。", "As to the piers: yes, gladly, and soon."),
        ("支持碼頭更新。", "- renewal"),
    ],
)
def test_what_no_clause_shows_stays_open(zh: str, en: str) -> None:
    event = translated(zh, en)

    assert {entry.quote.en for entry in event.entries} <= {"TODO"}


def test_a_word_of_strength_shows_the_clause_where_there_are_more_of_them_than_in_chinese() -> None:
    zh = "支持碼頭更新。"
    one, several = "As to the piers, we will, of course, support their renewal.", "We, as before, support piers, and support their renewal."
    events = [translated(zh, en) for en in (one, several)]

    assert [event.entries[0].quote.en for event in events] == ["support their renewal", "TODO support piers"]


def deadline(year: int, since: Time | None = None, **period: Any) -> Deadline:
    return Deadline(HERE, year, **period, words=Pair(HERE, "年", "TODO"), since=since)


@pytest.mark.parametrize(
    ("time", "text", "words", "certain"),
    [
        (deadline(2033), "This year, we will build 3 piers.", "This year", True),
        (deadline(2034, month=3), "By the end of March next year, we will build them.", "By the end of March next year", True),
        (deadline(2036), "By 2036, the county will have 12.", "By 2036", True),
        (deadline(2033), "We will have 12 by the end of this year.", "by the end of this year", True),
        (deadline(2033), "We aim for 12 by the end of the year.", "by the end of the year", True),
        (deadline(2034, half=1), "We will finish in the first half of next year.", "in the first half of next year", True),
        (deadline(2033, quarter=3), "It opens in the third quarter of 2033.", "in the third quarter of 2033", True),
        (deadline(2033, month=12), "We will ask for bids in December.", "in December", True),
        (deadline(2033, month=5), "It opens next month.", "next month", True),
        (deadline(2033, month=9), "It opens in or before September this year.", "in or before September this year", True),
        (deadline(2034, month=1), "Raised from January 1 next year.", "from January 1 next year", True),
        (deadline(2033), "This year we plan it; this year we do it.", "This year", False),
        (deadline(2034), "This year, we will build 3 piers.", "", False),
        (deadline(2033), "We will build 3 piers by June.", "", False),
        (deadline(2033, since=Time(HERE, 2032)), "From 2032 to 2033", "", False),
        (
            deadline(2033, since=Time(HERE, 2033, 6), month=8),
            "We open from June 1 to August 2033, in May.",
            "from June 1 to August 2033",
            True,
        ),
        (deadline(2034, since=Time(HERE, 2033, 11), month=2), "November 2033–February 2034", "November 2033–February 2034", True),
        (deadline(2033, since=Time(HERE, 2033, 6), month=8), "From June to July", "", False),
        (deadline(2036), "From next year to 2036, we will invest.", "to 2036", True),
        (deadline(2036), "It grew compared to 2036.", "", False),
        (deadline(2036), "By the end of the year 2036, it is done.", "By the end of the year 2036", True),
        (deadline(2035), "We will not open it before 2035, but after 2035.", "", False),
        (deadline(2034), "We will open it the year after next year.", "", False),
        (deadline(2034), "In late June, the year after next year, it opens.", "", False),
        (deadline(2033, month=3), "It opened in March last year.", "", False),
        (deadline(2036, month=6), "It opens June–July 2036.", "", False),
        (deadline(2033, month=5), "May Lin may open it.", "", False),
        (deadline(2033), "We planted 2033 trees in Room 2033.", "", False),
    ],
)
def test_the_english_words_of_a_time_are_those_that_state_it(time: Deadline, text: str, words: str, certain: bool) -> None:
    found = time_words(corpus().vocabulary, time, text, datetime.date(2033, 4, 5))

    assert (found.text, found.certain) == (words, certain) if found else words == ""


def test_without_a_known_day_next_year_means_no_year() -> None:
    assert time_words(corpus().vocabulary, deadline(2034), "Next year, we will build it.", None) is None


@pytest.mark.parametrize("written", ["[total, TODO rate]", "[TODO rate] # mine", "[\n    TODO rate]", "\n    - TODO rate"])
def test_scopes_that_a_person_has_touched_stay_as_they_are(written: str) -> None:
    draft = made("島報記者:你好!\n田野:乘客增長15.2%。", "Isle Paper reporter: Good day!\nTian Ye: Passengers are growing by 15.2%.")
    mine = with_lines(draft, TARGETS, ("scope: [rate]", f"scope: {written}"))

    assert filled(EVENT, mine).files.get(TARGETS, mine[TARGETS]).count(b"TODO rate") == (0 if written.endswith("mine") else 1)


@pytest.mark.parametrize(
    ("en", "scope"), [("Passengers are growing by 15.2%.", b"scope: [rate]"), ("Passengers: 15.2%.", b"unit: percent\n  field:")]
)
def test_a_scope_of_the_chinese_stays_if_the_english_says_it_too(en: str, scope: bytes) -> None:
    draft = made("島報記者:你好!\n田野:乘客增長15.2%。")
    page = f"docs/en/{EVENT}/briefing.md"
    assert b"scope: [TODO rate]" in draft[TARGETS]

    assert scope in filled(EVENT, with_lines(draft, page, ("**Tian Ye:** TODO", f"**Tian Ye:** {en}"))).files[TARGETS]


def test_a_draft_proposes_no_scope_whose_word_is_inside_that_of_another_as_the_rules_accept_none() -> None:
    draft = made("島報記者:你好!\n田野:新建省級以上碼頭3個。")

    assert b"scope: [TODO provincial_or_above]" in draft[TARGETS]


@pytest.mark.parametrize(
    ("mine", "report"),
    [
        ("TODO", "filled in: units 1, English quotations 1, words of `what` 1"),
        ("TODO three berths", "filled in: units 1, words of `what` 1"),
    ],
)
def test_what_somebody_else_proposed_is_left_and_said_so(mine: str, report: str) -> None:
    draft = made("島報記者:你好!\n田野:有碼頭3所。")
    written = with_lines(draft, f"docs/en/{EVENT}/briefing.md", ("**Tian Ye:** TODO", "**Tian Ye:** There are 3 piers."))
    written = with_lines(written, TARGETS, ("碼頭3所, en: TODO}", f"碼頭3所, en: {mine}}}"))

    found = filled(EVENT, written)

    assert found.report[0] == report
    assert [line.partition(",")[0] for line in found.report[1:]] == ([] if mine == "TODO" else ["left"])
    assert f"碼頭3所, en: {'There are 3 piers' if mine == 'TODO' else mine}".encode() in found.files.get(TARGETS, written[TARGETS])


def units_of(zh: str, en: str) -> list[tuple[str, tuple[str, ...]]]:
    """The English of the new units of a draft whose one sentence has been translated."""
    draft = made(f"島報記者:你好!\n田野:{zh}")
    page = f"docs/en/{EVENT}/briefing.md"
    files = filled(EVENT, with_lines(draft, page, ("**Tian Ye:** TODO", f"**Tian Ye:** {en}"))).files
    corpus = load({**draft, **files}, Faults())
    assert corpus is not None
    units = corpus.units.values()
    return [(one.name.en, one.en) for one in units if one.where.path == f"data/{EVENT}/units.yml"]


@pytest.mark.parametrize(
    ("zh", "en", "name", "forms"),
    [
        ("將辦活動300餘場。", "We will hold more than 300 cultural and sports events of all kinds.", "TODO events", ("TODO events",)),
        ("將辦活動30場。", "We will hold 30 new events.", "events", ("events",)),
        (
            "有碼頭3所、雪道4所、航線5所。",
            "There are 3 piers, 4 runs and 5 lines.",
            "TODO piers, runs or lines",
            ("TODO piers", "runs", "lines"),
        ),
        ("有車3輛,明年有1輛。", "There are 3 buses, and next year 1 bus.", "buses", ("buses",)),
        ("有船3艘,明年有1艘。", "There are 3 ferries, and next year 1 ferry.", "ferries", ("ferries", "ferry")),
        ("有碼頭3所。", "There are 3 big, old and very fine things.", "TODO", ("TODO",)),
        ("有員工3名。", "It has 3 people who work.", "people", ("people",)),
        ("有碼頭3所。", "There are 3 piers, and 3 runs.", "TODO", ("TODO",)),
    ],
)
def test_a_unit_has_the_english_that_is_behind_its_numbers(zh: str, en: str, name: str, forms: tuple[str, ...]) -> None:
    assert (name, forms) in units_of(zh, en)


def test_a_unit_without_a_number_in_the_translation_stays_open() -> None:
    assert units_of("有碼頭3所。", "There are piers.") == [("TODO", ("TODO",))]
    assert units_of("有碼頭3所。", "TODO There are 3 piers.") == [("TODO", ("TODO",))]


def test_a_title_of_several_lines_and_a_heading_with_an_id_are_left_to_a_person() -> None:
    page = f"docs/en/{EVENT}/briefing.md"
    draft = made(SPEECHES, title=("", ""))
    lines = with_lines(draft, INFO, ("en: TODO}", 'en: "Briefing\\non the port"}'))
    assert filled(EVENT, lines).report == ["filled in: nothing"]

    titled = with_lines(draft, INFO, ("en: TODO}", "en: Briefing on the port}"))
    own = with_lines(
        titled, page, ("# TODO Statements and questions", "# TODO Statements {#top}"), ('description: "TODO"', 'description: "TODO mine"')
    )
    after = filled(EVENT, own).files[page]
    assert b"# TODO Statements {#top}" in after
    assert b'description: "TODO mine"' in after


SPEECHES = "島報記者:學校有3所嗎?\n田野:今年將建學校4所。支持碼頭更新。\n島報記者:還有呢?\n田野:支持晚班試航。\n羅青:支持公園更新。"


def test_a_field_is_that_of_the_other_entries_of_the_speaker_and_is_named() -> None:
    draft = made(SPEECHES)
    names = [entry.id for entry in read(draft).entries]
    decided = with_lines(draft, TARGETS, (f"- id: {names[0]}", "#"))
    asked, rest = draft[TARGETS].decode().split(f"- id: {names[1]}")
    decided = {**draft, TARGETS: f"{asked}- id: {names[1]}{rest.replace('field: TODO', 'field: industry', 1)}".encode()}

    found = filled(EVENT, decided)

    fields = [entry.field for entry in read({**decided, **found.files}).entries]
    assert fields == ["TODO", "industry", "industry", "industry", "TODO"], "of who asks, and of another speaker, nothing is known"
    assert found.report == [
        "filled in: fields 2",
        f"field industry, as the others of the speaker, as the office or as the only one of the event: {names[2]}, {names[3]}",
    ]


@pytest.mark.parametrize(("key", "zh", "en"), [("care", "養老服務", "elderly care"), ("traffic", "交通安全", "road safety")])
def test_the_only_field_that_an_event_adds_is_that_of_all_entries_without_another(key: str, zh: str, en: str) -> None:
    added = f"data/{EVENT}/extra-vocabulary.yml"
    draft = made(SPEECHES)
    one = {**draft, added: f"fields:\n  {key}: {{zh: {zh}, en: {en}}}\n".encode()}
    two = {**draft, added: one[added] + b"  port: {zh: \xe6\xb8\xaf, en: port}\n"}
    unnamed = {**draft, added: one[added].replace(en.encode(), b"TODO")}

    assert {entry.field for entry in read({**one, **filled(EVENT, one).files}).entries} == {key}
    assert all(filled(EVENT, files).report == ["filled in: nothing"] for files in (two, unnamed, draft))
    other = with_lines(one, TARGETS, ("field: TODO", "field: industry"))
    assert {entry.field for entry in read({**other, **filled(EVENT, other).files}).entries} == {key, "industry"}


def test_a_field_of_a_speaker_with_several_stays_open_but_in_a_turn_with_one() -> None:
    draft = made(SPEECHES)
    text = draft[TARGETS].decode()
    first, second, third, fourth, rest = text.split("field: TODO", 4)
    several = f"{first}field: TODO{second}field: industry{third}field: TODO{fourth}field: environment{rest}".encode()

    found = filled(EVENT, {**draft, TARGETS: several})

    assert [entry.field for entry in read({**draft, **found.files}).entries] == ["TODO", "industry", "industry", "environment", "TODO"]


def test_what_several_say_together_has_a_field_only_if_each_of_them_has_it_and_gives_none() -> None:
    draft = made(
        "島報記者:學校有3所嗎?\n田野:支持碼頭更新。\n島報記者:還有呢?\n田野、羅青:支持公園更新。\n島報記者:還有呢?\n羅青:支持電車更新。"
    )
    text = draft[TARGETS].decode()
    parts = text.split("field: TODO")
    assert len(parts) == 5

    def fields(*known: str) -> list[str]:
        own = "".join(f"{part}field: {one}" for part, one in zip(parts, known, strict=False)) + parts[-1]
        found = filled(EVENT, {**draft, TARGETS: own.encode()})
        return [entry.field for entry in read({**draft, TARGETS: own.encode(), **found.files}).entries]

    assert fields("TODO", "industry", "TODO", "TODO") == ["TODO", "industry", "TODO", "TODO"]
    assert fields("TODO", "industry", "TODO", "industry") == ["TODO", "industry", "industry", "industry"]
    assert fields("TODO", "TODO", "industry", "TODO") == ["TODO", "TODO", "industry", "TODO"]


def test_a_field_is_the_one_whose_name_is_in_the_office() -> None:
    draft = made(SPEECHES)
    office = f"office: {{zh: {corpus().vocabulary.fields['industry'].zh}局局長, en: TODO}}"

    found = filled(EVENT, with_lines(draft, PEOPLE, ("office: {zh: TODO, en: TODO}", office)))

    assert [entry.field for entry in read({**draft, **found.files}).entries] == ["TODO", "industry", "industry", "industry", "TODO"]


def test_the_title_of_the_event_gives_titles_and_descriptions_of_its_pages() -> None:
    titled, untitled = made(SPEECHES), made(SPEECHES, title=("", ""))
    en = f"docs/en/{EVENT}/"
    pages = [path for path in titled if path.startswith(en)]
    assert any(b"TODO Promises" in untitled[path] for path in pages)

    title = ("title: {zh: TODO, en: TODO}", "title: {zh: 港口說明會, en: Briefing on the port}")
    found = filled(EVENT, with_lines(untitled, INFO, title))

    assert found.report == ["filled in: titles and descriptions 24"]
    assert {path: found.files[path] for path in pages} == {path: titled[path] for path in pages}
    other = f"docs/zh/{EVENT}/targets.md"
    assert found.files[other] == titled[other]


def test_a_title_of_a_page_that_is_decided_stays_and_its_description_is_made_of_it() -> None:
    path = f"docs/en/{EVENT}/briefing.md"
    draft = with_lines(made(SPEECHES, title=("", "")), INFO, ("en: TODO}", "en: Briefing on the port}"))
    own = with_lines(draft, path, ('title: "TODO Statements and questions"', 'title: "All that was said"'))

    lines = filled(EVENT, own).files[path].decode().split("\n")

    assert lines[1:3] == ['title: "All that was said"', 'description: "All that was said. Every sentence in Chinese and English."']
    assert "# All that was said" in lines


def test_a_title_with_a_sign_of_markdown_is_left_to_a_person() -> None:
    draft = with_lines(made(SPEECHES, title=("", "")), INFO, ("en: TODO}", 'en: "Briefing *on* the port"}'))

    assert filled(EVENT, draft).report == ["filled in: nothing"]


def test_the_name_of_an_outlet_gives_its_labels_in_people_and_pages() -> None:
    draft = made("海燕報記者:學校有3所嗎?\n田野:有。\n海燕報記者 王小明:還有呢?\n田野:支持晚班試航。")
    page = f"docs/en/{EVENT}/briefing.md"
    assert [draft[page].count(one) for one in (b"**Outlet A reporter:**", b"**Outlet A reporter Wang Xiaoming:**")] == [1, 1]

    found = filled(EVENT, with_lines(draft, PEOPLE, ("en: TODO}", "en: Petrel Paper}")))

    assert found.report == ["filled in: labels 2"]
    assert b"Outlet" not in found.files[page] + found.files[PEOPLE]
    labels = (b"**Petrel Paper reporter:** TODO", b"**Petrel Paper reporter Wang Xiaoming:** TODO")
    assert [found.files[page].count(one) for one in labels] == [1, 1]


@pytest.mark.parametrize(
    ("line", "name", "office"),
    [
        ("Tian Ye, Master of the Ferry", "en: Tian Ye}", "office: {zh: 渡輪站站長, en: Master of the Ferry}"),
        ("Moderator: Tian Ye, Master of the Ferry", "en: Tian Ye}", "office: {zh: 渡輪站站長, en: Master of the Ferry}"),
        ("Wilder Tian, Master of the Ferry", "en: TODO Tian Ye}", "office: {zh: 渡輪站站長, en: TODO}"),
        ("TODO Tian Ye, Master", "en: TODO Tian Ye}", "office: {zh: 渡輪站站長, en: TODO}"),
    ],
)
def test_the_roster_in_english_gives_names_and_offices_where_it_has_the_proposed_name(line: str, name: str, office: str) -> None:
    draft = made("出席人員\n田 野 渡輪站站長\n石磊 渡輪站職員\n石磊 渡輪站職員\n田野:好。\n島報記者:學校有3所嗎?")
    index = f"docs/en/{EVENT}/index.md"
    lines = draft[index].decode().split("\n")
    place = [number for number, one in enumerate(lines) if one == "TODO"][1]
    lines[place] = line
    written = {**draft, index: "\n".join(lines).encode()}

    people = {**written, **filled(EVENT, written).files}[PEOPLE].decode()

    assert f"name: {{zh: 田野, {name}" in people
    assert office in people
    assert "name: {zh: 石磊, en: TODO Shi Lei}" in people


def test_one_line_of_the_roster_gives_the_offices_of_several() -> None:
    draft = made("出席人員:渡輪站站長 田野、渡輪站職員 石磊\n田野:好。\n島報記者:學校有3所嗎?")
    index = f"docs/en/{EVENT}/index.md"
    lines = draft[index].decode().split("\n")
    line = "Attending: Tian Ye, Master of the Ferry; and Shi Lei, Clerk"
    lines[next(number for number, one in enumerate(lines) if one == "TODO")] = line
    written = {**draft, index: "\n".join(lines).encode()}

    people = filled(EVENT, written).files[PEOPLE].decode()

    assert "en: Master of the Ferry}" in people
    assert "en: Clerk}" in people


def test_an_office_that_the_roster_has_in_english_is_added_to_a_decided_name_and_stays_where_it_is_decided() -> None:
    draft = made("出席人員\n田野 渡輪站站長\n田野:好。\n島報記者:學校有3所嗎?")
    index = f"docs/en/{EVENT}/index.md"
    lines = draft[index].decode().split("\n")
    lines[[number for number, one in enumerate(lines) if one == "TODO"][1]] = "Tian Ye, Master"
    written = {**draft, index: "\n".join(lines).encode()}
    named = with_lines(written, PEOPLE, ("en: TODO Tian Ye}", "en: Tian Ye}"))
    decided = with_lines(written, PEOPLE, ("渡輪站站長, en: TODO}", "渡輪站站長, en: Head}"))

    assert "office: {zh: 渡輪站站長, en: Master}" in filled(EVENT, named).files[PEOPLE].decode()
    assert "office: {zh: 渡輪站站長, en: Head}" in filled(EVENT, decided).files[PEOPLE].decode()
    assert "en: Tian Ye}" in filled(EVENT, decided).files[PEOPLE].decode()


@pytest.mark.parametrize(("day", "proposed"), [("", "Fang Xiaolan"), ("民國122年4月5日", "Fang Hsiao-lan")])
def test_the_decided_name_of_a_person_gives_the_labels_in_people_and_pages(day: str, proposed: str) -> None:
    draft = made(f"主持人 方曉蘭:{day}好。請提問。\n島報記者:學校有3所嗎?\n田野:有。\n方曉蘭主任:再見。\n丁:好。")
    page = f"docs/en/{EVENT}/briefing.md"
    assert draft[page].count(f"{proposed}:**".encode()) == 2

    found = filled(EVENT, with_lines(draft, PEOPLE, (f"en: TODO {proposed}}}", "en: Phang Siau-lan}")))

    assert found.report == ["filled in: labels 2"]
    assert proposed.encode() not in found.files[page] + found.files[PEOPLE]
    assert b'"Moderator Phang Siau-lan:"' in found.files[PEOPLE]
    assert found.files[page].count(b"**Moderator Phang Siau-lan:** TODO") == 2
    assert filled(EVENT, with_lines(draft, PEOPLE, (f"en: TODO {proposed}}}", f"en: {proposed}}}"))).files == {}


def test_what_a_rule_objects_to_is_a_proposal_which_stays_until_somebody_decides() -> None:
    zh, en = "島報記者:你好!\n田野:去年全鎮有學校20所。", "Isle Paper reporter: Good day!\nTian Ye: The town had 20 schools."
    draft = with_lines(made(zh, en), f"docs/en/{EVENT}/briefing.md", ("TODO The town had", "The town had"))

    found = filled(EVENT, draft)

    after = {**draft, **found.files}
    (entry,) = read(after).entries
    assert entry.quote.en == "TODO The town had 20 schools"
    assert found.report == [
        "filled in: units 1",
        f"proposed after the mark, because several words can be meant or the rule in brackets objects: {entry.id} (R2)",
    ]
    mine = with_lines(after, TARGETS, ("TODO The town had", "TODO My town had"))
    assert filled(EVENT, mine).files == {}


def test_a_draft_without_anything_to_fill_in_stays_as_it_is() -> None:
    draft = made(SPEECHES)

    assert filled(EVENT, draft).files == {}
    assert filled("tram-2031", example()).report == ["filled in: nothing"]


def test_an_event_that_is_not_there_is_reported() -> None:
    with pytest.raises(BuildError, match="there is no event 'harbor-2040'"):
        filled("harbor-2040", example())


def test_the_command_writes_what_it_fills_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from verbatim.__main__ import main

    files = with_lines(made(SPEECHES, title=("", "")), INFO, ("en: TODO}", "en: Briefing on the port}"))
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    assert main(["--root", str(tmp_path), "fill", EVENT]) == 0

    assert capsys.readouterr().out.startswith("filled in: titles and descriptions 12\nport-2033: ")
    assert "Briefing on the port: promises and figures" in (tmp_path / f"docs/en/{EVENT}/targets.md").read_text("utf-8")
