from __future__ import annotations

import pytest

from verbatim.analysis.speech import Sentence, speech, without_links
from verbatim.model import Lang

from .example import corpus, transcript

PARTS = {part.section: part for part in transcript().event.parts}


def sentences(section: str, lang: Lang) -> list[Sentence]:
    found = speech(corpus(), transcript(), PARTS[section], lang)
    return [one for paragraph in found.paragraphs for one in paragraph if isinstance(one, Sentence)]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_term_is_linked_at_its_first_occurrence_in_a_section(lang: Lang) -> None:
    linked = [[span.term for span in one.spans if span.term] for one in sentences("q1-a1", lang)]

    assert linked == [["seaside-line"], ["tram"], []]


def test_a_term_is_linked_again_in_the_next_section() -> None:
    assert [span.term for one in sentences("q1-a2", "en") for span in one.spans if span.term] == ["tram"]


def test_a_label_alone_is_a_line_of_its_own() -> None:
    paragraphs = speech(corpus(), transcript(), PARTS["q1"], "zh").paragraphs

    assert paragraphs[0] == ["潮音日報記者："]
    assert [one.segment.address for one in paragraphs[1] if isinstance(one, Sentence)] == ["q1-1", "q1-2"]


@pytest.mark.parametrize(("lang", "label"), [("zh", "陳海舟："), ("en", "Chen Haizhou:")])
def test_a_label_before_a_sentence_is_part_of_it(lang: Lang, label: str) -> None:
    assert [one.label for one in sentences("q1-a0", lang)] == [label, ""]


def test_a_sentence_has_its_register_entries_notes_and_former_addresses() -> None:
    first, last = sentences("q1-a0", "en")[1], sentences("q1-a1", "en")[2]

    assert ([row.id for row in first.entries], [note.id for note in first.notes]) == (["projects-done"], ["two-plus-six-unexplained"])
    assert ([row.id for row in last.entries], last.aliases) == (["new-trams", "punctuality"], ["q1-a1-9"])


def test_a_section_gathers_its_notes() -> None:
    assert [note.id for note in speech(corpus(), transcript(), PARTS["q1-a0"], "en").notes] == ["two-plus-six-unexplained"]
    assert speech(corpus(), transcript(), PARTS["q1-a1"], "en").notes == []


def test_a_whole_sentence_links_no_term() -> None:
    segment = transcript().segments["q1-a1-2"]

    assert [span.term for span in without_links(segment, "en")] == [None]
