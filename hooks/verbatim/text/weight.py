"""Words that carry weight, found as words: 以下 in 可以下車 or at the head of a clause is none, a dash between clauses no range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..model import Lang, RequiredCounterpart
from .english_numbers import MONTHS
from .han_numbers import CHARACTERS
from .matching import either
from .numerals import NUMBER, plain

_END = rf"[\d%‰{CHARACTERS}多余几数]"
_BEGIN = rf"[\d{CHARACTERS}]"
_PLACES = {
    None: ("", ""),
    "after_number": (rf"(?:(?<={_END})|(?<={_END}\s))", ""),
    "after_words": (r"(?<=[^\W_]|[%‰”’」』》）)\]])", ""),
    "between_numbers": (rf"(?:(?<={_END})|(?<={_END}\s))", rf"(?=\s?{_BEGIN})"),
}


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
    """The forms of a language, folded, in small letters."""
    return tuple(plain(form).lower() for form in forms)


@cache
def _pattern(zh: tuple[str, ...], en: tuple[str, ...], place: str | None, inside: tuple[str, ...], lang: Lang) -> re.Pattern[str]:
    """The pattern of the forms in folded text, none counted inside another; ``word`` is empty in words that only hold a form."""
    if lang == "en":
        forms = either(en)
        if place == "between_numbers":
            begin = rf"(?:{NUMBER['en']}|\b(?:{'|'.join(MONTHS)}))"
            end = rf"(?:[^\W\d]{{0,3}}[$¥€£]?\s*{NUMBER['en']}|\b(?:{'|'.join(MONTHS)})\b)"
            return re.compile(rf"{begin}\s*(?P<word>{forms})(?=\s*{end})", re.I)
        return re.compile(rf"\b(?P<word>{forms})\b", re.I)
    before, after = _PLACES[place]
    return re.compile(rf"(?:{either(inside)})|{before}(?P<word>{either(zh)}){after}", re.I)
