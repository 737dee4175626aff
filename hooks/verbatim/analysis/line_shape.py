"""The shape of an English line beside its Chinese one: marks, length, titles in italics, years in brackets.

Measured on 232 pairs: English words per Han character, a number in digits being one in both languages, are 0.6 to 1.16 in lines of 20
characters or more and 0.37 to 1.6 in shorter ones (the roster apart); lines of ceremony and of places have names that are long in Chinese
(新聞發布中心: Press Center), down to 0.52 and 0.36, so that the least is below these.  Published translations have as few as 0.4 where
nothing is left out, and then long words: a line is too short if its letters are few as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from ..model import EventDate, Segment, YearWords
from ..text.scripts import HAN, HAN_CHARACTER
from ..text.years import meant
from .agreement import Agreement, Missing

FEW = 5
"""Han characters below which a length says nothing: 發布人 is one word."""
SHORT = 20
"""Han characters below which a line is short."""
LONG_LINES = (0.5, 1.3)
"""English words per Han character, least, and per character and number, most."""
LETTERS = 2.5
"""English letters per Han character from which on a longer line is not too short, however few its words: those of sciences are long."""
SHORT_LINES = (0.33, 1.3)
"""The same for short lines."""
SENTENCE = 6
"""English words that even a short sentence may have beside (it will be … by the …)."""

_SAID = 8
"""Han characters from which on clauses in quotation marks are what somebody says, and no name."""

STRAIGHT = frozenset(f"foreign mark {mark!r}" for mark in "\"'")
"""What a straight quotation mark or apostrophe is called: a text that has them has them in most lines."""

REMEDIES = {
    "foreign mark": "write the English mark (“ ” ’ , .), and Chinese words in round brackets",
    "doubled word": "write the word once",
    "unfinished": "complete the line",
    "spaces": "write one space between words, and none before a mark",
    "quotation marks": "write “ before what is quoted and ” behind it",
    "quoted words": "put “ ” around what the Chinese quotes, and ‘ ’ around what is quoted in it",
    "end mark": "end the line with a mark where the Chinese does, and without one where it does not",
    "mark": "ask or call out where the Chinese does, and only there",
    "length": "compare both lines: something was left out or added",
    "italics": "put *…* around the title of each 《 》 of the Chinese, and around nothing else",
    "[": "write the year that the Chinese words mean, alone in its brackets, or leave both out",
}
"""How to correct each kind of difference, by what its name begins with."""

_WORDS = re.compile(r"[^\W_][\w’'.,-]*")
_NUMBER = re.compile(r"\d[\d.,]*")
_LETTER = re.compile(r"[^\W_]")
_OF_NAMES = re.compile(r"(?<=[\w,’] )[A-Z][a-z]")
"""Where a word of a name begins: two characters of Chinese (人大) may be six words (the Standing Committee of the …)."""
_FOREIGN = re.compile(rf"(?<!\()[{HAN}]|[，。：；！？（）「」『』《》、]|[\"'*_|{{}}#<>]")
_DOUBLED = re.compile(r"\b(\w+) \1\b", re.I)
_LEFT = re.compile(r"\b(?:TODO|TBD|TBC|FIXME|XXX+)\b|\?\?|!\)|…|\.\.\.")
_SPACES = re.compile(r"\s{2,}|\s(?=[,.;:?!])")
_BRACKETS = re.compile(r"\[([^\]]*)\]")
_CLAUSES = re.compile("[,，。;；!！?？]")
"""What is between or behind clauses, and in no name."""
_CURLED = re.compile("[“”]")
_OPENED = re.compile(r"[“‘]|(?<!\w)[\"'](?=\w)")
_ASKED = re.compile("[请請](?:问|問|教)")
"""Words of a question that often ends with a full stop (請問何時通車。)."""
_GREETED = re.compile("[好早安][!！]|早安|晚安|[谢謝祝贺賀迎恭]|加油|辛苦|快[乐樂]|再[见見]")
"""Words of greeting, thanks and wishes, which Chinese calls out and English often states (各位早安！ Good morning.)."""
_END = re.compile(r"[.?!:][”’)]*$")
_ABBREVIATION = re.compile(r"(?:\b[ap]\.m|\bU\.[KNS]|\b(?:Co|Corp|Inc|Jr|Ltd|Sr|St|etc))\.[”’)]*$")
"""What ends with a point that may end the line too (9:30 a.m.)."""


def compared(segments: Iterable[Segment], day: EventDate | None, words: YearWords) -> Agreement:
    """What was looked at in each line, and what does not agree; ``what`` names the kind of the difference."""
    checks: tuple[Callable[[Segment], Iterator[str]], ...] = (
        _marks,
        _quoted,
        _ends,
        _length,
        _titles,
        partial(_years, day=day, words=words),
    )
    total, missing = 0, []
    for segment in segments:
        total += len(checks)
        missing += [Missing(segment, what, "en") for check in checks for what in check(segment)]
    return Agreement(total, tuple(missing))


def remedy(what: str) -> str:
    """How to correct a difference that ``compared`` names."""
    return next(text for name, text in REMEDIES.items() if what.startswith(name))


def _marks(segment: Segment) -> Iterator[str]:
    """No mark or character of the other language, no straight quotation mark, no word or space twice, nothing left to be done."""
    text = segment.en.text.strip()
    left = text.replace("…", "") if "…" in segment.zh.text else text
    for name, pattern in (("foreign mark", _FOREIGN), ("doubled word", _DOUBLED), ("unfinished", _LEFT), ("spaces", _SPACES)):
        found = pattern.search(left if pattern is _LEFT else text)
        if found:
            yield f"{name} {found[0]!r}"
    if not _is_paired(text):
        yield "quotation marks"


def _is_paired(text: str) -> bool:
    """Whether each quotation that is opened in a text is closed behind it."""
    depth = 0
    for mark in _CURLED.findall(text):
        depth += 1 if mark == "“" else -1
        if depth < 0:
            return False
    return depth == 0


def _quoted(segment: Segment) -> Iterator[str]:
    """Clauses that the Chinese quotes are quoted in English; a name or a phrase in marks (「前瞻基礎建設計畫」) need not be."""
    said = segment.zh.text
    quoted = [one for one in _passages(said) if len(HAN_CHARACTER.findall(said, *one)) >= _SAID and _CLAUSES.search(said, *one)]
    if len(quoted) > len(_OPENED.findall(segment.en.text)):
        yield "quoted words"


def _passages(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each passage in quotation marks of a Chinese text."""
    opened: list[int] = []
    for place, mark in enumerate(text):
        if mark in "「『“‘":
            opened.append(place)
        elif mark in "」』”’" and opened:
            yield opened.pop(), place


