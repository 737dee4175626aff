from __future__ import annotations

from verbatim.analysis.turns import silent

from .example import corpus, transcript


def test_a_panel_member_without_a_sentence_is_silent() -> None:
    assert [person.id for person in silent(corpus(), transcript().event)] == ["he-ping"]
