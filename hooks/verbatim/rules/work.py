"""The order of work: the faults of one event, first those from which others may follow, each group with its totals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from ..model.faults import Fault, Faults, totals_of

STAGES: tuple[tuple[str, str], ...] = (
    ("files that cannot be read", r"F1 F2 F3 F4 Y1 Y2 Y3 Y4 Y5 Y6 Y7 Y8 Y9 P1"),
    ("pages, source and turns", "P S E W1 W2 W3 W4 W5 W8"),
    ("names and addresses", "V A1 A2 K"),
    ("register, numbers and terms", "T R N I G A3"),
    ("agreement of the languages, and our own words", "D B U L C H"),
    ("seals and lists, when all else is done", "W6 W7 A O"),
)
"""What to correct in which order: names, and codes or their letters.  An event that cannot be read has no faults of the others."""
_SEALED = ("W6", "W7")
"""Codes of what is compared and sealed pair by pair."""


def stage_of(fault: Fault) -> int:
    """The place of a fault in the order of work; a list of what is published is made when all else is done, also where there is none."""
    if fault.path.endswith("/published.txt"):
        return len(STAGES) - 1
    code = fault.code
    exact = next((place for place, (_, codes) in enumerate(STAGES) if code in codes.split()), None)
    return next(place for place, (_, codes) in enumerate(STAGES) if code[0] in codes.split()) if exact is None else exact


def of_event(faults: Iterable[Fault], event: str) -> Faults:
    """The faults in the files of one event, and those that name a place of it."""
    place = re.compile(rf"(?<![\w-]){re.escape(event)}/")
    return Faults(fault for fault in faults if event in fault.path.split("/") or place.search(fault.what))


def _listed(faults: Sequence[Fault]) -> Iterator[str]:
    """The lines of some faults; of those that a seal removes only the first of each kind, since `./run seal` shows every pair."""
    seen = Counter[str]()
    for fault in faults:
        seen[fault.code] += 1
        if fault.code not in _SEALED or seen[fault.code] == 1:
            yield from ("", *(f"  {line}" for line in str(fault).split("\n")))
    yield from (
        f"\n  {code}: {number - 1} more, which `./run seal` shows" for code, number in seen.items() if code in _SEALED and number > 1
    )


def ordered(faults: Collection[Fault], others: int) -> Iterator[str]:
    """The lines of a report in the order of work, with totals at its end; ``others`` is how many faults other files have."""
    for place, (name, _) in enumerate(STAGES):
        some = sorted({fault for fault in faults if stage_of(fault) == place})
        if some:
            yield f"{place + 1}. {name} ({len(some)})"
            yield from _listed(some)
            yield ""
    own = set(faults)
    yield f"{len(own)} fault{'s' * (len(own) != 1)}{': ' * bool(own)}{totals_of(own)}"
    if others:
        yield f"{others} more in files of other events or of all: `./run check` lists them"
