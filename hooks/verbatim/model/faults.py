"""What is wrong with the material, where, and how to fix it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from .base import Where

_FEW = 20
"""Up to so many faults a report needs no totals."""
OPEN = "O1"
"""The code of open points."""


class BuildError(Exception):
    """Something in the project stops the build; the message is the whole report, ``subject`` names what it is about."""

    subject = "the project"


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in one place of one file.

    ``path`` is relative to the project's root, ``line`` counts from 1, ``code`` names the rule
    (see ``hooks/README.md``), ``what`` states what was found and ``fix`` what to do.
    """

    path: str
    line: int
    code: str
    what: str
    fix: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code} {self.what}\n    fix: {self.fix}"


def totals_of(faults: Iterable[Fault]) -> str:
    """How many faults each code has, the most frequent first."""
    codes = Counter(fault.code for fault in faults)
    return ", ".join(f"{code} {count}" for code, count in sorted(codes.items(), key=lambda one: (-one[1], one[0])))


class Faults(list[Fault]):
    """The faults of one run, collected so that all of them are reported at once."""

    def add(self, path: str, line: int, code: str, what: str, fix: str) -> None:
        """Append one fault; see ``Fault`` for the parts."""
        self.append(Fault(path, line, code, what, fix))

    def at(self, where: Where, key: str, code: str, what: str, fix: str) -> None:
        """Append a fault of a record: at one of its keys, or at its beginning if ``key`` is empty."""
        self.add(where.path, where.of(key), code, what, fix)

    def report(self, rest: str = "") -> str:
        """All faults in the order of the files, one blank line between, with totals at the end and what is to be said of the rest.

        What a draft leaves open comes first.
        """
        faults = sorted(set(self), key=lambda fault: (fault.code != OPEN, fault))
        totals = f": {totals_of(faults)}" if len(faults) > _FEW else ""
        return "\n\n".join(map(str, faults)) + f"\n\n{len(faults)} fault{'s' * (len(faults) != 1)}{totals}{rest and '; '}{rest}."
