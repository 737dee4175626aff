"""Alignment: every sentence has its twin, compared and sealed."""

from __future__ import annotations

import re
from itertools import zip_longest
from operator import itemgetter

from ..analysis.seals import ENTRY, entry_seal, seal
from ..model import LANGS, Lang, Line, Part, Section, page_path
from ..model.faults import Faults
from ..read.corpus import Corpus, Transcript
from ..read.transcript_lines import BETWEEN_CELLS
from .repeats import repeats


def check(corpus: Corpus, transcript: Transcript, faults: Faults) -> bool:
    """W1 sections, W2 twins, W6 seals, W7 those of entries; whether all sections are there in both languages, line by line."""
    if not transcript.event.parts:
        faults.at(
            transcript.event.where,
            "turns",
            "W1",
            "the event has no turns",
            "list the turns of the transcript",
        )
    sealed = transcript.event.id not in corpus.drafts  # a draft is sealed when it is complete
    if sealed:
        _entries(transcript, faults)
    if not twins(corpus, transcript, faults):
        return False
    if sealed:
        _seals(corpus, transcript, faults)
    return True


def twins(corpus: Corpus, transcript: Transcript, faults: Faults) -> bool:
    """W1, W2: whether there are sections and each is there in both languages, line by line."""
    found = [_twins(corpus, transcript, part, faults) for part in transcript.event.parts]
    return bool(found) and all(found)


def section_of(corpus: Corpus, transcript: Transcript, part: Part, lang: Lang) -> tuple[str, Section | None]:
    """The path of a part's page and its section, None where it is not there."""
    name = f"{transcript.event.id}/{part.page}"
    page = corpus.pages.get((lang, name))
    return page_path(lang, name), page.sections.get(part.section) if page else None


def _twins(corpus: Corpus, transcript: Transcript, part: Part, faults: Faults) -> bool:
    """Whether both languages have the section, with the same lines in the same paragraphs."""
    (zh_path, zh), (en_path, en) = (section_of(corpus, transcript, part, lang) for lang in LANGS)
    for path, section in ((zh_path, zh), (en_path, en)):
        if section is None:
            turn = part.turns[0].where
            what, fix = f"there is no section {{#{part.section}}}", f"add the heading, or correct {turn.path}:{turn.line}"
            faults.add(path, 1, "W1", what, fix)
        elif not section.lines:
            faults.add(path, section.number, "W1", f"the section {{#{section.id}}} contains no sentence", "write its sentences")
    if zh is None or en is None:
        return False
    for number, (chinese, english) in enumerate(zip_longest(zh.paragraphs, en.paragraphs, fillvalue=()), 1):
        place = f"paragraph {number} of {{#{part.section}}}"
        if not (_as_many(chinese, english, (zh_path, en_path), place, faults) and _alike(chinese, english, (zh_path, en_path), faults)):
            return False
    return bool(zh.lines)


Lines = tuple[Line, ...]


def _as_many(zh: Lines, en: Lines, paths: tuple[str, str], place: str, faults: Faults) -> bool:
    """Whether a paragraph has as many lines in both languages; ``place`` names it, ``paths`` are the Chinese and the English page."""
    if len(zh) == len(en):
        return True
    lines, longer, shorter = (zh, paths[0], paths[1]) if len(zh) > len(en) else (en, paths[1], paths[0])
    what = f"{place} has {len(zh)} Chinese and {len(en)} English lines"
    fix = f"give every line its twin in {shorter}: one Chinese sentence, one line"
    faults.add(longer, lines[min(len(zh), len(en))].number, "W2", what, fix)
    return False


def _alike(zh: Lines, en: Lines, paths: tuple[str, str], faults: Faults) -> bool:
    """Whether each line of a paragraph has a sentence where its twin has one, is a label alone where its twin is, and is part of a list or
    table as its twin is, with as many cells.
    """
    for chinese, english in zip(zh, en, strict=True):
        if bool(chinese.text) != bool(english.text):
            what = f"only one of this line and {paths[0]}:{chinese.number} has a sentence, the other is a label alone"
            fix = "write both labels in the same way: alone on the line, or before the sentence"
            faults.add(paths[1], english.number, "W2", what, fix)
            return False
        forms = [_form(line) for line in (chinese, english)]
        if forms[0] != forms[1]:
            what = f"this line is {forms[1]}, its twin {paths[0]}:{chinese.number} is {forms[0]}"
            fix = "begin both with the same marks, `- ` in a list and `|` before each cell in a table"
            faults.add(paths[1], english.number, "W2", what, fix)
            return False
        if chinese.first != english.first:
            what = f"of this line and {paths[0]}:{chinese.number}, one begins a list or table and the other continues the one above it"
            faults.add(paths[1], english.number, "W2", what, "write a blank line before both or before neither")
            return False
        if chinese.in_table:
            _cells(chinese, english, paths, faults)
    return True


