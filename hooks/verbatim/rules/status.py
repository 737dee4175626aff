"""Status: what an event states of its source and its English can be true of its words."""

from __future__ import annotations

from collections import Counter

from ..model import OURS, English, Event
from ..model.faults import Faults
from ..read.corpus import Transcript
from ..text.readings import is_simplified


def check(transcript: Transcript, faults: Faults) -> None:
    """S3 the script is that of the characters, S4 whose the English is, is said once of each section and completely."""
    event = transcript.event
    found = is_simplified(transcript.text)
    if found is not None and found != event.is_simplified:
        script = "Simplified" if found else "Traditional"
        what = f"the script is {event.script}, but the characters of the source are {script}"
        fix = "write `script: simplified`" if found else "write the kind of Traditional script: traditional, taiwan, hong-kong or converted"
        faults.at(event.where, "script", "S3", what, fix)
    sections = {part.section for part in event.parts}
    said = Counter(section for one in event.english for section in one.sections or ("",))
    for one in event.english:
        _check_english(one, sections, said, event, faults)


def _check_english(english: English, sections: set[str], said: Counter[str], event: Event, faults: Faults) -> None:
    """One line on the English: it names who it is by where the kind needs that, and sections that are there, each once."""

    def report(key: str, what: str, fix: str) -> None:
        faults.at(english.where, key, "S4", what, fix)

    if (english.kind in OURS) == bool(english.by):
        wrong, fix = ("names who it is by", "remove `by`") if english.by else ("does not say who it is by", "add `by`")
        report("by", f"the English of kind {english.kind} {wrong}", f"{fix}, or choose another kind")
    if english.kind == "official" and english.revised:
        report("revised", "an official translation that somebody else revised", "remove `revised`, or choose the kind other")
    for section in english.sections or ("",):
        if section and section not in sections:
            report("sections", f"there is no section {section!r} in the turns of {event.id}", "name sections of the transcript")
        if said[section] > 1:
            report("sections", f"the English of {section or 'all other sections'} is stated {said[section]} times", "state it once")
