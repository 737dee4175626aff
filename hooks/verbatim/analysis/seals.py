"""Seals: a short fingerprint of each sentence with its twin, taken when the two were last compared.

A seal that no longer fits shows that one of the two lines was changed, so a translation cannot drift unseen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from ..model import Segment


def seal(segment: Segment) -> str:
    """The seal of one pair of lines, the emphasis of the English included: 16 hexadecimal digits, the first 64 bits of a SHA-256.

    A changed pair has the seal of the old one with a probability of 1 in 2**64.
    """
    both = f"{segment.zh.text}\n{segment.en.text}\n{segment.en.emphasis}"
    return hashlib.sha256(both.encode("utf-8")).hexdigest()[:16]


def sealed(segments: Iterable[Segment]) -> str:
    """The text of ``seals.txt``: an address and its seal a line, in the order of the transcript."""
    return "".join(f"{segment.address} {seal(segment)}\n" for segment in segments)
