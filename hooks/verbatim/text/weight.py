"""Words that carry weight, found as words: 以下 in 可以下車 or at the head of a clause is none, a dash between clauses no range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..model import Lang, RequiredCounterpart
from .english_numbers import MONTHS, NAMES
from .han_numbers import CHARACTERS
from .matching import either
from .numerals import NUMBER, plain

_END = rf"[\d%‰{CHARACTERS}多余几数]"
_BEGIN = rf"[\d{CHARACTERS}]"
_MEASURE = r"(?:[^\W\d_]|[%‰/℃\s])"  # letters as a class: a range of Han characters takes a hundred times as long to compile
_LONGEST = 4
"""How many characters of a measure word may stand between a number and a word about it (3個工作日內)."""
_MEASURED = "|".join(rf"(?<={_END}{_MEASURE * length})" for length in range(_LONGEST + 1))
_PLACES = {
    None: ("", ""),
    "after_number": (rf"(?:(?<={_END})|(?<={_END}\s))", ""),
    "after_measure": (rf"(?:{_MEASURED})", ""),
    "after_words": (r"(?<=[^\W_]|[%‰”’」』》）)\]])", ""),
    "between_numbers": (rf"(?:(?<={_END})|(?<={_END}\s))", rf"(?=\s?{_BEGIN})"),
}
_NEGATION = r"(?:not|cannot|never|no|none|nothing|nobody|neither|nor|without|\w+n['’]t)"
_ENDS = (
    *("only", "just", "merely", "doubt", "and", "but", "or", "that", "which", "who", "because", "if", "when", "while"),
    *("until", "till", "unless", "before", "delay", "hesitate", "wait", "rest", "stop", "fail"),
)
"""Words behind which a negation says nothing of what follows: of them the negation is (without delay, will not rest until)."""
_ON = rf"(?:\s(?!(?:{'|'.join(_ENDS)})\b)[\w'’-]+){{0,6}}"
_MARKS = {
    "{n}": rf"(?=\d|(?:an?|{'|'.join(sorted(NAMES))})\b)",
    "{not}": f"{_NEGATION}{_ON}",
    "{millions}": r"(?=(?:[^\W\d]{0,3}[$¥€£]\s?|[^\W\d]{3}\s)?\d[\d.,]*\s(?:million|billion|trillion)\b)",
}
"""What the marks of an English form stand for: where a number begins; a negation, with up to six words of its clause behind it; where
a number of millions begins: of so many, “more than” says what the Chinese for “or more” does."""
_COMPARISON = re.compile(r"\w+ than|over|above|below|under|.+ \{millions\}")
_NOT_NEGATED = r"(?<!\bno\s)(?<!\bnot\s)"
"""What is before a comparison that says what it does by itself: “no less than 3” is at least 3 and answers no 3以下."""
_MARK = re.compile(r"\\?\{\w+\\?\}")


def occurrences(echo: RequiredCounterpart, text: str, lang: Lang) -> int:
    """How often a text holds the Chinese word, where it carries weight, or in English one of the words that answer it."""
    return sum(1 for _ in spans(echo, text, lang))


def spans(echo: RequiredCounterpart, text: str, lang: Lang) -> Iterator[tuple[int, int]]:
    """Where these words are in a text."""
    folded = plain(text)
    small = folded.lower()
    if any(form in small for form in _forms(echo.zh if lang == "zh" else echo.en)):  # most texts hold none, and a pattern takes longer
        pattern = _pattern(echo.zh, echo.en, echo.place, echo.inside, lang)
        yield from (found.span("word") for found in pattern.finditer(folded) if found["word"])


@cache
def _forms(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The forms of a language, folded, in small letters, without their marks."""
    return tuple(_MARK.sub("", plain(form).lower()) for form in forms)


@cache
def _pattern(zh: tuple[str, ...], en: tuple[str, ...], place: str | None, inside: tuple[str, ...], lang: Lang) -> re.Pattern[str]:
    """The pattern of the forms in folded text, none counted inside another; ``word`` is empty in words that only hold a form."""
    if lang == "en":
        compared = {form for form in en if _COMPARISON.fullmatch(form)}
        forms = _marked(either(form for form in en if form not in compared))
        if compared:
            forms += rf"|{_NOT_NEGATED}(?:{_marked(either(compared))})"
        if place == "between_numbers":
            begin = rf"(?:{NUMBER['en']}|\b(?:{'|'.join(MONTHS)}))"
            end = rf"(?:[^\W\d]{{0,3}}[$¥€£]?\s*{NUMBER['en']}|\b(?:{'|'.join(MONTHS)})\b)"
            alone = [form for form in en if _MARK.search(form)]
            between = either(form for form in en if form not in alone)
            by_itself = rf"\b(?:{_marked(either(alone))})" if alone else "(?!)"
            return re.compile(rf"(?P<begin>{begin}\s*)?(?P<word>(?(begin)(?:{between})|{by_itself}))(?=\s*{end})", re.I)
        return re.compile(rf"\b(?P<word>{forms})\b", re.I)
    before, after = _PLACES[place]
    return re.compile(rf"(?:{either(inside)})|{before}(?P<word>{either(zh)}){after}", re.I)


def _marked(forms: str) -> str:
    """A pattern of forms with what their marks stand for."""
    return _MARK.sub(lambda mark: _MARKS[mark[0].replace("\\", "")], forms)
