"""Terms of the glossary that occur in a draft, and strings of its text that may be terms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..read.corpus import Corpus
from ..received.words import any_of, words
from ..text.folding import fold
from ..text.han_numbers import CHARACTERS
from ..text.matching import alternation
from ..text.scripts import HAN

_LENGTHS = range(2, 9)
_OFTEN = 3
"""How often a string must occur to be proposed."""
_MOST = 40
_SCHEME_LENGTHS = range(3, 9)
"""How many characters the name of a scheme has, its last word included."""
_IDLE = frozenset(map(fold, words("idle-characters")))
"""Characters of a string that is no term: they join words, or are words of their own."""
_NO_SCHEME = tuple(map(fold, words("no-schemes")))
_TITLE = re.compile("《([^《》]{2,40})》")
_QUOTED = re.compile(f"[“「『]((?=[^”」』]*[{HAN}])[{HAN}A-Za-z0-9]{{2,8}})[”」』]")
_MARKED = re.compile("《[^《》]*》|“[^“”]*”|「[^「」]*」")
_SCHEME = re.compile(rf"[{HAN}]{{2,}}?(?:(?:{any_of('scheme-ends', form=fold)})(?!师)|制(?![{HAN}]))")
_BEFORE_SCHEME = re.compile(rf".*(?:{any_of('before-schemes', form=fold)})")


def known(corpus: Corpus, texts: Sequence[str]) -> list[str]:
    """The terms of the glossary that occur in Chinese texts, the most frequent first."""
    found = Counter(occurrence.term for text in texts for occurrence in corpus.finder.zh(text))
    return [corpus.terms[term].zh for term, _ in found.most_common()]


def by_form(corpus: Corpus, texts: Sequence[str]) -> list[tuple[str, int]]:
    """Strings that look like a term even where they occur once, with their counts: titles (《…》), names in quotation marks, and what ends
    as schemes do (河長制, 碧水行動); of each form the most frequent first.
    """
    forms = ([found[1] for text in texts for found in form.finditer(text)] for form in (_TITLE, _QUOTED))
    counts = [*map(Counter, forms), Counter(scheme for text in texts for scheme in _schemes(text))]
    ordered = [one for form in counts for one in sorted(form.items(), key=lambda one: (-one[1], one[0]))]
    return [(text, count) for text, count in ordered if not _is_known(corpus, text)][:_MOST]


def _schemes(text: str) -> Iterator[str]:
    """The names of schemes in a text, without the words before them that are none of it (推行河長制)."""
    folded = _MARKED.sub(lambda found: " " * len(found[0]), _parted(fold(text)))
    for found in _SCHEME.finditer(folded):
        before = _BEFORE_SCHEME.match(found[0])
        name = text[found.start() + (before.end() if before else 0) : found.end()]
        if len(name) in _SCHEME_LENGTHS and not found[0].endswith(_NO_SCHEME):
            yield name


def _parted(folded: str) -> str:
    """A folded text with spaces for the characters that no term holds."""
    return "".join(" " if one in _IDLE or one in CHARACTERS else one for one in folded)


def _is_known(corpus: Corpus, text: str) -> bool:
    """Whether a text is a term of the glossary."""
    return any(one.end - one.start == len(text) for one in corpus.finder.zh(text))


def candidates(corpus: Corpus, texts: Sequence[str]) -> list[tuple[str, int]]:
    """Strings that occur at least three times, are no known term, no name or office of somebody and no part of a longer string that occurs
    as often, with their counts.
    """
    counts: Counter[str] = Counter()
    offices = (person.office.zh for person in corpus.people.values() if person.office)
    people = re.compile(alternation({fold(one) for one in (*(person.name.zh for person in corpus.people.values()), *offices)}))
    for text in texts:
        folded = people.sub(lambda found: " " * len(found[0]), fold(text))
        for occurrence in corpus.finder.zh(text):
            folded = f"{folded[: occurrence.start]}{' ' * (occurrence.end - occurrence.start)}{folded[occurrence.end :]}"
        for run in re.findall(rf"[{HAN}]{{2,}}", _parted(folded)):
            counts.update(run[start : start + size] for size in _LENGTHS for start in range(len(run) - size + 1))
    often = {text: count for text, count in counts.items() if count >= _OFTEN}
    whole = [
        (text, count) for text, count in often.items() if not any(text != one and text in one and often[one] >= count for one in often)
    ]
    written = {
        fold(text[at : at + size]): text[at : at + size] for text in texts for size in _LENGTHS for at in range(len(text) - size + 1)
    }
    return [(written[text], count) for text, count in sorted(whole, key=lambda one: (-one[1], -len(one[0]), one[0]))][:_MOST]
