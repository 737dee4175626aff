"""What a draft proposes for an open point, and what it settles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Proposal:
    """A text, and whether nothing else can be meant as far as the words show; ``wider`` are texts with more of the same sentence that can
    be tried in its place, ``narrower`` those in whose place it is tried; ``objection`` is what a rule says against it, with its code.
    """

    text: str
    certain: bool
    wider: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    objection: str = ""


@dataclass(frozen=True)
class Settled:
    """Path to content of files in which open points were settled, and how many values and lines that is."""

    files: Mapping[str, bytes]
    count: int
