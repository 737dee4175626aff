"""Marks: each directly after the words that it is about, notes lettered alike in both languages, slips in the Chinese alone."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

import pytest

from verbatim.analysis.marks import Mark, Piece, letters, marks, note_numbers, pieces
from verbatim.analysis.speech import speech, with_marks
from verbatim.model import LANGS, Lang, Line, Pair
from verbatim.text.inline import InlineSpan, inline_spans
from verbatim.text.term_finder import Occurrence

from .example import EVENT, corpus, corpus_of, renderer, transcript
from .test_render import page_of

ERRATA = {
    "file": f"docs/{{}}/{EVENT}/targets.md",
    "find": "<!-- insert: ledger -->",
    "replace": "<!-- insert: ledger -->\n\n<!-- insert: errata -->",
}
NOTE = next(iter(transcript().notes))
SLIP = next(one for one in transcript().errata if one.kind == "slip")


def quoted(zh: str, en: str) -> Pair:
    """A quotation in both languages."""
    return dataclasses.replace(NOTE.quote, zh=zh, en=en)


def before(text: str, found: Iterable[Mark]) -> list[tuple[str, str]]:
    """For each mark its kind and the six characters before it."""
    return [(mark.kind, text[max(0, mark.end - 6) : mark.end]) for mark in found]


def shown(of: Sequence[Piece]) -> str:
    """Pieces as text, links to terms in braces, a mark as the first letter of its kind in angle brackets."""
    text = ""
    for piece in of:
        words = "".join(run.text for run in piece.span.runs)
        text += (f"{{{words}}}" if piece.span.term else words) + "".join(f"<{mark.kind[0]}>" for mark in piece.marks)
    return text


@pytest.mark.parametrize("lang", LANGS)
def test_each_mark_follows_the_words_that_its_record_quotes(lang: Lang) -> None:
    found = transcript()
    quotes = {entry.id: entry.quote[lang] for entry in found.entries} | {note.id: note.quote[lang] for note in found.notes}
    quotes[SLIP.id] = SLIP.find
    seen = []
    for segment in found.segments.values():
        for mark in marks(found, segment, lang):
            assert segment[lang].text[: mark.end].endswith(quotes[mark.record.id])
            seen.append(mark.record.id)

    assert sorted(seen) == sorted(one for one in quotes if lang == "zh" or one != SLIP.id)


def test_a_quotation_inside_another_word_is_passed_over() -> None:
    segment = transcript().segments[NOTE.at]
    told = dataclasses.replace(segment, en=Line(2, "", "One part of an art is art."))
    note = dataclasses.replace(NOTE, quote=quoted(NOTE.quote.zh, "art"))
    of = dataclasses.replace(transcript(), notes=(note,), entries=(), segments={**transcript().segments, NOTE.at: told})

    assert before(told.en.text, marks(of, told, "en")) == [("note", "an art")]


def test_the_same_slip_again_in_a_sentence_has_no_second_mark() -> None:
    segment = next(one for one in transcript().segments.values() if SLIP.find in one.zh.text)
    twice = dataclasses.replace(segment, zh=Line(1, "", f"{SLIP.find},{SLIP.find}。"))

    of = dataclasses.replace(transcript(), notes=(), entries=())

    assert [mark.end for mark in marks(of, twice, "zh")] == [len(SLIP.find)]


def test_marks_are_put_between_the_words_and_after_the_link_that_holds_their_place() -> None:
    line = Line(1, "", "many trams run daily", emphasis=((5, 15),))
    spans = inline_spans(line, "en", [Occurrence(5, 10, "tram")])
    marked = [Mark(7, "note", NOTE), Mark(10, "target", NOTE), Mark(13, "slip", NOTE), Mark(20, "figure", NOTE)]

    found = pieces(spans, marked, "en")

    assert shown(found) == "many {trams}<n><t> ru<s>n daily<f>"
    assert "".join(run.text for one in found for run in one.span.runs if run.emphasis) == "trams run "
    assert [one.span.plain for one in found] == ["many ", None, None, None]
    assert list(pieces(spans, [], "en")) == [Piece(span, ()) for span in spans]


@pytest.mark.parametrize(("number", "name"), [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba"), (702, "zz"), (703, "aaa")])
def test_notes_are_counted_in_letters_as_lists_count(number: int, name: str) -> None:
    assert letters(number) == name


def test_notes_are_numbered_on_each_page_in_the_order_of_the_chinese_words() -> None:
    found = transcript()
    here, there = found.segments[NOTE.at], next(one for one in found.segments.values() if one.page != found.segments[NOTE.at].page)
    text = here.zh.text
    late = dataclasses.replace(NOTE, id="late", quote=quoted(text[-3:-1], NOTE.quote.en))
    early = dataclasses.replace(NOTE, id="early", quote=quoted(text[:2], NOTE.quote.en))
    other = dataclasses.replace(NOTE, id="other", at=there.address, quote=quoted(there.zh.text[:2], there.en.text[:2]))
    of = dataclasses.replace(found, notes=(late, other, early))

    assert dict(note_numbers(of)) == {"early": 1, "late": 2, "other": 1}
    assert {mark.record.id: mark.letter for mark in marks(of, here, "en") if mark.kind == "note"} == {"early": "a", "late": "b"}
    part = next(one for one in of.event.parts if one.section == here.section)
    section = speech(dataclasses.replace(corpus(), transcripts={EVENT: of}), of, part, "en")
    assert ([note.id for note in section.notes], section.first_note) == (["early", "late"], 1)


def test_a_whole_sentence_has_its_marks_without_links_to_terms() -> None:
    segment = transcript().segments[NOTE.at]
    found = with_marks(transcript(), segment, "en")

    assert "".join(run.text for one in found for run in one.span.runs) == segment.en.text
    assert [mark.kind for one in found for mark in one.marks] == [mark.kind for mark in marks(transcript(), segment, "en")]
    assert all(isinstance(one.span, InlineSpan) and one.span.term is None for one in found)


def test_slips_lead_to_the_page_that_lists_them_where_there_is_one() -> None:
    listed = renderer(corpus_of(*({**ERRATA, "file": ERRATA["file"].format(lang)} for lang in LANGS)))
    with_list, without = (page_of("zh", f"{EVENT}/chen-haizhou", by) for by in (listed, renderer()))

    link = f'車輛制造<a class="mark slip" aria-label="簡繁轉換錯誤" href="../targets/#{SLIP.id}"></a>'
    assert link in with_list
    assert 'class="mark slip"' in with_list.split('class="legend"')[1].split("</ul>")[0]
    assert "mark slip" not in without
    assert "mark slip" not in page_of("en", f"{EVENT}/chen-haizhou", listed)
