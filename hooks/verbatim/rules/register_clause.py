"""The clause of a register entry: kind, field, strength, scope and time are those that its words give, or the data say why not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Set

from ..analysis.clause_reading import Misread, compared_entries
from ..analysis.quotation_reading import otherwise
from ..model import RegisterEntry
from ..model.faults import Faults
from ..read.corpus import Corpus, Transcript
from ..text.matching import han_pairs

_BETTER = 0.05
"""By what share of its words, at least, both together must fit better: two that say much the same of one thing differ by less."""
_FIRST = "ARTV"
"""What codes begin with whose faults in a value come first."""


def check(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """R4 value that the clause does not give, R5 entry listed twice or `what` of another entry, R6 exception that is not needed."""
    wrong = {(fault.path, fault.line) for fault in faults if fault.code[0] in _FIRST}
    for entry, (_, differences) in zip(transcript.entries, compared_entries(corpus, transcript), strict=True):
        _values(corpus, transcript, entry, differences, wrong, faults)
    for entry, other in _repeated(transcript):
        what = f"{entry.id}: {other.id} has the same sentence, quotation and kind"
        faults.at(entry.where, "id", "R5", what, "keep one of the two")
    for entry, other in _exchanged(transcript):
        what = f"{entry.id}: `what` says {entry.what.zh!r}, which fits the quotation of {other.id} better, and that of {other.id} this one"
        faults.at(entry.where, "what", "R5", what, "say in each what its own quotation promises")


def _values(
    corpus: Corpus,
    transcript: Transcript,
    entry: RegisterEntry,
    differences: Iterable[Misread],
    wrong: Set[tuple[str, int]],
    faults: Faults,
) -> None:
    """Each value that differs from the words has an exception, or its place is ``wrong``, and each exception is of such a value."""
    stated = {one.key for one in otherwise(corpus, transcript, entry)}
    known = stated | {exception.key for exception in entry.exceptions}
    for one in differences:
        if one.key not in known and wrong.isdisjoint((entry.where.path, line) for line in _lines(entry, one.key)):
            what = f"{entry.id}: the clause of {entry.quote.zh!r} {one.says}, recorded is {_recorded(entry, one.key)}"
            fix = f"record what the sentence says; only if its words are to be read otherwise, state an exception for `{one.key}`"
            faults.at(entry.where, one.key, "R4", what, fix)
    for exception in entry.exceptions:
        if exception.key not in stated | {one.key for one in differences}:
            what = f"{entry.id}: the exception for {exception.key!r} is not needed: the words give what is recorded"
            faults.at(exception.where, "", "R6", what, "remove it")


def _lines(entry: RegisterEntry, key: str) -> set[int]:
    """The lines of a value of an entry; none where it is not written, but of a strength, without which no promise is."""
    by = entry.by if key == "by" else None
    written = {entry.where.of(key)} if key in entry.where.keys or key == "strength" else set()
    return written | ({*by.where.keys.values(), *by.words.where.keys.values()} if by else set())


def _recorded(entry: RegisterEntry, key: str) -> str:
    """A value of an entry as a message names it."""
    if key == "by":
        return f"{entry.by.words.zh!r}" + (f" of {entry.by.at}" if entry.by.at else "") if entry.by else "no time"
    value = getattr(entry, key)
    return ", ".join(value) or "no scope" if isinstance(value, tuple) else str(value)


def _repeated(transcript: Transcript) -> Iterator[tuple[RegisterEntry, RegisterEntry]]:
    """Each entry that says again what an earlier one says, with that one; words that state several amounts may be quoted for each."""
    first: dict[tuple[object, ...], RegisterEntry] = {}
    for entry in transcript.entries:
        counted = (entry.unit, *entry.amount.numbers) if entry.amount else ()
        earlier = first.setdefault((entry.at, entry.quote.zh, entry.kind, *counted), entry)
        if earlier is not entry:
            yield entry, earlier


def _exchanged(transcript: Transcript) -> Iterator[tuple[RegisterEntry, RegisterEntry]]:
    """Entries that say in `what`, both together, more of the other's quotation than of their own, by the pairs of characters they share.

    Of 5,253 pairs of entries of one transcript no two look exchanged, and each two but a few that are exchanged do.
    """
    entries = transcript.entries
    said = [han_pairs(entry.what.zh) for entry in entries]
    quoting: dict[str, list[int]] = {}
    for place, entry in enumerate(entries):
        for pair in han_pairs(entry.quote.zh):
            quoting.setdefault(pair, []).append(place)
    shared = [Counter(place for pair in pairs for place in quoting.get(pair, ())) for pairs in said]

    def share(what: int, quote: int) -> float:
        return shared[what][quote] / len(said[what])

    for one, own in enumerate(shared):
        for other in sorted(place for place in own if place > one and shared[place][one]):
            better = share(one, other) - share(one, one), share(other, one) - share(other, other)
            if sum(better) > _BETTER:
                yield entries[one], entries[other]
