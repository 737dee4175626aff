"""A file of the index while it is filled: pages, sentences, register entries and what is said about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from ..analysis.annotations import annotations_by_address
from ..model import ASKING, LANGS, Lang, Page, Segment
from ..read.corpus import Corpus, Transcript
from ..text.matching import place_of
from ..text.typography import to_full_width

Texts = dict[str, list[Any]]
"""Texts of one language by what they are; for each a list in the order of the codes that they belong to."""


@dataclass
class IndexFile:
    """What a file of the index holds: codes, and the texts of each language apart, because that compresses best."""

    codes: dict[str, Any] = field(default_factory=dict)
    zh: Texts = field(default_factory=dict)
    en: Texts = field(default_factory=dict)

    def add(self, name: str, code: Any, zh: Any, en: Any) -> None:
        """Take in one thing with its text in both languages."""
        self.codes.setdefault(name, []).append(code)
        self.zh.setdefault(name, []).append(zh)
        self.en.setdefault(name, []).append(en)

    def place(self, zh: Page, en: Page) -> None:
        """Take in the headings of a page without sentences."""
        self.add("places", [zh.name, ""], to_full_width(zh.title), en.title)
        for section, other in zip(zh.sections.values(), en.sections.values(), strict=True):
            self.add("places", [zh.name, section.id], to_full_width(section.title), other.title)


@dataclass
class IndexShard(IndexFile):
    """Some sentences with all that belongs to them; ``found`` holds for each the texts that lead to it."""

    found: list[list[str]] = field(default_factory=list)
    about: IndexFile = field(default_factory=IndexFile)
    """What is said about the sentences and their register entries."""

    def page(self, corpus: Corpus, transcript: Transcript, name: str) -> None:
        """Take in one transcript page."""
        zh, en = both(corpus, f"{transcript.event.id}/{name}")
        event = transcript.event
        day = event.day.date.isoformat() if event.day else ""
        tag = [event.other_tag] if event.other_tag else []
        self.add("pages", [zh.name, day, *tag], [to_full_width(zh.title), event.short.zh], [en.title, event.short.en])
        segments = [segment for segment in transcript.segments.values() if segment.page == name]
        for section in dict.fromkeys(segment.section for segment in segments):
            inside = [segment for segment in segments if segment.section == section]
            titles = to_full_width(zh.sections[section].title), en.sections[section].title
            self.add("sections", [len(self.codes["pages"]) - 1, section, *_runs(map(_said_by, inside))], *titles)
            for before, segment in zip([None, *inside], inside, strict=False):
                speakers = () if before and before.by == segment.by else segment.by
                self._sentence(transcript, segment, (*(titles if before is None else ()), *(f"@{person}" for person in speakers)))

    def _sentence(self, transcript: Transcript, segment: Segment, titles: Iterable[str]) -> None:
        """Take in one sentence with its register entries."""
        zh, en = segment.zh.text, segment.en.text
        belonging = annotations_by_address(transcript)
        entries = belonging.entries.get(segment.address, ())
        for entry in entries:
            _add_to_columns(self.codes, "rows", len(self.found), entry.id, entry.kind)
            _add_to_columns(self.zh, "rows", *span(zh, entry.quote.zh, "zh"))
            _add_to_columns(self.en, "rows", *span(en, entry.quote.en, "en"))
        self.zh.setdefault("lines", []).append(to_full_width(zh))
        self.en.setdefault("lines", []).append(en)
        for entry in entries:
            notes_of_entry = [entry.note] if entry.note else []
            self.about.add("rows", entry.id, *(" ".join(pair[lang] for pair in (entry.what, *notes_of_entry)) for lang in LANGS))
        for note in belonging.notes.get(segment.address, ()):
            self.about.add("notes", [len(self.found), note.id], to_full_width(note.note.zh), note.note.en)
        self.found.append([zh, en, *titles, *(f"@{name}" for name in (segment.address, *(entry.id for entry in entries)))])


def _add_to_columns(content: dict[str, Any], name: str, *facts: Any) -> None:
    """Take in facts, each in a column of its own: what is alike stands together and compresses best."""
    for column, fact in zip(content.setdefault(name, [[] for _ in facts]), facts, strict=True):
        column.append(fact)


def both(corpus: Corpus, name: str) -> tuple[Page, Page]:
    """A page, by its name, in Chinese and in English."""
    return corpus.pages["zh", name], corpus.pages["en", name]


def _said_by(segment: Segment) -> str:
    """The ids of those who speak a sentence, after a question mark if it belongs to a question."""
    return ("?" if segment.kind in ASKING else "") + " ".join(segment.by)


def _runs(values: Iterable[str]) -> list[Any]:
    """Values in a row as pairs of how many are alike and which they are, one after the other: ``[2, "a", 1, "b"]``."""
    return [item for value, alike in groupby(values) for item in (sum(1 for _ in alike), value)]


def span(text: str, quote: str, lang: Lang) -> tuple[int, int]:
    """Where a quotation begins in its sentence, which holds it, and how long it is, in the units of UTF-16, in which scripts count.

    A character beyond U+FFFF, as rare Han characters are, is two of these.
    """
    return _units(text[: place_of(quote, text, lang)]), _units(quote)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
