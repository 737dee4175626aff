"""Picks pages, sentences and register entries by what they are, so that tests name no speaker, address or word of one transcript."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from built import ROOT
from verbatim.model import Note, Person, RegisterEntry, Segment
from verbatim.project import load_project
from verbatim.read.corpus import Corpus, Transcript


@cache
def specimens(source: Path = ROOT) -> Specimens:
    """What the project in a folder is made of."""
    return Specimens(load_project(source).corpus)


@dataclass(frozen=True, eq=False)
class Specimens:
    """A corpus with its first event, from which everything is picked."""

    corpus: Corpus

    @property
    def transcript(self) -> Transcript:
        """The first event."""
        return next(iter(self.corpus.transcripts.values()))

    @property
    def event(self) -> str:
        """The name of its folder."""
        return self.transcript.event.id

    # Pages: paths below the language's folder, as in "event/speaker/"

    def path(self, name: str) -> str:
        """The path of a page of the event: ``index`` is the event's own."""
        return f"{self.event}/" if name == "index" else f"{self.event}/{name}/"

    @cached_property
    def kinds(self) -> list[str]:
        """One page of each kind: pages in which different things are inserted; of the speakers' pages the longest."""
        pages = {name: frozenset(one for one, _ in page.directives) for (lang, name), page in self.corpus.pages.items() if lang == "zh"}
        pages = {name: inserted for name, inserted in pages.items() if "speech" not in inserted or name == f"{self.event}/{self.longest}"}
        return [_path(name) for name in {inserted: name for name, inserted in pages.items()}.values()]

    def page_with(self, directive: str) -> str:
        """The page of the event, or of all events, into which something is inserted."""
        found = (name for (_, name), page in self.corpus.pages.items() if page.inserts(directive))
        return next(_path(name) for name in found if name.partition("/")[0] in {name, self.event})

    @cached_property
    def speakers(self) -> list[str]:
        """The names of the pages with questions and answers, in order."""
        return list(dict.fromkeys(one.page for one in self.segments if one.kind == "answer"))

    @cached_property
    def longest(self) -> str:
        """The speaker's page with most sentences."""
        return max(self.speakers, key=lambda page: len(self.on(page)))

    @property
    def speech(self) -> str:
        """The path of the longest speaker's page."""
        return self.path(self.longest)

    @property
    def register(self) -> str:
        """The path of the page with the targets."""
        return self.page_with("targets")

    @property
    def glossary(self) -> str:
        """The path of the glossary."""
        return self.page_with("glossary")

    # Sentences

    @cached_property
    def segments(self) -> list[Segment]:
        """All sentences of the event, in order."""
        return list(self.transcript.segments.values())

    def on(self, page: str) -> list[Segment]:
        """The sentences of a page, by the page's name."""
        return [one for one in self.segments if one.page == page]

    def at(self, segment: Segment) -> str:
        """The path of a sentence, as in ``event/speaker/#q1-a1-1``."""
        return f"{self.path(segment.page)}#{segment.address}"

    def entries(self, segment: Segment) -> list[RegisterEntry]:
        """The register entries of a sentence."""
        return [one for one in self.transcript.entries if one.at == segment.address]

    def notes(self, segment: Segment) -> list[Note]:
        """The notes on a sentence."""
        return [one for one in self.transcript.notes if one.at == segment.address]

    @cached_property
    def pairs(self) -> list[tuple[Segment, Segment]]:
        """Sentences of speakers' pages with the one that follows in the same section."""
        pairs = zip(self.segments, self.segments[1:], strict=False)
        return [(one, other) for one, other in pairs if one.section == other.section and one.page in self.speakers]

    def promising(self) -> Segment:
        """A sentence of the longest speaker's page with a target, and one before it in its section."""
        return next(two for _, two in self.pairs if two.page == self.longest and any(one.kind == "target" for one in self.entries(two)))

    def before(self, segment: Segment) -> Segment:
        """The sentence before one in its section."""
        return next(one for one, other in self.pairs if other is segment)

    def following(self) -> tuple[Segment, Segment]:
        """Two sentences of a question, one after the other."""
        return next(pair for pair in self.pairs if pair[0].kind == "question")

    def midway(self) -> Segment:
        """A sentence in the middle of the longest speaker's page."""
        found = self.on(self.longest)
        return found[len(found) // 2]

    def signed(self) -> Segment:
        """A sentence on a speaker's page that has every sign: of a target, a commitment and a note."""
        return next(self.on(page)[-1] for page in self.speakers if {"target", "commitment", "note"} <= set(self._signs(page)))

    def _signs(self, page: str) -> Iterator[str]:
        for segment in self.on(page):
            yield from (one.kind for one in self.entries(segment))
            yield from ("note" for _ in self.notes(segment))

    def asked_by_outlet(self) -> Segment:
        """A sentence on the longest speaker's page that a newspaper or station asks."""
        return next(one for one in self.on(self.longest) if any(self.corpus.people[name].kind == "outlet" for name in one.by))

    def said_by_nobody(self) -> Segment:
        """A sentence that no one speaks, of the notice about the event."""
        return next(one for one in self.segments if not one.by)

    # Register entries and people

    def entry(self, kind: str) -> RegisterEntry:
        """The first register entry of a kind."""
        return next(one for one in self.transcript.entries if one.kind == kind)

    def person(self, page: str) -> Person:
        """Who answers on a page."""
        return self.corpus.people[next(name for one in self.on(page) if one.kind == "answer" for name in one.by)]


def _path(name: str) -> str:
    """The path of a page, by its name below the language's folder."""
    return "" if name == "index" else f"{name.removesuffix('/index')}/"
