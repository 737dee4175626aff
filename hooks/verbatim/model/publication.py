"""Who publishes the site, where mistakes are reported, and what changed when."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from .base import Pair, Record


@dataclass(frozen=True)
class Version(Record):
    """A state of the words and data that was published."""

    date: datetime.date
    """The day, as an ISO date, such as 2023-02-15."""
    what: Pair
    """What is new in it; one sentence."""


@dataclass(frozen=True)
class Publication(Record):
    """Who publishes the site, where mistakes are reported, and what changed when."""

    publisher: Pair | None = None
    """The person or body that is responsible for the site; without it the site says that none is named."""
    report: str | None = None
    """Where readers report mistakes: a web address, or `mailto:` and an address; without it the site says that it has none."""
    versions: tuple[Version, ...] = ()
    """The published states, newest first."""
