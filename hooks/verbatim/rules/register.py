"""The register: each entry states what its sentence states, in both languages."""

from __future__ import annotations

from ..model import ASKING, LANGS, PROMISING, Amount, Segment, SignalWords, Target
from ..model.faults import Faults
from ..read.corpus import Corpus, Transcript
from ..text.matching import contains_word
from ..text.quantities import quantities
from ..text.years import stated
from .references import address, known, quoted


def check(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """T1 quotation, T2 shape of the entry, T3 amount, T4 strength, T5 scope, T6 time, T7 speaker; A1 address, A3 page, V1 unknown names."""
    _check_page(corpus, transcript, faults)
    for row in transcript.targets:
        known(row.field, "field", row.where, corpus.vocabulary.fields, faults)
        for term in row.terms:
            known(term, "terms", row.where, corpus.terms, faults)
        _check_shape(row, faults)
        segment = address(row.at, "at", row.where, transcript, faults)
        if segment is None:
            continue
        _check_speaker(row, segment, corpus, faults)
        if quoted(row.quote, "quote", row.where, segment, faults):
            _check_amount(row, row.amount, row.unit, "amount", corpus, faults)
            _check_amount(row, row.each, row.each.unit if row.each else None, "each", corpus, faults)
        if row.strength and known(row.strength, "strength", row.where, corpus.vocabulary.strengths, faults):
            _check_signal_words(row, "strength", "T4", corpus.vocabulary.strengths[row.strength], segment, faults)
        for scope in row.scope:
            if known(scope, "scope", row.where, corpus.vocabulary.scopes, faults):
                _check_signal_words(row, "scope", "T5", corpus.vocabulary.scopes[scope], segment, faults)
        _check_time(row, segment, transcript, faults)


def _check_page(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """The page of the register displays the entries where counts and marks lead to them."""
    kinds = {row.kind for row in transcript.targets}
    for lang in LANGS if kinds else ():
        path = f"docs/{lang}/{transcript.event.id}/targets.md"
        page = corpus.pages.get((lang, f"{transcript.event.id}/targets"))
        if page is None:
            faults.add(
                path, 1, "A3", "the register has entries, but there is no page of it", "write the page, with a directive for each kind"
            )
            continue
        inserted = {name for name, _ in page.directives}
        for name in ("register", *(f"{kind}s" for kind in sorted(kinds))):
            if name not in inserted:
                what = f"the page of the register lacks the directive {name!r}, to which counts and marks lead"
                faults.add(path, 1, "A3", what, f"add `<!-- insert: {name} -->`")
        for anchor in ("filter", *(["commitments"] if "commitment" in kinds else [])):
            if anchor not in page.sections:
                what = f"the page of the register has no heading {{#{anchor}}}, to which counts lead"
                faults.add(path, 1, "A3", what, f"end the heading of that part with `{{#{anchor}}}`")


def _check_speaker(row: Target, segment: Segment, corpus: Corpus, faults: Faults) -> None:
    """Whoever asks or moderates promises nothing."""
    kinds = [corpus.people[name].kind for name in segment.by]
    if row.kind != "figure" and (segment.kind in ASKING or (kinds and not PROMISING.intersection(kinds))):
        what = f"{row.id}: a {row.kind} in words of {' and '.join(segment.by)}, in a turn of kind {segment.kind}"
        fix = "compare with the transcript who speaks there: questions, outlets and moderators promise nothing"
        faults.add(row.where.path, row.where.of("at"), "T7", what, fix)


def _check_shape(row: Target, faults: Faults) -> None:
    """A commitment has no number, everything else has one; a figure promises nothing."""

    def report(key: str, what: str, fix: str) -> None:
        faults.add(row.where.path, row.where.of(key), "T2", f"{row.id}: {what}", fix)

    if (row.amount is None) != (row.kind == "commitment"):
        report(
            "amount", f"a {row.kind} {'with' if row.amount else 'without'} an amount", "a commitment has none; targets and figures have one"
        )
    if (row.amount is None) != (row.unit is None):
        report("unit", "amount and unit go together", "write both or neither")
    if row.amount and row.amount.unit:
        report("amount", "the unit is inside the amount", "write `unit` beside `amount`; only `each` has a unit of its own")
    if (row.strength is None) != (row.kind == "figure"):
        report("strength", f"a {row.kind} {'with' if row.strength else 'without'} a strength", "a figure has none; promises have one")
    for key, amount in (("amount", row.amount), ("each", row.each)):
        if amount and len(amount.numbers) != (2 if amount.operator == "between" else 1):
            report(key, f"{key} holds {len(amount.numbers)} numbers", "write `value`, or `low` and `high` with `between`")
    if row.each and not row.each.unit:
        report("each", "the threshold has no unit", "add `unit` to `each`")


def _check_amount(row: Target, amount: Amount | None, unit: str | None, key: str, corpus: Corpus, faults: Faults) -> None:
    """The quotation states exactly this operator, number and unit, in both languages."""
    if amount is None or unit is None:
        return
    where = row.where
    if not (known(unit, "unit", where, corpus.units, faults) and known(amount.operator, key, where, corpus.vocabulary.operators, faults)):
        return
    for lang in LANGS:
        found = quantities(row.quote[lang], lang, corpus.units[unit], corpus.vocabulary.operators, corpus.vocabulary.fall)
        if not any(quantity.states(amount) for quantity in found):
            recorded = f"{amount.operator} {' to '.join(map(str, amount.numbers))} {unit}"
            stated = "; ".join(map(str, found)) or f"no number of {unit}"
            what = f"{row.id}: {key} is {recorded}, but quote.{lang} {row.quote[lang]!r} states {stated}"
            faults.add(
                where.path,
                where.of(key),
                "T3",
                what,
                "compare with the Chinese sentence; correct the entry, or the translation if that is wrong",
            )


def _check_signal_words(row: Target, key: str, code: str, signal: SignalWords, segment: Segment, faults: Faults) -> None:
    """One of the words that signal a strength or a scope appears in the sentence, in both languages."""
    for lang in LANGS:
        words = signal.words[lang]
        if words and not any(contains_word(word, segment[lang].text, lang) for word in words):
            what = f"{row.id}: {key} {signal.name.en!r} requires one of {', '.join(words)} in {segment.address} ({lang})"
            faults.add(row.where.path, row.where.of(key), code, what, "choose the value that the words of the sentence give")


def _check_time(row: Target, segment: Segment, transcript: Transcript, faults: Faults) -> None:
    """The words that state the deadline appear where the entry says they do; if they hold a year, or several, it is the entry's."""
    if row.by is None:
        return
    if row.by.at == row.at:
        faults.add(row.where.path, row.by.where.of("at"), "T6", f"{row.id}: by.at is the sentence of the entry itself", "remove `at`")
    at = segment if row.by.at is None else address(row.by.at, "at", row.by.where, transcript, faults)
    if at is None:
        return
    for lang in LANGS:
        if row.by.words[lang] not in at[lang].text:
            what = f"{row.id}: by.words.{lang} {row.by.words[lang]!r} does not appear in {at.address}"
            faults.add(
                row.where.path,
                row.by.words.where.of(lang),
                "T6",
                what,
                "quote the words that state the deadline, or remove `by` if there are none",
            )
        years = stated(row.by.words[lang], lang)
        if years and not min(years) <= row.by.year <= max(years):
            what = f"{row.id}: by.year is {row.by.year}, but by.words.{lang} {row.by.words[lang]!r} states {', '.join(map(str, years))}"
            faults.add(row.where.path, row.by.where.of("year"), "T6", what, "write the year that the words state, in the common era")
