"""The edition in Simplified characters."""

from __future__ import annotations

import dataclasses
from typing import Any

from verbatim.model import SimplifiedOverride
from verbatim.model.addresses import Published
from verbatim.print.print_data import edition
from verbatim.print.simplified import simplified_edition
from verbatim.read.corpus import Corpus
from verbatim.text.readings import simplified
from verbatim.text.typography import to_full_width

from .example import EVENT, changed, corpus, transcript
from .test_print_data import lines, plain


def sheet(of: Corpus) -> dict[str, Any]:
    return edition(of, of.transcripts[EVENT], Published())


def made(of: Corpus | None = None) -> dict[str, Any]:
    one = of or corpus()
    return simplified_edition(sheet(one), one, one.transcripts[EVENT])


def read(pieces: list[dict[str, Any]], of: Corpus) -> Any:
    """A list of pieces, read as part of an edition."""
    return simplified_edition({"pieces": pieces, "id": ""}, of, of.transcripts[EVENT])["pieces"]


def slip(find: str, mended: str) -> Corpus:
    """The example with one slip more."""
    errata = transcript().errata
    return changed(corpus(), errata=(*errata, dataclasses.replace(errata[0], kind="slip", find=find, read=mended)))


def test_every_sentence_is_read_as_the_open_data_give_it() -> None:
    found = [plain(line["zh"]) for line in lines(made()) if "address" in line]
    wanted = [
        simplified(to_full_width(one.zh.text), transcript().errata, corpus().simplified_overrides) for one in transcript().segments.values()
    ]
    assert found == wanted


def test_interface_words_and_chinese_in_english_are_read_too() -> None:
    strings = made()["strings"]
    assert strings["print_contents"] == {"zh": "目录", "en": "Contents"}
    assert read([{"text": "see "}, {"text": "電車", "foreign": True}], corpus())[1] == {"text": "电车", "foreign": True}


def test_a_slip_and_a_word_may_begin_in_one_piece_and_end_in_the_next() -> None:
    word = SimplifiedOverride(transcript().event.where, "著力", "着力", transcript().event.received)
    of = dataclasses.replace(slip("批準", "批准"), simplified_overrides=(word,))
    assert read([{"text": "批", "em": True}, {"text": "準著", "term": "one"}, {"text": "力", "own": True}], of) == [
        {"text": "批", "em": True},
        {"text": "准着", "term": "one"},
        {"text": "力", "own": True},
    ]


def test_where_a_slip_changes_the_length_each_piece_is_read_alone_and_nothing_is_lost() -> None:
    assert read([{"text": "電車車", "term": "one"}, {"text": "開"}], slip("車車", "車")) == [
        {"text": "电车", "term": "one"},
        {"text": "开"},
    ]


def test_the_corrections_stay_as_received() -> None:
    assert made()["errata"] == sheet(corpus())["errata"]


def test_it_has_a_fingerprint_of_its_own() -> None:
    assert made()["id"] == made()["id"] != sheet(corpus())["id"]
