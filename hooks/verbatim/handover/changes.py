"""Each pair of an event beside the unit that came back for it, and why some are refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..analysis.bilingual import differing, lost, negation_lost
from ..model import Person
from ..model.faults import Fault
from ..text.numerals import spelled
from ..text.open_points import MARK, is_open
from ..text.ranges import exchanged
from .pairs import NoHandover, TranslationUnit
from .xliff import Unit

_BREAKING = {"D1", "P1", "P2", "P3", "P4", "P5", "P6", "W1", "W2", "W3", "W4"}
"""Codes of faults for which a translation is refused: a number that one line lacks, and what is no sentence of such a page."""
_LABEL = re.compile(r"\*\*[^*]*\*\*")
_YEAR = re.compile(r"\A[^ ]+: \[[^\]]*\d")
_BRACE = re.compile(r"[{}]")
_DONE = {"translated", "reviewed", "final"}


@dataclass(frozen=True)
class Change:
    """A pair with the unit that came back for it."""

    pair: TranslationUnit
    unit: Unit

    @property
    def en(self) -> str:
        """The line without its label: an open point is closed where the unit is translated, or its text is not the one proposed."""
        kept = self.pair.opened and (not self.unit.en or (self.unit.en == self.pair.en and self.unit.state not in _DONE))
        return self.before if kept else self.unit.en

    @property
    def before(self) -> str:
        """The line without its label as the project has it."""
        return f"{MARK} {self.pair.en}".rstrip() if self.pair.opened else self.pair.en

    @property
    def changed(self) -> bool:
        """Whether the line becomes another one."""
        return self.en != self.before

    @property
    def reviewed(self) -> bool:
        """Whether a second person compared a sentence; the state that an edited one had before says nothing of its new words."""
        raised = self.unit.state in {"reviewed", "final"} and not (self.changed and self.unit.state == self.pair.state)
        return raised and self.pair.part == "sentence"


def matched(came: Sequence[Unit], found: Sequence[TranslationUnit], name: str) -> list[Change]:
    """Each pair with its unit, in the order of the text.

    Raises ``NoHandover`` where a line is lost, added, doubled or empty, or the Chinese was changed.
    """
    by_address = {unit.address: unit for unit in came}
    addresses = {pair.address for pair in found}
    refused = [
        (unit, f"{unit.address}: there is no such line, or it comes a second time")
        for unit in came
        if unit.address not in addresses or by_address[unit.address] is not unit
    ]
    changes = [Change(pair, by_address[pair.address]) for pair in found if pair.address in by_address]
    refused += [(change.unit, f"{change.pair.address}: {what}") for change in changes for what in _impossible(change)]
    lost = [f"{name}: {pair.address}: the line is missing: {pair.zh[:40]!r}" for pair in found if pair.address not in by_address]
    refuse(refused, name, lost)
    return changes


def _impossible(change: Change) -> Iterator[str]:
    """Why a unit cannot be a line of the page, whatever its words say."""
    pair, unit = change.pair, change.unit
    if unit.several:
        yield "there are several texts in one language; keep the one that is right"
    elif unit.marked:
        yield "there is markup in the text; write plain text, with asterisks around italics"
    elif unit.zh != pair.zh:
        yield f"the Chinese was changed, which is as received: {unit.zh[:40]!r}"
    if not unit.en and not pair.opened:
        yield f"the English line is empty; it was {pair.en[:60]!r}"
    if "\n" in unit.en:
        yield "the English has several lines; a sentence is one"
    if pair.part in {"title", "heading"} and _BRACE.search(unit.en):
        yield f"a heading holds no braces, in which ids are written: {unit.en[:40]!r}"
    if _LABEL.match(unit.en) or is_open(unit.en):
        yield f"a line begins with its sentence, not with a label or {MARK}: {unit.en[:40]!r}"


def broken(changes: Iterable[Change], new: Sequence[Fault], people: Sequence[Person]) -> Iterator[tuple[Unit, str]]:
    """The units that break a number, a name or the page, each with what is wrong; ``new`` are the faults that the changes bring."""
    breaking = [fault for fault in new if fault.code in _BREAKING or _is_added_year(fault)]
    for change in (change for change in changes if change.changed):
        faults = [fault.what for fault in breaking if _is_of(fault, change.pair)]
        yield from ((change.unit, what) for what in faults)
        numbers = () if faults else _numbers(change)  # each break is reported once
        yield from ((change.unit, f"{change.pair.address}: {what}") for what in numbers)
        names = (person.name for person in people if not is_open(person.name.en) and _lost(person, change))
        yield from ((change.unit, f"{change.pair.address}: the name {name.en!r} ({name.zh}) is missing") for name in names)


def _numbers(change: Change) -> Iterator[str]:
    """What became of the numbers that the Chinese and the English had in common, and of what a text of a page negates.

    The rules compare the digits and the words of sentences, so that of these only numbers in words are compared here.
    """
    zh, ours = change.pair.zh, change.pair.part != "sentence"
    before, after = (differing({"zh": zh, "en": text}) for text in (change.pair.en, change.en))
    words = spelled(change.en, "en")
    for one_sided, old in zip(after, before, strict=True):
        new = (number for number in one_sided if change.pair.opened or number not in old)
        yield from (f"{number} appears in one language only" for number in new if ours or number in words)
    if not change.pair.opened:
        yield from (f"{number} is missing, which both languages had" for number in lost(zh, change.pair.en, change.en))
    if ours:
        yield from (f"the ends of {found} are exchanged" for found in exchanged(zh, change.en))
        if not change.pair.opened and negation_lost(zh, change.pair.en, change.en):
            yield "a word such as “not” came or went; if that is right, change the page itself"


def _is_added_year(fault: Fault) -> bool:
    """Whether a fault is about a year that the translation added in brackets; the other differences of shape break no number."""
    return fault.code == "D5" and _YEAR.search(fault.what) is not None


def _is_of(fault: Fault, pair: TranslationUnit) -> bool:
    """Whether a fault is about a pair: in its English line, or in the Chinese one, whose faults name the address."""
    return (fault.path, fault.line) in {(pair.path, pair.number), (pair.path, pair.again)} or fault.what.startswith(f"{pair.address}: ")


def _lost(person: Person, change: Change) -> bool:
    """Whether the Chinese names a person and the new English names neither the person nor the family, as the old one did."""
    forms = [person.name.en, *([person.family.en] if person.family else [])]
    there, was = (any(form in text for form in forms) for text in (change.en, change.pair.en))
    return person.name.zh in change.pair.zh and not there and (was or not change.pair.en)


def refuse(refused: Iterable[tuple[Unit, str]], name: str, more: Sequence[str] = ()) -> None:
    """Raise ``NoHandover`` where something is refused, each with the line of the file that was imported."""
    lines = [*(f"{name}:{unit.line}: {what}" for unit, what in refused), *more]
    if lines:
        raise NoHandover("\n".join([*lines, f"{len(lines)} refused; nothing was changed. Correct the file and import it again."]))
