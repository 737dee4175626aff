"""Agreement: numbers and words that carry weight are the same in both lines of every pair."""

from __future__ import annotations

from ..analysis.agreement import Agreement, numbers, words
from ..model.faults import Faults
from ..read.corpus import Corpus, Transcript
from .open_points import decided


def check(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """D1 number that the other line lacks, D2 word without a counterpart, D3 exception that is not needed."""
    segments = decided(transcript.segments.values())
    excepted = {(exception.at, exception.what) for exception in transcript.agreement_exceptions}
    found: set[tuple[str, str]] = set()
    for code, compared in (("D1", numbers(segments)), ("D2", words(segments, corpus.vocabulary.echoes))):
        found |= _report(code, compared, excepted, transcript, faults)
    for exception in transcript.agreement_exceptions:
        if (exception.at, exception.what) not in found:
            what = f"the exception for {exception.what!r} at {exception.at!r} is not needed"
            faults.add(exception.where.path, exception.where.line, "D3", what, "remove it")


def _report(code: str, compared: Agreement, excepted: set[tuple[str, str]], transcript: Transcript, faults: Faults) -> set[tuple[str, str]]:
    """Report what is missing and not excepted; returns all that is missing, as pairs of address and number or word."""
    for missing in compared.missing:
        segment = missing.segment
        if (segment.address, missing.what) in excepted:
            continue
        path = f"docs/{missing.lang}/{transcript.event.id}/{segment.page}.md"
        what = f"{segment.address}: {missing.what!r} appears in the other language but not here: {segment[missing.lang].text[:80]!r}"
        fix = "correct this line; if both are right, state an exception with its reason in agreement.yml"
        faults.add(path, segment[missing.lang].number, code, what, fix)
    return {(missing.segment.address, missing.what) for missing in compared.missing}
