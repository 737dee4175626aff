"""The people whom a sentence names: both lines of a pair name the same ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ..model import Lang, Pair, Person, Segment, may_be_word
from ..text.folding import fold
from ..text.matching import alternation, contains_word
from .agreement import Missing

_TITLE_BEHIND = (
    "(?:副|助理|常务副?|政务)?(?:[部厅局处司署院区市县省镇乡村馆校会站科股组队所行社团州]长|主任|主席|书记|次长|总裁|总?经理|发言人|先生|女士|小姐"
    "|教授|博士|院士|秘书长|委员|参事|专员|政委|司令|大使|总工程师)"
)
"""A title behind a family name, folded."""
_TITLE_BEFORE = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?|Minister|Director(?:-General)?|Secretary(?:-General)?|Commissioner|Governor|Mayor|Chair(?:man|woman|person)?"
    r"|President|Premier|Chief|Spokes(?:person|man|woman)|Professor|Magistrate|Administrator|Commander|Superintendent|Ambassador|Head)"
)
_PREPOSITIONS = frozenset("向和由于从对经为与")
"""Family names that are small words as well."""
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
    rest: dict[Lang, str] = {"zh": in_zh.sub("|", zh), "en": in_en.sub("|", en)}  # a family name in a full name names nobody else
    yield from _titled(segment, named, rest, zh, en)
    if not chinese and not english:
        return
    here = [(name, family) for name, family in named if fold(name.zh) in chinese]
    other = english - {name.en for name, _ in here}
    for name, family in here if other else [one for one in here if not may_be_word(one[0].zh)]:
        whole = all(contains_word(word, en, "en", exactly=True) for word in name.en.split())
        if not whole and not (family and contains_word(family.en, rest["en"], "en", exactly=True)):
            yield Missing(segment, name.en, "en", said=name.zh, answers=(name.en, *([family.en] if family else [])))
    for name, family in named:
        if name.en in other and not (family and fold(family.zh) in rest["zh"]):
            yield Missing(segment, name.en, "zh")


def exchanged(segments: Iterable[Segment], people: Iterable[Person]) -> tuple[Missing, ...]:
    """The first person of each pair whose lines name several in another order: what is said of one may be told of another."""
    named = [(person.name, person.family) for person in people if person.family or person.pinyin]
    return tuple(one for segment in segments if segment.kind != "panel" for one in _exchanged(segment, named))


def _exchanged(segment: Segment, named: Sequence[_Named]) -> Iterator[Missing]:
    zh, en = fold(segment.zh.text), segment.en.text
    shared = Counter(family.zh for _, family in named if family)
    places = []
    for name, family in named:
        own = family if family and shared[family.zh] == 1 else None
        chinese = re.search("|".join([re.escape(fold(name.zh)), *([_titled_in_zh(own.zh)] if own else [])]), zh)
        english = re.search(rf"(?<!\w)(?:{alternation([name.en, *([own.en] if own else [])])})(?!\w)", en) if chinese else None
        if chinese and english:
            places.append((chinese.start(), english.start(), name))
    places.sort(key=lambda one: one[0])
    for (_, first, name), (_, second, _) in pairwise(places):
        if second < first:
            yield Missing(segment, name.en, "en", said=name.zh)
            return


def _titled(segment: Segment, named: Sequence[_Named], rest: Mapping[Lang, str], zh: str, en: str) -> Iterator[Missing]:
    """Each family name with a title behind it in Chinese (秦處長), or before it in English, that the other line does not have at all.

    ``rest`` are the lines without full names.
    """
    families = sorted({(family.zh, family.en) for _, family in named if family})
    for family, english in families:
        alike = [fold(one) for one, other in families if other == english]
        if re.search(_titled_in_zh(family), rest["zh"]):
            if not contains_word(english, en, "en", exactly=True):
                yield Missing(segment, english, "en", said=family, answers=(english,))
        elif _titled_in_english(english).search(rest["en"]) and not any(one in zh for one in alike):
            yield Missing(segment, english, "zh")


def _titled_in_english(family: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_TITLE_BEFORE}\s{re.escape(family)}(?!\w)")


def _titled_in_zh(family: str) -> str:
    """A pattern, for folded text, of a family name with a title behind it; of one that is also a preposition, a pattern of nothing."""
    return "(?!)" if fold(family) in _PREPOSITIONS else f"{re.escape(fold(family))}{_TITLE_BEHIND}"
