"""Words that decide what a sentence promises: those of the closed lists, the forms of units, and the small words of each language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..model import Lang
from ..model.once import once
from ..read.corpus import Corpus
from ..text.matching import alternation
from ..text.numerals import plain

_SMALL: dict[Lang, str] = {
    "zh": "[不未無无沒没非免只僅仅或及與与和前後后上下內内外都各每全將将可應应須须必半常罕偶屢屡]"
    "|[據据][稱称悉說说報报傳传]|[很甚極极]少|疑似|[逐按][日週周月季年]",
    "en": r"(?:not|no|nor|never|none|neither|without|cannot|\w+n[’']t|hardly|scarcely|barely|fail\w*|refus\w*|unable|delay\w*|postpon\w*"
    r"|stop\w*|cancel\w*|or|only|after|before|by|until|since|over|under|above|below|within|beyond|more|less|fewer|all|any|each|every|both"
    r"|some|shall|will|would|can|could|may|might|must|should|intend\w*|plan\w*|try|tries|trying|study|studies|studying|consider\w*"
    r"|seldom|rarely|often|usually|always|sometimes|once|hourly|daily|weekly|monthly|quarterly|yearly|annual\w*|per|half"
    r"|double|alleged\w*|reported\w*|apparent\w*|perhaps|possibl\w*|probabl\w*|likely|largely|partly|partial\w*)",
}
"""Whether, how firmly, how often, by whose word, by when, of how much: words of no list that turn a promise when they come or go."""


def differing(corpus: Corpus, before: str, after: str, lang: Lang) -> Iterator[str]:
    """The deciding words that one of two texts has more often, as they are written; where only their order differs, all of them."""
    old, new = ([match[0].lower() for match in _pattern(corpus, lang).finditer(plain(text))] for text in (before, after))
    changed = (Counter(old) - Counter(new)) + (Counter(new) - Counter(old))
    yield from changed or (dict.fromkeys(old) if old != new else ())


@once
def _pattern(corpus: Corpus, lang: Lang) -> re.Pattern[str]:
    """The deciding words in folded text, the longest first."""
    forms = alternation({plain(form) for form in _listed(corpus, lang) if form.strip()})
    return re.compile(rf"(?:{forms})|{_SMALL[lang]}" if lang == "zh" else rf"(?<!\w)(?:(?:{forms})(?!\w)|{_SMALL[lang]}(?!\w))", re.I)


def _listed(corpus: Corpus, lang: Lang) -> Iterator[str]:
    """The words of operators, falls, strengths, scopes, echoes and times, and the forms of units."""
    lists = corpus.vocabulary
    for operator in (*lists.operators.values(), lists.fall):
        yield from (*operator.before[lang], *operator.after[lang])
    for signal in (*lists.strengths.values(), *lists.scopes.values()):
        yield from signal.words[lang]
    for echo in lists.echoes.values():
        yield from echo.zh if lang == "zh" else echo.en
    for period in (lists.months, lists.quarters):
        yield from (*period.this[lang], *period.next[lang])
    years = lists.years
    yield from (*years.before_last, *years.last, *years.this, *years.next) if lang == "zh" else ()
    for unit in corpus.units.values():
        yield from unit.zh if lang == "zh" else unit.en
