"""A received text as the project keeps a source: one paragraph a line, without what the layout of a file or page added."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from ..model.base import Lang
from .labels import is_spoken, may_name_speaker, names_speaker
from .shapes import shapes, tables

_TIME = r"(?:[01]?\d|2[0-3])[:：][0-5]\d(?:[:：][0-5]\d)?(?![\d:：])"
_DATE = r"\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?"
_WHEN = rf"(?:{_DATE}[ \tT]*)?{_TIME}"
_IN_BRACKETS = rf"(?:[\[［]\s*{_WHEN}\s*[\]］]|[（(]\s*{_WHEN}\s*[）)])"
_GOES_ON = r"(?!\s*(?:[a-z至到起的之前後后—–~～-]|[AP]\.?M))"
"""What goes on with a time that is one of the words (8:30 至 17:00)."""
_STAMP = re.compile(rf"\s*(?:{_IN_BRACKETS}\s*|{_WHEN}(?:\s+|\Z)){_GOES_ON}")
_BEFORE_LABEL = re.compile(rf"\s*{_WHEN}(?P<label>[^\s\d:：。，,？?！!][^:：。，,？?！!]{{0,29}}[:：])")
_IN_LABEL = re.compile(rf"(?P<label>[^\s:：。，,？?！!（(\[［][^:：。，,？?！!（(\[［]{{0,29}}?)\s*{_IN_BRACKETS}\s*(?=[:：])")
_WHOLE = rf"{_DATE}[ \tT]*{_TIME}"
_OF_PAGE = rf"(?:[\[［]\s*{_WHOLE}\s*[\]］]|[（(]\s*(?={_DATE}[ \tT]*\d+[:：]\d+[:：]){_WHOLE}\s*[）)])"
_LAST_STAMP = re.compile(rf"(?:(?<=[。！？!?….”’」』])\s*{_IN_BRACKETS}|\s*{_OF_PAGE})\Z")
"""A time at the head of a line (in brackets, before a space or a label, or alone), in brackets within a label or after the last sentence,
or with its day in square brackets or to the second at the end of any line, as live pages print it; any other (8:30至17:00受理) is one of
the words.
"""
_CERTAIN = re.compile(rf"\d[:：]\d+[:：]\d|\A\s*[\[［]\s*{_DATE}")
"""What makes a time a stamp in any text: its seconds, or its day where it is in square brackets.  Others may be those of a timetable."""
_HEAD = re.compile(r"\s*[^\s:：][^:：。，,？?！!]{0,29}[:：]")
_LONGEST_STAMP = 64
_OTHER_ENDS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""Page breaks and other characters that end a line for some programs."""
_BYTE_ORDER = "\ufeff"
_UNSEEN = f"\u200b{_BYTE_ORDER}"
_SPACE = rf"(?:[^\S\n]|[{_UNSEEN}])"
_AFTER_SENTENCE = re.compile(rf"(?<=[。！？])([”’」』）]*){_SPACE}+")
_LABEL_SPACE = re.compile(rf"([^\n:：。，,？?！!]{{1,24}}[:：]){_SPACE}+(?=[^\x00-\x7f]|\d)")
_EAST_ASIAN = re.compile("[\u2e80-\uffef]")
_EDGES = re.compile(rf"\A{_SPACE}+|(?<!{_SPACE}){_SPACE}+\Z")
_EDGES_OF_ROW = re.compile(rf"\A(?:(?!\t){_SPACE})+|(?<!{_SPACE})(?:(?!\t){_SPACE})+\Z")
"""Spaces at the ends of a row: a tab there is beside an empty cell."""
_BLANK: dict[Lang, str] = {"zh": "空行", "en": "blank lines"}
_ENDS: dict[Lang, str] = {"zh": "換頁等其他換行字元", "en": "page breaks and other line ends"}


@dataclass(frozen=True)
class Cleaned:
    """A source text, and what was taken out of the received one, in words of both languages."""

    text: str
    removed: tuple[dict[Lang, str], ...]


_Step = Callable[[str, bool], str]
"""What is done to a line; the second value says whether it is a row of a table."""


def _without_stamp(by_line: bool, by_label: bool, line: str, is_row: bool) -> str:
    """A line without the times that are stamps: where speeches have them in these places, also those that may be of a timetable."""
    if is_row:
        return line
    start, end = _words_of(line)
    start = start if by_line or _CERTAIN.search(line[:start]) else 0
    end = end if by_line or _CERTAIN.search(line[end:]) else len(line)
    return _with_bare_label(line[start:end]) if by_label else line[start:end]


