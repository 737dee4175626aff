"""What came back and is taken: the files that it changes, and the faults that it brings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model.faults import Fault
from ..project import inspected
from ..read.files import Files


@dataclass(frozen=True)
class Taken:
    """What is changed by something that came back: path to content of the files, and what there is to say of it, a line each."""

    files: Mapping[str, bytes]
    report: Sequence[str]


def brought(after: Files, known: Collection[Fault]) -> list[Fault]:
    """The faults of files that were not ``known`` before something in them was changed."""
    return [fault for fault in inspected(after)[1] if fault not in known]


def to_correct(faults: Iterable[Fault]) -> list[str]:
    """What the report says of faults that a change brings, each once and in the order of the files; of none, nothing."""
    listed = sorted(set(faults))
    return ["to be corrected now:", *map(str, listed)] if listed else []
