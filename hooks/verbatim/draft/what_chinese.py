"""What a register entry is about, cut from its Chinese quotation."""

from __future__ import annotations

import re
from dataclasses import replace

from ..model import RegisterEntry, Vocabulary
from ..read.corpus import Corpus
from ..received.words import any_of
from ..text.bases import without_bases
from ..text.folding import is_han
from ..text.han_numbers import CHARACTERS
from ..text.item_numbers import length_of_mark
from ..text.matching import either
from ..text.numerals import plain
from .number_parts import Parts, parts

_LENGTH = range(3, 31)
"""How many Han characters say it: fewer are a verb alone, more the whole sentence."""
_MARKS = str.maketrans("“”", "「」")
_BETWEEN = " ，、；："
_LIMIT = re.compile("[内前]|[^内前][以之]?[内前]")
"""What is the end of a length of time that is a limit, or behind it (在5個工作日內)."""
_WITHIN = re.compile(rf"在?[\d{CHARACTERS}]+(?:年|个?月|天|日|周|星期|小时|分钟)[之以]?内(?=[^的])")
"""A length of time that is a limit, which is a deadline (在3個月內修好)."""
_OF_A_YEAR = r"(?:民国\s?)?\d{2,4}年[度底末]?(?![—–~至到])"
"""The year of which something is said, at its head: it is a number, of which this says nothing."""
_WITH_A_VERB = re.compile(rf"\A把(?!.*(?:{any_of('what-verbs')}))")
"""What puts a thing before its verb, where the verb went with the number (把管理率／降到76%)."""
_AMONG = re.compile(r"[裡里]\Z")
"""What ends words that say among what something is (加開的8班裡)."""
_QUOTED = re.compile("「[^」]*」|“[^”]*”")


def about(corpus: Corpus, entry: RegisterEntry, text: str) -> str:
    """What an entry is about, from its Chinese quotation; empty where this does not show it plainly."""
    if entry.amount:
        found = parts(corpus, entry, text, "zh")
        text = _counted(replace(found, before=_timeless(found.before, entry))) if found else ""
    said = _without_beginning(corpus.vocabulary, _timeless(text, entry)).strip(_BETWEEN)
    outside = _QUOTED.sub("", said)
    if entry.amount:
        said = _WITH_A_VERB.sub("", said)
    has_another = "，" in outside and re.search(r"\d", outside) is not None
    if re.match(any_of("what-starts"), plain(said)) or _AMONG.search(said) or sum(map(is_han, said)) not in _LENGTH or has_another:
        return ""
    return said.translate(_MARKS)


def _counted(found: Parts) -> str:
    """What is counted or measured; empty where a verb alone is left."""
    head, tail = found.before, found.after
    if limit := _LIMIT.match(plain(found.number[-1:] + tail)):
        head, tail = head.rstrip("在於于"), tail[limit.end() - 1 :]
    while led := re.search(rf"(?:{any_of('what-tails')})的?\Z", plain(head)):
        head = head[: led.start()].rstrip(_BETWEEN)
    if head.endswith("在") and tail and "%" in found.unit.zh:  # (陽性率在3%上下波動)
        head, tail = head[:-1], ""
    head = head if tail else head.removesuffix("在")  # (規模在8萬元上下)
    verb = re.search(rf"(?:{any_of('what-verbs')})\Z", plain(head))
    if not tail and (verb or (head.endswith("的") and "%" not in found.unit.zh)):
        return ""
    return head.rstrip("的") + tail.removeprefix("的")


def _timeless(text: str, entry: RegisterEntry) -> str:
    """A Chinese text without the time of its entry, and without that with which it is compared."""
    within = _WITHIN.search(plain(text))
    text = text[: within.start()] + text[within.end() :] if within else text
    text = "".join(one for one, left in zip(text, without_bases(plain(text)), strict=True) if left != " " or one == " ")
    said = entry.by.words.zh if entry.by else ""
    ends = any_of("time-ends")
    place = re.search(rf"将?[在到至於于]?{re.escape(plain(said))}(?:{ends}|[前起内底末])*[，,]?", plain(text)) if said else None
    return text[: place.start()] + text[place.end() :] if place else text


def _without_beginning(vocabulary: Vocabulary, text: str) -> str:
    """A Chinese text without who speaks and how firmly."""
    firm = either(word for one in vocabulary.strengths.values() for word in one.words.zh)
    heads = re.compile(rf"(?:{any_of('what-heads')}|{_OF_A_YEAR}|{firm})(?![同议求])")  # 會同, 會議, 要求 are other words
    text = text[length_of_mark(text) :]
    while found := heads.match(plain(text)):
        text = text[found.end() :].lstrip(_BETWEEN)
    return text
