"""Agreement: numbers, words that carry weight and the shape of the line are the same in both lines of every pair, whatever was sealed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..analysis import line_shape, names_said
from ..analysis.agreement import Missing
from ..analysis.comparisons import comparisons
from ..model import Lang, Segment
from ..model.faults import Faults
from ..read.corpus import Corpus, Transcript
from ..text.folding import fold
from . import heads
from .open_points import undecided
from .people import here

_LACKS = "{what} appears in the other language but not here"
_SHAPE = "{what} does not agree with the Chinese line, or does not belong in an English one"
_RULES = {
    "numbers": ("D1", _LACKS),
    "words": ("D2", _LACKS),
    "counterparts": ("D4", _LACKS),
    "lines": ("D5", _SHAPE),
    "names": ("D6", _LACKS),
    "order": ("D6", "{what} and another person are named in another order than in the other language"),
}
"""Code and wording of each comparison."""
_SHOWN = 12
"""How many words that would answer another one a report lists."""
_EXCEPT = "only if both are right, state an exception for {what!r} with its reason in agreement.yml"


def check(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """D1 number or D6 name that the other line lacks, D2 word without a counterpart, D3 needless exception; D4 counterpart, D5 shape."""
    segments = list(transcript.segments.values())
    excepted = {(exception.at, exception.what) for exception in transcript.agreement_exceptions}
    found: set[tuple[str, str]] = set()
    reported: set[tuple[str, str, Lang]] = set()
    missed = {name: compared.missing for name, compared in comparisons(corpus, transcript).items()}
    missed["names"] = names_said.compared(segments, here(corpus, transcript))
    missed["order"] = names_said.exchanged(segments, here(corpus, transcript))
    for name, some in missed.items():
        code, says = _RULES[name]
        missing = [
            one for one in _not_excepted(some, excepted, found) if _key(one) not in reported and not _in_terms(one, corpus, excepted)
        ]
        reported |= set(map(_key, missing))
        _report(code, says, missing, faults)
    found |= {(segment.address, term) for segment in segments for term in _unrendered(corpus, segment)}  # glossary reports these
    found |= {(segment.address, head) for segment, head in heads.found(corpus, transcript)}  # and heads these
    for exception in transcript.agreement_exceptions:
        if (exception.at, exception.what) not in found:
            what = f"the exception for {exception.what!r} at {exception.at!r} is not needed"
            faults.at(exception.where, "", "D3", what, "remove it")


def _unrendered(corpus: Corpus, segment: Segment) -> set[str]:
    """The terms (ids) of a sentence of which its twin has no approved rendering."""
    zh, en = corpus.finder.both(segment)
    return {hit.term for hit in zh} - {hit.term for hit in en}


def _key(missing: Missing) -> tuple[str, str, Lang]:
    """What two comparisons (D2, D4) report once."""
    return missing.segment.address, missing.what, missing.lang


def _in_terms(missing: Missing, corpus: Corpus, excepted: set[tuple[str, str]]) -> bool:
    """Whether the Chinese says something only inside terms of which the glossary reports that the English does not render them (G3)."""
    if not missing.places:
        return False
    terms = _reported(corpus, missing.segment, excepted)
    hits = [hit for hit in corpus.finder.of(missing.segment, "zh") if hit.term in terms]
    return all(any(hit.start <= start and end <= hit.end for hit in hits) for start, end in missing.places)


def _reported(corpus: Corpus, segment: Segment, excepted: set[tuple[str, str]]) -> set[str]:
    """The terms (ids) of which the glossary reports that the English of a sentence does not render them."""
    lacking = [corpus.terms[name] for name in _unrendered(corpus, segment) if (segment.address, name) not in excepted]
    return {term.id for term in lacking if segment.place not in {one.at for one in term.exceptions} and not undecided(term)}


def _not_excepted(compared: Iterable[Missing], excepted: set[tuple[str, str]], found: set[tuple[str, str]]) -> Iterable[Missing]:
    """What is missing and not excepted; all that is missing is added to ``found``, as pairs of address and number or word."""
    for missing in compared:
        key = missing.segment.address, missing.what
        found.add(key)
        if key not in excepted:
            yield missing


def _report(code: str, says: str, missing: Sequence[Missing], faults: Faults) -> None:
    """Report what is missing, at the line that lacks it; straight quotation marks once, at the first line that has one."""
    straight = [one for one in missing if one.what in line_shape.STRAIGHT]
    for one in (one for one in missing if one.what not in line_shape.STRAIGHT or one is straight[0]):
        segment = one.segment
        named = one.what if code == "D5" else _named(one)
        line = segment[one.lang]
        where, text = (f" (cell {one.cell})", line.cells[one.cell - 1]) if one.cell else ("", line.text)
        also = f", as in {len(straight) - 1} more lines" if straight[1:] and one is straight[0] else ""
        what = f"{segment.address}: {says.format(what=named)}{where}{also}: {text[:80]!r}"
        remedy = line_shape.remedy(one.what) if code == "D5" else f"compare both lines and correct the translation{_answers(one)}"
        faults.add(segment.path(one.lang), line.number, code, what, f"{remedy}; {_EXCEPT.format(what=one.what)}")


def _named(missing: Missing) -> str:
    """What is missing as the other line says it, with its name in the list where that is another form."""
    if not missing.said or fold(missing.said) == fold(missing.what):
        return repr(missing.what)
    return f"{missing.said!r} ({missing.what!r})"


def _answers(missing: Missing) -> str:
    """The words of which one would answer what is missing, the first of them where there are many."""
    more = ", …" if len(missing.answers) > _SHOWN else ""
    return f" (it is answered by {', '.join(missing.answers[:_SHOWN])}{more})" if missing.answers else ""
