"""What the templates show: rows, sentences and counts, computed from the corpus and free of markup."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ..model import Account, Amount, Event, Lang, Line, Note, Part, Person, Segment, Target, Term
from ..read.corpus import Corpus, Transcript
from ..text.folding import toneless
from ..text.inline import InlineSpan, inline_spans
from ..text.readings import table
from ..text.term_finder import places
from ..text.typography import to_full_width
from . import proof_summary as proof
from .ledger import Entry, entries


@dataclass(frozen=True)
class Sentence:
    """A sentence ready to be shown, with all that hangs on it."""

    segment: Segment
    label: str
    stretches: list[InlineSpan]
    aliases: list[str]
    targets: list[Target]
    notes: list[Note]


@dataclass(frozen=True)
class Speech:
    """A transcript section: paragraphs of sentences; a paragraph may be a label alone.

    ``twins`` are the same sentences in the other language, by address.
    """

    paragraphs: list[list[Sentence | str]]
    notes: list[Note]
    twins: Mapping[str, list[InlineSpan]]


@dataclass(frozen=True)
class Turn:
    """A question and who answers it, for lists of contents."""

    question: Segment
    asker: Person
    speaker: Person
    page: str
    sections: int
    sentences: int
    targets: Counter[str]


@dataclass(frozen=True)
class Row:
    """A row of the register with what is derived from its address."""

    target: Target
    segment: Segment
    speaker: Person | None
    time_from: Segment | None


@dataclass(frozen=True)
class Entered:
    """A glossary entry with its occurrences."""

    term: Term
    defined_at: Segment | None
    occurs: list[Segment] = field(default_factory=list)


class Views:
    """The views of one corpus; what is costly is computed once."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.finder = corpus.finder
        self.places = places(self.finder, corpus.segments())
        self.by_place = {segment.place: segment for segment in corpus.segments()}
        self._pinyin = {run_on(term.pinyin) for term in corpus.terms.values()}
        self.told: dict[str, dict[str, str]] = {}  # rows as scripts read them, the same in both languages
        self._proofs: dict[str, list[proof.Line]] = {}
        self._hanging: dict[str, tuple[dict[str, list[Target]], dict[str, list[Note]], dict[str, list[str]]]] = {}

    def is_pinyin(self, text: str) -> bool:
        """Whether a text is the pinyin of a term, tones left out."""
        return run_on(text) in self._pinyin

    def speech(self, transcript: Transcript, part: Part, lang: Lang) -> Speech:
        """One section with terms linked at their first occurrence."""
        section = self.corpus.pages[lang, f"{transcript.event.id}/{part.page}"].sections[part.section]
        segments = iter(s for s in transcript.segments.values() if s.section == part.section)
        linked: set[str] = set()
        paragraphs = [
            [self._sentence(transcript, next(segments), lang, linked) if line.text else _label(line, lang) for line in lines]
            for lines in section.paragraphs
        ]
        notes = [note for lines in paragraphs for one in lines if isinstance(one, Sentence) for note in one.notes]
        other: Lang = "en" if lang == "zh" else "zh"
        twins = {
            one.segment.address: inline_spans(one.segment[other], other, [])
            for lines in paragraphs
            for one in lines
            if isinstance(one, Sentence)
        }
        return Speech(paragraphs, notes, twins)

    def _sentence(self, transcript: Transcript, segment: Segment, lang: Lang, linked: set[str]) -> Sentence:
        first = []
        for occurrence in self.finder.of(segment, lang):
            if occurrence.term not in linked:
                linked.add(occurrence.term)
                first.append(occurrence)
        targets, notes, aliases = self.hanging(transcript)
        line = segment[lang]
        address = segment.address
        return Sentence(
            segment,
            _label(line, lang),
            inline_spans(line, lang, first),
            aliases.get(address, []),
            targets.get(address, []),
            notes.get(address, []),
        )

    def hanging(self, transcript: Transcript) -> tuple[dict[str, list[Target]], dict[str, list[Note]], dict[str, list[str]]]:
        """What hangs on the sentences of an event, by address: rows, notes, and former ids on the same page."""
        name = transcript.event.id
        if name not in self._hanging:
            targets: dict[str, list[Target]] = {}
            notes: dict[str, list[Note]] = {}
            aliases: dict[str, list[str]] = {}
            for target in transcript.targets:
                targets.setdefault(target.at, []).append(target)
            for note in transcript.notes:
                notes.setdefault(note.at, []).append(note)
            for alias in transcript.aliases:
                (old_page, _, old), (new_page, _, new) = alias.old.partition("#"), alias.new.partition("#")
                if old and old_page == new_page:
                    aliases.setdefault(new, []).append(old)
            self._hanging[name] = targets, notes, aliases
        return self._hanging[name]

    def rows(self, transcript: Transcript, kind: str) -> list[Row]:
        """The rows of one kind in the order of the register."""
        return [
            Row(
                target,
                segment := transcript.segments[target.at],
                self.corpus.people.get(segment.by or ""),
                transcript.segments[target.by.at] if target.by and target.by.at else None,
            )
            for target in transcript.targets
            if target.kind == kind
        ]

    def specimen(self, transcript: Transcript) -> Segment:
        """The sentence that shows best how sentences are marked: the shortest of those with the fewest promises with a number."""
        made = Counter(row.segment.address for row in self.rows(transcript, "target"))
        return min((transcript.segments[at] for at in made), key=lambda one: (made[one.address], len(one.zh.text)))

    def whole(self, segment: Segment, lang: Lang) -> list[InlineSpan]:
        """A sentence without links to terms."""
        return inline_spans(segment[lang], lang, [])

    def ledger(self, transcript: Transcript) -> tuple[tuple[Entry, ...], Counter[tuple[str, str]]]:
        """Every numeral with its claim, and the counts by class and script (``arabic`` or ``han``)."""
        found = entries(transcript)
        return found, Counter((entry.class_, "han" if entry.numeral.value is None else "arabic") for entry in found)

    def turns(self, transcript: Transcript) -> list[Turn]:
        """The questions of an event in order, each with its answer."""
        parts, people = transcript.event.parts, self.corpus.people
        found = []
        for part in parts:
            if part.kind != "question":
                continue
            answers = [other for other in parts if other.kind == "answer" and other.section.startswith(f"{part.section}-")]
            sections = {part.section, *(other.section for other in answers)}
            here = [segment for segment in transcript.segments.values() if segment.section in sections]
            addresses = {segment.address for segment in here}
            kinds = Counter(str(target.kind) for target in transcript.targets if target.at in addresses)
            question = [segment for segment in here if segment.section == part.section][-1]
            speaker = people[(answers[0] if answers else part).by or ""]
            found.append(Turn(question, people[part.by or ""], speaker, part.page, len(answers), len(here), kinds))
        return found

    def silent(self, event: Event) -> list[Person]:
        """Those of the panel who have no words in the transcript."""
        speakers = {part.by for part in event.parts}
        return [self.corpus.people[name] for name in event.panel if name not in speakers]

    def proof(self, transcript: Transcript) -> list[proof.Line]:
        """What the build proves of an event; the same in both languages, so computed once."""
        name = transcript.event.id
        if name not in self._proofs:
            self._proofs[name] = proof.lines(self.corpus, transcript)
        return self._proofs[name]

    def glossary(self) -> dict[str, list[Entered]]:
        """The entries by group, groups in the order of the vocabulary, entries in the order of the file."""
        groups: dict[str, list[Entered]] = {name: [] for name in self.corpus.vocabulary.groups}
        for term in self.corpus.terms.values():
            defined = self.by_place[term.defined_at] if term.defined_at else None
            groups[term.group].append(Entered(term, defined, list(self.places.get(term.id, []))))
        return {name: entered for name, entered in groups.items() if entered}

    def folding(self) -> str:
        """Pairs of characters, each with the Simplified one, that may be typed for a character of some term."""
        needed = {one for term in self.corpus.terms.values() for form in term.forms("zh") for one in form.translate(table())}
        return "".join(chr(traditional) + one for traditional, one in table().items() if one in needed)

    def facets(self, transcript: Transcript) -> Mapping[str, list[str]]:
        """By what the register can be filtered: the values that occur, in the order of the vocabulary or of the text."""
        rows, names = transcript.targets, self.corpus.vocabulary
        speakers = dict.fromkeys(transcript.segments[row.at].by or "none" for row in rows)
        found: dict[str, set[str | None]] = {
            "field": {row.field for row in rows},
            "kind": {row.kind for row in rows},
            "operator": {row.amount.operator for row in rows if row.amount},
            "strength": {row.strength for row in rows},
        }
        ordered: dict[str, Iterable[str]] = {
            "field": names.fields,
            "kind": names.kinds,
            "operator": names.operators,
            "strength": names.strengths,
        }
        return {"speaker": list(speakers), **{key: [one for one in every if one in found[key]] for key, every in ordered.items()}}

    def amount(self, amount: Amount, unit: str, lang: Lang) -> str:
        """An amount in words: operator, number and unit."""
        counted = self.counted("–".join(map(number, amount.numbers)), unit, lang)
        operator = self.corpus.vocabulary.operators[amount.operator].name[lang]
        return counted if amount.operator in {"between", "multiple_of"} else f"{operator} {counted}"

    def counted(self, numbers: str, unit: str, lang: Lang) -> str:
        """Numbers with what they count."""
        name = self.corpus.units[unit].name[lang]
        return name.replace("{n}", numbers) if "{n}" in name else f"{numbers} {name}"


def number(value: Decimal) -> str:
    """A number with thousands separators, as both languages of the site write it."""
    return f"{value:,}"


def run_on(pinyin: str) -> str:
    """Pinyin as one word, without tone marks and spaces."""
    return toneless(pinyin).replace(" ", "")


def _label(line: Line, lang: Lang) -> str:
    """A label as it is shown."""
    return to_full_width(line.label) if lang == "zh" else line.label


def reason(entry: Entry, lang: Lang) -> str:
    """Why a numeral is what the ledger says, in words: what the row counts, or the account's reason."""
    claim = entry.claims[0]
    return claim.reason[lang] if isinstance(claim, Account) else claim.what[lang]
