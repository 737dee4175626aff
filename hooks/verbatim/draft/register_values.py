"""Open values of register entries that the words now give, tried against the rules and written in their places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import yaml

from ..analysis.clause_reading import reading
from ..model import LANGS, Lang, RegisterEntry, Segment
from ..model.base import Pair
from ..model.faults import Fault, Faults
from ..read.corpus import Corpus, Transcript
from ..read.yaml_nodes import Edit, applied, end_of, node_at, records_by_id
from ..rules import register, register_clause, register_words
from ..rules.open_points import undecided
from ..rules.places import lines_of
from ..text.open_points import MARK, is_open, open_value
from .english_quotations import quotation
from .english_times import time_words
from .fields import Fields
from .proposals import Proposal
from .what_words import what
from .written import quoted

QUOTE, TIME, FIELD, SCOPE = ("quote", "en"), ("by", "words", "en"), ("field",), ("scope",)
WHAT: Mapping[Lang, tuple[str, ...]] = {lang: ("what", lang) for lang in LANGS}
"""The keys of the values that can be filled in."""
_JOIN = ", "
_LIST = re.compile(r"\[[^\n#\[\]]*\]")
"""A list of a draft, in one line."""


@dataclass(frozen=True)
class Value:
    """A value of a register entry: the id of the entry, the keys of the value, and what is proposed for it; ``former`` is what was decided
    and the line no longer has.
    """

    entry: str
    keys: tuple[str, ...]
    proposal: Proposal
    former: str = ""


def proposed(corpus: Corpus, transcript: Transcript) -> Iterator[Value]:
    """What can be said of the open values of the register, in its order, and of English words that their line no longer has."""
    fields = Fields(corpus, transcript)
    for entry in transcript.entries:
        segment = transcript.segments.get(entry.at)
        found = {
            QUOTE: _quotation(corpus, transcript, entry, segment),
            TIME: _time(corpus, transcript, entry),
            FIELD: fields.of(entry) if segment and is_open(entry.field) else None,
            SCOPE: _scopes(corpus, transcript, entry, segment),
        }
        words = {QUOTE: entry.quote.en, TIME: entry.by.words.en if entry.by else MARK}
        former = {keys: one for keys, one in words.items() if not is_open(one)}
        yield from (Value(entry.id, keys, proposal, former.get(keys, "")) for keys, proposal in found.items() if proposal)


def about(corpus: Corpus, transcript: Transcript, values: Iterable[Value]) -> list[Value]:
    """What the entries with open ones are about, as far as their quotations say and no rule has anything against it; ``values`` are those
    that were filled in before.
    """
    given = replace(transcript, entries=tuple(_with_all(values, transcript)))
    opened = [entry for entry in given.entries if any(is_open(entry.what[lang]) for lang in LANGS)]
    found = ((entry, lang, words[lang]) for entry in opened for words in [what(corpus, given, entry)] for lang in LANGS)
    said = [Value(entry.id, WHAT[lang], Proposal(text, True)) for entry, lang, text in found if text and is_open(entry.what[lang])]
    return [one for one in borne_out(said, corpus, given) if one.proposal.certain]


def _quotation(corpus: Corpus, transcript: Transcript, entry: RegisterEntry, segment: Segment | None) -> Proposal | None:
    if segment is None or not _is_lacking(entry.quote.en, segment):
        return None
    return quotation(corpus.vocabulary, transcript, entry, segment, corpus.units.get(entry.unit or ""))


def _is_lacking(words: str, segment: Segment) -> bool:
    """Whether English words are open or not in their line, which is translated."""
    return not is_open(segment.en.text) and (is_open(words) or words not in segment.en.text)


def _scopes(corpus: Corpus, transcript: Transcript, entry: RegisterEntry, segment: Segment | None) -> Proposal | None:
    """The scopes that both languages say, joined, where all that are written are open; without any, the empty text."""
    if segment is None or not entry.scope or not all(map(is_open, entry.scope)) or is_open(segment.en.text):
        return None
    quotes = [one.quote.zh for one in transcript.entries_at[entry.at]]
    read = reading(corpus, transcript, segment, entry.quote.zh, quotes)
    return Proposal(_JOIN.join(sorted(read.scopes)), True) if read else None


def _time(corpus: Corpus, transcript: Transcript, entry: RegisterEntry) -> Proposal | None:
    at = transcript.segments.get(entry.by.at or entry.at) if entry.by else None
    if entry.by is None or at is None or not _is_lacking(entry.by.words.en, at):
        return None
    return time_words(corpus.vocabulary, entry.by, at.en.text, transcript.event.date)


def borne_out(values: Iterable[Value], corpus: Corpus, transcript: Transcript) -> list[Value]:
    """The values, tried together against the rules of the register: where one has something against a value, what is wider is tried in its
    place; where nothing is right, the value is no longer certain.
    """
    proposed = tried = list(values)
    wrong = _wrong(tried, corpus, transcript)
    while any(one.proposal.wider for one in wrong):
        tried = [_widened(one) if one in wrong else one for one in tried]
        wrong = _wrong(tried, corpus, transcript)
    return [_doubted(first, wrong[last]) if last in wrong else last for first, last in zip(proposed, tried, strict=True)]


def _wrong(values: Sequence[Value], corpus: Corpus, transcript: Transcript) -> dict[Value, str]:
    """The values that a rule has something against, each with what it says; empty where the value was not tried."""
    entries = _with_all(values, transcript)
    faults = Faults()
    for rules in (register, register_words, register_clause):
        rules.check(corpus, replace(transcript, entries=tuple(entries)), faults)
    by_id = {entry.id: entry for entry in entries}
    told = ((one, _told(faults, _places(one, by_id[one.entry], corpus))) for one in values)
    return {one: found[0] if one.proposal.certain else "" for one, found in told if found}


def _told(faults: Iterable[Fault], places: Container[tuple[str, int]]) -> list[str]:
    """What is wrong at some places, each with its code."""
    return [f"{fault.code} {fault.what}" for fault in faults if (fault.path, fault.line) in places]


def _with_all(values: Iterable[Value], transcript: Transcript) -> list[RegisterEntry]:
    """The entries of a transcript, each with those of its values that are certain."""
    of_entry = defaultdict[str, list[Value]](list)
    for one in values:
        of_entry[one.entry].append(one)
    return [_with(entry, of_entry[entry.id]) for entry in transcript.entries]


def _widened(value: Value) -> Value:
    """A value with the next wider text; as it is where there is none."""
    one = value.proposal
    text, *wider = one.wider or (one.text,)
    return replace(value, proposal=replace(one, text=text, wider=tuple(wider), narrower=(*one.narrower, one.text)))


def _with(entry: RegisterEntry, values: Iterable[Value]) -> RegisterEntry:
    """An entry with those of its values that are certain."""
    certain = {one.keys: one.proposal.text for one in values if one.proposal.certain}
    by = entry.by
    if by and TIME in certain:
        by = replace(by, words=replace(by.words, en=certain[TIME]))
    quote = replace(entry.quote, en=certain.get(QUOTE, entry.quote.en))
    about = Pair(entry.what.where, *(certain.get(WHAT[lang], entry.what[lang]) for lang in LANGS))
    scope = tuple(filter(None, certain[SCOPE].split(_JOIN))) if SCOPE in certain else entry.scope
    return replace(entry, quote=quote, what=about, by=by, field=certain.get(FIELD, entry.field), scope=scope)


def _doubted(value: Value, objection: str) -> Value:
    return replace(value, proposal=replace(value.proposal, certain=False, objection=objection))


def _places(value: Value, entry: RegisterEntry, corpus: Corpus) -> set[tuple[str, int]]:
    """Where a rule reports what is wrong with a value; the amount is compared with the quotation if it is known what it counts."""
    if value.keys == TIME:
        return {(entry.where.path, line) for line in lines_of(entry.by)}
    keys = [value.keys[0], *(["amount"] if value.keys == QUOTE and not _is_open_unit(corpus, entry) else [])]
    return {(entry.where.path, entry.where.of(key)) for key in keys}


def _is_open_unit(corpus: Corpus, entry: RegisterEntry) -> bool:
    """Whether it is still open what an amount counts, or how that is said."""
    unit = corpus.units.get(entry.unit or "")
    return unit is None or undecided(unit)


def with_values(text: str, path: str, values: Iterable[Value]) -> tuple[str, list[Value]]:
    """The text of a register with values in their places, and those that were written."""
    records = records_by_id(text, path)
    edits = [(one, _edit(node_at(records[one.entry], one.keys), one, text)) for one in values]
    return applied(text, (edit for _, edit in edits if edit)), [one for one, edit in edits if edit]


def _edit(node: yaml.Node, value: Value, text: str) -> Edit | None:
    """A value written: as it is where it is certain, else with the mark; None where it stays, because somebody else's proposal is there,
    or it is a list in a form that no draft has.
    """
    start, end, proposal = node.start_mark.index, end_of(node, text), value.proposal
    if isinstance(node, yaml.SequenceNode) and not proposal.text:
        line = text.rfind("\n", 0, start)
        return (line, end, "") if proposal.certain and _LIST.fullmatch(text, start, end) else None
    if isinstance(node, yaml.SequenceNode):
        return (start, end, f"[{proposal.text}]") if proposal.certain and _LIST.fullmatch(text, start, end) else None
    if node.value not in {MARK, *map(open_value, (proposal.text, *proposal.narrower)), *filter(None, [value.former])}:
        return None
    return start, end, quoted(proposal.text if proposal.certain else open_value(proposal.text))
