"""What a register entry is about, cut from its English quotation."""

from __future__ import annotations

import re
from functools import cache

from ..model import RegisterEntry
from ..read.corpus import Corpus
from ..received.words import words
from ..text.english_words import SHORTEST, listed
from ..text.matching import alternation, contains_word
from ..text.open_points import is_open
from .number_parts import Parts, parts

_LENGTH = range(1, 15)
"""How many words say it: more are the whole sentence."""
_BETWEEN = " ,;:"
_QUOTED = re.compile("“[^”]*”")
_DETERMINERS = {"all", "each", "every", "no"}

_MODAL = (
    r"(?:will|shall|must|should|can|may|(?:is|are|was|were|has|have|plans?|aims?) to)(?: (?:also|all|each|gradually|then|soon|further))?"
)
_BE = r"(?:be|been|is|are|was|were)"
_DONE = r"(?:\w+ly )?(?:\w+ed|\w+en|built|held|set|put|made|paid|kept|left|run)\b"
_PASSIVE = re.compile(rf"(?P<whose>.+?) (?:(?:{_MODAL}|has|have|had) )?(?P<no>not )?{_BE} (?P<done>{_DONE}.*)")
"""What is done to something (200 schools will be built, the results are published)."""
_ACTIVE = re.compile(rf"(?P<who>[^,]*?)\b{_MODAL} (?P<no>not )?(?P<done>(?!(?:not|no|be|have|it|we|they)\b).+)")
"""Who does something (we will build schools)."""
_SPEAKING = re.compile(
    r"(?:.*\b)?(?:we|I|it|government|province|city|county|town|department|bureau|office|police|authority|authorities|ministry|commission)\s*|\s*",
    re.I,
)
"""Who promises, and need not be said."""
_SEVERAL = re.compile(r"\b(?!this|its)\w\w+[^s\W]s\b|\bpeople\b", re.I)
"""More than one, of whom the verb alone can be said."""
_WHO = re.compile(
    r"(?:we|they|(?:it|the \w+|the \w+ \w+)(?= (?:has |have |had )?(?:also |already )?\w+(?:ed|built) )) "
    r"(?:(?:has|have|had) )?(?:also |already )?",
    re.I,
)
"""Who does or has done something, at the beginning (we have inspected shops)."""
_MEASURED = re.compile(
    rf"(?P<whose>.+?) (?:(?:{_MODAL}|has|have|had)(?: also| already)? )?(?:not )?(?:{_BE} )?"
    r"(?:reach|reached|exceed|exceeded|total|totaled|rise|risen|rose|raised|increased|grow|grown|reduced|lowered|cut|fall|fallen|fell|kept|remain|remained|be|is|was|were)"
    r"(?: unchanged)?(?: to| at)?"
)
"""What is before the number of a measure (the coverage will reach)."""
_HAD = re.compile(r".*\b(?:has|have|had|there (?:is|are|was|were))(?: (?:already|also))?", re.I)
"""What is before the number of what somebody has (the city has 486 estates)."""
_CHANGING = re.compile(r".*?\b(?:raising|increasing|reducing|lowering|shortening|cutting) (?P<whose>.+?)(?: (?:from|to))?", re.I)
"""What is before the number to which something is brought (raising the capacity to 6 kilowatts)."""
_OF = re.compile(r"(?:with )?(?:a|an|the) (?P<whose>[\w ]+) of", re.I)
"""What is before the number of a measure that a name of it leads to (with a total investment of 620 million)."""
_PART = re.compile(r"|(?:accounting for|making up|which is|or)", re.I)
"""What is before a share."""
_RATE = re.compile(r"(?:(?:a|per|each|every|or|in|by|of acceptance) .*)?", re.I)
"""What may follow a measure: a year, per household, in rural areas."""
_JOINED = r"(?:and|but|while|with|that|so|or|also|to|a total of|more|another|other|further|additional|the|an|a|some)\s"
"""What it does not begin with."""
_BEGUN = re.compile(r"(?:(?:in|by|from|during|within|over|at|this|last|next|every|since)\b[^,]{1,40}, |(?:from|since|by|in) \d{4} )", re.I)
"""A time before the sentence begins."""
_WITHIN = re.compile(r"(?P<done>.+) (?:within|for)(?: \S+)?")
"""What is before a length of time that limits it, with the number of this."""
_MORE = re.compile(r"\b(?:another|a further|a total of|a cumulative|as many as|only)\Z", re.I)
"""What goes with the number behind it."""
_TIME = re.compile(r",? (?:by|before|within|in|from|since|until|over|for) [^,]*?(?:\d|\byears?|\bmonths?|\bso far)\Z")
_VAGUE = re.compile(
    rf"\A(?:them|these|those|it|they|we|nor|as|so|time|times|years?)\b|\b(?:{_BE}|will|shall|must|had|has|have|can|may)\b|,(?!.*\b(?:and|or)\b)"
    r"|\b(?:and|or|of|to|by|at|the|a|than|these|them|with|for)\Z",
    re.I,
)
"""What says nothing by itself, is a whole sentence or is cut within a list."""


