"""What a citation needs, as scripts that pages fetch when a reader cites.

A citation is made of these facts and never of the text of a page, which may display another reading or a translation by the browser.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..analysis.status import cited_english
from ..analysis.turns import people_of
from ..model import LANGS, Person, as_dict
from ..model.addresses import Published
from ..model.locale import LOCALES, locale_of
from ..read.corpus import Corpus, Transcript
from ..text.data_scripts import data_scripts
from ..text.typography import to_full_width
from .render import Renderer

STRINGS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("site_name", "cite_sentence", "cite_no_date", "and", "colon"), frozenset()),
    "cite_accessed": frozenset({"day"}),
    "cite_retrieved": frozenset({"day", "url"}),
}
"""The strings that a citation is made with, each with the ``{names}`` that a script fills in."""

_WORDS = {**{name: f"cite_{name}" for name in ("no_date", "accessed", "retrieved")}, "and": "and", "colon": "colon"}
"""The words of citations by the names that the script has for them, each with the key of its string."""


def scripts(renderer: Renderer, published: Published) -> Mapping[str, str]:
    """For each event two scripts by path: its facts with the panel in both languages, and the entries of its register.

    The facts hold ``root``, the site's address or empty, and the short address of a sentence (``{}``) below it in each language.
    """
    values: dict[str, Any] = {}
    for name, transcript in renderer.corpus.transcripts.items():
        panels = {lang: renderer.html("cite.html", locale, "") for lang, locale in LOCALES.items()}
        short = {lang: published.urls.short(locale_of(lang), "{}", name) for lang in LANGS}
        facts = {**cited(renderer.corpus, transcript), "root": published.site, "short": short, "panels": panels}
        values[f"cite-{name}"] = facts
        values[f"entries-{name}"] = _entries(transcript)
    return data_scripts(values)


def _entries(transcript: Transcript) -> Mapping[str, Any]:
    """For each register entry the address of its sentence and its quotations as they are displayed."""
    return {
        entry.id: {
            "at": entry.at,
            "quote": {"zh": to_full_width(entry.quote.zh), "en": entry.quote.en},
        }
        for entry in transcript.entries
    }


def cited(corpus: Corpus, transcript: Transcript) -> Mapping[str, Any]:
    """What a citation of a sentence or a register entry needs beside its words, in both languages, as plain JSON data.

    ``by`` and ``by_sentence`` say who speaks, ``people`` what they are called: ``filed`` is the name as a list of references files it, and
    None where it has no family name, as an outlet's.
    """
    event, english = transcript.event, dict(cited_english(corpus, transcript.event))
    people = people_of(corpus, dict.fromkeys(name for segment in transcript.segments.values() for name in segment.by))
    return {
        "id": event.id,
        "tags": {lang: event.tag_in(lang) for lang in LANGS},
        "site": as_dict(corpus.strings["site_name"]),
        "event": as_dict(event.title),
        "day": event.day.date.isoformat() if event.day else None,
        "basis": as_dict(event.day.basis if event.day else None),
        "translation": english.pop(""),
        **({"translation_of": english} if english else {}),
        "sentence": as_dict(corpus.strings["cite_sentence"]),
        "words": {lang: {name: corpus.strings[key][lang] for name, key in _WORDS.items()} for lang in LANGS},
        **_speakers(transcript),
        "people": {person.id: _cited(person) for person in people},
    }


def _speakers(transcript: Transcript) -> Mapping[str, Mapping[str, str]]:
    """The ids of who speaks, joined with spaces: ``by`` section, and for the sentences of a section that others speak, ``by_sentence``."""
    sections: dict[str, str] = {}
    sentences: dict[str, str] = {}
    for segment in transcript.segments.values():
        by = " ".join(segment.by)
        if by and sections.setdefault(segment.section, by) != by:
            sentences[segment.address] = by
    return {"by": sections, "by_sentence": sentences}


def _cited(person: Person) -> Mapping[str, Any]:
    """A person as a citation names them."""
    filed = {lang: person.sort_name(lang) for lang in LANGS} if person.family else None
    return {"name": as_dict(person.name), "filed": filed, "office": as_dict(person.office)}
