"""The pairs of an event as a translator works on them, sentences and what pages say beside them: Chinese, English, how far the pair is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from ..analysis.seals import review_of, seal
from ..draft.written import quoted
from ..model import LANGS, Line
from ..model.faults import BuildError
from ..project import require_event
from ..read.corpus import Corpus, Transcript
from ..read.files import Files
from ..text.escapes import LABEL
from ..text.open_points import MARK, is_open
from .page_texts import PageText, Part, page_texts

State = Literal["initial", "translated", "reviewed", "final"]
"""How far a pair is, in the words of XLIFF 2.0: open, written, compared by a second person, sealed."""

STATES: tuple[str, ...] = get_args(State)
_HEAD = re.compile(rf"(?:- |  |\|)?(?:{LABEL})?")
_OPEN = re.compile(rf"{MARK} ?")
_IN_YAML = {"title", "description"}


class NoHandover(BuildError):
    """Something that cannot be handed over, or not be taken back."""

    subject = "the file"


@dataclass(frozen=True)
class TranslationUnit:
    """One sentence: its address, both lines without labels and with the asterisks around emphasis, and its state; or a text of a page, or
    a title.

    ``path`` and ``number`` are the file of the English and the line in it; ``head`` is what precedes the English in that line, such as the
    label with its space or the mark of a list or table, and ``tail`` what follows it; in a row of a table ``|`` is before each cell but the
    first.  ``opened`` says whether the English is an open point, so that ``en`` is only a proposal or empty.  ``again`` is the line of the
    first heading where that repeats a title, or 0.
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
    part: Part = "sentence"
    tail: str = ""
    again: int = 0

    def lines(self, en: str) -> Iterator[tuple[int, str]]:
        """Number and text of each line of the page that holds the English, once that is ``en``."""
        yield self.number, f"{self.head}{quoted(en, always=True) if self.part in _IN_YAML else en}{self.tail}"
        if self.again:
            yield self.again, f"# {en}"


def pairs(corpus: Corpus, event: str, files: Files) -> list[TranslationUnit]:
    """Every pair of an event, page by page as they are spoken, then the other pages; ``files`` are those that the corpus was read from.

    Raises ``NoEvent`` where there is no such event.
    """
    require_event(event, corpus.transcripts)
    found = [*_sentences(corpus, corpus.transcripts[event], files), *map(_text, page_texts(corpus, event, files))]
    pages = {path: place for place, path in enumerate(dict.fromkeys(pair.path for pair in found))}
    return sorted(found, key=lambda pair: (pages[pair.path], pair.number))


def _text(one: PageText) -> TranslationUnit:
    """A text of a page; nothing of it is sealed."""
    opened = is_open(one.en)
    return TranslationUnit(
        address=one.address,
        zh=one.zh,
        en=_proposal(one.en) if opened else one.en,
        state="initial" if opened else "translated",
        speakers=(),
        path=one.path,
        number=one.number,
        head=one.head,
        opened=opened,
        part=one.part,
        tail=one.tail,
        again=one.again,
    )


def _proposal(text: str) -> str:
    """What an open point proposes."""
    return _OPEN.sub("", text, count=1)


def _sentences(corpus: Corpus, transcript: Transcript, files: Files) -> Iterator[TranslationUnit]:
    """The sentences of a transcript."""
    pages: Mapping[str, list[str]] = {path: content.decode("utf-8").split("\n") for path, content in files.items() if path.endswith(".md")}
    for segment in transcript.segments.values():
        zh_path, en_path = map(segment.path, LANGS)
        _, zh = _parts(pages[zh_path], segment.zh)
        head, en = _parts(pages[en_path], segment.en)
        opened = is_open(en)
        sealed, new = transcript.seals.get(segment.address), seal(segment)
        state: State = "initial" if opened else "final" if sealed == new else "reviewed" if sealed == review_of(new) else "translated"
        yield TranslationUnit(
            address=segment.address,
            zh=zh,
            en=_proposal(en) if opened else en,
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
