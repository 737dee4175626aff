"""Clauses of a sentence, and the marks by which sentences are told apart."""

from __future__ import annotations

import re

_BREAK = re.compile(r"(?<!\d),|,(?!\d)|[，;；。:：？！?!\t]|——")
_END_MARKS = "。？！?!；;，,、：: "
SENTENCE_END = re.compile("[。！？!?]")
"""The end of a Chinese sentence, which a line of a roster and a line of the page around a text have not."""
QUOTED = re.compile("“[^”]*”|「[^」]*」|《[^》]*》")
"""What a Chinese text has in quotation marks."""


def clauses(text: str) -> list[tuple[int, int]]:
    """The spans of the clauses of a Chinese sentence, without the marks between them; a thousands comma is none."""
    edges = [0, *(edge for found in _BREAK.finditer(text) for edge in found.span()), len(text)]
    spans = [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return [span for span in (_trimmed(text, *span) for span in spans) if span[0] < span[1]]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without marks and spaces at its ends."""
    while start < end and text[start] in _END_MARKS:
        start += 1
    while start < end and text[end - 1] in _END_MARKS:
        end -= 1
    return start, end
