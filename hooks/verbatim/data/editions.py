"""Which print editions there are; light enough to import without the typesetter."""

from __future__ import annotations

WHICH = ("zh", "zh-hans", "en", "parallel")
"""The editions of an event, as their files are named."""

SIMPLIFIED = "zh-hans"


def editions_of(event: str) -> list[tuple[str, str]]:
    """The editions of an event: name (as in ``WHICH``) and file name, in the order of ``WHICH``."""
    return [(which, f"{event}-{which}.pdf") for which in WHICH]
