"""What is made of each event alone, and what is made of that for all events: made when it is asked for, or found where it is kept."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from ..text.cache import Listed
from .corpus import Corpus

Made = TypeVar("Made")
Made_co = TypeVar("Made_co", covariant=True)


@dataclass(frozen=True)
class Summary(Generic[Made_co]):
    """What is made of each event, by the name of its ``kind``: values of JSON, such as files by path.

    ``make`` makes it of a corpus that holds nothing of other events; ``facts`` are what else it displays, as values of JSON.
    """

    kind: str
    make: Callable[[Corpus], Made_co]
    facts: Any = ()


def summary(kind: str) -> Callable[[Callable[[Corpus], Made]], Summary[Made]]:
    """A decorator: what a function makes of each event and of nothing else."""
    return lambda make: Summary(kind, make)


class Summaries:
    """Makes everything once and keeps nothing for the next time; ``cache.events`` finds what was made before."""

    def __init__(self, corpus: Corpus) -> None:
        self.all_events = corpus
        self._corpora: dict[str, Corpus] = {}
        self._found: dict[tuple[str, str], Any] = {}

    def corpus(self, event: str) -> Corpus:
        """The corpus that what is made of an event is made with: it holds nothing of others."""
        if event not in self._corpora:
            self._corpora[event] = self.all_events.for_pages(event)
        return self._corpora[event]

    def own(self, event: str) -> Listed[Corpus]:
        """What the rules of an event read, as an argument of a cached function; here by what no other process knows."""
        return self._once("own", event, lambda: Listed(self.all_events.of_event(event), digest=os.urandom(32), part=event))

    def made(self, summary: Summary[Made], event: str) -> Made:
        """What is made of an event."""
        return self._once(summary.kind, event, lambda: summary.make(self.corpus(event)))

    def _once(self, kind: str, event: str, make: Callable[[], Made]) -> Made:
        if (kind, event) not in self._found:
            self._found[kind, event] = make()
        made: Made = self._found[kind, event]
        return made

    def digest(self, summary: Summary[Any], event: str) -> str:
        """What stands for what ``made`` gives, which is then there: another text where that is another; here none, since none is kept."""
        self.made(summary, event)
        return ""

    def made_of(self, kind: str, facts: Any, make: Callable[[], Made]) -> Made:
        """What ``make`` makes for all events of ``facts`` (values of JSON, such as digests) and of what they share, and of nothing else."""
        return make()
