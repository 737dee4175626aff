"""What was published: every place that others may link to or name, so that none is lost or comes to mean something else unseen.

``data/published.txt`` is the frozen list: a line for each, ``kind place`` and, where the place has words or a target of its own, a mark.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from ..read.corpus import Corpus, Transcript
from ..read.files import Files

PATH = "data/published.txt"

Place = tuple[str, str]
"""The kind of a place, and its name: ``("sentence", "event/page#address")``."""


def published(corpus: Corpus, files: Files) -> Mapping[Place, str]:
    """Every place that a project publishes now, with its mark or an empty text."""
    return {
        **{("file", path): "" for path in sorted(files) if path.startswith("data/") and path.endswith(".yml")},
        **{("term", term): "" for term in corpus.terms},
        **{
            ("value", f"{name}.{key}"): ""
            for name in ("operators", "strengths", "scopes", "echoes", "kinds", "fields", "groups", "classes")
            for key in getattr(corpus.vocabulary, name)
        },
        **{("person", person): "" for person in corpus.people},
        **dict(_pages(corpus)),
        **{place: mark for transcript in corpus.transcripts.values() for place, mark in _event(transcript)},
    }


def _pages(corpus: Corpus) -> Iterator[tuple[Place, str]]:
    """Pages, their headings and what is inserted there."""
    for (lang, name), page in corpus.pages.items():
        if lang == "zh":
            yield ("page", name), ""
            yield from ((("heading", f"{name}#{section.id}"), "") for section in page.sections.values() if section.level > 1)
            yield from ((("insert", f"{name}#{directive}"), "") for directive, _ in page.directives)


def _event(transcript: Transcript) -> Iterator[tuple[Place, str]]:
    """The sentences of an event, its records by id, and its aliases."""
    event = transcript.event.id
    for segment in transcript.segments.values():
        yield ("sentence", f"{event}/{segment.page}#{segment.address}"), _mark(segment.zh.text)
    kinds: Mapping[str, tuple[Any, ...]] = {
        "entry": transcript.targets,
        "chart": transcript.charts,
        "note": transcript.notes,
        "erratum": transcript.errata,
    }
    for kind, records in kinds.items():
        yield from (((kind, f"{event}#{record.id}"), "") for record in records)
    for alias in transcript.aliases:
        yield ("alias", f"{event}/{alias.old}"), alias.new


def _mark(text: str) -> str:
    """A short fingerprint of the words of a place: 8 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


def frozen(text: str) -> Mapping[Place, tuple[int, str]]:
    """The places of a frozen list, each with its line and its mark."""
    lines = ((number, *line.partition(" ")[::2]) for number, line in enumerate(text.splitlines(), 1) if line.strip())
    return {(kind, place): (number, mark) for number, kind, rest in lines for place, _, mark in [rest.partition(" ")]}


def listed(now: Mapping[Place, str], text: str) -> str:
    """The frozen list with all that is published now added; nothing is removed, and no mark of the list is changed."""
    known = {place: mark for place, (_, mark) in frozen(text).items()}
    return "".join(f"{' '.join(place)} {mark}".rstrip() + "\n" for place, mark in sorted({**now, **known}.items()))
