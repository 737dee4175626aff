"""The data of each chart of the register with what is needed to use it elsewhere: title, note, address, licence, columns.

One JSON and one CSV a chart; the CSV begins with a byte order mark, because a reader opens it in a spreadsheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..analysis.statistics import FIRMNESS, SHARES, Series, firmness, series, shares, value
from ..analysis.turns import names_of
from ..model import LANGS, LICENCE, PROMISES, Pair, RegisterEntry, as_dict
from ..model.addresses import Published
from ..model.locale import locale_of
from ..read.corpus import Corpus, Transcript
from .tables import json_number
from .write import csv_text, json_text

Row = dict[str, Any]


def files(corpus: Corpus, published: Published) -> Mapping[str, str]:
    """File name to content of the data of all charts."""
    found: dict[str, str] = {}
    for transcript in corpus.transcripts.values():
        for name, title, note, rows in _charts(corpus, transcript):
            path = f"pictures/{transcript.event.id}-{name}"
            found[f"{path}.json"] = _json(corpus, transcript, published, name, title, note, rows)
            found[f"{path}.csv"] = csv_text(list(rows[0]), (row.values() for row in rows), bom=True)
    return found


def _charts(corpus: Corpus, transcript: Transcript) -> Iterable[tuple[str, Pair, Pair | None, list[Row]]]:
    """Each chart that is drawn: name, title, note, rows."""
    words = corpus.strings
    if any(entry.kind in PROMISES for entry in transcript.entries):
        yield SHARES, words["chart_shares"], None, list(_shares(corpus, transcript))
        yield FIRMNESS, words["chart_firmness"], words["chart_firmness_note"], list(_firmness(corpus, transcript))
    for shown in series(transcript):
        yield shown.chart.id, shown.chart.title, shown.chart.note, [*_base(shown), *(_stated(entry) for entry in shown.entries)]


def _shares(corpus: Corpus, transcript: Transcript) -> Iterable[Row]:
    for share in shares(corpus, transcript):
        yield {
            **_named(
                "speaker",
                " ".join(person.id for person in share.speakers) or None,
                names_of(corpus, share.speakers) if share.speakers else None,
            ),
            **_named("field", share.field, corpus.vocabulary.fields[share.field]),
            "targets": share.targets,
            "commitments": share.commitments,
        }


def _firmness(corpus: Corpus, transcript: Transcript) -> Iterable[Row]:
    names, found = corpus.vocabulary, firmness(corpus, transcript)
    for strength in found.strengths:
        for operator in found.operators:
            yield {
                **_named("strength", strength, names.strengths[strength].name),
                **_named("operator", operator, names.operators[operator].name if operator else None),
                "count": found.counts.get((strength, operator), 0),
            }


def _named(column: str, name: str | None, words: Pair | None) -> Row:
    """A value with what it is called in both languages."""
    return {column: name, **{f"{column}_{lang}": words[lang] if words else None for lang in LANGS}}


def _stated(entry: RegisterEntry) -> Row:
    return {
        "row": entry.id,
        **{f"what_{lang}": entry.what[lang] for lang in LANGS},
        "value": json_number(value(entry)),
        "low": None,
        "high": None,
        "unit": entry.unit,
        "basis": "stated",
        "at": entry.at,
        **{f"quote_{lang}": entry.quote[lang] for lang in LANGS},
    }


def _base(shown: Series) -> Iterable[Row]:
    """The base that is computed, with its bounds, resting on the quotation of the multiple."""
    if shown.base and shown.multiple and shown.chart.base:
        computed = {f"what_{lang}": shown.chart.base[lang] for lang in LANGS}
        numbers = {name: json_number(getattr(shown.base, name)) for name in ("value", "low", "high")}
        yield {**_stated(shown.multiple), **computed, **numbers, "unit": shown.entries[0].unit, "basis": "computed"}


def _json(corpus: Corpus, transcript: Transcript, published: Published, name: str, title: Pair, note: Pair | None, rows: list[Row]) -> str:
    page = f"{transcript.event.id}/targets"
    content = {
        "id": name,
        "event": transcript.event.id,
        "title": as_dict(title),
        "note": as_dict(note),
        "publisher": as_dict(corpus.strings["site_name"]),
        "licence": LICENCE,
        "url": {lang: published.link("data/pictures/", f"{published.urls.page(locale_of(lang), page)}#picture-{name}") for lang in LANGS},
        "rows": rows,
    }
    return json_text(content)
