"""The readings of the words of an event, by the script in which its source was received."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..model import Line, Pair, RegisterEntry, Segment
from ..model.once import once
from ..read.corpus import Corpus, Transcript
from ..text import readings
from ..text.readings import simplified, table


@once
def own_words(corpus: Corpus) -> Mapping[str, str]:
    """Names and terms that the data write in Traditional characters, by their Simplified form: a table cannot know which 锺 is a name."""
    names = [person.name.zh for person in corpus.people.values()] + [form for term in corpus.terms.values() for form in term.forms("zh")]
    written = {name.translate(table()): name for name in names}
    return {form: name for form, name in written.items() if form != name}


def edited(corpus: Corpus, transcript: Transcript, text: str) -> str:
    """Words of an event in the edited Traditional reading: slips corrected, Simplified characters in Traditional ones."""
    repaired = readings.edited(text, transcript.errata)
    return readings.traditional(repaired, own_words(corpus)) if transcript.event.is_simplified else repaired


def in_simplified(corpus: Corpus, transcript: Transcript, text: str) -> str:
    """Words of an event in the Simplified reading: slips corrected, Traditional characters in Simplified ones."""
    if transcript.event.is_simplified:
        return readings.edited(text, transcript.errata)
    return simplified(text, transcript.errata, corpus.simplified_overrides)


def in_traditional(corpus: Corpus, transcript: Transcript) -> Transcript:
    """An event received in Simplified characters with all its Chinese words in the edited Traditional reading; any other as it is."""
    if not transcript.event.is_simplified:
        return transcript

    def read(text: str) -> str:
        changed = edited(corpus, transcript, text)
        return changed if len(changed) == len(text) else readings.traditional(text, own_words(corpus))

    def pair(words: Pair) -> Pair:
        return replace(words, zh=read(words.zh))

    def line(words: Line) -> Line:
        return replace(words, label=read(words.label), text=read(words.text))

    def segment(one: Segment) -> Segment:
        return replace(one, zh=line(one.zh))

    def entry(one: RegisterEntry) -> RegisterEntry:
        return replace(one, quote=pair(one.quote), by=replace(one.by, words=pair(one.by.words)) if one.by else None)

    return replace(
        transcript,
        segments={address: segment(one) for address, one in transcript.segments.items()},
        entries=tuple(map(entry, transcript.entries)),
        notes=tuple(replace(note, quote=pair(note.quote)) for note in transcript.notes),
    )
