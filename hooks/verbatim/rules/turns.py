"""Turns: each has its label in the text, everybody who speaks is known, and the links between turns lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from ..model import ASKING, LANGS, SILENT, Event, Lang, Line, Passage, Turn, page_path
from ..model.faults import Faults
from ..read.corpus import Corpus, Transcript
from ..read.markdown_page import ID
from ..read.turns import labels_of
from ..text.labels import Labels
from .references import known

_SPEECH = re.compile(r"[。！？!?]|\.\s")
"""The end of a sentence; a line of a roster, whose last word may be cut short (No. 3), has none."""


def check(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """W3 labels, W4 turns and the links between them; V1, V2 names."""
    event = transcript.event
    _turns(corpus, event, faults)
    _sections(event, faults)
    _anchors(transcript, faults)
    _furniture(corpus, transcript, faults)
    for turn in event.turns:
        _links(turn, event, faults)
    _LabelCheck(corpus, transcript, faults).run()


def _furniture(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """No line of the page around the text begins as somebody speaks."""
    labels = labels_of(transcript.event, corpus.people)
    for one in transcript.event.furniture:
        label = labels.begun(one.line or "", "zh")
        if label:
            what = f"the furniture {one.line!r} begins with the label {label!r}"
            faults.at(one.where, "", "W3", what, "words that somebody speaks belong on a page; remove the line from `furniture`")


def _turns(corpus: Corpus, event: Event, faults: Faults) -> None:
    """Each turn has an id of its own, and the keys that its kind needs and no others."""
    seen: dict[str, Turn] = {}
    for turn in event.turns:
        where = turn.where
        if not ID.fullmatch(turn.id):
            what = f"the id {turn.id!r} is not a slug"
            faults.at(where, "id", "V2", what, "use small letters, digits and hyphens, a letter first")
        if turn.id in seen:
            what = f"the id {turn.id!r} is taken by the turn in line {seen[turn.id].where.of('id')}"
            faults.at(where, "id", "W4", what, "choose another id")
        seen.setdefault(turn.id, turn)
        for person in turn.by:
            known(person, "by", where, corpus.people, faults)
        for key, wrong, fix in _shape(turn):
            faults.at(where, key, "W4", f"the {turn.kind} {turn.id!r} {wrong}", fix)


def _shape(turn: Turn) -> Iterator[tuple[str, str, str]]:
    """The keys that do not fit the kind of a turn, each with what is wrong and how to fix it."""
    gap = turn.kind == "gap"
    if gap and (turn.page or turn.sections):
        yield "page", "has a page or sections", "a gap has no words; it is shown after the turn before it"
    if not gap and not (turn.page and turn.sections):
        yield "page", "has no page or no sections", "write the page and the ids of the headings below which its words are"
    if gap != bool(turn.note):
        yield "note", "has no note" if gap else "has a note", "say in the note of a gap what was left out; other turns have none"
    if turn.kind in SILENT and (turn.by or turn.labels != 1):
        yield "by", "has `by` or `labels`", "nobody speaks there; correct the kind, or remove the key"
    if (turn.kind == "answer") != bool(turn.answers):
        wrong = "has no `answers`" if turn.kind == "answer" else "has `answers`"
        yield "answers", wrong, "write for an answer which questions it answers; words that answer nothing are a statement"
    if (turn.kind == "follow-up") != bool(turn.follows):
        wrong = "has no `follows`" if turn.kind == "follow-up" else "has `follows`"
        yield "follows", wrong, "write for a follow-up which question it follows; a question that follows none is a question"


def _links(turn: Turn, event: Event, faults: Faults) -> None:
    """An answer leads to questions, one of those directly before it among them, and a follow-up to an earlier one."""
    asking = [other.id for other in event.turns if other.kind in ASKING and other.id != turn.id]
    place = event.turns.index(turn)
    before = [other.id for other in event.turns[:place] if other.kind in ASKING]
    for key, names, right in (("answers", turn.answers, asking), ("follows", (turn.follows,) if turn.follows else (), before)):
        for name in names:
            if name not in right:
                what = f"{key}: {name!r} is no {'earlier question' if key == 'follows' else 'question'} of the event"
                faults.at(turn.where, key, "W4", what, f"use one of: {', '.join(right) or 'none yet'}")
    asked = [other.id for other in takewhile(lambda other: other.kind in ASKING, reversed(event.turns[:place]))]
    if set(turn.answers) & set(asking) and asked and not set(turn.answers) & set(asked):
        what = f"answers: {', '.join(turn.answers)}, but directly before {turn.id!r} is asked {', '.join(reversed(asked))}"
        fix = "name the question that is answered; where it is passed over, list what was left out as a gap"
        faults.at(turn.where, "answers", "W4", what, fix)


def _sections(event: Event, faults: Faults) -> None:
    """Sections come in the order of the source, each on one page and in one piece; what nobody speaks has sections of its own."""
    pages: dict[str, str] = {}
    last = ("", "")
    for turn in event.turns:
        for number, section in enumerate(turn.sections):
            place = turn.page, section
            if section in pages and place != last:
                what = f"the section {{#{section}}} of the turn {turn.id!r} was used before, on the page {pages[section]}"
                fix = "list the turns in the order of the source, and give sections of different pages different ids"
                faults.at(turn.where, "sections", "W4", what, fix)
            elif place == last and (number or turn.kind in SILENT or _before(event, turn).kind in SILENT):
                what = f"the section {{#{section}}} cannot be shared by the turn {turn.id!r}"
                fix = "only turns with a label can share a section: the last one of a turn is the first one of the next"
                faults.at(turn.where, "sections", "W4", what, fix)
            pages.setdefault(section, turn.page)
            last = place


def _anchors(transcript: Transcript, faults: Faults) -> None:
    """Headings and sentences have anchors of one kind, so no section has the address of a sentence for its id."""
    for turn in transcript.event.turns:
        for section in turn.sections:
            if section in transcript.segments:
                what = f"the section {{#{section}}} has the address of a sentence of {{#{transcript.segments[section].section}}} for its id"
                faults.at(turn.where, "sections", "W4", what, "choose another id for the section")


def _before(event: Event, turn: Turn) -> Turn:
    """The turn with words before another."""
    return next((other for other in reversed(event.turns[: event.turns.index(turn)]) if other.kind != "gap"), turn)


class _LabelCheck:
    """Compares the labels of one transcript with its turns and its people."""

    def __init__(self, corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
        self.pages, self.transcript, self.faults = corpus.pages, transcript, faults
        self.event = transcript.event
        self.labels: Labels = labels_of(self.event, corpus.people)

    def run(self) -> None:
        """Check each passage, and that each turn has its words."""
        begun: set[str] = set()
        found = {(passage.turn.id, passage.page, passage.section) for passage in self.transcript.passages if passage.turn}
        speaking: dict[str, Passage] = {}
        for passage in self.transcript.passages:
            if passage.turn is None:
                self._unlisted(passage)
            else:
                self._head(passage, passage.turn, passage.turn.id in begun)
                self._same(passage, speaking.setdefault(passage.turn.id, passage))
                begun.add(passage.turn.id)
            self._lines(passage)
        for turn in self.event.turns:
            for section in turn.sections:
                if (turn.id, turn.page, section) not in found and any(passage.section == section for passage in self.transcript.passages):
                    self._wordless(turn, section)
            self._count(turn)

    def _report(self, passage: Passage, line: Line, lang: Lang, what: str, fix: str) -> None:
        self.faults.add(self._path(passage, lang), line.number, "W3", what, fix)

    def _path(self, passage: Passage, lang: Lang) -> str:
        return page_path(lang, f"{self.event.id}/{passage.page}")

    def _unlisted(self, passage: Passage) -> None:
        """A label where the event lists no turn."""
        what = f"the label {passage.label!r} begins a turn that event.yml does not list here"
        fix = "compare with the source, then list the turn in `turns`; where the source repeats the label of one turn, count it in `labels`"
        self._report(passage, passage.lines[0][0], "zh", what, fix)

    def _wordless(self, turn: Turn, section: str) -> None:
        """A turn that no label begins."""
        what = f"the {turn.kind} {turn.id!r} has no words below {{#{section}}}: no label begins it there"
        fix = "compare with the source: mark its label as `**label:**` at the head of a paragraph, or list it where its words are"
        self.faults.at(turn.where, "", "W4", what, fix)

    def _count(self, turn: Turn) -> None:
        """A turn has as many labels as the event counts."""
        own = [passage for passage in self.transcript.passages if passage.turn is turn]
        count = sum(bool(passage.label) for passage in own)
        if own and count > 0 and count != turn.labels:
            what = f"labels: the label of the {turn.kind} {turn.id!r} appears {count} times, not {turn.labels}"
            self.faults.at(turn.where, "labels", "W4", what, "compare with the source and correct the count")

    def _head(self, passage: Passage, turn: Turn, begun: bool) -> None:
        """A turn that somebody speaks begins with a label, which agrees with what the event says."""
        line = passage.lines[0][0]
        if not passage.label and not begun and turn.kind not in SILENT:
            what = f"the {turn.kind} {turn.id!r} begins here without a label"
            fix = "compare with the source and write the label that it has here, `**label:**`; or correct `turns` in event.yml"
            self._report(passage, line, "zh", what, fix)
        elif passage.label and passage.by and turn.by and set(turn.by) != set(passage.by):
            what = f"by: the turn {turn.id!r} is given to {_names(turn.by)}, but the label {passage.label!r} is of {_names(passage.by)}"
            fix = f"compare with the source: the label in {self._path(passage, 'zh')}:{line.number} says who speaks"
            self.faults.at(turn.where, "by", "W3", what, fix)

    def _same(self, passage: Passage, first: Passage) -> None:
        """One turn is one speaker's, however often the label appears."""
        if passage.by != first.by and passage.label and first.label:
            what = f"the label {passage.label!r} is of {_names(passage.by)}, but the turn began with {first.label!r}"
            self._report(passage, passage.lines[0][0], "zh", what, "list a turn for each speaker in event.yml")

    def _lines(self, passage: Passage) -> None:
        """Labels are at the head of paragraphs, in both languages, and of the same people; no line begins with one that is not marked."""
        inner = self._inner(passage)
        for pair in passage.lines:
            for lang, line in zip(LANGS, pair, strict=True):
                unmarked = self.labels.begun(line.text, lang)
                if unmarked and not _heads_roster(passage, line, unmarked):
                    what = f"a sentence of the line begins with the label {unmarked!r}, which is not marked as a label"
                    fix = f"compare with the source; where somebody begins to speak, write `**{unmarked}**` at the head of a paragraph"
                    self._report(passage, line, lang, what, fix)
                if line.label and line.number in inner[lang]:
                    what, fix = (
                        f"the label {line.label!r} is inside a paragraph or a list",
                        "compare with the source; a turn begins a paragraph, in both languages",
                    )
                    self._report(passage, line, lang, what, fix)
            self._pair(passage, *pair)

    def _inner(self, passage: Passage) -> dict[Lang, set[int]]:
        """The numbers of the lines that do not begin a paragraph, and of those in lists and tables, in each language."""
        name = f"{self.event.id}/{passage.page}"
        sections = {lang: self.pages[lang, name].sections[passage.section] for lang in LANGS}
        return {
            lang: {line.number for paragraph in section.paragraphs for place, line in enumerate(paragraph) if place or line.form}
            for lang, section in sections.items()
        }

    def _is_paired(self, passage: Passage) -> bool:
        """Whether the section of a passage has as many lines in both languages."""
        name = f"{self.event.id}/{passage.page}"
        zh, en = (self.pages[lang, name].sections[passage.section] for lang in LANGS)
        return len(zh.lines) == len(en.lines)

    def _pair(self, passage: Passage, zh: Line, en: Line) -> None:
        """Both lines have a label or neither has, and both labels are of the same people."""
        if bool(zh.label) != bool(en.label):
            if not self._is_paired(passage):
                return  # the lines are no pair where one of the section has no twin (W2)
            without, lang = (en, LANGS[1]) if zh.label else (zh, LANGS[0])
            what = f"the label is {without.label!r}, but that of its twin is {(zh.label or en.label)!r}"
            self._report(passage, without, lang, what, "compare with the source; write the label in both languages where the source has it")
        elif zh.label:
            for lang, line in zip(LANGS, (zh, en), strict=True):
                self._label(passage, line, lang)

    def _label(self, passage: Passage, line: Line, lang: Lang) -> None:
        """A label is somebody's, and of one possible speaker; in English of the one who speaks the Chinese line."""
        found = self.labels.speakers(line.label, lang)
        if not found:
            near = self.labels.nearest(line.label, lang)
            hint = f"; the nearest known one is {near!r}" if near else ""
            fixes: dict[Lang, str] = {
                "zh": "compare with the source; where it has this label, add it to the `labels` of its speaker in people.yml, or a person",
                "en": "write the label of the speaker as people.yml has it",
            }
            self._report(passage, line, lang, f"the label {line.label!r} is nobody's{hint}", fixes[lang])
        elif lang == "zh" and not passage.by:
            people = "; or of ".join(_names(ids) for ids in found)
            fix = "write in event.yml, as `by` of the turn, which of them speaks; or, where that is wrong, correct the label of a person"
            self._report(passage, line, lang, f"the label {line.label!r} can be of {people}", fix)
        elif passage.by and not any(set(ids) == set(passage.by) for ids in found):
            what = f"the label {line.label!r} is of {_names(found[0])}, but the Chinese one, {passage.label!r}, is of {_names(passage.by)}"
            self._report(passage, line, lang, what, "compare with the source; write the label of the one who speaks, as people.yml has it")


def _heads_roster(passage: Passage, line: Line, label: str) -> bool:
    """Whether a label is a heading of the roster, above or before the names of those whom it is about (主持人：), and begins no speech."""
    named = line.text.removeprefix(label)
    return passage.turn is not None and passage.turn.kind == "panel" and not _SPEECH.search(named)


def _names(people: tuple[str, ...]) -> str:
    """Ids of people as a message names them."""
    return " and ".join(people) or "nobody"