def _cells(zh: Line, en: Line, paths: tuple[str, str], faults: Faults) -> None:
    """The cells of a row are apart in the source, and none is empty in one language only."""
    parted = f"[{BETWEEN_CELLS}]+".join(re.escape(cell) for cell in zh.cells if cell)
    if not re.fullmatch(f"[{BETWEEN_CELLS}]*{parted}[{BETWEEN_CELLS}]*", zh.written):
        fix = "compare with the source; words that nothing parts there are one cell, or a sentence"
        faults.add(paths[0], zh.number, "W2", "the source has nothing between two cells of this row", fix)
    if [*map(bool, zh.cells)] != [*map(bool, en.cells)]:
        what = f"this row and {paths[0]}:{zh.number} have other empty cells"
        faults.add(paths[1], en.number, "W2", what, "write each cell in both languages, in the same place")


def _form(line: Line) -> str:
    """What a line is part of, in words."""
    named = {"": "a sentence", "item": "an item of a list", "head": "the head of a table", "row": "a row of a table"}[line.form]
    return f"{named} with {len(line.cells)} cells" if line.in_table else named


def _entries(transcript: Transcript, faults: Faults) -> None:
    """Each register entry says of its sentence what it said when the two were last compared; nothing is sealed twice."""
    for entry in transcript.entries if transcript.seals else ():
        if transcript.seals.get(f"{ENTRY}{entry.id}") != entry_seal(entry):
            what = f"the register entry {entry.id!r} was changed since it was last compared with its sentence"
            fix = "compare every key with the sentence in both languages, correct what is wrong, then seal the entry with `./run seal`"
            faults.at(entry.where, "", "W7", what, fix)
    names = {f"{ENTRY}{entry.id}" for entry in transcript.entries}
    path = f"data/{transcript.event.id}/seals.txt"
    for number, name in _sealed(transcript):
        if name.startswith(ENTRY) and name not in names:
            what = f"there is a seal for {name!r}, but no such register entry"
            faults.add(path, number, "W7", what, "restore the entry, or renew the seals with `./run seal`")
    for number, name in repeats(_sealed(transcript), itemgetter(1)):
        code = "W7" if name.startswith(ENTRY) else "W6"
        faults.add(path, number, code, f"there is an earlier seal for {name!r}", "remove the older one of the two lines")


def _sealed(transcript: Transcript) -> list[tuple[int, str]]:
    """What each line of ``seals.txt`` seals, with its number."""
    return [(number, line.split()[0]) for number, line in enumerate(transcript.seal_lines, 1) if line.strip()]


def _seals(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """Each pair of lines is the one that was last compared."""
    path = f"data/{transcript.event.id}/seals.txt"
    if not transcript.seals and transcript.segments:
        pairs, entries = len(transcript.segments), len(transcript.entries)
        what = f"none of the {pairs} sentences and {entries} register entries was compared with its twin or sentence yet"
        faults.add(path, 1, "W6", what, "when all else is done, compare and seal each with `./run seal`")
        return
    for segment in transcript.segments.values():
        if transcript.seals.get(segment.address) != seal(segment):
            page = corpus.pages["en", f"{segment.event}/{segment.page}"].path
            what = f"the sentence {segment.address} or its twin was changed since the two were last compared"
            faults.add(
                page, segment.en.number, "W6", what, "compare both lines, correct the wrong one, then seal the pair with `./run seal`"
            )
    for number, address in _sealed(transcript):
        if address not in transcript.segments and not address.startswith(ENTRY):
            faults.add(path, number, "W6", f"there is a seal for {address!r}, but no such sentence", "renew the seals with `./run seal`")
