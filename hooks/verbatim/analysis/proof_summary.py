"""What the build proves about one transcript, in numbers: how much was compared, and how much of it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import LANGS, Segment
from ..read.corpus import EVENTS, Corpus, Transcript
from ..text import weight
from ..text.cache import Listed, cached
from ..text.numerals import numerals
from ..text.term_finder import Finder
from . import counterparts
from .agreement import Agreement
from .clause_reading import compared_entries
from .comparisons import comparisons
from .ledger import claimed_numerals
from .seals import seal
from .source_diff import as_written, differences, expected

NAMES = (
    *("characters", "furniture", "errata", "twins", "seals", "numerals", "numbers"),
    *("words", "counterparts", "lines", "terms", "quotes", "entries"),
)
"""The names of the items, in their order."""


@dataclass(frozen=True)
class ProofItem:
    """One thing that is proved: ``name`` is its key, ``holds`` of ``of`` were found so; ``excepted`` are stated exceptions."""

    name: str
    holds: int
    of: int
    excepted: int = 0


@cached(EVENTS)
def proved(own: Listed[Corpus]) -> tuple[tuple[tuple[str, int, int, int], ...], tuple[int, int]]:
    """The proof of an event, each line as the values of a ``ProofItem``, and its ``compared_characters``: values that can be kept."""
    [transcript] = own.value.transcripts.values()
    found = tuple((one.name, one.holds, one.of, one.excepted) for one in lines(own.value, transcript))
    return found, compared_characters(own.value, transcript)


def lines(corpus: Corpus, transcript: Transcript) -> list[ProofItem]:
    """The proof of one transcript."""
    segments, errata = list(transcript.segments.values()), transcript.errata
    claimed = claimed_numerals(transcript)
    wanted = expected(transcript.text, transcript.errata).replace("\n", "")
    furniture = transcript.event.furniture
    left = transcript.source.count("\n") - transcript.text.count("\n")
    quotes = [(entry.quote, entry.at) for entry in transcript.entries] + [(note.quote, note.at) for note in transcript.notes]
    return [
        ProofItem("characters", len(wanted) - _differing(corpus, transcript, wanted), len(wanted)),
        *([ProofItem("furniture", left, sum(one.count for one in furniture))] if furniture else []),
        ProofItem("errata", sum(transcript.text.count(erratum.find) for erratum in errata), sum(erratum.count for erratum in errata)),
        ProofItem("twins", sum(bool(segment.en.text) for segment in segments), len(segments)),
        ProofItem("seals", sum(transcript.seals.get(segment.address) == seal(segment) for segment in segments), len(segments)),
        ProofItem("numerals", sum(len(numeral.claims) == 1 for numeral in claimed), len(claimed)),
        *(_agreeing(name, found) for name, found in comparisons(corpus, transcript).items()),
        _terms(segments, corpus.finder),
        ProofItem("quotes", sum(q[lang] in transcript.segments[at][lang].text for q, at in quotes for lang in LANGS), 2 * len(quotes)),
        _entries(corpus, transcript),
    ]


def _differing(corpus: Corpus, transcript: Transcript, wanted: str) -> int:
    """How many characters of the source the Chinese pages, labels included, do not give back."""
    written = "".join(
        as_written(line)
        for part in transcript.event.parts
        for line in corpus.pages["zh", f"{transcript.event.id}/{part.page}"].sections[part.section].lines
    )
    return sum(len(difference.source) for difference in differences(wanted, written))


def _agreeing(name: str, found: Agreement) -> ProofItem:
    """A comparison of pairs; the rules know that each difference is a stated exception."""
    return ProofItem(name, found.compared - len(found.missing), found.compared, len(found.missing))


def _terms(segments: Iterable[Segment], finder: Finder) -> ProofItem:
    """Terms found in Chinese lines, and those of them that an approved rendering answers; the rules know the exceptions."""
    found = answered = 0
    for segment in segments:
        chinese, english = ({hit.term for hit in hits} for hits in finder.both(segment))
        found += len(chinese)
        answered += len(chinese & english)
    return ProofItem("terms", answered, found, found - answered)


def _entries(corpus: Corpus, transcript: Transcript) -> ProofItem:
    """Values of register entries that the words of their clause give; the rules know the exceptions."""
    found = compared_entries(corpus, transcript)
    total, differing = sum(count for count, _ in found), sum(len(differences) for _, differences in found)
    return ProofItem("entries", total - differing, total, differing)


def compared_characters(corpus: Corpus, transcript: Transcript) -> tuple[int, int]:
    """How many characters of the Chinese sentences, marks apart, belong to what a rule looks for in the English, and how many there are.

    That is a number, a term, or a word of the lists that must be answered; what the others say in English is compared by a person alone.
    """
    compared, total, answered = 0, 0, counterparts.finder(corpus.counterparts)
    for segment in transcript.segments.values():
        text = segment.zh.text
        spans = [(one.start, one.end) for one in numerals(text)] + [(one.start, one.end) for one in corpus.finder.of(segment, "zh")]
        spans += [span for echo in corpus.vocabulary.echoes.values() for span in weight.spans(echo, text, "zh")]
        spans += answered(text)
        held = {place for start, end in spans for place in range(start, end)}
        compared += sum(text[place].isalnum() for place in held)
        total += sum(character.isalnum() for character in text)
    return compared, total
