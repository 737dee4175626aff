"""Open points of a draft that what has been decided since settles: English quotations and times, fields, titles, people, units."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..project import loaded, require_event
from ..read.files import Files
from .given_labels import named
from .page_titles import titled
from .register_values import FIELD, QUOTE, SCOPE, TIME, WHAT, Value, about, borne_out, proposed, with_values
from .roster_words import roster_words
from .unit_words import unit_words

_NAMES: Mapping[tuple[str, ...], str] = {
    QUOTE: "English quotations",
    TIME: "English times",
    FIELD: "fields",
    SCOPE: "scopes",
    **dict.fromkeys(WHAT.values(), "words of `what`"),
}


@dataclass(frozen=True)
class Filled:
    """Path to content of the files that were changed, and what there is to say of it, a line each."""

    files: Mapping[str, bytes]
    report: Sequence[str]


def filled(event: str, files: Files) -> Filled:
    """What the words and the data now give for the open points of an event.

    A value stands without a mark if nothing else can be meant and no rule has anything against it; else it is a marked proposal.
    Raises ``BuildError`` where something cannot be read, or there is no such event.
    """
    corpus = loaded(files)
    require_event(event, corpus.transcripts)
    titles = titled(corpus, event, files)
    people = roster_words(event, files, corpus)
    labels = named(event, {**files, **titles.files, **people.files})
    units = unit_words(event, files, corpus)
    changed = {**titles.files, **people.files, **labels.files, **units.files}
    corpus = loaded({**files, **changed}) if units.files else corpus
    transcript, path = corpus.transcripts[event], f"data/{event}/targets.yml"
    tried, written = borne_out(proposed(corpus, transcript), corpus, transcript), list[Value]()
    values = [one for one in tried if one.proposal.certain or not one.former]
    values += about(corpus, transcript, values)
    if values:
        text, written = with_values(files[path].decode("utf-8"), path, values)
        changed[path] = text.encode("utf-8")
    counts = Counter({"titles and descriptions": titles.count, "names and offices": people.count})
    counts.update({"labels": labels.count, "units": units.count})
    counts.update(_NAMES[one.keys] for one in written if one.proposal.certain)
    left = [one.entry for one in values if one not in written]
    return Filled({path: content for path, content in changed.items() if content != files[path]}, list(_report(counts, written, left)))


def _report(counts: Mapping[str, int], values: Sequence[Value], left: Sequence[str]) -> Iterator[str]:
    """What was filled in; the fields one by one, since what one speaker says need not be of one field; what is only proposed; and the
    entries that were ``left``.
    """
    yield f"filled in: {', '.join(f'{what} {count}' for what, count in counts.items() if count) or 'nothing'}"
    fields = defaultdict[str, list[str]](list)
    for one in values:
        if one.keys == FIELD and one.proposal.certain:
            fields[one.proposal.text].append(one.entry)
    yield from (
        f"field {field}, as the others of the speaker, as the office or as the only one of the event: {', '.join(found)}"
        for field, found in fields.items()
    )
    doubtful = [one for one in values if not one.proposal.certain]
    several = [one.entry for one in doubtful if not one.proposal.objection]
    if several:
        yield f"proposed after the mark, because several words can be meant: {', '.join(dict.fromkeys(several))}"
    objected = ((one.entry, one.proposal.objection.replace(f"{one.entry}: ", "")) for one in doubtful if one.proposal.objection)
    yield from dict.fromkeys(f"proposed after the mark, because a rule objects: {entry}: {objection}" for entry, objection in objected)
    anew = [one.entry for one in values if one.former]
    if anew:
        yield f"cut anew, because the line no longer has what was quoted: {', '.join(dict.fromkeys(anew))}"
    if left:
        yield f"left, because something else stands behind the mark (“TODO” alone is filled in): {', '.join(dict.fromkeys(left))}"
