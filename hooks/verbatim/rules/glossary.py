"""The glossary: every term occurs, belongs to one entry, and its twin uses an approved rendering."""

from __future__ import annotations

from ..model import Segment, Term
from ..model.faults import Faults
from ..read.corpus import Corpus
from ..text.folding import fold
from ..text.term_finder import Finder, places
from .references import known


def check(corpus: Corpus, finder: Finder, faults: Faults) -> None:
    """G1 never occurs, G2 form of two terms, G3 no rendering in the twin, G4 unnecessary exception, G6 part of nothing; V1, A1 names."""
    vocabulary = corpus.vocabulary
    _forms(corpus, faults)
    _explained(corpus, faults)
    found = places(finder, corpus.segments())
    places_ = {segment.place for segment in corpus.segments()}
    for term in corpus.terms.values():
        for key, names in (
            ("group", vocabulary.groups),
            ("basis", vocabulary.bases),
            ("level", vocabulary.levels),
            ("fit", vocabulary.fits),
            ("confidence", vocabulary.confidences),
        ):
            known(getattr(term, key), key, term.where, names, faults)
        if term.basis == "seen" and not term.sources:
            faults.add(
                term.where.path,
                term.where.of("basis"),
                "G5",
                f"{term.id}: the basis is a source, but no source is named",
                "name the source, or choose another basis",
            )
        if term.defined_at and term.defined_at not in places_:
            faults.add(
                term.where.path,
                term.where.of("defined_at"),
                "A1",
                f"defined_at: there is no sentence {term.defined_at!r}",
                "write `event/address`; `./run show` lists all",
            )
        if term.id not in found:
            faults.add(
                term.where.path,
                term.where.of("zh"),
                "G1",
                f"the term {term.zh!r} does not occur in the transcript, or only inside longer terms",
                "write the term with the characters of the transcript; if the transcript does not contain it, remove the entry",
            )
        _renderings(term, found.get(term.id, []), finder, faults)


def _explained(corpus: Corpus, faults: Faults) -> None:
    """Only what the transcript explains somewhere can be explained there in part."""
    for term in corpus.terms.values():
        if term.defined_in_part and not term.defined_at:
            what = f"{term.id}: defined_in_part says that the transcript explains it, but no place does"
            faults.add(term.where.path, term.where.of("defined_in_part"), "G6", what, "name the place in defined_at, or remove the key")


def _forms(corpus: Corpus, faults: Faults) -> None:
    """A Chinese form belongs to one term only, also where two terms differ in variants of a character alone."""
    seen: dict[str, Term] = {}
    for term in corpus.terms.values():
        for form in term.forms("zh"):
            first = seen.setdefault(fold(form), term)
            if first is not term:
                where = first.where
                faults.add(
                    term.where.path,
                    term.where.line,
                    "G2",
                    f"the form {form!r} of {term.id!r} belongs to {where.path}:{where.line}",
                    "keep it in one of the two",
                )


def _renderings(term: Term, occurs: list[Segment], finder: Finder, faults: Faults) -> None:
    """Each line that contains the term has an approved rendering in its twin, or a stated exception that is needed."""
    excepted = {exception.at: exception for exception in term.exceptions}
    lacking = {segment.place for segment in occurs if all(hit.term != term.id for hit in finder.of(segment, "en"))}
    for segment in occurs:
        if segment.place in lacking - excepted.keys():
            what = f"{term.id}: {segment.place} contains {term.zh!r}, but its twin contains none of: {', '.join(term.forms('en'))}"
            faults.add(
                term.where.path,
                term.where.of("en"),
                "G3",
                what,
                "use an approved rendering; if another one is right here, add it to forms_en or state an exception with its reason",
            )
    for at, exception in excepted.items():
        if at not in lacking:
            faults.add(exception.where.path, exception.where.line, "G4", f"{term.id}: the exception at {at!r} is not needed", "remove it")