def _ends(segment: Segment) -> Iterator[str]:
    """A sentence ends as its twin: asked or stated; a line of the roster or a title has no end mark in either language, a head may have
    a colon in one."""
    chinese, english = segment.zh.text.rstrip("”’」』）)"), segment.en.text
    ended = chinese.endswith(("。", "?", "？", "!", "！", "."))
    if ended != bool(_END.search(english)) and not chinese.endswith((":", "：")) and not _ABBREVIATION.search(english):
        yield "end mark"
    for mark, wide in ("?？", "!！"):
        said, marked = mark in chinese or wide in chinese, mark in english
        free = _ASKED.search(chinese) and marked if mark == "?" else _GREETED.search(chinese) and not marked
        if said != marked and not free:
            yield f"mark {mark!r}"


def _length(segment: Segment) -> Iterator[str]:
    """The English is as long as the Chinese lets expect."""
    han, words = len(HAN_CHARACTER.findall(segment.zh.text)), len(_WORDS.findall(segment.en.text))
    (least, most), beside = (LONG_LINES, 0) if han >= SHORT else (SHORT_LINES, SENTENCE)
    counted = han + len(_NUMBER.findall(segment.zh.text))
    is_short = words < least * han and (han < SHORT or len(_LETTER.findall(segment.en.text)) < LETTERS * han)
    written_out = len(_OF_NAMES.findall(segment.en.text)) / 2
    if segment.kind != "panel" and han >= FEW and (is_short or words - written_out > most * counted + beside):
        yield "length"


def _titles(segment: Segment) -> Iterator[str]:
    """Each title in 《 》 is in italics and nothing else, apart from foreign words in round brackets; Chinese has no emphasis."""
    text = segment.en.text
    titles = sum(not text[:start].endswith("(") for start, _ in segment.en.emphasis)
    if titles != segment.zh.text.count("《") or segment.zh.emphasis:
        yield "italics"


def _years(segment: Segment, day: EventDate | None, words: YearWords) -> Iterator[str]:
    """What is added in brackets is a year, and one that the Chinese words of time mean or that it states."""
    for added in _BRACKETS.findall(segment.en.text):
        years = meant(words, segment.zh.text, day.date.year) if day else set()
        if not re.fullmatch(r"\d{4}", added) or (day and int(added) not in years and added not in segment.zh.text):
            yield f"[{added}]"
