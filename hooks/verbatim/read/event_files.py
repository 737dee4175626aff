"""Which files of a project are of which event, and the checksums by which it is known what was found in them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from typing import Any

from ..text.cache import Listed
from .corpus import Corpus
from .data_files import is_ruled
from .files import Files, framed

Wanted = Collection[Callable[[Listed[Corpus]], Any]]
"""Cached functions that are asked about each of some events, so that what they find is known."""


def folder_of(path: str) -> str:
    """The event in whose folder a file of a project lies; empty where it lies in none."""
    folder, *below = path.split("/")
    place = 0 if folder == "data" else 1
    return below[place] if len(below) > place + 1 else ""


def by_event(files: Files) -> Mapping[str, Files]:
    """The files in the folders of each event, or of what has the name of a folder; of none: those that all share."""
    found = defaultdict[str, dict[str, bytes]](dict)
    for path, content in files.items():
        found[folder_of(path)][path] = content
    return found


def bases(files: Files) -> Mapping[str, str]:
    """Event to the SHA-256 of every file that ``Corpus.of_event`` holds something of, with its path."""
    shared = checksum({path: content for path, content in files.items() if is_ruled(path)})
    return {event: f"{shared}{checksum(own)}" for event, own in by_event(files).items() if event}


def own_corpora(corpus: Corpus, files: Files) -> Mapping[str, Listed[Corpus]]:
    """Event to what its rules read (``Corpus.of_event``), by what it was read from (``bases``): a cached function looks at it only once."""
    basis = bases(files)
    return {event: Listed(corpus.of_event(event), basis[event], part=event) for event in corpus.transcripts}


def checksum(files: Files) -> str:
    """The SHA-256 of some files with their paths."""
    digest = hashlib.sha256()
    for path, content in sorted(files.items()):
        digest.update(framed(path, content))
    return digest.hexdigest()
