"""Natural queries judged by sentence (``natural.yml`` and the sets after it): what a list of hits is worth.

A hit is judged by the sentences that it leads to: a register entry or note by its sentence, a heading by its section, a term by the
sentences in which it occurs, a person by the id.  Nothing that the search itself uses is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from verbatim.analysis.glossary import occurrences
from verbatim.read.corpus import Corpus

FIRST = 5
SETS: Mapping[str, Mapping[str, Any]] = {
    path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(Path(__file__).parent.glob("natural*.yml"))
}
"""By set the groups of its queries."""
GROUPS: Mapping[str, Any] = SETS["natural"]
NEAREST = ("以下各項最為接近", "these come nearest")
"""What the message says where nothing answers and something is near: for a query without an answer that is as right as no hit."""


@dataclass
class Tally:
    """The sums over the queries of one group; ``rank`` sums the reciprocal ranks of the first right hits."""

    queries: int = 0
    success: float = 0
    recall: float = 0
    rank: float = 0
    shown: int = 0
    false: int = 0
    faults: list[str] = field(default_factory=list)

    def rates(self) -> tuple[float, ...]:
        """success@5, recall@5, MRR, false@5."""
        number = self.queries or 1
        return self.success / number, self.recall / number, self.rank / number, self.false / (self.shown or 1)

    def row(self, name: str) -> str:
        """The group as a line of the table."""
        return f"{name:<22}{self.queries:>4}" + "".join(f"{rate:>9.3f}" for rate in self.rates())


def leads(corpus: Corpus) -> Mapping[str, set[str]]:
    """For each anchor or page name the addresses and ids that a hit on it stands for."""
    found: dict[str, set[str]] = {}
    for one in corpus.segments():
        found.setdefault(one.address, set()).add(one.address)
        found.setdefault(one.section, set()).add(one.address)
    for transcript in corpus.transcripts.values():
        for row in transcript.entries:
            found[row.id] = {row.at}
        for note in transcript.notes:
            found[f"note-{note.id}"] = {note.at, note.id}
    for term, places in occurrences(corpus).items():
        found[term] = {term, *(one.address for one in places)}
    for person in corpus.people:
        found.setdefault(person, set()).add(person)
    return found


def results(hits: Iterable[Mapping[str, Any]]) -> list[str]:
    """The addresses of some hits but for those that are set apart as merely near."""
    return [hit["address"] for hit in hits if hit["group"] != "aside"]


def tell(tally: Tally, query: Mapping[str, Any], addresses: Iterable[str], message: str, known: Mapping[str, set[str]]) -> None:
    """Add what one query brought to the sums of its group."""
    best, good = set(query.get("best", [])), {*query.get("best", []), *query.get("good", [])}
    got = [known.get(_anchor(address), set()) for address in addresses][:FIRST]
    right = [bool(one & good) for one in got]
    tally.queries += 1
    if best:
        share = len(best & set().union(*got)) / min(FIRST, len(best)) if got else 0.0
        tally.shown += len(got)
        tally.false += right.count(False)
        tally.success += any(right)
        tally.recall += min(1.0, share)
        tally.rank += 1 / (right.index(True) + 1) if any(right) else 0
        well = all(right) and share >= 1
    else:
        share = float(not got or any(one in message for one in NEAREST))
        tally.success += share
        tally.recall += share
        tally.rank += share
        well = share > 0
    if not well:
        tally.faults.append(f"{query['q']!r}: {message!r} {[_anchor(one) for one in addresses][:FIRST]} {right} of {sorted(best)}")


def _anchor(address: str) -> str:
    parts = urlsplit(address)
    return parts.fragment or parts.path.rstrip("/").rpartition("/")[2]
