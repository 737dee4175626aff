"""The glossary: every term occurs, belongs to one entry, and its twin uses an approved rendering."""

from __future__ import annotations

from ..model import Segment, Term
from ..model.faults import Faults
from ..read.corpus import Corpus
from ..text.term_finder import Finder, places
from .references import known


def check(corpus: Corpus, finder: Finder, faults: Faults) -> None:
    """G1 never occurs, G2 form of two terms, G3 no rendering in the twin, G4 needless exception; V1, A1 names."""
    vocabulary = corpus.vocabulary
    _forms(corpus, faults)
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
                f"{term.id}: the basis is a source, but none is named",
                "name it, or take another basis",
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
                f"the term {term.zh!r} never occurs (or only inside longer terms)",
                "write it as the transcript does, or remove it",
            )
        _renderings(term, found.get(term.id, []), finder, faults)


def _forms(corpus: Corpus, faults: Faults) -> None:
    """A Chinese form leads to one term only."""
    seen: dict[str, Term] = {}
    for term in corpus.terms.values():
        for form in term.forms("zh"):
            if form in seen:
                where = seen[form].where
                faults.add(
                    term.where.path,
                    term.where.line,
                    "G2",
                    f"the form {form!r} of {term.id!r} is taken by {where.path}:{where.line}",
                    "leave it to one of the two",
                )
            seen.setdefault(form, term)


def _renderings(term: Term, occurs: list[Segment], finder: Finder, faults: Faults) -> None:
    """Each line that holds the term has a rendering in its twin, or a stated exception that is needed."""
    excepted = {exception.at: exception for exception in term.exceptions}
    lacking = {segment.place for segment in occurs if all(hit.term != term.id for hit in finder.of(segment, "en"))}
    for segment in occurs:
        if segment.place in lacking - excepted.keys():
            what = f"{term.id}: {segment.place} holds {term.zh!r}, but its twin none of: {', '.join(term.forms('en'))}"
            faults.add(
                term.where.path, term.where.of("en"), "G3", what, "use an approved rendering, add one to forms_en, or state an exception"
            )
    for at, exception in excepted.items():
        if at not in lacking:
            faults.add(exception.where.path, exception.where.line, "G4", f"{term.id}: the exception at {at!r} is not needed", "remove it")
