"""Who asked, who answered or made a statement, who moderated, and who of the panel has no words in the transcript."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate

from ..model import ASKING, Event, Lang, Pair, Person, Segment, Turn
from ..model.once import once
from ..read.corpus import Corpus, Transcript

_GLANCE = 120
"""Chinese characters of a question that a list shows at most."""


@dataclass(frozen=True)
class Spoken:
    """A turn with its speakers, its sentences and its register entries by kind.

    ``query`` chooses these entries, and no others, in the filters of the register.
    """

    turn: Turn
    speakers: tuple[Person, ...]
    segments: tuple[Segment, ...]
    entries: Counter[str]
    query: str

    @property
    def asking(self) -> tuple[Segment, ...]:
        """The sentences of a question from the first that asks to the last; of one without a question mark the last sentence."""
        places = [place for place, segment in enumerate(self.segments) if segment.en.text.rstrip("”’").endswith("?")]
        return self.segments[places[0] : places[-1] + 1] if places else self.segments[-1:]

    @property
    def question(self) -> tuple[Segment, ...]:
        """As many of these sentences as can be read at a glance, and at least one; no sentence is cut."""
        lengths = accumulate(len(segment.zh.text) for segment in self.asking)
        return self.asking[: max(1, sum(length <= _GLANCE for length in lengths))]


@dataclass(frozen=True)
class Exchange:
    """A question or follow-up (``asked``) with its answers (``said``), or what is said without a question.

    ``earlier`` are answers to it that are listed with an earlier question.
    """

    asked: Spoken | None
    said: tuple[Spoken, ...]
    earlier: tuple[Spoken, ...] = field(default=())

    @property
    def page(self) -> str:
        """The page on which it begins."""
        return self.turns[0].turn.page

    @property
    def alone(self) -> bool:
        """Whether one turn answers, or is all that is said: then it can head the entry."""
        return len(self.said) == 1 and not self.earlier

    @property
    def turns(self) -> tuple[Spoken, ...]:
        """All its turns that are listed nowhere else."""
        return (self.asked, *self.said) if self.asked else self.said

    @property
    def sections(self) -> int:
        """How many sections answer."""
        return len({segment.section for turn in self.said for segment in turn.segments})

    @property
    def sentences(self) -> int:
        """How many sentences answer; where nobody does, how many ask."""
        return sum(len(turn.segments) for turn in self.said or self.turns)


@once
def spoken(corpus: Corpus, transcript: Transcript) -> tuple[Spoken, ...]:
    """The turns of an event that somebody speaks, in order."""
    apart = filtered_by_turn(transcript)
    by_turn: dict[str, list[Segment]] = {}
    for segment in transcript.segments.values():
        by_turn.setdefault(segment.turn, []).append(segment)
    found = []
    for turn in transcript.event.turns:
        segments = tuple(by_turn.get(turn.id, ()))
        by = segments[0].by if segments else ()
        if by:
            kinds = Counter(str(entry.kind) for entry in transcript.entries_of_turn.get(turn.id, ()))
            query = f"turn={turn.id}" if apart else f"speaker={'%20'.join(by)}"
            found.append(Spoken(turn, people_of(corpus, by), segments, kinds, query))
    return tuple(found)


def exchanges(corpus: Corpus, transcript: Transcript) -> list[Exchange]:
    """The questions of an event with their answers, and the statements, in order.

    Words of the moderator and a closing are listed where the register has entries of them.  An answer to several questions is listed with
    the first of them, and named in ``earlier`` with the others.
    """
    turns = spoken(corpus, transcript)
    found: list[Exchange] = []
    listed: set[str] = set()
    for said in turns:
        if said.turn.kind in ASKING:
            answers = [other for other in turns if said.turn.id in other.turn.answers]
            fresh = tuple(other for other in answers if other.turn.id not in listed)
            found.append(Exchange(said, fresh, tuple(other for other in answers if other.turn.id in listed)))
            listed.update(other.turn.id for other in fresh)
        elif said.turn.kind == "statement" or (said.turn.kind != "answer" and said.entries):
            found.append(Exchange(None, (said,)))
    return found


def needs_list(corpus: Corpus, transcript: Transcript, page: str) -> bool:
    """Whether a page of the transcript shows its exchanges as a list: one that a single turn answers has a card instead."""
    here = [exchange for exchange in exchanges(corpus, transcript) if exchange.page == page]
    return len(here) > 1 or any(not exchange.alone for exchange in here)


def filtered_by_turn(transcript: Transcript) -> bool:
    """Whether the register needs a filter by turn: a speaker has entries in several, which a filter by speaker cannot tell apart."""
    found = {(segment.by, segment.turn) for segment in (transcript.segments[entry.at] for entry in transcript.entries) if segment.by}
    return len({by for by, _ in found}) < len(found)


def moderators(corpus: Corpus, transcript: Transcript) -> list[Person]:
    """Who moderates: who speaks as the moderator, in order."""
    said = [(segment.kind, name) for segment in transcript.segments.values() for name in segment.by]
    moderating = {name for kind, name in said if kind == "moderator"}
    names = dict.fromkeys(name for kind, name in said if kind in {"moderator", "closing"})
    return [corpus.people[name] for name in names if corpus.people[name].kind == "moderator" or name in moderating]


def silent(corpus: Corpus, event: Event) -> list[Person]:
    """Those of the panel who have no words in the transcript."""
    speakers = {name for segment in corpus.transcripts[event.id].segments.values() for name in segment.by}
    return [corpus.people[name] for name in event.panel if name not in speakers]


def people_of(corpus: Corpus, names: Iterable[str]) -> tuple[Person, ...]:
    """The people with these ids, in the same order; raises ``KeyError`` for an id that is not known."""
    return tuple(corpus.people[name] for name in names)


def names_in(corpus: Corpus, people: Iterable[Person], lang: Lang) -> str:
    """The names of people who speak jointly, as one text; empty where nobody speaks."""
    return corpus.strings["and"][lang].join(person.name[lang] for person in people)


def names_of(corpus: Corpus, people: tuple[Person, ...]) -> Pair:
    """The names of people who speak jointly, of whom there is at least one, in both languages."""
    where = people[0].where
    return Pair(where, names_in(corpus, people, "zh"), names_in(corpus, people, "en"))
