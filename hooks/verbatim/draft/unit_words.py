"""What the units of an event count in English, read from the translation: the nouns behind the numbers of its register."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Unit
from ..read.corpus import Corpus, Transcript
from ..read.files import Files
from ..read.yaml_nodes import Edit, applied, end_of, node_at, records_by_id
from ..received.words import words
from ..rules.open_points import undecided
from ..text.open_points import is_open, open_value
from .english_quotations import numbers_in
from .proposals import Settled
from .written import quoted

_WORD = re.compile(r"\s+([A-Za-z][\w’'-]*)")
_ENDS = frozenset(words("noun-ends"))
"""Words with which something else begins than what is counted."""
_IRREGULAR = frozenset(words("irregular-plurals"))
_NO_PLURAL = ("ss", "us", "is", "’s", "'s")
_FEW = 3
"""Words behind a number up to the noun at most, where nothing else can be meant."""


@dataclass(frozen=True)
class _Noun:
    """A noun behind a number, and whether it is plainly what is counted."""

    text: str
    plain: bool


def unit_words(event: str, files: Files, corpus: Corpus) -> Settled:
    """The units of an event with their English; marked where the numbers are of several nouns, or it is not plain of which."""
    path, transcript = f"data/{event}/units.yml", corpus.transcripts[event]
    own = [unit for unit in corpus.units.values() if unit.where.path == path and is_open(unit.name.en) and undecided(unit.en)]
    found = {unit.id: nouns for unit in own if (nouns := list(_nouns(corpus, transcript, unit)))}
    if not found:
        return Settled({}, 0)
    text = files[path].decode("utf-8")
    records = records_by_id(text, path)
    edits = [edit for id, nouns in found.items() for edit in _edits(records[id], nouns, _singulars(transcript, id, nouns), text)]
    return Settled({path: applied(text, edits).encode("utf-8")}, sum(map(_is_certain, found.values())))


def _nouns(corpus: Corpus, transcript: Transcript, unit: Unit) -> Iterator[_Noun]:
    """The nouns behind the numbers of a unit, as far as these are found once in the translation of their sentences."""
    for entry in transcript.entries:
        segment = transcript.segments.get(entry.at)
        if entry.unit == unit.id and entry.amount and 1 not in entry.amount.numbers and segment and not is_open(segment.en.text):
            amount, text = entry.amount, segment.en.text
            places = [one.end for one in numbers_in(corpus.vocabulary, text) if one.states(amount)]
            yield _noun(text, places[0]) if len(places) == 1 else _Noun("", plain=False)


def _noun(text: str, start: int) -> _Noun:
    """The last plural behind a number, up to a word that begins something else; “and” does only after a plural."""
    behind: list[str] = []
    while (found := _WORD.match(text, start)) and not (found[1] in _ENDS or (found[1] == "and" and any(map(_is_plural, behind)))):
        behind.append(found[1])
        start = found.end()
    plurals = [place for place, word in enumerate(behind) if _is_plural(word)]
    return _Noun(behind[plurals[-1]], len(plurals) == 1 and plurals[0] < _FEW) if plurals else _Noun("", plain=False)


def _is_plural(word: str) -> bool:
    return word in _IRREGULAR or (word.endswith("s") and not word.endswith(_NO_PLURAL))


def _is_certain(nouns: list[_Noun]) -> bool:
    return len({one.text for one in nouns}) == 1 and all(one.plain for one in nouns)


def _singulars(transcript: Transcript, unit: str, nouns: list[_Noun]) -> list[str]:
    """The singulars of nouns that the translation of a sentence has in which a number of the unit is one."""
    ones = [one.at for one in transcript.entries if one.unit == unit and one.amount and 1 in one.amount.numbers]
    texts = [segment.en.text for at in ones if (segment := transcript.segments.get(at))]
    singulars = dict.fromkeys(re.sub("ies$", "ys", noun.text)[:-1] for noun in nouns if noun.text.endswith("s"))
    return [one for one in singulars if any(re.search(rf"\b{re.escape(one)}\b", text) for text in texts)]


def _edits(record: object, nouns: list[_Noun], singulars: list[str], text: str) -> Iterator[Edit]:
    """The name and the forms of a unit, written in their places where a noun was found."""
    forms = [one for one in dict.fromkeys(noun.text for noun in nouns) if one]
    if forms:
        first, names = forms[0], " or ".join(filter(None, (", ".join(forms[:-1]), forms[-1])))
        if not _is_certain(nouns):
            first, names = open_value(first), open_value(names)
        name, english = node_at(record, ("name", "en")), node_at(record, ("en",))
        joined = ", ".join(map(quoted, (first, *forms[1:], *singulars)))
        yield name.start_mark.index, end_of(name, text), quoted(names)
        yield english.start_mark.index, end_of(english, text), f"[{joined}]"
