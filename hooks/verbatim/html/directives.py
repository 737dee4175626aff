"""The directives: what ``<!-- insert: NAME -->`` inserts, as a template and the data that it displays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from ..analysis import ledger
from ..analysis.across_events import fields
from ..analysis.brief import brief
from ..analysis.corrections import corrections_for
from ..analysis.glossary import TERM_KINDS, letter_id, occurring
from ..analysis.proof_summary import ProofItem, proved
from ..analysis.register import entries_of_kind, specimen
from ..analysis.speech import with_marks, without_links
from ..analysis.turns import exchanges, filtered_by_turn, moderators, people_of, silent
from ..data.columns import COLUMNS, columns_of, facets, facts, repeated
from ..data.tables import entry_records
from ..model import ERRATUM_KINDS
from ..model.addresses import Published, Urls
from ..model.once import once
from ..read.corpus import Corpus, Transcript
from ..read.summaries import Summaries, summary
from ..text.cache import within
from ..text.term_finder import places
from . import charts

Context = Mapping[str, Any]
Gather = Callable[[Corpus, Urls, Transcript | None, Summaries], Context]
FEW = 4
"""Of so many events the home page displays the questions; of more, who answers."""


@dataclass(frozen=True)
class Directive:
    """The file name of a template, what makes its context, and the style sheets of a page that has it.

    ``anywhere``: also on a page that belongs to no event.  ``facts`` stand for all that it displays of events, where the finished HTML is
    kept by them.
    """

    template: str
    gather: Gather
    sheets: tuple[str, ...] = ()
    anywhere: bool = False
    facts: Callable[[Corpus, Summaries], Any] | None = None


def _of_event(gather: Callable[[Corpus, Urls, Transcript], Context]) -> Gather:
    """What makes the context of a directive that speaks of the event of its page; the rules allow it nowhere else."""

    def gathered(corpus: Corpus, urls: Urls, transcript: Transcript | None, events: Summaries) -> Context:
        assert transcript is not None
        return {"transcript": transcript, "event": transcript.event, **gather(corpus, urls, transcript)}

    return gathered


def _rows(kind: str) -> Directive:
    def gather(corpus: Corpus, urls: Urls, transcript: Transcript) -> Context:
        return {
            "kind": kind,
            "columns": columns_of(kind),
            "rows": entries_of_kind(corpus, transcript, kind),
            "facts": _facts(transcript, urls),
        }

    return Directive("rows.html", _of_event(gather), ("register",))


@once
def _facts(transcript: Transcript, urls: Urls) -> Mapping[str, Mapping[str, str]]:
    """For each entry what scripts sort and filter it by, as names and values of ``data-`` attributes."""
    records = entry_records(transcript, Published(urls=urls))
    unused = set() if filtered_by_turn(transcript) else {"turn"}
    return {record["id"]: {name: value for name, value in facts(record).items() if name not in unused} for record in records}


def _register(corpus: Corpus, urls: Urls, transcript: Transcript) -> Context:
    repeating = repeated(_facts(transcript, urls).values())
    return {"facets": facets(corpus, transcript), "repeated": repeating, "columns": COLUMNS}


def _charts(corpus: Corpus, urls: Urls, transcript: Transcript) -> Context:
    return {"charts": partial(charts.figures, corpus, transcript)}


def _ledger(corpus: Corpus, urls: Urls, transcript: Transcript) -> Context:
    return {
        "numerals": ledger.explained(transcript),
        "counts": ledger.counts(corpus.vocabulary.classes, transcript),
        "reason": ledger.reason,
    }


def _turns(corpus: Corpus, urls: Urls, transcript: Transcript) -> Context:
    return {
        "exchanges": exchanges(corpus, transcript),
        "moderators": moderators(corpus, transcript),
        "silent": silent(corpus, transcript.event),
    }


def _brief(corpus: Corpus, urls: Urls, transcript: Transcript) -> Context:
    return {"brief": brief(corpus, transcript)}


def _proof(corpus: Corpus, urls: Urls, transcript: Transcript | None, events: Summaries) -> Context:
    assert transcript is not None  # the rules allow it on pages of events alone
    with within(""):  # where it was found ahead, among what is wanted of all events
        lines, (compared, characters) = proved(events.own(transcript.event.id))
    return {"lines": [ProofItem(*line) for line in lines], "compared": compared, "characters": characters}


def _events(corpus: Corpus, urls: Urls, transcript: Transcript | None, events: Summaries) -> Context:
    few = len(corpus.transcripts) <= FEW
    return {
        "events": [{**_event(corpus, one, events), **(_questions(corpus, one) if few else {})} for one in corpus.newest_first],
        "few": few,
        "by_field": bool(fields(events)),
        "with_marks": with_marks,
        "without_links": without_links,
    }


def _event(corpus: Corpus, transcript: Transcript, events: Summaries) -> Context:
    """What is displayed of any event."""
    counted = events.made(counts, transcript.event.id)
    return {**counted, "event": transcript.event, "speakers": people_of(corpus, counted["speakers"])}


@summary("home")
def counts(own: Corpus) -> Mapping[str, Any]:
    """Who answers in the only event of a corpus, and how many sentences, register entries and terms it has."""
    [transcript] = own.transcripts.values()
    found = exchanges(own, transcript)
    kinds = Counter(str(entry.kind) for entry in transcript.entries)
    return {
        "speakers": [*dict.fromkeys(person.id for exchange in found for one in exchange.said for person in one.speakers)],
        "sentences": len(transcript.segments),
        "spoken": sum(exchange.sentences for exchange in found if exchange.sections),
        "targets": kinds["target"],
        "commitments": kinds["commitment"],
        "terms": len(places(own.finder, own.segments())),
    }


def _questions(corpus: Corpus, transcript: Transcript) -> Context:
    """What is displayed of an event beside that where there are few."""
    targets = entries_of_kind(corpus, transcript, "target")
    return {
        "transcript": transcript,
        "exchanges": exchanges(corpus, transcript),
        "moderators": moderators(corpus, transcript),
        "silent": silent(corpus, transcript.event),
        "promises": targets,
        "specimen": specimen(transcript) if targets else None,
    }


def _glossary(corpus: Corpus, urls: Urls, transcript: Transcript | None, events: Summaries) -> Context:
    known = occurring(corpus, events)
    return {"letters": partial(known.terms, corpus), "letter_id": letter_id, "kinds": TERM_KINDS, "titles": known.titles}


def _errata(corpus: Corpus, urls: Urls, transcript: Transcript) -> Context:
    by_kind = {kind: [erratum for erratum in transcript.errata if erratum.kind == kind] for kind in ERRATUM_KINDS}
    tables = [
        {"kind": kind, "errata": errata, "count": sum(erratum.count for erratum in errata)} for kind, errata in by_kind.items() if errata
    ]
    return {"tables": tables}


def _corrections(corpus: Corpus, urls: Urls, transcript: Transcript) -> Context:
    return {"corrections": corrections_for(corpus, transcript)}


def _nothing(corpus: Corpus, urls: Urls, transcript: Transcript | None, events: Summaries) -> Context:
    return {}


DIRECTIVES: Mapping[str, Directive] = {
    "speech": Directive("speaker.html", _of_event(_turns), ("transcript",)),
    "event": Directive("event.html", _of_event(_turns), ("transcript", "turns")),
    "brief": Directive("brief.html", _of_event(_brief), ("brief",)),
    "events": Directive("events.html", _events, ("home",), anywhere=True),
    "targets": _rows("target"),
    "commitments": _rows("commitment"),
    "figures": _rows("figure"),
    "register": Directive("register.html", _of_event(_register), ("register",)),
    "charts": Directive("charts.html", _of_event(_charts), ("register", "charts")),
    "ledger": Directive("ledger.html", _of_event(_ledger), ("tables",)),
    "numerals": Directive("numerals.html", _of_event(_ledger), ("tables",)),
    "proof": Directive("proof.html", _proof, ("tables",)),
    "errata": Directive("errata.html", _of_event(_errata), ("tables",)),
    "corrections": Directive("corrections.html", _of_event(_corrections), ("tables",)),
    "glossary": Directive(
        "glossary.html", _glossary, ("glossary",), anywhere=True, facts=lambda corpus, events: occurring(corpus, events).facts
    ),
    "data": Directive("data.html", _nothing, anywhere=True),
    "publication": Directive("publication.html", _nothing, anywhere=True),
    "versions": Directive("versions.html", _nothing, anywhere=True),
}
