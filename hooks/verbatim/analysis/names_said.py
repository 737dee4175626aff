"""The people whom a sentence names: both lines of a pair name the same ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..model import Pair, Person, Segment
from ..text.folding import fold
from ..text.matching import alternation, contains_word
from .agreement import Missing

_WORD = 2
"""Characters of a name that may be a word as well."""
_Named = tuple[Pair, Pair | None]
"""The name of a person, and the family name if it is known."""


def compared(segments: Iterable[Segment], people: Iterable[Person]) -> tuple[Missing, ...]:
    """Each person whose full name one line of a pair has and whom the other names neither so nor by the family name.

    The lines of a roster are not compared, nor people who have a role and no name.  A name of two characters may be a word (高峰): English
    may lack it unless it names somebody whom the Chinese does not.
    """
    named = [(person.name, person.family) for person in people if person.family or person.pinyin]
    in_zh = re.compile(alternation({fold(name.zh) for name, _ in named}))
    in_en = re.compile(rf"(?<!\w)(?:{alternation({name.en for name, _ in named})})(?!\w)")
    return tuple(one for segment in segments if segment.kind != "panel" for one in _of_pair(segment, named, in_zh, in_en))


def _of_pair(segment: Segment, named: Sequence[_Named], in_zh: re.Pattern[str], in_en: re.Pattern[str]) -> Iterator[Missing]:
    zh, en = fold(segment.zh.text), segment.en.text
    chinese, english = {*in_zh.findall(zh)}, {*in_en.findall(en)}
    if not chinese and not english:
        return
    rest = {"zh": in_zh.sub("|", zh), "en": in_en.sub("|", en)}  # a family name in a full name names nobody else
    here = [(name, family) for name, family in named if fold(name.zh) in chinese]
    other = english - {name.en for name, _ in here}
    for name, family in here if other else [one for one in here if len(one[0].zh) > _WORD]:
        whole = all(contains_word(word, en, "en", exactly=True) for word in name.en.split())
        if not whole and not (family and contains_word(family.en, rest["en"], "en", exactly=True)):
            yield Missing(segment, name.en, "en", said=name.zh, answers=(name.en, *([family.en] if family else [])))
    for name, family in named:
        if name.en in other and not (family and fold(family.zh) in rest["zh"]):
            yield Missing(segment, name.en, "zh")