def _words_of(line: str) -> tuple[int, int]:
    """Where the words of a line begin and end, if the times before and behind them are stamps."""
    head, labelled = _STAMP.match(line), _BEFORE_LABEL.match(line)
    start = head.end() if head else labelled.start("label") if labelled and names_speaker(labelled["label"]) else 0
    last = _LAST_STAMP.search(line, max(start, len(line) - _LONGEST_STAMP))
    return start, last.start() if last else len(line)


def _with_bare_label(words: str) -> str:
    """The words of a line without the time that a label has in brackets."""
    within = _IN_LABEL.match(words)
    return f"{within['label']}{words[within.end() :]}" if within and may_name_speaker(f"{within['label']}:") else words


def _are_timed(lines: Sequence[str]) -> tuple[bool, bool]:
    """Whether at least half of the speeches have a time at the head or the end of their first line or alone before it; and in their label.

    Where none is known for a speech, as in English, all lines count that begin as with a label.
    """
    speeches, heads, is_timed = [], [], False
    for line in filter(str.strip, lines):
        start, end = _words_of(line)
        words = _with_bare_label(line[start:end])
        has_time = is_timed or end - start < len(line), len(words) < end - start
        is_timed = not words.strip()  # the time of what follows
        speeches += [has_time] if is_spoken(words) else []
        heads += [has_time] if _HEAD.match(words) else []
    found = speeches or heads
    by_line, by_label = (sum(one[place] for one in found) for place in (0, 1))
    return 0 < len(found) <= 2 * by_line, 0 < len(found) <= 2 * by_label


def _without_tabs(line: str, is_row: bool) -> str:
    return line if is_row else re.sub("\t+", " ", line)


def _without_edges(line: str, is_row: bool) -> str:
    return (_EDGES_OF_ROW if is_row else _EDGES).sub("", line)


def _without_inner_spaces(line: str, is_row: bool) -> str:
    if is_row:
        return line
    line = _AFTER_SENTENCE.sub(r"\1", line)
    label = _LABEL_SPACE.match(line)
    is_chinese = label and _EAST_ASIAN.search(line, 0, label.end() + 1)  # a space behind an English colon is of the words
    return label[1] + line[label.end() :] if label and is_chinese else line


def _without_marks(line: str, is_row: bool) -> str:
    return line.replace(_BYTE_ORDER, "")


def _steps(lines: Sequence[str]) -> Sequence[tuple[dict[Lang, str], _Step]]:
    """What is done to the lines of a text, one step after another, and what each takes out."""
    return (
        ({"zh": "時間標記", "en": "time stamps"}, partial(_without_stamp, *_are_timed(lines))),
        ({"zh": "位元組順序記號", "en": "byte order marks"}, _without_marks),
        ({"zh": "定位字元", "en": "tabs"}, _without_tabs),
        ({"zh": "行首行尾的空格", "en": "spaces at the ends of lines"}, _without_edges),
        ({"zh": "句間與冒號後的空格", "en": "spaces between sentences and after labels"}, _without_inner_spaces),
    )


def cleaned(text: str) -> Cleaned:
    """The lines of a text that hold something, and nothing that its layout added.  Doing it again changes nothing.

    A blank line is kept where it parts two lists or two tables.
    """
    removed = [_ENDS] if _OTHER_ENDS.search(text) else []
    lines = _OTHER_ENDS.sub("\n", text).split("\n")
    before: list[str] = []
    while lines != before:  # a space removed may bring another to the edge
        before = lines
        for name, step in _steps(lines):
            after = _stepped(lines, step)
            if after != lines and name not in removed:
                removed.append(name)
            lines = after
    kept = _without_blanks(lines)
    return Cleaned("\n".join(kept), (*removed, *([_BLANK] if len(kept) < len(lines) else [])))


def _stepped(lines: Sequence[str], step: _Step) -> list[str]:
    """Each line after a step; what is between the cells of a table is not for it."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    rows = {filled[start + at] for start, found in tables([lines[at] for at in filled]) for at in range(len(found))}
    return [step(line, at in rows) for at, line in enumerate(lines)]


def _without_blanks(lines: Sequence[str]) -> list[str]:
    """The lines, and of the blank ones those that part what would else be one list or table.

    Where a blank line follows each of its lines, it is their layout and parts nothing.
    """
    filled = [at for at, line in enumerate(lines) if line]
    after_blank = [at > 0 and not lines[at - 1] for at in filled]
    found = shapes([lines[at] for at in filled])
    kept: list[str] = []
    start = 0
    for at, place in enumerate(filled):
        if not found[at].form or found[at].first:
            start = at
            end = next((one for one in range(at + 1, len(filled)) if not found[one].form or found[one].first), len(filled))
            parts = any(after_blank[at + 1 : end]) and not all(after_blank[at + 1 : end])
        if at > start and parts and after_blank[at]:
            kept.append("")
        kept.append(lines[place])
    return kept
