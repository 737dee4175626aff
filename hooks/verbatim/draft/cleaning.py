"""A received text as the project keeps a source: one paragraph a line, without what the layout of a file or page added."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..model.base import Lang
from .shapes import parted, tables

_TIME = r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_DATE = r"\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?"
_STAMP = re.compile(
    rf"^[\[［(（]?\s*(?:{_DATE}[ \tT]*)?{_TIME}\s*[\]］)）]?[ \t　]*|[ \t　]*[\[［(（]\s*(?:{_DATE}[ \tT]*)?{_TIME}\s*[\]］)）]$", re.M
)
"""A time at the head of a line, or in brackets at its end, as live pages print it."""
_SPACES = "[ \t\u00a0\u3000\u200b\ufeff]"
_EDGES = re.compile(rf"^{_SPACES}+|{_SPACES}+$", re.M)
_BLANK = re.compile(r"\n{2,}")
_AFTER_SENTENCE = re.compile(rf"(?<=[。！？])([”’」』）]*){_SPACES}+")
_LABEL_SPACE = re.compile(rf"^([^\n:：。，,？?！!]{{1,24}}[:：]){_SPACES}+(?=[^\x00-\x7f]|\d)", re.M)


@dataclass(frozen=True)
class Cleaned:
    """A source text, and what was taken out of the received one, in words of both languages."""

    text: str
    removed: tuple[dict[Lang, str], ...]


_SPACING, _STANDINS = "\t \u00a0\u3000", "\ue000\ue001\ue002\ue003"
"""What is between the cells of a table, and what stands for it while other lines are cleaned."""


def _with_tables(text: str, clean: Callable[[str], str]) -> str:
    """A text cleaned but for what is between the cells of its tables; what is at the end of a row is not."""
    lines = text.split("\n")
    filled = [at for at, line in enumerate(lines) if line.strip()]
    for start, end in tables([lines[at] for at in filled]):
        for at in filled[start:end]:
            lines[at] = "".join(cell.translate(str.maketrans(_SPACING, _STANDINS)) for cell in parted(lines[at]))
    return clean("\n".join(lines)).translate(str.maketrans(_STANDINS, _SPACING))


_STEPS: tuple[tuple[dict[Lang, str], Callable[[str], str]], ...] = (
    ({"zh": "時間標記", "en": "time stamps"}, lambda text: _STAMP.sub("", text)),
    ({"zh": "定位字元", "en": "tabs"}, lambda text: re.sub("\t+", " ", text)),
    ({"zh": "行首行尾的空格", "en": "spaces at the ends of lines"}, lambda text: _EDGES.sub("", text)),
    ({"zh": "空行", "en": "blank lines"}, lambda text: _BLANK.sub("\n", text.strip("\n"))),
    (
        {"zh": "句間與冒號後的空格", "en": "spaces between sentences and after labels"},
        lambda text: _LABEL_SPACE.sub(r"\1", _AFTER_SENTENCE.sub(r"\1", text)),
    ),
)


def cleaned(text: str) -> Cleaned:
    """The lines of a text that hold something, and nothing that its layout added.  Doing it again changes nothing."""
    removed = []
    before = None
    while text != before:  # a space removed may bring another to the edge
        before = text
        for name, step in _STEPS:
            after = _with_tables(text, step)
            if after != text and name not in removed:
                removed.append(name)
            text = after
    return Cleaned(text, tuple(removed))
