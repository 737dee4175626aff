from __future__ import annotations

from verbatim.html.reading_data import reading_data
from verbatim.read.summaries import Summaries
from verbatim.text.readings import edited as mended
from verbatim.text.readings import simplified

from .example import corpus, corpus_of, several, transcript, values


def test_slips_are_corrected_and_variants_stay() -> None:
    text = transcript().segments["q1-a1-3"].zh.text

    found = mended(text, transcript().errata)

    assert "車輛製造" in found
    assert "不低于" in found
    assert mended(text, ()) == text


def test_words_that_the_table_does_not_know_are_written_out() -> None:
    words = corpus_of(
        {"file": "data/simplified.yml", "content": "- {find: 著力, read: 着力, reason: {zh: 詞, en: word}}\n"}
    ).simplified_overrides

    assert simplified("著力建設著名電車", (), words) == "着力建设著名电车"


def test_quotation_marks_within_others_become_inner_ones() -> None:
    assert simplified("「“電車”開了」，“開”", (), ()) == "「‘电车’开了」，“开”"


def test_the_browser_gets_the_slips_and_only_the_characters_that_are_used() -> None:
    files = {"docs/zh/a.md": "陳電".encode(), "data/e/source.txt": "龍".encode(), "data/e/received.html": "龍".encode("gb18030")}

    [(name, changes)] = values(reading_data(corpus(), files, Summaries(corpus())))

    assert name == "assets/data/readings"
    assert changes["slips"] == {"車輛制造": "車輛製造"}
    assert changes["characters"] == "陳陈電电"


def test_slips_of_several_transcripts_are_kept_apart() -> None:
    [(_, changes)] = values(reading_data(several(), {}, Summaries(several())))

    assert changes["slips"] == {}
    assert changes["slips_of"]["tram-2031"] == {"車輛制造": "車輛製造"}
    assert changes["slips_of"]["jade-bay-2036"] == {}
