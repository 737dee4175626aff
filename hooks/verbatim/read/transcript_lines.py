r"""The lines of a transcript section: labels, sentences, items of lists and rows of tables.

A sign of Markdown that is of the text has ``\`` before it; a space after a label is of the source, and not of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..model import Line
from ..model.faults import Faults
from ..text.escapes import LABEL, masked, restored, signs

_LABEL = re.compile(LABEL)
_EMPHASIS = re.compile(r"\*([^*]+)\*")
_STRAY_IN_ITEM = re.compile(r"[*_`<>\[\]]")
_STRAY = re.compile(rf"{_STRAY_IN_ITEM.pattern}|^(?:[-+]|\d+\.) ")
_ITEM, _MORE = "- ", "  "
"""The head of an item of a list in a transcript, and of a further sentence in it."""
_EDGE = re.compile(r"^[^\S\t]|[^\S\t]$")
_RULE = re.compile(r"\|(?: *-{3,} *\|)* *-{3,} *\|? *")
_ALLOWED = "in a sentence only `**label:**` at its head and `*emphasis*` are allowed; write `\\` before a sign that belongs to the source"
BETWEEN_CELLS = " \t\u00a0\u3000"
"""What a source may have between the cells of a row."""

Numbered = tuple[int, str]


def paragraphs(lines: list[Numbered], path: str, faults: Faults) -> tuple[tuple[Line, ...], ...]:
    """The paragraphs of a transcript section, which blank lines separate; each item of a list and each row of a table is one."""
    found: list[list[Line]] = [[]]
    for number, text in lines:
        above = found[-1]
        if not text.strip():
            found.append([])
        elif _RULE.fullmatch(text) and [(line.form, line.first) for line in above] == [("row", True)]:
            above[0] = replace(above[0], form="head")
        elif text.startswith("|"):
            found.append([_row(number, text, above, path, faults)])
        elif text.startswith(_ITEM):
            first = not (above and above[0].form == "item")
            found.append([replace(_line(number, text[len(_ITEM) :], path, faults, _STRAY_IN_ITEM), form="item", first=first)])
        elif text.startswith(_MORE) and above and above[0].form == "item":
            above.append(replace(_line(number, text[len(_MORE) :], path, faults), form="item"))
        elif above and above[0].form:
            found.append([_line(number, text, path, faults)])
        else:
            above.append(_line(number, text, path, faults))
    return tuple(tuple(paragraph) for paragraph in found if paragraph)


def _row(number: int, text: str, above: list[Line], path: str, faults: Faults) -> Line:
    """A row of a table, below the line ``above``; a sign at its end closes it, as Markdown tables may have it."""
    cells = masked(text).split("|")[1:]
    cells = cells if cells[-1].strip() else cells[:-1] or cells
    stripped = "\t".join(cell.strip(BETWEEN_CELLS) for cell in cells)
    plain = _read(number, stripped, signs(text), path, faults, _STRAY_IN_ITEM)
    written = restored(_emphasis("".join(cells))[0], signs(text))
    row = replace(plain, form="row", first=not (above and above[0].in_table), written=written)
    if not row.first and len(above[0].cells) != len(row.cells):
        what = f"the row has {len(row.cells)} cells, the one above it {len(above[0].cells)}"
        faults.add(path, number, "P5", what, "write `|` before each cell, an empty one included, or a blank line before another table")
    return row


def _line(number: int, text: str, path: str, faults: Faults, stray_marks: re.Pattern[str] = _STRAY) -> Line:
    """One line of the transcript as label, plain text and spans of emphasis; marks of other kinds are reported (P5)."""
    return _read(number, masked(text), signs(text), path, faults, stray_marks)


def _read(number: int, bare: str, taken: Iterator[str], path: str, faults: Faults, stray_marks: re.Pattern[str]) -> Line:
    """As ``_line``, of a masked text; ``taken`` are its signs."""
    if _EDGE.search(bare):
        faults.add(path, number, "P5", "the line begins or ends with a space", "remove it; write one sentence a line")
    label = _LABEL.match(bare)
    plain, spans = _emphasis(bare[label.end() :] if label else bare)
    stray = stray_marks.search(re.sub(r"\[[^\]]*\]", "", plain))
    if stray:
        faults.add(path, number, "P5", f"the mark {stray[0]!r} in a sentence", _ALLOWED)
    name = restored(label[1], taken) if label else ""
    words = restored(plain, taken)
    return Line(number, name, words, tuple(spans), written=label[2] + words if label and label[2] else "")


def _emphasis(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A masked text without the marks of emphasis, and the spans of what they emphasise."""
    plain, spans, end = "", [], 0
    for found in _EMPHASIS.finditer(text):
        plain += text[end : found.start()]
        spans.append((len(plain), len(plain) + len(found[1])))
        plain += found[1]
        end = found.end()
    return plain + text[end:], spans
