from __future__ import annotations

import dataclasses

from verbatim.analysis.corrections import corrections_for

from .example import EVENT, corpus, corpus_of, renderer
from .test_render import inserted

FILE = "data/corrections.yml"
LINE = "- {{date: {date}, at: {at}, lang: en, before: {before}, after: tram, reason: {{zh: 誤, en: wrong}}}}\n"


def test_the_newest_correction_comes_first_and_of_one_day_the_later_in_the_file() -> None:
    days = [("2031-02-03", "a"), ("2031-02-05", "b"), ("2031-02-05", "c"), ("2031-02-04", "d")]
    text = "".join(LINE.format(date=date, at="glossary", before=before) for date, before in days)
    of = corpus_of({"file": FILE, "content": text})

    found = corrections_for(of, of.transcripts[EVENT])

    assert [one.correction.before for one in found] == ["c", "b", "d", "a"]


def test_a_correction_of_another_event_is_not_shown() -> None:
    places = ["glossary", f"{EVENT}/targets", f"{EVENT}/q1-a1-2", "tram-2032/targets", "tram-2032/q1-a1-2"]
    of = dataclasses.replace(corpus(), corrections=tuple(dataclasses.replace(corpus().corrections[0], at=at) for at in places))

    found = corrections_for(of, of.transcripts[EVENT])

    assert [one.correction.at for one in found][::-1] == places[:3]
    assert [one.segment.address if one.segment else None for one in found][::-1] == [None, None, "q1-a1-2"]


def test_the_page_says_so_where_nothing_was_corrected() -> None:
    none = renderer(corpus_of({"file": FILE, "content": "[]\n"}))

    assert inserted("corrections", "en", none).strip() == "<p>No corrections have been recorded so far.</p>"
    assert inserted("corrections", "zh", none).strip() == "<p>到目前為止，沒有需要記錄的更正。</p>"
