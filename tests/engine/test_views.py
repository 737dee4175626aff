from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from verbatim.analysis.ledger import account_spans, entries
from verbatim.analysis.views import Sentence, Views, reason, run_on
from verbatim.html.reading_data import reading_data
from verbatim.model import Amount, Lang
from verbatim.text.readings import edited as mended
from verbatim.text.readings import simplified

from .example import changed, corpus, corpus_of, transcript
from .test_tables import WHERE

VIEWS = Views(corpus())
PARTS = {part.section: part for part in transcript().event.parts}


def sentences(section: str, lang: Lang) -> list[Sentence]:
    speech = VIEWS.speech(transcript(), PARTS[section], lang)
    return [one for paragraph in speech.paragraphs for one in paragraph if isinstance(one, Sentence)]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_term_is_linked_at_its_first_occurrence_in_a_section(lang: Lang) -> None:
    linked = [[stretch.term for stretch in one.stretches if stretch.term] for one in sentences("q1-a1", lang)]

    assert linked == [["seaside-line"], ["tram"], []]


def test_a_term_is_linked_again_in_the_next_section() -> None:
    assert [stretch.term for one in sentences("q1-a2", "en") for stretch in one.stretches if stretch.term] == ["tram"]


def test_a_label_alone_is_a_line_of_its_own() -> None:
    paragraphs = VIEWS.speech(transcript(), PARTS["q1"], "zh").paragraphs

    assert paragraphs[0] == ["潮音日報記者："]
    assert [one.segment.address for one in paragraphs[1] if isinstance(one, Sentence)] == ["q1-1", "q1-2"]


@pytest.mark.parametrize(("lang", "label"), [("zh", "陳海舟："), ("en", "Chen Haizhou:")])
def test_a_label_before_a_sentence_is_part_of_it(lang: Lang, label: str) -> None:
    assert [one.label for one in sentences("q1-a0", lang)] == [label, ""]


def test_rows_notes_and_former_ids_hang_on_their_sentence() -> None:
    first, last = sentences("q1-a0", "en")[1], sentences("q1-a1", "en")[2]

    assert ([row.id for row in first.targets], [note.id for note in first.notes]) == (["projects-done"], ["two-plus-six-unexplained"])
    assert ([row.id for row in last.targets], last.aliases) == (["new-trams", "punctuality"], ["q1-a1-9"])


def test_a_section_gathers_its_notes() -> None:
    assert [note.id for note in VIEWS.speech(transcript(), PARTS["q1-a0"], "en").notes] == ["two-plus-six-unexplained"]
    assert VIEWS.speech(transcript(), PARTS["q1-a1"], "en").notes == []


def test_a_row_knows_its_sentence_and_speaker() -> None:
    rows = VIEWS.rows(transcript(), "figure")

    assert [(row.target.id, row.segment.address, row.speaker.id if row.speaker else None) for row in rows] == [
        ("projects-done", "q1-a0-2", "chen-haizhou"),
        ("library-visits", "q2-a0-1", "lin-shuya"),
        ("visits-multiple", "q2-a0-1", "lin-shuya"),
    ]
    assert all(row.time_from is None for row in rows)


@pytest.mark.parametrize(
    ("without", "specimen"),
    [((), "q2-a1-1"), (("late-days",), "q1-a1-3"), (("late-days", "large-projects"), "q1-a1-2")],
)
def test_the_specimen_is_the_shortest_sentence_with_the_fewest_promises(without: tuple[str, ...], specimen: str) -> None:
    left = dataclasses.replace(transcript(), targets=tuple(row for row in transcript().targets if row.id not in without))

    assert VIEWS.specimen(left).address == specimen


def test_a_whole_sentence_links_no_term() -> None:
    segment = transcript().segments["q1-a1-2"]

    assert [stretch.term for stretch in VIEWS.whole(segment, "en")] == [None]


def test_every_numeral_is_counted_by_class_and_script() -> None:
    found, counts = VIEWS.ledger(transcript())

    assert len(found) == 26 == counts.total()
    assert counts["target", "arabic"] == 7
    assert counts["structure", "han"] == 3
    assert counts["name", "arabic"] == 4
    assert counts["name", "han"] == 2


def test_a_numeral_has_the_reason_of_what_claims_it() -> None:
    found = {(entry.segment.address, entry.numeral.text): entry for entry in entries(transcript())}
    row, account = found["q1-a1-2", "14"], found["q1-a1-2", "1"]

    assert (row.class_, reason(row, "en")) == ("target", "trams in service")
    assert (account.class_, reason(account, "zh")) == ("date", "期限。")


