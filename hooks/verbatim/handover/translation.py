"""A translation that came back: what it changes in the pages and in the records of who compared what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..analysis.seals import reviewed, seals_of
from ..model.faults import Fault, Faults
from ..project import inspected, loaded
from ..read.files import Files
from ..read.load import load
from .changes import Change, broken, matched, refuse
from .pairs import NoHandover, pairs
from .taken import Taken, brought, to_correct
from .xliff import Unit, units


def translation(content: bytes, name: str, event: str, files: Files, day: str, by: str = "") -> Taken:
    """What a file of XLIFF changes in an event of a project that holds ``files``; ``by`` is who reviewed what came back as reviewed.

    Nothing is sealed: pairs that came back as final are named.  Raises ``NoHandover`` with every line that is refused, or where the file is
    none of the event, ``BuildError`` where there is no such event or the project cannot be read.
    """
    corpus = loaded(files)
    changes = matched(units(content, name, event), pairs(corpus, event, files), name)
    after = {**files, **_pages(changes, files)}
    new = brought(after, inspected(files)[1]) if after != files else []
    refuse([*broken(changes, new, list(corpus.people.values())), *_unlike(changes, after, event)], name)
    by = " ".join(by.split())  # a seal is one line
    reviews, names = _reviewed(changes, event, after, f"{day} {by}" if by else "")
    after = {**after, **reviews}
    return Taken({path: text for path, text in after.items() if files[path] != text}, _report(changes, names, by, new))


def _pages(changes: Iterable[Change], files: Files) -> Mapping[str, bytes]:
    """The English pages with the lines that came back, each in its own place."""
    pages: dict[str, list[str]] = {}
    for change in changes:
        pair = change.pair
        if change.changed:
            lines = pages.setdefault(pair.path, files[pair.path].decode("utf-8").split("\n"))
            for number, line in pair.lines(change.en):
                lines[number - 1] = line
    return {path: "\n".join(lines).encode("utf-8") for path, lines in pages.items()}


def _unlike(changes: Iterable[Change], after: Files, event: str) -> Iterator[tuple[Unit, str]]:
    """The units that would not come out of the pages again as they went in: those with signs of Markdown or of YAML."""
    corpus = load(after, Faults())  # what came back may have made a page unreadable
    found = {pair.address: pair for pair in pairs(corpus, event, after)} if corpus and event in corpus.transcripts else {}
    for change in (change for change in changes if change.changed):
        pair = found.get(change.pair.address)
        if pair is None or (pair.en, pair.opened) != (change.en, False):
            yield change.unit, f"{change.pair.address}: the page would not hold this text as it is: {change.en[:60]!r}"


def _reviewed(changes: Iterable[Change], event: str, after: Files, mark: str) -> tuple[Files, list[str]]:
    """The seals with the reviews that came back, and their addresses; a pair that is sealed, or reviewed in these words, stays."""
    corpus = loaded(after)
    open_to_review = {pair.address for pair in pairs(corpus, event, after) if pair.state == "translated"}
    names = [one.pair.address for one in changes if one.reviewed and one.pair.address in open_to_review]
    if not names:
        return {}, []
    if not mark:
        raise NoHandover(f"{len(names)} lines came back as reviewed; say who compared them: --by NAME")
    transcript, path = corpus.transcripts[event], f"data/{event}/seals.txt"
    new = seals_of(transcript.segments.values(), transcript.entries)
    return {path: reviewed(after[path].decode("utf-8"), new, set(names), mark).encode("utf-8")}, names


def _report(changes: Sequence[Change], reviews: Sequence[str], by: str, new: Iterable[Fault]) -> list[str]:
    """What was changed, old and new; what was reviewed; what is to be sealed; what else the check now reports."""
    changed = [one for one in changes if one.changed]
    lines = [f"{one.pair.path}:{one.pair.number}: {one.pair.address}\n  - {one.before}\n  + {one.en}" for one in changed]
    to_seal = (one for one in changes if one.unit.state == "final" and one.pair.part == "sentence")
    final = [one.pair.address for one in to_seal if one.changed or one.pair.state != "final"]
    lines.append(f"lines changed: {len(changed)}")
    if reviews:
        lines.append(f"reviewed by {by}: {' '.join(reviews)}")
    if final:
        lines.append(f"final, to be sealed with `./run seal`, which shows both lines of each: {' '.join(final)}")
    return [*lines, *to_correct(fault for fault in new if fault.code != "W6")]
