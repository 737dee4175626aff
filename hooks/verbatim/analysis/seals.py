"""Seals: a short fingerprint of each sentence with its twin, taken when the two were last compared.

A seal that no longer fits shows that one of the two lines was changed, so a translation cannot drift unseen.  A line of ``seals.txt`` is an
address, its seal and, since seals are a decision, the day and who took it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from difflib import SequenceMatcher

from ..model import LANGS, Counterpart, Lang, Segment
from ..text.numerals import values
from .counterparts import count

_PIECES: dict[Lang, re.Pattern[str]] = {"zh": re.compile(r"\d+|\S"), "en": re.compile(r"[\w’'-]+|[^\w\s]")}
_JOIN: dict[Lang, str] = {"zh": "", "en": " "}


def seal(segment: Segment) -> str:
    """The seal of one pair of lines, the emphasis of the English included: 16 hexadecimal digits, the first 64 bits of a SHA-256.

    A changed pair has the seal of the old one with a probability of 1 in 2**64.
    """
    both = f"{segment.zh.text}\n{segment.en.text}\n{segment.en.emphasis}"
    return hashlib.sha256(both.encode("utf-8")).hexdigest()[:16]


def sealed(segments: Iterable[Segment]) -> str:
    """The text of ``seals.txt`` for sentences that were all compared: an address and its seal a line, in the order of the transcript."""
    return "".join(f"{segment.address} {seal(segment)}\n" for segment in segments)


def renewed(text: str, segments: Iterable[Segment], agreed: Collection[str], mark: str) -> str:
    """The text of ``seals.txt`` with new seals, each with a mark (day and name), for the addresses agreed on; all others as they were.

    Seals of sentences that are gone are left out.
    """
    old = {line.partition(" ")[0]: line for line in text.splitlines()}
    lines = ((f"{one.address} {seal(one)} {mark}" if one.address in agreed else old.get(one.address)) for one in segments)
    return "".join(f"{line}\n" for line in lines if line)


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
                yield f"{lang}: {went or 'nothing'} → {came or 'nothing'}"
    if before.en.emphasis != after.en.emphasis:
        yield "en: the italics"


def bearing(before: Segment | None, after: Segment, counterparts: Iterable[Counterpart]) -> list[str]:
    """Why a change bears meaning: the numbers and the words of the lists of counterparts that a line has more or less often."""
    if before is None:
        return ["the pair is new"]
    found = [
        f"{one.forms(lang)[0]} ({lang})"
        for one in counterparts
        for lang in LANGS
        if count(one, lang, before[lang].text) != count(one, lang, after[lang].text)
    ]
    found += [
        f"the numbers ({lang})" for lang in LANGS if sorted(values(before[lang].text, lang)) != sorted(values(after[lang].text, lang))
    ]
    return found
