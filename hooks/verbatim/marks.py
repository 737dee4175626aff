"""A sentence cut into runs, so that a template can link terms and keep emphasis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .glossary import Occurrence
from .model import Lang, Line
from .typography import shown


@dataclass(frozen=True)
class Run:
    """A stretch of text, emphasised or not."""

    text: str
    emphasis: bool


@dataclass(frozen=True)
class Stretch:
    """Runs that are one link to a term, or none."""

    term: str | None
    runs: tuple[Run, ...]


def stretches(line: Line, lang: Lang, linked: Iterable[Occurrence]) -> list[Stretch]:
    """The whole sentence as it is shown, the linked occurrences being stretches of their own."""
    text = shown(line.text) if lang == "zh" else line.text
    found: list[Stretch] = []
    end = 0
    for occurrence in linked:
        if end < occurrence.start:
            found.append(Stretch(None, _runs(text, line, end, occurrence.start)))
        found.append(Stretch(occurrence.term, _runs(text, line, occurrence.start, occurrence.end)))
        end = occurrence.end
    if end < len(text):
        found.append(Stretch(None, _runs(text, line, end, len(text))))
    return found


def _runs(text: str, line: Line, start: int, end: int) -> tuple[Run, ...]:
    """The part of a text from start to end, cut where emphasis begins or ends."""
    cuts = sorted({start, end} | {edge for span in line.emphasis for edge in span if start < edge < end})
    inside = [any(first <= cut < last for first, last in line.emphasis) for cut in cuts]
    return tuple(Run(text[a:b], strong) for a, b, strong in zip(cuts, cuts[1:], inside, strict=False))
