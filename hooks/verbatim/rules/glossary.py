"""The glossary: every term occurs, belongs to one entry, and its twin uses an approved rendering."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from ..model import Term, Vocabulary
from ..model.faults import Faults
from ..read.corpus import EVENTS, Corpus
from ..text.cache import Listed, cached
from ..text.folding import fold
from ..text.term_finder import places
from .open_points import decided
from .references import known


def check(corpus: Corpus, events: Iterable[Listed[Corpus]], faults: Faults) -> None:
    """G1 never occurs, G2 form of two terms, G3 no rendering, G4 unnecessary exception, G5 no source, G6 part of nothing; V1, A1 names."""
    _forms(corpus, faults)
    found = [_in(own) for own in events]
    occurring = {term for one in found for term in one[0]}
    lacking = defaultdict[str, dict[str, bool]](dict)
    for name, place, stated in (lack for one in found for lack in one[1]):
        lacking[name][place] = stated
    defining = {place for one in found for place in one[2]}
    for term in corpus.terms.values():
        _names(term, corpus.vocabulary, defining, faults)
        _basis(term, faults)
        _explained(term, faults)
        _occurrence(term, occurring, faults)
        _renderings(term, lacking[term.id], faults)


@cached(EVENTS)
def _in(own: Listed[Corpus]) -> tuple[frozenset[str], tuple[tuple[str, str, bool], ...], frozenset[str]]:
    """The terms that occur in an event; those that lack an approved rendering in a sentence, each with its place and whether the event
    states an exception; and the sentences that define terms.
    """
    corpus, finder = own.value, own.value.finder
    found = places(finder, corpus.segments())
    stated = {(f"{name}/{one.at}", one.what) for name, transcript in corpus.transcripts.items() for one in transcript.agreement_exceptions}
    lacking = (
        (term, segment.place, (segment.place, term) in stated)
        for term, occurs in found.items()
        for segment in decided(occurs)
        if all(hit.term != term for hit in finder.of(segment, "en"))
    )
    sentences = {segment.place for segment in corpus.segments()}
    return frozenset(found), tuple(lacking), frozenset(sentences & {term.defined_at for term in corpus.terms.values()})


def _names(term: Term, vocabulary: Vocabulary, sentences: Collection[str], faults: Faults) -> None:
    """The keys that name a value of the vocabulary or a sentence name one that exists."""
    for key, names in (
        ("group", vocabulary.groups),
        ("basis", vocabulary.bases),
        ("level", vocabulary.levels),
        ("fit", vocabulary.fits),
        ("confidence", vocabulary.confidences),
    ):
        known(getattr(term, key), key, term.where, names, faults)
    if term.defined_at and term.defined_at not in sentences:
        what = f"defined_at: there is no sentence {term.defined_at!r}"
        faults.at(term.where, "defined_at", "A1", what, "write `event/address`; `./run show` lists all")


def _basis(term: Term, faults: Faults) -> None:
    """A definition that rests on a source names one."""
    if term.basis == "seen" and not term.sources:
        what = f"{term.id}: the basis is a source, but no source is named"
        faults.at(term.where, "basis", "G5", what, "name the source, or choose another basis")


def _occurrence(term: Term, occurring: Collection[str], faults: Faults) -> None:
    """The term occurs in a sentence, and not only as a part of longer terms."""
    if term.id not in occurring:
        what = f"the term {term.zh!r} does not occur in the transcript, or only inside longer terms"
        fix = "write the term with the characters of the transcript; if the transcript does not contain it, remove the entry"
        faults.at(term.where, "zh", "G1", what, fix)


def _explained(term: Term, faults: Faults) -> None:
    """Only what the transcript explains somewhere can be explained there in part."""
    if term.defined_in_part and not term.defined_at:
        what = f"{term.id}: defined_in_part says that the transcript explains it, but no place does"
        faults.at(term.where, "defined_in_part", "G6", what, "name the place in defined_at, or remove the key")


def _forms(corpus: Corpus, faults: Faults) -> None:
    """A Chinese form belongs to one term only, also where two terms differ in variants of a character alone."""
    seen: dict[str, Term] = {}
    for term in corpus.terms.values():
        for form in term.forms("zh"):
            first = seen.setdefault(fold(form), term)
            if first is not term:
                where = first.where
                faults.at(
                    term.where,
                    "",
                    "G2",
                    f"the form {form!r} of {term.id!r} belongs to {where.path}:{where.line}",
                    "keep it in one of the two",
                )


def _renderings(term: Term, lacking: Mapping[str, bool], faults: Faults) -> None:
    """Each line that contains the term has an approved rendering in its twin, or a stated exception that is needed.

    ``lacking`` are the places of those without one, and whether their event states the exception.
    """
    excepted = {exception.at: exception for exception in term.exceptions}
    for place, stated in lacking.items():
        if place not in excepted and not stated:
            what = f"{term.id}: {place} contains {term.zh!r}, but its twin contains none of: {', '.join(term.forms('en'))}"
            faults.at(
                term.where,
                "en",
                "G3",
                what,
                "use an approved rendering; if another one is right here, add it to forms_en or usual_en, or state an exception with its "
                f"reason: here, or in agreement.yml of the event with `what: {term.id}`",
            )
    for at, exception in excepted.items():
        if at not in lacking:
            faults.at(exception.where, "", "G4", f"{term.id}: the exception at {at!r} is not needed", "remove it")
