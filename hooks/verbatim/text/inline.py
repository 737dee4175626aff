"""A sentence cut into runs, so that a template can link terms and keep emphasis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Lang, Line
from .scripts import mixes
from .term_finder import Occurrence
from .typography import to_full_width


@dataclass(frozen=True)
class TextRun:
    """A stretch of text, emphasised or not."""

    text: str
    emphasis: bool


@dataclass(frozen=True)
class InlineSpan:
    """Runs that are one link to a term, or none; ``plain`` is the text where no run is emphasised and only one script is used."""

    term: str | None
    runs: tuple[TextRun, ...]
    plain: str | None = None


def inline_spans(line: Line, lang: Lang, linked: Iterable[Occurrence]) -> list[InlineSpan]:
    """The whole sentence as it is shown, the linked occurrences being spans of their own."""
    text = to_full_width(line.text) if lang == "zh" else line.text
    found: list[InlineSpan] = []
    end = 0
    for occurrence in linked:
        if end < occurrence.start:
            found.append(_span(None, _runs(text, line, end, occurrence.start), lang))
        found.append(_span(occurrence.term, _runs(text, line, occurrence.start, occurrence.end), lang))
        end = occurrence.end
    if end < len(text):
        found.append(_span(None, _runs(text, line, end, len(text)), lang))
    return found


def _span(term: str | None, runs: tuple[TextRun, ...], lang: Lang) -> InlineSpan:
    """A span of runs, with ``plain`` set where it applies."""
    plain = len(runs) == 1 and not runs[0].emphasis and not mixes(runs[0].text, lang)
    return InlineSpan(term, runs, runs[0].text if plain else None)


def _runs(text: str, line: Line, start: int, end: int) -> tuple[TextRun, ...]:
    """The part of a text from start to end, cut where emphasis begins or ends."""
    cuts = sorted({start, end} | {edge for span in line.emphasis for edge in span if start < edge < end})
    inside = [any(first <= cut < last for first, last in line.emphasis) for cut in cuts]
    return tuple(TextRun(text[a:b], strong) for a, b, strong in zip(cuts, cuts[1:], inside, strict=False))