def about(corpus: Corpus, entry: RegisterEntry, text: str) -> str:
    """What an entry is about, from its English quotation; empty where this does not show it plainly."""
    said = entry.by.words.en if entry.by else ""
    if said and not is_open(said):
        text = re.sub(rf",? ?(?:\b(?:by|before|in) )?\b{re.escape(said)}\b,? ?", " ", text, count=1).strip()
    text = _BEGUN.sub("", text)
    found = _counted(parts(corpus, entry, text, "en")) if entry.amount else _done(text)
    firm = alternation(word for one in corpus.vocabulary.strengths.values() for word in one.words.en)
    while joined := re.match(rf"{_JOINED}|(?:{firm})\s", found, re.I):
        found = found[joined.end() :]
    found = _TIME.sub("", found).removesuffix(" in total").strip(_BETWEEN)
    first, outside = found.partition(" ")[0], _QUOTED.sub("", found)
    if len(found.split()) not in _LENGTH or _VAGUE.search(outside) or first.lower() in {*words("noun-ends")} - _DETERMINERS:
        return ""
    is_name = re.match(r"\S+ [A-Z]", found) is not None
    is_word = first.lower() in listed() or 1 < len(first) < SHORTEST
    return found[:1].lower() + found[1:] if is_word and not is_name else found


def _counted(found: Parts | None) -> str:
    """What a number counts, or what it measures."""
    if found is None:
        return ""
    before, number, after, unit = found.before, found.number, found.after, found.unit
    form = next((form for form in sorted(unit.en, key=len, reverse=True) if re.match(rf"{re.escape(form)}(?!\w)", after, re.I)), "")
    is_measure = form in _measures() or any(contains_word(one, number, "en") for one in unit.en)
    behind = after[len(form) :].strip() if is_measure else after
    measured = _MEASURED.fullmatch(before) or _CHANGING.fullmatch(before) or (_OF.fullmatch(before) if is_measure else None)
    if measured and _RATE.fullmatch(behind):
        return measured["whose"]
    if is_measure and "%" not in unit.en and (limited := _WITHIN.fullmatch(f"{before} {number}".strip())):
        return _done(limited["done"])
    if is_measure or "%" in unit.en:
        part = behind.removeprefix("of ").removeprefix("the ")
        return "" if part == behind or not _PART.fullmatch(before) else f"share of {part}" if "%" in unit.en else part
    if _RATE.fullmatch(behind):
        return ""
    lead = _MORE.sub("", before).strip()
    return behind if _HAD.fullmatch(lead) else _done(f"{lead} {behind}".strip())


@cache
def _measures() -> frozenset[str]:
    """The English names of what measures rather than counts (kilometers, but not households)."""
    forms = {form.replace("_", " ") for named in words("measure-names") for form in named.partition("=")[2].split(",")}
    return frozenset(forms.difference(words("counted-nouns")).union(words("measured-nouns")))


def _done(text: str) -> str:
    """What is done, without who does it; in the passive with what it is done to."""
    if passive := _PASSIVE.fullmatch(text):
        return f"{passive['whose']} {passive['no'] or ''}{passive['done']}"
    if active := _ACTIVE.fullmatch(text):
        if _SPEAKING.fullmatch(active["who"]) or not _SEVERAL.search(active["who"]):
            return f"{'not to ' if active['no'] else ''}{active['done']}"
        return "" if active["no"] else active["who"] + active["done"]
    return _WHO.sub("", text)
