"""The source: it is the one received, its errata are exact, and the Chinese pages joined give it back."""

from __future__ import annotations

from ..analysis.source_diff import differences, expected, join
from ..model import Erratum
from ..model.event import count_on, page_numbers
from ..model.faults import Faults
from ..read.corpus import Corpus, Transcript
from ..text.clauses import SENTENCE_END
from ..text.fingerprint import sha256
from ..text.matching import occurrences
from .alignment import section_of


def check(corpus: Corpus, transcript: Transcript, complete: bool, faults: Faults) -> None:
    """S1 source altered, S2 pages differ, S5 lines of the page, E1 to E3 errata; pages are compared only where they are complete."""
    _furniture(transcript, faults)
    _errata(transcript, faults)
    if complete:
        _source(corpus, transcript, faults)


def _source(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """The source is the one recorded, and the Chinese pages joined are the source."""
    event, path = transcript.event, f"data/{transcript.event.id}/source.txt"
    found = sha256(transcript.source_bytes)
    if found != event.sha256:
        faults.add(
            path,
            1,
            "S1",
            f"the SHA-256 is {found}, but event.yml records {event.sha256}",
            "restore the source as received; it is never edited",
        )
    sections = [section_of(corpus, transcript, part, "zh") for part in event.parts]
    joined = join((where, section) for where, section in sections if section)
    for difference in differences(expected(transcript.text, transcript.errata), joined.text):
        where, line = joined.place(difference.position)
        what = f"the source has {difference.source[:40]!r}, the page has {difference.pages[:40]!r}"
        faults.add(
            where,
            line,
            "S2",
            what,
            "restore the page to what the source says; only line ends may differ, and each such difference needs an erratum of kind layout",
        )


def _furniture(transcript: Transcript, faults: Faults) -> None:
    """Each line of the page is one line or one kind of line, and the source has as many as it states, not counting those of one before."""
    lines = transcript.source.split("\n")
    for one in transcript.event.furniture:
        if (one.line is None) == (one.kind is None):
            what = "furniture is given by its line or by its kind, and here by both or neither"
            faults.at(one.where, "", "S5", what, "write one of `line` and `kind`")
            continue
        held = [line for line in lines if one.holds(line)]
        found = len(held)
        lines = [line for line in lines if not one.holds(line)]
        if found != one.count or not found:
            what = f"the furniture {one.line or one.kind!r} appears {found} times in the source, and its count is {one.count}"
            fix = "compare with the source, then correct the line or `count`, or remove what is not there"
            faults.at(one.where, "", "S5", what, fix)
        elif one.line and SENTENCE_END.search(one.line):
            what, fix = (
                f"the furniture {one.line!r} is a sentence",
                "words of the transcript belong on a page; remove the line from `furniture`",
            )
            faults.at(one.where, "", "S5", what, fix)
        elif one.kind == "page-number" and not count_on(page_numbers(held)):
            what = f"the page numbers do not count on: {', '.join(held)}"
            fix = "compare with the source; a number that is said belongs on a page, so give the others by their `line`"
            faults.at(one.where, "", "S5", what, fix)


def _errata(transcript: Transcript, faults: Faults) -> None:
    """Each erratum matches as often as it states, changes only what its kind allows, and overlaps no other."""
    taken: list[tuple[int, int, str]] = []
    for erratum in transcript.errata:
        found = transcript.text.count(erratum.find)
        if found != erratum.count:
            what = f"{erratum.find!r} appears {found} times in the source, not {erratum.count}"
            faults.at(erratum.where, "find", "E1", what, "correct `find` or `count`")
        _kind(erratum, faults)
        for start, end in occurrences(erratum.find, transcript.text):
            for first, last, name in taken:
                if first < end and start < last:
                    what = f"{erratum.find!r} overlaps the erratum {name!r} in the source"
                    faults.at(erratum.where, "find", "E2", what, "merge the two, or shorten `find`")
            taken.append((start, end, erratum.id))


def _kind(erratum: Erratum, faults: Faults) -> None:
    """An erratum of layout changes line ends and nothing else, any other changes characters."""
    same = erratum.find.replace("\n", "") == erratum.read.replace("\n", "")
    if same != (erratum.kind == "layout") or erratum.find == erratum.read:
        what = f"the kind is {erratum.kind}, but {erratum.find!r} becomes {erratum.read!r}"
        fix = "choose the kind by what changes: layout changes line ends only, slip and variant change characters"
        faults.at(erratum.where, "kind", "E3", what, fix)
