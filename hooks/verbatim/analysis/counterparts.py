"""Words that a sentence says in both languages or in neither: negation, modality, degree, time, order, actors, places, opposites.

A seal says that someone looked at a pair; this comparison does not depend on it.  The words are those of ``data/counterparts.yml``.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial

from ..model import TWIN, Counterpart, Lang, Person, Segment, may_be_word
from ..text.cache import Listed, cached
from ..text.folding import fold
from ..text.matching import alternation, folded, small, starts
from .agreement import REMEMBERED, Agreement, Missing, Part, as_it_is, parts

_NOT_INSIDE = r"(?<![\w-])"
_START = re.compile(rf"{_NOT_INSIDE}\S")
_BEGINNING: Mapping[Lang, int] = {"zh": 2, "en": 4}
"""How many first characters tell most forms of a language apart."""
Forms = tuple[tuple[tuple[str, ...], ...], ...]
"""For each counterpart its forms in each language, each followed by the longer strings that do not count."""

Counted = tuple[tuple[int, int, int], ...]
"""For each counterpart that a pair of texts says: its place in the list, how often the Chinese says it, and how often the English."""


def compared(
    segments: Iterable[Segment],
    counterparts: Iterable[Counterpart],
    people: Iterable[Person] = (),
    read: Callable[[str, str], str] = as_it_is,
) -> Agreement:
    """Each Chinese word of the lists is answered as often as it appears, each English one at least once; in a row of a table, in its cell.

    English repeats a noun where Chinese leaves it out, so that only Chinese words are counted.  What is missing is named by the
    first form of the language that says it.  What is part of the name of one of ``people`` is no word (阿不都拉, Will Smith).
    """
    total, missing = 0, []
    listed = tuple(counterparts)
    counted = counter(listed)
    unnamed = _without_names(people)
    for part in map(unnamed, parts(segments, read)):
        for place, chinese, english in counted(part.zh, part.en):
            one = listed[place]
            if chinese and one.asks != "en":
                total += 1
                if chinese > english:
                    missing.append(_missing(part, one, "zh"))
            if english and one.asks != "zh":
                total += 1
                missing += [_missing(part, one, "en")] * (not chinese)
    return Agreement(total, tuple(missing))


def _without_names(people: Iterable[Person]) -> Callable[[Part], Part]:
    """What blanks the full names of people in a part, whose places stay; a Chinese name of two characters may be a word.

    Of a deputy who is called by the title Chinese politely leaves 副 out (秦處長), English says it (Deputy Director Qin).
    """
    people = tuple(people)
    named = [person.name for person in people if person.family or person.pinyin]
    zh = re.compile(alternation({fold(one.zh) for one in named if not may_be_word(one.zh)}))
    deputies = {person.family.en for person in people if person.family and person.office and "副" in person.office.zh}
    called = re.compile(rf"\b(?:Vice|Deputy)(?=[ -](?:[A-Z][\w-]*[ -]){{1,3}}(?:{alternation(deputies)})(?!\w))")
    en = re.compile(rf"(?<!\w)(?:{alternation({one.en for one in named if ' ' in one.en})})(?!\w)")

    def unnamed(part: Part) -> Part:
        if "副" not in part.zh and called.search(part.en):
            part = replace(part, en=_blanked(part.en, called, part.en))
        chinese, english = zh.search(fold(part.zh)), en.search(part.en)
        return replace(part, zh=_blanked(part.zh, zh, fold(part.zh)), en=_blanked(part.en, en, part.en)) if chinese or english else part

    return unnamed


def _blanked(text: str, pattern: re.Pattern[str], compared: str) -> str:
    """A text with what a pattern finds in its compared form, which is as long, blanked."""
    for found in pattern.finditer(compared):
        text = f"{text[: found.start()]}{'·' * len(found[0])}{text[found.end() :]}"
    return text


def _missing(part: Part, one: Counterpart, lang: Lang) -> Missing:
    """What a part of the line of a language says and its twin does not."""
    other, text = TWIN[lang], part.zh if lang == "zh" else part.en
    found = tuple(spans(one, lang, text))
    start, end = found[0]
    places = tuple((part.start + start, part.start + end) for start, end in found) if lang == "zh" else ()
    return Missing(part.segment, one.forms(lang)[0], other, places, text[start:end], one.forms(other), part.cell)


def counter(counterparts: Iterable[Counterpart]) -> Callable[[str, str], Counted]:
    """What counts the words of a list in a Chinese and an English text."""
    return partial(_counted, _forms_of(counterparts))


def finder(counterparts: Iterable[Counterpart]) -> Callable[[str], list[tuple[int, int]]]:
    """What finds the words of a list that the English must answer: start and end of each in a Chinese text."""
    forms = _forms_of(one for one in counterparts if one.asks != "en")
    return lambda text: [span for _, span in _found(forms, "zh", fold(text))]


def _forms_of(counterparts: Iterable[Counterpart]) -> Listed[Forms]:
    return _listed(tuple((one.zh, one.zh_unless, one.en, one.en_unless) for one in counterparts))


@lru_cache(maxsize=4)
def _listed(forms: Forms) -> Listed[Forms]:
    return Listed(forms)


@cached(REMEMBERED)
def _counted(forms: Listed[Forms], chinese: str, english: str) -> Counted:
    """How often a pair of texts says each counterpart."""
    zh, en = _counts(forms, "zh", fold(chinese)), _counts(forms, "en", english)
    return tuple((place, zh.get(place, 0), en.get(place, 0)) for place in sorted(zh.keys() | en.keys()))


def _counts(forms: Listed[Forms], lang: Lang, text: str) -> Mapping[int, int]:
    """How often a text, in Chinese folded, says each counterpart, by its place in the list; those that it does not say are left out."""
    return Counter(place for place, _ in _found(forms, lang, text))


def _found(forms: Listed[Forms], lang: Lang, text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """The counterparts that a text, in Chinese folded, says, by their places in the list, each with its start and end there."""
    lower, stems = small(text), _stems_of(forms, lang)
    said = defaultdict[int, list[str]](list)
    for beginning in _beginnings(lower, lang) & stems.keys():
        for stem, place in stems[beginning]:
            if stem in lower:
                said[place].append(stem)
    for place, those in said.items():
        own, unless = _in(forms.value[place], lang)
        yield from ((place, span) for span in _spans(own, unless, lang, text, lower, those))


@lru_cache(maxsize=8)
def _stems_of(forms: Listed[Forms], lang: Lang) -> Mapping[str, list[tuple[str, int]]]:
    """The stems of every counterpart in one language, each with the place of the counterpart, by what they begin with.

    A sentence says few of the thousands, and to look for the others would take most of a check.
    """
    stems = defaultdict(list)
    for place, one in enumerate(forms.value):
        for stem in _stems(_in(one, lang)[0], lang):
            stems[stem[: _BEGINNING[lang]]].append((stem, place))
    return dict(stems)


def _beginnings(text: str, lang: Lang) -> set[str]:
    """What a stem may begin with where a text has one, up to the length of a beginning."""
    starts = range(len(text)) if lang == "zh" else [found.start() for found in _START.finditer(text)]
    return {text[start : start + length] for start in starts for length in range(1, _BEGINNING[lang] + 1)}


def _in(one: tuple[tuple[str, ...], ...], lang: Lang) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The forms of a counterpart in one language, and the longer strings that do not count."""
    zh, zh_unless, en, en_unless = one
    return (zh, zh_unless) if lang == "zh" else (en, en_unless)


