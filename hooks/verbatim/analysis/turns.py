"""Who asked, who answered, and who of the panel has no words in the transcript."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..model import Event, Person, Segment
from ..read.corpus import Corpus, Transcript


@dataclass(frozen=True)
class Turn:
    """A question and who answers it; ``sections`` and ``sentences`` count the answer's parts and the sentences of both."""

    question: Segment
    asker: Person
    speaker: Person
    page: str
    sections: int
    sentences: int
    targets: Counter[str]


def turns(corpus: Corpus, transcript: Transcript) -> list[Turn]:
    """The questions of an event in order, each with its answer."""
    parts, people = transcript.event.parts, corpus.people
    found = []
    for part in parts:
        if part.kind != "question":
            continue
        answers = [other for other in parts if other.kind == "answer" and other.section.startswith(f"{part.section}-")]
        sections = {part.section, *(other.section for other in answers)}
        inside = [segment for segment in transcript.segments.values() if segment.section in sections]
        addresses = {segment.address for segment in inside}
        kinds = Counter(str(target.kind) for target in transcript.targets if target.at in addresses)
        question = [segment for segment in inside if segment.section == part.section][-1]
        speaker = people[(answers[0] if answers else part).by or ""]
        found.append(Turn(question, people[part.by or ""], speaker, part.page, len(answers), len(inside), kinds))
    return found


def silent(corpus: Corpus, event: Event) -> list[Person]:
    """Those of the panel who have no words in the transcript."""
    speakers = {part.by for part in event.parts}
    return [corpus.people[name] for name in event.panel if name not in speakers]
