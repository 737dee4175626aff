"""The register: each entry states what its sentence states, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from ..analysis import counterparts
from ..analysis.clause_reading import reading
from ..model import (
    LANGS,
    PERIODS,
    PROMISES,
    SILENT,
    Amount,
    Deadline,
    Lang,
    PeriodKind,
    RegisterEntry,
    Segment,
    SignalWords,
    page_path,
)
from ..model.faults import Faults
from ..read.corpus import Corpus, Transcript
from ..text import periods, weight
from ..text.labels import is_voice
from ..text.matching import contains_word
from ..text.numerals import plain, values
from ..text.periods import relative
from ..text.quantities import quantities
from ..text.years import stated
from .references import address, known, quoted

_ENDS = {
    "zh": re.compile(r"[底日号月年季周天初中旬末时\d](?:之|以)?前\Z"),
    "en": re.compile(r"\b(?:by|before|until|till|(?:no|not) later than|prior to|ahead of|within)\b", re.I),
}
"""Words of time by which something ends, in Simplified characters."""
_BEGINS = {
    "zh": re.compile(r"(?:起|开始|[底日号月年季周天初中旬末时](?:之|以)?后)\Z"),
    "en": re.compile(r"\b(?:after|from|since|starting|beginning|onwards?)\b", re.I),
}
"""Words of time with which something begins, in Simplified characters."""


def check(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """T1 quotation, T2 shape of the entry, T3 amount, T4 strength, T5 scope, T6 time, T7 speaker; A1 address, A3 page, V1 unknown names."""
    _check_page(corpus, transcript, faults)
    for entry in transcript.entries:
        known(entry.field, "field", entry.where, corpus.vocabulary.fields, faults)
        for term in entry.terms:
            known(term, "terms", entry.where, corpus.terms, faults)
        _check_shape(entry, faults)
        segment = address(entry.at, entry.where, transcript, faults)
        if segment is None:
            continue
        _check_speaker(entry, segment, corpus, faults)
        if quoted(entry.quote, segment, faults):
            _check_amount(entry, entry.amount, entry.unit, "amount", corpus, faults)
            _check_amount(entry, entry.each, entry.each.unit if entry.each else None, "each", corpus, faults)
        if entry.strength and known(entry.strength, "strength", entry.where, corpus.vocabulary.strengths, faults):
            signal = corpus.vocabulary.strengths[entry.strength]
            unsaid = not signal.words.zh and _needs_no_verb(corpus, transcript, entry, segment)
            _check_signal_words(entry, "strength", "T4", signal, segment, faults, unsaid or _answered(corpus, signal, segment))
        for scope in entry.scope:
            if known(scope, "scope", entry.where, corpus.vocabulary.scopes, faults):
                _check_signal_words(entry, "scope", "T5", corpus.vocabulary.scopes[scope], segment, faults, False)
        _check_time(corpus, entry, segment, transcript, faults)


def _check_page(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """The page of the register displays the entries where counts and marks lead to them."""
    kinds, page_name = {entry.kind for entry in transcript.entries}, f"{transcript.event.id}/targets"
    for lang in LANGS if kinds else ():
        path = page_path(lang, page_name)
        page = corpus.pages.get((lang, page_name))
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


def _check_speaker(entry: RegisterEntry, segment: Segment, corpus: Corpus, faults: Faults) -> None:
    """Somebody promises it who can; whose label is missing is reported elsewhere."""
    is_known = segment.by or segment.kind in SILENT
    if entry.kind in PROMISES and is_known and not segment.can_promise(corpus.people):
        what = f"{entry.id}: a {entry.kind} in words of {' and '.join(segment.by) or 'nobody'}, in a turn of kind {segment.kind}"
        fix = "compare with the transcript who speaks there: questions and notices promise nothing, and moderators only where they answer"
        faults.at(entry.where, "at", "T7", what, fix)
    elif entry.kind in PROMISES and segment.by and all(is_voice(corpus.people[one]) for one in segment.by):
        what = f"{entry.id}: a {entry.kind} in words of {' and '.join(segment.by)}, who gives the words of somebody else"
        fix = "list the label in the `labels` of the one whose words it is, in people.yml, with the reason"
        faults.at(entry.where, "at", "T7", what, fix)


def _check_shape(entry: RegisterEntry, faults: Faults) -> None:
    """A commitment has no number, everything else has one; a figure promises nothing."""

    def report(key: str, what: str, fix: str) -> None:
        faults.at(entry.where, key, "T2", f"{entry.id}: {what}", fix)

    if (entry.amount is None) != (entry.kind == "commitment"):
        what = f"a {entry.kind} {'with' if entry.amount else 'without'} an amount"
        report("amount", what, "a commitment has none; targets and figures have one")
    _check_units(entry, report)
    if (entry.strength is None) != (entry.kind == "figure"):
        report("strength", f"a {entry.kind} {'with' if entry.strength else 'without'} a strength", "a figure has none; promises have one")
    for key, amount in (("amount", entry.amount), ("each", entry.each)):
        if amount and len(amount.numbers) != (2 if amount.operator == "between" else 1):
            report(key, f"{key} holds {len(amount.numbers)} numbers", "write `value`, or `low` and `high` with `between`")
    if any(sum(getattr(time, kind) is not None for kind in PERIODS) > 1 for time in (entry.by.times if entry.by else ())):
        report("by", "the time is several of month, quarter and half", "write the one that the words state")


def _check_units(entry: RegisterEntry, report: Callable[[str, str, str], None]) -> None:
    """An amount has its unit beside it, a threshold inside it."""
    if (entry.amount is None) != (entry.unit is None):
        report("unit", "amount and unit go together", "write both or neither")
    if entry.amount and entry.amount.unit:
        report("amount", "the unit is inside the amount", "write `unit` beside `amount`; only `each` has a unit of its own")
    if entry.each and not entry.each.unit:
        report("each", "the threshold has no unit", "add `unit` to `each`")
    if entry.each and not entry.amount:
        fix = "a commitment has none: `each` is of what `amount` counts; a number alone is the amount of a target"
        report("each", "a threshold without an amount", fix)


def _check_amount(entry: RegisterEntry, amount: Amount | None, unit: str | None, key: str, corpus: Corpus, faults: Faults) -> None:
    """The quotation states exactly this operator, number and unit, in both languages."""
    if amount is None or unit is None:
        return
    where = entry.where
    if not (known(unit, "unit", where, corpus.units, faults) and known(amount.operator, key, where, corpus.vocabulary.operators, faults)):
        return
    for lang in LANGS:
        found = quantities(entry.quote[lang], lang, corpus.units[unit], corpus.vocabulary.operators, corpus.vocabulary.fall)
        if not any(quantity.states(amount) for quantity in found):
            recorded = f"{amount.operator} {' to '.join(map(str, amount.numbers))} {unit}"
            stated = "; ".join(map(str, found)) or f"no number of {unit}"
            what = f"{entry.id}: {key} is {recorded}, but quote.{lang} {entry.quote[lang]!r} states {stated}"
            fix = "compare with the Chinese sentence; correct the entry, or the translation if that is wrong"
            if not found and values(entry.quote[lang], lang):
                fix += f"; if these words say {unit} too, add them to `{lang}` of the unit"
            faults.at(where, key, "T3", what, fix)


def _answered(corpus: Corpus, signal: SignalWords, segment: Segment) -> bool:
    """Whether the English sentence answers a Chinese word of a strength as the comparison of the languages accepts it (D2, D4)."""
    words = {word for word in signal.words.zh if contains_word(word, segment.zh.text, "zh")}
    echoes = (one for one in corpus.vocabulary.echoes.values() if words.intersection(one.zh))
    listed = (one for one in corpus.counterparts if one.asks == "zh" and words.intersection(one.zh))
    text = segment.en.text
    return any(weight.occurrences(one, text, "en") for one in echoes) or any(counterparts.count(one, "en", text) for one in listed)


def _needs_no_verb(corpus: Corpus, transcript: Transcript, entry: RegisterEntry, segment: Segment) -> bool:
    """Whether English may promise without a word that does: in a row of a table, and where the Chinese says how often something is done
    (每週公布一次, publishes it once a week).
    """
    found = reading(corpus, transcript, segment, entry.quote.zh)
    return segment.zh.in_table or (found is not None and found.promise.startswith("每"))


def _check_signal_words(
    entry: RegisterEntry, key: str, code: str, signal: SignalWords, segment: Segment, faults: Faults, answered: bool
) -> None:
    """One of the words that signal a strength or a scope appears in the sentence, in both languages; in English it may be ``answered``."""
    for lang in LANGS:
        words = signal.words[lang]
        said = (answered and lang == "en") or any(contains_word(word, segment[lang].text, lang) for word in words)
        if words and not said:
            what = f"{entry.id}: {key} {signal.name.en!r} requires one of {', '.join(words)} in {segment.address} ({lang})"
            faults.at(entry.where, key, code, what, "choose the value that the words of the sentence give")


def _check_time(corpus: Corpus, entry: RegisterEntry, segment: Segment, transcript: Transcript, faults: Faults) -> None:
    """The words that state the deadline appear where the entry says they do; if they hold a year, or several, it is the entry's."""
    if entry.by is None:
        return
    if entry.by.at == entry.at:
        faults.at(entry.by.where, "at", "T6", f"{entry.id}: by.at is the sentence of the entry itself", "remove `at`")
    at = segment if entry.by.at is None else address(entry.by.at, entry.by.where, transcript, faults)
    if at is None:
        return
    _check_side(entry, entry.by, at, faults)
    for lang in LANGS:
        if entry.by.words[lang] not in at[lang].text:
            what = f"{entry.id}: by.words.{lang} {entry.by.words[lang]!r} does not appear in {at.address}"
            faults.at(
                entry.by.words.where,
                lang,
                "T6",
                what,
                "quote the words that state the deadline, or remove `by` if there are none",
            )
        _check_period(corpus, entry, entry.by, lang, transcript, faults)
        years = stated(entry.by.words[lang], lang)
        if years and {max(years), min(years)} != {one.year for one in entry.by.times}:
            found = ", ".join(map(str, years))
            what = f"{entry.id}: by.year is {entry.by.year}, but by.words.{lang} {entry.by.words[lang]!r} states {found}"
            fix = "write the year that the words state, in the common era; of a span the last one, and the first one in `since`"
            faults.at(entry.by.where, "year", "T6", what, fix)