def count(one: Counterpart, lang: Lang, text: str) -> int:
    """How often a text says one of the forms of a language."""
    return sum(1 for _ in spans(one, lang, text))


def spans(one: Counterpart, lang: Lang, text: str) -> Iterator[tuple[int, int]]:
    """Where a text says one of the forms of a language, longer strings that mean something else left out."""
    text = folded(text) if lang == "zh" else text
    lower = small(text)
    said = [stem for stem in _stems(one.forms(lang), lang) if stem in lower]
    if said:  # most texts hold none
        yield from _spans(one.forms(lang), one.unless(lang), lang, text, lower, said)


def _spans(
    forms: tuple[str, ...], unless: tuple[str, ...], lang: Lang, text: str, lower: str, said: Iterable[str]
) -> Iterable[tuple[int, int]]:
    """Where a text, in Chinese folded, says one of some forms, outside the longer strings of ``unless``.

    ``lower`` is the text in small letters, which holds the stems ``said``.
    """
    pattern = _pattern(forms, lang)
    if unless and (lang == "zh" or _matches(pattern, lang, text, lower, said)):  # most English texts have the stem in another word
        for longer in _exceptions(unless, lang):
            text = longer.sub(lambda found: " " * len(found[0]), text)
    return _matches(pattern, lang, text, lower, said)


def _matches(pattern: re.Pattern[str], lang: Lang, text: str, lower: str, said: Iterable[str]) -> Sequence[tuple[int, int]]:
    """Start and end of each match of a pattern, which begins where one of the stems ``said`` does in the text in small letters.

    In English it is looked for there alone: to look around each character of a text, as the pattern does, took twice as long as all else.
    """
    if lang == "zh":
        return [found.span() for found in pattern.finditer(text)]
    spans, end = list[tuple[int, int]](), 0
    for start in sorted({start for stem in said for start in starts(stem, lower)}):
        found = pattern.match(text, start) if start >= end else None
        if found:
            spans.append(found.span())
            end = found.end()
    return spans


@cache
def _stems(forms: tuple[str, ...], lang: Lang) -> tuple[str, ...]:
    """The forms in small letters, Chinese ones folded, English ones up to their first star."""
    return tuple(fold(form) if lang == "zh" else form.partition("*")[0].lower() for form in forms)


@cache
def _exceptions(unless: tuple[str, ...], lang: Lang) -> tuple[re.Pattern[str], ...]:
    """Patterns of longer strings that do not count; those with a capital letter are another word without it (May, may)."""
    cased = tuple(form for form in unless if form != form.lower())
    others = tuple(form for form in unless if form not in cased)
    exact = [re.compile(_pattern(cased, lang).pattern)] if cased else []
    return (*exact, *([_pattern(others, lang)] if others else []))


@cache
def _pattern(forms: tuple[str, ...], lang: Lang) -> re.Pattern[str]:
    """A pattern of any of the forms; in English whole words, not preceded by a hyphen."""
    if lang == "zh":
        return re.compile(alternation(map(fold, forms)))
    words = alternation(forms).replace(r"\*", r"\w*")
    return re.compile(rf"{_NOT_INSIDE}(?:{words})(?!\w)", re.I)
