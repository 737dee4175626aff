"""The pairs of lines of an event as a translator works on them: the Chinese, the English, and how far the pair is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from ..analysis.seals import review_of, seal
from ..model import Line
from ..model.faults import BuildError
from ..read.corpus import Corpus, Transcript
from ..read.files import Files
from ..text.open_points import MARK, is_open

State = Literal["initial", "translated", "reviewed", "final"]
"""How far a pair is, in the words of XLIFF 2.0: open, written, compared by a second person, sealed."""

STATES: tuple[str, ...] = get_args(State)
_HEAD = re.compile(r"(?:- |  |\|)?(?:\*\*[^*]+\*\* ?)?")
_OPEN = re.compile(rf"{MARK} ?")


class NoHandover(BuildError):
    """Something that cannot be handed over, or not be taken back."""

    subject = "the file"


@dataclass(frozen=True)
class Pair:
    """One sentence: its address, both lines without labels and with the asterisks around emphasis, and its state; in a row of a table ``|``
    is before each cell but the first.

    ``path`` and ``number`` are the English page and the line in it; ``head`` is what is at the head of that line, a label or the mark
    of a list or table; ``opened`` says whether the English is an open point, so that ``en`` is only a proposal or empty.
    """

    address: str
    zh: str
    en: str
    state: State
    speakers: tuple[str, ...]
    path: str
    number: int
    head: str
    opened: bool


def pairs(corpus: Corpus, event: str, files: Files) -> list[Pair]:
    """Every pair of an event in the order of the text; ``files`` are those that the corpus was read from.

    Raises ``NoHandover`` where there is no such event.
    """
    if event not in corpus.transcripts:
        raise NoHandover(f"there is no event {event!r}; data/ has: {', '.join(corpus.transcripts)}")
    return list(_pairs(corpus, corpus.transcripts[event], files))


def _pairs(corpus: Corpus, transcript: Transcript, files: Files) -> Iterator[Pair]:
    """The pairs of a transcript."""
    pages: Mapping[str, list[str]] = {path: content.decode("utf-8").split("\n") for path, content in files.items() if path.endswith(".md")}
    for segment in transcript.segments.values():
        zh_path, en_path = (f"docs/{lang}/{segment.event}/{segment.page}.md" for lang in ("zh", "en"))
        _, zh = _parts(pages[zh_path], segment.zh)
        head, en = _parts(pages[en_path], segment.en)
        opened = is_open(en)
        sealed, new = transcript.seals.get(segment.address), seal(segment)
        state: State = "initial" if opened else "final" if sealed == new else "reviewed" if sealed == review_of(new) else "translated"
        yield Pair(
            address=segment.address,
            zh=zh,
            en=_OPEN.sub("", en, count=1) if opened else en,
            state=state,
            speakers=tuple(corpus.people[one].name.en for one in segment.by if one in corpus.people),
            path=en_path,
            number=segment.en.number,
            head=head,
            opened=opened,
        )


def _parts(page: list[str], line: Line) -> tuple[str, str]:
    """The label of a line, or the mark of a list or table, with its space, and the rest as it is written."""
    text = page[line.number - 1]
    head = _HEAD.match(text)
    assert head is not None  # it may be empty
    return head[0], text[head.end() :]
