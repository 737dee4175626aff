"""The pure functions, row by row of ``tests/cases/tables``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import pytest
import yaml
from _pytest.mark.structures import ParameterSet

from verbatim.analysis import line_shape
from verbatim.analysis.counterparts import compared
from verbatim.analysis.register import number_text
from verbatim.analysis.source_diff import differences
from verbatim.model import LANGS, Lang, Line, Page, Pair, Segment, Term, Unit, Where, YearWords
from verbatim.model.addresses import Published, UnusableAddress, Urls, site_address
from verbatim.model.faults import Faults
from verbatim.model.locale import locale_of
from verbatim.read.markdown_page import read_page
from verbatim.received.labels import suspects
from verbatim.text.counts_nothing import spans_of
from verbatim.text.durations import as_stated
from verbatim.text.han_numbers import han_value
from verbatim.text.inline import inline_spans
from verbatim.text.numerals import numerals, spelled, values
from verbatim.text.quantities import quantities
from verbatim.text.scripts import script_runs
from verbatim.text.term_finder import Finder, Occurrence
from verbatim.text.typography import is_quotation, nested, to_full_width, unwrap_lines
from verbatim.text.weight import occurrences
from verbatim.text.years import meant, stated

from .example import CASES, corpus, transcript

Row = Mapping[str, Any]
WHERE = Where("test", 1)


def table(name: str) -> list[ParameterSet]:
    """The rows of a table; what a row is about is its test's id."""
    rows = yaml.safe_load((CASES / "tables" / f"{name}.yml").read_text("utf-8"))
    return [pytest.param(row, id=" ".join(str(row[key]) for key in ("lang", "about") if key in row) or None) for row in rows]


def test_every_table_is_read_by_a_test() -> None:
    source = "\n".join(path.read_text("utf-8") for path in (CASES.parent / "engine").glob("test_*.py"))

    idle = [path.name for path in (CASES / "tables").iterdir() if f'table("{path.stem}")' not in source]

    assert not idle


@pytest.mark.parametrize("row", table("full_width"))
def test_half_width_marks_beside_chinese_become_full_width(row: Row) -> None:
    found = to_full_width(row["text"])

    assert found == row["full_width"]
    assert len(found) == len(row["text"])


@pytest.mark.parametrize("row", table("suspects"))
def test_what_looks_like_a_label_is_found_at_the_head_of_words(row: Row) -> None:
    assert suspects(row["texts"], row.get("names", ()), row.get("alone", False)) == row["suspects"]


@pytest.mark.parametrize("row", table("script_runs"))
def test_a_text_is_cut_where_its_script_changes(row: Row) -> None:
    found = script_runs(row["text"], row["lang"])

    assert "".join(f"[{one.text}]" if one.foreign else one.text for one in found) == row["runs"]


@pytest.mark.parametrize("row", table("quotations"))
def test_marks_inside_marks_are_single(row: Row) -> None:
    assert is_quotation(row["text"]) == row["whole"]
    assert nested(row["text"]) == row["nested"]


@pytest.mark.parametrize("row", table("unwrapped"))
def test_lines_of_a_chinese_paragraph_are_joined(row: Row) -> None:
    assert unwrap_lines(row["text"]) == row["unwrapped"]


@pytest.mark.parametrize("row", table("numerals"))
def test_every_numeral_of_a_chinese_text_is_found(row: Row) -> None:
    found = numerals(row["text"])

    assert [[one.text, one.value] for one in found] == [
        [str(text), None if value is None else Decimal(str(value))] for text, value in row["numerals"]
    ]
    assert [row["text"][one.start : one.end] for one in found] == [one.text for one in found]


@pytest.mark.parametrize("row", table("quantities"))
def test_a_quotation_says_an_operator_and_a_number(row: Row) -> None:
    forms = tuple(row["unit"])
    unit = Unit(WHERE, "unit", Pair(WHERE, "", ""), tuple(row.get("zh", forms)), forms)

    found = quantities(row["text"], row["lang"], unit, corpus().vocabulary.operators, corpus().vocabulary.fall)

    assert [str(one) for one in found] == row["says"]


