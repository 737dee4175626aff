"""Publication: readers can reach the address for mistakes, and the versions follow one another."""

from __future__ import annotations

import re
from itertools import pairwise

from ..model import Publication
from ..model.faults import Faults
from ..read.corpus import Corpus

_REACHABLE = re.compile(r"https?://[^\s/]+\.[^\s]+|mailto:[^\s@]+@[^\s@]+\.[^\s@]+")


def check(corpus: Corpus, faults: Faults) -> None:
    """V4 an address for mistakes that leads nowhere, C2 versions or corrections out of order."""
    publication = corpus.publication
    if publication.report and not _REACHABLE.fullmatch(publication.report):
        what = f"report: {publication.report!r} is neither a web address nor `mailto:` with an address"
        faults.at(publication.where, "report", "V4", what, "write `https://…` or `mailto:name@host`, or remove it")
    for newer, older in pairwise(publication.versions):
        if newer.date < older.date:
            what = f"the version of {older.date} comes below the older one of {newer.date}"
            faults.at(older.where, "date", "C2", what, "write the newest version first")
    _corrections(corpus, publication, faults)


def _corrections(corpus: Corpus, publication: Publication, faults: Faults) -> None:
    """A correction of published words belongs to a version that is at least as new."""
    if not publication.versions:
        return
    newest = max(version.date for version in publication.versions)
    for correction in corpus.corrections:
        if correction.date > newest:
            what = f"the correction of {correction.date} is newer than the newest version, of {newest}"
            fix = f"add a version to {publication.where.path}"
            faults.at(correction.where, "date", "C2", what, fix)