def _check_side(entry: RegisterEntry, by: Deadline, at: Segment, faults: Faults) -> None:
    """What ends by its time in Chinese (6月1日前) begins with it in English no more than the other way round (6月1日起)."""
    words, text = by.words, at.en.text
    before = " ".join(text[: max(text.find(words.en), 0)].split()[-3:])
    english = f"{before} {words.en}"
    ends, begins = (pattern.search(plain(words.zh)) is not None for pattern in (_ENDS["zh"], _BEGINS["zh"]))
    told_ends, told_begins = (pattern.search(english) is not None for pattern in (_ENDS["en"], _BEGINS["en"]))
    if (ends and told_begins and not told_ends) or (begins and told_ends and not told_begins):
        kinds = ("an end", "a beginning") if ends else ("a beginning", "an end")
        what = f"{entry.id}: {words.zh!r} is {kinds[0]}, and {english.strip()!r} {kinds[1]}"
        faults.at(words.where, "en", "T6", what, "compare both sentences, and correct the wrong one")


def _check_period(corpus: Corpus, entry: RegisterEntry, by: Deadline, lang: Lang, transcript: Transcript, faults: Faults) -> None:
    """The months, quarters and halves that the words of time state are the recorded ones, and a word such as “next month” means them."""
    recorded = [one.period for one in by.times if one.period]
    words, meant = by.words[lang], set()
    for year, kind, number in relative(corpus.vocabulary, words, lang, transcript.event.date):
        meant.add((kind, number))
        own = next((one for one in by.times if one.period == (kind, number)), by)
        if kind in dict(recorded) and year != own.year:
            what = f"{entry.id}: by.year is {own.year}, but by.words.{lang} {words!r} means {year}"
            faults.at(own.where, "year", "T6", what, "write the year that the words mean by the day of the event")
    found = {*periods.stated(words, lang), *meant}
    if found != set(recorded):
        says = _listed(found) or "no month, quarter or half"
        what = f"{entry.id}: by.words.{lang} {words!r} states {says}, recorded is {_listed(recorded) or 'a whole year'}"
        fix = "write `month`, `quarter` or `half` as the words state it, and for a span also `since`; or quote all words of time"
        faults.at(by.where, "words", "T6", what, fix)
    if by.since and by.since.ends >= by.ends:
        what = f"{entry.id}: the span ends {by.code} and begins {by.since.code}"
        faults.at(by.since.where, "", "T6", what, "write the beginning in `since`, and the end beside it")


def _listed(found: Iterable[tuple[PeriodKind, int]]) -> str:
    return ", ".join(f"{kind} {number}" for kind, number in sorted(found))
