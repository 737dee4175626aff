"""Shares of the events, each made by a process or a machine of its own and kept, so that the build of the whole site only takes them."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from ..model.faults import BuildError

LEAST = 4
"""Events that are worth a process: it goes through the pages of all others too, without making them."""


class InvalidPart(BuildError):
    """The words that say which part of a site is built, or by how many processes, say none."""

    subject = "the part of the site to be built"


def share(events: Iterable[str], text: str) -> frozenset[str] | None:
    """The share of some events that a text such as ``2/5`` names, every fifth from the second on; None where it is empty.

    Raises ``InvalidPart``.
    """
    if not text:
        return None
    found = re.fullmatch(r"([1-9][0-9]{0,5})/([1-9][0-9]{0,5})", text)
    if not found or int(found[1]) > int(found[2]):
        raise InvalidPart(
            f"PART is {text!r}, which is no part of a whole\n    fix: write 2/5 for the second of five parts, or leave it out"
        )
    return frozenset(sorted(events)[int(found[1]) - 1 :: int(found[2])])


def number_of(text: str) -> int:
    """The number of processes that a text states; where it is empty, one for each core that this one may use.  Raises ``InvalidPart``."""
    if not re.fullmatch(r"([1-9][0-9]{0,3})?", text):
        raise InvalidPart(f"WORKERS is {text!r}, which is no number of processes\n    fix: write 1 or more, or leave it out")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1  # other systems double no process (``threads``)
    return int(text or cores)


def forked(events: Collection[str], workers: int, fewest: int = 2) -> tuple[frozenset[str] | None, Sequence[int]]:
    """Double this process until each share of some events has one of its own, where there are so many that it is worth it.

    Returns in each new process its share and no process, in the first one None and the processes for ``wait_for``.  The new ones know all
    that this one has read and found, print nothing, and end themselves; what one of them fails to keep is made, and then reported, by the
    first.  Where they would be fewer than ``fewest``, this one makes all.  So does a process that has threads, or may have some: its double
    would lack them, and might wait for them for ever.
    """
    number = min(workers, len(events) // LEAST) if threads() == 1 else 0
    processes: list[int] = []
    for place in range(number if number >= fewest else 0):
        try:
            process = os.fork()
        except OSError:  # the system allows no more: the first one makes the rest
            break
        if process == 0:
            _silence()
            return frozenset(sorted(events)[place::number]), ()
        processes.append(process)
    return None, processes


def threads() -> int:
    """The threads of this process, those of libraries included, as Linux counts them; 0 where the system does not say."""
    return sum(1 for _ in Path("/proc/self/task").glob("*"))


def wait_for(processes: Iterable[int]) -> None:
    """Wait until processes have ended, in whatever way: what one that was killed has not kept, this one makes."""
    for process in processes:
        os.waitpid(process, 0)


def _silence() -> None:
    """Let this process print nothing."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):  # standard output and error
        os.dup2(nothing, stream)
