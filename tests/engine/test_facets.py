from __future__ import annotations

from verbatim.data.columns import repeated


def test_a_facet_that_parts_the_entries_as_an_earlier_one_does_is_repeated() -> None:
    entries = [
        {"speaker": "chen", "field": "trams", "strength": "will"},
        {"speaker": "lin", "field": "books", "strength": "will"},
        {"speaker": "chen", "field": "trams", "strength": "aim"},
    ]

    assert repeated(entries) == {"field"}
    assert repeated([*entries, {"speaker": "lin", "field": "trams"}]) == set()
    assert repeated(entries[:1]) == set()
