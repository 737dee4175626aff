"""What belongs to a sentence beside its words: register entries, notes, and ids that it had before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model import Note, RegisterEntry
from ..model.once import once
from ..read.corpus import Transcript


@dataclass(frozen=True)
class Annotations:
    """Register entries, notes and former ids of an event, each by the address of its sentence."""

    entries: Mapping[str, Sequence[RegisterEntry]]
    notes: Mapping[str, list[Note]]
    aliases: Mapping[str, list[str]]


@once
def annotations_by_address(transcript: Transcript) -> Annotations:
    """The annotations of an event; an alias counts only where the sentence stayed on its page."""
    notes: dict[str, list[Note]] = {}
    aliases: dict[str, list[str]] = {}
    for note in transcript.notes:
        notes.setdefault(note.at, []).append(note)
    for alias in transcript.aliases:
        (old_page, _, old), (new_page, _, new) = alias.old.partition("#"), alias.new.partition("#")
        if old and old_page == new_page:
            aliases.setdefault(new, []).append(old)
    return Annotations(transcript.entries_at, notes, aliases)
