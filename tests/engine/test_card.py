from __future__ import annotations

import struct

from verbatim.print.card import cards

from .example import ROOT, corpus, corpus_of


def test_each_language_has_a_card_of_the_size_that_sites_ask_for() -> None:
    drawn = cards(corpus(), ROOT / "fonts")

    assert drawn.keys() == {"card-zh.png", "card-en.png"}
    for picture in drawn.values():
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack(">II", picture[16:24]) == (1200, 630)


def test_a_card_shows_the_words_of_the_home_page() -> None:
    retitled = corpus_of({"file": "docs/en/index.md", "find": 'title: "', "replace": 'title: "Another '})

    before, after = (cards(one, ROOT / "fonts") for one in (corpus(), retitled))

    assert before["card-zh.png"] == after["card-zh.png"]
    assert before["card-en.png"] != after["card-en.png"]
