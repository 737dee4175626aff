"""Seals: a short fingerprint of each sentence with its twin, and of each register entry, taken when they were last compared.

A seal that no longer fits shows that one of the two lines, or what an entry says of them, was changed, so that neither drifts unseen.  A
line of ``seals.txt`` is an address or ``entry/id``, its seal and, since seals are a decision, the day and who took it.  A pair that a
second person has compared may have ``reviewed:`` and its seal, with day and name, until it is sealed; the seal then names that person too.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from ..model import LANGS, TWIN, Counterpart, Lang, RegisterEntry, Segment
from ..read.corpus import Corpus
from ..text.fingerprint import sha256
from ..text.numerals import values
from .counterparts import count
from .deciding import differing

ARROW = " → "
"""What is between the words that went and those that came."""
ENTRY = "entry/"
"""What the name of a register entry begins with in ``seals.txt``."""

_REVIEWED = "reviewed:"
"""What stands before the seal of a pair that a second person has compared and nobody has sealed yet."""

_PIECES: dict[Lang, re.Pattern[str]] = {"zh": re.compile(r"\d+|\S"), "en": re.compile(r"[\w’'-]+|[^\w\s]")}
_JOIN: dict[Lang, str] = {"zh": "", "en": " "}


def seal(segment: Segment) -> str:
    """The seal of one pair of lines, the emphasis of the English included: 16 hexadecimal digits, the first 64 bits of a SHA-256.

    A changed pair has the seal of the old one with a probability of 1 in 2**64.
    """
    return _fingerprint(f"{segment.zh.text}\n{segment.en.text}\n{segment.en.emphasis}")


def review_of(seal: str) -> str:
    """What ``seals.txt`` has in the place of a seal while the pair was compared by a second person and is not sealed."""
    return f"{_REVIEWED}{seal}"


def facts(entry: RegisterEntry) -> Iterator[tuple[str, str]]:
    """What a register entry says of its sentence, key by key as the data write it; notes and terms, which only explain, are left out."""
    for key in ("at", "kind", "quote", "what", "amount", "unit", "each", "by", "strength", "scope", "field"):
        value = getattr(entry, key)
        if value:
            yield key, _written(value)


def _written(value: object) -> str:
    """A value of an entry as text, without its place in the file."""
    if dataclasses.is_dataclass(value):
        parts = ((one.name, getattr(value, one.name)) for one in dataclasses.fields(value) if one.name != "where")
        return ", ".join(f"{name}: {_written(part)}" for name, part in parts if part is not None)
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def entry_seal(entry: RegisterEntry) -> str:
    """The seal of what a register entry says of its sentence: 16 hexadecimal digits."""
    return _fingerprint("\n".join(map(": ".join, facts(entry))))


def _fingerprint(text: str) -> str:
    """The first 64 bits of the SHA-256 of a text, as hexadecimal digits."""
    return sha256(text)[:16]


def seals_of(segments: Iterable[Segment], entries: Iterable[RegisterEntry]) -> dict[str, str]:
    """The seals of sentences, by address, and of register entries, by ``entry/id``, in their order."""
    return {
        **{segment.address: seal(segment) for segment in segments},
        **{f"{ENTRY}{entry.id}": entry_seal(entry) for entry in entries},
    }


def sealed(segments: Iterable[Segment], entries: Iterable[RegisterEntry]) -> str:
    """The text of ``seals.txt`` for sentences and entries that were all compared: each and its seal a line, in their order."""
    return "".join(f"{name} {new}\n" for name, new in seals_of(segments, entries).items())


def renewed(text: str, new: Mapping[str, str], agreed: Collection[str], mark: str) -> str:
    """The text of ``seals.txt`` with the ``new`` seals, each with a mark (day and name), for those agreed on; all others as they were.

    Who reviewed the very words that are sealed stays on the line, unless the same person seals them.  Seals of what is gone stay behind the
    others until all is sealed: what is open may be the same pairs at another address, and who refuses them may go back.
    """
    old = _lines(text)
    lines = [_line(name, seal, mark, old.get(name, "")) if name in agreed else old.get(name, "") for name, seal in new.items()]
    sealed = all(line.split()[1:2] == [seal] for line, seal in zip(lines, new.values(), strict=True))
    return _written_lines([*lines, *([] if sealed else _gone(old, new))])


def reviewed(text: str, new: Mapping[str, str], names: Collection[str], mark: str) -> str:
    """The text of ``seals.txt`` that says of some pairs, with a mark, that a second person compared them; all others as they were.

    ``new`` are the seals of all pairs and entries, in their order; those of what is gone are behind them.
    """
    old = _lines(text)
    lines = [f"{name} {review_of(seal)} {mark}" if name in names else old.get(name, "") for name, seal in new.items()]
    return _written_lines([*lines, *_gone(old, new)])


def own_reviews(text: str, new: Mapping[str, str], agreed: Collection[str], mark: str) -> list[str]:
    """What of that which is agreed on was reviewed by the very person of the mark, who is no second one."""
    old = _lines(text)
    return [name for name in new if name in agreed and _person(_review(name, new[name], old.get(name, ""))) == _person(mark)]


def _gone(old: Mapping[str, str], new: Collection[str]) -> list[str]:
    """The lines of what is not there any more."""
    return [line for name, line in old.items() if name not in new]


def _written_lines(lines: Iterable[str]) -> str:
    """The text of ``seals.txt`` with these lines, the empty ones left out."""
    return "".join(f"{line}\n" for line in lines if line)


def _lines(text: str) -> dict[str, str]:
    """The lines of ``seals.txt`` by what they seal."""
    return {line.partition(" ")[0]: line for line in text.splitlines()}


def _line(name: str, seal: str, mark: str, old: str) -> str:
    """The line of a seal that is taken now; ``old`` is the line before it."""
    review = _review(name, seal, old)
    return f"{name} {seal} {mark}" + (f", reviewed {review}" if review and _person(review) != _person(mark) else "")


def _review(name: str, seal: str, line: str) -> str:
    """Day and name of who reviewed the words of a seal, as a line of ``seals.txt`` has them; empty where nobody did."""
    head = f"{name} {review_of(seal)} "
    return line.removeprefix(head) if line.startswith(head) else ""


def _person(mark: str) -> str:
    """The name in a mark, without its day, as it is compared."""
    return mark.partition(" ")[2].casefold()


def difference(before: Segment | None, after: Segment) -> Iterator[str]:
    """What was changed in a pair, a line for each place: the words that went and those that came; both lines where nothing is known."""
    if before is None:
        yield from (f"{lang}: {after[lang].text}" for lang in LANGS)
        return
    for lang in LANGS:
        old, new = (_PIECES[lang].findall(one[lang].text) for one in (before, after))
        for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind != "equal":
                went, came = _JOIN[lang].join(old[first:last]), _JOIN[lang].join(new[start:end])
                yield f"{lang}: {went or 'nothing'}{ARROW}{came or 'nothing'}"
    if before.en.emphasis != after.en.emphasis:
        yield "en: the italics"


def entry_difference(before: RegisterEntry | None, after: RegisterEntry) -> Iterator[str]:
    """What was changed in a register entry, a line for each key; every key where nothing is known."""
    old, new = dict(facts(before)) if before else {}, dict(facts(after))
    for key in dict.fromkeys((*old, *new)):
        if old.get(key) != new.get(key):
            yield f"{key}: {old[key]}{ARROW}{new.get(key, 'nothing')}" if key in old else f"{key}: {new[key]}"


def bearing(before: Segment | None, after: Segment, corpus: Corpus) -> list[str]:
    """Why a change bears meaning: numbers that differ or stand in another order, and the words of the lists of counterparts and those
    that decide what is promised which a line has more or less often."""
    if before is None:
        return ["the pair is new, or was committed without a seal"]
    found = [
        f"{one.forms(lang)[0]} ({lang})"
        for one in corpus.counterparts
        for lang in LANGS
        if count(one, lang, before[lang].text) != count(one, lang, after[lang].text) and _asks_or_answers(one, lang, after)
    ]
    found += [f"{word} ({lang})" for lang in LANGS for word in differing(corpus, before[lang].text, after[lang].text, lang)]
    found += [f"the numbers ({lang})" for lang in LANGS if values(before[lang].text, lang) != values(after[lang].text, lang)]
    return list(dict.fromkeys(found))


def _asks_or_answers(one: Counterpart, lang: Lang, pair: Segment) -> bool:
    """Whether the words of a list ask for others, or the other line says what they answer: “at” is one of many answers to 期間."""
    return one.asks in {None, lang} or count(one, TWIN[lang], pair[TWIN[lang]].text) > 0
