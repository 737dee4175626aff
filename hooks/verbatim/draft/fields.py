"""The policy field of a register entry, from what is decided of the same turn or speaker, the name of the office, or the event."""

from __future__ import annotations

from collections import defaultdict

from ..model import ASKING, RegisterEntry, Segment
from ..read.corpus import Corpus, Transcript
from ..text.folding import fold
from ..text.open_points import is_open
from .proposals import Proposal


class Fields:
    """The fields that are decided, of all events by who speaks alone, of one by the turn."""

    def __init__(self, corpus: Corpus, transcript: Transcript) -> None:
        self._corpus, self._transcript = corpus, transcript
        self._of_speaker, self._of_turn = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
        for event in corpus.transcripts.values():
            for entry in event.entries:
                segment = event.segments.get(entry.at)
                if segment and not is_open(entry.field):
                    self._add(segment, entry.field, event is transcript)

    def _add(self, segment: Segment, field: str, is_here: bool) -> None:
        if len(segment.by) == 1:
            self._of_speaker[segment.by[0]].add(field)
        if is_here:
            self._of_turn[segment.turn].add(field)

    def of(self, entry: RegisterEntry) -> Proposal | None:
        """The field of all decided entries of the turn, else of all of each speaker, else the one whose name is in that of the office, else
        the one that the event adds to those of all.

        None where none is the only one; in the words of those who ask it is that of the event.
        """
        segment = self._transcript.segments[entry.at]
        asking = segment.kind in ASKING
        said = set() if asking else self._of_turn[segment.turn] or self._of_speakers(segment) or self._of_offices(segment)
        found = said or self._of_event()
        return Proposal(next(iter(found)), True) if len(found) == 1 else None

    def _of_speakers(self, segment: Segment) -> set[str]:
        """The fields of those who speak; none where nothing is known of one of them."""
        known = [self._of_speaker[one] for one in segment.by]
        return set().union(*known) if all(known) else set()

    def _of_event(self) -> set[str]:
        """The fields that the event adds to those of all."""
        path = f"data/{self._transcript.event.id}/extra-vocabulary.yml"
        return {key for key, name in self._corpus.vocabulary.fields.items() if name.where.path == path and not is_open(name.en)}

    def _of_offices(self, segment: Segment) -> set[str]:
        """The fields whose Chinese name is in the office of everyone who speaks."""
        people = [self._corpus.people[one] for one in segment.by]
        offices = [fold(person.office.zh) for person in people if person.office and not is_open(person.office.zh)]
        names = {key: fold(name.zh) for key, name in self._corpus.vocabulary.fields.items()}
        known = len(offices) == len(people)
        return {key for key, name in names.items() if known and all(name in office for office in offices)}
