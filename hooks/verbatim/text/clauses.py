"""Clauses of a sentence, and the words in it that say whether something is promised or has been done."""

from __future__ import annotations

import re
from importlib.resources import files

from .matching import alternation
from .numerals import plain
from .word_lists import word_lists

_WORDS = word_lists(files(__package__) / "tables" / "promises.txt")

_BREAK = re.compile(r"(?<!\d),|,(?!\d)|[，;；。:：？！?!\t]|——")
_END_MARKS = "。？！?!；;，,、：: "


def _either(*names: str) -> str:
    """A pattern that matches any word of some lists."""
    return alternation(plain(word) for name in names for word in _WORDS[name])


_VERB_WORDS, _DEEDS, _NAMED, _IDLE, _PLEDGES = (re.compile(_either(name)) for name in ("verbs", "done", "things", "no-promise", "pledges"))
_FIRM_WORDS = re.compile(rf"{_either('firm')}|\d{{3,4}}年(?:\d+月)?(?:{_either('before')})")
_STATE = re.compile(f"(?:{_either('until')})[^,，;；]{{0,16}}?(?:{_either('ends')}|(?=[,，;；]))")
"""How far a state goes (截至5月底), whose words of time promise nothing."""
_OF_A_NOUN = re.compile("(?:已|已經|已经)[^,，;；]{1,8}?的")
"""What was done with the noun that follows (已創建的單位), which says nothing of what will be done with it."""
_HEADS = re.compile(_either("prepositions"))
_NEAR_THE_HEAD = 4
"""Before how many characters of a clause its verb begins, if it begins with one: adverbs take two or four."""
_FINISHED = re.compile(f"(?:{_either('verbs', 'outcomes')})了")
_ORDINARY = frozenset(map(plain, _WORDS["ordinary"]))


def clauses(text: str) -> list[tuple[int, int]]:
    """The spans of the clauses of a Chinese sentence, without the marks between them; a thousands comma is none."""
    edges = [0, *(edge for found in _BREAK.finditer(text) for edge in found.span()), len(text)]
    spans = [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return [span for span in (_trimmed(text, *span) for span in spans) if span[0] < span[1]]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without marks and spaces at its ends."""
    while start < end and text[start] in _END_MARKS:
        start += 1
    while start < end and text[end - 1] in _END_MARKS:
        end -= 1
    return start, end


def promised(before: str) -> str:
    """The word that makes a promise of what follows ``before``, the sentence up to there; empty where a word says that it was done.

    The nearest firm word or word of what was done decides; without either a verb of work promises.
    """
    folded = _OF_A_NOUN.sub(_blank, _IDLE.sub(_blank, plain(before)))
    firm, *done = (max((found.end() for found in one.finditer(folded)), default=0) for one in (_FIRM_WORDS, _DEEDS, _FINISHED, _STATE))
    found = list((_FIRM_WORDS if firm > max(done) else _VERB_WORDS).finditer(folded))
    return before[found[-1].start() : found[-1].end()] if found and firm >= max(done) else ""


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def without_states(clause: str) -> str:
    """A folded clause without the words that say how far a state goes: they are no deadline."""
    return _STATE.sub(_blank, clause)


def continues(clause: str) -> bool:
    """Whether a clause says only of what something holds, so that the verb of the one before it holds for it: no verb, no preposition, no
    word by which it promises all that it says.
    """
    folded = plain(clause)
    return (
        not _PLEDGES.search(_IDLE.sub(_blank, folded))
        and not _HEADS.match(folded)
        and not any(found.start() <= _NEAR_THE_HEAD for found in _VERB_WORDS.finditer(folded))
    )


def verb(clause: str) -> int | None:
    """The place of the first verb of work in a clause that names something which can be checked later; None in other clauses."""
    folded = plain(clause)
    found = _VERB_WORDS.search(folded)
    return found.start() if found and names_thing(clause[found.start() :]) else None


def pledges(clause: str, before: str) -> str:
    """The word by which a clause, or the end of the one before it, promises all that the clause says; empty where none does."""
    for text, at_end in ((before, True), (clause, False)):
        folded = _IDLE.sub(_blank, plain(text))
        for found in _PLEDGES.finditer(folded):
            if (found.end() == len(folded)) == at_end:
                return text[found.start() : found.end()]
    return ""


def names_thing(text: str) -> bool:
    """Whether a text names a plan, a platform, a rule or the like, or something in quotation marks."""
    return _NAMED.search(plain(text)) is not None or any(mark in text for mark in "《“「")


def is_ordinary(word: str) -> bool:
    """Whether a word of promise is also an everyday verb, so that it promises only with something that can be checked."""
    return plain(word) in _ORDINARY
