"""What was published: every place that others may link to or name, so that none is lost or comes to mean something else unseen.

A frozen list, ``published.txt``, has a line for each: ``kind place`` and, where the place has words or a target of its own, a mark.
Each event has a list of its own beside its data, which it brings along; ``data/published.txt`` holds what belongs to no event.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ..model import Lang, Page, Pair, Person, RequiredCounterpart, Term
from ..read.corpus import Corpus, Transcript
from ..read.files import Files
from ..text.fingerprint import fingerprint

NAME = "published.txt"
SHARED = f"data/{NAME}"
"""The list of what belongs to no event."""

TEXT = "text"
"""The kind of a definition or a note: ``text term/id``.  It may be reworded; its mark only tells it from those of other records."""

Place = tuple[str, str]
"""The kind of a place, and its name: ``("sentence", "page#address")``; places of an event are named without it."""

Frozen = Mapping[Place, tuple[int, str]]
"""The places of a frozen list, each with its line and its mark."""


def path_of(event: str) -> str:
    """The path of the list of an event."""
    return f"data/{event}/{NAME}"


def published(corpus: Corpus, files: Files) -> Mapping[str, Mapping[Place, str]]:
    """The path of each list, and every place that a project publishes now, with its mark or an empty text."""
    own = {path_of(name): dict(published_of(corpus, transcript)) for name, transcript in corpus.transcripts.items()}
    return {SHARED: of_none(corpus, files), **own}


def of_none(corpus: Corpus, files: Files) -> Mapping[Place, str]:
    """As ``published``, of what belongs to no event."""
    return {
        **{("file", path): "" for path in sorted(files) if re.fullmatch(rf"data/.*\.yml|data/.*/(?:{NAME}|received\.[a-z]+)", path)},
        **{
            ("value", f"{name}.{key}"): "" if isinstance(value, RequiredCounterpart) else fingerprint(_name(value))
            for name in ("operators", "strengths", "scopes", "echoes", "kinds", "fields", "groups", "classes")
            for key, value in getattr(corpus.vocabulary, name).items()
        },
        **dict(_records(corpus, "data/", corpus.transcripts)),
        **dict(_pages(corpus.shared_pages, "")),
    }


def _records(corpus: Corpus, folder: str, without: Collection[str] = ()) -> Iterator[tuple[Place, str]]:
    """Terms and people of the files in a folder, but not in the folders of some events; a term is marked by its headwords and its group."""
    for kind, records in (("term", corpus.terms), ("person", corpus.people)):
        found: Mapping[str, Term | Person] = records
        for name, record in found.items():
            path = record.where.path
            if path.startswith(folder) and path.split("/")[1] not in without:
                words = f"{record.zh}\n{record.en}\n{record.group}" if isinstance(record, Term) else _name(record)
                yield (kind, name), fingerprint(words)
                if isinstance(record, Term) and record.definition:
                    yield (TEXT, f"{kind}/{name}"), _mark_of(record.definition)


def _name(record: Any) -> str:
    """What a reader knows a value or a person by, in both languages."""
    pair: Pair = record if isinstance(record, Pair) else record.name
    return f"{pair.zh}\n{pair.en}"


def _pages(pages: Mapping[tuple[Lang, str], Page], folder: str) -> Iterator[tuple[Place, str]]:
    """Pages of a folder, their headings and what is inserted there."""
    for (lang, path), page in pages.items():
        if lang == "zh":
            name = path.removeprefix(folder)
            yield ("page", name), ""
            yield from ((("heading", f"{name}#{section.id}"), "") for section in page.sections.values() if section.level > 1)
            yield from ((("insert", f"{name}#{directive}"), "") for directive, _ in page.directives)


def published_of(corpus: Corpus, transcript: Transcript) -> Iterator[tuple[Place, str]]:
    """As ``published``, of one event: its pages and sentences, its records by id, and its aliases."""
    event = transcript.event.id
    yield from _pages(corpus.pages_of(event), f"{event}/")
    yield from _records(corpus, f"data/{event}/")
    for segment in transcript.segments.values():
        yield ("sentence", f"{segment.page}#{segment.address}"), fingerprint(segment.zh.text)
    kinds: Mapping[str, tuple[Any, ...]] = {
        "entry": transcript.entries,
        "chart": transcript.charts,
        "note": transcript.notes,
        "erratum": transcript.errata,
    }
    for kind, records in kinds.items():
        yield from (((kind, record.id), fingerprint(f"{record.kind}\n{record.find}") if kind == "erratum" else "") for record in records)
        texts = ((record.id, getattr(record, "note", None)) for record in records)
        yield from (((TEXT, f"{kind}/{name}"), _mark_of(note)) for name, note in texts if note)
    for alias in transcript.aliases:
        yield ("alias", alias.old), alias.new


def _mark_of(pair: Pair) -> str:
    return fingerprint(f"{pair.zh}\n{pair.en}")


def frozen(text: str) -> Frozen:
    """What the text of a list holds."""
    lines = ((number, *line.partition(" ")[::2]) for number, line in enumerate(text.splitlines(), 1) if line.strip())
    return {(kind, place): (number, mark) for number, kind, rest in lines for place, _, mark in [rest.partition(" ")]}


def listed(now: Mapping[Place, str], text: str) -> str:
    """The frozen list with all that is published now added; nothing is removed, and no mark is changed but those of reworded texts.

    A text that another record was published with keeps its old mark, so that it is still reported.
    """
    then = frozen(text)
    owners = {mark: place for place, (_, mark) in then.items() if place[0] == TEXT}
    reworded = {place for place in then if place[0] == TEXT and place in now and owners.get(now[place], place) == place}
    known = {place: mark or now.get(place, "") for place, (_, mark) in then.items() if place not in reworded}
    return "".join(f"{' '.join(place)} {mark}".rstrip() + "\n" for place, mark in sorted({**now, **known}.items()))


def lists(corpus: Corpus, files: Files) -> Mapping[str, str]:
    """Path and new text of every list of a project, by ``listed``; of a draft nothing is published, so that nothing of it is added."""
    own = {path_of(event): b"" for event in corpus.transcripts if event not in corpus.drafts}
    kept = {path: content for path, content in files.items() if not any(path.startswith(f"data/{event}/") for event in corpus.drafts)}
    now = published(corpus, {**own, **kept})
    return {path: listed(now[path], files.get(path, b"").decode("utf-8")) for path in (SHARED, *own)}
