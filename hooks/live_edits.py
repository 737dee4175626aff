"""How soon the live server sees an edit.

MkDocs looks at all files twice a second, since not every file system tells of changes (its pull request 2477), and then waits for a tenth
of a second for more: with few files that is longer than the build.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Any

from watchdog.observers.polling import PollingObserver
from watchdog.utils.dirsnapshot import DirectorySnapshot

SHORTEST, LONGEST = 0.05, 0.5
"""The seconds between two looks, at the least and, as in MkDocs, at the most."""
SHARE = 20
"""How many times longer than a look that is, so that a core is busy with looking for a twentieth of the time."""
SETTLED = 0.02
"""The seconds without another edit after which a build begins."""


def look_often(server: Any, folders: Iterable[str]) -> None:
    """Let a server that watches nothing yet look at some folders as often as it takes little."""
    start = time.perf_counter()
    for folder in folders:
        DirectorySnapshot(folder)
    took = time.perf_counter() - start
    server.observer = PollingObserver(timeout=min(LONGEST, max(SHORTEST, SHARE * took)))
    server.build_delay = SETTLED
