"""Shares of the events, each made by a process or a machine of its own and kept, so that the build of the whole site only takes them."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Collection, Iterable, Sequence
from subprocess import DEVNULL

from ..model.faults import BuildError

LEAST = 4
"""Events that are worth a process: it reads all others too, and goes through their pages without making them."""


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
    """The number of processes that a text states; where it is empty, one for each core.  Raises ``InvalidPart``."""
    if not re.fullmatch(r"([1-9][0-9]{0,3})?", text):
        raise InvalidPart(f"WORKERS is {text!r}, which is no number of processes\n    fix: write 1 or more, or leave it out")
    return int(text or os.cpu_count() or 1)


def made_by_processes(events: Collection[str], workers: int, command: Sequence[str]) -> None:
    """Let processes make and keep some events, each a part of the whole, where there are so many that it is worth it.

    ``command`` builds the part that ``PART`` names.  They print nothing: what one of them fails to keep is made, and then reported, by the
    build that takes it.  No process is doubled (``fork``), as one of the libraries has threads of its own, which would be missing.
    """
    number = min(workers, len(events) // LEAST)
    for process in [_started(command, f"{place + 1}/{number}") for place in range(number if number > 1 else 0)]:
        process.wait()


def _started(command: Sequence[str], part: str) -> subprocess.Popen[bytes]:
    """A process that makes a part."""
    return subprocess.Popen(command, env={**os.environ, "PART": part, "WORKERS": "1"}, stdout=DEVNULL, stderr=DEVNULL)
