"""Corrections that the site made to its own published words."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from .base import Lang, Pair, Record


@dataclass(frozen=True)
class Correction(Record):
    """A change that this site made to words that it had published, because they were wrong."""

    date: datetime.date
    """The day of the change, as an ISO date, such as 2023-02-15."""
    at: str
    """The place (`event/address`) of the sentence, or the name of the page (`glossary`, `event/targets`)."""
    lang: Lang
    """The language of the words."""
    before: str
    """The words as they were published."""
    after: str
    """The words as they are now; in a sentence, verbatim."""
    reason: Pair
    """What was wrong."""
