r"""Signs of Markdown that are words of a transcript: on its pages they have ``\`` before them, as Markdown writes them (``\*``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

LABEL = r"\*\*((?:\\.|[^*\\])+)\*\*( *)"
"""A label at the head of a line, with the spaces after it."""
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
"""What CommonMark 0.31 (2.4) takes for an escape: the sign before any ASCII punctuation."""
_MASK = "\0"
"""What stands for an escaped sign where lines are read, so that nothing takes it for a mark."""
_BRACKETS = r"(?<!!)\[[^\[\]\\*_`<>{|&]*\](?![(:])"
"""Square brackets that are read as they are."""
_MARKS = re.compile(rf"(?P<kept>{_BRACKETS})|[\\*_`<>{{\[\]|]|&(?=#?\w+;)")
_AT_HEAD = re.compile(r"\A( *)(?=[-+#=~])|\A( *\d+)(?=\. )")


def masked(text: str) -> str:
    """A line with a character that is no mark in the place of each escape."""
    return _ESCAPE.sub(_MASK, text)


def signs(text: str) -> Iterator[str]:
    """The signs that ``masked`` took out of a line, in order."""
    return (found[1] for found in _ESCAPE.finditer(text))


def restored(text: str, taken: Iterator[str]) -> str:
    """A part of a masked line with its next signs."""
    return re.sub(_MASK, lambda found: next(taken, found[0]), text)


def escaped(text: str, at_head: bool = True) -> str:
    r"""Words so that a page that holds them is read as these words: ``\`` before each sign that would be a mark there.

    ``at_head`` is whether they head a line or follow its label; in an item of a list or a cell there is less that would be one.
    """
    marked = _MARKS.sub(lambda found: found[0] if found["kept"] else f"\\{found[0]}", text)
    return _AT_HEAD.sub(r"\1\2\\", marked) if at_head else marked
