"""What a person writes after ``./run new`` until an event has no open point: the lines, kept in ``tests/draft``, and how many there are.

They translate and decide, have ``./run fill`` fill in what follows from that, and mend the rest.

The made-up sources stand for three kinds of text: plain text in Traditional characters, a web page in Simplified characters with time
stamps, and a text with an official English version.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from verbatim.draft.fill import filled
from verbatim.draft.new import Request, draft
from verbatim.model.faults import Faults
from verbatim.model.locale import LOCALES
from verbatim.read.corpus import Corpus
from verbatim.read.files import Files
from verbatim.read.load import load
from verbatim.read.markdown_page import body_of

from .example import ROOT, example, renderer

DRAFTS = ROOT / "tests" / "draft"
HARBOR, ISLE, LIBRARY = "fog-harbor-2033", "ginkgo-isle-2034", "yunling-2035"
TITLES = {
    HARBOR: ("霧港鎮漁港更新說明會", "Briefing on the renewal of the port of Fog Harbor"),
    ISLE: ("銀杏島渡輪說明會", "Briefing on the ferry of Ginkgo Isle"),
    LIBRARY: ("雲嶺縣圖書館發布會", "Briefing on the libraries of Yunling"),
}
PER_SENTENCE, SCAFFOLDING = 3.0, 10
"""Lines beside the translation that a person writes for a sentence, and lines of all these on the event and its pages, at most."""

Edits = Mapping[str, Mapping[str, str | list[str]]]
"""Path to lines of the draft, each with what it becomes; with a list where the first of several are replaced."""


@dataclass(frozen=True)
class Kind:
    """A kind of source: its event, the source, the English that comes with it, and the file of what is written by hand."""

    what: str
    event: str
    source: Path
    by_hand: str
    english: Path | None = None


def _text(event: str) -> Path:
    return ROOT / f"tests/events/data/{event}/source.txt"


KINDS = (
    Kind("plain text in Traditional characters", ISLE, _text(ISLE), "ginkgo-isle-2034.raw.yml"),
    Kind("web page in Simplified characters with time stamps", LIBRARY, DRAFTS / f"{LIBRARY}.html", f"{LIBRARY}.yml"),
    Kind("text with an official English version", HARBOR, _text(HARBOR), f"{HARBOR}.yml", DRAFTS / f"{HARBOR}.en.txt"),
    Kind("text with an official English version, without offices", ISLE, _text(ISLE), f"{ISLE}.yml", DRAFTS / f"{ISLE}.en.txt"),
)


@dataclass(frozen=True)
class Work:
    """Lines written by hand: translations of sentences, and those beside; ``scaffolding`` are the latter on the event and its pages."""

    sentences: int
    translated: int
    beside: int
    scaffolding: int

    @property
    def per_sentence(self) -> float:
        """Lines beside the translation for each sentence."""
        return self.beside / self.sentences


def drafted(kind: Kind) -> Files:
    """The example with the draft of a source, as ``./run new`` writes it."""
    english = (kind.english.name, kind.english.read_bytes()) if kind.english else None
    content, title = kind.source.read_bytes(), TITLES[kind.event]
    made = draft(Request(kind.event, kind.source.name, content, title=title, day="2033-04-05", english=english), example())
    return {**example(), **{path: one if isinstance(one, bytes) else one.encode("utf-8") for path, one in made.items()}}


def done(kind: Kind) -> tuple[Files, Work]:
    """The files of an event with what a person wrote, and how much that is."""
    files = drafted(kind)
    event = read(files).transcripts[kind.event]
    sentences = {(f"docs/en/{one.event}/{one.page}.md", one.en.number) for one in event.segments.values()}
    steps: Mapping[str, Edits] = yaml.safe_load((DRAFTS / kind.by_hand).read_text("utf-8"))
    edited, places = _edited(files, steps["translate and decide"])
    edited = {**edited, **filled(kind.event, edited).files}
    edited, more = _edited(edited, steps.get("after ./run fill", {}))
    written = [*places, *more]
    beside = [place for place in written if place not in sentences]
    scaffolding = [path for path, _ in beside if path.endswith((".md", "/event.yml"))]
    return edited, Work(len(sentences), len(written) - len(beside), len(beside), len(scaffolding))


def _edited(files: Files, edits: Edits) -> tuple[Files, list[tuple[str, int]]]:
    """The files with lines replaced, and the path and number of each of them."""
    edited, places = dict(files), list[tuple[str, int]]()
    for path, lines in edits.items():
        text = files[path].decode("utf-8").split("\n")
        for place, line in _written(text, lines):
            text[place] = line
            places.append((path, place + 1))
        edited[path] = "\n".join(text).encode("utf-8")
    return edited, places


def _written(text: Sequence[str], lines: Mapping[str, str | list[str]]) -> Iterator[tuple[int, str]]:
    """Where each line is written, and what; a line of the draft is there at least as often as it is replaced."""
    for line, replaced in lines.items():
        new = [replaced] if isinstance(replaced, str) else replaced
        places = [place for place, found in enumerate(text) if found == line]
        assert len(places) >= len(new), f"{line!r} is there {len(places)} times"
        yield from zip(places, new, strict=False)


def read(files: Files) -> Corpus:
    found = load(files, Faults())
    assert found is not None
    return found


def made(event: str, content: bytes, name: str = "source.txt", **more: Any) -> Files:
    """The example with the draft of an event."""
    request = Request(event, name, content, **{"title": TITLES.get(event, ("", "")), "day": "2033-04-05", **more})
    files = draft(request, example())
    return {**example(), **{path: one if isinstance(one, bytes) else one.encode("utf-8") for path, one in files.items()}}


def source(event: str) -> bytes:
    return (ROOT / f"tests/events/data/{event}/source.txt").read_bytes()


@cache
def bilingual(event: str) -> Files:
    """The draft of a made-up event with its English."""
    return made(event, source(event), english=(f"{event}.en.txt", (DRAFTS / f"{event}.en.txt").read_bytes()))


@cache
def library() -> Files:
    """The draft of a web page in Simplified characters with time stamps."""
    return made(LIBRARY, (DRAFTS / f"{LIBRARY}.html").read_bytes(), f"{LIBRARY}.html")


def displayed(of: Corpus, files: Files, event: str) -> int:
    """How many pages of an event there are, each of which can be displayed."""
    shown, count = renderer(of), 0
    for path, content in files.items():
        found = re.fullmatch(rf"docs/(zh|en)/({event}/[\w-]+)\.md", path)
        if found:
            fragments = shown.page(LOCALES[found[1]], found[2], body_of(content.decode("utf-8"))[0])
            assert fragments.fill(fragments.markdown)
            count += 1
    return count
