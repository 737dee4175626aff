"""One event as plain data for the print templates: everything that a page shows, in both languages, in reading order.

The templates lay it out and compute nothing about texts.  A text is a string; or, where some of it differs from the rest, a list of pieces:
``text`` with those of the keys ``foreign`` (in the other language's script), ``em`` (emphasised), ``term`` (the id of its glossary term),
``pinyin``, ``own``, ``long`` (it may be longer than a line) and ``begins`` (the register entries whose quoted words begin there) that are
true of it.  What is there in both languages is ``{"zh": text, "en": text}``.

In texts of the transcript half-width marks are displayed full-width (``typography.to_full_width``) and are copied from the PDF as received;
a full-width mark that the source itself has is a piece of its own, ``own``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count, groupby
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..analysis.counterparts import count as count_of
from ..analysis.glossary import ShownTerm, by_letter, glossary, is_pinyin
from ..analysis.readings import edited
from ..analysis.register import ShownEntry, amount_text, entries_of_kind, time_text
from ..analysis.speech import Sentence, speech
from ..analysis.status import excerpted, status, whose_english
from ..analysis.turns import moderators, names_of, people_of, silent
from ..data.columns import columns_of
from ..model import (
    ASKING,
    ENTRY_KINDS,
    ERRATUM_KINDS,
    LANGS,
    Amount,
    Counterpart,
    Erratum,
    Lang,
    Note,
    Part,
    Person,
    RegisterEntry,
    Segment,
    Source,
    as_dict,
)
from ..model.addresses import Published
from ..model.locale import locale_of
from ..read.corpus import Corpus, Transcript
from ..text.filling import fill
from ..text.fingerprint import sha256
from ..text.folding import fold
from ..text.inline import InlineSpan
from ..text.matching import place_of
from ..text.pinyin import spelled
from ..text.typography import to_full_width
from .brief_data import brief_data
from .pieces import Json, begun, both, closed_up, pair_of, pieces_of, short_definition, slim, transcript_text, words
from .qr import symbol
from .strings import STRINGS

_CONVERTED = ("print_hans_source", "print_hant_source")
"""The strings that say how the characters of an edition were made of those of the source."""

TEMPLATES = Path(__file__).parent / "templates"


def edition(corpus: Corpus, transcript: Transcript, published: Published) -> Json:
    """One event for ``edition.typ``, as plain JSON data; sentences are links where the address of the site is known."""
    return with_content_hash(_EditionBuilder(corpus, transcript, published).edition())


def with_content_hash(made: Json) -> Json:
    """The data with the first 12 digits of their SHA-256 as ``id``."""
    content = {key: value for key, value in made.items() if key != "id"}
    return {**content, "id": sha256(json.dumps(content, sort_keys=True))[:12]}


def _sources(sources: tuple[Source, ...]) -> list[Json]:
    return [{"title": both(lambda lang: _title(source, lang)), "address": source.address} for source in sources]  # noqa: B023 - called at once


def _title(source: Source, lang: Lang) -> Json:
    """A source's title, and the language that it is in."""
    title, tongue = source.titled(lang)
    return {"words": words(title, tongue), "lang": tongue}