def test_a_numeral_is_shown_with_a_few_characters_around_it() -> None:
    entry = next(one for one in entries(transcript()) if one.numeral.text == "300萬")

    assert (entry.before, entry.after) == ("，將滾動實施", "元以上工程9")


def test_without_accounts_no_text_is_accounted_for() -> None:
    assert list(account_spans(())("二是")) == []


def test_a_turn_is_a_question_with_its_answer() -> None:
    first, second = VIEWS.turns(transcript())

    assert (first.asker.id, first.speaker.id, first.page) == ("chaoyin-daily", "chen-haizhou", "chen-haizhou")
    assert (first.question.address, first.sections, first.sentences) == ("q1-2", 3, 8)
    assert (first.targets, second.targets) == ({"figure": 1, "target": 4, "commitment": 1}, {"figure": 2, "target": 1})


def test_a_question_that_nobody_answers_is_told_with_its_asker() -> None:
    event = transcript().event
    alone = changed(corpus(), event=dataclasses.replace(event, parts=tuple(part for part in event.parts if part.kind != "answer")))

    turn = Views(alone).turns(transcript(alone))[0]

    assert (turn.speaker, turn.sections) == (turn.asker, 0)


def test_who_of_the_panel_has_no_words_is_silent() -> None:
    assert [person.id for person in VIEWS.silent(transcript().event)] == ["he-ping"]


def test_the_glossary_comes_by_group_without_empty_ones() -> None:
    groups = VIEWS.glossary()

    assert {name: [entered.term.id for entered in entries] for name, entries in groups.items()} == {
        "framework": ["two-plus-six"],
        "science": ["late-opening", "book-tram"],
        "industry": ["tram", "seaside-line"],
        "environment": ["slow-mobility"],
    }
    assert list(groups) == ["framework", "science", "industry", "environment"]


def test_a_term_knows_where_it_occurs_and_where_the_transcript_explains_it() -> None:
    late, book = VIEWS.glossary()["science"]

    assert ([segment.address for segment in late.occurs], late.defined_at) == (["lead-1", "q2-1", "q2-a1-1"], None)
    assert book.defined_at == transcript().segments["q2-a1-2"]


@pytest.mark.parametrize(
    ("amount", "unit", "lang", "said"),
    [
        (Amount(WHERE, "at_least", value=Decimal(1500)), "tram", "en", "at least 1,500 trams"),
        (Amount(WHERE, "about", value=Decimal(9)), "project", "zh", "約 9 項"),
        (Amount(WHERE, "between", low=Decimal(3), high=Decimal(5)), "tram", "en", "3–5 trams"),
        (Amount(WHERE, "at_least", value=Decimal("8.5")), "percent", "en", "at least 8.5%"),
        (Amount(WHERE, "more_than", value=Decimal(3000000)), "rmb", "en", "more than RMB 3,000,000"),
    ],
    ids=["thousands", "Chinese", "range", "percentage", "currency before the number"],
)
def test_an_amount_is_said_in_words(amount: Amount, unit: str, lang: Lang, said: str) -> None:
    assert VIEWS.amount(amount, unit, lang) == said


@pytest.mark.parametrize(("text", "known"), [("diànchē", True), ("Dianche", True), ("dian che", True), ("tram", False)])
def test_the_pinyin_of_a_term_is_known_with_tones_and_without(text: str, known: bool) -> None:
    assert VIEWS.is_pinyin(text) is known


def test_tone_marks_and_spaces_go() -> None:
    assert run_on("Hǎibīn diànchē") == "haibindianche"


def test_slips_are_mended_and_variants_stay() -> None:
    text = transcript().segments["q1-a1-3"].zh.text

    found = mended(text, transcript().errata)

    assert "車輛製造" in found
    assert "不低于" in found
    assert mended(text, ()) == text


def test_words_that_the_table_does_not_know_are_written_out() -> None:
    words = corpus_of({"file": "data/simplified.yml", "content": "- {find: 著力, read: 着力, reason: {zh: 詞, en: word}}\n"}).words

    assert simplified("著力建設著名電車", (), words) == "着力建设著名电车"


def test_quotation_marks_within_others_become_inner_ones() -> None:
    assert simplified("「“電車”開了」，“開”", (), ()) == "「‘电车’开了」，“开”"


def test_the_browser_gets_the_slips_and_only_the_characters_that_are_used() -> None:
    files = {"docs/zh/a.md": "陳電".encode(), "data/e/source.txt": "龍".encode()}

    made = reading_data(corpus(), files)

    assert made.startswith("globalThis.verbatimReadings = {")
    assert '"slips":{"車輛制造":"車輛製造"}' in made
    assert '"characters":"陳陈電电"' in made
