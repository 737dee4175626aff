"""A sentence split into spans and runs, so that a template can link terms and keep emphasis.

A ``TextRun`` is emphasised or not; an ``InlineSpan`` holds runs and is a link to one term or to none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise

from ..model import Lang, Line
from .scripts import mixes
from .term_finder import Occurrence
from .typography import to_full_width


@dataclass(frozen=True)
class TextRun:
    """A piece of text that is emphasised throughout or not at all."""

    text: str
    emphasis: bool


@dataclass(frozen=True)
class InlineSpan:
    """Runs that together link to ``term`` (an id), or to nothing.

    ``plain`` is the text if it is one run, not emphasised and in one script, and None otherwise: most spans need no markup inside.
    """

    term: str | None
    runs: tuple[TextRun, ...]
    plain: str | None = None

    @property
    def length(self) -> int:
        """How many characters it has."""
        return sum(len(run.text) for run in self.runs)


def inline_spans(line: Line, lang: Lang, linked: Iterable[Occurrence]) -> list[InlineSpan]:
    """The spans of a line for display: one for each linked occurrence and one for the text before, between and after them.

    ``linked`` are occurrences in ``line.text``, in order and without overlap.  Joined, the runs are the text, in Chinese with
    full-width marks.
    """
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


def split_spans(spans: Iterable[InlineSpan], places: Collection[int], lang: Lang) -> list[tuple[InlineSpan, int]]:
    """The spans split at places in their text, each with the place where it ends.

    Places count the characters before them.  A linked span stays whole, since a link holds no other link.
    """
    found: list[tuple[InlineSpan, int]] = []
    start = 0
    for span in spans:
        end = start + span.length
        cuts = [] if span.term else sorted({place for place in places if start < place < end})
        edges = list(pairwise((start, *cuts, end)))
        parts = [_span(span.term, _between(span.runs, first - start, last - start), lang) for first, last in edges] if cuts else [span]
        found += [(part, last) for part, (_, last) in zip(parts, edges, strict=True)]
        start = end
    return found


def _between(runs: tuple[TextRun, ...], first: int, last: int) -> tuple[TextRun, ...]:
    """The runs between two places in their text, those at the edges shortened."""
    found = []
    for run in runs:
        if piece := run.text[max(first, 0) : max(last, 0)]:
            found.append(TextRun(piece, run.emphasis))
        first, last = first - len(run.text), last - len(run.text)
    return tuple(found)


def _span(term: str | None, runs: tuple[TextRun, ...], lang: Lang) -> InlineSpan:
    """A span of runs, with ``plain`` set where it applies."""
    plain = len(runs) == 1 and not runs[0].emphasis and not mixes(runs[0].text, lang)
    return InlineSpan(term, runs, runs[0].text if plain else None)


def _runs(text: str, line: Line, start: int, end: int) -> tuple[TextRun, ...]:
    """The runs of a text from start to end, split where emphasis begins or ends."""
    cuts = sorted({start, end} | {edge for span in line.emphasis for edge in span if start < edge < end})
    inside = [any(first <= cut < last for first, last in line.emphasis) for cut in cuts]
    return tuple(TextRun(text[a:b], strong) for a, b, strong in zip(cuts, cuts[1:], inside, strict=False))
