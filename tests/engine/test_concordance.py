from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from verbatim.analysis.glossary import occurrences
from verbatim.html import concordance
from verbatim.model import LANGS
from verbatim.read.corpus import Corpus
from verbatim.read.summaries import Summaries

from .example import changed, corpus, transcript, values

PLACES = occurrences(corpus())


def content(of: Corpus | None = None) -> dict[str, Any]:
    [(_, found)] = values(concordance.script(of or corpus(), Summaries(of or corpus())))
    return dict(found)


def test_every_occurrence_of_every_term_is_marked_in_both_languages() -> None:
    found = content()
    for term, segments in PLACES.items():
        lines = found["terms"][term]
        assert len(lines) == len(segments)
        for (place, marks), segment in zip(lines.items(), segments, strict=True):
            zh, en = ([text[start:end] for start, end in spans] for (text, _), spans in zip(found["sentences"][place], marks, strict=True))
            assert set(zh) <= set(corpus().terms[term].forms("zh"))
            assert {one.lower() for one in en} <= {form.lower() for form in corpus().terms[term].forms("en")}
            assert zh
            assert place == segment.place
            assert found["sentences"][place][1][0] == segment.en.text


def test_a_sentence_is_written_once_however_many_terms_it_holds() -> None:
    texts = [lines[1][0] for lines in content()["sentences"].values()]

    assert len(texts) == len(set(texts))


def test_words_of_the_other_script_are_marked_in_both_languages() -> None:
    (term,) = {name for name, one in corpus().terms.items() if one.zh == "電車"}
    segment = PLACES[term][0]
    zh, en = (dataclasses.replace(segment[lang], emphasis=()) for lang in LANGS)
    mixed = dataclasses.replace(
        segment,
        zh=dataclasses.replace(zh, text="叫Books on the Rails的電車"),
        en=dataclasses.replace(en, text="a tram called 電車 here"),
    )

    found = content(changed(corpus(), segments={**transcript().segments, segment.address: mixed}))
    [lines] = [lines for lines in found["sentences"].values() if lines[0][0] == mixed.zh.text]

    assert [text[start:end] for text, spans in lines for start, end in spans] == ["Books on the Rails", "電車"]


def test_a_frequent_term_is_shown_in_its_first_sentences_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concordance, "IN_FULL", 1)

    assert {len(lines) for lines in content()["terms"].values()} == {1}
