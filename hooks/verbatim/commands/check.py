"""``check``: apply every rule, to the whole project or for the faults of one event."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from ..cache.checked import CHECKED, keep, state_of
from ..cache.found import cached_project
from ..cache.shares import number_of
from ..model.faults import Fault
from ..project import InvalidProject, UnreadProject, require_event
from ..read.files import CACHE
from ..rules.work import of_event, ordered


def run(given: argparse.Namespace) -> int:
    """Print what was found by an engine in the state ``given.engine``; raises ``BuildError``."""
    if given.event:
        return _event(given.root, given.engine, given.event)
    return _project(given.root, given.engine, given.state)


def _project(root: Path, engine: str, state: str) -> int:
    """Print that a project, in a state as of ``state_of``, has no faults, and keep that for the next time.  Raises ``BuildError``."""
    project, after = cached_project(root, root / CACHE, engine, workers=number_of(os.environ.get("WORKERS", "")))
    corpus = project.corpus
    said = f"{corpus.sentences} sentences, {len(corpus.terms)} terms: no faults"
    if state_of(root, after, project.files) == state:  # what was checked is what the state is of
        keep(root, CHECKED, state, said)
    print(said)
    return 0


def _event(root: Path, engine: str, event: str) -> int:
    """Print the faults of one event in the order of work; 1 where it has some.

    Raises ``BuildError`` where there is no such event, or another file keeps it from being checked.
    """
    require_event(event, (path.parent.name for path in root.glob("data/*/event.yml")))
    found: Sequence[Fault] = ()
    try:
        cached_project(root, root / CACHE, engine)
    except InvalidProject as invalid:
        found = invalid.faults
        if isinstance(invalid, UnreadProject) and not of_event(found, event):
            raise
    own = of_event(found, event)
    print("\n".join(ordered(own, len(set(found)) - len(set(own)))) if found else f"{event}: no faults")
    return 1 if own else 0