class _EditionBuilder:
    """Builds the parts of one edition."""

    def __init__(self, corpus: Corpus, transcript: Transcript, published: Published) -> None:
        self.corpus, self.transcript, self.published = corpus, transcript, published
        self.rows: Mapping[str, list[ShownEntry]] = {kind: entries_of_kind(corpus, transcript, kind) for kind in ENTRY_KINDS}
        self.noted = count(1)
        self.numbers = {shown.entry.id: number for rows in self.rows.values() for number, shown in enumerate(rows, 1)}

    def edition(self) -> Json:
        """All of it but the content hash."""
        event, vocabulary = self.transcript.event, self.corpus.vocabulary
        return {
            "site": self.published.site,
            "strings": {**{key: both(partial(self._string, key)) for key in STRINGS}, **self._statuses()},
            "kinds": {kind: pair_of(vocabulary.kinds[kind]) for kind in ENTRY_KINDS},
            "title": pair_of(event.title),
            "publisher": as_dict(self.corpus.publication.publisher or self.corpus.strings["site_name"]),
            "short": pair_of(event.short),
            "plain": {"zh": event.title.zh, "en": event.title.en},
            "sha256": event.sha256,
            "received": pair_of(event.received),
            "day": self._day(),
            "panel": [self._panellist(name) for name in event.panel],
            "moderators": [self._person(person) for person in moderators(self.corpus, self.transcript)],
            "chapters": [self._chapter(page, list(parts)) for page, parts in groupby(event.parts, lambda part: part.page)],
            "columns": {kind: [column.name for column in columns_of(kind)] for kind in ENTRY_KINDS},
            "rows": {kind: [self._entry(shown) for shown in rows] for kind, rows in self.rows.items()},
            "brief": brief_data(self.corpus, self.transcript, self.numbers),
            "groups": list(self._groups()),
            "places": both(lambda lang: sorted(self._places(), key=partial(_filed, lang))),
            "letters": both(lambda lang: list(self._letters(lang))),
            "errata": [self._errata(kind) for kind in ERRATUM_KINDS],
        }

    def _string(self, key: str, lang: Lang) -> str:
        return closed_up(self.corpus.strings[key][lang], lang)

    def _statuses(self) -> Json:
        """Whose words are whose, as strings of each edition: of the Traditional and the Simplified one, and of the English."""
        corpus, event, strings = self.corpus, self.transcript.event, self.corpus.strings
        received = {lang: status(corpus, event, lang) for lang in LANGS}
        english = {lang: whose_english(corpus, event, lang) for lang in LANGS}
        said = {key: {lang: fill(strings[key][lang], {"english": english[lang]}) for lang in LANGS} for key in _CONVERTED}
        made = {key: {lang: excerpted(corpus, event, lang, both[lang]) for lang in LANGS} for key, both in said.items()}
        if event.is_simplified:
            made |= {"print_hans_source": received}
        return {"status_source": received, "status_translation": received, **made}

    def _day(self) -> Json | None:
        day = self.transcript.event.day
        if day is None:
            return None
        text = both(lambda lang: fill(self.corpus.strings["date"][lang], {"day": day.date}))
        return {"text": text, "basis": pair_of(day.basis), "sources": _sources(day.sources)}

    def _person(self, person: Person) -> Json:
        return {"name": pair_of(person.name), "office": pair_of(person.office), "note": pair_of(person.note)}

    def _people(self, segments: Iterable[Segment]) -> list[Json]:
        """Who speaks some sentences, each once, in order."""
        names = dict.fromkeys(name for segment in segments for name in segment.by)
        return [self._person(person) for person in people_of(self.corpus, names)]

    def _panellist(self, name: str) -> Json:
        without_words = name in {person.id for person in silent(self.corpus, self.transcript.event)}
        return {"person": self._person(self.corpus.people[name]), "silent": without_words}

    def _chapter(self, name: str, parts: list[Part]) -> Json:
        """A page of the transcript with its sections."""
        titles = both(lambda lang: words(self._title(lang, name), lang))
        here = [segment for segment in self.transcript.segments.values() if segment.page == name]
        return {
            "title": titles,
            "askers": self._people(segment for segment in here if segment.kind in ASKING),
            "speakers": self._people(segment for segment in here if segment.kind in {"statement", "answer"}),
            "sections": [self._section(part) for part in parts],
        }

    def _title(self, lang: Lang, name: str) -> str:
        return self.corpus.pages[lang, f"{self.transcript.event.id}/{name}"].title

    def _section(self, part: Part) -> Json:
        name = f"{self.transcript.event.id}/{part.page}"
        sections = both(lambda lang: self.corpus.pages[lang, name].sections[part.section])
        speeches = [speech(self.corpus, self.transcript, part, lang) for lang in LANGS]
        paragraphs = zip(*(section.paragraphs for section in speeches), strict=True)
        start = next((line.segment for paragraph in speeches[0].paragraphs for line in paragraph if isinstance(line, Sentence)), None)
        return {
            "roster": part.kind == "panel",
            "start": self._start(start) if start and self.published.site else None,
            "title": both(lambda lang: words(to_full_width(sections[lang].title) if lang == "zh" else sections[lang].title, lang)),
            "gaps": [[pair_of(gap.note) for gap in speeches[0].gaps.get(place, ())] for place in range(-1, len(speeches[0].paragraphs))],
            "paragraphs": [[self._line(*pair) for pair in zip(*twins, strict=True)] for twins in paragraphs],
        }

    def _line(self, zh: Sentence | str, en: Sentence | str) -> Json:
        """A sentence with its twin, register entries and notes, or a label alone."""
        if isinstance(zh, str) or isinstance(en, str):
            return {"label": {"zh": self._alone(str(zh)), "en": en}}
        segment = zh.segment
        return {
            **self._form(zh, en),
            "address": segment.address,
            "url": both(lambda lang: self._short(lang, segment.address)) if self.published.site else None,
            "label": {"zh": zh.label, "en": en.label},
            "zh": self._words(zh.spans, segment.zh.text, "zh", self._begins(zh, "zh")),
            "en": self._words(en.spans, segment.en.text, "en", self._begins(en, "en")),
            "rows": list(self._spans(zh.entries)),
            "notes": {"number": next(self.noted), "list": [_note(note) for note in zh.notes]} if zh.notes else None,
        }

    def _alone(self, label: str) -> str:
        """A Chinese label that is in no sentence of the transcript, in the characters of the edition."""
        received = self.corpus.transcripts[self.transcript.event.id]
        return label if self.transcript is received else edited(self.corpus, received, label)

    def _form(self, zh: Sentence, en: Sentence) -> Json:
        """What a line is part of, of a row of a table its cells; nothing of a line in a paragraph."""
        line = zh.segment.zh
        if not line.form:
            return {}
        form = {"form": line.form, **({"first": True} if line.first else {})}
        return form if not zh.cells else {**form, "cells": {"zh": self._cells(zh, "zh"), "en": self._cells(en, "en")}}

    def _cells(self, row: Sentence, lang: Lang) -> list[Json]:
        """The cells of a row of a table."""
        return [
            self._words([piece.span for piece in cell], source, lang)
            for cell, source in zip(row.cells, row.segment[lang].cells, strict=True)
        ]

    def _start(self, segment: Segment) -> Json:
        """The first sentence of a section, and the symbol that opens it in each language."""
        return {"address": segment.address, "symbol": both(lambda lang: symbol(self._short(lang, segment.address)))}

    def _short(self, lang: Lang, address: str) -> str:
        """The short address of a sentence, which holds whatever page the sentence is on."""
        return self.published.site + self.published.urls.short(locale_of(lang), address, self.transcript.event.id)

    def _begins(self, line: Sentence, lang: Lang) -> dict[int, list[str]]:
        """The register entries of a sentence, as kind and number, by where in it their quoted words begin."""
        found: dict[int, list[str]] = {}
        for entry in line.entries:
            place = place_of(entry.quote[lang], line.segment[lang].text, lang)
            found.setdefault(max(place, 0), []).append(f"{entry.kind}-{self.numbers[entry.id]}")
        return found

    def _words(self, spans: list[InlineSpan], source: str, lang: Lang, begins: Mapping[int, list[str]] = MappingProxyType({})) -> Any:
        """Words as received, split at terms, emphasis, changes of script and where something begins; ``source`` is their text."""
        pieces: list[Json] = []
        for span, text, emphasis in _runs(spans):
            for piece in pieces_of(text, source[: len(text)] if lang == "zh" else text, lang):
                pinyin = emphasis and lang == "en" and is_pinyin(self.corpus, text)
                pieces.append({**piece, "em": emphasis, "term": span.term, "pinyin": pinyin})
            source = source[len(text) :]
        return slim(list(begun(pieces, begins)))

    def _spans(self, entries: Sequence[RegisterEntry]) -> Iterator[Json]:
        """The numbers of the register entries at one sentence, as ranges by kind."""
        for kind in ENTRY_KINDS:
            numbers = sorted(self.numbers[shown.id] for shown in entries if shown.kind == kind)
            for _, found in groupby(enumerate(numbers), lambda placed: placed[1] - placed[0]):
                run = [number for _, number in found]
                yield {"kind": kind, "first": run[0], "last": run[-1]}

    def _entry(self, shown: ShownEntry) -> Json:
        entry, vocabulary = shown.entry, self.corpus.vocabulary
        strength = vocabulary.strengths[entry.strength] if entry.strength else None
        return {
            "id": entry.id,
            "number": self.numbers[entry.id],
            "at": entry.at,
            "what": pair_of(entry.what),
            "scope": [pair_of(vocabulary.scopes[scope].name) for scope in entry.scope],
            "amount": self._amount(entry.amount, entry.unit),
            "each": self._amount(entry.each, entry.each.unit if entry.each else None),
            "time": self._time(entry),
            "strength": pair_of(strength.name) if strength else None,
            "quote": pair_of(entry.quote, transcript_text),
            "note": pair_of(entry.note),
            "speaker": pair_of(names_of(self.corpus, shown.speakers)) if shown.speakers else None,
        }

    def _time(self, entry: RegisterEntry) -> Json | None:
        if entry.by is None:
            return None
        by = entry.by
        said = {lang: time_text(self.corpus, by, lang) for lang in LANGS}
        year = said["en"] if said["en"] == said["zh"] else said
        return {"year": year, "words": pair_of(entry.by.words, transcript_text), "from": entry.by.at}

    def _amount(self, amount: Amount | None, unit: str | None) -> Json | None:
        if amount is None:
            return None
        # the faces of the books have no sign of subtraction of their own
        return both(lambda lang: words(closed_up(amount_text(self.corpus, amount, unit or "", lang).replace("\u2212", "-"), lang), lang))

    def _groups(self) -> Iterator[Json]:
        """The terms that occur in this event, by group."""
        for group, terms in glossary(self.corpus).items():
            here = [self._term(shown) for shown in terms if self._occurs(shown)]
            if here:
                yield {"name": pair_of(self.corpus.vocabulary.groups[group]), "terms": here}

    def _letters(self, lang: Lang) -> Iterator[Json]:
        """The ids of the terms that occur in this event, by the letter that the English or the pinyin begins with, and in that order."""
        for letter, terms in by_letter(self.corpus, lang).items():
            here = [shown.term.id for shown in terms if self._occurs(shown)]
            if here:
                yield {"letter": letter, "terms": here}

    def _places(self) -> Iterator[Json]:
        """The places that sentences name, each with its name and with the addresses of these sentences in each language."""
        for one in self.corpus.counterparts:
            at = both(partial(self._naming, one)) if one.place else {}
            if all(at.values()) and at:
                yield {**both(partial(self._place_name, one)), "at": at}

    def _naming(self, place: Counterpart, lang: Lang) -> list[str]:
        return [segment.address for segment in self.transcript.segments.values() if count_of(place, lang, segment[lang].text)]

    def _place_name(self, place: Counterpart, lang: Lang) -> str:
        """The first form that is said, in whichever script."""
        names = [form.removesuffix("*") for form in place.forms(lang)]
        said = fold("\n".join(segment[lang].text for segment in self.transcript.segments.values()))
        return next((name for name in names if fold(name) in said), names[0])

    def _occurs(self, shown: ShownTerm) -> list[str]:
        return [segment.address for segment in shown.occurs if segment.event == self.transcript.event.id]

    def _term(self, shown: ShownTerm) -> Json:
        term, defined = shown.term, shown.defined_at
        here = defined is not None and defined.event == self.transcript.event.id
        return {
            "id": term.id,
            "zh": transcript_text(term.zh, "zh"),
            "pinyin": term.pinyin,
            "en": words(term.en, "en"),
            "forms": [transcript_text(form, "zh") for form in term.forms_zh],
            "coded": term.coded,
            "definition": pair_of(term.definition),
            "short": {lang: words(text, lang) for lang, text in short_definition(term.definition).items()},
            "defined": defined.address if defined and here else None,
            "occurs": self._occurs(shown),
        }

    def _errata(self, kind: str) -> Json:
        chosen = [erratum for erratum in self.transcript.errata if erratum.kind == kind]
        return {"kind": kind, "count": sum(erratum.count for erratum in chosen), "list": [_erratum(erratum) for erratum in chosen]}


def _runs(spans: list[InlineSpan]) -> Iterator[tuple[InlineSpan, str, bool]]:
    for span in spans:
        for run in span.runs:
            yield span, run.text, run.emphasis


def _filed(lang: Lang, place: Json) -> str:
    """What a place is filed under: its English name or its pinyin."""
    return str(place["en"]) if lang == "en" else spelled(place["zh"], place["en"])


def _note(note: Note) -> Json:
    return {"quote": pair_of(note.quote, transcript_text), "note": pair_of(note.note)}


def _erratum(erratum: Erratum) -> Json:
    find, read = (re.sub("\n", " ⏎ ", text) for text in (erratum.find, erratum.read))
    return {"find": find, "read": read, "count": str(erratum.count), "reason": pair_of(erratum.reason)}
