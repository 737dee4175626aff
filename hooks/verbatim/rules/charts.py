"""Charts: each shows register entries that exist and can be compared."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

from ..analysis.statistics import FIRMNESS, SHARES
from ..model import LANGS, Chart, RegisterEntry
from ..model.faults import Faults
from ..read.corpus import Corpus, Transcript


def check(transcript: Transcript, faults: Faults) -> None:
    """Y8 an id that is taken, I1 unknown entry, I2 entries that cannot be compared, I3 a base that the quotation does not name."""
    entries = {entry.id: entry for entry in transcript.entries}
    for chart in transcript.charts:
        if chart.id in {SHARES, FIRMNESS}:
            faults.at(chart.where, "id", "Y8", f"the id {chart.id!r} is taken by a chart of the promises", "choose another id")
        shown = [entry for name in chart.rows if (entry := _entry(name, "rows", chart, entries, faults))]
        multiple = _entry(chart.multiple, "multiple", chart, entries, faults) if chart.multiple else None
        _together(chart, shown, faults)
        _multiple(chart, multiple, faults)


def of_all(corpus: Corpus, faults: Faults) -> None:
    """Y8 a chart whose data would have the file of a chart of another event, since the id of that one begins with the id of its own."""
    for shorter, longer in _begun_alike(corpus.transcripts):
        taken = {f"{longer}-{name}" for name in (SHARES, FIRMNESS, *(chart.id for chart in corpus.transcripts[longer].charts))}
        for chart in (one for one in corpus.transcripts[shorter].charts if f"{shorter}-{one.id}" in taken):
            what = f"the data of {chart.id!r} would have the file of a chart of the event {longer!r}"
            faults.at(chart.where, "id", "Y8", what, "choose another id")


def _begun_alike(events: Collection[str]) -> Iterator[tuple[str, str]]:
    """Pairs of events of which the id of the second is that of the first, a hyphen and more."""
    for longer in events:
        parts = longer.split("-")
        beginnings = ("-".join(parts[:length]) for length in range(1, len(parts)))
        yield from ((shorter, longer) for shorter in beginnings if shorter in events)


def _entry(name: str, key: str, chart: Chart, entries: Mapping[str, RegisterEntry], faults: Faults) -> RegisterEntry | None:
    """The register entry of an id; reported where there is none."""
    if name not in entries:
        near = ", ".join(get_close_matches(name, sorted(entries), n=3)) or "an id of targets.yml"
        fix = f"restore the entry if it was deleted or renamed; otherwise name one of: {near}"
        faults.at(chart.where, key, "I1", f"{chart.id}: there is no register entry {name!r}", fix)
    return entries.get(name)


def _together(chart: Chart, entries: list[RegisterEntry], faults: Faults) -> None:
    """The entries of a chart have one number each, of one unit; otherwise their bars could not be compared."""

    def report(key: str, what: str, fix: str) -> None:
        faults.at(chart.where, key, "I2", f"{chart.id}: {what}", fix)

    for entry in entries:
        if entry.amount is None or entry.amount.value is None:
            report("rows", f"the entry {entry.id!r} has no single number", "choose entries with a `value`")
        elif entry.amount.value < 0:
            report("rows", f"the entry {entry.id!r} is a fall, which a bar cannot show", "choose entries whose `value` is not negative")
    units = sorted({str(entry.unit) for entry in entries})
    if len(units) > 1:
        report("rows", f"the entries count different things: {', '.join(units)}", "choose entries of one unit")
    if chart.multiple is None and len(chart.rows) < 2:
        report("rows", "there is nothing to compare", "name two entries or more, or `multiple` and `base`")
    if chart.multiple is not None and len(chart.rows) != 1:
        report("rows", f"{len(chart.rows)} entries and a multiple", "name the one entry that the multiple refers to")
    if (chart.multiple is None) != (chart.base is None):
        report("base", "`multiple` and `base` go together", "write both or neither")


def _multiple(chart: Chart, entry: RegisterEntry | None, faults: Faults) -> None:
    """The multiple is one, and its quotation names the base in both languages."""
    if entry is None:
        return
    if entry.amount is None or entry.amount.operator != "multiple_of" or not entry.amount.value:
        faults.at(chart.where, "multiple", "I2", f"{chart.id}: the entry {entry.id!r} is not a multiple", "name an entry that is")
    for lang in LANGS:
        if chart.base and chart.base[lang] not in entry.quote[lang]:
            what = f"{chart.id}: base.{lang} {chart.base[lang]!r} does not appear in {entry.quote[lang]!r}"
            faults.at(chart.base.where, lang, "I3", what, "name the base with the words of the quotation")