@pytest.mark.parametrize("row", table("values"))
def test_numbers_in_digits_are_compared_by_value(row: Row) -> None:
    assert [str(value) for value in values(row["text"], row["lang"])] == row["values"]


@pytest.mark.parametrize("row", table("han"))
def test_a_chinese_numeral_has_a_value(row: Row) -> None:
    assert han_value(row["text"]) == (None if row["value"] is None else Decimal(str(row["value"])))


@pytest.mark.parametrize("row", table("durations"))
def test_english_counts_time_as_the_chinese_does(row: Row) -> None:
    assert as_stated(row["zh"], row["en"]) == row["said"]


@pytest.mark.parametrize("row", table("numbers"))
def test_a_number_is_shown_with_a_word_of_scale_or_thousands_separators(row: Row) -> None:
    assert {lang: number_text(Decimal(row["value"]), lang) for lang in LANGS} == {lang: row[lang] for lang in LANGS}


def page_of(text: str, faults: Faults) -> Page:
    """A page below a front matter of three lines; its section ``s`` belongs to the transcript."""
    page = read_page(f"---\ntitle: Title\n---\n{text}", "page.md", "en", "page", {"s"}, faults)
    assert page is not None
    return page


@pytest.mark.parametrize("row", table("pages"))
def test_a_page_is_read_into_sections_and_lines(row: Row) -> None:
    faults = Faults()

    page = page_of(row["text"], faults)

    assert [fault.code for fault in faults] == row.get("codes", [])
    assert [[one.id, one.title, one.level, one.number] for one in page.sections.values()] == row["sections"]
    assert [list(one) for one in page.directives] == row.get("directives", [])
    paragraphs = [paragraph for section in page.sections.values() for paragraph in section.paragraphs]
    assert [
        [[line.number, line.label, line.text, [line.text[start:end] for start, end in line.emphasis]] for line in paragraph]
        for paragraph in paragraphs
    ] == row.get("paragraphs", [])
    shaped = [[line.form, *((*line.cells, line.written) if line.in_table else ())] for lines in paragraphs for line in lines if line.form]
    assert shaped == row.get("forms", [])


def term(name: str, zh: list[str], en: list[str], inside: Sequence[str] = (), usual_en: Sequence[str] = ()) -> Term:
    """A term of which only the forms matter."""
    forms = tuple(zh[1:]), tuple(inside), tuple(en[1:]), tuple(usual_en)
    return Term(WHERE, name, "", zh[0], "", en[0], Pair(WHERE, "", ""), "", "", "", "", *forms)


@pytest.mark.parametrize("row", table("terms"))
def test_terms_are_found_in_a_sentence_and_its_twin(row: Row) -> None:
    finder = Finder({name: term(name, **forms) for name, forms in row["terms"].items()})
    segment = Segment("q1-1", "event", "page", "q1", 1, "q1", "question", (), Line(1, "", row["zh"]), Line(1, "", row["en"]))

    found = {lang: [f"{one.term}={row[lang][one.start : one.end]}" for one in finder.of(segment, lang)] for lang in LANGS}

    assert found == row["found"]


def marked(row: Row) -> tuple[Line, list[Occurrence]]:
    """The line of a row, and where the term stands in it."""
    line = page_of(f"## S {{#s}}\n{row['text']}\n", Faults()).sections["s"].lines[0] if row["text"] else Line(1, "", "")
    found, end = [], 0
    for form in row.get("tram", []):
        start = line.text.index(form, end)
        end = start + len(form)
        found.append(Occurrence(start, end, "tram"))
    return line, found


@pytest.mark.parametrize("row", table("inline_spans"))
def test_a_sentence_is_cut_into_linked_and_emphasised_spans(row: Row) -> None:
    line, linked = marked(row)

    cut = inline_spans(line, row["lang"], linked)

    texts = [(one.term, "".join(f"*{run.text}*" if run.emphasis else run.text for run in one.runs)) for one in cut]
    assert "".join(f"{{{name}:{text}}}" if name else text for name, text in texts) == row["spans"]


