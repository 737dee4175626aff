from __future__ import annotations

import dataclasses

from verbatim.analysis.brief import brief
from verbatim.model import PROMISES

from .example import EVENT, corpus, renderer, several, transcript
from .test_render import inserted


def test_the_firmest_promises_come_first_and_those_with_a_number_or_a_time_before_others() -> None:
    of, strengths = several(), [*several().vocabulary.strengths]

    for one in of.transcripts.values():
        shown = [promise.entry for promise in brief(of, one).firmest]
        keys = [(strengths.index(str(target.strength)), target.amount is None, target.by is None) for target in shown]
        assert keys == sorted(keys)
        assert all(target.kind in PROMISES for target in shown)


def test_of_two_equally_firm_promises_the_one_that_states_a_time_comes_first() -> None:
    dated = next(one for one in transcript().entries if one.kind == "target" and one.by)
    undated = dataclasses.replace(dated, id="undated", by=None)
    found = brief(corpus(), dataclasses.replace(transcript(), entries=(undated, dated)))

    assert [promise.entry.id for promise in found.firmest] == [dated.id, "undated"]


def test_a_sheet_holds_so_many_promises_and_says_of_how_many() -> None:
    promise = next(target for target in transcript().entries if target.kind == "target")
    many = tuple(dataclasses.replace(promise, id=f"entry-{number}") for number in range(40))
    found = brief(corpus(), dataclasses.replace(transcript(), entries=many))

    assert (len(found.firmest), found.promises) == (10, 40)
    assert [promise.entry.id for promise in found.firmest] == [f"entry-{number}" for number in range(10)]


def test_promises_without_a_time_are_counted() -> None:
    found = brief(corpus(), transcript())

    assert found.without_time == sum(target.kind in PROMISES and target.by is None for target in transcript().entries)


def test_an_event_without_a_promise_has_a_brief_too() -> None:
    figures = dataclasses.replace(transcript(), entries=tuple(one for one in transcript().entries if one.kind == "figure"))
    html = inserted("brief", "en", renderer(dataclasses.replace(corpus(), transcripts={EVENT: figures})))

    assert "It makes no promise that could be checked." in html
    assert 'id="firmest"' not in html


def test_who_was_asked_what_leads_to_the_sentences() -> None:
    html = inserted("brief", "en")

    for exchange in brief(corpus(), transcript()).exchanges:
        for one in exchange.said:
            assert all(person.name.en in html for person in one.speakers)
            assert f'#{one.segments[0].address}">' in html
