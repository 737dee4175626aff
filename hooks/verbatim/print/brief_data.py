"""The brief of an event as plain data for ``booklet.typ``: what the page of that name says, in both languages.

Sentences and register entries are named by address and by kind and number; ``print_data`` holds their words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..analysis.brief import brief
from ..analysis.turns import Exchange, Spoken, names_of
from ..model import Person
from ..read.corpus import Corpus, Transcript
from .pieces import Json, pair_of


def brief_data(corpus: Corpus, transcript: Transcript, numbers: Mapping[str, int]) -> Json:
    """The brief; ``numbers`` are those of the register entries by id."""
    made = brief(corpus, transcript)
    return {
        "exchanges": [_exchange(corpus, exchange) for exchange in made.exchanges],
        "firmest": [{"kind": shown.entry.kind, "number": numbers[shown.entry.id]} for shown in made.firmest],
        "promises": made.promises,
        "without_time": made.without_time,
        "silent": _names(corpus, made.silent),
    }


def _exchange(corpus: Corpus, exchange: Exchange) -> Json:
    """Who asks what, or what kind of turn stands alone; and who answers."""
    return {
        "asked": _question(corpus, exchange.asked) if exchange.asked else None,
        "kind": None if exchange.asked else exchange.said[0].turn.kind,
        "said": [_answer(corpus, spoken) for spoken in (*exchange.said, *exchange.earlier)],
    }


def _question(corpus: Corpus, asked: Spoken) -> Json:
    """Who asks what, as the addresses of the first sentence and of further ones, and whether there are more than these."""
    first, *further = (segment.address for segment in asked.question)
    more = {"further": further} if further else {}
    cut = {"goes-on": True} if asked.question != asked.asking else {}
    return {"by": _names(corpus, asked.speakers), "at": first, **more, **cut}


def _answer(corpus: Corpus, spoken: Spoken) -> Json:
    """Who speaks, with their offices, and the address at which that begins."""
    offices = [pair_of(person.office) for person in spoken.speakers if person.office]
    return {"by": _names(corpus, spoken.speakers), "offices": offices, "at": spoken.segments[0].address}


def _names(corpus: Corpus, people: Iterable[Person]) -> Json | None:
    """The names of people who speak jointly; None of nobody."""
    found = tuple(people)
    return pair_of(names_of(corpus, found)) if found else None
