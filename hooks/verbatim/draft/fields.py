"""The policy field of a register entry, from what is decided of the same speaker, or from the name of the office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from ..model import ASKING, RegisterEntry, Segment
from ..read.corpus import Corpus, Transcript
from ..text.folding import fold
from ..text.open_points import is_open
from .proposals import Proposal


def decided_fields(corpus: Corpus) -> Mapping[str, set[str]]:
    """The fields of the entries of all events in which they are decided, by the id of who says them."""
    found = defaultdict[str, set[str]](set)
    for transcript in corpus.transcripts.values():
        for entry in transcript.targets:
            if entry.at in transcript.segments and not is_open(entry.field):
                for one in transcript.segments[entry.at].by:
                    found[one].add(entry.field)
    return found


def field_of(corpus: Corpus, transcript: Transcript, entry: RegisterEntry, decided: Mapping[str, set[str]]) -> Proposal | None:
    """The field that all decided entries of the turn have, else all of the speakers, else the one whose name is in that of the office; None
    where none is the only one, and in the words of those who ask.
    """
    segment = transcript.segments[entry.at]
    if segment.kind in ASKING:
        return None
    turn = {one.field for one in transcript.entries_of_turn[segment.turn] if not is_open(one.field)}
    found = turn or {field for one in segment.by for field in decided.get(one, ())} or _of_offices(corpus, segment)
    return Proposal(next(iter(found)), True) if len(found) == 1 else None


def _of_offices(corpus: Corpus, segment: Segment) -> set[str]:
    """The fields whose Chinese name is in the offices of those who speak."""
    offices = [fold(person.office.zh) for person in map(corpus.people.__getitem__, segment.by) if person.office]
    return {key for key, name in corpus.vocabulary.fields.items() if any(fold(name.zh) in office for office in offices)}
