from __future__ import annotations

import dataclasses

from verbatim.analysis.turns import silent, turns

from .example import changed, corpus, transcript


def test_a_turn_is_a_question_with_its_answer() -> None:
    first, second = turns(corpus(), transcript())

    assert (first.asker.id, first.speaker.id, first.page) == ("chaoyin-daily", "chen-haizhou", "chen-haizhou")
    assert (first.question.address, first.sections, first.sentences) == ("q1-2", 3, 8)
    assert (first.targets, second.targets) == ({"figure": 1, "target": 4, "commitment": 1}, {"figure": 2, "target": 1})


def test_an_unanswered_question_is_listed_with_its_asker() -> None:
    event = transcript().event
    alone = changed(corpus(), event=dataclasses.replace(event, parts=tuple(part for part in event.parts if part.kind != "answer")))

    turn = turns(alone, transcript(alone))[0]

    assert (turn.speaker, turn.sections) == (turn.asker, 0)


def test_a_panel_member_without_a_sentence_is_silent() -> None:
    assert [person.id for person in silent(corpus(), transcript().event)] == ["he-ping"]
