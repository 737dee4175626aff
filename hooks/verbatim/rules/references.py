"""References: facts that name other facts (people, addresses, notes, aliases), and the form of ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from ..model import ACCOUNT_CLASSES, ENTRY_KINDS, LANGS, Alias, Lang, Note, Pair, Person, Segment, Source, Where
from ..model.faults import Faults
from ..read.corpus import Corpus, Transcript
from ..read.markdown_page import ID
from ..text.matching import contains_word

_NAMED_BY_CODE = {
    "kinds": ENTRY_KINDS,
    "classes": ("target", "figure", *ACCOUNT_CLASSES),
    "operators": ("exactly", "between", "multiple_of"),
    "scopes": ("new",),
    "bases": ("seen",),
}
"""The values of the vocabulary that the engine itself uses."""
_VOCABULARY = "data/vocabulary.yml"
_LISTED = {"panel": "data/people.yml", "by": "data/people.yml", "terms": "data/terms.yml", "unit": "data/units.yml"}
"""The file that lists what a key may name, where it is not the vocabulary; an event may have a file of its own of the same name."""
SHARED_LISTS = {_VOCABULARY, *_LISTED.values()}
"""The files whose records every event may name."""
_LOSING = {"Y4", "Y5", "Y6", "Y7", "Y9"}
"""Codes of faults that keep a record from being read."""

_EXTENDED = {"field", "group", "scope", "strength"}
"""The keys whose values an event can add to."""
_PLACE = "`old` names what is gone, `new` what is there: `page#address`, `page#heading` or `page`"


def check(corpus: Corpus, faults: Faults) -> None:
    """V1 unknown name, V2 unusable id, V3 person, V4 link, of what events share."""
    _vocabulary(corpus, faults)
    for records in (corpus.people, corpus.terms, corpus.units):
        _ids(records.values(), faults)
    _links(corpus.sources(), faults)
    for person in corpus.people.values():
        if person.kind == "official" and not (person.office and person.pinyin):
            faults.at(person.where, "", "V3", f"the official {person.id!r} has no office or no pinyin", "add both")
        if person.family:
            _family(person, person.family, faults)


def of_event(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """V1, V2, V4 as of ``check``, A1 unknown address, A2 alias, T1 quote of a note, of one event."""
    _links(transcript.sources, faults)
    _ids((*transcript.entries, *transcript.errata, *transcript.notes, *transcript.charts), faults)
    _people(corpus, transcript, faults)
    for note in transcript.notes:
        _note(note, transcript, faults)
    for alias in transcript.aliases:
        _alias(alias, transcript, corpus, faults)


def known(name: str, key: str, where: Where, names: Mapping[str, Any], faults: Faults) -> bool:
    """Whether a name is among those allowed; reported where it is not, with the file that lists them, unless that is at fault itself."""
    if name not in names and not _unread(key, where, faults):
        listed = f"{_LISTED.get(key, _VOCABULARY)} lists: {', '.join(sorted(names)) or 'none yet'}"
        own = " or, for one event, in its extra-vocabulary.yml" if key in _EXTENDED else ""
        faults.at(where, key, "V1", f"{key}: {name!r} is unknown", f"use one that {listed}; or add it there{own}")
    return name in names


def _unread(key: str, where: Where, faults: Faults) -> bool:
    """Whether a record is missing from a file that lists what a key may name, so that an unknown name may be its."""
    shared = _LISTED.get(key, _VOCABULARY)
    own = "extra-vocabulary.yml" if key in _EXTENDED else PurePosixPath(shared).name
    listing = {shared, str(PurePosixPath(where.path).with_name(own))}
    return any(fault.path in listing and fault.code in _LOSING for fault in faults)


def address(at: str, where: Where, transcript: Transcript, faults: Faults) -> Segment | None:
    """The sentence at an address; reported where there is none."""
    if at not in transcript.segments:
        section = at.rpartition("-")[0]
        near = [name for name in transcript.segments if name.rpartition("-")[0] == section]
        fix = f"{section} has {near[0]} to {near[-1]}" if near else "`./run show` lists all addresses"
        faults.at(where, "at", "A1", f"at: there is no sentence {at!r}", fix)
    return transcript.segments.get(at)


def quoted(quote: Pair, segment: Segment, faults: Faults) -> bool:
    """Whether the words appear in the sentence in both languages; reported for each where they do not."""
    found = [contains_word(quote[lang], segment[lang].text, lang, exactly=True) for lang in LANGS]
    for lang, there in zip(LANGS, found, strict=True):
        if not there:
            what = f"quote.{lang}: {quote[lang]!r} does not appear in {segment.address}: {segment[lang].text!r}"
            faults.at(
                quote.where,
                lang,
                "T1",
                what,
                "compare with the Chinese: correct the sentence if it was changed by mistake, otherwise quote its words exactly",
            )
    return all(found)


def _family(person: Person, family: Pair, faults: Faults) -> None:
    """Citations file a person under the family name, so it must be one end of the name, with something left."""
    spaces: dict[Lang, str] = {"zh": "", "en": " "}
    for lang, space in spaces.items():
        if not (person.name[lang].startswith(family[lang] + space) or person.name[lang].endswith(space + family[lang])):
            what = f"family.{lang}: {family[lang]!r} neither begins nor ends the name {person.name[lang]!r}"
            faults.at(family.where, lang, "V3", what, "write the part of the name that is the family name")


def _ids(records: Iterable[Any], faults: Faults) -> None:
    """Ids become anchors and keys, so they are slugs."""
    for record in records:
        if not ID.fullmatch(record.id):
            faults.at(
                record.where,
                "id",
                "V2",
                f"the id {record.id!r} is not a slug",
                "use small letters, digits and hyphens, a letter first",
            )


def _vocabulary(corpus: Corpus, faults: Faults) -> None:
    """The vocabulary holds every value that the engine itself uses."""
    for key, names in _NAMED_BY_CODE.items():
        for name in names:
            if name not in getattr(corpus.vocabulary, key):
                faults.at(corpus.vocabulary.where, key, "V1", f"{key}: {name!r} is missing", "add it; pages and rules use it")


def _links(sources: Iterable[Source], faults: Faults) -> None:
    """The address of a source leads to a web page and nowhere else."""
    for source in sources:
        if source.address and not re.fullmatch(r"https?://[^\s\"'<>@\\]+", source.address):
            where = source.where
            faults.at(
                where,
                "address",
                "V4",
                f"{source.address!r} is not a web address",
                "begin with https:// or http://, without spaces",
            )


def _people(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """The panel is known."""
    event = transcript.event
    for name in event.panel:
        known(name, "panel", event.where, corpus.people, faults)


def _note(note: Note, transcript: Transcript, faults: Faults) -> None:
    """A note belongs to words that its sentence contains."""
    segment = address(note.at, note.where, transcript, faults)
    if segment:
        quoted(note.quote, segment, faults)


def _alias(alias: Alias, transcript: Transcript, corpus: Corpus, faults: Faults) -> None:
    """An alias leads from what is no longer there to what is."""
    for key, place in (("new", alias.new), ("old", alias.old)):
        if not re.fullmatch(r"[a-z][a-z0-9-]*(?:#[a-z][a-z0-9-]*)?", place):
            faults.at(alias.where, key, "A2", f"{key}: {place!r} cannot be a place of this event", _PLACE)
        page, _, anchor = place.partition("#")
        there = ("zh", f"{transcript.event.id}/{page}") in corpus.pages
        if anchor:
            there = there and _anchored(anchor, page, transcript, corpus)
        if there != (key == "new"):
            state = "is still there" if key == "old" else "is not there"
            faults.at(
                alias.where,
                key,
                "A2",
                f"{key}: {place!r} {state}",
                _PLACE,
            )
    if "#" in alias.old and "#" not in alias.new:
        faults.at(alias.where, "new", "A2", f"{alias.old!r} leads to a page", "lead it to a sentence or a heading")


def _anchored(anchor: str, page: str, transcript: Transcript, corpus: Corpus) -> bool:
    """Whether a page of the event, which exists, has the sentence or the heading."""
    segment = transcript.segments.get(anchor)
    return segment.page == page if segment else anchor in corpus.pages["zh", f"{transcript.event.id}/{page}"].sections
