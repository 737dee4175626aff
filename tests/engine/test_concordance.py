from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from verbatim.analysis.glossary import occurrences
from verbatim.html import concordance
from verbatim.model import LANGS

from .example import corpus, values

PLACES = occurrences(corpus())


def content() -> dict[str, Any]:
    [(_, found)] = values(concordance.script(corpus()))
    return dict(found)


def test_every_occurrence_of_every_term_is_marked_in_both_languages() -> None:
    found = content()
    for term, segments in PLACES.items():
        lines = found["terms"][term]
        assert len(lines) == len(segments)
        for (number, *marks), segment in zip(lines, segments, strict=True):
            zh, en = ([text[start:end] for start, end in spans] for (text, _), spans in zip(found["sentences"][number], marks, strict=True))
            assert set(zh) <= set(corpus().terms[term].forms("zh"))
            assert {one.lower() for one in en} <= {form.lower() for form in corpus().terms[term].forms("en")}
            assert zh
            assert found["sentences"][number][1][0] == segment.en.text


def test_a_sentence_stands_there_once() -> None:
    texts = [lines[1][0] for lines in content()["sentences"]]

    assert len(texts) == len(set(texts))


def test_words_of_the_other_script_are_told() -> None:
    segment = next(iter(corpus().segments()))
    mixed = dataclasses.replace(
        segment,
        zh=dataclasses.replace(segment.zh, text="叫Books on the Rails的電車"),
        en=dataclasses.replace(segment.en, text="called 電車 here"),
    )

    lines = {lang: concordance._line(mixed, lang) for lang in LANGS}

    assert [text[start:end] for text, spans in lines.values() for start, end in spans] == ["Books on the Rails", "電車"]


def test_a_term_that_stands_everywhere_is_shown_in_its_first_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concordance, "IN_FULL", 1)

    assert {len(lines) for lines in content()["terms"].values()} == {1}
