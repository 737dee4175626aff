"""Consequences of a line without a twin (W1, W2): no line of such a section is compared with the one in its place.

What compares its lines is left out, what names one of its sentences, and what must appear in some sentence: a line that was deleted left
hundreds of faults beside its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model import LANGS, Lang, Part, Section
from ..model.faults import Faults
from ..read.corpus import Corpus, Transcript
from .alignment import section_of
from .places import Place, in_record

_TOLD = {"W1", "W2"}
_OF_A_LINE = re.compile(r"[DN]\d|G3|K3|W6")
_OF_A_HEADING = re.compile("P7")
_OF_A_PAGE = re.compile("A6")
_OF_A_SENTENCE = re.compile(r"[ADGINRT]\d")
_OF_A_WORD = re.compile("A1|G[134]|H1|K4|N3")


def places(corpus: Corpus, found: Faults) -> Iterator[Place]:
    """Every place of what may follow from a line without a twin, which is one of the faults that were ``found``."""
    told = {folder for fault in found if fault.code in _TOLD for folder in fault.path.split("/")}
    events = [corpus.transcripts[event] for event in corpus.transcripts if event in told]  # to look at an event is to read it
    apart = [(transcript, part) for transcript in events for part in transcript.event.parts if _apart(corpus, transcript, part)]
    for transcript, part in apart:
        yield from _of_section(corpus, transcript, part)
    if apart:
        yield from _of_words(corpus, events)


def _apart(corpus: Corpus, transcript: Transcript, part: Part) -> bool:
    """Whether the two languages of a section have other lines, or one has none."""
    return len({_shape(section) for _, section in _sections(corpus, transcript, part).values()}) > 1


def _shape(section: Section | None) -> tuple[int, ...]:
    """How many lines each paragraph has."""
    return tuple(map(len, section.paragraphs)) if section else ()


def _sections(corpus: Corpus, transcript: Transcript, part: Part) -> dict[Lang, tuple[str, Section | None]]:
    """The path and the section of a part in each language."""
    return {lang: section_of(corpus, transcript, part, lang) for lang in LANGS}


def _of_section(corpus: Corpus, transcript: Transcript, part: Part) -> Iterator[Place]:
    """The lines of a section, the headings of its page, and the records that name one of its sentences."""
    name = f"{transcript.event.id}/{part.page}"
    for lang, (path, section) in _sections(corpus, transcript, part).items():
        yield path, 1, _OF_A_PAGE
        yield from ((path, line.number, _OF_A_LINE) for line in (section.lines if section else ()))
        page = corpus.pages.get((lang, name))
        yield from ((path, other.number, _OF_A_HEADING) for other in (page.sections.values() if page else ()))
    named = [
        *((entry, entry.at) for entry in transcript.entries),
        *((note, note.at) for note in transcript.notes),
        *((exception, exception.at) for exception in transcript.agreement_exceptions),
        *((alias, alias.new.partition("#")[2]) for alias in transcript.aliases),
        *((correction, correction.at.removeprefix(f"{transcript.event.id}/")) for correction in corpus.corrections),
    ]
    for record, at in named:
        if at.rpartition("-")[0] == part.section:
            yield from in_record(record, _OF_A_SENTENCE)


def _of_words(corpus: Corpus, events: Iterable[Transcript]) -> Iterator[Place]:
    """What must appear in some sentence, and may in one that has no twin."""
    accounts = (account for transcript in events for account in transcript.accounts)
    for record in (*corpus.terms.values(), *corpus.synonyms, *accounts):
        yield from in_record(record, _OF_A_WORD)
