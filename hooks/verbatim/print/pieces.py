"""Texts of a book as strings or lists of pieces, split where the script changes; ``print_data`` describes both."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from ..model import LANGS, Lang, Pair
from ..text.scripts import HAN, script_runs
from ..text.typography import FULL_WIDTH, to_full_width

Json = dict[str, Any]
_FULL = "".join(map(chr, FULL_WIDTH.values()))
_BESIDE_NUMBER = re.compile(rf"(?<=[{HAN}]) (?=[\d{{]|-\d)|(?<=[\d}}]) (?=[{HAN}])")
"""A space between Chinese and a number, or a place for one."""


_LONG = re.compile(r"([A-Za-z\d]{32,})")
"""What may be longer than a line, such as a hash."""


def closed_up(text: str, lang: Lang) -> str:
    """A text of the project itself without spaces between Chinese and numbers: the transcript has none, and a page follows one rule."""
    return _BESIDE_NUMBER.sub("", text) if lang == "zh" else text


def words(text: str, lang: Lang) -> Any:
    """A text of the project itself, split where the script changes."""
    return slim(list(_runs(text, lang)))


def transcript_text(text: str, lang: Lang) -> Any:
    """A text of the transcript outside a sentence (a quotation or a label), split where the script changes and at marks of its own."""
    return words(text, lang) if lang == "en" else slim(list(pieces_of(to_full_width(text), text, lang)))


_END = {
    "zh": re.compile(r"[。？！](?![」』”’）])"),
    "en": re.compile(r"(?<!\bNo)(?<!\b[A-Z])[.?!][”’)]*(?=\s+[“‘(]?[A-Z0-9\u4e00-\u9fff])"),
}
"""Where a sentence of ours ends: not at the dot of “No. 18” or of an initial."""
_ENOUGH = 20
"""Characters of Chinese from which on a sentence says something alone; “The transcript gives only the name.” does not."""


def short_definition(definition: Pair) -> dict[Lang, str]:
    """The first sentences of a definition that say something, as many in both languages; all of it where the two do not run in parallel."""
    zh, en = (_sentences(definition[lang], lang) for lang in LANGS)
    if len(zh) != len(en):
        return {lang: definition[lang] for lang in LANGS}
    wanted = next((count for count in range(1, len(zh)) if len("".join(zh[:count])) >= _ENOUGH), len(zh))
    return {"zh": "".join(zh[:wanted]), "en": " ".join(en[:wanted])}


def _sentences(text: str, lang: Lang) -> list[str]:
    """The sentences of a text of ours."""
    ends = [0, *(found.end() for found in _END[lang].finditer(text)), len(text)]
    return [part for part in (text[start:end].strip() for start, end in itertools.pairwise(ends)) if part]


def pieces_of(text: str, source: str, lang: Lang) -> Iterator[Json]:
    """The pieces of a shown text; ``source`` are the same characters as received."""
    start = 0
    for own, found in groupby(zip(text, source, strict=True), lambda both: both[0] in _FULL and both[0] == both[1]):
        length = len(list(found))
        for run in _runs(text[start : start + length], lang):
            yield {**run, "own": own}
        start += length


def _runs(text: str, lang: Lang) -> Iterator[Json]:
    """The runs of a text in one script; what may be longer than a line is one, whatever it is of."""
    for at, part in enumerate(_LONG.split(text)):
        if at % 2:
            yield {"text": part, "long": True}
        else:
            yield from ({"text": run.text, "foreign": run.foreign} for run in script_runs(part, lang))


def begun(pieces: Iterable[Json], places: Mapping[int, list[str]]) -> Iterator[Json]:
    """Pieces split where something begins in their text; ``places`` are the names of what begins, by how many characters are before it."""
    at = 0
    for piece in pieces:
        text = piece["text"]
        cuts = [0, *(place - at for place in sorted(places) if at < place < at + len(text)), len(text)]
        for start, end in itertools.pairwise(cuts):
            yield {**piece, "text": text[start:end], "begins": places.get(at + start, [])}
        at += len(text)


def slim(pieces: list[Json]) -> Any:
    """Pieces without keys that are false or None; one string where no piece has a key but its text."""
    slim = [{key: value for key, value in piece.items() if value} for piece in pieces]
    return "".join(piece["text"] for piece in slim) if all(len(piece) == 1 for piece in slim) else slim


def both(make: Callable[[Lang], Any]) -> Json:
    """What ``make`` gives for each language, by its code."""
    return {lang: make(lang) for lang in LANGS}


def pair_of(pair: Pair | None, make: Callable[[str, Lang], Any] = words) -> Json | None:
    """What ``make`` makes of each text of a pair, by language; None of no pair."""
    return both(lambda lang: make(pair[lang], lang)) if pair else None