@pytest.mark.parametrize("row", table("addresses"))
def test_a_page_has_an_address_with_directories_and_without(row: Row) -> None:
    lang: Lang = row["lang"]

    found = [Urls(directory).page(locale_of(lang), row["name"]) for directory in (True, False)]

    assert found == [row["directory"], row["file"]]


@pytest.mark.parametrize("row", table("links"))
def test_links_are_relative(row: Row) -> None:
    assert Urls(row["directory"]).between(row["start"], row["end"]) == row["link"]


@pytest.mark.parametrize("row", table("site_addresses"))
def test_the_address_of_a_site_ends_in_a_slash_or_is_empty(row: Row) -> None:
    assert site_address(row["given"]) == row["address"]


@pytest.mark.parametrize("row", table("unusable_addresses"))
def test_what_is_no_address_of_a_site_is_refused_with_what_to_write(row: Row) -> None:
    with pytest.raises(UnusableAddress, match=f"{row['wrong']}.*\n    fix: write where the site will be found, such as https://"):
        site_address(row["given"])


def test_an_address_is_whole_where_that_of_the_site_is_known() -> None:
    assert Published("https://policy.example/").link("data/", "en/about/#top") == "https://policy.example/en/about/#top"
    assert Published().link("data/", "en/about/#top") == "../en/about/#top"


@pytest.mark.parametrize("row", table("differences"))
def test_the_places_where_pages_differ_from_the_source_are_found(row: Row) -> None:
    found = differences(row["source"], row["pages"])

    assert [[one.position, one.source, one.pages] for one in found] == row["differences"]


@pytest.mark.parametrize("row", table("counterparts"))
def test_what_is_said_in_good_faith_has_its_counterpart(row: Row) -> None:
    listed = corpus().counterparts
    segment = Segment("q1-1", "event", "page", "q1", 1, "q1", "question", (), Line(1, "", row["zh"]), Line(1, "", row["en"]))

    assert [missing.what for missing in compared([segment], listed).missing] == row.get("missing", [])


@pytest.mark.parametrize("row", table("lengths"))
def test_a_line_is_as_long_as_its_twin_lets_expect(row: Row) -> None:
    segment = Segment("q1-1", "event", "page", "q1", 1, "q1", "question", (), Line(1, "", row["zh"]), Line(1, "", row["en"]))

    found = line_shape.compared([segment], None, corpus().vocabulary.years)

    assert [one.what for one in found.missing] == row.get("missing", [])


@pytest.mark.parametrize("row", table("years"))
def test_words_of_time_state_years(row: Row) -> None:
    assert stated(row["text"], row["lang"]) == row["years"]


@pytest.mark.parametrize("row", table("weight"))
def test_words_of_weight_are_found_as_words(row: Row) -> None:
    echo = corpus().vocabulary.echoes[row["echo"]]

    assert occurrences(echo, row["text"], row["lang"]) == row["times"]


@pytest.mark.parametrize("row", table("counts_nothing"))
def test_words_in_which_a_numeral_counts_nothing_are_found(row: Row) -> None:
    spans = spans_of(transcript().counts_nothing)(Line(1, "", row["text"], form=row.get("form", "")))

    held = [any(start <= one.start and one.end <= end for start, end, _ in spans) for one in numerals(row["text"])]

    assert [one.text for one, nothing in zip(numerals(row["text"]), held, strict=True) if not nothing] == row["counts"]


@pytest.mark.parametrize("row", table("words"))
def test_numbers_in_words_have_values(row: Row) -> None:
    assert [str(value) for value in spelled(row["text"], row["lang"])] == row["values"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("明年底前完成", {2032}),
        ("明年年底前完成", {2032}),
        ("去年全年", {2030}),
        ("今年年底", {2031}),
        ("年底前，明年再做", {2031, 2032}),
        ("年内", {2031}),
    ],
)
def test_the_end_of_another_year_is_none_of_this_year(text: str, found: set[int]) -> None:
    words = YearWords(Where("data/vocabulary.yml", 1, {}), ("前年",), ("去年",), ("今年", "年底", "年內", "全年"), ("明年",))

    assert meant(words, text, 2031) == found
